import { suggest } from '../diagnostic.ts'
import type { Theme } from '../theme/theme.ts'
import type { ReferenceLayout, TemplateDeck } from './types.ts'

/** Our layouts' names. */
type LayoutName = Exclude<keyof NonNullable<Theme['layouts']>, 'default'>

/** PowerPoint's own kinds of layout (ECMA-376, 19.7.15) that each of ours can do with, the best first. They are the same in every language. */
const kinds: Readonly<Record<LayoutName, readonly string[]>> = {
  title: ['title'],
  section: ['secHead', 'title'],
  'key-figures': ['obj', 'titleOnly', 'tx'],
  chart: ['chart', 'obj', 'titleOnly', 'tx'],
  'chart-and-text': ['twoObj', 'chartAndTx', 'txAndChart', 'obj', 'tx'],
  'two-charts': ['twoObj', 'obj', 'tx'],
  table: ['tbl', 'obj', 'titleOnly', 'tx'],
  quote: ['obj', 'tx'],
  text: ['obj', 'tx'],
  closing: ['obj', 'tx'],
  'big-number': ['twoObj', 'obj', 'titleOnly', 'tx'],
  comparison: ['twoTxTwoObj', 'twoObj', 'obj', 'tx'],
  'three-columns': ['titleOnly', 'obj', 'tx'],
  timeline: ['titleOnly', 'obj', 'tx'],
  statement: ['secHead', 'title'],
  agenda: ['obj', 'tx'],
  appendix: ['secHead', 'title'],
  back: ['secHead', 'title'],
  picture: ['titleOnly', 'obj', 'tx'],
  'picture-and-text': ['twoObj', 'obj', 'tx'],
}

/** The names by which templates without kinds call them. */
const names: Readonly<Record<string, readonly string[]>> = {
  title: ['Title Slide'],
  secHead: ['Section Header', 'Section'],
  obj: ['Title and Content', 'Title, Content', 'Content'],
  twoObj: ['Two Content', 'Title, 2 Content'],
  titleOnly: ['Title Only'],
}

/**
 * The template's layout for one of ours: the one that `layouts:` of the theme names, else the one of the same name (`Chart and text` for
 * `chart-and-text`), else PowerPoint's own for that purpose. Where there is none, what to say of it.
 */
export function chooseLayout(
  layout: LayoutName,
  { layouts: mapping }: Theme,
  { layouts, file }: TemplateDeck,
): ReferenceLayout | { message: string; expected: string; hint: string } {
  const called = (name: string): ReferenceLayout | undefined => layouts.find((one) => isCalled(one, name))
  const wanted = mapping?.[layout]
  const expected = `one of ${layouts.map(({ name }) => name).join(', ')}`
  if (wanted !== undefined) {
    const hint =
      suggest(
        wanted,
        layouts.map(({ name }) => name),
      ) ?? 'layouts: in templates/theme.yaml names it'
    return called(wanted) ?? { message: `${file} has no layout ${wanted}, which is to be ${layout}`, expected, hint }
  }
  const standard = kinds[layout].flatMap(
    (kind) => layouts.find(({ type }) => type === kind) ?? names[kind]?.flatMap((name) => called(name) ?? []) ?? [],
  )
  const hint = `name one in templates/theme.yaml: layouts: { ${layout}: … }`
  const other = mapping?.default
  if (other !== undefined && !called(layout)) {
    return (
      called(other) ?? { message: `${file} has no layout ${other}, which is to be that of all others`, expected, hint }
    )
  }
  return called(layout) ?? standard[0] ?? { message: `${file} has no layout for ${layout} slides`, expected, hint }
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
