import type {
  BaseChart,
  BaseFigure,
  BaseSeries,
  BaseTable,
  DeckBase,
  Mark,
  MarkedText,
} from '../../build/base/base-types.ts'
import type { ItemPlace } from '../../build/base/living-types.ts'
import { toBaseFigure } from '../../build/base/make-base.ts'
import { monthsBetween, shiftPeriod } from '../../dataset/figure/shift-period.ts'
import { findObservation } from '../../dataset/find.ts'
import type { Dataset } from '../../dataset/types.ts'
import { applyEdits, type TextEdit } from '../../edit/text-edit.ts'
import { readNumbers } from '../../trust/numbers/numbers-in-text.ts'
import { createFigures, movedKey } from '../merge/figures.ts'
import { type Figures, mergeMarkedText } from '../merge/merge-marked-text.ts'
import { isOfValues } from '../merge/merge-series.ts'
import { getForm } from '../merge/number-form.ts'
import { movedSpan } from '../refresh/texts/false-wording.ts'
import { type RefreshEntry, toSettle } from '../refresh/types.ts'
import { redrawn } from './point-scale.ts'
import { sayDayAnew, sayEditionAnew } from './said-days.ts'
import { dateEdits, periodsIn, saidAnew } from './said-periods.ts'

interface Moving {
  figures: Figures
  /** How many months the report has moved on. */
  months: number
  language: string
  report: Dataset['report']
}

/** Brings the base of an adopted deck up to date: its numbers in their forms, and the dates that move on. */
export function presentAdopted(base: DeckBase, dataset: Dataset): { base: DeckBase; unsettled: RefreshEntry[] } {
  const { id, period, comparison } = dataset.report
  const { language } = base.report
  const report = { id, language, period, comparison }
  const months = monthsBetween(base.report.period, period)
  const keys = Object.keys(base.figures).flatMap((key) => [key, movedKey(key, months)])
  const known = keys.flatMap((key): [string, BaseFigure][] => {
    const observation = findObservation(dataset, key)
    return observation ? [[key, toBaseFigure(observation)]] : []
  })
  const figures = createFigures(base, { report, figures: Object.fromEntries(known) })
  const moving: Moving = { figures, months, language, report: dataset.report }
  const unsettled: RefreshEntry[] = []
  const at = <T>(place: ItemPlace, { value, conflicts }: Brought<T>): T => {
    unsettled.push(...conflicts.map((message) => toSettle(place, message)))
    return value
  }
  return {
    base: {
      ...base,
      report,
      texts: base.texts.map((text) => ({ ...text, ...at(text, bringText(text, moving)) })),
      tables: base.tables.map((table) => at(table, bringTable(table, moving))),
      charts: base.charts.map((chart) => at(chart, bringChart(chart, moving))),
      figures: Object.fromEntries(known),
    },
    unsettled,
  }
}

interface Brought<T> {
  value: T
  conflicts: string[]
}

function bringText(before: MarkedText, moving: Moving): Brought<MarkedText> {
  const { figures, months, language } = moving
  if (before.marks.length === 0 && before.dates === undefined) return { value: before, conflicts: [] }
  const staying = months === 0 ? [] : before.marks.filter(([, , key]) => figures.moved(key) === key)
  const strangers = months === 0 ? [] : untied(before, language)
  // Beside figures that move on without a date, a house's number is none.
  const beside = before.dates ? strangers : strangers.filter((number) => /\d[.,]\d|%|\p{L}/u.test(number))
  const isHeld = staying.length > 0 || (strangers.length > 0 && before.marks.length === 0)
  // Where the date stays, so do the times of all figures beside it.
  const stand = { ...figures, is: (key: string) => figures.at(key) ?? figures.was(key), moved: (key: string) => key }
  const { is, moved } = isHeld && before.dates !== undefined ? stand : figures
  const { replacements, ties, conflicts } = mergeMarkedText(before, before.text, undefined, { ...figures, is, moved })
  const dates = (before.dates ?? []).map((mark) => moveDate(before.text, mark, isHeld ? undefined : moving))
  const stuck = dates.flatMap(({ conflict }) => conflict ?? [])
  const held = [
    ...(staying.length > 0
      ? [`no figures of now for ${staying.map(([, , key]) => key).join(', ')}: they stay as they are`]
      : []),
    ...(beside.length > 0
      ? [
          `no figures that are known: ${beside.join(', ')}; they stay as they are${isHeld ? ', and so does the date' : ''}`,
        ]
      : []),
  ]
  const all = [...replacements, ...dates.flatMap(({ replacements = [] }) => replacements)].sort(
    (a, b) => a.start - b.start,
  )
  const mark = ({ start, end }: { start: number; end: number }, key: string): Mark => {
    const span = movedSpan({ start, end }, all)
    return [span.start, span.end - span.start, key]
  }
  const value = {
    ...before,
    text: applyEdits(before.text, all),
    marks: ties.map(({ key, ...span }) => mark(span, moved(key))),
    ...(before.dates && {
      dates: dates.map(({ mark: [start, length], period }) => mark({ start, end: start + length }, period)),
    }),
  }
  return { value, conflicts: [...conflicts, ...stuck, ...held] }
}

