import { twoDigits } from '../../dataset/figure/period.ts'
import type { DateFormat } from '../words/words.ts'
import { englishMonths } from './months.ts'

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** Dates with English names, which wear the mark of the language (409), so that they are the same on every machine. */
export const englishDates: readonly DateFormat[] = [
  ['[$-409]mmm yyyy', (date) => `${short(month(date))} ${date.getUTCFullYear()}`],
  ['[$-409]mmmm yyyy', (date) => `${month(date)} ${date.getUTCFullYear()}`],
  ['[$-409]mmm', (date) => short(month(date))],
  ['[$-409]mmmm', month],
  ['[$-409]mmm dd', (date) => `${short(month(date))} ${twoDigits(date.getUTCDate())}`],
  ['[$-409]mmm d', (date) => `${short(month(date))} ${date.getUTCDate()}`],
  ['[$-409]mmm dd, yyyy', (date) => `${short(month(date))} ${twoDigits(date.getUTCDate())}, ${date.getUTCFullYear()}`],
  ['[$-409]d mmm', (date) => `${date.getUTCDate()} ${short(month(date))}`],
  ['[$-409]d mmm yyyy', (date) => `${date.getUTCDate()} ${short(month(date))} ${date.getUTCFullYear()}`],
  ['[$-409]hh AM/PM', (date) => `${twoDigits(halfDayHour(date))} ${halfOfDay(date)}`],
  ['[$-409]h AM/PM', (date) => `${halfDayHour(date)} ${halfOfDay(date)}`],
  ['[$-409]h:mm AM/PM', (date) => `${halfDayHour(date)}:${twoDigits(date.getUTCMinutes())} ${halfOfDay(date)}`],
  [
    '[$-409]hh:mm AM/PM',
    (date) => `${twoDigits(halfDayHour(date))}:${twoDigits(date.getUTCMinutes())} ${halfOfDay(date)}`,
  ],
  ['[$-409]ddd', (date) => short(days[date.getUTCDay()] ?? '')],
]

function month(date: Date): string {
  return englishMonths[date.getUTCMonth()] ?? ''
}

function halfDayHour(date: Date): number {
  return date.getUTCHours() % 12 || 12
}

function halfOfDay(date: Date): 'AM' | 'PM' {
  return date.getUTCHours() < 12 ? 'AM' : 'PM'
}

function short(name: string): string {
  return name.slice(0, 3)
}
