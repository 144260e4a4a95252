import { type Diagnostic, errorAt, type Place } from '../../diagnostic.ts'
import { textTag } from '../../locale/languages.ts'
import { isFormulaFault } from '../derive/evaluate.ts'
import { parseFormula } from '../derive/formula.ts'
import { formsIn, readForms } from '../figure/join-forms.ts'
import { areAlike, comparePeriods, parsePeriod, periodForms, periodStart } from '../figure/period.ts'
import { observationKey } from '../figure/reference.ts'
import { isSeries, parseCategories, resolveSeries, toSeries } from '../figure/series.ts'
import { isPercentage, measureUnit } from '../figure/unit/unit.ts'
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
import { toAbsence } from './absences.ts'
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
  if (!indicator)
    return {
      ...none,
      diagnostics: unknownName('indicator', item.indicator, around.indicators, around.isBroken, item.indicatorPlace),
    }
  const period = String(entry.period)
  const faults = [...periodErrors(item, around.report), ...combinationErrors(item)]
  const { series, diagnostics: misnamed } = readCategory(item, around)
  if (!parsePeriod(period) || !series) return { ...none, diagnostics: [...faults, ...misnamed] }
  const figure: Figure = { item, around, indicator, series, period }
  const parts = [resolveLevel(figure), ...getChanges(item).map((change) => resolveChange(figure, change))]
  const formula = resolveFormula(figure)
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

/** An item, and what its figures are of. */
interface Figure {
  item: ObservationItem
  around: ObservationContext
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
  // A dimension that is not declared is reported where it is named.
  const isKnown = around.indicators.get(indicator)?.dimensions.every((id) => around.dimensions.has(id))
  if (isUnread(indicator, around) || !isKnown) return { diagnostics: [] }
  return { diagnostics: [errorAt(place(['category']), series.message, series)] }
}

/** The reason that stands in a value's place, where one does. */
function reasonIn(written: WrittenValue): Reason | undefined {
  return reasons.find((reason) => reason === String(written).trim().toLowerCase())
}

/**
 * Observations and formulas whose key is taken by an earlier one, as errors that name its place; those that are said to
 * be absent come last.
 */
