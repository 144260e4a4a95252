import type { Config } from 'vega-lite'
import type { Locale } from '../../locale/types.ts'
import type { Theme } from '../../theme/theme.ts'
import { toChannels, toHex } from '../../theme/theme-colors.ts'
import type { Medium } from '../types.ts'

/**
 * A chart's sizes for a medium, from the theme's type scale: of values and names beside marks, of axis labels and
 * notes, of lines that carry data, in points;
 * of a point mark's area, in square points. Parameters that every spec can use in its expressions, so that it holds no
 * size.
 */
export function chartSizes({ slide, page }: Theme, medium: Medium) {
  switch (medium) {
    case 'slide':
      return { labelSize: slide.subtitle, axisSize: slide.bodyMinimum, lineWidth: 3, pointSize: 64 }
    case 'page':
      return { labelSize: (page.small + page.body) / 2, axisSize: page.small, lineWidth: 1.75, pointSize: 24 }
  }
}

/** The parameters that the configuration itself uses. */
export const configParameters: readonly string[] = [
  'labelSize',
  'axisSize',
  'lineWidth',
  'pointSize',
  'nameSize',
  'nameWidth',
  'breaksNames',
  'legendColumns',
]

const labelSize = { expr: 'labelSize' }
const axisSize = { expr: 'axisSize' }

/**
 * Vega-Lite's configuration made from the theme: quiet grid, no domain lines, one accent. Sizes are parameters, so that
 * one compiled spec serves every medium.
 * `hasNames`: the names down the side are measured (`nameWidth`) and stand ragged left at the chart's left edge.
 * `hasStacks`: areas stand on each other, and
 * are as dark as their legend. `isOne`: there are no panels, in which the periods of points have less room.
 */
export function toVegaConfig(
  { colors, fonts }: Theme,
  { hasNames = false, hasStacks = false, isOne = false } = {},
): Config {
  const font = fonts.body.powerpoint
  return {
    font,
    aria: false,
    background: 'transparent',
    padding: 0,
    customFormatTypes: true,
    view: { stroke: null },
    mark: { color: colors.accent },
    bar: { color: colors.accent },
    line: { color: colors.accent, strokeWidth: { expr: 'lineWidth' }, strokeCap: 'round', strokeJoin: 'round' },
    area: { color: colors.accent, opacity: hasStacks ? 1 : 0.12, line: false },
    point: { color: colors.accent, filled: true, opacity: 1, size: { expr: 'pointSize' } },
    circle: { color: colors.accent, opacity: 1, size: { expr: 'pointSize' } },
    rule: { color: colors.rule, strokeWidth: 1 },
    // Data, and no lines of a grid.
    errorbar: { rule: { color: colors.ink } },
    text: { font, fontSize: labelSize, color: colors.ink },
    style: {
      value: { fontWeight: 'bold' },
      note: { fontSize: axisSize, color: colors.muted },
      context: { color: colors.context },
      track: { color: colors.panel },
      baseline: { color: colors.ink, strokeWidth: 1 },
    },
    ...axisConfig(colors, font, hasNames),
    ...(isOne && { axisXPoint: { labelAngle: 0 } }),
    scale: {
      barBandPaddingInner: 0.4,
      tickBandPaddingInner: 0.4,
      // Cells of a heat map stand close to each other.
      rectBandPaddingInner: 0.04,
      bandPaddingOuter: 0.2,
    },
    range: {
      category: categoryColors(colors),
      // No darker than words on it can be read.
      heatmap: [0.1, 0.6].map((part) => mixed(colors.paper, colors.accent, part)),
    },
    legend: {
      ...smallWords(colors, font),
      labelColor: colors.ink,
      title: null,
      orient: 'top',
      columns: { expr: 'legendColumns' },
    },
    header: { labelFont: font, labelFontSize: labelSize, labelColor: colors.ink, title: null },
    title: {
      font: fonts.heading.powerpoint,
      fontSize: labelSize,
      color: colors.ink,
      anchor: 'start',
      subtitleFont: font,
      subtitleFontSize: axisSize,
      subtitleColor: colors.muted,
      // PowerPoint and LibreOffice keep room around a chart's title.
      subtitlePadding: { expr: 'axisSize * 0.45' },
    },
  }
}

/** The colours of things side by side, each once before one comes again. */
function categoryColors({ accent, second, context, muted }: Theme['colors']): string[] {
  const darker = [second, accent].map((color) => mixed(color, '#000000', 0.5))
  const lighter = [accent, second].map((color) => mixed(color, '#ffffff', 0.5))
  return [accent, second, context, muted, ...darker, ...lighter]
}

/** A colour of which a part is another. */
function mixed(color: string, other: string, part: number): string {
  const others = toChannels(other)
  return toHex(toChannels(color).map((channel, at) => channel * (1 - part) + (others[at] ?? 0) * part))
}

/** How an axis and a legend set their words. */
function smallWords({ muted }: Theme['colors'], font: string) {
  const title = { titleFont: font, titleFontSize: axisSize, titleColor: muted, titleFontWeight: 'normal' } as const
  return { labelFont: font, labelFontSize: axisSize, ...title }
}

function axisConfig(colors: Theme['colors'], font: string, hasNames: boolean): Config {
  const ragged = { labelAlign: 'left' as const, labelPadding: { expr: 'nameWidth + labelSize * 0.6' } }
  const names = { labelColor: colors.ink, labelFontSize: { expr: 'nameSize' }, ...(hasNames ? ragged : {}) }
  return {
    axis: {
      domain: false,
      domainColor: colors.ink,
      domainWidth: 1,
      ticks: false,
      title: null,
      grid: false,
      gridColor: colors.rule,
      gridWidth: 0.75,
      ...smallWords(colors, font),
      labelColor: colors.muted,
      labelPadding: { expr: 'axisSize * 0.5' },
      labelLimit: 0,
    },
    axisYBand: { ...names, domain: true },
    axisYPoint: names,
    // The default hides every second label where two touch.
    axisTemporal: { labelOverlap: 'greedy', labelSeparation: { expr: 'axisSize * 0.8' } },
    axisXBand: { labelAngle: 0, labelColor: colors.ink, domain: true },
  }
}

/** How Vega writes numbers and dates that a spec leaves to it, where that is not as in English. */
export function toVegaLocale({ charts, notation }: Pick<Locale, 'charts' | 'notation'>): Pick<Config, 'locale'> {
  const { decimal, group } = notation
  const number = { decimal, thousands: group, grouping: [3], currency: ['', ''], percent: '\u00a0%' }
  const words = { ...(decimal === '.' ? {} : { number }), ...(charts.time && { time: charts.time }) }
  return Object.keys(words).length > 0 ? ({ locale: words } as Pick<Config, 'locale'>) : {}
}
