import { Decimal } from 'decimal.js'
import type { Quantity } from '../types.ts'

/** One number from the forms in which languages print it: the values that all of them allow, at the finest precision; undefined where there is none. */
export function joinForms(forms: readonly { tag: string; text: string; quantity: Quantity }[]): Quantity | undefined {
  const [finest] = forms.toSorted((a, b) => a.quantity.precision - b.quantity.precision)
  const low = Decimal.max(...forms.map(({ quantity }) => quantity.interval.low))
  const high = Decimal.min(...forms.map(({ quantity }) => quantity.interval.high))
  if (!finest || low.gt(high)) return undefined
  const byLanguage = forms.map(({ tag, text, quantity: { value, precision, qualifier } }) => {
    return [tag, { value, precision, qualifier, text }] as const
  })
  return { ...finest.quantity, interval: { low, high }, forms: Object.fromEntries(byLanguage) }
}
