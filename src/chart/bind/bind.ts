import type { TopLevelSpec } from 'vega-lite'
import { markedStatuses } from '../../dataset/figure/status-marks.ts'
import { groupBy } from '../../dataset/group-by.ts'
import type { Dataset, Measure } from '../../dataset/types.ts'
import { withMovements } from '../../dataset/with-movements.ts'
import { type Diagnostic, hasErrors, type Outcome, suggest } from '../../diagnostic.ts'
import { derived, recent } from '../../memory/derived.ts'
import { type Memory, noMemory } from '../../memory/memory.ts'
import { isOutOfTime } from '../draw/vega/limit-time.ts'
import { shownMarks } from '../shown/shown-marks.ts'
import type { ShownMark } from '../shown/to-shown-mark.ts'
import { checkSpec } from '../spec/check-spec.ts'
import { isSingle } from '../spec/is-single.ts'
import { isJsonObject, type JsonObject, type JsonPath, ownMeta, walkObjects } from '../spec/json/json.ts'
import { mostSpecs, parseSpec, type SpecFile, specError } from '../spec/json/spec-file.ts'
import { checkFields } from '../spec/spec-fields.ts'
import type { Chart, ChartRow } from '../types.ts'
import type { BindInput } from './bind-input.ts'
import { describeChart } from './describe.ts'
import { chartFormats, checkFormats } from './formats.ts'
import { mergeConfig } from './merge-config.ts'
import { boundParameters, chartDates, checkParameters, shownRows, usedParameters, usesInData } from './parameters.ts'
import { inCommonScale } from './rows/common-scale.ts'
import { annotateNumbers, type ChartMarks, chartMarks } from './rows/mark-rows.ts'
import { wordFields } from './rows/row-fields.ts'
import { groupObservations, namedSeries, toChartRows } from './rows/rows.ts'
import { configParameters, toVegaConfig, toVegaLocale } from './theme-config.ts'

/**
 * Binds a Vega-Lite spec to data, theme and locale. `"data": {"name": …}` anywhere in it becomes the rows of that
 * indicator, list, or several separated by commas.
 * Errors, each at its place in the spec: not JSON, an unknown indicator, field, unit or parameter of ours given again.
 */
export function bindChart(input: BindInput, specs: BoundSpecs = createBoundSpecs()): Outcome<Chart> {
  const { value: bound, diagnostics } = bindOnce(input, specs)
  return { value: bound && toChart(input, bound), diagnostics }
}

/** The specs bound so far in a build: deck and briefing show the same charts and share what is bound. */
export interface BoundSpecs {
  byFile: Map<string, Bound>
  memory: Memory
}

interface Bound {
  input: BindInput
  outcome: Outcome<BoundSpec>
}

export function createBoundSpecs(memory: Memory = noMemory): BoundSpecs {
  return { byFile: new Map(), memory }
}

type Figures = Pick<Chart, 'observations'> & Partial<Chart>

/** What a spec is in every medium. */
interface BoundSpec {
  spec: TopLevelSpec
  rows: ChartRow[]
  marks: ShownMark[]
  figures: Figures
  alt: string
  marked: ChartMarks | undefined
}

function bindOnce(input: BindInput, { byFile, memory }: BoundSpecs): Outcome<BoundSpec> {
  const before = byFile.get(input.file)
  if (before && isSameBound(before, input)) return before.outcome
  // One chart that never ends is waited for, not each of them: the build has failed by then.
  if (isAnyEndless(byFile)) return { value: undefined, diagnostics: [] }
  const outcome = bindSpec(input, memory)
  byFile.set(input.file, { input, outcome })
  return outcome
}

function isAnyEndless(byFile: BoundSpecs['byFile']): boolean {
  return [...byFile.values()].some(({ outcome }) => outcome.diagnostics.some(isOutOfTime))
}

/** Whether a spec was bound to the same before: within a build its language, folder and date are. */
function isSameBound({ input: before }: Bound, input: BindInput): boolean {
  return (
    before.dataset === input.dataset &&
    before.text === input.text &&
    before.theme === input.theme &&
    (before.medium === input.medium || !isMadeForMedium(input))
  )
}

/** Whether which rows are shown, and what is worked out of them, may differ from medium to medium. */
function isMadeForMedium({ text }: BindInput): boolean {
  const { value: spec } = parseSpec({ file: '', text })
  return usesInData(spec ?? {}, ['medium', ...configParameters])
}

function bindSpec(given: BindInput, memory: Memory): Outcome<BoundSpec> {
  const { value: spec, diagnostics: faults } = parseSpec(given)
  if (!spec) return { value: undefined, diagnostics: faults }
  const input = { ...given, dataset: withMoves(given.dataset, spec) }
  const data = bindData(input, spec, input)
  const diagnostics = [...specFaults(input, spec), ...data.diagnostics]
  if (hasErrors(diagnostics)) return { value: undefined, diagnostics }
  const bound = toBound(input, spec, data.rows, memory)
  return { value: bound.value, diagnostics: [...diagnostics, ...bound.diagnostics] }
}

