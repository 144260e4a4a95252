import { createMeet } from '../words/phrases.ts'
import { spanishMonths } from './months.ts'

/** A period as it stands after “desde”: `el segundo trimestre de 2026`. */
export function withArticle(period: string): string {
  if (/meses hasta/.test(period)) return `los ${period}`
  if (/trimestre|semestre|^\d\d?(?: de)?\u00a0|^\d\d? de /.test(period)) return `el ${period}`
  return /^sem/.test(period) ? `la ${period}` : period
}

/** `a enero de 2026`, `al segundo trimestre de 2026`. */
export function untilPeriod(period: string): string {
  return `a ${withArticle(period)}`.replace(/^a el /, 'al ')
}

/** `de enero de 2026`, `del primer trimestre de 2026`. */
export function fromPeriod(period: string): string {
  return `de ${withArticle(period)}`.replace(/^de el /, 'del ')
}

/** `de` and `a` before a period that a helper says. */
export const meetPeriod = createMeet(
  new RegExp(`^(?:${spanishMonths.join('|')}) de \\d{4}|^\\p{L}+ (?:trimestre|semestre) de `, 'u'),
  [/(?<!\p{L})de $/iu, fromPeriod],
  [/(?<!\p{L})a $/iu, untilPeriod],
)
