import { createMeet } from '../words/phrases.ts'
import { frenchMonths } from './months.ts'

/** `de personnes`, `d’euros`. */
export function elided(noun: string): string {
  return /^[aeiouàâéèêëîïôûùœh]/i.test(noun) ? `d’${noun}` : `de ${noun}`
}

/** A period as it stands after “depuis”: `le deuxième trimestre 2026`. */
export function withArticle(period: string): string {
  if (/mois jusqu/.test(period)) return `les ${period}`
  if (/trimestre|semestre|^[TS]\d |^\d\d?(?:er)?\u00a0/.test(period)) return `le ${period}`
  return /^(?:semaine|S\.)/.test(period) ? `la ${period}` : period
}

/** `à janvier 2026`, `au deuxième trimestre 2026`. */
export function untilPeriod(period: string): string {
  return `à ${withArticle(period)}`.replace(/^à le /, 'au ').replace(/^à les /, 'aux ')
}

/** `d’avril 2026`, `du premier trimestre 2026`. */
export function fromPeriod(period: string): string {
  return elided(withArticle(period))
    .replace(/^de le /, 'du ')
    .replace(/^de les /, 'des ')
}

/** `de` and `à` before a period that a helper says. */
export const meetPeriod = createMeet(
  new RegExp(
    `^(?:${frenchMonths.join('|')}) \\d{4}|^(?:[\\p{L}]+ème|premier) (?:trimestre|semestre) |^[TS]\\d \\d{4}`,
    'u',
  ),
  [/(?<!\p{L})d(?:e |['’])$/iu, fromPeriod],
  [/(?<!\p{L})à $/iu, untilPeriod],
)
