import type { Observation } from '../dataset/types.ts'
import { roundTo } from './numbers/digits.ts'

/** Which way a change or rate goes, once rounded to the digits that it is printed with. */
export function changeDirection({ quantity }: Observation): Direction {
  const rounded = roundTo(quantity.value, quantity.precision)
  return rounded.isZero() ? 'flat' : rounded.isNegative() ? 'down' : 'up'
}

/** Which way a change goes, by its sign. */
export type Direction = 'up' | 'down' | 'flat'
