import type { BaseFigure } from '../../../build/base/base-types.ts'
import type { LivingDeck, LivingTable, LivingText } from '../../../build/base/living-types.ts'
import { toBaseFigure } from '../../../build/base/make-base.ts'
import { readLivingDeck } from '../../../build/base/read-living-deck.ts'
import { currentPeriod, parsePeriod } from '../../../dataset/figure/period.ts'
import { findObservation } from '../../../dataset/find.ts'
import { groupBy } from '../../../dataset/group-by.ts'
import type { Dataset, Observation, Period } from '../../../dataset/types.ts'
import { getLanguage } from '../../../locale/languages.ts'
import { recent } from '../../../memory/derived.ts'
import { cellName } from '../../../opc/cell-name.ts'
import type { EmuBox } from '../../../opc/shape-box.ts'
import { areSame } from '../../../trust/evidence/mention-period.ts'
import { readNumbers } from '../../../trust/numbers/numbers-in-text.ts'
import { type PlacedShape, placedShapes } from '../../../trust/verify/read/placed-shapes.ts'
import { findCategories } from '../../../trust/words/names.ts'
import { getTokens } from '../../../trust/words/tokens.ts'
import { isShown } from '../../refresh/texts/match-texts.ts'
import type { PackageEditor } from '../../write/edit-package.ts'
import { getTitle } from '../adopted-base.ts'
import { occurrences } from '../place-lines.ts'
import { dayIn, saysEdition } from '../said-days.ts'
import { periodsIn } from '../said-periods.ts'
import type { MappedLine, Mapping } from '../types.ts'
import { type DeckNumber, findDeckNumbers } from './deck-numbers.ts'
import { judgeNumber, type Known, type NumberJudgement } from './judge-number.ts'
import { createLabelFinder } from './label-shapes.ts'

/** A number that is a figure for sure. */
interface Tied {
  line: MappedLine
  observation: Observation
}
/** Words of a text, and what they are where that is known. */
type Said = Pick<MappedLine, 'says'> & { is: string | undefined }

/** A number of a deck and what it is: a figure for sure, one of several perhaps, or none that is known. */
export interface AdoptedNumber {
  line: MappedLine
  verdict: 'sure' | 'several' | 'unknown'
}

/** A deck whose numbers have been held against a dataset. */
export interface AdoptedDeck {
  numbers: readonly AdoptedNumber[]
  /** Dates that move on with the report, as lines of the mapping. */
  dates: readonly MappedLine[]
  titles: readonly string[]
  mapping: Omit<Mapping, 'file' | 'lines' | 'deck'>
}

/**
 * Finds the numbers of a deck that a dataset knows. Throws UnreadableFile for what is no deck.
 * `opened` must give the same elements each time.
 */
export function adoptDeck(opened: PackageEditor, dataset: Dataset, language: string): AdoptedDeck {
  const deck = readLivingDeck(opened)
  const known = getKnown(dataset, language)
  const names = recent(1000, (text) => namesIn(text, known))
  const shapes = deck.slides.map(({ part }) => placedShapes(opened, part))
  const found = findDeckNumbers(deck, language, createLabelFinder(deck, shapes)).filter((one) => !isInName(one, names))
  const judged = tieLabels(liftGroups(found.map((number) => judgeNumber(number, known))), shapes)
  const numbers = judged.map(toNumber)
  const { period, comparison } = dataset.report
  const keys = numbers.flatMap(({ line: { is } }) => (is === undefined ? [] : is))
  const observations = new Map(known.observations.map((one) => [one.key, one]))
  const tied = numbers.flatMap(({ line }) => {
    const observation = typeof line.is === 'string' ? observations.get(line.is) : undefined
    return observation ? [{ line, observation }] : []
  })
  const figures = Object.fromEntries(
    [...new Set(keys)].flatMap((key): [string, BaseFigure][] => {
      const observation = observations.get(key)
      return observation ? [[key, toBaseFigure(observation)]] : []
    }),
  )
  return {
    numbers,
    dates: findDates(deck, tied, dataset, language),
    titles: deck.slides.map((_, index) => getTitle(index + 1, deck.texts)),
    mapping: { language, period, comparison, figures },
  }
}

