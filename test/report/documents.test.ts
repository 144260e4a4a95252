import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DOMParser } from '@xmldom/xmldom'
import { Decimal } from 'decimal.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readDataset } from '../../src/dataset/read/read.ts'
import type { Dataset, Quantity } from '../../src/dataset/types.ts'
import { type NumberMention, readNumbers } from '../../src/trust/numbers/numbers-in-text.ts'
import { repository, runHere } from '../cli/run-command.ts'
import { expectFinished } from '../finished-documents.ts'
import { readPdf } from '../pdf.ts'
import { readPptx } from '../pptx.ts'
import { statedFigures } from './evidence.ts'

/** The words of a document where a reader finds them: `slide 3`, `page 2`. */
interface Passage {
  where: string
  text: string
  /** Where the scale of its numbers is said, if not in the text itself. */
  headings?: string
}

let slides: Passage[]
/** The words in the slides' charts. */
let pictures: Passage[]
/** The numbers behind the slides' native charts. */
let charted: number[]
let notes: Passage[]
let pages: Passage[]
let dataset: Dataset
/** All that the data files say: their texts may hold numbers too. */
let dataText: string

const out = mkdtempSync(join(tmpdir(), 'briefwright-test-'))
afterAll(() => rmSync(out, { recursive: true, force: true }))

beforeAll(async () => {
  const read = readDataset(repository)
  if (!read.value) throw new Error('the dataset does not read')
  dataset = read.value
  const { id } = dataset.report
  dataText = readdirSync(join(repository, 'data'))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readFileSync(join(repository, 'data', name), 'utf8'))
    .join('\n')
  const built = await runHere(['build', '--out', out])
  expect(built).toMatchObject({ code: 0, stdout: '' })
  const deck = readPptx(readFileSync(join(out, `${id}.en.pptx`)))
  slides = deck.slides.map(({ number, texts }) => ({ where: `slide ${number}`, text: texts.map(plain).join('\n') }))
  pictures = [...deck.files]
    .filter(([name]) => name.endsWith('.svg'))
    .map(([name, svg]) => ({ where: name, text: svgTexts(svg).join('\n'), headings: getText(slides) }))
  charted = [...deck.files]
    .filter(([name]) => /^ppt\/charts\/[^/]+\.xml$/.test(name))
    .flatMap(([, xml]) => [...xml.matchAll(/<c:v>([^<]+)<\/c:v>/g)].map(([, value]) => Number(value)))
  notes = deck.slides.map((slide) => ({
    where: `notes of slide ${slide.number}`,
    text: slide.notes.map(({ text }) => plain(text)).join('\n'),
  }))
  const pdf = await readPdf(readFileSync(join(out, `${id}.en.pdf`)))
  // Lines end where the page does: a number and its unit may be parted.
  pages = pdf.pages.map(({ text }, index) => ({ where: `page ${index + 1}`, text: plain(text.replaceAll('\n', ' ')) }))
})

/** A no-break space as a space. */
function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ')
}

function svgTexts(svg: string): string[] {
  const document = new DOMParser().parseFromString(svg, 'image/svg+xml')
  return [...document.getElementsByTagName('text')].map((text) => plain(text.textContent ?? ''))
}

function getText(passages: readonly Passage[]): string {
  return passages.map(({ text }) => text.toLowerCase()).join('\n')
}

/** Figures of the article that no passage says, and of which no chart has the number behind it. */
function missingFrom(passages: readonly Passage[], values: readonly number[] = []): string[] {
  const said = passages.flatMap(({ text }) => readNumbers(text, 'en')).filter((mention) => mention.kind === 'number')
  const isSaid = ({ value, unit, qualifier }: Quantity) =>
    said.some(
      (mention) =>
        mention.value.abs().eq(value.abs()) &&
        mention.qualifier === qualifier &&
        mention.unit === (['percent', 'percentage-points'].includes(unit) ? unit : undefined),
    )
  const isCharted = ({ value }: Quantity) =>
    [0, 2, 6, 9, 12].some((scale) => values.includes(value.times(`1e-${scale}`).toNumber()))
  return statedFigures(dataset)
    .filter(({ quantity }) => !isSaid(quantity) && !isCharted(quantity))
    .map(({ key }) => key)
}

