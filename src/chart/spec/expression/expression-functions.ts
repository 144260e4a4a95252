import { createClock } from '../../../dataset/figure/time-zone.ts'
import { constants } from '../../../memory/derived.ts'
import { roomyDates } from '../../draw/vega/axis-dates.ts'
import { breakName } from '../../draw/vega/name-lines.ts'
import { expressionFunction, type View } from '../../draw/vega/vega.ts'
import { extendLocale } from '../../draw/vega/vega-privates.ts'
import { gatherRows } from '../../shown/tagged-fields.ts'
import type { Chart, ChartFormats, PeriodKind } from '../../types.ts'

/**
 * Makes the expression functions behind `formatType: "quantity"` and `"period"` known to Vega, and those of its own that read the clock, which here read
 * the drawing's. They find the chart's formats and that time in the view that calls them.
 */
export function registerExpressionFunctions(): void {
  if (expressionFunction('quantity')) return
  expressionFunction('gatherRows', gatherRows)
  expressionFunction('roomyDates', roomyDates)
  expressionFunction('breakName', (name: unknown, most?: number) =>
    typeof name === 'string' ? breakName(name, most) : name,
  )
  expressionFunction('now', function (this: ExpressionScope) {
    return timeOf(this)
  })
  expressionFunction('datetime', function (this: ExpressionScope, ...parts: unknown[]) {
    return Reflect.construct(Date, parts.length === 0 ? [timeOf(this)] : parts)
  })
  const toDate: (value: unknown) => unknown = expressionFunction('toDate')
  expressionFunction('toDate', function (this: ExpressionScope, value: unknown) {
    const { timeZone } = this.context.dataflow.locale()
    return timeZone === undefined ? toDate(value) : zonedTime(value, timeZone)
  })
  limitPadding()
  expressionFunction(
    'quantity',
    function (this: ExpressionScope, value: unknown, unit: string, scale?: string, ticks?: number) {
      const { formats } = this.context.dataflow.locale()
      const { step, largest } = getTicks(this, scale, ticks)
      return typeof value === 'number' && formats ? formats.quantity(value, unit, step, largest) : ''
    },
  )
  expressionFunction('period', function (this: ExpressionScope, value: unknown, kind: PeriodKind) {
    const { formats } = this.context.dataflow.locale()
    const date = value instanceof Date ? value.getTime() : value
    return typeof date === 'number' && formats ? formats.period(date, kind) : ''
  })
}

/** More characters than any chart shows; a text is made in one step, which no limit of time can break off. */
const longestText = 1_000_000

function limitPadding(): void {
  const pad: (text: unknown, length: unknown, ...rest: unknown[]) => unknown = expressionFunction('pad')
  expressionFunction('pad', (text: unknown, length: unknown, ...rest: unknown[]) => {
    if (Number(length) > longestText) throw new Error(`pad() to more than ${longestText} characters`)
    return pad(text, length, ...rest)
  })
}

/** The view, with a chart's formats and time zone, and the time that it is drawn at, in its locale, where those functions look. */
export function withFormats(view: View, { formats, timeZone }: Pick<Chart, 'formats' | 'timeZone'>, now: number): View {
  return extendLocale(view, { formats, timeZone, now })
}

interface ExpressionScope {
  context: {
    dataflow: { locale(): { formats?: ChartFormats; timeZone?: string; now?: number } }
    scales: Record<string, { value: { ticks?(count: number): number[] } } | undefined>
  }
}

function timeOf({ context }: ExpressionScope): number {
  return context.dataflow.locale().now ?? Number.NaN
}

/** The distance between the ticks of an axis, and the one farthest from zero. */
function getTicks({ context }: ExpressionScope, name: string | undefined, ticks: number | undefined) {
  const values = name === undefined ? undefined : context.scales[name]?.value?.ticks?.(ticks ?? 10)
  const [first, second] = values ?? []
  if (values === undefined || first === undefined || second === undefined) return {}
  return { step: second - first, largest: Math.max(...values.map(Math.abs)) }
}

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
