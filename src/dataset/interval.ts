import { Decimal } from 'decimal.js'
import type { Interval } from './types.ts'

// Results are rounded outwards at 40 digits, so that an interval never loses a value that its operands allow.
const Down = Decimal.clone({ defaults: true, precision: 40, rounding: Decimal.ROUND_FLOOR })
const Up = Decimal.clone({ defaults: true, precision: 40, rounding: Decimal.ROUND_CEIL })

type Operation = (a: Decimal, b: Decimal) => Decimal

/** The interval from `low` to `high`, its ends plain decimals whatever rounding they were computed with. */
export function interval(low: Decimal.Value, high: Decimal.Value): Interval {
  return { low: new Decimal(low), high: new Decimal(high) }
}

/** The interval that holds one value. */
export function exactly(value: Decimal.Value): Interval {
  return interval(value, value)
}

/** All sums of a value of each. */
export function add(a: Interval, b: Interval): Interval {
  return interval(new Down(a.low).plus(b.low), new Up(a.high).plus(b.high))
}

/** All differences of a value of each. */
export function subtract(a: Interval, b: Interval): Interval {
  return add(a, negate(b))
}

/** The interval mirrored at zero. */
export function negate({ low, high }: Interval): Interval {
  return interval(high.negated(), low.negated())
}

/** All products of a value of each. */
export function multiply(a: Interval, b: Interval): Interval {
  return corners(a, b, (x, y) => x.times(y))
}

/** All quotients of a value of each, or undefined where the divisor may be zero. */
export function divide(a: Interval, b: Interval): Interval | undefined {
  return contains(b, 0) ? undefined : corners(a, b, (x, y) => x.dividedBy(y))
}

/** All square roots, or undefined where the operand may be negative. */
export function squareRoot({ low, high }: Interval): Interval | undefined {
  return low.isNegative() && !low.isZero() ? undefined : interval(new Down(low).sqrt(), new Up(high).sqrt())
}

/** Whether the value lies in the interval, its ends included. */
export function contains({ low, high }: Interval, value: Decimal.Value): boolean {
  return low.lte(value) && high.gte(value)
}

/** Whether some value lies in both. */
export function intersects(a: Interval, b: Interval): boolean {
  return a.low.lte(b.high) && b.low.lte(a.high)
}

/** Whether both ends are finite. */
export function isBounded({ low, high }: Interval): boolean {
  return low.isFinite() && high.isFinite()
}

/** Half the distance between the ends. */
export function halfWidth({ low, high }: Interval): Decimal {
  return new Decimal(new Up(high).minus(low).dividedBy(2))
}

/** The value in the middle of a bounded interval. */
export function middle({ low, high }: Interval): Decimal {
  return new Decimal(new Up(high).plus(low).dividedBy(2))
}

/** The extremes of a monotone operation lie in the corners; 0 × ∞ and ∞ ÷ ∞ count as 0, the limit that keeps the enclosure. */
function corners(a: Interval, b: Interval, operation: Operation): Interval {
  const pairs = [
    [a.low, b.low],
    [a.low, b.high],
    [a.high, b.low],
    [a.high, b.high],
  ] as const
  const down = pairs.map(([x, y]) => orZero(operation(new Down(x), y)))
  const up = pairs.map(([x, y]) => orZero(operation(new Up(x), y)))
  return interval(Decimal.min(...down), Decimal.max(...up))
}

function orZero(value: Decimal): Decimal {
  return value.isNaN() ? new Decimal(0) : value
}
