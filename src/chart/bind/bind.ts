import type { TopLevelSpec } from 'vega-lite'
import { type Marking, markedStatuses } from '../../dataset/figure/status-marks.ts'
import type { Dataset, Observation } from '../../dataset/types.ts'
import { type Diagnostic, hasErrors, type Outcome, suggest } from '../../diagnostic.ts'
import type { Fonts } from '../../fonts/fonts.ts'
import { chartFormats, checkFormats } from '../../free-chart/formats.ts'
import type { Locale } from '../../locale/types.ts'
import type { Theme } from '../../theme/theme.ts'
import { coveredWidth } from '../draw/cover-text.ts'
import { checkSpec } from '../spec/check-spec.ts'
import { isJsonObject, type Json, type JsonObject, type JsonPath, walkObjects } from '../spec/json.ts'
import { checkFields } from '../spec/spec-fields.ts'
import { parseSpec, type SpecFile, specError } from '../spec/spec-file.ts'
import type { Chart, ChartRow, Medium } from '../types.ts'
import { describeChart } from './describe.ts'
import { type ChartMarks, chartMarks, sayNumbers } from './mark-rows.ts'
import { mergeConfig } from './merge-config.ts'
import { groupObservations, namedIndicators, toChartRows } from './rows.ts'
import { type ShownMark, shownMarks } from './shown.ts'
import { chartSizes, configParameters, themeParameters, toVegaConfig } from './theme-config.ts'

export interface BindInput {
  /** The spec's file, relative to the report folder. */
  file: string
  text: string
  dataset: Dataset
  locale: Locale
  theme: Theme
  fonts: Fonts
  medium: Medium
  /** How figures are marked by their status; see `statusMark`. */
  marking?: Marking | undefined
}

/**
 * Binds a Vega-Lite spec to data, theme and locale. `"data": {"name": …}` anywhere in it becomes the rows of that indicator, list, or several separated by commas.
 * Errors, each at its place in the spec: not JSON, an unknown indicator, field, unit or parameter of ours given again.
 */
export function bindChart(input: BindInput): Outcome<Chart> {
  const { value: bound, diagnostics } = bindOnce(input)
  return { value: bound && toChart(input, bound), diagnostics }
}

/** What a spec is in every medium. */
interface BoundSpec {
  spec: TopLevelSpec
  rows: ChartRow[]
  marks: ShownMark[]
  observations: Observation[]
  alt: string
  marked: ChartMarks | undefined
}

interface Known {
  input: BindInput
  outcome: Outcome<BoundSpec>
}

/** Deck and briefing show the same charts: what is bound for one serves the other. */
const known = new WeakMap<Dataset, Map<string, Known>>()

function bindOnce(input: BindInput): Outcome<BoundSpec> {
  const ofDataset = known.get(input.dataset) ?? new Map<string, Known>()
  const before = ofDataset.get(input.file)?.input
  const isSame =
    before?.text === input.text &&
    before.theme === input.theme &&
    before.locale.language === input.locale.language &&
    isSameMarking(before.marking, input.marking)
  if (!isSame) ofDataset.set(input.file, { input, outcome: bindSpec(input) })
  known.set(input.dataset, ofDataset)
  return ofDataset.get(input.file)?.outcome ?? { value: undefined, diagnostics: [] }
}

function bindSpec(input: BindInput): Outcome<BoundSpec> {
  const { value: spec, diagnostics: faults } = parseSpec(input)
  if (!spec) return { value: undefined, diagnostics: faults }
  const data = bindData(input, spec, input)
  const diagnostics = [
    ...checkSpec(input, spec, 'vega-lite').map(({ diagnostic }) => diagnostic),
    ...data.diagnostics,
    ...checkFields(input, spec),
    ...checkFormats(input, spec, input.dataset),
    ...checkParameters(input, spec, boundParameters(input, [])),
  ]
  return { value: hasErrors(diagnostics) ? undefined : toBound(input, spec, data.rows), diagnostics }
}

function isSameMarking(one: Marking | undefined, other: Marking | undefined): boolean {
  const told = (marking: Marking | undefined) => JSON.stringify([marking?.letters, [...(marking?.revised ?? [])]])
  return told(one) === told(other)
}

type RowsByName = ReadonlyMap<string, ChartRow[]>

function toBound(input: BindInput, spec: JsonObject, data: RowsByName): BoundSpec {
  const { dataset, locale, theme } = input
  const shownOf = (rows: RowsByName) =>
    shownMarks(spec, rows, { ...boundParameters(input, []), ...ownParameters(spec) })
  const plain = shownOf(data)
  const marked = chartMarks(spec, plain, chartDates(plain, dataset), input)
  const rows = marked ? mapRows(data, marked.mark) : data
  const marks = marked ? shownOf(rows) : plain
  return {
    spec: toBoundSpec(spec, rows, usedParameters(input, marks), toVegaConfig(theme, shownNames(marks).length > 0)),
    rows: [...rows.values()].flat(),
    marks,
    observations: shownObservations(marks, dataset),
    alt: describeChart(marked ? shownOf(mapRows(data, sayStatuses(input))) : plain, dataset, locale),
    marked,
  }
}