function getKnown(dataset: Dataset, language: string): Known {
  const worked = [...dataset.observations.values()]
    .filter(({ measure }) => measure === 'value')
    .flatMap(({ key }) => {
      const [series = '', period = ''] = key.split('@')
      return ['change', 'rate'].flatMap((measure) => findObservation(dataset, `${series}.${measure}@${period}`) ?? [])
    })
  const observations = [...new Map([...dataset.observations.values(), ...worked].map((one) => [one.key, one])).values()]
  return {
    dataset,
    language: getLanguage(language) ?? 'en',
    observations,
    current: currentKeys(observations, dataset.report.period),
  }
}

/** What an undated number means: the figure of the report's period, or the latest in it, of each series and measure. */
function currentKeys(observations: readonly Observation[], period: Period): ReadonlySet<string> {
  const groups = groupBy(observations, ({ series, measure }) => `${series} ${measure}`)
  return new Set(
    [...groups.values()].flatMap((group) => {
      const current = currentPeriod([...new Set(group.map((one) => one.period))], period)
      return group.filter((one) => one.period === current).map(({ key }) => key)
    }),
  )
}

interface Span {
  start: number
  end: number
}

/** Where a text names categories, or all of them. */
function namesIn(text: string, { dataset, language }: Known): Span[] {
  const tokens = getTokens(text)
  const totals = [...dataset.dimensions.values()].flatMap(({ total }) => total[language] ?? [])
  const categories = findCategories(tokens, dataset, language)
  return [
    ...totals.flatMap((total) => occurrences(text, total).map((start) => ({ start, end: start + total.length }))),
    ...categories.map(({ first, end }) => ({ start: tokens[first]?.start ?? 0, end: tokens[end - 1]?.end ?? 0 })),
  ]
}

/** Digits of the name of a category, or of all: 16 to 34. */
function isInName({ own }: DeckNumber, names: (text: string) => readonly Span[]): boolean {
  return own !== undefined && names(own.text).some(({ start, end }) => start <= own.start && own.end <= end)
}

/** Clears doubts (digits, unnamed scale) about numbers of a series or column that can each be only one figure. */
function liftGroups(judged: readonly NumberJudgement[]): NumberJudgement[] {
  const groups = groupBy(judged, ({ number: { group } }) => group ?? '')
  const lifted = new Set(
    [...groups].flatMap(([name, group]) => {
      const scales = new Set(group.map(({ likely }) => likely[0]?.scale))
      const isOne = group.every(({ likely }) => likely.length === 1)
      return name !== '' && group.length >= 3 && isOne && scales.size === 1 ? group : []
    }),
  )
  return judged.map((one) =>
    lifted.has(one) ? { ...one, sure: one.likely.map(({ observation }) => observation.key) } : one,
  )
}

/** Numbers alone in boxes over a chart are its labels: each is the figure of the one point that has its digits. */
function tieLabels(judged: readonly NumberJudgement[], shapes: readonly (readonly PlacedShape[])[]): NumberJudgement[] {
  const getPoints = (slide: number, charts: readonly string[]) =>
    judged.flatMap(({ number: { place }, sure }) =>
      place.slide === slide && place.series !== undefined && charts.includes(place.item) ? sure : [],
    )
  return judged.map((one) => {
    const { place, says } = one.number
    const isAlone = place.text !== undefined && place.text.replace(says, '').trim().length <= 2
    if (one.sure.length > 0 || !isAlone) return one
    const here = shapes[place.slide - 1] ?? []
    const own = here.filter(({ name }) => name === place.item)
    const charts = here.filter(
      ({ element, box }) => element.name === 'p:graphicFrame' && own.some((label) => isWithin(label.box, box)),
    )
    const points = getPoints(
      place.slide,
      charts.map(({ name }) => name),
    )
    const keys = one.alike.filter((key) => points.includes(key))
    return keys.length === 1 ? { ...one, sure: keys } : one
  })
}

