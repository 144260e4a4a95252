import { firstWhere } from '../../files/first-where.ts'
import { recent } from '../../memory/derived.ts'
import { isAge } from '../numbers/is-age.ts'
import { type NumberInText, type NumberMention, readNumbers } from '../numbers/numbers-in-text.ts'
import { languageOf } from './source-language.ts'
import { findTables, rowNumbers, type SourceLine, type TableNumber } from './source-tables.ts'
import { joinSpans } from './spans.ts'

/** A paragraph of a source's text, with its numbers. */
export interface SourceParagraph extends SourceLine {
  /** From 1: the n-th line that is not empty. */
  number: number
  /** The line of the file, from 1. */
  line: number
  /** Of a table's row: its numbers by where they begin. */
  cells?: ReadonlyMap<number, TableNumber>
}

/** The paragraphs of a source's text: its lines that are not empty, each in its own language, else in the usual one (BCP 47). */
export function readParagraphs(text: string, usual: string): SourceParagraph[] {
  const paragraphs = text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map((line, index) => ({ text: line, line: index + 1 }))
    .filter((line) => line.text.trim() !== '')
    .map((line, index) => {
      const language = languageOf(line.text, text, usual)
      return { ...line, language, number: index + 1, numbers: joinSpans(line.text, readNumbers(line.text, language)) }
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
export function sentenceAt(text: string, at: number): { start: number; end: number } {
  const ends = sentenceEnds(text)
  const next = firstWhere(ends, (end) => end > at)
  return { start: ends[next - 1] ?? 0, end: ends[next] ?? text.length }
}

/** Where the sentences of a text end, for which each of its numbers asks. */
const sentenceEnds = recent(10, (text): readonly number[] =>
  [...text.matchAll(/(?<!\b(?:Mio|Mrd|Tsd|ca|Nr|vs|St|Dr))[.!?](?=["”’)\]]*\s+["“‘(]*\p{Lu})|[。！？]/gu)].map(
    ({ index }) => index + 1,
  ),
)

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
export function figuresIn(paragraph: SourceParagraph): NumberMention[] {
  const { text } = paragraph
  return quantitiesIn(paragraph).filter(
    (mention) => mention.form === 'digits' && !isOfAge(text, mention) && !isLimit(text, mention),
  )
}

/** Ages name a group; one with decimals is a mean. */
function isOfAge(text: string, { start, end, precision }: NumberMention): boolean {
  return precision >= 0 && isAge(text, start, end)
}

/** A span of time that something is counted by: waiting for more than 18 weeks. */
function isLimit(text: string, { start, end, precision, qualifier }: NumberMention): boolean {
  return (
    precision >= 0 &&
    (qualifier === 'over' || qualifier === 'under' || qualifier === 'at least') &&
    /(?:^|\b(?:for|wait(?:ed|ing)?) )$/i.test(text.slice(0, start)) &&
    /^ (?:minutes|hours|days|weeks|months|years)\b/.test(text.slice(end, end + 9))
  )
}
