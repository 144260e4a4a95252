import type { Locale } from '../types.ts'
import { capital, lower, sayList, sayRuns } from './phrases.ts'

/** What a language brings to the forms that it shares with others. */
interface OwnForms {
  /** Numbers in words, from none on; those beyond are said in digits. */
  cardinals: readonly string[]
  ordinal(number: number): string
  edition?(number: number): string
  /** Between the first of a run and its last, and before the last of a list. */
  to: string
  and: string
  /** Each of one, and of several. */
  paragraph: readonly [string, string]
  places: Readonly<Record<'figure' | 'table' | 'page', readonly [string, string]>>
}

/** The forms that languages of Latin script share; each spreads them before its own. */
export function latinForms({ cardinals, ordinal, edition = ordinal, to, and, paragraph, places }: OwnForms) {
  const choose = (count: number, [one, many]: readonly [string, string]) => `${count === 1 ? one : many}\u00a0`
  return {
    list: (items) => sayList(items, and),
    ordinal,
    edition,
    editions: (numbers) => sayRuns(numbers, edition, to, and),
    paragraphs: (numbers) => choose(numbers.length, paragraph) + sayList(numbers.map(String), and),
    places: (kind, count) => ({ before: choose(count, places[kind]), between: ', ', after: '' }),
    cardinal: (number) => cardinals[number] ?? String(number),
    labelled: (label, text) => `${label}: ${text}`,
    capital,
    lower,
    numbered: (label, number) => `${label}\u00a0${number}`,
    caption: (label, number) => `${label}\u00a0${number}.`,
    aside: (text, remark) => `${text} (${remark})`,
    apposed: (name, role) => `${name}, ${role}`,
  } satisfies Partial<Locale>
}