/** A table stays as it is where only some figures have a successor or are known: periods must not mix under a head. */
function bringTable(table: BaseTable, moving: Moving): Brought<BaseTable> {
  const { figures, months } = moving
  const marks = table.rows.flat().flatMap((cell) => cell.marks)
  const staying = months === 0 ? [] : marks.filter(([, , key]) => figures.moved(key) === key)
  if (staying.length > 0)
    return {
      value: table,
      conflicts: [`no figures of now for ${staying.map(([, , key]) => key).join(', ')}: the table stays as it is`],
    }
  const [heads = [], ...rows] = months === 0 ? [] : table.rows
  const dated = rows.flatMap(([first, ...cells]) => cells.filter((_, at) => heads[at + 1]?.dates ?? first?.dates))
  const strangers = dated.flatMap((cell) => untied(cell, moving.language))
  if (strangers.length > 0)
    return { value: table, conflicts: [`no figures that are known: ${strangers.join(', ')}; the table stays as it is`] }
  const brought = table.rows.map((cells) => cells.map((cell) => bringText(cell, moving)))
  return {
    value: { ...table, rows: brought.map((cells) => cells.map(({ value }) => value)) },
    conflicts: brought.flat().flatMap(({ conflicts }) => conflicts),
  }
}

/** The numbers of a text that no mark ties to a figure. */
function untied({ text, marks }: MarkedText, language: string): string[] {
  return readNumbers(text, language).flatMap((one) => {
    const isTied = marks.some(([start, length]) => start < one.end && one.start < start + length)
    return one.kind === 'number' && one.form === 'digits' && !isTied ? [one.text] : []
  })
}

interface MovedDate {
  mark: Mark
  /** As it is said now. */
  period: string
  replacements?: TextEdit[]
  conflict?: string
}

/** A date or number of an edition as it is said now; without `moving` it stays. */
function moveDate(text: string, mark: Mark, moving: Moving | undefined): MovedDate {
  const [start, length, period] = mark
  if (!moving) return { mark, period }
  const { months, language, report } = moving
  const words = text.slice(start, start + length)
  const to = (said: string | undefined, later: string, now: string): MovedDate =>
    said === undefined
      ? { mark, period, conflict: `“${words}” cannot be written anew: it is ${now} now` }
      : {
          mark,
          period: later,
          ...(said !== words && {
            replacements: dateEdits(text, { start, end: start + length, text: said }, language),
          }),
        }
  if (period === 'released') return to(sayDayAnew(words, report.released, language), period, report.released)
  if (period === 'edition')
    return report.edition === undefined
      ? { mark, period }
      : to(sayEditionAnew(words, report.edition), period, String(report.edition))
  const later = months === 0 ? period : shiftPeriod(period, months)
  if (later === period) return { mark, period }
  if (later === undefined) return { mark, period, conflict: `“${words}” cannot be moved on by ${months} months` }
  return to(saidAnew(words, period, later, language), later, later)
}

