import { englishMonths as monthNames } from '../../locale/english-months.ts'

const dayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const day = 86_400_000

/** A date (milliseconds, UTC) as the number of days by which Excel keeps it; never a little less, for Excel says 8:59 of what is short of nine. */
export function toSerial(milliseconds: number): number {
  return Math.ceil((milliseconds / day + 25569) * 1e9 - 1e-3) / 1e9
}

const two = (number: number): string => String(number).padStart(2, '0')

/** Formats of Excel, each with what it says. English names wear the mark of the language, so that they are the same on every machine. */
const formats: readonly [format: string, say: (date: Date) => string][] = [
  ['yyyy', (date) => String(date.getUTCFullYear())],
  ['[$-409]mmm yyyy', (date) => `${short(monthNames, date.getUTCMonth())} ${date.getUTCFullYear()}`],
  ['[$-409]mmmm yyyy', (date) => `${monthNames[date.getUTCMonth()]} ${date.getUTCFullYear()}`],
  ['[$-409]mmm', (date) => short(monthNames, date.getUTCMonth())],
  ['[$-409]mmmm', (date) => monthNames[date.getUTCMonth()] ?? ''],
  ['[$-409]mmm dd', (date) => `${short(monthNames, date.getUTCMonth())} ${two(date.getUTCDate())}`],
  ['[$-409]mmm d', (date) => `${short(monthNames, date.getUTCMonth())} ${date.getUTCDate()}`],
  [
    '[$-409]mmm dd, yyyy',
    (date) => `${short(monthNames, date.getUTCMonth())} ${two(date.getUTCDate())}, ${date.getUTCFullYear()}`,
  ],
  ['[$-409]d mmm', (date) => `${date.getUTCDate()} ${short(monthNames, date.getUTCMonth())}`],
  [
    '[$-409]d mmm yyyy',
    (date) => `${date.getUTCDate()} ${short(monthNames, date.getUTCMonth())} ${date.getUTCFullYear()}`,
  ],
  ['yyyy-mm', (date) => `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}`],
  ['yyyy-mm-dd', isoDay],
  ['yyyy-mm-dd hh:mm', (date) => `${isoDay(date)} ${clock(date)}`],
  ['yyyy-mm-dd hh:mm:ss', (date) => `${isoDay(date)} ${clock(date)}:${two(date.getUTCSeconds())}`],
  ['hh:mm', clock],
  ['hh:mm:ss', (date) => `${clock(date)}:${two(date.getUTCSeconds())}`],
  ['[$-409]hh AM/PM', (date) => `${two(halfDayHour(date))} ${halfOfDay(date)}`],
  ['[$-409]h AM/PM', (date) => `${halfDayHour(date)} ${halfOfDay(date)}`],
  ['[$-409]h:mm AM/PM', (date) => `${halfDayHour(date)}:${two(date.getUTCMinutes())} ${halfOfDay(date)}`],
  ['[$-409]hh:mm AM/PM', (date) => `${two(halfDayHour(date))}:${two(date.getUTCMinutes())} ${halfOfDay(date)}`],
  ['[$-409]ddd', (date) => short(dayNames, date.getUTCDay())],
  ['yyyy"年"m"月"', (date) => `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月`],
  ['yyyy"年"', (date) => `${date.getUTCFullYear()}年`],
  ['yyyy"年"m"月"d"日"', (date) => `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`],
]

function isoDay(date: Date): string {
  return `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`
}

function clock(date: Date): string {
  return `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`
}

function halfDayHour(date: Date): number {
  return date.getUTCHours() % 12 || 12
}

function halfOfDay(date: Date): 'AM' | 'PM' {
  return date.getUTCHours() < 12 ? 'AM' : 'PM'
}

function short(names: readonly string[], index: number): string {
  return (names[index] ?? '').slice(0, 3)
}

/** The Excel format by which every date says its text; undefined where there is none. */
export function dateFormatSaying(pairs: readonly { date: number; text: string }[]): string | undefined {
  return formats.find(([, say]) => pairs.every(({ date, text }) => say(new Date(date)) === text))?.[0]
}

/** How dates are best shown in a sheet: years, months, days or times, in a language. */
export function sheetDateFormat(dates: readonly number[], language: string): string {
  const isChinese = language.startsWith('zh')
  const each = dates.map((date) => new Date(date))
  if (dates.some((date) => date % day !== 0)) {
    const time = dates.some((date) => date % 60_000 !== 0) ? 'hh:mm:ss' : 'hh:mm'
    const isOneDay = new Set(dates.map((date) => Math.floor(date / day))).size === 1
    return isOneDay ? time : `yyyy-mm-dd ${time}`
  }
  if (each.some((date) => date.getUTCDate() !== 1)) return 'yyyy-mm-dd'
  if (each.some((date) => date.getUTCMonth() !== 0)) return isChinese ? 'yyyy"年"m"月"' : '[$-409]mmm yyyy'
  return isChinese ? 'yyyy"年"' : 'yyyy'
}

/** A date said by the format that `sheetDateFormat` chooses for it. */
export function sayDate(date: number, format: string): string {
  return formats.find(([known]) => known === format)?.[1](new Date(date)) ?? ''
}
