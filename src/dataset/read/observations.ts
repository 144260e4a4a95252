import { type Diagnostic, errorAt, type Place } from '../../diagnostic.ts'
import { isFormulaFault } from '../derive/evaluate.ts'
import { parseFormula } from '../derive/formula.ts'
import { formsIn, joinForms } from '../figure/join-forms.ts'
import { areAlike, comparePeriods, parsePeriod, periodForms, periodStart } from '../figure/period.ts'
import { isFault, parseQuantity } from '../figure/quantity.ts'
import { observationKey } from '../figure/reference.ts'
import { isSeries, parseCategories, resolveSeries, toSeries } from '../figure/series.ts'
import { changeUnit, isPercentage, percent } from '../figure/unit/unit.ts'
import type {
  Absence,
  Dataset,
  Indicator,
  Measure,
  Observation,
  Period,
  Quantity,
  Reason,
  Report,
  Series,
  Statement,
} from '../types.ts'
import { formatPlace, type Path } from '../yaml/located.ts'
import {
  changeStatement,
  type FormulaDraft,
  type IsBroken,
  isUnread,
  type ObservationItem,
  unknownName,
} from './draft.ts'
import { toLocalText } from './local-text.ts'
import { type ChangeEntry, type ObservationEntry, reasons } from './schema.ts'

/** What observations refer to. */
export interface ObservationContext
  extends Pick<Dataset, 'report' | 'sources' | 'speakers' | 'units' | 'dimensions' | 'indicators'> {
  isBroken: IsBroken
}

/** The observations that an item states, the figure that it asks to work out, and what is wrong with it. */
export interface ResolvedItem {
  stated: Observation[]
  absent: Absence[]
  formulas: FormulaDraft[]
  diagnostics: Diagnostic[]
  /** Whether the item gave all the figures that are written in it. */
  complete: boolean
}

type Parts = Pick<ResolvedItem, 'stated' | 'absent' | 'diagnostics'>

const nothing: Parts = { stated: [], absent: [], diagnostics: [] }

/** Resolves one written observation: its level, its change and the rate of that, each with its statement. */
export function resolveItem(item: ObservationItem, around: ObservationContext): ResolvedItem {
  const { entry } = item
  const none = { stated: [], absent: [], formulas: [], complete: false }
  const indicator = around.indicators.get(item.indicator)
  if (!indicator) {
    return {
      ...none,
      diagnostics: unknownName('indicator', item.indicator, around.indicators, around.isBroken, item.indicatorPlace),
    }
  }
  const period = String(entry.period)
  const faults = [...periodErrors(item, around.report), ...combinationErrors(item)]
  const { series, diagnostics: misnamed } = readCategory(item, around)
  if (!parsePeriod(period) || !series) return { ...none, diagnostics: [...faults, ...misnamed] }
  const figure: Figure = { indicator, series, period }
  const level = resolveLevel(item, figure, around)
  const changes = getChanges(item).map((change) => resolveChange(item, change, figure, around))
  const formula = resolveFormula(item, figure, around.report.language)
  const parts = [level, ...changes]
  const stated = parts.flatMap((part) => part.stated)
  const absent = parts.flatMap((part) => part.absent)
  const moved = getChanges(item).flatMap(({ entry: { by, rate } }) => [by, rate])
  const written = [entry.value, entry.formula, ...moved].filter((one) => one !== undefined)
  return {
    stated,
    absent,
    formulas: formula.formulas,
    complete: stated.length + absent.length + formula.formulas.length === written.length,
    diagnostics: uniqueErrors([...faults, ...parts.flatMap((part) => part.diagnostics), ...formula.diagnostics]),
  }
}

/** Why an item's figures are right, where it says so. */
function plausibleIn({ entry, place }: ObservationItem): Pick<Observation, 'plausible'> {
  const reason = entry.plausible
  return reason === undefined ? {} : { plausible: { reason, place: place(['plausible']) } }
}

/** What an item's figures are of. */
interface Figure {
  indicator: Indicator
  series: Series
  period: Period
}

/** A change of an item, with the path at which its keys stand. */
interface WrittenChange {
  entry: ChangeEntry
  path: Path
}

function getChanges({ entry }: ObservationItem): WrittenChange[] {
  const listed = (entry.changes ?? []).map((one, index) => ({ entry: one, path: ['changes', index] }))
  return [...(entry.change ? [{ entry: entry.change, path: ['change'] }] : []), ...listed]
}

