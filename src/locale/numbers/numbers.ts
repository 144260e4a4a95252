import { austrianNumbers, germanNumbers } from '../de/numbers.ts'
import { englishNumbers } from '../en/numbers.ts'
import { latinAmericanNumbers, spanishNumbers } from '../es/numbers.ts'
import { frenchNumbers } from '../fr/numbers.ts'
import type { NumberLanguage } from '../languages.ts'
import { chineseNumbers } from '../zh/numbers.ts'
import type { NumberWords } from './number-words.ts'

/** How numbers are written, by language; the compiler asks for each that documents can be in. */
export const numberWords: Readonly<Record<NumberLanguage, NumberWords>> = {
  en: englishNumbers,
  zh: chineseNumbers,
  fr: frenchNumbers,
  de: germanNumbers,
  es: spanishNumbers,
  'de-AT': austrianNumbers,
  'es-419': latinAmericanNumbers,
}
