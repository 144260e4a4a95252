import { parsePeriod } from '../dataset/figure/period.ts'
import type { Period } from '../dataset/types.ts'

/** A period taken apart: numbers from 1. */
export type PeriodParts =
  | { kind: 'year'; year: number }
  | { kind: 'half'; year: number; half: number }
  | { kind: 'quarter'; year: number; quarter: number }
  | { kind: 'month'; year: number; month: number }
  | { kind: 'week'; year: number; week: number }
  | { kind: 'day'; year: number; month: number; day: number }
  /** A financial or school year, as it is named: 2023/24. */
  | { kind: 'split-year'; name: string }
  | { kind: 'range'; first: PeriodParts; last: PeriodParts }
  /** So many months to a month. */
  | { kind: 'ending'; months: number; first: PeriodParts; last: PeriodParts }

/** The parts of a period such as `2023-12`. Throws for a text that is none: the dataset holds checked periods only. */
export function periodParts(period: Period): PeriodParts {
  const span = parsePeriod(period)
  if (!span) throw new Error(`not a period: ${period}`)
  const [year = 0, month = 0, day = 0] = span.start.split('-').map(Number)
  const [first = '', last = ''] = period.split('/')
  switch (span.form) {
    case 'year':
      return { kind: 'year', year }
    case 'financial':
      return { kind: 'split-year', name: period }
    case 'half':
      return { kind: 'half', year, half: Math.ceil(month / 6) }
    case 'quarter':
      return { kind: 'quarter', year, quarter: Math.ceil(month / 3) }
    case 'month':
      return { kind: 'month', year, month }
    case 'week':
      return { kind: 'week', year: Number(period.slice(0, 4)), week: Number(period.slice(6)) }
    case 'day':
      return { kind: 'day', year, month, day }
    case 'range':
      // Twelve months across the turn of a year are a year to their readers: a school year.
      return span.length === 'P12M' && month > 1
        ? { kind: 'split-year', name: `${year}/${last.slice(2, 4)}` }
        : { kind: 'range', first: periodParts(first), last: periodParts(last) }
    case 'ending':
      return {
        kind: 'ending',
        months: Number(first.slice(1, -1)),
        first: { kind: 'month', year, month },
        last: periodParts(last),
      }
  }
}

/** Whether a period is long enough for something to flow over it; a month and a day are dates to a reader. */
export function isSpan(parts: PeriodParts): boolean {
  return parts.kind !== 'month' && parts.kind !== 'day'
}