it('has finished documents to look at, in both languages', async () => {
  await expectFinished('internet', out)
})

describe('the documents of this repository', () => {
  it('are long enough', () => {
    expect(slides.length).toBeGreaterThanOrEqual(14)
    expect(pages.length).toBeGreaterThanOrEqual(8)
  })

  it('say each figure of the article on slides and on pages', () => {
    expect(missingFrom([...slides, ...pictures], charted)).toEqual([])
    expect(missingFrom(pages)).toEqual([])
  })

  it('print the address of each source that they cite, so that paper leads there too', () => {
    const text = pages.map((page) => page.text.replaceAll(' ', '')).join('')
    const addresses = [...dataset.sources.values()].flatMap(({ url }) => url?.replace(/^https?:\/\/(www\.)?/, '') ?? [])
    expect(addresses.length).toBeGreaterThan(0)
    for (const address of addresses) expect(text).toContain(address)
  })

  it('say no number that is not in the dataset', () => {
    const strange = [...slides, ...pictures, ...notes, ...pages].flatMap(({ where, text, headings = text }) => {
      const numbers = readNumbers(text, 'en')
        .filter((mention) => mention.kind === 'number')
        .filter(({ form }) => form === 'digits')
      return numbers
        .filter((number, index) => !isKnown(number, headings) && !isAxisLabel(numbers, index))
        .map(({ start, end }) => `${where}: ${around(text, start, end)}`)
    })
    expect(strange).toEqual([])
  })
})

/** The powers of ten that a passage names in a heading, for the numbers below it: `Users (million)`. */
function headedScales(text: string): number[] {
  const words: [string, number][] = [
    ['million', 6],
    ['billion', 9],
    ['trillion', 12],
  ]
  return [0, ...words.flatMap(([word, scale]) => (text.includes(word) ? [scale] : []))]
}

/** Whether an observation prints as this, an end of its interval does, or the data files say it in a text. */
function isKnown({ value, precision, scale, unit, text }: NumberMention, passage: string): boolean {
  const scales = scale === 0 && !unit ? headedScales(passage) : [0]
  return (
    scales.some((by) => printedAt(precision + by).has(value.abs().times(`1e${by}`).toFixed())) ||
    new RegExp(`(?<![\\d.,])${text.replace(/^\D+/, '').replaceAll('.', '\\.')}(?![\\d])`).test(dataText)
  )
}

const printed = new Map<number, Set<string>>()

/** All that the dataset's numbers print as when rounded at a power of ten; an interval's ends are rounded outwards. */
function printedAt(precision: number): Set<string> {
  let numbers = printed.get(precision)
  if (!numbers) {
    const round = (value: Decimal, rounding: Decimal.Rounding) =>
      value.abs().times(`1e${-precision}`).toDecimalPlaces(0, rounding).times(`1e${precision}`).toFixed()
    numbers = new Set(
      [...dataset.observations.values()].flatMap(({ quantity: { value, interval } }) => [
        round(value, Decimal.ROUND_HALF_UP),
        ...[interval.low, interval.high]
          .filter((end) => end.isFinite())
          .flatMap((end) => [round(end, Decimal.ROUND_DOWN), round(end, Decimal.ROUND_UP)]),
      ]),
    )
    printed.set(precision, numbers)
  }
  return numbers
}

/** Whether a number is one of three or more in a row at even steps: the labels of a chart's axis. */
function isAxisLabel(numbers: readonly NumberMention[], index: number): boolean {
  const isEven = ([a, b, c]: readonly NumberMention[]) =>
    a && b && c && !b.value.eq(a.value) && b.value.minus(a.value).eq(c.value.minus(b.value))
  return [index - 2, index - 1, index].some((first) => first >= 0 && isEven(numbers.slice(first, first + 3)))
}

function around(text: string, start: number, end: number): string {
  return `${text.slice(Math.max(0, start - 40), start)}[${text.slice(start, end)}]${text.slice(end, end + 20)}`.replaceAll(
    '\n',
    ' | ',
  )
}
