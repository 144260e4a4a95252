import type { LivingDeck, LivingTable, LivingText } from '../../../build/base/living-types.ts'
import { parsePeriod } from '../../../dataset/figure/period.ts'
import type { Dataset, Observation, Period } from '../../../dataset/types.ts'
import { cellName } from '../../../opc/cell-name.ts'
import { readNumbers } from '../../../trust/numbers/numbers-in-text.ts'
import { isShown } from '../../refresh/texts/match-texts.ts'
import { dayIn, saysEdition } from '../said-days.ts'
import { periodsIn } from '../said-periods.ts'
import type { MappedLine } from '../types.ts'

/** A number that is a figure for sure. */
interface Tied {
  line: MappedLine
  observation: Observation
}

/**
 * The dates of a deck that move on with the report, as lines of its mapping: in texts those of the figures there and of
 * the report, in the heads of tables
 * those of the figures in their row or column.
 */
export function findDates(
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

/** Words of a text, and what they are where that is known. */
type Said = Pick<MappedLine, 'says'> & { is: string | undefined }

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
    const own = meant.find((one) => (day === undefined ? one === period : parsePeriod(one)?.end === day))
    return { says, is: own && `@${own}` }
  })
}