function bringChart(chart: BaseChart, moving: Moving): Brought<BaseChart> {
  const { figures, months } = moving
  const keys = chart.series.flatMap(({ ties = [] }) => ties.map(([, key]) => key))
  if (keys.length === 0) return { value: chart, conflicts: [] }
  const named = months === 0 ? chart.series : moveLabels(chart, moving)
  const isMoved = JSON.stringify(named) !== JSON.stringify(chart.series)
  const hasStrangers = chart.series.some(
    ({ vectors, ties = [] }) =>
      (isMoved || ties.length > 0) &&
      vectors.filter(isOfValues).flatMap(({ values }) => values.filter((value) => value !== null)).length > ties.length,
  )
  const stays = months !== 0 && (hasStrangers || keys.some((key) => figures.moved(key) === key))
  if (!named || stays)
    return {
      value: chart,
      conflicts: [
        named
          ? 'not all figures of now are there: the chart stays as it is'
          : 'its dates cannot be moved on: the chart stays as it is',
      ],
    }
  const conflicts: string[] = []
  const series = named.map((one): BaseSeries => bringSeries(one, moving, conflicts))
  const most = Math.max(
    ...series.flatMap(({ vectors }) => vectors.filter(isOfValues).flatMap(({ values }) => values.map(Number))),
  )
  const ends = Object.entries(chart.settings).filter(([key]) => /^axis \d+ c:max$/.test(key))
  const isBeyond = ends.length > 0 && ends.every(([, end]) => most > Number(end))
  return {
    value: { ...chart, series },
    conflicts: isBeyond ? [...conflicts, 'a value lies beyond the end of the axis'] : conflicts,
  }
}

function bringSeries(series: BaseSeries, { figures, language }: Moving, conflicts: string[]): BaseSeries {
  const ties = new Map((series.ties ?? []).map(([index, key, scale]) => [index, { key, scale }]))
  const redraw = (value: string | null, index: number): string | null => {
    const tie = ties.get(index)
    const [was, is] = [tie && figures.was(tie.key), tie && figures.is(tie.key)]
    if (!tie || !was) return value
    if (is) return redrawn(value, was, is, tie.scale)
    conflicts.push(`“${value ?? ''}” is no figure of the report any more: ${tie.key}`)
    return value
  }
  return {
    ...series,
    vectors: series.vectors.map((vector) =>
      isOfValues(vector) ? { ...vector, values: vector.values.map(redraw) } : vector,
    ),
    labels: series.labels.map((label) => {
      const key = ties.get(label.index)?.key
      return { ...label, text: key === undefined ? label.text : sayAnew(label.text, key, figures, language) }
    }),
    ties: (series.ties ?? []).map(([index, key, scale]) => [index, figures.moved(key), scale]),
  }
}

/** A label at a point, with the number in it that its figure has now. */
function sayAnew(text: string, key: string, figures: Figures, language: string): string {
  const was = figures.was(key)
  const mention = readNumbers(text, language).find(
    (one) => one.kind === 'number' && was && getForm(one, was) !== undefined,
  )
  if (!mention) return text
  const marks: Mark[] = [[mention.start, mention.end - mention.start, key]]
  return applyEdits(text, mergeMarkedText({ text, marks }, text, undefined, figures).replacements)
}

/**
 * The series with the dates in names and categories moved on.
 * Undefined where one cannot be, or where points of several periods have no dates.
 */
function moveLabels({ series }: BaseChart, { months, language }: Moving): BaseSeries[] | undefined {
  let isStuck = false
  const move = (label: string | null): string | null => {
    if (label === null) return null
    const [date, ...others] = periodsIn(label, language)
    if (!date) return label
    const later = shiftPeriod(date.period, months)
    const said = later && others.length === 0 ? saidAnew(label, date.period, later, language) : undefined
    if (said === undefined) isStuck = true
    return said ?? label
  }
  const moved = series.map((one): BaseSeries => {
    const vectors = one.vectors.map((vector) =>
      isOfValues(vector) ? vector : { ...vector, values: vector.values.map(move) },
    )
    const isUndated = JSON.stringify(vectors) === JSON.stringify(one.vectors)
    const periods = new Set((one.ties ?? []).map(([, key]) => key.replace(/.*@/, '')))
    if (isUndated && periods.size > 1) isStuck = true
    return { ...one, vectors }
  })
  return isStuck ? undefined : moved
}
