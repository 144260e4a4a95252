import type { TopLevelSpec } from 'vega-lite'
import type { Dataset, Observation } from '../dataset/types.ts'
import { type Diagnostic, hasErrors, type Outcome, suggest } from '../diagnostic.ts'
import type { Fonts } from '../fonts.ts'
import type { Locale } from '../locale/types.ts'
import type { Theme } from '../theme.ts'
import { describeChart } from './describe.ts'
import { chartFormats, checkFormats } from './formats.ts'
import { isJsonObject, type Json, type JsonObject, type JsonPath, walkObjects } from './json.ts'
import { groupObservations, namedIndicators, toChartRows } from './rows.ts'
import { type ShownMark, shownMarks } from './shown.ts'
import { checkFields } from './spec-fields.ts'
import { parseSpec, type SpecFile, specError } from './spec-file.ts'
import { chartSizes, themeParameters, toVegaConfig } from './theme-config.ts'
import type { Chart, ChartRow, Medium } from './types.ts'

export interface BindInput {
  /** The spec's file, relative to the report folder. */
  file: string
  text: string
  dataset: Dataset
  locale: Locale
  theme: Theme
  fonts: Fonts
  medium: Medium
}

/**
 * Binds a Vega-Lite spec to data, theme and locale. `"data": {"name": …}` anywhere in it becomes the rows of that indicator, list, or several separated by commas.
 * Errors, each at its place in the spec: not JSON, an unknown indicator, field, unit or parameter of ours given again.
 */
export function bindChart(input: BindInput): Outcome<Chart> {
  const parsed = parseSpec(input)
  if (!parsed.value) return { value: undefined, diagnostics: parsed.diagnostics }
  const spec = parsed.value
  const data = bindData(input, spec, input)
  const diagnostics = [
    ...data.diagnostics,
    ...checkFields(input, spec),
    ...checkFormats(input, spec, input.dataset),
    ...checkParameters(input, spec, boundParameters(input, [])),
  ]
  if (hasErrors(diagnostics)) return { value: undefined, diagnostics }
  return { value: toChart(input, spec, data.rows), diagnostics }
}

function toChart(input: BindInput, spec: JsonObject, data: ReadonlyMap<string, ChartRow[]>): Chart {
  const { dataset, locale, theme, fonts, medium } = input
  const marks = shownMarks(spec, data, { ...boundParameters(input, []), ...ownParameters(spec) })
  const names = nameWidth(marks, fonts, chartSizes(theme, medium).label)
  const parameters = { ...boundParameters(input, marks), nameWidth: names }
  return {
    file: input.file,
    text: input.text,
    spec: toBoundSpec(spec, data, parameters, toVegaConfig(theme, medium, names)),
    rows: [...data.values()].flat(),
    observations: shownObservations(marks, dataset),
    alt: describeChart(marks, dataset, locale),
    language: locale.language,
    medium,
    formats: chartFormats(dataset, locale),
    place: { file: input.file, line: 1, column: 1 },
  }
}

/** The rows behind each data name of the spec, and errors for the names that the dataset does not know. */
function bindData(source: SpecFile, spec: JsonObject, { dataset, locale }: BindInput) {
  const rows = new Map<string, ChartRow[]>()
  const diagnostics: Diagnostic[] = []
  for (const [name, path] of dataNames(spec)) {
    const { ids, unknown } = namedIndicators(dataset, name)
    diagnostics.push(...unknown.map((part) => unknownData(source, path, part, dataset)))
    const bound = toChartRows(dataset, ids, locale)
    if (unknown.length === 0 && bound.length === 0)
      diagnostics.push(specError(source, path, `no observations: ${name}`))
    rows.set(name, bound)
  }
  return { rows, diagnostics }
}

/** Names of data that the spec leaves to be bound, each with its path. */
function dataNames(spec: JsonObject): [string, JsonPath][] {
  const own = isJsonObject(spec.datasets) ? spec.datasets : {}
  return [...walkObjects(spec)].flatMap(([{ data }, path]): [string, JsonPath][] =>
    isJsonObject(data) && typeof data.name === 'string' && Object.keys(data).length === 1 && !(data.name in own)
      ? [[data.name, [...path, 'data', 'name']]]
      : [],
  )
}