/** The series that an item names; undefined where its categories are not right. */
function readCategory(
  { entry, indicator, place }: ObservationItem,
  around: ObservationContext,
): { series?: Series; diagnostics: Diagnostic[] } {
  if (entry.category === undefined) return { series: toSeries(indicator, {}, []), diagnostics: [] }
  const category = String(entry.category)
  const names = parseCategories(category)
  if (!names) {
    const expected = 'categories as in a reference, such as 75-plus, or age=75-plus, region=wales'
    return { diagnostics: [errorAt(place(['category']), `not a category: ${category}`, { expected })] }
  }
  const series = resolveSeries(indicator, names, around)
  if (isSeries(series)) return { series, diagnostics: [] }
  if (isUnread(indicator, around)) return { diagnostics: [] }
  return { diagnostics: [errorAt(place(['category']), series.message, series)] }
}

/** The reason that stands in a value's place, where one does. */
function reasonIn(written: WrittenValue): Reason | undefined {
  return reasons.find((reason) => reason === String(written).trim().toLowerCase())
}

function toAbsence({ series, period }: Figure, measure: Measure, reason: Reason, place: Place): Absence {
  const { key, indicator } = series
  return { key: observationKey(key, measure, period), series: key, indicator, measure, period, reason, place }
}

/** Observations and formulas whose key is taken by an earlier one, as errors that name its place. */
export function duplicateErrors(figures: readonly { key: string; place: Place }[]): Diagnostic[] {
  const first = new Map<string, Place>()
  return figures.flatMap(({ key, place }) => {
    const earlier = first.get(key)
    if (!earlier) first.set(key, place)
    const hint = 'one figure is written once; paragraph takes a list: [4, 5, 14]'
    return earlier
      ? [errorAt(place, `duplicate observation: ${key}, which stands at ${formatPlace(earlier)}`, { hint })]
      : []
  })
}

/** A field work, a year or a forecast may go on after the release; a figure of what begins later is none yet. */
function periodErrors({ entry, place }: ObservationItem, { period: about, released }: Report): Diagnostic[] {
  const period = String(entry.period)
  if (!parsePeriod(period))
    return [errorAt(place(['period']), `unknown form of period: ${period}`, { expected: periodForms })]
  const [start, latest] = [periodStart(period), [released, periodStart(about)].toSorted().at(-1) ?? released]
  if (entry.status === 'forecast' || !parsePeriod(about) || start <= latest) return []
  return [
    errorAt(place(['period']), `period is later than the release: ${period}`, {
      expected: `a period that begins by ${released}`,
      hint: 'what is foreseen says status: forecast',
    }),
  ]
}

/** What may not stand together in one item. */
function combinationErrors({ entry, place, isWritten }: ObservationItem): Diagnostic[] {
  const { value, formula } = entry
  const change = entry.change ?? entry.changes
  if (entry.change && entry.changes) {
    return [
      errorAt(place(['changes']), 'both a change and changes', { hint: 'put the one into the list of the others' }),
    ]
  }
  if (value === undefined && formula === undefined && change === undefined) {
    if ([['value'], ['formula'], ['change'], ['changes']].some(isWritten)) return []
    return [errorAt(place(['value']), 'missing: value', { expected: 'a value, a formula or a change' })]
  }
  if (value !== undefined && formula !== undefined) {
    const hint = 'keep the value, and test it with a check; or keep the formula'
    return [errorAt(place(['formula']), 'both a value and a formula', { expected: 'one of them', hint })]
  }
  if (value !== undefined) return []
  const idle = (['printed', 'source', 'paragraph', 'locator', 'speaker', 'status'] as const).filter(
    (name) => entry[name] !== undefined,
  )
  const needless = idle.filter((name) => name === 'printed' || change === undefined)
  const hint = 'a derived figure has no source of its own: it follows from its formula'
  return needless.map((name) => errorAt(place([name]), `${name} without a value`, { hint }))
}

function resolveLevel(item: ObservationItem, figure: Figure, around: ObservationContext): Parts {
  const { entry, place } = item
  const { indicator, series, period } = figure
  if (entry.value === undefined) return nothing
  const reason = reasonIn(entry.value)
  if (reason) return { ...nothing, absent: [toAbsence(figure, 'value', reason, place(['value']))] }
  const read = readForms(item, ['value'], entry.value, indicator.unit, around)
  const words = readStatement(item, [], entry, entry.printed, read.written, around)
  const diagnostics = [...read.diagnostics, ...words.diagnostics]
  if (!read.quantity || !words.statement) return { ...nothing, diagnostics }
  const stated: Observation = {
    key: observationKey(series.key, 'value', period),
    series: series.key,
    indicator: indicator.id,
    categories: series.categories,
    measure: 'value',
    period,
    quantity: read.quantity,
    status: entry.status ?? 'stated',
    statement: words.statement,
    inputs: [],
    ...(entry.note && { note: toLocalText(entry.note, around.report.language) }),
    ...plausibleIn(item),
    place: place(['value']),
  }
  return { ...nothing, stated: [stated], diagnostics }
}

