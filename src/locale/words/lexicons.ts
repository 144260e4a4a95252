import { german } from '../de/lexicon.ts'
import { english } from '../en/lexicon.ts'
import { spanish } from '../es/lexicon.ts'
import { french } from '../fr/lexicon.ts'
import type { Language } from '../languages.ts'
import { matchesIn } from '../numbers/matches.ts'
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
export function anyPattern(kind: keyof Lexicon['patterns']): RegExp {
  return new RegExp(
    Object.values(lexicons)
      .map(({ patterns }) => patterns[kind])
      .join('|'),
    'iu',
  )
}

/** With its clause, up to a stop that parts no digits. */
const definition = new RegExp(`(?:${anyPattern('definition').source})(?:[^,.;，；。]|[.,](?=\\d))*`, 'giu')

/** The parts of a text that say what something is: counts as late when it is more than 15 minutes late. */
export function definitionsIn(text: string): { start: number; end: number }[] {
  return matchesIn(text, definition).map(({ 0: said, index }) => ({ start: index, end: index + said.length }))
}
