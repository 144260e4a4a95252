import { zonedTime } from '../../bind/zoned-time.ts'
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
  expressionFunction('breakName', (name: unknown) => (typeof name === 'string' ? breakName(name) : name))
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
