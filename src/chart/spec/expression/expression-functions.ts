import { roomyDates } from '../../draw/vega/axis-dates.ts'
import { clearOf } from '../../draw/vega/clear-of.ts'
import { breakName, countLongest, smallerName } from '../../draw/vega/name-lines.ts'
import { expressionFunction, type View } from '../../draw/vega/vega.ts'
import { extendLocale } from '../../draw/vega/vega-privates.ts'
import { gatherRows } from '../../shown/tagged-fields.ts'
import type { Chart, ChartFormats, PeriodKind } from '../../types.ts'

/**
 * Makes the expression functions behind `formatType: "quantity"` and `"period"` known to Vega, and those of its own
 * that read the clock, which here read
 * the drawing's. They find the chart's formats and that time in the view that calls them.
 */
export function registerExpressionFunctions(): void {
  if (expressionFunction('quantity')) return
  expressionFunction('gatherRows', gatherRows)
  expressionFunction('roomyDates', roomyDates)
  expressionFunction('clearOf', clearOf)
  expressionFunction('breakName', (name: unknown, most?: number, lines?: number) =>
    typeof name === 'string' ? breakName(name, most, lines) : name,
  )
  expressionFunction('countLongest', countLongest)
  expressionFunction('smallerName', smallerName)
  expressionFunction('now', function (this: ExpressionScope) {
    return getTime(this)
  })
  expressionFunction('datetime', function (this: ExpressionScope, ...parts: unknown[]) {
    return Reflect.construct(Date, parts.length === 0 ? [getTime(this)] : parts)
  })
  expressionFunction('toDate', toTime)
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

/** The view, with a chart's formats and the time that it is drawn at in its locale, where those functions look. */
export function withFormats(view: View, { formats }: Pick<Chart, 'formats'>, now: number): View {
  return extendLocale(view, { formats, now })
}

interface ExpressionScope {
  context: {
    dataflow: { locale(): { formats?: ChartFormats; now?: number } }
    scales: Record<string, { value: { ticks?(count: number): number[] } } | undefined>
  }
}

function getTime({ context }: ExpressionScope): number {
  return context.dataflow.locale().now ?? Number.NaN
}

/** The distance between the ticks of an axis, and the one farthest from zero. */
function getTicks({ context }: ExpressionScope, name: string | undefined, ticks: number | undefined) {
  const values = name === undefined ? undefined : context.scales[name]?.value?.ticks?.(ticks ?? 10)
  const [first, second] = values ?? []
  if (values === undefined || first === undefined || second === undefined) return {}
  return { step: second - first, largest: Math.max(...values.map(Math.abs)) }
}

/** A time with its UTC offset, or an ISO date, which JavaScript reads as UTC. It reads all others in local time. */
const ofUtc = /\d:\d\d.*(?:Z|GMT|UTC|[+-]\d\d:?\d\d)$|^\d{4}(?:-\d\d(?:-\d\d)?)?$/i

/** What a text says in UTC, on any machine, in milliseconds. Numbers stay as they are; null where there is no date. */
export function toTime(value: unknown): number | null {
  if (value === null || value === undefined || value === '') return null
  if (typeof value !== 'string') return Number(value)
  const text = value.trim()
  if (ofUtc.test(text)) return Date.parse(text)
  const time = Date.parse(`${text}Z`)
  return Number.isNaN(time) ? Date.parse(`${text} UTC`) : time
}
