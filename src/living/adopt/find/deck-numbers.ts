import { isSameShape } from '../../../build/base/align-texts.ts'
import type {
  LivingChart,
  LivingDeck,
  LivingSeries,
  LivingTable,
  LivingText,
} from '../../../build/base/living-types.ts'
import { cellName } from '../../../opc/cell-name.ts'
import { childNamed, getText } from '../../../opc/xml.ts'
import { type NumberMention, readNumbers } from '../../../trust/numbers/numbers-in-text.ts'
import { getCategories, isOfValues, seriesName } from '../../merge/merge-series.ts'
import { isShown } from '../../refresh/texts/match-texts.ts'
import { getTitle } from '../adopted-base.ts'
import { occurrences, typedSpaces } from '../place-lines.ts'
import { isPerCent } from '../point-scale.ts'
import type { LinePlace } from '../types.ts'
import type { LabelFinder } from './label-shapes.ts'

/** Words that say what a number is, or may: those of its sentence, of heads, of labels, of titles. */
export interface NumberContext {
  text: string
  /** Heads and labels beside each other: each has to be understood wholly. */
  heads?: readonly string[]
  /** Where the number itself stands in the text. */
  start?: number
  end?: number
}

/** A number of a deck with all that is said of it, the nearest first. */
export interface DeckNumber {
  place: LinePlace
  says: string
  /** The text that prints it, and where in it; of a chart nothing. */
  own?: { text: string; start: number; end: number }
  /** As a text prints it, or as a chart draws it. */
  printed: { type: 'mention'; mention: NumberMention } | { type: 'point'; value: string; isPerCent: boolean }
  contexts: readonly NumberContext[]
  /** Numbers of one series, or of one column of a table, are likely of one kind. */
  group: string | undefined
}

/** The numbers of a deck's texts, tables and native charts, without dates, ordinals, names and numbered things. */
export function findDeckNumbers(deck: LivingDeck, language: string, labelOf: LabelFinder): DeckNumber[] {
  const seen = new Map<string, number>()
  const texts = deck.texts.filter(isShown)
  return [
    ...texts.flatMap((text) => textNumbers(text, texts, language, labelOf, seen)),
    ...deck.tables.flatMap((table) => tableNumbers(table, getTitles(table, texts), language)),
    ...deck.charts.flatMap((chart) => chartNumbers(chart, deck.texts)),
  ]
}

function mentionsIn(text: string, language: string): NumberMention[] {
  return readNumbers(text, language).flatMap((one) => (one.kind === 'number' && one.form === 'digits' ? [one] : []))
}

function textNumbers(
  text: LivingText,
  all: readonly LivingText[],
  language: string,
  labelOf: LabelFinder,
  seen: Map<string, number>,
): DeckNumber[] {
  const { slide, item } = text
  const lead = getLead(text, all, language, labelOf)
  const title = getTitle(slide, all)
  const ends = sentenceEnds(text.text)
  return mentionsIn(text.text, language).map((mention) => {
    const says = typedSpaces(mention.text)
    const key = `${slide} ${item} ${text.text} ${says}`
    const nth = (seen.get(key) ?? 0) + 1
    seen.set(key, nth)
    const { start, end } = sentenceAround(text.text, ends, mention.start)
    const sentence = { text: text.text.slice(start, end), start: mention.start - start, end: mention.end - start }
    const begin = ends.find((one) => one >= start - mostBefore) ?? start
    const before = text.text.slice(start <= mostBefore ? 0 : begin, start).trim()
    const isRepeated = nth > 1 || occurrences(text.text, says).length > 1
    return {
      place: { slide, item, text: text.text, ...(isRepeated && { nth }) },
      says,
      own: { text: text.text, start: mention.start, end: mention.end },
      printed: { type: 'mention', mention },
      contexts: [
        sentence,
        ...lead,
        ...(before === '' ? [] : [{ text: before }]),
        ...(title === '' || title === text.text ? [] : [{ text: title }]),
      ],
      group: undefined,
    }
  })
}

/** Letters of the sentences before a number's own that say what it is. */
const mostBefore = 1000