/** The dataset with the changes or rates at each period that a spec asks for. */
function withMoves(dataset: Dataset, spec: JsonObject): Dataset {
  const { moves } = ownMeta(spec)
  if (moves !== 'change' && moves !== 'rate') return dataset
  const series = dataNames(spec).flatMap(([name]) => namedSeries(dataset, name).ids)
  return withMovements(dataset, moves, [...new Set(series)])
}

/** What is wrong with a spec in whichever language it is bound. */
function specFaults(input: BindInput, spec: JsonObject): readonly Diagnostic[] {
  const { file, text, dataset } = input
  const known = {
    dimensions: [...dataset.dimensions.keys()],
    units: [...dataset.units.keys()],
    parameters: Object.keys(boundParameters(input, [], [])),
  }
  return faultsOf(JSON.stringify([file, text, known]), input, spec, known)
}

const faultsOf = recent(
  mostSpecs,
  (_key, source: SpecFile, spec: JsonObject, known: Record<'dimensions' | 'units' | 'parameters', string[]>) => [
    ...checkSpec(source, spec, 'vega-lite').map(({ diagnostic }) => diagnostic),
    ...checkFields(source, spec, known.dimensions),
    ...checkFormats(source, spec, known.units),
    ...checkParameters(source, spec, known.parameters),
  ],
)

type RowsByName = ReadonlyMap<string, ChartRow[]>

function toBound(input: BindInput, spec: JsonObject, data: RowsByName, memory: Memory): Outcome<BoundSpec> {
  const { dataset, locale, theme } = input
  const parameters = usedParameters(input, [], [])
  const config = {
    ...toVegaConfig(theme, { hasNames: namesRows(spec), hasStacks: stacksAreas(spec), isOne: isSingle(spec) }),
    ...toVegaLocale(locale),
  }
  // The same object from build to build, which is compiled once.
  const withRows = (rows: RowsByName): TopLevelSpec => {
    const made = toBoundSpec(spec, rows, parameters, config)
    return memory.remember('bound spec', [made], () => made)
  }
  const plain = withRows(data)
  const { value: marks, diagnostics } = runData(input, spec, plain, data)
  if (!marks) return { value: undefined, diagnostics }
  const rows = [...data.values()].flat()
  const scaled = inCommonScale(spec, marks, rows, input)
  const marked = chartMarks(spec, marks, rows, chartDates(marks, rows, dataset), input)
  const toPrinted = (row: ChartRow) => [scaled, marked?.mark].reduce((one, change) => change?.(one) ?? one, row)
  const isAsRead = !scaled && !marked
  const bound: BoundSpec = {
    spec: isAsRead ? plain : withRows(new Map([...data].map(([name, rows]) => [name, rows.map(toPrinted)]))),
    rows: isAsRead ? rows : rows.map(toPrinted),
    marks,
    figures: shownFigures(marks, rows, dataset),
    // Of a chart that shows no figures what its spec says itself.
    alt:
      describeChart(marks, marked ? rows.map(sayStatuses(input)) : rows, dataset, locale) ||
      String(spec.description ?? ''),
    marked,
  }
  return { value: bound, diagnostics: [] }
}

/** Which rows the marks show. A spec whose data asks for the dates that are shown takes those of all rows first. */
function runData(input: BindInput, spec: JsonObject, plain: TopLevelSpec, data: RowsByName): Outcome<ShownMark[]> {
  const rows = [...data.values()].flat()
  const all: ShownMark = {
    mark: '',
    rows: [...rows.keys()],
    figures: [],
    position: undefined,
    isWorkedOut: false,
    made: [],
    sums: [],
    isUnfounded: false,
    names: undefined,
    scaled: [],
    strays: [],
    notes: [],
  }
  const figures = { observations: [] }
  const chart = toChart(input, { spec: plain, rows, marks: [all], figures, alt: '', marked: undefined })
  const first = shownMarks(chart, data, input)
  if (!first.value || !usesInData(spec, ['axisDates', 'allDates'])) return first
  return shownMarks({ ...chart, parameters: usedParameters(input, first.value, rows) }, data, input)
}

/** Alternative text is heard: it says in words what a mark means. */
function sayStatuses({ dataset, locale, marking }: BindInput): (row: ChartRow) => ChartRow {
  return (row) =>
    annotateNumbers(row, dataset, (text, observation) => {
      const statuses = marking ? markedStatuses(observation, marking) : []
      const words = statuses.map((status) => locale.word(status)).join(locale.word('comma'))
      return words === '' ? text : locale.aside(text, words)
    })
}

function toChart(input: BindInput, { spec, rows, marks, figures, alt, marked }: BoundSpec): Chart {
  return {
    file: input.file,
    text: input.text,
    spec,
    parameters: usedParameters(input, marks, rows),
    rows,
    ...figures,
    alt,
    language: input.locale.language,
    medium: input.medium,
    formats: chartFormats(input.dataset, input.locale, rows, shownRows(marks, rows), marked?.dates),
    marked: marked?.printed,
    place: { file: input.file, line: 1, column: 1 },
  }
}

