import { parsePeriod } from '../../dataset/figure/period.ts'
import type { Period } from '../../dataset/types.ts'

/** More slots than these are no columns that one tells apart. */
const mostSlots = 16

/**
 * The dates (milliseconds, UTC) of which some periods in order, all as far apart as the nearest two or a multiple of that, skip some: none, where nothing
 * is missing. Undefined where they follow each other unevenly, most dates are missing, or they have another form than months and whole numbers of them.
 */
export function regularDates(periods: readonly Period[]): { missing: number[] } | undefined {
  const months = periods.map(monthOf)
  const steps = months.slice(1).map((month, index) => month - (months[index] ?? 0))
  const step = Math.min(...steps)
  const first = months[0] ?? 0
  const count = steps.length === 0 ? 1 : ((months.at(-1) ?? 0) - first) / step + 1
  if (!steps.every((distance) => distance > 0 && distance % step === 0) || count > mostSlots) return undefined
  const all = Array.from({ length: count }, (_, index) => first + (steps.length === 0 ? 0 : index * step))
  const missing = all.filter((month) => !months.includes(month))
  return missing.length * 2 > months.length
    ? undefined
    : { missing: missing.map((month) => Date.UTC(2000, month - 24_000)) }
}

/** Months since the year 0; NaN for a period that does not begin with one. */
function monthOf(period: Period): number {
  const { form, start = '' } = parsePeriod(period) ?? {}
  const isOfMonths =
    form === 'year' || form === 'half' || form === 'quarter' || form === 'month' || form === 'financial'
  return isOfMonths ? Number(start.slice(0, 4)) * 12 + Number(start.slice(5, 7)) - 1 : Number.NaN
}
