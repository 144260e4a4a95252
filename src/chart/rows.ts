import { comparePeriods, periodStart } from '../dataset/period.ts'
import type { Dataset, Indicator, Measure, Observation, Period } from '../dataset/types.ts'
import type { Locale } from '../locale/types.ts'
import type { ChartRow } from './types.ts'

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
  const byIndicator = groupObservations(dataset)
  return indicators
    .flatMap((id) => {
      const indicator = dataset.indicators.get(id)
      const periods = byIndicator.get(id)
      if (!indicator || !periods) return []
      const order = [...periods.keys()].sort(comparePeriods)
      return order.map((period) => toRow(dataset, locale, indicator, period, periods.get(period) ?? {}))
    })
    .map((row, order) => ({ ...row, order }))
}

type Measures = Partial<Record<Measure, Observation>>

/** Observations by indicator, period and measure. */
export function groupObservations(dataset: Dataset): Map<string, Map<Period, Measures>> {
  const groups = new Map<string, Map<Period, Measures>>()
  for (const observation of dataset.observations.values()) {
    const { indicator, period, measure } = observation
    const periods = groups.get(indicator) ?? new Map<Period, Measures>()
    groups.set(indicator, periods.set(period, { ...periods.get(period), [measure]: observation }))
  }
  return groups
}

function toRow(dataset: Dataset, locale: Locale, indicator: Indicator, period: Period, measures: Measures): ChartRow {
  const { value, change, rate } = measures
  const say = (observation: Observation | undefined, signed: boolean) =>
    observation ? sayNumber(dataset, locale, observation, signed) : ''
  return {
    indicator: indicator.id,
    label: locale.text(indicator.short),
    period,
    periodLabel: locale.period(period, 'short'),
    date: periodStart(period),
    value: toNumber(value),
    change: toNumber(change),
    rate: toNumber(rate),
    valueText: say(value, false),
    changeText: say(change, true),
    rateText: say(rate, true),
    unit: indicator.unit,
    status: value?.status ?? change?.status ?? rate?.status ?? 'stated',
    order: 0,
  }
}

/** An observation that is known only as an interval open on one side has no number to draw. */
function toNumber(observation: Observation | undefined): number | null {
  return observation?.quantity.value.isFinite() ? observation.quantity.value.toNumber() : null
}

/** The printed form, a change or rate with its sign: `+24.8 million`, `−1.4%`; a qualified one (`over 47 million`) says its direction in words elsewhere. */
function sayNumber(dataset: Dataset, locale: Locale, { quantity }: Observation, signed: boolean): string {
  const unit = dataset.units.get(quantity.unit)
  if (!unit) return ''
  if (!quantity.value.isFinite()) return locale.interval(quantity, unit)
  const text = locale.quantity(quantity, unit)
  return signed && quantity.value.isPositive() && !quantity.value.isZero() && !quantity.qualifier ? `+${text}` : text
}
