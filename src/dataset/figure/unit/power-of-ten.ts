import { Decimal } from 'decimal.js'

/** One with so many zeros; a negative power has them before it. */
export function powerOfTen(power: number): Decimal {
  return new Decimal(`1e${power}`)
}
