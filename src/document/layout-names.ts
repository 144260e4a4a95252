/** The layouts of slides: what `::slide{layout="…"}` may name, and every deck gets. */
export const layoutNames = [
  'title',
  'section',
  'key-figures',
  'chart',
  'chart-and-text',
  'two-charts',
  'table',
  'quote',
  'text',
  'closing',
] as const

export type LayoutName = (typeof layoutNames)[number]
