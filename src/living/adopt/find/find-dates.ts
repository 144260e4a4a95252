import type { LivingDeck, LivingTable, LivingText } from '../../../build/base/living-types.ts'
import type { Dataset, Observation, Period } from '../../../dataset/types.ts'
import { cellName } from '../../../opc/cell-name.ts'
import { periodsIn } from '../said-periods.ts'
import type { MappedLine } from '../types.ts'

/** A number that is a figure for sure. */
interface Tied {
  line: MappedLine
  observation: Observation
}

/**
 * The dates of a deck that move on with the report, as lines of its mapping: in texts those of the figures there and of the report, in the heads of tables
 * those of the figures in their row or column.
 */
export function findDates(
  { texts, tables }: LivingDeck,
  tied: readonly Tied[],
  { report }: Dataset,
  language: string,
): MappedLine[] {
  const own = [report.period, report.comparison]
  const inTexts = texts
    .filter(({ kind, slide }) => kind !== 'file' && slide > 0)
    .flatMap((text) => {
      const { slide, item } = text
      const here = tied.filter(({ line }) => line.slide === slide && line.item === item && line.text === text.text)
      return dateLines(text, [...periodsOf(here), ...own], language, { slide, item, text: text.text })
    })
  return [...inTexts, ...tables.flatMap((table) => headLines(table, tied, language))]
}

function periodsOf(tied: readonly Tied[]): Period[] {
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
      return dateLines(text, periodsOf(along), language, place)
    }),
  )
}

function dateLines(
  { text }: LivingText,
  meant: readonly string[],
  language: string,
  place: Omit<MappedLine, 'says' | 'is'>,
): MappedLine[] {
  const seen = new Map<string, number>()
  return periodsIn(text, language).flatMap(({ start, end, period }) => {
    const says = text.slice(start, end).replaceAll('\u00a0', ' ')
    const nth = (seen.get(says) ?? 0) + 1
    seen.set(says, nth)
    return meant.includes(period) ? [{ ...place, says, is: `@${period}`, ...(nth > 1 && { nth }) }] : []
  })
}
