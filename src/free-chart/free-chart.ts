import type { Config } from 'vega-lite'
import { periodAt } from '../chart/bind/formats.ts'
import { mergeConfig } from '../chart/bind/merge-config.ts'
import { chartSizes, toVegaLocale } from '../chart/bind/theme-config.ts'
import { withoutTitle } from '../chart/draw/scene/without-title.ts'
import { checkSpec } from '../chart/spec/check-spec.ts'
import { isSingle } from '../chart/spec/is-single.ts'
import { isJsonObject, type JsonObject, type JsonPath, walkSpec } from '../chart/spec/json/json.ts'
import { parseSpec, type SpecFile, specError } from '../chart/spec/json/spec-file.ts'
import type { Chart, Grammar, Medium } from '../chart/types.ts'
import { type Diagnostic, hasErrors, type Outcome } from '../diagnostic.ts'
import type { Size } from '../graphics/types.ts'
import type { Locale } from '../locale/types.ts'
import type { Theme } from '../theme/theme.ts'
import { describeSpec } from './free-description.ts'

/** A spec of either grammar that nothing is known against. */
export interface FreeSpec extends SpecFile {
  spec: JsonObject
  grammar: Grammar
}

/** How such a spec is drawn. */
export interface FreeSetting {
  /** Undefined: Vega's own look. */
  theme: Theme | undefined
  locale: Locale
  medium: Medium
  /** In place of the spec's own. */
  size: Partial<Size>
  /** The size that a chart of one view fills, axes and all; its type and lines are as large as on slides. */
  room?: Size | undefined
}

/**
 * Reads a Vega-Lite or Vega spec without a report.
 * Errors at their places: not JSON, against its grammar, data that only a report could give.
 */
export function readFreeSpec({ file, text: written }: SpecFile): Outcome<FreeSpec> {
  const text = written.replace(/^\uFEFF/, '')
  const source = { file, text }
  const { value: spec, diagnostics } = parseSpec(source)
  if (!spec) return { value: undefined, diagnostics }
  const grammar = getGrammar(spec, file)
  const faults = [
    ...unknownGrammar(spec, source),
    ...checkSpec(source, spec, grammar).map(({ diagnostic }) => diagnostic),
    ...(grammar === 'vega-lite' ? missingData(source, spec) : []),
  ]
  return { value: hasErrors(faults) ? undefined : { ...source, spec, grammar }, diagnostics: faults }
}

/** The chart of a spec without a report; the spec overrides the theme. On a slide its title stands above the chart. */
export function toFreeChart(read: FreeSpec, setting: FreeSetting): Chart {
  const { file, text, spec, grammar } = read
  const { locale, medium, room } = setting
  return {
    ...{ file, text },
    spec: toSpec(read, setting),
    parameters: {},
    rows: [],
    observations: [],
    alt: describeSpec(spec),
    language: locale.language,
    medium,
    formats: {
      quantity: (value) => String(value),
      period: (date, kind) => locale.period(periodAt(new Date(date), kind), 'short'),
    },
    place: { file, line: 1, column: 1 },
    free: { grammar, isFitted: room !== undefined },
  }
}

/** By its `$schema`, else by its file's name, else by what it holds. */
function getGrammar(spec: JsonObject, file: string): Grammar {
  const named = typeof spec.$schema === 'string' ? /\/schema\/(vega-lite|vega)\//.exec(spec.$schema)?.[1] : undefined
  if (named === 'vega' || named === 'vega-lite') return named
  if (/\.vl(\.json)?$/.test(file)) return 'vega-lite'
  return /\.vg(\.json)?$/.test(file) || Array.isArray(spec.marks) ? 'vega' : 'vega-lite'
}

function unknownGrammar({ $schema }: JsonObject, source: SpecFile) {
  if (typeof $schema !== 'string' || /\/schema\/(vega-lite|vega)\//.test($schema)) return []
  const expected = 'https://vega.github.io/schema/vega-lite/v6.json or https://vega.github.io/schema/vega/v6.json'
  return [{ ...specError(source, ['$schema'], `unknown $schema: ${$schema}`), expected }]
}

/** Data that the spec lacks: a name that only a report or program could supply, or none at all for shown fields. */
function missingData(source: SpecFile, spec: JsonObject): Diagnostic[] {
  const objects = walkSpec(spec)
  const named = new Set([...Object.keys(isJsonObject(spec.datasets) ? spec.datasets : {}), ...objects.flatMap(ownName)])
  const unknown = objects.flatMap(([{ data }, path]) =>
    isJsonObject(data) && isReference(data) && !named.has(String(data.name))
      ? [
          {
            ...specError(source, [...path, 'data', 'name'], `no data of that name: ${data.name}`),
            hint: 'give url, values or datasets; names of figures are for the charts of a report, in its templates folder',
          },
        ]
      : [],
  )
  const isShown = objects.some(([{ field }, path]) => field !== undefined && path.includes('encoding'))
  const hasNone = isShown && objects.every(([object]) => object.data == null)
  return hasNone ? [{ ...specError(source, [], 'no data for its fields'), expected: 'a property: data' }] : unknown
}

/** A name that data with rows of their own go by. */
function ownName([{ data }]: [JsonObject, JsonPath]): string[] {
  return isJsonObject(data) && typeof data.name === 'string' && !isReference(data) ? [data.name] : []
}

function isReference(data: JsonObject): boolean {
  return typeof data.name === 'string' && Object.keys(data).every((key) => key === 'name' || key === 'format')
}

function toSpec({ spec, grammar }: FreeSpec, { theme, size, locale, medium, room }: FreeSetting): Chart['spec'] {
  const base = { ...(theme ? toFreeConfig(theme, room && 'slide') : {}), ...toVegaLocale(locale) }
  const config =
    Object.keys(base).length > 0 ? mergeConfig(base, isJsonObject(spec.config) ? spec.config : {}) : spec.config
  const shown = medium === 'slide' ? withoutTitle(spec) : spec
  const sized = grammar === 'vega' || isSingle(spec) ? { ...shown, ...size, ...filling(room) } : shown
  // The shape of what stands in the file is judged by Vega and Vega-Lite themselves.
  const themed: unknown = config === undefined ? sized : { ...sized, config }
  return themed as Chart['spec']
}

function filling(room: Size | undefined) {
  return room ? { ...room, autosize: { type: 'fit', contains: 'padding' } } : {}
}

/**
 * A theme as configuration of a spec that knows nothing of it: fonts and colours; the sizes of a medium, else Vega's
 * own. What a chart says — axis titles,
 * ticks, grid, legends — stays as its author has it. Vega and Vega-Lite both read it.
 */
function toFreeConfig(theme: Theme, medium?: Medium): Config {
  const look = getLook(theme)
  return medium ? mergeConfig(look, getSizes(theme, medium)) : look
}

/** Type that is read from afar, and lines that are seen from there. */
function getSizes(theme: Theme, medium: Medium) {
  const { axisSize: axis, labelSize: label, lineWidth: line, pointSize: point } = chartSizes(theme, medium)
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