/** Whether the middle of a box lies in another. */
function isWithin({ x, y, width, height }: EmuBox, other: EmuBox): boolean {
  const [across, down] = [x + width / 2 - other.x, y + height / 2 - other.y]
  return across >= 0 && across <= other.width && down >= 0 && down <= other.height
}

function toNumber({ number: { place, says }, sure, alike }: NumberJudgement): AdoptedNumber {
  const [key] = sure
  const line = { ...place, says }
  if (key !== undefined) return { line: { ...line, is: key }, verdict: 'sure' }
  return alike.length > 0
    ? { line: { ...line, is: alike }, verdict: 'several' }
    : { line: { ...line, is: undefined }, verdict: 'unknown' }
}

/**
 * The dates of a deck that move on with the report, as lines of its mapping: in texts those of the figures there and of
 * the report, in the heads of tables
 * those of the figures in their row or column.
 */
function findDates(
  { texts, tables }: LivingDeck,
  tied: readonly Tied[],
  { report }: Dataset,
  language: string,
): MappedLine[] {
  const own = [report.period, report.comparison]
  const inTexts = texts.filter(isShown).flatMap((text) => {
    const { slide, item } = text
    const here = tied.filter(({ line }) => line.slide === slide && line.item === item && line.text === text.text)
    const place = { slide, item, text: text.text }
    return [
      ...toLines(datesIn(text, [...getPeriods(here), ...own], language), place),
      ...toLines(reportWords(text, report, language), place),
    ]
  })
  return [...inTexts, ...tables.flatMap((table) => headLines(table, tied, language))]
}

/** The date of release, and the number of the edition. */
function reportWords({ text }: LivingText, { released, edition }: Dataset['report'], language: string): Said[] {
  return readNumbers(text, language).map(({ kind, text: words }) => {
    const says = words.replaceAll('\u00a0', ' ')
    const isReleased = kind === 'date' && dayIn(says) === released
    const isEdition = kind === 'ordinal' && edition !== undefined && saysEdition(says, edition)
    return { says, is: isReleased ? '@released' : isEdition ? '@edition' : undefined }
  })
}

/** What words of a text are, as lines of the mapping, with which of the same words each is. */
function toLines(found: readonly Said[], place: Omit<MappedLine, 'says' | 'is'>): MappedLine[] {
  const seen = new Map<string, number>()
  return found.flatMap(({ says, is }) => {
    const nth = (seen.get(says) ?? 0) + 1
    seen.set(says, nth)
    return is === undefined ? [] : [{ ...place, says, is, ...(nth > 1 && { nth }) }]
  })
}

function getPeriods(tied: readonly Tied[]): Period[] {
  return tied.flatMap(({ observation: { period, since } }) => [period, ...(since ? [since] : [])])
}

function headLines({ slide, item, rows }: LivingTable, tied: readonly Tied[], language: string): MappedLine[] {
  const here = tied.filter(({ line }) => line.slide === slide && line.item === item)
  const isIn = (cell: string, row: number, column: number) =>
    row === 0
      ? cell.replace(/\d+$/, '') === cellName(0, column).slice(0, -1)
      : cell.replace(/^[A-Z]+/, '') === String(row + 1)
  return rows.flatMap(({ cells }, row) =>
    cells.flatMap((text, column) => {
      if (row > 0 && column > 0) return []
      const along = here.filter(({ line: { cell = '' } }) => isIn(cell, row, column))
      const place = { slide, item, cell: cellName(row, column) }
      return toLines(datesIn(text, getPeriods(along), language), place)
    }),
  )
}

function datesIn({ text }: LivingText, meant: readonly string[], language: string): Said[] {
  return periodsIn(text, language).map(({ start, end, period }) => {
    const says = text.slice(start, end).replaceAll('\u00a0', ' ')
    const day = dayIn(says)
    // The last day of a period moves on with it; another is a day of its own.
    const own = meant.find((one) => (day === undefined ? areSame(one, period) : parsePeriod(one)?.end === day))
    return { says, is: own && `@${own}` }
  })
}
