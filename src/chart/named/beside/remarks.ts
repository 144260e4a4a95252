import { parsePeriod } from '../../../dataset/figure/period.ts'
import { breakName } from '../../draw/vega/name-lines.ts'
import type { CallFault, ChartRequest, OptionKind } from '../types.ts'

/** What an author writes into a chart: `2020-03: Doors shut; 2021-06: Doors open`. */
export interface Remark {
  /** What stands before the colon: a period, two of them (`2020-03..2021-05`), or a series and a period. */
  at: string
  words: string
}

/** Options that hold remarks. */
export const remarkOptions = {
  event: { type: 'text' },
  band: { type: 'text' },
  note: { type: 'text' },
} as const satisfies Record<string, OptionKind>

/** More characters than these are no remark beside a mark; a newsroom's desk has fifty. */
const mostCharacters = 50

/** The remarks of an option, in order. */
export function readRemarks(text: string | undefined): Remark[] {
  return (text ?? '')
    .split(/[;；]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [, at = '', words = ''] = /^([^:：]*)[:：](.*)$/s.exec(part) ?? ['', part]
      return { at: at.trim(), words: words.trim() }
    })
}

/** When a period begins, in milliseconds, UTC; NaN for what is none. */
export function getStartDate(period: string): number {
  return Date.parse(parsePeriod(period)?.start ?? '')
}

/** The ends of a band: from the beginning of its first period to that of its last. */
export function getEnds(at: string): [number, number] {
  const [from = '', to = ''] = at.split('..')
  return [getStartDate(from), getStartDate(to)]
}

/** The series and the period that a note stands at; the only series need not be named. */
export function getPoint(at: string, { series }: Pick<ChartRequest, 'series'>): { series: string; period: string } {
  const [name = '', period] = at.split('@')
  return period === undefined ? { series: series[0] ?? '', period: name } : { series: name, period }
}

/** What is wrong with remarks: no or too many words, numbers without a figure, places that the chart does not show. */
export function remarkFaults(request: ChartRequest): CallFault[] {
  const { event, band, note } = request.options
  const dated = [
    ...readRemarks(event).map((remark) => ({
      remark,
      dates: [getStartDate(remark.at)],
      form: 'event="2020-03: words"',
    })),
    ...readRemarks(band).map((remark) => ({
      remark,
      dates: getEnds(remark.at),
      form: 'band="2020-03..2021-05: words"',
    })),
  ]
  const dates = request.periods.map(getStartDate)
  const isOutside = (date: number) => !(date >= Math.min(...dates) && date <= Math.max(...dates))
  return [
    ...[event, band, note].flatMap((text) => readRemarks(text).flatMap(wordFaults)),
    ...dated
      .filter(({ dates }) => dates.some(isOutside))
      .map(({ remark, form }) => ({ message: `not a time that the chart shows: ${remark.at}`, expected: form })),
    ...readRemarks(note).flatMap((remark) => pointFaults(remark, request)),
  ]
}

/** What the words of a remark have wrong. */
export function wordFaults({ at, words }: Remark): CallFault[] {
  if (at === '' || words === '')
    return [{ message: `not a remark: ${at}${words}`, expected: 'when: words, several separated by semicolons' }]
  if (words.length > mostCharacters) {
    const hint = `${mostCharacters} at most; say the rest in text`
    return [{ message: `a remark of ${words.length} characters: ${words}`, hint }]
  }
  const message = `a number in a remark, which comes from no figure: ${words}`
  return /\p{Nd}/u.test(words) ? [{ message, hint: 'say it in text, where it can refer to a figure' }] : []
}

function pointFaults({ at }: Remark, request: ChartRequest): CallFault[] {
  const { series, period } = getPoint(at, request)
  const isNamed = at.includes('@') || request.series.length === 1
  const isShown = [...request.dataset.observations.values()].some(
    (one) => one.series === series && one.period === period && one.measure === request.measure,
  )
  if (isNamed && isShown && request.series.includes(series)) return []
  return [{ message: `not a figure that the chart shows: ${at}`, expected: 'note="indicator@period: words"' }]
}

/** Words in lines of some length, for a text that Vega sets as it stands. */
export function breakWords(words: string, longest: number): string[] {
  return [breakName(words, longest, 4)].flat()
}
