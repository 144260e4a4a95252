import { createPrepositions } from '../words/prepositions.ts'
import { spanishMonths } from './months.ts'

export const spanishPrepositions = createPrepositions({
  articles: [
    [/meses hasta/, 'los'],
    [/trimestre|semestre|^\d\d? ?de[ \u00a0]/, 'el'],
    [/^sem/, 'la'],
  ],
  from: (period) => `de ${period}`,
  to: 'a',
  joined: { 'de el': 'del', 'a el': 'al' },
  begins: new RegExp(`^(?:${spanishMonths.join('|')}) de \\d{4}|^\\p{L}+ (?:trimestre|semestre) de `, 'u'),
  ends: [/(?<!\p{L})de $/iu, /(?<!\p{L})a $/iu],
})
