import type { BaseFigure, Mark, PointTie } from '../../build/base/base-types.ts'
import type { LivingChart, LivingDeck, LivingSeries, LivingTable, LivingText } from '../../build/base/living-types.ts'
import { likest } from '../../dataset/likest.ts'
import type { Diagnostic } from '../../diagnostic.ts'
import { derived, recent } from '../../memory/derived.ts'
import { columnNumber } from '../../opc/cell-name.ts'
import { readNumbers } from '../../trust/numbers/numbers-in-text.ts'
import { normalizedText } from '../../trust/verify/mention-key.ts'
import { similarity, wordBag } from '../../trust/verify/word-bag.ts'
import { getCategories, isOfValues, isSameNumber, seriesName } from '../merge/merge-series.ts'
import { getForm } from '../merge/number-form.ts'
import { isShown } from '../refresh/texts/match-texts.ts'
import { isPerCent, pointScale } from './point-scale.ts'
import type { DeckTies, Mapping } from './types.ts'

type Line = Mapping['lines'][number]

/** Finds what a mapping's lines speak of. A line whose number is gone is a warning, a form never printed an error. */
export function placeLines(
  { lines, language, file }: Pick<Mapping, 'lines' | 'language' | 'file'>,
  deck: LivingDeck,
  figureOf: (key: string) => BaseFigure | undefined,
): { ties: DeckTies; diagnostics: Diagnostic[] } {
  const figures = new Map<LivingText, Mark[]>()
  const dates = new Map<LivingText, Mark[]>()
  const points = new Map<LivingSeries, PointTie[]>()
  const diagnostics: Diagnostic[] = []
  const getNumbers = derived((text: LivingText) => readNumbers(text.text, language))
  const add = <K, V>(to: Map<K, V[]>, key: K, value: V) => to.set(key, [...(to.get(key) ?? []), value])
  for (const line of lines) {
    if (typeof line.is !== 'string') continue
    const key = line.is
    const fault = (severity: Diagnostic['severity'], message: string, hint: string) =>
      diagnostics.push({ severity, message, place: line.at, hint })
    const figure = figureOf(key)
    const drawn = line.series === undefined ? undefined : findPoint(line, deck.charts)
    const written = drawn ? undefined : findWords(line, deck)
    if (!drawn && !written) {
      fault(
        'warning',
        `slide ${line.slide} does not say “${line.says}” there any more`,
        `adopt the deck again, or take the line out of ${file}`,
      )
    } else if (key.startsWith('@')) {
      if (written) add(dates, written.text, [written.start, written.length, key.slice(1)])
    } else if (drawn) {
      const scale =
        figure && pointScale(drawn.vector.values[drawn.index] ?? null, isPerCent(drawn.chart, drawn.vector), figure)
      if (scale === undefined) fault('error', printedOtherwise(key, line.says, figure), wrongFigure)
      else add(points, drawn.series, [drawn.index, key, scale])
    } else if (written) {
      const { text, start, length } = written
      const isPrinted = getNumbers(text).some(
        (one) =>
          one.kind === 'number' &&
          one.start < start + length &&
          start < one.end &&
          figure &&
          getForm(one, figure) !== undefined,
      )
      if (isPrinted) add(figures, text, [start, length, key])
      else fault('error', printedOtherwise(key, line.says, figure), wrongFigure)
    }
  }
  return { ties: { deck, figures: inOrder(figures), dates: inOrder(dates), points }, diagnostics }
}

const wrongFigure =
  'write the reference of the figure that it is; if that was revised since, what it was then under figures:'

function printedOtherwise(key: string, says: string, figure: BaseFigure | undefined): string {
  return `${key} is ${figure?.[0] ?? 'no figure'}, which is not printed as “${says}”`
}

function inOrder(marks: ReadonlyMap<LivingText, readonly Mark[]>): ReadonlyMap<LivingText, readonly Mark[]> {
  return new Map([...marks].map(([text, own]) => [text, [...own].sort((a, b) => a[0] - b[0])]))
}

