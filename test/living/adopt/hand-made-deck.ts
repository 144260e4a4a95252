import PptxGenJS from 'pptxgenjs'
import { powerOfTen } from '../../../src/dataset/figure/unit/power-of-ten.ts'
import { findObservation } from '../../../src/dataset/find.ts'
import type { Dataset, Observation } from '../../../src/dataset/types.ts'
import type { Outcome } from '../../../src/diagnostic.ts'
import { getUnit } from '../../../src/document/say/figure.ts'
import type { MappedLine } from '../../../src/living/adopt/types.ts'
import { getLocale } from '../../../src/locale/get-locale.ts'
import type { Locale } from '../../../src/locale/types.ts'

/** A deck as somebody makes it by hand, and for each of its numbers which figure it is; undefined for those that are none, though they look like one. */
export interface HandMadeDeck {
  bytes: Uint8Array
  dataset: Dataset
  language: string
  truths: ReadonlyMap<string, string | undefined>
}

/** Where a number stands, as a key. */
export function placeKey({ slide, text, cell, series, point, says, nth = 1 }: Omit<MappedLine, 'is' | 'item'>): string {
  return [
    slide,
    text ?? '',
    cell ?? '',
    series ?? '',
    point ?? '',
    series === undefined ? says : '',
    text === undefined ? 1 : nth,
  ].join('|')
}

/**
 * Writes a deck. In its words `{netizens@2023-12}` is the figure as its language says it; after a bar its form: `|m1` in millions with one decimal,
 * `|s` short (24.8m), `|r` rounded by a digit, `|e3` a power of ten left out. `{!netizens@2023-12}` prints the same digits where they say something else, as do all digits outside of braces.
 */
export function createDeckWriter({ value: dataset, diagnostics }: Outcome<Dataset>, language: string) {
  if (!dataset) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  const locale = getLocale(language, dataset.report.language)
  const deck = new PptxGenJS()
  const truths = new Map<string, string | undefined>()
  let slide = 0
  let page = deck.addSlide()
  let top = 0
  const fill = (words: string) => fillWords(words, dataset, locale)
  const note = (place: Partial<MappedLine>, filled: Filled) => {
    const seen = new Map<string, number>()
    for (const { says, key } of filled.figures) {
      const nth = (seen.get(says) ?? 0) + 1
      seen.set(says, nth)
      truths.set(placeKey({ slide, says, nth, ...place }), key)
    }
  }
  return {
    dataset,
    /** Begins a slide. */
    slide(title: string) {
      if (slide > 0) page = deck.addSlide()
      slide += 1
      top = 1.1
      const filled = fill(title)
      note({ text: filled.text }, filled)
      page.addText(filled.text, { x: 0.5, y: 0.3, w: 9, h: 0.6, fontSize: 24, objectName: `Title ${slide}` })
    },
    /** Paragraphs of a text box. */
    lines(...lines: string[]) {
      const filled = lines.map(fill)
      for (const one of filled) note({ text: one.text }, one)
      const runs = filled.map(({ text }) => ({ text, options: { breakLine: true } }))
      page.addText(runs, {
        x: 0.5,
        y: top,
        w: 9,
        h: 0.3 * lines.length,
        fontSize: 12,
        objectName: `Content ${top.toFixed(1)}`,
      })
      top += 0.3 * lines.length + 0.1
    },
    /** Large numbers, each in a box of its own above that of its label. */
    cards(...cards: [number: string, label: string][]) {
      cards.forEach(([number, label], index) => {
        const filled = fill(number)
        note({ text: filled.text }, filled)
        const x = 0.5 + index * 2.4
        page.addText(filled.text, {
          x,
          y: top,
          w: 2,
          h: 0.6,
          fontSize: 28,
          objectName: `Card ${slide} ${top} ${index}`,
        })
        page.addText(label, {
          x,
          y: top + 0.6,
          w: 2,
          h: 0.3,
          fontSize: 11,
          objectName: `Label ${slide} ${top} ${index}`,
        })
      })
      top += 1.3
    },
    table(rows: readonly (readonly string[])[]) {
      const filled = rows.map((row) => row.map(fill))
      filled.forEach((row, index) => {
        row.forEach((cell, column) => {
          note({ cell: `${String.fromCharCode(65 + column)}${index + 1}` }, cell)
        })
      })
      page.addTable(
        filled.map((row) => row.map(({ text }) => ({ text }))),
        { x: 0.5, y: top, w: 9, fontSize: 10, objectName: `Table ${slide}` },
      )
      top += 0.3 * rows.length + 0.2
    },
    /** A native chart; values are references with their form, or numbers that are none. */
    chart(
      type: 'bar' | 'line',
      title: string,
      series: { name: string; points: [category: string, value: string][] }[],
      format = 'General',
    ) {
      const data = series.map(({ name, points }) => {
        const values = points.map(([category, value]) => {
          const figure = parseValue(value, dataset)
          truths.set(placeKey({ slide, series: name, point: category, says: '' }), figure.key)
          return figure.value
        })
        return { name, labels: points.map(([category]) => category), values }
      })
      page.addChart(type === 'bar' ? deck.ChartType.bar : deck.ChartType.line, data, {
        x: 0.5,
        y: top,
        w: 9,
        h: 2.5,
        showTitle: title !== '',
        title,
        valLabelFormatCode: format,
        objectName: `Chart ${slide}`,
      })
      top += 2.7
    },
    async write(): Promise<HandMadeDeck> {
      const bytes = await deck.write({ outputType: 'uint8array' })
      return { bytes: new Uint8Array(bytes as Uint8Array), dataset, language, truths }
    },
  }
}