export function duplicateErrors(figures: readonly { key: string; place: Place; reason?: Reason }[]): Diagnostic[] {
  const first = new Map<string, Place>()
  const once =
    'one figure is written once: revise it in its place, with status: revised; paragraph takes a list: [4, 5, 14]'
  return figures.flatMap(({ key, place, reason }) => {
    const earlier = first.get(key)
    if (!earlier) first.set(key, place)
    const hint = reason ? `it is given there, so it is not absent (${reason}): keep one` : once
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
  if (entry.change && entry.changes)
    return [
      errorAt(place(['changes']), 'both a change and changes', { hint: 'put the one into the list of the others' }),
    ]
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

function resolveLevel(figure: Figure): Parts {
  const { value: written, printed, note } = figure.item.entry
  if (written === undefined) return nothing
  return resolveNumber(figure, { measure: 'value', path: ['value'], written, words: figure.item.entry, printed, note })
}

function resolveChange(figure: Figure, change: WrittenChange): Parts {
  const { place, isWritten } = figure.item
  const { since, diagnostics } = readSince(figure, change)
  const by = [...change.path, 'by']
  const isMissing = !isWritten(by) && !isWritten([...change.path, 'rate'])
  const missing = isMissing ? [errorAt(place(by), 'missing: by', { expected: 'by how much, or at what rate' })] : []
  const measures = (['by', 'rate'] as const).map((part) => resolveMeasure(figure, change, part, since))
  return {
    stated: since === undefined ? [] : measures.flatMap(({ stated }) => stated),
    absent: measures.flatMap(({ absent }) => absent),
    diagnostics: [...diagnostics, ...missing, ...measures.flatMap((measure) => measure.diagnostics)],
  }
}

function resolveMeasure(
  figure: Figure,
  { entry: change, path: changePath }: WrittenChange,
  part: 'by' | 'rate',
  since: Period | null | undefined,
): Parts {
  const { entry, place } = figure.item
  const written = change[part]
  if (written === undefined) return nothing
  const path = [...changePath, part]
  if (part === 'rate' && isPercentage(figure.indicator.unit) && !reasonIn(written)) {
    const hint = 'write by, in percentage points: 1.9 pp'
    const fault = errorAt(place(path), `a rate of change of a percentage: ${written}`, { hint })
    return { ...nothing, diagnostics: [fault] }
  }
  return resolveNumber(figure, {
    measure: part === 'by' ? 'change' : 'rate',
    path,
    written,
    words: changeStatement(entry, change),
    printed: change.printed?.[part],
    note: entry.value === undefined && entry.formula === undefined ? entry.note : undefined,
    moved: { since: since ?? null, basis: change.basis ?? 'published' },
  })
}

/** A number of an item, and what is written beside it. */
interface WrittenNumber {
  measure: Measure
  path: Path
  written: WrittenValue
  words: ReturnType<typeof changeStatement>
  printed: string | undefined
  note: ObservationEntry['note']
  moved?: Pick<Observation, 'since' | 'basis'>
}

function resolveNumber(figure: Figure, number: WrittenNumber): Parts {
  const { item, around, indicator, series, period } = figure
  const { measure, path, note, moved } = number
  const reason = reasonIn(number.written)
  if (reason) return { ...nothing, absent: [toAbsence(series, measure, period, reason, item.place(path))] }
  const read = readQuantity(figure, number)
  const words = readStatement(figure, number, read.own)
  const diagnostics = [...read.diagnostics, ...words.diagnostics]
  if (!read.quantity || !words.statement) return { ...nothing, diagnostics }
  const stated: Observation = {
    key: observationKey(series.key, measure, period),
    series: series.key,
    indicator: indicator.id,
    categories: series.categories,
    measure,
    period,
    quantity: read.quantity,
    status: item.entry.status ?? 'stated',
    ...moved,
    statement: words.statement,
    inputs: [],
    ...(note && { note: toLocalText(note, around.report.language) }),
    ...plausibleIn(item),
    place: item.place(path),
  }
  return { ...nothing, stated: [stated], diagnostics }
}

function resolveFormula({ item, around, series, period }: Figure): Pick<ResolvedItem, 'formulas' | 'diagnostics'> {
  const { entry, place } = item
  const text = entry.formula
  if (text === undefined || entry.value !== undefined) return { formulas: [], diagnostics: [] }
  const formula = parseFormula(text)
  if (isFormulaFault(formula))
    return { formulas: [], diagnostics: [errorAt(place(['formula'], formula.offset), formula.fault, formula)] }
  const draft: FormulaDraft = {
    key: observationKey(series.key, 'value', period),
    series: series.key,
    indicator: series.indicator,
    categories: series.categories,
    period,
    text,
    formula,
    ...(entry.note && { note: toLocalText(entry.note, around.report.language) }),
    ...plausibleIn(item),
    place: (index) => place(['formula'], index),
  }
  return { formulas: [draft], diagnostics: [] }
}

/** The period compared with: null where the source does not say, undefined where it is no period. */
function readSince(
  { item, indicator, period }: Figure,
  { entry, path }: WrittenChange,
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

/**
 * A figure, or its forms by language, as a map or text `en: 24.8 million; zh: 2480万`: the values that all allow.
 * `own` is the form in the report's language.
 */
function readQuantity(
  { item: { place }, around: { units, report }, indicator }: Figure,
  { path, written, measure }: WrittenNumber,
): { quantity?: Quantity | undefined; own: string; diagnostics: Diagnostic[] } {
  const isMap = typeof written === 'object'
  const forms = isMap
    ? new Map(Object.entries(written).map(([tag, one]) => [tag, String(one)]))
    : formsIn(String(written))
  const own = forms
    ? (forms.get(report.language) ?? forms.get(textTag(report.language)) ?? [...forms.values()][0] ?? '')
    : String(written)
  const unit = units.get(measureUnit(indicator.unit, measure))
  // An indicator of an unknown unit is an error of its own.
  if (!unit) return { own, diagnostics: [] }
  const { quantity, faults } = readForms(forms ?? own, unit, units.values(), report.language)
  const diagnostics = faults.map(({ tag, text, index, fault, expected, hint }) => {
    const inWords = /\d/.test(text) ? '' : `; or why it is not there: ${reasons.join(', ')}`
    const at = place(isMap && tag !== undefined ? [...path, tag] : path, index)
    return errorAt(at, fault, { expected: `${expected}${inWords}`, hint })
  })
  return { quantity, own, diagnostics }
}

/** The statement of a figure; its source must be there and known. `written` is its form in the report's language. */
function readStatement(
  { item, around: { sources, speakers, isBroken } }: Figure,
  { path, words, printed }: WrittenNumber,
  written: string,
): { statement?: Statement; diagnostics: Diagnostic[] } {
  const { source, paragraph = [], areInherited, locator, speaker } = words
  const beside = (name: 'source' | 'speaker') => [...path.slice(0, -1), name]
  const own = (name: 'source' | 'speaker') => (item.isWritten(beside(name)) ? beside(name) : [name])
  if (source === undefined) {
    if (item.isWritten(['source']) || item.isWritten(beside('source'))) return { diagnostics: [] }
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
