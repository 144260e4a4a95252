import type { ChartFormats, PeriodKind } from './types.ts'
import { expressionFunction, type View } from './vega.ts'

/** Makes the expression functions behind `formatType: "quantity"` and `"period"` known to Vega. They find the chart's formats in the view that calls them. */
export function registerAxisFunctions(): void {
  if (expressionFunction('quantity')) return
  expressionFunction(
    'quantity',
    function (this: ExpressionScope, value: unknown, unit: string, scale?: string, ticks?: number) {
      const { formats } = this.context.dataflow.locale()
      return typeof value === 'number' && formats ? formats.quantity(value, unit, tickStep(this, scale, ticks)) : ''
    },
  )
  expressionFunction('period', function (this: ExpressionScope, value: unknown, kind: PeriodKind) {
    const { formats } = this.context.dataflow.locale()
    const date = value instanceof Date ? value.getTime() : value
    return typeof date === 'number' && formats ? formats.period(date, kind) : ''
  })
}

/** The view, with the formats in its locale, where those functions look. */
export function withFormats(view: View, formats: ChartFormats): View {
  const own: object = Reflect.apply(Reflect.get(view, 'locale'), view, [])
  return Reflect.apply(Reflect.get(view, 'locale'), view, [{ ...own, formats }])
}

interface ExpressionScope {
  context: {
    dataflow: { locale(): { formats?: ChartFormats } }
    scales: Record<string, { value: { ticks?(count: number): number[] } } | undefined>
  }
}

function tickStep(
  { context }: ExpressionScope,
  scale: string | undefined,
  ticks: number | undefined,
): number | undefined {
  const values = scale === undefined ? undefined : context.scales[scale]?.value.ticks?.(ticks ?? 10)
  const [first, second] = values ?? []
  return first === undefined || second === undefined ? undefined : second - first
}
