import type { Diagnostic, Place } from '../../diagnostic.ts'
import { isFormulaFault } from '../derive/evaluate.ts'
import { parseFormula } from '../derive/formula.ts'
import { comparePeriods, parsePeriod, periodForms, periodStart } from '../figure/period.ts'
import { isFault, parseQuantity } from '../figure/quantity.ts'
import { observationKey } from '../figure/reference.ts'
import { changeUnit, isPercentage, percent } from '../figure/unit.ts'
import type {
  Indicator,
  Measure,
  Observation,
  Period,
  Quantity,
  Report,
  Source,
  Speaker,
  Statement,
  Unit,
} from '../types.ts'
import { errorAt, formatPlace, type Path } from '../yaml/located.ts'
import {
  changeStatement,
  type FormulaDraft,
  type IsBroken,
  type ObservationItem,
  toLocalText,
  unknownName,
} from './draft.ts'
import type { ChangeEntry } from './schema.ts'

/** What observations refer to. */
export interface Surroundings {
  report: Report
  sources: ReadonlyMap<string, Source>
  speakers: ReadonlyMap<string, Speaker>
  units: ReadonlyMap<string, Unit>
  indicators: ReadonlyMap<string, Indicator>
  isBroken: IsBroken
}

/** The observations that an item states, the figure that it asks to work out, and what is wrong with it. */
export interface ResolvedItem {
  stated: Observation[]
  formulas: FormulaDraft[]
  diagnostics: Diagnostic[]
  /** Keys of those whose printed form is given apart from the value. */
  restated: string[]
  /** Whether the item gave all the figures that are written in it. */
  complete: boolean
}

type Parts = Pick<ResolvedItem, 'stated' | 'diagnostics'>

/** Resolves one written observation: its level, its change and the rate of that, each with its statement. */
export function resolveItem(item: ObservationItem, around: Surroundings): ResolvedItem {
  const { entry } = item
  const none = { stated: [], formulas: [], restated: [], complete: false }
  const indicator = around.indicators.get(item.indicator)
  if (!indicator) {
    return {
      ...none,
      diagnostics: unknownName('indicator', item.indicator, around.indicators, around.isBroken, item.indicatorPlace),
    }
  }
  const period = String(entry.period)
  const faults = [...periodErrors(item, around.report), ...combinationErrors(item)]
  if (!parsePeriod(period)) return { ...none, diagnostics: faults }
  const level = resolveLevel(item, indicator, period, around)
  const change = resolveChange(item, indicator, period, around)
  const formula = resolveFormula(item, period, around.report.language)
  const stated = [...level.stated, ...change.stated]
  const written = [entry.value, entry.formula, entry.change?.by, entry.change?.rate].filter((one) => one !== undefined)
  return {
    stated,
    formulas: formula.formulas,
    restated: stated.flatMap((one) => (isRestated(one, item) ? [one.key] : [])),
    complete: stated.length + formula.formulas.length === written.length,
    diagnostics: uniqueErrors([...faults, ...level.diagnostics, ...change.diagnostics, ...formula.diagnostics]),
  }
}

