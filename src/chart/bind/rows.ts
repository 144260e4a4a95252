import { comparePeriods, currentPeriod, periodStart } from '../../dataset/figure/period.ts'
import type { Dataset, Indicator, Measure, Observation, Period } from '../../dataset/types.ts'
import type { Locale } from '../../locale/types.ts'
import type { ChartRow } from '../types.ts'

/** The indicators that a data name asks for: an indicator, a list, or several of either separated by commas; `unknown` holds the parts that are neither. */
export function namedIndicators(dataset: Dataset, name: string): { ids: string[]; unknown: string[] } {
  const ids: string[] = []
  const unknown: string[] = []
  for (const part of name.split(',').map((text) => text.trim())) {
    const list = dataset.lists.get(part)
    if (list) ids.push(...list)
    else if (dataset.indicators.has(part)) ids.push(part)
    else unknown.push(part)
  }
  return { ids: [...new Set(ids)], unknown }
}

/** The rows of several indicators: in the order given, then by period; a row for each period that has a level, a change or a rate. */
export function toChartRows(dataset: Dataset, indicators: readonly string[], locale: Locale): ChartRow[] {
  return indicators.flatMap((id) => indicatorRows(dataset, id, locale)).map((row, order) => ({ ...row, order }))
}

/** Charts share indicators, and saying every number takes longer than all else in binding; a dataset and a locale never change. */
const rowsByLocale = new WeakMap<Dataset, WeakMap<Locale, Map<string, ChartRow[]>>>()

function indicatorRows(dataset: Dataset, id: string, locale: Locale): ChartRow[] {
  const locales = rowsByLocale.get(dataset) ?? new WeakMap<Locale, Map<string, ChartRow[]>>()
  const known = locales.get(locale) ?? new Map<string, ChartRow[]>()
  rowsByLocale.set(dataset, locales.set(locale, known))
  const indicator = dataset.indicators.get(id)
  const periods = groupObservations(dataset).get(id)
  const rows = known.get(id) ?? (indicator && periods ? makeRows(dataset, locale, indicator, periods) : [])
  known.set(id, rows)
  return rows
}

function makeRows(
  dataset: Dataset,
  locale: Locale,
  indicator: Indicator,
  measures: ReadonlyMap<Period, Measures>,
): ChartRow[] {
  const periods = [...measures.keys()].sort(comparePeriods)
  const current = currentPeriod(periods, dataset.report.period)
  const previous = currentPeriod(periods, dataset.report.comparison)
  const rows = periods.map((period) => toRow(dataset, locale, indicator, period, measures.get(period) ?? {}))
  const drawn = rows.filter((row) => row.value !== null)
  return rows.map((row) => ({
    ...row,
    current: row.period === current,
    previous: row.period === previous,
    first: row === drawn[0],
    last: row === drawn.at(-1),
  }))
}

type Measures = Partial<Record<Measure, Observation>>

type ByIndicator = ReadonlyMap<string, ReadonlyMap<Period, Measures>>
const groups = new WeakMap<Dataset, ByIndicator>()

/** Observations by indicator, period and measure. */
export function groupObservations(dataset: Dataset): ByIndicator {
  const known = groups.get(dataset)
  if (known) return known
  const fresh = new Map<string, Map<Period, Measures>>()
  for (const observation of dataset.observations.values()) {
    const { indicator, period, measure } = observation
    const periods = fresh.get(indicator) ?? new Map<Period, Measures>()
    fresh.set(indicator, periods.set(period, { ...periods.get(period), [measure]: observation }))
  }
  groups.set(dataset, fresh)
  return fresh
}

/** A row before it is known where it stands among the others. */
type PlainRow = Omit<ChartRow, 'current' | 'previous' | 'first' | 'last'>

function toRow(dataset: Dataset, locale: Locale, indicator: Indicator, period: Period, measures: Measures): PlainRow {
  const { value, change, rate } = measures
  const say = (observation: Observation | undefined, form: Form) =>
    observation ? sayNumber(dataset, locale, observation, form) : ''
  return {
    indicator: indicator.id,
    label: locale.text(indicator.short),
    period,
    periodLabel: locale.period(period, 'short'),
    date: periodStart(period),
    value: toNumber(value),
    change: toNumber(change),
    rate: toNumber(rate),
    valueText: say(value, {}),
    changeText: say(change, { signed: true }),
    rateText: say(rate, { signed: true }),
    valueShort: say(value, { bare: true }),
    changeShort: say(change, { signed: true, bare: true }),
    unit: indicator.unit,
    status: value?.status ?? change?.status ?? rate?.status ?? 'stated',
    order: 0,
  }
}

/** An observation that is known only as an interval open on one side has no number to draw. */
function toNumber(observation: Observation | undefined): number | null {
  return observation?.quantity.value.isFinite() ? observation.quantity.value.toNumber() : null
}

interface Form {
  /** With a plus where it is positive: `+24.8 million`, `−1.4%`. A qualified one (`over 47 million`) has no sign. */
  signed?: boolean
  /** Without the unit's name. */
  bare?: boolean
}

function sayNumber(dataset: Dataset, locale: Locale, { quantity }: Observation, { signed, bare }: Form): string {
  const unit = dataset.units.get(quantity.unit)
  if (!unit) return ''
  const said = bare && unit.id !== 'percent' ? { id: 'number', label: unit.label, said: false } : unit
  if (!quantity.value.isFinite()) return locale.interval(quantity, said)
  const text = locale.quantity(quantity, said)
  const isPlus = quantity.value.isPositive() && !quantity.value.isZero() && !quantity.qualifier
  return signed && isPlus ? `+${text}` : text
}
