import type { OpenedPackage } from '../../../opc/open-package.ts'
import { descendants } from '../../../opc/xml.ts'
import { drawnShapes, paragraphTexts } from './drawing-text.ts'
import type { FoundText } from './found-document.ts'

/** What masters and layouts show on slides, which no slide holds itself: their shapes that are no placeholders. */
export function textsBehind({ names, xml }: Pick<OpenedPackage, 'names' | 'xml'>): FoundText[] {
  return names.flatMap((part) => {
    const [, kind, number] =
      /^\/ppt\/(?:slide|notes|handout)(Master|Layout)s\/[a-z]+(?:Master|Layout)(\d*)\.xml$/.exec(part) ?? []
    if (kind === undefined) return []
    return drawnShapes(xml(part))
      .filter((shape) => descendants(shape, 'p:ph').length === 0)
      .map((shape) => paragraphTexts(shape).join('\n'))
      .filter((text) => text !== '')
      .map((text) => ({ page: undefined, item: `${kind} ${number}`, medium: 'text' as const, text }))
  })
}
