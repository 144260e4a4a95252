import { oneDay, twoDigits } from '../../dataset/figure/period.ts'
import { allWords, getWords } from '../../locale/get-locale.ts'
import type { DateFormat } from '../../locale/words/words.ts'

/** A date (milliseconds, UTC) as Excel's serial number, never a little less: Excel would show 8:59 for nine. */
export function toSerial(milliseconds: number): number {
  return Math.ceil((milliseconds / oneDay + 25569) * 1e9 - 1e-3) / 1e9
}

/** Formats of Excel without names, each with what it says. */
const bareFormats: readonly DateFormat[] = [
  ['yyyy', (date) => String(date.getUTCFullYear())],
  ['yyyy-mm', (date) => `${date.getUTCFullYear()}-${twoDigits(date.getUTCMonth() + 1)}`],
  ['yyyy-mm-dd', isoDay],
  ['yyyy-mm-dd hh:mm', (date) => `${isoDay(date)} ${clock(date)}`],
  ['yyyy-mm-dd hh:mm:ss', (date) => `${isoDay(date)} ${clock(date)}:${twoDigits(date.getUTCSeconds())}`],
  ['hh:mm', clock],
  ['hh:mm:ss', (date) => `${clock(date)}:${twoDigits(date.getUTCSeconds())}`],
]

const formats: readonly DateFormat[] = [...bareFormats, ...allWords.flatMap(({ charts }) => charts.dates)]

function isoDay(date: Date): string {
  return `${date.getUTCFullYear()}-${twoDigits(date.getUTCMonth() + 1)}-${twoDigits(date.getUTCDate())}`
}

function clock(date: Date): string {
  return `${twoDigits(date.getUTCHours())}:${twoDigits(date.getUTCMinutes())}`
}

/** The Excel format by which every date says its text; undefined where there is none. */
export function dateFormatSaying(pairs: readonly { date: number; text: string }[]): string | undefined {
  return formats.find(([, say]) => pairs.every(({ date, text }) => say(new Date(date)) === text))?.[0]
}

/** How dates are best shown in a sheet: years, months, days or times, in a language. */
export function sheetDateFormat(dates: readonly number[], language: string): string {
  const { sheetYear, sheetMonth } = getWords(language).charts
  const each = dates.map((date) => new Date(date))
  if (dates.some((date) => date % oneDay !== 0)) {
    const time = dates.some((date) => date % 60_000 !== 0) ? 'hh:mm:ss' : 'hh:mm'
    const isOneDay = new Set(dates.map((date) => Math.floor(date / oneDay))).size === 1
    return isOneDay ? time : `yyyy-mm-dd ${time}`
  }
  if (each.some((date) => date.getUTCDate() !== 1)) return 'yyyy-mm-dd'
  if (each.some((date) => date.getUTCMonth() !== 0)) return sheetMonth
  return sheetYear
}

/** A date said by the format that `sheetDateFormat` chooses for it. */
export function sayDate(date: number, format: string): string {
  return formats.find(([known]) => known === format)?.[1](new Date(date)) ?? ''
}