function sentenceEnds(text: string): number[] {
  return [...text.matchAll(/[.!?](?=\s+[\p{Lu}\d"“(])|[。！？；;\n\v]/gu)].map(({ index }) => index + 1)
}

/** The sentence of a text that a place stands in. */
function sentenceAround(text: string, ends: readonly number[], at: number): { start: number; end: number } {
  return { start: ends.findLast((end) => end <= at) ?? 0, end: ends.find((end) => end > at) ?? text.length }
}

/** The label of a paragraph of little but numbers, in its shape or beside it; of others the short line above. */
function getLead(
  text: LivingText,
  all: readonly LivingText[],
  language: string,
  labelOf: LabelFinder,
): NumberContext[] {
  const shape = all.filter((one) => isSameShape(one, text) && one.part === text.part)
  const at = shape.indexOf(text)
  const isBare = (one: LivingText) => isLittleMore(one.text, language)
  const isLabel = (one: LivingText | undefined): one is LivingText =>
    one !== undefined && mentionsIn(one.text, language).length === 0
  if (!isBare(text)) {
    const above = shape.slice(0, at).findLast((one) => isLabel(one) && one.text.length <= 60)
    return above ? [{ text: above.text }] : []
  }
  const isFirst = shape[0] !== undefined && isBare(shape[0])
  const own = shape.length > 1 ? shape[isFirst ? at + 1 : at - 1] : undefined
  if (isLabel(own)) return [{ text: own.text, heads: [own.text] }]
  const beside = shape.length === 1 ? labelOf(text).filter((one) => isLabel(one)) : []
  return beside.length > 0
    ? [{ text: beside.map((one) => one.text).join(' | '), heads: beside.map((one) => one.text) }]
    : []
}

/** Whether a paragraph says a number and hardly a word. */
function isLittleMore(text: string, language: string): boolean {
  const mentions = mentionsIn(text, language)
  const rest = mentions.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text)
  return mentions.length > 0 && rest.replace(/[^\p{L}]/gu, '').length <= 8
}

function tableNumbers({ slide, item, rows }: LivingTable, titles: readonly string[], language: string): DeckNumber[] {
  const [head] = rows
  const corner = head?.cells[0]?.text ?? ''
  return rows.flatMap(({ cells }, row) =>
    cells.flatMap((cell, column) => {
      const [rowHead, columnHead] = [
        column === 0 ? '' : (cells[0]?.text ?? ''),
        row === 0 ? '' : (head?.cells[column]?.text ?? ''),
      ]
      const heads = [rowHead, columnHead].filter((text) => text.trim() !== '')
      return mentionsIn(cell.text, language).map((mention): DeckNumber => {
        const rest = `${cell.text.slice(0, mention.start)} ${cell.text.slice(mention.end)}`.trim()
        return {
          place: { slide, item, cell: cellName(row, column), row: rowHead, column: columnHead },
          says: typedSpaces(mention.text),
          own: { text: cell.text, start: mention.start, end: mention.end },
          printed: { type: 'mention', mention },
          contexts: [
            { text: [...heads, rest].join(' '), heads: rest === '' ? heads : [...heads, rest] },
            ...[corner, ...titles].filter((text) => text.trim() !== '').map((text) => ({ text })),
          ],
          group: `${slide} ${item} column ${column}`,
        }
      })
    }),
  )
}

/** What a table or chart is about: the title of its slide, its alternative text, its name. */
function getTitles({ slide, item }: { slide: number; item: string }, texts: readonly LivingText[]): string[] {
  const alt = texts.filter((text) => text.kind === 'alt' && text.slide === slide && text.item === item)
  return [getTitle(slide, texts), item, ...alt.map(({ text }) => text)]
}

function chartNumbers(chart: LivingChart, texts: readonly LivingText[]): DeckNumber[] {
  const { slide, item, part, series } = chart
  const words = texts.filter((text) => text.kind === 'chart' && text.part === part).map(({ text }) => text)
  const titles = [words.join(' '), ...getTitles({ slide, item }, texts)].filter((text) => text.trim() !== '')
  return series.flatMap((one, place) => seriesNumbers(one, chart, titles, `${slide} ${item} series ${place}`))
}

function seriesNumbers(
  series: LivingSeries,
  chart: LivingChart,
  titles: readonly string[],
  group: string,
): DeckNumber[] {
  const name = seriesName(series)
  const categories = getCategories(series)
  const vector = series.vectors.find(isOfValues)
  if (!vector) return []
  const dates = getDates(series)
  return vector.values.flatMap((value, index): DeckNumber[] => {
    if (value === null || value.trim() === '') return []
    const point = categories[index] ?? ''
    const heads = [name, dates[index] ?? point].filter((text) => text.trim() !== '')
    return [
      {
        place: { slide: chart.slide, item: chart.item, series: name, point },
        says: value,
        printed: { type: 'point', value, isPerCent: isPerCent(chart, vector) },
        contexts: [{ text: heads.join(' '), heads }, ...titles.map((text) => ({ text }))],
        group,
      },
    ]
  })
}

/** The days that the categories of a date axis count to, as ISO dates; none where they are no such numbers. */
function getDates({ vectors }: LivingSeries): readonly (string | undefined)[] {
  const vector = vectors.find(({ role }) => role === 'c:cat')
  const format = vector && childNamed(vector.cache, 'c:formatCode')
  if (!vector || !format || !/[ymd]/i.test(getText(format).replace(/General|"[^"]*"|\[[^\]]*\]/g, ''))) return []
  // Excel counts days from the last of 1899.
  return vector.values.map((value) =>
    value === null ? undefined : new Date((Number(value) - 25_569) * 86_400_000).toISOString().slice(0, 7),
  )
}
