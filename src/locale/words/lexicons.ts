import { german } from '../de/lexicon.ts'
import { english } from '../en/lexicon.ts'
import { spanish } from '../es/lexicon.ts'
import { french } from '../fr/lexicon.ts'
import type { Language } from '../languages.ts'
import { chinese } from '../zh/lexicon.ts'
import type { Lexicon } from './lexicon.ts'

/** By language; the compiler asks for each that documents can be in. */
export const lexicons: Readonly<Record<Language, Lexicon>> = {
  en: english,
  zh: chinese,
  fr: french,
  de: german,
  es: spanish,
}

/** What says so in any language. */
export function anyPattern(kind: keyof Lexicon['patterns'] | 'definition'): RegExp {
  const sources = Object.values(lexicons).map(({ patterns, definition }) => ({ ...patterns, definition })[kind])
  return new RegExp(sources.join('|'), 'iu')
}
