import type { Config } from 'vega-lite'
import type { Theme } from '../theme.ts'

/**
 * A theme as configuration of a spec that knows nothing of it: fonts and colours, the sizes Vega's own. What a chart says — axis titles, ticks, grid,
 * legends — stays as its author has it. Vega and Vega-Lite both read it.
 */
export function toFreeConfig({ colors, fonts }: Theme): Config {
  const font = fonts.body.powerpoint
  const heading = fonts.heading.powerpoint
  const mark = { color: colors.accent }
  return {
    font,
    background: colors.paper,
    view: { stroke: null },
    mark,
    rule: { color: colors.ink },
    text: { font, color: colors.ink },
    axis: {
      domainColor: colors.muted,
      gridColor: colors.rule,
      tickColor: colors.muted,
      labelFont: font,
      labelColor: colors.muted,
      titleFont: font,
      titleColor: colors.ink,
      titleFontWeight: 'bold',
    },
    legend: { labelFont: font, labelColor: colors.ink, titleFont: font, titleColor: colors.ink },
    header: { labelFont: font, labelColor: colors.ink, titleFont: font, titleColor: colors.ink },
    title: { font: heading, color: colors.ink, subtitleFont: font, subtitleColor: colors.muted },
    range: { category: [colors.accent, colors.second, colors.good, colors.bad, colors.context, colors.muted] },
  }
}
