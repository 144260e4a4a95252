import type { Period } from '../../dataset/types.ts'
import { firstWhere } from '../../files/first-where.ts'
import { derived } from '../../memory/derived.ts'
import type { NumberInText, NumberMention } from '../numbers/numbers-in-text.ts'
import { dateAt, datesIn, getOrdinal, isBase, monthNamed } from './mention-period.ts'
import { quantitiesIn, type SourceParagraph, sentenceSpanAt } from './source-paragraphs.ts'

/**
 * The period that a number of a source is said to be of, by what stands right beside it: 24% in 2024, 24% (2024), 2024:
 * 24%, 12.3% in the third
 * quarter, 195, 201 and 209 in March, June and September. What names no year is of the one given; undefined where
 * nothing stands there.
 */
export function periodBeside(paragraph: SourceParagraph, mention: NumberMention, year: string): Period | undefined {
  return (
    headDate(paragraph, mention) ??
    dateBeside(paragraph, mention) ??
    listed(paragraph, mention, year) ??
    partBeside(paragraph, mention, year)
  )
}

/** The period that the head over a table's number names. */
function headDate({ cells, language }: SourceParagraph, { start }: NumberMention): Period | undefined {
  const { head = '' } = cells?.get(start) ?? {}
  return datesIn(head, language).at(-1)?.period
}

/** Characters within which something is beside a number, and a list is one with what it is of. */
const nearby = 200
/** More numbers in a row are no list of periods. */
const mostListed = 12

const thenDate =
  /^(?:\s?\p{Sc})?(?:\s?[\p{L}’'-]+){0,2} (?:in|at|by|of|im|en|au|de)(?: the)?(?: end of| year)? $|^ \($/u
/** Of what is compared: 35.9% in the same quarter of 2025. */
const thenSame = /^ (?:in|im|au|del|en el)(?: the)? (?:same|gleichen|même|mismo) \p{L}+(?: of| de| del)? $/u
const dateThen = /^(?:: |：|[\p{Script=Han}]{0,3}[为达是])$/u

function dateBeside(paragraph: SourceParagraph, mention: NumberMention): Period | undefined {
  const beside = dateMention(paragraph, mention)
  return beside && dateAt(paragraph.text, beside).period
}

/** By where a date ends, a number that it stands right beside, so that it is of no other. */
export const numbersBeside = derived(
  (paragraph: SourceParagraph) =>
    new Map(
      quantitiesIn(paragraph).flatMap((one) => {
        const date = dateMention(paragraph, one)
        return date ? [[date.end, one] as const] : []
      }),
    ),
)

/** The date that stands right beside a number. */
export function dateMention({ text, numbers }: SourceParagraph, mention: NumberMention): NumberInText | undefined {
  const first = firstWhere(numbers, ({ end }) => end > mention.start - nearby)
  const next = firstWhere(numbers, ({ start }) => start > mention.end + nearby)
  return numbers.slice(first, next).find((one) => {
    if (one.kind !== 'date') return false
    const { start, end } = dateAt(text, one)
    const between = text.slice(mention.end, start)
    // €88.9 million (2024: €90.3 million): the year is of what follows it.
    const isOfNext = /^\s?[:：]/.test(text.slice(end))
    const isAfter = start >= mention.end && thenDate.test(between) && !isOfNext
    const isBefore = end <= mention.start && dateThen.test(text.slice(end, mention.start))
    return thenSame.test(between) || ((isAfter || isBefore) && !isBase(text, start))
  })
}

const thenPart =
  /^(?: [\p{L}-]+){0,2} (?:in|for|at|im|au)(?: the| le)?(?: (?:end|start|beginning) of)? ((?:Q[1-4]|\p{L}{3,})\b(?: (?:quarter|half)\b)?)(?! (?:of )?\d)/u

function partBeside({ text }: SourceParagraph, mention: NumberMention, year: string): Period | undefined {
  const [, part = ''] = thenPart.exec(text.slice(mention.end, mention.end + 60)) ?? []
  if (part === '') return undefined
  const { start, end } = sentenceSpanAt(text, mention.start)
  return periodsNamed(part, text.slice(start, end), year)[0]
}

const between = /^(?:,|,? and|,? und|,? et|,? y|、|和) ?$/

/** Of numbers in a row the period at the same place of as many that follow them, or else come before. */
function listed(paragraph: SourceParagraph, mention: NumberMention, year: string): Period | undefined {
  const { text } = paragraph
  const { start, end } = sentenceSpanAt(text, mention.start)
  const all = quantitiesIn(paragraph).filter(({ form }) => form === 'digits')
  const index = all.indexOf(mention)
  if (index < 0) return undefined
  const isJoined = (at: number) => between.test(text.slice(all[at]?.end, all[at + 1]?.start))
  let [first, last] = [index, index]
  while (first > 0 && index - first < mostListed && isJoined(first - 1)) first -= 1
  while (last < all.length - 1 && last - index < mostListed && isJoined(last)) last += 1
  const [begin = 0, finish = 0] = [all[first]?.start, all[last]?.end]
  const from = Math.max(start, begin - nearby, all[first - 1]?.end ?? 0)
  const to = Math.min(end, finish + nearby, all[last + 1]?.start ?? end)
  const named = (words: string) => periodsNamed(words, text.slice(from, to), year)
  const count = last - first + 1
  if (count === 1) return undefined
  const periods = [named(text.slice(finish, to)), named(text.slice(from, begin))].find(({ length }) => length === count)
  return periods?.[index - first]
}

/** Periods named by words, in order: years, months, and quarters or halves where the sentence speaks of such. */
function periodsNamed(words: string, sentence: string, year: string): Period[] {
  const [, noun] = /\b(?:first|second|third|fourth|last)\b[\w, ]{0,24}?\b(half|quarter)s?\b/.exec(sentence) ?? []
  const form = noun && (noun === 'half' ? 'S' : 'Q')
  const [, count = ''] = /\bfirst (two|three) quarters\b/.exec(words) ?? []
  if (count !== '') return (count === 'two' ? [1, 2] : [1, 2, 3]).map((quarter) => `${year}-Q${quarter}`)
  return [...words.matchAll(/\b(?:1[89]|20)\d\d\b|\bQ[1-4]\b|\p{L}{3,}/gu)].flatMap(([word]) => {
    if (/^\d/.test(word)) return [word]
    if (/^Q\d/.test(word)) return [`${year}-${word}`]
    const ordinal = form ? getOrdinal(word) : 0
    if (form && ordinal > 0) return [`${year}-${form}${ordinal}`]
    const month = /^\p{Lu}/u.test(word) ? monthNamed(word.toLowerCase()) : 0
    return month > 0 ? [`${year}-${String(month).padStart(2, '0')}`] : []
  })
}
