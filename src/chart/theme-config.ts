import type { Config } from 'vega-lite'
import type { Theme } from '../theme.ts'
import type { JsonObject } from './json.ts'
import type { Medium } from './types.ts'

/** Sizes of type and strokes in a chart, in points. */
export interface ChartSizes {
  /** Axis labels and notes. */
  axis: number
  /** Values and names beside marks. */
  label: number
  /** Lines that carry data. */
  line: number
  /** Area of a point mark, in square points. */
  point: number
}

/** The chart's sizes for a medium, from the theme's type scale. */
export function chartSizes(theme: Theme, medium: Medium): ChartSizes {
  switch (medium) {
    case 'slide':
      return { axis: theme.slide.bodyMinimum, label: theme.slide.subtitle, line: 3, point: 64 }
    case 'page':
      return { axis: theme.page.small, label: (theme.page.small + theme.page.body) / 2, line: 1.75, point: 24 }
  }
}

/** Parameters that every spec can use in its expressions, so that it holds no colour and no size: the theme's colours by name, `labelSize` and `axisSize`. */
export function themeParameters(theme: Theme, medium: Medium): JsonObject {
  const { axis, label } = chartSizes(theme, medium)
  return { ...theme.colors, labelSize: label, axisSize: axis }
}

/**
 * Vega-Lite's configuration made from the theme: quiet grid, no domain lines, one accent.
 * `nameWidth` is the width of the longest name down the side, in points: names then stand ragged left at the chart's left edge; zero where it is not known.
 */
export function toVegaConfig(theme: Theme, medium: Medium, nameWidth: number): Config {
  const { colors } = theme
  const sizes = chartSizes(theme, medium)
  const font = theme.fonts.body.powerpoint
  const label = { font, fontSize: sizes.label, color: colors.ink }
  const names = {
    labelColor: colors.ink,
    labelFontSize: sizes.label,
    ...(nameWidth > 0 ? { labelAlign: 'left' as const, labelPadding: nameWidth + sizes.label * 0.6 } : {}),
  }
  return {
    font,
    aria: false,
    background: 'transparent',
    padding: 0,
    customFormatTypes: true,
    view: { stroke: null },
    mark: { color: colors.accent },
    bar: { color: colors.accent },
    line: { color: colors.accent, strokeWidth: sizes.line, strokeCap: 'round', strokeJoin: 'round' },
    area: { color: colors.accent, opacity: 0.12, line: false },
    point: { color: colors.accent, filled: true, opacity: 1, size: sizes.point },
    circle: { color: colors.accent, opacity: 1, size: sizes.point },
    rule: { color: colors.rule, strokeWidth: 1 },
    text: label,
    style: {
      value: { fontWeight: 'bold' },
      note: { fontSize: sizes.axis, color: colors.muted },
      context: { color: colors.context },
      track: { color: colors.panel },
      baseline: { color: colors.ink, strokeWidth: 1 },
    },
    axis: {
      domain: false,
      domainColor: colors.ink,
      domainWidth: 1,
      ticks: false,
      title: null,
      grid: false,
      gridColor: colors.rule,
      gridWidth: 0.75,
      labelFont: font,
      labelFontSize: sizes.axis,
      labelColor: colors.muted,
      labelPadding: sizes.axis * 0.5,
      labelLimit: 0,
      titleFont: font,
      titleFontSize: sizes.axis,
      titleColor: colors.muted,
      titleFontWeight: 'normal',
    },
    axisYBand: { ...names, domain: true },
    axisYPoint: names,
    axisXBand: { labelAngle: 0, labelColor: colors.ink, domain: true },
    scale: { bandPaddingInner: 0.4, bandPaddingOuter: 0.2 },
    range: { category: [colors.accent, colors.second, colors.context, colors.muted, colors.good, colors.bad] },
    legend: { labelFont: font, labelFontSize: sizes.axis, labelColor: colors.ink, title: null, orient: 'top' },
    header: { labelFont: font, labelFontSize: sizes.label, labelColor: colors.ink, title: null },
    title: { font: theme.fonts.heading.powerpoint, fontSize: sizes.label, color: colors.ink, anchor: 'start' },
  }
}
