import { recent } from '../../memory/derived.ts'
import { groupBy } from '../group-by.ts'
import type { Period } from '../types.ts'

/** A period's form, how long it is as an ISO duration (`P6M`, `P7D`), and its first and last day as ISO dates. */
export interface PeriodSpan {
  /** `financial`: 2023/24. `range`: 2020-01/2020-02. `ending`: so many months to a month, P3M/2024-06. */
  form: 'year' | 'financial' | 'half' | 'quarter' | 'month' | 'week' | 'day' | 'range' | 'ending'
  length: string
  start: string
  end: string
}

/** What a period looks like, for messages. */
export const periodForms =
  'a period, such as 2023, 2023-S2, 2023-Q4, 2023-12, 2023-W05, 2023-12-31, 2023/24, 2020-01/2020-02 or P3M/2024-06'

/** The span of a time period as SDMX and ISO 8601 write it, or undefined for any other text. */
export function parsePeriod(text: string): PeriodSpan | undefined {
  return spanOf(text)
}

// A dataset names a score of periods, each thousands of times.
const spanOf = recent(1000, (text): PeriodSpan | undefined => readPeriod(text) ?? readLongPeriod(text))

function readPeriod(text: string): PeriodSpan | undefined {
  const match = /^(\d{4})(?:-(?:S([12])|Q([1-4])|W(\d{2})|(\d{2})(?:-(\d{2}))?))?$/.exec(text)
  if (!match) return undefined
  const [, year = '', half, quarter, week, month, day] = match
  if (half) return months('half', year, Number(half) * 6 - 5, 6)
  if (quarter) return months('quarter', year, Number(quarter) * 3 - 2, 3)
  if (week) return weekSpan(Number(year), Number(week))
  if (!month) return months('year', year, 1, 12)
  if (Number(month) < 1 || Number(month) > 12) return undefined
  if (!day) return months('month', year, Number(month), 1)
  const exists = Number(day) >= 1 && Number(day) <= daysInMonth(Number(year), Number(month))
  return exists ? { form: 'day', length: 'P1D', start: text, end: text } : undefined
}

/** A financial year, which runs from April; from one period to another of its form; so many months to a month. */
function readLongPeriod(text: string): PeriodSpan | undefined {
  const [first = '', last = ''] = text.split('/')
  if (/^\d{4}\/\d{2}$/.test(text)) {
    const isNext = (Number(first) + 1) % 100 === Number(last)
    return isNext ? months('financial', first, 4, 12) : undefined
  }
  const end = readPeriod(last)
  const [, count] = /^P(\d{1,2})M$/.exec(first) ?? []
  if (count !== undefined) {
    const isLong = Number(count) > 1 && end?.form === 'month'
    return isLong ? monthsTo(Number(count), last) : undefined
  }
  const start = readPeriod(first)
  if (!start || !end || start.form !== end.form || start.start >= end.start) return undefined
  return { form: 'range', length: getLength(start, end), start: start.start, end: end.end }
}

/** The first day of a period, as an ISO date; the text itself where it is no period. */
export function periodStart(period: Period): string {
  return parsePeriod(period)?.start ?? period
}

/** The last day of a period, as an ISO date; the text itself where it is no period. */
export function periodEnd(period: Period): string {
  return parsePeriod(period)?.end ?? period
}

/** The year that a period is called by: 2023 for 2023-Q4 and 2023/24, 2024 for the three months to June 2024. */
export function periodYear(period: Period): string {
  return /\d{4}/.exec(period)?.[0] ?? period
}

/** Whether flows over two periods compare, as equally long: a quarter and three months, but no half-year and year. */
export function areAlike(a: Period, b: Period): boolean {
  return parsePeriod(a)?.length === parsePeriod(b)?.length
}

/**
 * The periods of one length, that of `like` if several have it, else the commonest:
 * sums over a half-year do not belong in a row with a year's.
 */
export function ofOneLength(periods: readonly Period[], like: Period): Period[] {
  const kinds = [...groupBy(periods, (period) => parsePeriod(period)?.length).values()]
  const most = Math.max(0, ...kinds.map((kind) => kind.length))
  const own = kinds.find(([first]) => areAlike(first, like))
  return (own && own.length >= Math.min(2, most) ? own : kinds.find((kind) => kind.length === most)) ?? []
}

/** Whether some periods are parts of others among them: the months of a year that is there too. */
export function areNested(periods: readonly Period[]): boolean {
  const [kind = [], ...others] = groupBy(periods, (period) => parsePeriod(period)?.length).values()
  const rest = others.flat()
  return rest.length > 0 && (kind.some((one) => rest.some((other) => periodsOverlap(one, other))) || areNested(rest))
}

/** Negative, zero or positive as `a` ends before, with or after `b`; with equal ends the longer comes first. */
export function comparePeriods(a: Period, b: Period): number {
  return compareText(periodEnd(a), periodEnd(b)) || compareText(periodStart(a), periodStart(b))
}

/** Whether two periods share a day. */
export function periodsOverlap(a: Period, b: Period): boolean {
  return periodStart(a) <= periodEnd(b) && periodStart(b) <= periodEnd(a)
}

