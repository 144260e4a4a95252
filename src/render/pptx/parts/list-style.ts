import type { TextStyle } from '../../../layout/types.ts'
import { element, type XmlElement } from '../../../opc/xml.ts'
import { isCover } from '../../../theme/cover-looks.ts'
import type { Theme } from '../../../theme/theme.ts'
import {
  characterStyle,
  type Level,
  type PartialStyle,
  paragraphProperties,
  runProperties,
} from '../shapes/text-properties.ts'
/** What the text of a shape inherits, by level. */
export type ListStyle = readonly Level[]

/** How words are set where nothing says otherwise. */
export const plainStyle = { font: 'body', weight: 'regular', italic: false, color: 'ink', align: 'left' } as const

/**
 * What a text box outside placeholders inherits: the theme's body font and text colour, no reliable size.
 * LibreOffice chooses a colour by a template's background.
 */
export function plainListStyle({ scheme }: Theme): ListStyle {
  return oneLevel({ ...plainStyle, color: scheme ? undefined : 'ink' })
}

/** How far each level of a list is indented, as a part of the type size. */
const listIndent = 1.1
const bullets = ['•', '–', '•', '–', '•'] as const

/** Text of one level, such as a title's. */
export function oneLevel(style: PartialStyle): ListStyle {
  return [{ style, left: 0, hanging: 0, spaceBefore: 0 }]
}

/** Layouts beside the covers whose text says one thing and lists nothing. */
const plainLayouts: ReadonlySet<string> = new Set(['big-number', 'timeline', 'statement', 'quote'])

/** A list as in PowerPoint's own templates: typing gives a bullet, Tab the next level. Spaced as the layout says. */
export function bodyLevels(style: TextStyle, layout: string): ListStyle {
  if (isCover(layout) || plainLayouts.has(layout)) return oneLevel(style)
  return listLevels(style, style.size, style.leading * 0.35)
}

/** Levels of a list in one style; `size` and the space above each item in points. */
export function listLevels(style: PartialStyle, size: number, spaceBefore: number): ListStyle {
  const indent = size * listIndent
  return bullets.map((bullet, index) => ({ style, left: indent * (index + 1), hanging: indent, bullet, spaceBefore }))
}

/** The level that a paragraph inherits from; the last one for those below it. */
export function levelAt(levels: ListStyle, index: number): Level {
  return levels[Math.min(index, levels.length - 1)] ?? { style: {}, left: 0, hanging: 0, spaceBefore: 0 }
}

/** `<a:lstStyle>`, or a master's text style: each level in full. */
export function listStyleElement(name: string, levels: ListStyle, theme: Theme): XmlElement {
  return element(
    name,
    {},
    levels.map((level, index) =>
      paragraphProperties(`a:lvl${index + 1}pPr`, level, undefined, [
        runProperties('a:defRPr', characterStyle(level.style), {}, theme),
      ]),
    ),
  )
}