function findWords(line: Line, deck: LivingDeck): { text: LivingText; start: number; length: number } | undefined {
  const texts = line.cell === undefined ? textsLike(line, deck.texts) : cellsAt(line, deck.tables)
  const found = texts.flatMap((text) =>
    occurrences(text.text, line.says).map((start) => ({ text, start, length: line.says.length })),
  )
  return found[(line.nth ?? 1) - 1] ?? found.at(-1)
}

// A long paragraph is asked for once for each of its numbers.
const normalized = recent(1000, normalizedText)

/** The texts that a line may mean, its shape's first: its own words, else the likest on its slide, else elsewhere. */
function textsLike({ slide, item, text = '' }: Line, texts: readonly LivingText[]): LivingText[] {
  const words = normalized(text)
  const same = texts.filter((one) => isShown(one) && normalized(one.text) === words)
  const here = same.filter((one) => one.slide === slide)
  const own = here.filter((one) => one.item === item)
  if (here.length > 0) return own.length > 0 ? own : here
  const bag = wordBag(text)
  const likeness = (one: LivingText) => similarity(bag, wordBag(one.text)) + (one.item === item ? 0.2 : 0)
  const shown = texts.filter((one) => one.slide === slide && isShown(one))
  const alike = likest(shown, likeness, 0.5) ?? same[0]
  return alike ? [alike] : []
}

/** As a person types it again. */
export function typedSpaces(text: string): string {
  return text.replace(/[\u00a0\u2007\u2009\u202f]/g, ' ')
}

/** Where words stand in a text, not within a longer number. */
export function occurrences(text: string, words: string): number[] {
  const [whole, part] = [typedSpaces(text), typedSpaces(words)]
  const found: number[] = []
  for (let at = whole.indexOf(part); at >= 0 && part !== ''; at = whole.indexOf(part, at + 1)) {
    const isWithin = /\d[.,]?$/.test(whole.slice(Math.max(0, at - 2), at)) && /^\d/.test(part)
    const end = at + part.length
    const isBegun = /\d$/.test(part) && /^[.,]?\d/.test(whole.slice(end, end + 2))
    if (!isWithin && !isBegun) found.push(at)
  }
  return found
}

function cellsAt({ slide, item, cell = '', row, column, says }: Line, tables: readonly LivingTable[]): LivingText[] {
  const here = tables.filter((table) => table.slide === slide)
  const own = here.filter((table) => table.item === item)
  const [, letters = 'A', number = '1'] = /^([A-Z]+)(\d+)$/.exec(cell) ?? []
  const saying = (text: LivingText | undefined) => (text && occurrences(text.text, says).length > 0 ? [text] : [])
  return (own.length > 0 ? own : here).flatMap(({ rows }) => {
    const at = saying(rows[Number(number) - 1]?.cells[columnNumber(letters)])
    const heads = rows[0]?.cells.map(({ text }) => normalizedText(text)) ?? []
    const named = rows.find(({ cells }) => normalizedText(cells[0]?.text ?? '') === normalizedText(row ?? ''))
    const byHeads = saying(named?.cells[heads.indexOf(normalizedText(column ?? ''))])
    return byHeads.length > 0 && row !== '' && column !== '' ? byHeads : at
  })
}

/** The point of a chart that a line means. */
function findPoint({ slide, item, series: name = '', point = '', says }: Line, charts: readonly LivingChart[]) {
  const here = charts.filter((chart) => chart.slide === slide)
  const own = here.filter((chart) => chart.item === item)
  const all = (own.length > 0 ? own : here).flatMap((chart) => chart.series.map((series) => ({ chart, series })))
  const named = all.filter(({ series }) => seriesName(series) === name)
  for (const { chart, series } of named) {
    const vector = series.vectors.find(isOfValues)
    const index = getCategories(series).findIndex(
      (category, at) =>
        normalizedText(category ?? '') === normalizedText(point) && isSameNumber(vector?.values[at] ?? null, says),
    )
    if (vector && index >= 0) return { chart, series, vector, index }
  }
  return undefined
}