interface Filled {
  text: string
  figures: { says: string; key: string | undefined }[]
}

function fillWords(words: string, dataset: Dataset, locale: Locale): Filled {
  const figures: Filled['figures'] = []
  const text = words.replace(/\{(!?)([^}|]+)(?:\|(\w+))?\}/g, (_, isOther: string, reference: string, form = '') => {
    const observation = find(dataset, reference)
    const says = sayAs(observation, form, dataset, locale)
    figures.push({
      says: says
        .replaceAll('\u00a0', ' ')
        .replace(/ (?:yuan|crowns|turbines|books|people|employees)$|(?<=亿|万|\d)[元人]$/u, ''),
      key: isOther ? undefined : observation.key,
    })
    return says.replaceAll('\u00a0', ' ')
  })
  return { text, figures }
}

function find(dataset: Dataset, reference: string): Observation {
  const observation = findObservation(dataset, reference)
  if (!observation) throw new Error(`no figure: ${reference}`)
  return observation
}

function sayAs(observation: Observation, form: string, dataset: Dataset, locale: Locale): string {
  const { value, precision } = observation.quantity
  const grouped = (number: typeof value, decimals: number) =>
    number
      .abs()
      .toFixed(decimals)
      .replace(/\B(?=(\d{3})+(?!\d))/g, '')
  const [, kind = '', digits = '0'] = /^([a-z]?)(\d*)$/.exec(form) ?? []
  switch (kind) {
    case 'm':
      return grouped(value.div(1e6), Number(digits || 0)).replace(/^(\d+)(\d{3})(?=\.|$)/, '$1,$2')
    case 'k':
      return grouped(value.div(1e3), 0).replace(/^(\d+)(\d{3})$/, '$1,$2')
    case 'w':
      return grouped(value.div(1e4), 0)
    case 's':
      return value.abs().gte(1e9)
        ? `${value.abs().div(1e9).toFixed(3)}bn`
        : `${value
            .abs()
            .div(1e6)
            .toFixed(Math.max(0, 6 - precision))}m`
    case 'r':
      return locale.quantity(
        {
          ...observation.quantity,
          qualifier: undefined,
          value: value.toNearest(powerOfTen(precision + 1)),
          precision: precision + 1,
        },
        getUnit(dataset, observation),
        { unsigned: true },
      )
    default:
      return locale.quantity({ ...observation.quantity, qualifier: undefined }, getUnit(dataset, observation), {
        unsigned: true,
      })
  }
}

function parseValue(text: string, dataset: Dataset): { value: number; key: string | undefined } {
  const [, isOther, reference, power = '0'] = /^\{(!?)([^}|]+)(?:\|e(-?\d+))?\}$/.exec(text) ?? []
  if (reference === undefined) return { value: Number(text), key: undefined }
  const observation = find(dataset, reference)
  return {
    value: observation.quantity.value.div(powerOfTen(Number(power))).toNumber(),
    key: isOther ? undefined : observation.key,
  }
}
