import { createClock } from '../../dataset/figure/time-zone.ts'
import { constants } from '../../memory/derived.ts'

/** Text that names an instant by itself: a time of day with its distance from UTC. */
const instant = /\d:\d\d.*(?:Z|GMT|UTC|[+-]\d\d:?\d\d)$/i
/** A calendar date in ISO's form, which JavaScript reads as UTC; it reads all other forms in the machine's time zone. */
const isoDate = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/

/**
 * What a text says as the clocks of a time zone (IANA name) show it, in milliseconds as if they were UTC, in which charts reckon: `2024-07-01T10:00Z`
 * is 12 o'clock in Europe/Berlin. A date, or a time without its distance from UTC, is what it says. Numbers stay as they are; null where there is no date.
 */
export function zonedTime(value: unknown, timeZone: string): number | null {
  if (value === null || value === undefined || value === '') return null
  if (typeof value !== 'string') return Number(value)
  const text = value.trim()
  if (instant.test(text)) return shift(Date.parse(text), timeZone)
  if (isoDate.test(text)) return Date.parse(text)
  const time = Date.parse(`${text}Z`)
  return Number.isNaN(time) ? Date.parse(`${text} UTC`) : time
}

/** An instant as the clocks there show it. */
function shift(time: number, timeZone: string): number {
  if (timeZone === 'UTC' || Number.isNaN(time)) return time
  const parts = new Map(
    clocks(timeZone)
      .formatToParts(time)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const [year, month, day] = [parts.get('year') ?? 0, parts.get('month') ?? 1, parts.get('day') ?? 1]
  const [hour, minute, second] = [parts.get('hour') ?? 0, parts.get('minute') ?? 0, parts.get('second') ?? 0]
  return Date.UTC(year, month - 1, day, hour, minute, second, ((time % 1000) + 1000) % 1000)
}

/** Making one takes longer than asking it a hundred times. */
const clocks = constants(createClock)
