import type { Fonts } from '../../fonts/fonts.ts'
import { englishMarks } from '../../locale/numbers/digits.ts'
import type { Run, TextStyle } from '../types.ts'
import { fontStyle, runSize } from './run-style.ts'
import { runText } from './runs.ts'
import type { Setting } from './setting.ts'

/**
 * How far each cell of a column of numbers must move to the left for the decimal points to stand under each other,
 * marks of status beyond the
 * last digit; points. Where the cells do not all end alike (1.09 billion beside 973 million), or are not numbers, their
 * ends stand under each other.
 */
export function decimalShifts(
  cells: readonly (readonly Run[])[],
  style: TextStyle,
  { fonts, locale: { notation } }: Pick<Setting, 'fonts' | 'locale'>,
): number[] {
  const parts = cells.map((runs) => ({
    match: englishMarks(runText(runs), notation).match(/^([^\d]*[\d,\u00a0]*\d)(\.\d+)?([^\d]*)$/u),
    marks: runs.reduce((width, run) => width + (run.statuses ? getWidth(run, style, fonts) : 0), 0),
  }))
  const endings = new Set(parts.flatMap(({ match }) => (match ? [match[3]] : [])))
  const tails = parts.map(({ match }) =>
    endings.size === 1 && match?.[2] ? getWidth({ text: match[2] }, style, fonts) : 0,
  )
  const widest = Math.max(...tails) + Math.max(...parts.map(({ marks }) => marks))
  return parts.map(({ match, marks }, index) => (match ? widest - (tails[index] ?? 0) - marks : 0))
}

function getWidth(run: Run, style: TextStyle, fonts: Fonts): number {
  return fonts.width(run.text, fontStyle(run, style), runSize(run, style))
}
