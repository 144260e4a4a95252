import type { Theme } from '../theme/theme.ts'

/** Our layouts' names. */
export type TemplatedLayout = Exclude<keyof NonNullable<Theme['layouts']>, 'default'>

/** PowerPoint's kinds of layout (ECMA-376, 19.7.15) that suit each of ours, best first; the same in any language. */
export const layoutKinds: Readonly<Record<TemplatedLayout, readonly string[]>> = {
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
export const kindNames: Readonly<Record<string, readonly string[]>> = {
  title: ['Title Slide'],
  secHead: ['Section Header', 'Section'],
  obj: ['Title and Content', 'Title, Content', 'Content'],
  twoObj: ['Two Content', 'Title, 2 Content'],
  titleOnly: ['Title Only'],
}