function resolveChange(
  item: ObservationItem,
  change: WrittenChange,
  figure: Figure,
  around: ObservationContext,
): Parts {
  const { path } = change
  const { since, diagnostics } = readSince(item, change, figure)
  const missing = [
    [...path, 'by'],
    [...path, 'rate'],
  ].every((one) => !item.isWritten(one))
    ? [errorAt(item.place([...path, 'by']), 'missing: by', { expected: 'by how much, or at what rate' })]
    : []
  const measures = (['by', 'rate'] as const).map((part) => resolveMeasure(item, change, part, figure, since, around))
  return {
    stated: since === undefined ? [] : measures.flatMap(({ stated }) => stated),
    absent: measures.flatMap(({ absent }) => absent),
    diagnostics: [...diagnostics, ...missing, ...measures.flatMap((measure) => measure.diagnostics)],
  }
}

function resolveMeasure(
  item: ObservationItem,
  { entry: change, path: changePath }: WrittenChange,
  part: 'by' | 'rate',
  figure: Figure,
  since: Period | null | undefined,
  around: ObservationContext,
): Parts {
  const { indicator, series, period } = figure
  const written = change[part]
  if (written === undefined) return nothing
  const path = [...changePath, part]
  const reason = reasonIn(written)
  const measure: Measure = part === 'by' ? 'change' : 'rate'
  if (reason) return { ...nothing, absent: [toAbsence(figure, measure, reason, item.place(path))] }
  if (part === 'rate' && isPercentage(indicator.unit)) {
    const hint = 'write by, in percentage points: 1.9 pp'
    const fault = errorAt(item.place(path), `a rate of change of a percentage: ${written}`, { hint })
    return { ...nothing, diagnostics: [fault] }
  }
  const unit = part === 'by' ? changeUnit(indicator.unit) : percent.id
  const read = readForms(item, path, written, unit, around)
  const words = readStatement(
    item,
    changePath,
    changeStatement(item.entry, change),
    change.printed?.[part],
    read.written,
    around,
  )
  const diagnostics = [...read.diagnostics, ...words.diagnostics]
  if (!read.quantity || !words.statement) return { ...nothing, diagnostics }
  const { entry } = item
  const ownNote = entry.value === undefined && entry.formula === undefined ? entry.note : undefined
  const stated: Observation = {
    key: observationKey(series.key, measure, period),
    series: series.key,
    indicator: indicator.id,
    categories: series.categories,
    measure,
    period,
    since: since ?? null,
    quantity: read.quantity,
    status: entry.status ?? 'stated',
    basis: change.basis ?? 'published',
    statement: words.statement,
    inputs: [],
    ...(ownNote && { note: toLocalText(ownNote, around.report.language) }),
    ...plausibleIn(item),
    place: item.place(path),
  }
  return { ...nothing, stated: [stated], diagnostics }
}

function resolveFormula(
  item: ObservationItem,
  { series, period }: Figure,
  language: string,
): { formulas: FormulaDraft[]; diagnostics: Diagnostic[] } {
  const { entry, place } = item
  const text = entry.formula
  if (text === undefined || entry.value !== undefined) return { formulas: [], diagnostics: [] }
  const formula = parseFormula(text)
  if (isFormulaFault(formula)) {
    return { formulas: [], diagnostics: [errorAt(place(['formula'], formula.offset), formula.fault, formula)] }
  }
  const draft: FormulaDraft = {
    key: observationKey(series.key, 'value', period),
    series: series.key,
    indicator: series.indicator,
    categories: series.categories,
    period,
    text,
    formula,
    ...(entry.note && { note: toLocalText(entry.note, language) }),
    ...plausibleIn(item),
    place: (index) => place(['formula'], index),
  }
  return { formulas: [draft], diagnostics: [] }
}

/** The period compared with: null where the source does not say, undefined where it is no period. */
function readSince(
  item: ObservationItem,
  { entry, path }: WrittenChange,
  { indicator, period }: Figure,
): { since: Period | null | undefined; diagnostics: Diagnostic[] } {
  const since = String(entry.since)
  const place = () => item.place([...path, 'since'])
  if (since === 'not stated') return { since: null, diagnostics: [] }
  if (!parsePeriod(since)) {
    const fault = errorAt(place(), `unknown form of period: ${since}`, { expected: `${periodForms}, or: not stated` })
    return { since: undefined, diagnostics: [fault] }
  }
  if (indicator.type === 'flow' && !areAlike(since, period)) {
    const fault = errorAt(place(), `a change of what flows over ${period} since ${since}, which is not as long`, {
      expected: 'a period as long',
    })
    return { since: undefined, diagnostics: [fault] }
  }
  if (comparePeriods(since, period) < 0) return { since, diagnostics: [] }
  const fault = errorAt(place(), `a change since ${since} cannot end in ${period}`, {
    expected: `a period before ${period}`,
  })
  return { since: undefined, diagnostics: [fault] }
}

