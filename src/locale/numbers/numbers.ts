import { germanNumbers } from '../de/numbers.ts'
import { englishNumbers } from '../en/numbers.ts'
import { spanishNumbers } from '../es/numbers.ts'
import { frenchNumbers } from '../fr/numbers.ts'
import type { Language } from '../languages.ts'
import { chineseNumbers } from '../zh/numbers.ts'
import type { NumberWords } from './number-words.ts'

/** How numbers are written, by language; the compiler asks for each that documents can be in. */
export const numberWords: Readonly<Record<Language, NumberWords>> = {
  en: englishNumbers,
  zh: chineseNumbers,
  fr: frenchNumbers,
  de: germanNumbers,
  es: spanishNumbers,
}