function mapRows(data: RowsByName, change: (row: ChartRow) => ChartRow): RowsByName {
  return new Map([...data].map(([name, rows]) => [name, rows.map(change)]))
}

/** Alternative text is heard: it says in words what a mark means. */
function sayStatuses({ dataset, locale, marking }: BindInput): (row: ChartRow) => ChartRow {
  return (row) =>
    sayNumbers(row, dataset, (text, observation) => {
      const statuses = marking ? markedStatuses(observation, marking) : []
      const words = statuses.map((status) => locale.word(status)).join(locale.word('comma'))
      return words === '' ? text : locale.aside(text, words)
    })
}

function toChart(input: BindInput, { spec, rows, marks, observations, alt, marked }: BoundSpec): Chart {
  return {
    file: input.file,
    text: input.text,
    spec,
    parameters: usedParameters(input, marks),
    rows,
    observations,
    alt,
    language: input.locale.language,
    medium: input.medium,
    formats: chartFormats(input.dataset, input.locale, marked?.dates),
    timeZone: input.dataset.report.timeZone,
    marked: marked?.printed,
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
export function dataNames(spec: JsonObject): [string, JsonPath][] {
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
function boundParameters(
  { dataset, locale, theme, fonts, medium }: BindInput,
  marks: readonly ShownMark[],
): JsonObject {
  const { period, comparison } = dataset.report
  return {
    ...themeParameters(theme, medium),
    period,
    comparison,
    reportLanguage: locale.language,
    medium,
    ...chartDates(marks, dataset),
    nameWidth: nameWidth(shownNames(marks), fonts, chartSizes(theme, medium).label),
  }
}

/** Those that the spec or the configuration names: each costs Vega an operator. */
function usedParameters(input: BindInput, marks: readonly ShownMark[]): JsonObject {
  const used = Object.entries(boundParameters(input, marks)).filter(
    ([name]) => configParameters.includes(name) || input.text.includes(name),
  )
  return Object.fromEntries(used)
}

function chartDates(marks: readonly ShownMark[], { report }: Dataset): { axisDates: number[]; allDates: number[] } {
  const rows = marks.flatMap((mark) => mark.rows)
  return { axisDates: axisDates(rows, report.period), allDates: [...datesOf(rows).keys()] }
}

/** The dates of some rows in milliseconds, in order, each with its period. */
function datesOf(rows: readonly ChartRow[]): Map<number, string> {
  const dates = rows.map((row): [number, string] => [Date.parse(row.date), row.period])
  return new Map(dates.sort(([one], [other]) => one - other))
}

/** Dates worth a label on a long time axis: the first and last, and those at the report's time of the year. */
function axisDates(rows: readonly ChartRow[], period: string): number[] {
  const dates = [...datesOf(rows)]
  return dates.flatMap(([date, ofDate], index) =>
    index === 0 || index === dates.length - 1 || ofDate.slice(4) === period.slice(4) ? [date] : [],
  )
}

/** The names that stand down the side of a chart. */
function shownNames(marks: readonly ShownMark[]): string[] {
  return marks.flatMap(({ names, rows }) =>
    rows.flatMap((row) =>
      Object.entries(row).flatMap(([key, name]) => (key === names && typeof name === 'string' ? [name] : [])),
    ),
  )
}

/** The width of the longest of some names, in whole points. */
function nameWidth(names: readonly string[], fonts: Fonts, size: number): number {
  const widths = names.map((name) =>
    coveredWidth(name, { font: 'body', weight: 'regular', italic: false }, size, fonts),
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
    config: isJsonObject(spec.config) ? mergeConfig(config, spec.config) : config,
  }
  // The shape of what stands in the file is judged by Vega-Lite itself, when it compiles the spec.
  return bound as TopLevelSpec
}

/** Vega-Lite leaves dates unparsed where a layer inherits its encoding: milliseconds need no parsing. */
function withTime(row: ChartRow): Omit<ChartRow, 'date'> & { date: number } {
  return { ...row, date: Date.parse(row.date) }
}

/** The observations behind the numbers that the marks show, in drawing order, each once. */
function shownObservations(marks: readonly ShownMark[], dataset: Dataset): Observation[] {
  const groups = groupObservations(dataset)
  const shown = marks.flatMap(({ rows, measures }) =>
    rows.flatMap((row) => measures.flatMap((measure) => groups.get(row.indicator)?.get(row.period)?.[measure] ?? [])),
  )
  return [...new Set(shown)]
}
