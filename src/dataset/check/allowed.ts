import { Decimal } from 'decimal.js'
import { add, exactly, interval, negate, settled } from '../figure/interval.ts'
import { powerOfTen } from '../figure/unit/power-of-ten.ts'
import type { Interval, Qualifier } from '../types.ts'

/**
 * What a printed number allows, by its qualifier:
 *   none      half a unit of the last printed place either way;
 *   over, at least   the value and all above it, since nothing bounds it;
 *   at most   zero to the value;
 *   nearly, under    from one unit of the last non-zero digit below, but no more than a tenth: "nearly 1.1 billion" is not
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