/** The other ways to write a period of whole months, and its own: P6M/2025-06 and 2025-S1. */
export function sameDays(period: Period): Period[] {
  const { start = '', end = '', length = '' } = parsePeriod(period) ?? {}
  const [year, last] = [end.slice(0, 4), Number(end.slice(5, 7))]
  const forms = [year, `${year}-S${last / 6}`, `${year}-Q${last / 3}`, `${length}/${end.slice(0, 7)}`]
  const alike = forms.filter((form) => form !== period && periodStart(form) === start && periodEnd(form) === end)
  return [period, ...alike]
}

/** Whether a period is a part of another: a quarter of its year. */
export function isPartOf(period: Period, whole: Period): boolean {
  const isShorter = periodStart(period) !== periodStart(whole) || periodEnd(period) !== periodEnd(whole)
  return isShorter && periodStart(period) >= periodStart(whole) && periodEnd(period) <= periodEnd(whole)
}

/**
 * Whether a text may mean a period by one that shares a day with it.
 * Split years such as 2024/25 must be the same, whichever month they begin with.
 */
export function isNamedBy(period: Period, named: Period): boolean {
  const [own, name] = [parsePeriod(period), parsePeriod(named)]
  const areSplit = name?.form === 'financial' && own?.length === 'P12M' && own.form !== 'year'
  return areSplit ? periodYear(period) === periodYear(named) : periodsOverlap(period, named)
}

/** The period of the same form as `like` with the last day of `period`: 2022 for 2023. Ranges keep their months. */
export function periodLike(like: Period, period: Period): Period {
  const end = periodEnd(period)
  const year = end.slice(0, 4)
  const month = Number(end.slice(5, 7))
  switch (parsePeriod(like)?.form) {
    case 'year':
      return year
    case 'financial':
      return financialYear(month < 4 ? Number(year) - 1 : Number(year))
    case 'half':
      return `${year}-S${Math.ceil(month / 6)}`
    case 'quarter':
      return `${year}-Q${Math.ceil(month / 3)}`
    case 'month':
      return end.slice(0, 7)
    case 'week':
      return getWeek(end)
    case 'ending':
      return `${like.split('/')[0]}/${end.slice(0, 7)}`
    case 'range': {
      const years = Number(year) - Number(periodEnd(like).slice(0, 4))
      return like.replace(/\b\d{4}\b/g, (written) => String(Number(written) + years))
    }
    default:
      return end
  }
}

/**
 * The one that a reference without a period means in a report on `period`: the same,
 * else the latest that overlaps it and does not end after it.
 */
export function currentPeriod(periods: readonly Period[], period: Period): Period | undefined {
  if (periods.includes(period)) return period
  const end = periodEnd(period)
  const candidates = periods.filter((other) => periodEnd(other) <= end && periodsOverlap(other, period))
  return candidates.sort(comparePeriods).at(-1)
}

/** `2023/24` for the financial year that begins in 2023. */
export function financialYear(first: number): Period {
  return `${first}/${twoDigits((first + 1) % 100)}`
}

/** The ISO week of a day, as `2024-W05`. */
export function getWeek(day: string): Period {
  const date = new Date(`${day}T00:00:00Z`)
  const thursday = new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * oneDay)
  const year = thursday.getUTCFullYear()
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / oneDay / 7) + 1
  return `${year}-W${twoDigits(week)}`
}

export const oneDay = 86_400_000

/** A week from Monday to Sunday; the one that 4 January lies in is the year's first. */
function weekSpan(year: number, week: number): PeriodSpan | undefined {
  const fourth = Date.UTC(year, 0, 4)
  const monday = fourth - ((new Date(fourth).getUTCDay() || 7) - 1) * oneDay + (week - 1) * 7 * oneDay
  const start = toDay(monday)
  const exists = getWeek(start) === `${year}-W${twoDigits(week)}`
  return exists ? { form: 'week', length: 'P7D', start, end: toDay(monday + 6 * oneDay) } : undefined
}

function monthsTo(count: number, last: Period): PeriodSpan {
  const month = Number(last.slice(5, 7))
  const before = Number(last.slice(0, 4)) * 12 + month - count
  const first = `${Math.floor(before / 12)}`.padStart(4, '0')
  return { ...months('ending', first, (before % 12) + 1, count), end: periodEnd(last) }
}

/** Whole months are counted in months, all else in days. */
function getLength(first: PeriodSpan, last: PeriodSpan): string {
  if (first.form !== 'day' && first.form !== 'week') {
    const number = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
    return `P${number(last.end) - number(first.start) + 1}M`
  }
  return `P${(Date.parse(last.end) - Date.parse(first.start)) / oneDay + 1}D`
}

function months(form: PeriodSpan['form'], year: string, first: number, count: number): PeriodSpan {
  const after = Number(year) * 12 + first - 1 + count - 1
  const [endYear, endMonth] = [Math.floor(after / 12), (after % 12) + 1]
  const end = `${String(endYear).padStart(4, '0')}-${twoDigits(endMonth)}-${daysInMonth(endYear, endMonth)}`
  return { form, length: `P${count}M`, start: `${year}-${twoDigits(first)}-01`, end }
}

/** `07` for 7. */
export function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}

export function toDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}

function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
