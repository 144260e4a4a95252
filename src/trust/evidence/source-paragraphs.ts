import { firstWhere } from '../../files/first-where.ts'
import { recent } from '../../memory/derived.ts'
import { isAge } from '../numbers/is-age.ts'
import { type NumberInText, type NumberMention, readNumbers } from '../numbers/numbers-in-text.ts'
import { getSourceLanguage } from './source-language.ts'
import { type EvidenceLine, findTables, rowNumbers, type TableNumber } from './source-tables.ts'
import { joinSpans } from './spans.ts'

/** A paragraph of a source's text, with its numbers. */
export interface SourceParagraph extends EvidenceLine {
  /** From 1: the n-th line that is not empty. */
  number: number
  /** Of a table's row: its numbers by where they begin. */
  cells?: ReadonlyMap<number, TableNumber>
}

/** The paragraphs of a source: its lines that are not empty, each in its own language or the usual one (BCP 47). */
export function readParagraphs(text: string, usual: string): SourceParagraph[] {
  const paragraphs = text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line, index) => {
      const language = getSourceLanguage(line, text, usual)
      return { text: line, language, number: index + 1, numbers: joinSpans(line, readNumbers(line, language)) }
    })
  const rows = new Map(
    findTables(paragraphs).flatMap((table) => table.rows.map((row) => [row, rowNumbers(row, table)] as const)),
  )
  return paragraphs.map((paragraph) => {
    const cells = rows.get(paragraph)
    return cells ? { ...paragraph, cells } : paragraph
  })
}

/** Where a sentence begins and ends that holds a place of a text. */
export function sentenceSpanAt(text: string, at: number): { start: number; end: number } {
  const ends = sentenceEnds(text)
  const next = firstWhere(ends, (end) => end > at)
  return { start: ends[next - 1] ?? 0, end: ends[next] ?? text.length }
}

/** Where the sentences of a text end, for which each of its numbers asks. */
const sentenceEnds = recent(10, (text): readonly number[] =>
  [...text.matchAll(sentenceEnd)].map(({ index }) => index + 1),
)

/** A full stop before a capital, or before a number after a whole word: closed. 1.8% of flights. */
const sentenceEnd =
  /(?<!\b(?:Mio|Mrd|Tsd|ca|Nr|vs|St|Dr))[.!?](?=["”’)\]]*\s+["“‘(]*\p{Lu})|(?<=\p{Ll}{4}|[%)])(?<!\b(?:approx|chap|sect|Abschn))[.!?](?=\s+\d)|[。！？]/gu

/** The words of a paragraph around a number, at most some sixty characters either way. */
export function wordsAround({ text }: SourceParagraph, { start, end }: NumberInText): string {
  const [from, to] = [Math.max(0, start - 60), Math.min(text.length, end + 60)]
  return `${from > 0 ? '…' : ''}${text.slice(from, to).trim()}${to < text.length ? '…' : ''}`
}

/** The quantities of a paragraph in digits; numbers in words are left to people. */
export function quantitiesIn({ numbers }: SourceParagraph): NumberMention[] {
  return numbers.filter((mention): mention is NumberMention => mention.kind === 'number')
}

/** The quantities of a paragraph that are figures: not the ages and spans by which something is counted. */
export function paragraphFigures(paragraph: SourceParagraph): NumberMention[] {
  const { text } = paragraph
  return quantitiesIn(paragraph).filter(
    (one) =>
      one.form === 'digits' &&
      !(one.precision >= 0 && isAge(text, one.start, one.end)) &&
      !isLimit(text, one) &&
      !isMargin(text, one),
  )
}

/** How sure another number is: (95% confidence interval: 5.9% to 6.9%). */
function isMargin(text: string, { start, end }: NumberMention): boolean {
  return (
    /^[ \u00a0]?(?:confidence|CI\b|Konfidenz|-?KI\b|de confian)|^的?置信/u.test(text.slice(end, end + 14)) ||
    /(?:confidence interval|\bCI\b|Konfidenzintervall|\bKI\b|intervalle de confiance|intervalo de confianza|置信区间)[^();.]{0,40}(?:\d[.,]\d[^();.]{0,20})?$/iu.test(
      text.slice(Math.max(0, start - 80), start),
    )
  )
}

/** Which end of a range a number of a text is: between 42.5 and 44 million; undefined where it is none. */
export function rangeEnd(text: string, { start, end }: NumberMention): NumberMention['qualifier'] {
  const before = text.slice(Math.max(0, start - 40), start)
  if (/(?<!\p{L})(?:between|zwischen|entre) \p{Sc}?$/iu.test(before))
    return /^[^.;,]{0,20} (?:and|und|et|y) \p{Sc}?\d/u.test(text.slice(end, end + 30)) ? 'at least' : undefined
  return /(?<!\p{L})(?:between|zwischen|entre) \p{Sc}?\d[\d.,\u00a0 ]*[^.;,\d]{0,20} (?:and|und|et|y) \p{Sc}?$/iu.test(
    before,
  )
    ? 'at most'
    : undefined
}

/** A span of time by which something is counted: waiting more than 18 weeks, in the last 12 months, a 20-year low. */
function isLimit(text: string, { start, end, precision, qualifier }: NumberMention): boolean {
  if (precision < 0) return false
  const [before, after] = [text.slice(Math.max(0, start - 24), start), text.slice(end, end + 12)]
  if (/^-(?:year|month|week|day)\b/.test(after)) return true
  if (!timeUnit.test(after)) return false
  const isBound = qualifier === 'over' || qualifier === 'under' || qualifier === 'at least'
  return withinTime.test(before) || (isBound && /(?:^|\b(?:for|wait(?:ed|ing)?) )$/i.test(before))
}

const timeUnit =
  /^ (?:minutes?|hours|days|weeks|months|years|Minuten|Stunden|Tagen?|Wochen|Monaten?|Jahren?|heures|jours|semaines|mois|ans|minutos|horas|días|semanas|meses|años)(?!\p{L})/u
const withinTime =
  /(?<!\p{L})(?:within|(?:last|past|previous)|innerhalb von|binnen|letzten|vergangenen|derniers?|dernières?|sous|últim[oa]s)(?: the)? $/iu
