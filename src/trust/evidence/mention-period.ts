import { parsePeriod } from '../../dataset/figure/period.ts'
import type { Period } from '../../dataset/types.ts'
import { plainCharacters } from '../numbers/plain-characters.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The period that a date in words names: `December 2023` → 2023-12, `2023年` → 2023; undefined where the year is not said. */
export function mentionPeriod(words: string): Period | undefined {
  const text = plainCharacters(words).text
  const year = /(?:19|20)\d\d/.exec(text)?.[0]
  if (year === undefined) return undefined
  const named = /\p{L}{3,}/u.exec(text)?.[0]?.slice(0, 3).toLowerCase() ?? ''
  const month =
    months.indexOf(named) + 1 || Number(/(\d{1,2})月/.exec(text)?.[1] ?? /^\d{4}-(\d{2})/.exec(text)?.[1] ?? 0)
  return month >= 1 && month <= 12 ? `${year}-${String(month).padStart(2, '0')}` : year
}

/** Whether one period lies in the other. */
export function overlaps(a: Period, b: Period): boolean {
  const [one, other] = [parsePeriod(a), parsePeriod(b)]
  return one !== undefined && other !== undefined && one.start <= other.end && other.start <= one.end
}

/** Whether a change counts from the date that stands at a place of a text, by the words before it. */
export function isComparedWith(text: string, start: number): boolean {
  return comparing.test(text.slice(Math.max(0, start - 24), start))
}

const comparing = /(?:compared (?:with|to)|from|since|than|against|versus|over|on|the end of)\s*$|[较比从自]$/i
