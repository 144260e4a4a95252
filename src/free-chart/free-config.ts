import type { Config } from 'vega-lite'
import { mergeConfig } from '../chart/bind/merge-config.ts'
import { chartSizes } from '../chart/bind/theme-config.ts'
import type { Medium } from '../chart/types.ts'
import type { Theme } from '../theme/theme.ts'

/**
 * A theme as configuration of a spec that knows nothing of it: fonts and colours; the sizes of a medium, else Vega's own. What a chart says — axis titles,
 * ticks, grid, legends — stays as its author has it. Vega and Vega-Lite both read it.
 */
export function toFreeConfig(theme: Theme, medium?: Medium): Config {
  const look = getLook(theme)
  return medium ? mergeConfig(look, getSizes(theme, medium)) : look
}

/** Type that is read from afar, and lines that are seen from there. */
function getSizes(theme: Theme, medium: Medium) {
  const { axis, label, line, point } = chartSizes(theme, medium)
  return {
    text: { fontSize: axis },
    line: { strokeWidth: line },
    point: { size: point },
    circle: { size: point },
    square: { size: point },
    axis: {
      labelFontSize: axis,
      titleFontSize: axis,
      labelPadding: axis / 3,
      titlePadding: axis / 2,
      tickSize: axis / 2,
    },
    legend: { labelFontSize: axis, titleFontSize: axis, symbolSize: axis * axis },
    header: { labelFontSize: axis, titleFontSize: label },
    // As many ticks as there is room for at this size; bars that are no wall.
    axisXQuantitative: { tickCount: { expr: `ceil(width / ${axis * 7})` } },
    axisYQuantitative: { tickCount: { expr: `ceil(height / ${axis * 4})` } },
    scale: { barBandPaddingInner: 0.3 },
  }
}

function getLook({ colors, fonts }: Theme): Config {
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