function isRestated({ measure }: Observation, { entry }: ObservationItem): boolean {
  const { printed, change } = entry
  return (measure === 'value' ? printed : change?.printed?.[measure === 'change' ? 'by' : 'rate']) !== undefined
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
  const { value, formula, change } = entry
  if (value === undefined && formula === undefined && change === undefined) {
    if ([['value'], ['formula'], ['change']].some(isWritten)) return []
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

function resolveLevel(item: ObservationItem, indicator: Indicator, period: Period, around: Surroundings): Parts {
  const { entry, place } = item
  if (entry.value === undefined) return { stated: [], diagnostics: [] }
  const read = readQuantity(item, ['value'], String(entry.value), indicator.unit, around)
  const words = readStatement(item, [], entry, entry.printed ?? String(entry.value), around)
  const diagnostics = [...read.diagnostics, ...words.diagnostics]
  if (!read.quantity || !words.statement) return { stated: [], diagnostics }
  const stated: Observation = {
    key: observationKey(indicator.id, 'value', period),
    indicator: indicator.id,
    measure: 'value',
    period,
    quantity: read.quantity,
    status: entry.status ?? 'stated',
    statement: words.statement,
    inputs: [],
    ...(entry.note && { note: toLocalText(entry.note, around.report.language) }),
    place: place(['value']),
  }
  return { stated: [stated], diagnostics }
}

function resolveChange(item: ObservationItem, indicator: Indicator, period: Period, around: Surroundings): Parts {
  const { change } = item.entry
  if (change === undefined) return { stated: [], diagnostics: [] }
  const { since, diagnostics } = readSince(item, change, period)
  const missing = [
    ['change', 'by'],
    ['change', 'rate'],
  ].every((path) => !item.isWritten(path))
    ? [errorAt(item.place(['change', 'by']), 'missing: by', { expected: 'by how much, or at what rate' })]
    : []
  const measures = (['by', 'rate'] as const).map((part) =>
    resolveMeasure(item, change, part, indicator, period, since, around),
  )
  return {
    stated: since === undefined ? [] : measures.flatMap(({ stated }) => stated),
    diagnostics: [...diagnostics, ...missing, ...measures.flatMap((measure) => measure.diagnostics)],
  }
}

function resolveMeasure(
  item: ObservationItem,
  change: ChangeEntry,
  part: 'by' | 'rate',
  indicator: Indicator,
  period: Period,
  since: Period | null | undefined,
  around: Surroundings,
): Parts {
  const written = change[part]
  if (written === undefined) return { stated: [], diagnostics: [] }
  const path = ['change', part]
  if (part === 'rate' && isPercentage(indicator.unit)) {
    const hint = 'write by, in percentage points: 1.9 pp'
    return {
      stated: [],
      diagnostics: [errorAt(item.place(path), `a rate of change of a percentage: ${written}`, { hint })],
    }
  }
  const unit = part === 'by' ? changeUnit(indicator.unit) : percent.id
  const read = readQuantity(item, path, String(written), unit, around)
  const words = readStatement(
    item,
    ['change'],
    changeStatement(item.entry, change),
    change.printed?.[part] ?? String(written),
    around,
  )
  const diagnostics = [...read.diagnostics, ...words.diagnostics]
  if (!read.quantity || !words.statement) return { stated: [], diagnostics }
  const { entry } = item
  const measure: Measure = part === 'by' ? 'change' : 'rate'
  const ownNote = entry.value === undefined && entry.formula === undefined ? entry.note : undefined
  const stated: Observation = {
    key: observationKey(indicator.id, measure, period),
    indicator: indicator.id,
    measure,
    period,
    since: since ?? null,
    quantity: read.quantity,
    status: entry.status ?? 'stated',
    basis: change.basis ?? 'published',
    statement: words.statement,
    inputs: [],
    ...(ownNote && { note: toLocalText(ownNote, around.report.language) }),
    place: item.place(path),
  }
  return { stated: [stated], diagnostics }
}

function resolveFormula(
  item: ObservationItem,
  period: Period,
  language: string,
): { formulas: FormulaDraft[]; diagnostics: Diagnostic[] } {
  const { entry, indicator, place } = item
  const text = entry.formula
  if (text === undefined || entry.value !== undefined) return { formulas: [], diagnostics: [] }
  const formula = parseFormula(text)
  if (isFormulaFault(formula)) {
    return { formulas: [], diagnostics: [errorAt(place(['formula'], formula.offset), formula.fault, formula)] }
  }
  const draft: FormulaDraft = {
    key: observationKey(indicator, 'value', period),
    indicator,
    period,
    text,
    formula,
    ...(entry.note && { note: toLocalText(entry.note, language) }),
    place: (index) => place(['formula'], index),
  }
  return { formulas: [draft], diagnostics: [] }
}

/** The period compared with: null where the source does not say, undefined where it is no period. */
function readSince(
  item: ObservationItem,
  change: ChangeEntry,
  period: Period,
): { since: Period | null | undefined; diagnostics: Diagnostic[] } {
  const since = String(change.since)
  const place = () => item.place(['change', 'since'])
  if (since === 'not stated') return { since: null, diagnostics: [] }
  if (!parsePeriod(since)) {
    const fault = errorAt(place(), `unknown form of period: ${since}`, { expected: `${periodForms}, or: not stated` })
    return { since: undefined, diagnostics: [fault] }
  }
  if (comparePeriods(since, period) < 0) return { since, diagnostics: [] }
  const fault = errorAt(place(), `a change since ${since} cannot end in ${period}`, {
    expected: `a period before ${period}`,
  })
  return { since: undefined, diagnostics: [fault] }
}

function readQuantity(
  item: ObservationItem,
  path: Path,
  text: string,
  unitId: string,
  { units }: Surroundings,
): { quantity?: Quantity; diagnostics: Diagnostic[] } {
  const unit = units.get(unitId)
  // An indicator of an unknown unit is an error of its own.
  if (!unit) return { diagnostics: [] }
  const read = parseQuantity(text, unit, units.values())
  return isFault(read)
    ? { diagnostics: [errorAt(item.place(path, read.index), read.fault, read)] }
    : { quantity: read, diagnostics: [] }
}

/** The statement of a figure; its source must be there and known. `path` is where the item's or the change's keys stand. */
function readStatement(
  item: ObservationItem,
  path: Path,
  words: ReturnType<typeof changeStatement>,
  printed: string,
  { sources, speakers, isBroken }: Surroundings,
): { statement?: Statement; diagnostics: Diagnostic[] } {
  const { source, paragraph = [], locator, speaker } = words
  const own = (name: 'source' | 'speaker') => (path.length > 0 && hasOwn(item, name) ? [...path, name] : [name])
  if (source === undefined) {
    if (item.isWritten(['source']) || item.isWritten(['change', 'source'])) return { diagnostics: [] }
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
    statement: { source, paragraphs, ...(locator && { locator }), ...(speaker && { speaker }), printed },
    diagnostics,
  }
}

function hasOwn({ entry }: ObservationItem, name: 'source' | 'speaker'): boolean {
  return entry.change?.[name] !== undefined
}

/** A level, a change and a rate of one item share a source, whose error is told once. */
function uniqueErrors(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>()
  return diagnostics.filter(({ message, place }) => {
    const id = `${place ? formatPlace(place) : ''} ${message}`
    return !seen.has(id) && seen.add(id)
  })
}
