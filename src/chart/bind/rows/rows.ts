import { comparePeriods, currentPeriod, periodStart } from '../../../dataset/figure/period.ts'
import { plusOf } from '../../../dataset/figure/quantity.ts'
import { observationKey } from '../../../dataset/figure/reference.ts'
import { getDimensions, seriesIn } from '../../../dataset/figure/series.ts'
import type { Dataset, Indicator, Measure, Observation, Period } from '../../../dataset/types.ts'
import type { Locale } from '../../../locale/types.ts'
import { categoryWords, seriesLabel } from '../../../locale/words/series-words.ts'
import { constants, derived } from '../../../memory/derived.ts'
import type { ChartRow } from '../../types.ts'

/**
 * The series that a data name asks for: an indicator, a part or breakdown of one (`recent-users[age]`), a list, or
 * several of these separated by commas; `unknown`
 * holds the parts that are none.
 */
export function namedSeries(dataset: Dataset, name: string): { ids: string[]; unknown: string[] } {
  const ids: string[] = []
  const unknown: string[] = []
  for (const part of name.match(/(?:[^,[]|\[[^\]]*\])+/g) ?? [name]) {
    const members = seriesIn(part.trim(), dataset)
    const list = dataset.lists.get(part.trim())
    if (list) ids.push(...list)
    else if ('message' in members) unknown.push(part.trim())
    else ids.push(...members.map(({ key }) => key))
  }
  return { ids: [...new Set(ids)], unknown }
}

/** The rows of several series, in the given order, then by period: one for each with a level, a change or a rate. */
export function toChartRows(dataset: Dataset, series: readonly string[], locale: Locale): ChartRow[] {
  return series.flatMap(seriesRows(dataset)(locale)).map((row, order) => ({ ...row, order }))
}

/** Charts share series, and printing numbers is the slowest part of binding; a dataset and a locale never change. */
const seriesRows = derived((dataset: Dataset) =>
  derived((locale: Locale) =>
    constants((key: string): ChartRow[] => {
      const periods = groupObservations(dataset).get(key)
      return periods ? makeRows(dataset, locale, periods) : []
    }),
  ),
)

function makeRows(dataset: Dataset, locale: Locale, measures: ReadonlyMap<Period, Measures>): ChartRow[] {
  const periods = [...measures.keys()].sort(comparePeriods)
  const [first] = [...measures.values()].flatMap(({ value, change, rate }) => value ?? change ?? rate ?? [])
  const indicator = dataset.indicators.get(first?.indicator ?? '')
  if (!first || !indicator) return []
  const current = currentPeriod(periods, dataset.report.period)
  const previous = currentPeriod(periods, dataset.report.comparison)
  const words = getWords(dataset, locale, first)
  const rows = periods.map((period) => ({
    ...toRow(dataset, locale, indicator, period, measures.get(period) ?? {}),
    ...words,
  }))
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

type BySeries = ReadonlyMap<string, ReadonlyMap<Period, Measures>>

/** Observations by series, period and measure; of several changes of one figure the one with the plain key. */
export const groupObservations: (dataset: Dataset) => BySeries = derived((dataset) => {
  const fresh = new Map<string, Map<Period, Measures>>()
  for (const observation of dataset.observations.values()) {
    const { series, period, measure, key } = observation
    if (key !== observationKey(series, measure, period)) continue
    const periods = fresh.get(series) ?? new Map<Period, Measures>()
    fresh.set(series, periods.set(period, { ...periods.get(period), [measure]: observation }))
  }
  return fresh
})

/** A row before it is known where it stands among the others. */
type PlainRow = Omit<ChartRow, 'current' | 'previous' | 'first' | 'last' | keyof RowWords>

/** What all rows of a series say of it. */
type RowWords = Pick<ChartRow, 'indicator' | 'series' | 'label' | 'indicatorLabel' | 'category'>

function getWords(dataset: Dataset, locale: Locale, { series, indicator, categories }: Observation): RowWords {
  const part = { indicator, categories }
  const dimensions = getDimensions(indicator, dataset)
  const fields = dimensions.map(({ id, categories: all, total }) => {
    const category = all.get(categories[id] ?? '')
    const place = [...all.keys()].indexOf(category?.id ?? '') + 1
    return {
      [id]: category?.id ?? 'total',
      [`${id}Label`]: locale.text(category?.short ?? total),
      [`${id}Order`]: place,
    }
  })
  const along = dimensions.map(({ id }) => id)
  const category = categoryWords(dataset, locale, part, along, 'short')
  const [label, indicatorLabel] = [part, { indicator, categories: {} }].map((one) =>
    seriesLabel(dataset, locale, one, 'short'),
  )
  return Object.assign({ indicator, series, label, indicatorLabel, category }, ...fields)
}

function toRow(dataset: Dataset, locale: Locale, indicator: Indicator, period: Period, measures: Measures): PlainRow {
  const { value, change, rate } = measures
  return {
    period,
    periodLabel: locale.period(period, 'short'),
    date: periodStart(period),
    value: toNumber(value),
    change: toNumber(change),
    rate: toNumber(rate),
    ...sayLevels(dataset, locale, measures),
    rateText: rate ? sayNumber(dataset, locale, rate, { signed: true }) : '',
    unit: indicator.unit,
    status: value?.status ?? change?.status ?? rate?.status ?? 'stated',
    order: 0,
  }
}

/** The printed forms of a level and a change; with a scale named, both in it, and the short forms without its name. */
export function sayLevels(dataset: Dataset, locale: Locale, { value, change }: Measures, scale?: string) {
  const say = (observation: Observation | undefined, form: Form) =>
    observation ? sayNumber(dataset, locale, observation, { ...form, scale }) : ''
  return {
    valueText: say(value, {}),
    changeText: say(change, { signed: true }),
    valueShort: say(value, { bare: true }),
    changeShort: say(change, { signed: true, bare: true }),
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
  scale?: string | undefined
}

function sayNumber(dataset: Dataset, locale: Locale, { quantity }: Observation, { signed, bare, scale }: Form): string {
  const unit = dataset.units.get(quantity.unit)
  if (!unit) return ''
  const said = bare && unit.id !== 'percent' ? { id: 'number', label: unit.label, said: false } : unit
  if (!quantity.value.isFinite()) return locale.interval(quantity, said)
  const text = locale.quantity(quantity, said, { scale, bareScale: bare && scale !== undefined })
  return signed ? `${plusOf(quantity)}${text}` : text
}
