import { suggest } from '../diagnostic.ts'
import type { Theme } from '../theme/theme.ts'
import { hasContent, layoutByPlaces, roomiest } from './layout-by-places.ts'
import { kindNames, layoutKinds, type TemplatedLayout } from './layout-kinds.ts'
import type { ReferenceLayout, TemplateDeck } from './types.ts'

/**
 * The template's layout for one of ours: the one that `layouts:` of the theme names, else the one of the same name
 * (`Chart and text` for
 * `chart-and-text`), else PowerPoint's own for that purpose, else the one whose places suit it. Where there is none,
 * what to say of it.
 */
export function chooseLayout(
  layout: TemplatedLayout,
  theme: Theme,
  reference: TemplateDeck,
): ReferenceLayout | { message: string; expected: string; hint: string } {
  const { layouts, file } = reference
  const expected = `one of ${layouts.map(({ name }) => name).join(', ')}`
  const wanted = theme.layouts?.[layout]
  if (wanted !== undefined) {
    const hint =
      suggest(
        wanted,
        layouts.map(({ name }) => name),
      ) ?? 'layouts: in templates/theme.yaml names it'
    const message = `${file} has no layout ${wanted}, which is to be ${layout}`
    return layouts.find((one) => isCalled(one, wanted)) ?? { message, expected, hint }
  }
  const known = knownLayout(layout, theme, reference)
  const other = theme.layouts?.default
  if (!known && other !== undefined) {
    const message = `${file} has no layout ${other}, which is to be that of all others`
    return { message, expected, hint: `name one in templates/theme.yaml: layouts: { ${layout}: … }` }
  }
  const message = `${file} has no layout with a place for a title, for ${layout} slides`
  const hint = 'give one of its layouts a title in PowerPoint: View, Slide Master'
  return known ?? layoutByPlaces(layout, reference) ?? { message, expected, hint }
}

/** Our layouts among some that are taken by their places alone, each with the template's. */
export function layoutsByPlaces(
  names: Iterable<TemplatedLayout>,
  theme: Theme,
  reference: TemplateDeck,
): [ours: TemplatedLayout, theirs: ReferenceLayout][] {
  return [...new Set(names)].flatMap((name): [TemplatedLayout, ReferenceLayout][] => {
    const isNamed = theme.layouts?.[name] !== undefined || theme.layouts?.default !== undefined
    const byPlaces = isNamed || knownLayout(name, theme, reference) ? undefined : layoutByPlaces(name, reference)
    return byPlaces ? [[name, byPlaces]] : []
  })
}

/** The layout of the same name, else the one for all others, else PowerPoint's own kind. */
function knownLayout(layout: TemplatedLayout, theme: Theme, { layouts }: TemplateDeck): ReferenceLayout | undefined {
  const called = (name: string): ReferenceLayout | undefined => layouts.find((one) => isCalled(one, name))
  const other = theme.layouts?.default
  if (called(layout) || other !== undefined) return called(layout) ?? called(other ?? '')
  const standard = layoutKinds[layout].flatMap((kind) => {
    // LibreOffice calls a cover with a place for text title only.
    const alike = layouts.filter((one) => one.type === kind && (kind !== 'titleOnly' || !hasContent(one)))
    const isCoverKind = kind === 'title' || kind === 'secHead'
    return (isCoverKind ? alike[0] : roomiest(alike)) ?? kindNames[kind]?.flatMap((name) => called(name) ?? []) ?? []
  })
  return standard[0]
}

/** Whether a layout has the name, whatever its capitals, spaces and hyphens. */
function isCalled({ name }: ReferenceLayout, wanted: string): boolean {
  const bare = (text: string): string =>
    text
      .toLowerCase()
      .replaceAll(/[\s_-]+/g, ' ')
      .trim()
  return bare(name) === bare(wanted)
}
