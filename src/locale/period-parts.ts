import { parsePeriod } from '../dataset/figure/period.ts'
import type { Period } from '../dataset/types.ts'

/** A period taken apart: numbers from 1. */
export type PeriodParts =
  | { kind: 'year'; year: number }
  | { kind: 'half'; year: number; half: number }
  | { kind: 'quarter'; year: number; quarter: number }
  | { kind: 'month'; year: number; month: number }
  | { kind: 'day'; year: number; month: number; day: number }

/** The parts of an SDMX period such as `2023-12`. Throws for a text that is none: the dataset holds checked periods only. */
export function periodParts(period: Period): PeriodParts {
  const span = parsePeriod(period)
  if (!span) throw new Error(`not a period: ${period}`)
  const [year = 0, month = 0, day = 0] = span.start.split('-').map(Number)
  switch (span.form) {
    case 'year':
      return { kind: 'year', year }
    case 'half':
      return { kind: 'half', year, half: Math.ceil(month / 6) }
    case 'quarter':
      return { kind: 'quarter', year, quarter: Math.ceil(month / 3) }
    case 'month':
      return { kind: 'month', year, month }
    case 'day':
      return { kind: 'day', year, month, day }
  }
}

/** Whether a period is long enough for something to flow over it; a month and a day are dates to a reader. */
export function isSpan(parts: PeriodParts): boolean {
  return parts.kind === 'year' || parts.kind === 'half' || parts.kind === 'quarter'
}
