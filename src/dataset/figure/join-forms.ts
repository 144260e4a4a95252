import { Decimal } from 'decimal.js'
import type { Quantity, Unit } from '../types.ts'
import { isFault, parseQuantity, type QuantityFault } from './quantity.ts'

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

/** The forms of a text that gives one for each language, `en: 24.8 million; zh: 2480万`, by language; undefined for one of a single form. */
export function formsIn(text: string): ReadonlyMap<string, string> | undefined {
  const parts = text.split(/\s*;\s*/)
  const forms = parts.flatMap((part) => {
    const [, tag, own] = /^([a-z]{2,3}(?:-[A-Za-z0-9]+)*):\s*(.+)$/.exec(part.trim()) ?? []
    return tag !== undefined && own !== undefined ? [[tag, own] as const] : []
  })
  return forms.length === parts.length && forms.length > 0 ? new Map(forms) : undefined
}

/** Reads a value in one form, or in one for each language. */
export function parseForms(
  text: string,
  unit: Unit,
  units: Iterable<Unit>,
  language: string,
): Quantity | QuantityFault {
  const known = [...units]
  const forms = formsIn(text)
  if (!forms) return parseQuantity(text, unit, known, language)
  const read = [...forms].map(([tag, own]) => ({ tag, text: own, quantity: parseQuantity(own, unit, known, tag) }))
  const good = read.flatMap(({ quantity, ...one }) => (isFault(quantity) ? [] : [{ ...one, quantity }]))
  const bad = read.flatMap(({ quantity }) => (isFault(quantity) ? [quantity] : []))
  const expected = 'forms of one number, such as en: 24.8 million; zh: 2480万'
  return bad[0] ?? joinForms(good) ?? { fault: `the forms are not of one number: ${text}`, index: 0, expected }
}
