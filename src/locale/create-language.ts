import type { LocalText } from '../dataset/types.ts'
import type { Direction } from './change-direction.ts'
import { getRegion, type Language, numberLanguage } from './languages.ts'
import type { Notation } from './numbers/digits.ts'
import { type NumberGrammar, sayNumbers } from './numbers/number-grammar.ts'
import { numberWords } from './numbers/numbers.ts'
import { isSpan, type PeriodParts, periodParts } from './period-parts.ts'
import type { Locale, PeriodForm } from './types.ts'
import type { Words } from './words/words.ts'

/** What every language puts together alike. */
type Shared = 'changeWords' | 'period' | 'date' | 'asOf' | 'figuresOver' | 'word'

/** A language: its words, and how it puts them together. */
interface LanguageForms {
  language: Language
  words: Words
  numbers: NumberGrammar
  sayPeriod(parts: PeriodParts, form: PeriodForm): string
  /** A change that is one: `up 24.8 million`. */
  moved(direction: Exclude<Direction, 'flat'>, amount: string, qualified: boolean, unit: string): string
  /** When something was so, in the words of prose; `isStock` if it is so at the period's end, not over it. */
  asOf(period: string, kind: PeriodParts['kind'], isStock: boolean): string
  figuresOver(count: number, span: string): string
  /** What regions have otherwise, by their code of ISO 3166. */
  regions?: Readonly<Record<string, Region>>
  forms: Omit<Locale, Shared | 'language' | 'primary' | 'text' | keyof Words | keyof ReturnType<typeof sayNumbers>>
}

interface Region extends Partial<Pick<LanguageForms, 'sayPeriod' | 'words'>> {
  numbers?: { notation?: Notation; percent: string }
}

/** A language: what it says whatever the report, and its locale; `text` chooses among a text's languages. */
export function createLanguage(own: LanguageForms) {
  const wordsOf = (tag: string) => regionOf(tag)?.words ?? own.words
  const regionOf = (tag: string) => own.regions?.[getRegion(tag) ?? '']
  const toLocale = (language: string, text: (text: LocalText) => string): Locale => {
    const { numbers, sayPeriod = own.sayPeriod } = regionOf(language) ?? {}
    const words = wordsOf(language)
    const { notation } = numberWords[numberLanguage(language)]
    const sayLong = (period: string) => sayPeriod(periodParts(period), 'long')
    return {
      ...words,
      ...sayNumbers({ notation, ...own.numbers, ...numbers }, own.language, text, words.fixed.notStated),
      ...own.forms,
      language,
      primary: own.language,
      text,
      changeWords: (direction, amount, qualified, unit) =>
        direction === 'flat' ? words.fixed.unchanged : own.moved(direction, amount, qualified, unit),
      period: (period, form = 'long') => sayPeriod(periodParts(period), form),
      date: sayLong,
      asOf: (period, type) => {
        const parts = periodParts(period)
        return own.asOf(sayLong(period), parts.kind, !(type === 'flow' || (type === 'ratio' && isSpan(parts))))
      },
      figuresOver: (count, first, last) =>
        own.figuresOver(count, words.descriptions.span(sayLong(first), sayLong(last))),
      word: (key) => words.fixed[key],
    }
  }
  return { wordsOf, toLocale }
}
