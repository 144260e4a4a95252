/** The layouts of slides: what `::slide{layout="…"}` may name, and every deck gets. */
export const layoutNames = [
  'title',
  'section',
  'key-figures',
  'big-number',
  'chart',
  'chart-and-text',
  'two-charts',
  'comparison',
  'three-columns',
  'picture',
  'picture-and-text',
  'table',
  'timeline',
  'statement',
  'quote',
  'agenda',
  'text',
  'appendix',
  'closing',
  'back',
] as const

export type LayoutName = (typeof layoutNames)[number]