type WrittenValue = NonNullable<ObservationEntry['value']>

/** A figure in each language's own form, as a map or in one text, `en: 24.8 million; zh: 2480万`: what all of them allow. `written` is the form of the report's language. */
function readForms(
  item: ObservationItem,
  path: Path,
  written: WrittenValue,
  unit: string,
  around: ObservationContext,
): { quantity?: Quantity; written: string; diagnostics: Diagnostic[] } {
  const isMap = typeof written === 'object'
  const byLanguage = isMap
    ? new Map(Object.entries(written).map(([tag, one]) => [tag, String(one)]))
    : formsIn(String(written))
  if (!byLanguage) {
    return { ...readQuantity(item, path, String(written), unit, around), written: String(written) }
  }
  const read = [...byLanguage].map(([tag, text]) => {
    const own = { ...around, report: { ...around.report, language: tag } }
    return { tag, text, ...readQuantity(item, isMap ? [...path, tag] : path, text, unit, own) }
  })
  if (read.length === 0) {
    const expected = 'a form for a language, such as { en: 24.8 million, zh: 2480万 }'
    return { written: '', diagnostics: [errorAt(item.place(path), 'no form in any language: {}', { expected })] }
  }
  const own = byLanguage.get(around.report.language) ?? [...byLanguage.values()][0] ?? ''
  const quantities = read.flatMap(({ quantity }) => quantity ?? [])
  const diagnostics = read.flatMap((one) => one.diagnostics)
  if (quantities.length < read.length) return { written: own, diagnostics }
  const joined = joinForms(read.flatMap(({ tag, text, quantity }) => (quantity ? [{ tag, text, quantity }] : [])))
  const texts = [...byLanguage.values()].join(', ')
  const apart = () => errorAt(item.place(path), `contradiction: the forms are not of one number: ${texts}`)
  return joined ? { quantity: joined, written: own, diagnostics } : { written: own, diagnostics: [apart()] }
}

function readQuantity(
  item: ObservationItem,
  path: Path,
  text: string,
  unitId: string,
  { units, report }: ObservationContext,
): { quantity?: Quantity; diagnostics: Diagnostic[] } {
  const unit = units.get(unitId)
  // An indicator of an unknown unit is an error of its own.
  if (!unit) return { diagnostics: [] }
  const read = parseQuantity(text, unit, units.values(), report.language)
  if (!isFault(read)) return { quantity: read, diagnostics: [] }
  const inWords = /\d/.test(text) ? '' : `; or why it is not there: ${reasons.join(', ')}`
  const expected = `${read.expected}${inWords}`
  return { diagnostics: [errorAt(item.place(path, read.index), read.fault, { ...read, expected })] }
}

/** The statement of a figure; its source must be there and known. `path` is where the item's or the change's keys stand. */
function readStatement(
  item: ObservationItem,
  path: Path,
  words: ReturnType<typeof changeStatement>,
  printed: string | undefined,
  written: string,
  { sources, speakers, isBroken }: ObservationContext,
): { statement?: Statement; diagnostics: Diagnostic[] } {
  const { source, paragraph = [], areInherited, locator, speaker } = words
  const own = (name: 'source' | 'speaker') => (item.isWritten([...path, name]) ? [...path, name] : [name])
  if (source === undefined) {
    if (item.isWritten(['source']) || item.isWritten([...path, 'source'])) return { diagnostics: [] }
    const ids = [...sources.keys()]
    const expected = `where it is stated: ${ids.length > 0 && ids.length <= 12 ? ids.join(', ') : 'an id of sources'}`
    return { diagnostics: [errorAt(item.place(['source']), 'missing: source', { expected })] }
  }
  const diagnostics = [
    ...unknownName('source', source, sources, isBroken, () => item.place(own('source'))),
    ...(speaker === undefined
      ? []
      : unknownName('speaker', speaker, speakers, isBroken, () => item.place(own('speaker')))),
  ]
  if (diagnostics.length > 0 || !sources.has(source)) return { diagnostics }
  const paragraphs = Array.isArray(paragraph) ? paragraph : [paragraph]
  return {
    statement: {
      source,
      paragraphs,
      ...(areInherited && { areInherited }),
      ...(locator && { locator }),
      ...(speaker && { speaker }),
      printed: printed ?? written,
      ...(printed !== undefined && { isRestated: true }),
    },
    diagnostics,
  }
}

/** A level, a change and a rate of one item share a source, whose error is reported once. */
function uniqueErrors(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>()
  return diagnostics.filter(({ message, place }) => {
    const id = `${place ? formatPlace(place) : ''} ${message}`
    return !seen.has(id) && seen.add(id)
  })
}
