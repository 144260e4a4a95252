import type { PeriodParts } from '../period-parts.ts'
import { getRuns } from './runs.ts'

/** The text with its first letter a capital; Markdown's brackets before it stand. */
export function capital(text: string): string {
  return text.replace(/^[[*]*\p{Ll}/u, (start) => start.toUpperCase())
}

/**
 * The text with a small first letter, except acronyms and names: GDP, 5G, e-Commerce, Old Town stay.
 * A second capital, a digit, or capitals in all words mark these.
 */
export function lower(text: string): string {
  const [first = '', ...others] = text.split(/\s/)
  const isName = others.length > 0 && others.every((word) => /^\p{Lu}/u.test(word))
  return !isName && /^\p{Lu}[^\p{Lu}\d]*$/u.test(first) && first.length > 1
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text
}

/** `a, b and c`. */
export function sayList(items: readonly string[], and: string): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${and} ${last}`
}

/** `45th to 50th and 53rd`: numbers in runs, each said as `say` does. */
export function sayRuns(numbers: readonly number[], say: (number: number) => string, to: string, and: string): string {
  const runs = getRuns(numbers).map(({ first, last }) =>
    first === last ? say(first) : `${say(first)} ${to} ${say(last)}`,
  )
  return sayList(runs, and)
}

/** The first of two periods without their shared year: `January` of January to February 2020; `of` may join both. */
export function withoutSharedYear(start: string, first: PeriodParts, last: PeriodParts, of: string): string {
  const isOneYear = 'year' in first && 'year' in last && first.kind !== 'year' && first.year === last.year
  return isOneYear ? start.replace(new RegExp(`(?: ${of})?,? ${first.year}$`), '') : start
}