/** The rows behind each data name of the spec, and errors for the names that the dataset does not know. */
function bindData(source: SpecFile, spec: JsonObject, { dataset, locale }: BindInput) {
  const rows = new Map<string, ChartRow[]>()
  const diagnostics: Diagnostic[] = []
  for (const [name, path] of dataNames(spec)) {
    const { ids, unknown } = namedSeries(dataset, name)
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
  return walkObjects(spec).flatMap(([{ data }, path]): [string, JsonPath][] =>
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

/** Whether a field of the rows may name them down the side of the chart. */
const namesRows = derived((spec: JsonObject): boolean =>
  walkObjects(spec).some(([{ encoding }]) => {
    const { field, timeUnit } = isJsonObject(encoding) && isJsonObject(encoding.y) ? encoding.y : {}
    return typeof field === 'string' && !timeUnit && (wordFields.includes(field) || field.endsWith('Label'))
  }),
)

/** Whether areas stand on each other, each in a colour of its own. */
const stacksAreas = derived((spec: JsonObject): boolean => {
  const objects = walkObjects(spec).map(([object]) => object)
  const isArea = ({ mark }: JsonObject) => mark === 'area' || (isJsonObject(mark) && mark.type === 'area')
  const isColored = ({ color }: JsonObject) => isJsonObject(color) && 'field' in color
  const isApart = ({ stack }: JsonObject) => stack === null || stack === false
  return objects.some(isArea) && objects.some(isColored) && !objects.some(isApart)
})

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
      ...Object.fromEntries(
        [...data].map(([name, rows]) => [name, rows.map((row) => ({ ...row, date: Date.parse(row.date) }))]),
      ),
    },
    params: [...params, ...(Array.isArray(spec.params) ? spec.params : [])],
    config: isJsonObject(spec.config) ? mergeConfig(config, spec.config) : config,
  }
  // The shape of what stands in the file is judged by Vega-Lite itself, when it compiles the spec.
  return bound as TopLevelSpec
}

/**
 * The figures behind the marks, in drawing order, each once.
 * For a chart that shows rows but none of their numbers (their count, their names), those of the rows.
 */
function shownFigures(marks: readonly ShownMark[], rows: readonly ChartRow[], dataset: Dataset): Figures {
  const shown = marks.some(({ figures }) => figures.length > 0)
    ? marks.flatMap(({ figures }) => figures)
    : marks.flatMap((mark) => mark.rows.map((row) => ({ row, measure: undefined, isWorkedOut: true })))
  const groups = groupObservations(dataset)
  const observe = (row: number, measure: Measure | undefined) => {
    const { series = '', period = '' } = rows[row] ?? {}
    const measures = groups.get(series)?.get(period) ?? {}
    return measure ? measures[measure] : (measures.value ?? measures.change ?? measures.rate)
  }
  const views = [...groupBy(marks, ({ view = '' }) => view)].map(([view, own]) => {
    const all = own.flatMap(({ figures }) => figures)
    return [view, all.flatMap(({ row, measure }) => observe(row, measure) ?? [])] as const
  })
  const found = shown.flatMap(({ row, measure, isWorkedOut }) => {
    const observation = observe(row, measure)
    return observation ? [{ observation, isWorkedOut }] : []
  })
  const scales = groupBy(
    marks.flatMap(({ scaled }) => scaled),
    ({ scale }) => scale,
  )
  const mixed = [...scales.values()]
    .map((group) => group.flatMap(({ row, measure }) => observe(row, measure) ?? []))
    .map((group) => [...groupBy(group, ({ quantity }) => quantity.unit).values()].flatMap((one) => one.slice(0, 1)))
    .filter(({ length }) => length > 1)
  const strays = marks.flatMap((mark) =>
    mark.strays.map(({ text, row }) => `${text} at ${rows[row]?.series}@${rows[row]?.period}`),
  )
  const notes = marks.flatMap((mark) => mark.notes)
  const made = marks.flatMap((mark) => mark.made)
  const sums = marks.flatMap((mark) => (mark.sums.length > 0 ? [mark.sums] : []))
  const drawn = new Set(found.flatMap(({ observation, isWorkedOut }) => (isWorkedOut ? [] : [observation])))
  const observations = [...new Set(found.map(({ observation }) => observation))]
  const workedOut = observations.filter((observation) => !drawn.has(observation)).map(({ key }) => key)
  const derivedMarks = marks.flatMap(({ mark, isWorkedOut }) => (isWorkedOut ? [mark] : []))
  const unfoundedMarks = marks.flatMap(({ mark, isUnfounded }) => (isUnfounded ? [mark] : []))
  return {
    observations,
    workedOut: workedOut.length > 0 ? new Set(workedOut) : undefined,
    ...(derivedMarks.length > 0 && { derivedMarks: [...new Set(derivedMarks)] }),
    ...(unfoundedMarks.length > 0 && { unfoundedMarks: [...new Set(unfoundedMarks)] }),
    ...(strays.length > 0 && { strays: [...new Set(strays)] }),
    ...(notes.length > 0 && { notes }),
    ...(views.length > 1 && { views: new Map(views) }),
    ...(made.length > 0 && { made }),
    ...(sums.length > 0 && { sums }),
    ...(mixed.length > 0 && { mixed }),
  }
}
