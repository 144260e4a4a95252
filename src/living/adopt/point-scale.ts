import { Decimal } from 'decimal.js'
import type { BaseFigure } from '../../build/base/base-types.ts'
import type { LivingChart, LivingVector } from '../../build/base/living-types.ts'
import { powerOfTen } from '../../dataset/figure/unit/power-of-ten.ts'
import { isPercentage } from '../../dataset/figure/unit/unit.ts'
import { roundTo } from '../../locale/numbers/digits.ts'
import { childNamed, getText } from '../../opc/xml.ts'

/** Powers of ten that an axis or a title may name: thousand, 万, million, 亿, billion, trillion. */
const namedScales = [0, 3, 4, 6, 8, 9, 12]

/** Fewer digits may be those of too many figures, where they are rounded. */
const leastRounded = 3

/** The power of ten by which a figure is divided to be drawn as a value; undefined where it is not drawn so. */
export function pointScale(
  written: string | null,
  isPerCent: boolean,
  [figure, , unit]: BaseFigure,
): number | undefined {
  const value = pointValue(written)
  if (value === undefined) return undefined
  const scales = isPercentage(unit) ? [isPerCent ? 2 : 0] : isPerCent ? [] : namedScales
  return scales.find((scale) => {
    const whole = new Decimal(figure).div(powerOfTen(scale))
    return (
      whole.eq(value) || (value.precision(false) >= leastRounded && roundTo(whole, -value.decimalPlaces()).eq(value))
    )
  })
}

/** Whether a chart shows the values of a series a hundred times as large, with a sign of per cent. */
export function isPerCent({ settings }: Pick<LivingChart, 'settings'>, { cache }: LivingVector): boolean {
  const formats = settings.filter(({ attribute }) => attribute === 'formatCode').map(({ value }) => value)
  const own = childNamed(cache, 'c:formatCode')
  return [...formats, own ? getText(own) : ''].some((format) => format.replace(/"[^"]*"|\\./g, '').includes('%'))
}

/** What a chart draws of a figure in place of a former one's value: all digits if it had all, else as many. */
export function redrawn(before: string | null, [former]: BaseFigure, [figure]: BaseFigure, scale: number): string {
  const value = pointValue(before) ?? new Decimal(0)
  const now = new Decimal(figure).div(powerOfTen(scale))
  const isWhole = new Decimal(former).div(powerOfTen(scale)).eq(value)
  return (isWhole ? now : roundTo(now, -value.decimalPlaces())).toFixed()
}

/** Programs write 0.1 as 0.10000000000000001. */
function pointValue(written: string | null): Decimal | undefined {
  const number = written === null || written.trim() === '' ? Number.NaN : Number(written)
  return Number.isFinite(number) ? new Decimal(Number(number.toPrecision(12))) : undefined
}
