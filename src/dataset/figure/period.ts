import type { Period } from '../types.ts'

/** A period's form, coarse to fine, and its first and last day as ISO dates. */
export interface PeriodSpan {
  form: 'year' | 'half' | 'quarter' | 'month' | 'day'
  start: string
  end: string
}

/** What a period looks like, for messages. */
export const periodForms = 'a period, such as 2023, 2023-S2, 2023-Q4, 2023-12 or 2023-12-31'

/** The span of an SDMX time period (`2023`, `2023-S2`, `2023-Q4`, `2023-12`, `2023-12-31`), or undefined for any other text. */
export function parsePeriod(text: string): PeriodSpan | undefined {
  const known = spans.get(text)
  if (known) return known
  const span = readPeriod(text)
  if (span) spans.set(text, span)
  return span
}

// A dataset names a score of periods, each thousands of times.
const spans = new Map<string, PeriodSpan>()

function readPeriod(text: string): PeriodSpan | undefined {
  const match = /^(\d{4})(?:-(?:S([12])|Q([1-4])|(\d{2})(?:-(\d{2}))?))?$/.exec(text)
  if (!match) return undefined
  const [, year = '', half, quarter, month, day] = match
  if (half) return months('half', year, Number(half) * 6 - 5, Number(half) * 6)
  if (quarter) return months('quarter', year, Number(quarter) * 3 - 2, Number(quarter) * 3)
  if (!month) return months('year', year, 1, 12)
  if (Number(month) < 1 || Number(month) > 12) return undefined
  if (!day) return months('month', year, Number(month), Number(month))
  const exists = Number(day) >= 1 && Number(day) <= daysInMonth(Number(year), Number(month))
  return exists ? { form: 'day', start: text, end: text } : undefined
}

/** The first day of a period, as an ISO date; the text itself where it is no period. */
export function periodStart(period: Period): string {
  return parsePeriod(period)?.start ?? period
}

/** The last day of a period, as an ISO date; the text itself where it is no period. */
export function periodEnd(period: Period): string {
  return parsePeriod(period)?.end ?? period
}

/** Negative, zero or positive as `a` ends before, with or after `b`; of two that end together the longer comes first. */
export function comparePeriods(a: Period, b: Period): number {
  return compareText(periodEnd(a), periodEnd(b)) || compareText(periodStart(a), periodStart(b))
}

/** Whether two periods share a day. */
export function periodsOverlap(a: Period, b: Period): boolean {
  return periodStart(a) <= periodEnd(b) && periodStart(b) <= periodEnd(a)
}

/** The period of the same form as `like` in which the last day of `period` lies: 2022 for 2023 and 2022-12. */
export function periodLike(like: Period, period: Period): Period {
  const end = periodEnd(period)
  const year = end.slice(0, 4)
  const month = Number(end.slice(5, 7))
  switch (parsePeriod(like)?.form) {
    case 'year':
      return year
    case 'half':
      return `${year}-S${Math.ceil(month / 6)}`
    case 'quarter':
      return `${year}-Q${Math.ceil(month / 3)}`
    case 'month':
      return end.slice(0, 7)
    default:
      return end
  }
}

/** Of the periods, the one that a reference without a period means in a report on `period`: the same, else the latest that overlaps and does not end after it. */
export function currentPeriod(periods: readonly Period[], period: Period): Period | undefined {
  if (periods.includes(period)) return period
  const end = periodEnd(period)
  const candidates = periods.filter((other) => periodEnd(other) <= end && periodsOverlap(other, period))
  return candidates.sort(comparePeriods).at(-1)
}

function months(form: PeriodSpan['form'], year: string, first: number, last: number): PeriodSpan {
  const pad = (number: number) => String(number).padStart(2, '0')
  const end = `${year}-${pad(last)}-${daysInMonth(Number(year), last)}`
  return { form, start: `${year}-${pad(first)}-01`, end }
}

function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