function unknownData(source: SpecFile, path: JsonPath, name: string, dataset: Dataset): Diagnostic {
  return {
    ...specError(source, path, `unknown indicator: ${name}`),
    expected: 'an indicator, a list, or several separated by commas',
    hint: suggest(name, [...dataset.indicators.keys(), ...dataset.lists.keys()]),
  }
}

/** The parameters that every spec has without declaring them. */
function boundParameters({ dataset, locale, theme, medium }: BindInput, marks: readonly ShownMark[]): JsonObject {
  const { period, comparison } = dataset.report
  return {
    ...themeParameters(theme, medium),
    period,
    comparison,
    reportLanguage: locale.language,
    medium,
    axisDates: axisDates(
      marks.flatMap((mark) => mark.rows),
      period,
    ),
    nameWidth: 0,
  }
}

/** Dates worth a label on a time axis, in milliseconds: the first and last, and those at the report's time of the year. */
function axisDates(rows: readonly ChartRow[], period: string): number[] {
  const byDate = new Map(rows.map((row) => [Date.parse(row.date), row.period]))
  const dates = [...byDate.keys()].sort((one, other) => one - other)
  return dates.filter(
    (date, index) => index === 0 || index === dates.length - 1 || byDate.get(date)?.slice(4) === period.slice(4),
  )
}

/** The width of the longest name that stands down the side of a chart, in points. */
function nameWidth(marks: readonly ShownMark[], fonts: Fonts, size: number): number {
  const names = marks.flatMap(({ names, rows }) =>
    rows.flatMap((row) => Object.entries(row).filter(([key]) => key === names)),
  )
  const widths = names.map(([, name]) =>
    typeof name === 'string' ? fonts.width(name, { font: 'body', weight: 'regular', italic: false }, size) : 0,
  )
  return Math.ceil(Math.max(0, ...widths))
}

function ownParameters(spec: JsonObject): JsonObject {
  const declared = Array.isArray(spec.params) ? spec.params.filter(isJsonObject) : []
  return Object.fromEntries(
    declared.flatMap(({ name, value }): [string, Json][] =>
      typeof name === 'string' && value !== undefined ? [[name, value]] : [],
    ),
  )
}

function checkParameters(source: SpecFile, spec: JsonObject, bound: JsonObject): Diagnostic[] {
  const params = Array.isArray(spec.params) ? spec.params : []
  return params.flatMap((param, index) =>
    isJsonObject(param) && typeof param.name === 'string' && param.name in bound
      ? [
          {
            ...specError(source, ['params', index, 'name'], `parameter is given by the report: ${param.name}`),
            hint: 'choose another name',
          },
        ]
      : [],
  )
}

/** The spec with data, parameters and configuration inside it; its own configuration goes before the theme's. */
function toBoundSpec(
  spec: JsonObject,
  data: ReadonlyMap<string, ChartRow[]>,
  parameters: JsonObject,
  config: object,
): TopLevelSpec {
  const params = Object.entries(parameters).map(([name, value]) => ({ name, value }))
  const bound: unknown = {
    ...spec,
    datasets: {
      ...(isJsonObject(spec.datasets) ? spec.datasets : {}),
      ...Object.fromEntries([...data].map(([name, rows]) => [name, rows.map(withTime)])),
    },
    params: [...params, ...(Array.isArray(spec.params) ? spec.params : [])],
    config: isJsonObject(spec.config) ? merge(config, spec.config) : config,
  }
  // The shape of what stands in the file is judged by Vega-Lite itself, when it compiles the spec.
  return bound as TopLevelSpec
}

/** Vega-Lite leaves dates unparsed where a layer inherits its encoding: milliseconds need no parsing. */
function withTime(row: ChartRow): Omit<ChartRow, 'date'> & { date: number } {
  return { ...row, date: Date.parse(row.date) }
}

function merge(base: object, over: JsonObject): JsonObject {
  const merged: JsonObject = { ...base }
  for (const [key, value] of Object.entries(over)) {
    const below = merged[key]
    merged[key] = isJsonObject(below) && isJsonObject(value) ? merge(below, value) : value
  }
  return merged
}

/** The observations behind the numbers that the marks show, in drawing order, each once. */
function shownObservations(marks: readonly ShownMark[], dataset: Dataset): Observation[] {
  const groups = groupObservations(dataset)
  const shown = marks.flatMap(({ rows, measures }) =>
    rows.flatMap((row) => measures.flatMap((measure) => groups.get(row.indicator)?.get(row.period)?.[measure] ?? [])),
  )
  return [...new Set(shown)]
}
