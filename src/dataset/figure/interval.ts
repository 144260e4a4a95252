import { Decimal } from 'decimal.js'
import type { Interval, Qualifier } from '../types.ts'
import { powerOfTen } from './unit/power-of-ten.ts'

// Sums and products are exact; quotients and roots are rounded outwards at 40 digits, so that an interval never
// loses a value that its operands allow.
const Exact = Decimal.clone({ defaults: true, precision: 5000 })
const Down = Decimal.clone({ defaults: true, precision: 40, rounding: Decimal.ROUND_FLOOR })
const Up = Decimal.clone({ defaults: true, precision: 40, rounding: Decimal.ROUND_CEIL })

type Operation = (a: Decimal, b: Decimal) => Decimal

/** The interval from `low` to `high`. */
export function interval(low: Decimal.Value, high: Decimal.Value): Interval {
  return { low: new Decimal(low), high: new Decimal(high) }
}

/** The interval that holds one value. */
export function exactly(value: Decimal.Value): Interval {
  const end = new Decimal(value)
  return { low: end, high: end }
}

/** The interval with plain decimals for ends, whose own arithmetic is not that of this file. */
export function settled({ low, high }: Interval): Interval {
  return interval(low, high)
}

/** All sums of a value of each. */
export function add(a: Interval, b: Interval): Interval {
  return { low: new Exact(a.low).plus(b.low), high: new Exact(a.high).plus(b.high) }
}

/** All differences of a value of each. */
export function subtract(a: Interval, b: Interval): Interval {
  return { low: new Exact(a.low).minus(b.high), high: new Exact(a.high).minus(b.low) }
}

/** The interval mirrored at zero. */
export function negate({ low, high }: Interval): Interval {
  return { low: high.negated(), high: low.negated() }
}

/** All products of a value of each. */
export function multiply(a: Interval, b: Interval): Interval {
  const times: Operation = (x, y) => orZero(new Exact(x).times(y))
  return isPositive(a) && isPositive(b)
    ? { low: times(a.low, b.low), high: times(a.high, b.high) }
    : corners(a, b, times, times)
}

/** All quotients of a value of each, or undefined where the divisor may be zero. */
export function divide(a: Interval, b: Interval): Interval | undefined {
  if (contains(b, 0)) return undefined
  const down: Operation = (x, y) => orZero(new Down(x).dividedBy(y))
  const up: Operation = (x, y) => orZero(new Up(x).dividedBy(y))
  return isPositive(a) && isPositive(b)
    ? { low: down(a.low, b.high), high: up(a.high, b.low) }
    : corners(a, b, down, up)
}

/** All square roots, or undefined where the operand may be negative. */
export function squareRoot({ low, high }: Interval): Interval | undefined {
  return low.lt(0) ? undefined : { low: new Down(low).sqrt(), high: new Up(high).sqrt() }
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
  return new Up(high).minus(low).dividedBy(2)
}

/** The value in the middle of a bounded interval. */
export function middle({ low, high }: Interval): Decimal {
  return new Decimal(new Exact(high).plus(low).dividedBy(2))
}

/** The extremes of an operation that rises or falls with each operand lie in the corners. */
function corners(a: Interval, b: Interval, down: Operation, up: Operation): Interval {
  const pairs = [
    [a.low, b.low],
    [a.low, b.high],
    [a.high, b.low],
    [a.high, b.high],
  ] as const
  return {
    low: Decimal.min(...pairs.map(([x, y]) => down(x, y))),
    high: Decimal.max(...pairs.map(([x, y]) => up(x, y))),
  }
}

/** 0 × ∞ and ∞ ÷ ∞ count as 0, the limit that keeps the enclosure. */
function orZero(value: Decimal): Decimal {
  return value.isNaN() ? new Decimal(0) : value
}

function isPositive({ low }: Interval): boolean {
  return !low.isNegative()
}

/**
 * What a printed number allows, by its qualifier:
 *   none      half a unit of the last printed place either way;
 *   over, at least   the value and all above it, since nothing bounds it;
 *   at most   zero to the value;
 * nearly, under    from one unit of the last non-zero digit below, but no more than a tenth: "nearly 1.1 billion" is
 * not
 *             1.0 billion, which would have been printed so, and "nearly 100 million" is not 60 million;
 *   about     one unit of the last printed place either way.
 * A qualifier speaks of the size, so that a fall of "over 3 million" is -3 million or less.
 */
export function allowed(value: Decimal, precision: number, qualifier?: Qualifier): Interval {
  if (value.isNegative()) return negate(allowed(value.negated(), precision, qualifier))
  const place = powerOfTen(precision)
  switch (qualifier) {
    case undefined:
      return around(value, place.times('0.5'))
    case 'about':
      return around(value, place)
    case 'over':
    case 'at least':
      return interval(value, Number.POSITIVE_INFINITY)
    case 'at most':
      return interval(0, value)
    case 'nearly':
    case 'under':
      return interval(Decimal.max(value.minus(lastNonZeroPlace(value)), value.times('0.9')), value)
  }
}

function lastNonZeroPlace(value: Decimal): Decimal {
  if (value.isZero()) return new Decimal(0)
  return powerOfTen(value.e - value.precision(false) + 1)
}

function around(value: Decimal, distance: Decimal): Interval {
  return settled(add(exactly(value), interval(distance.negated(), distance)))
}
