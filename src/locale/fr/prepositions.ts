import { createPrepositions } from '../words/prepositions.ts'
import { frenchMonths } from './months.ts'

/** `de personnes`, `d’euros`. */
export function elided(noun: string): string {
  return /^[aeiouàâéèêëîïôûùœh]/i.test(noun) ? `d’${noun}` : `de ${noun}`
}

export const frenchPrepositions = createPrepositions({
  articles: [
    [/mois jusqu/, 'les'],
    [/trimestre|semestre|^[TS]\d |^\d\d?(?:er)?\u00a0/, 'le'],
    [/^(?:semaine|S\.)/, 'la'],
  ],
  from: elided,
  to: 'à',
  joined: { 'de le': 'du', 'de les': 'des', 'à le': 'au', 'à les': 'aux' },
  begins: new RegExp(`^(?:${frenchMonths.join('|')}) \\d{4}|^\\p{L}+ (?:trimestre|semestre) |^[TS]\\d \\d{4}`, 'u'),
  ends: [/(?<!\p{L})d(?:e |['’])$/iu, /(?<!\p{L})à $/iu],
})
