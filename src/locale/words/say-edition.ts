import type { Locale } from '../types.ts'

/** Editions are counted up to here; what is more is a year. */
const mostEditions = 1900

/** An edition as its language says it: `53rd` of a number in a series, a year or words as they are. */
export function sayEdition(edition: number | string, locale: Pick<Locale, 'edition'>): string {
  return isNumber(edition) ? locale.edition(edition) : String(edition)
}

/** The same as a name by itself: `53rd edition`; `Spring 2024`. */
export function sayEditionName(edition: number | string, locale: Pick<Locale, 'editionName'>): string {
  return isNumber(edition) ? locale.editionName(edition) : String(edition)
}

function isNumber(edition: number | string): edition is number {
  return typeof edition === 'number' && edition < mostEditions
}
