import { Decimal } from 'decimal.js'
import { textTag } from '../../locale/languages.ts'
import type { Quantity, Unit } from '../types.ts'
import { isFault, parseQuantity, type QuantityFault } from './quantity.ts'

/** One number from its forms in several languages: the values all allow, at the finest precision; undefined if none. */
function joinForms(forms: readonly { tag: string; text: string; quantity: Quantity }[]): Quantity | undefined {
  const [finest] = forms.toSorted((a, b) => a.quantity.precision - b.quantity.precision)
  const low = Decimal.max(...forms.map(({ quantity }) => quantity.interval.low))
  const high = Decimal.min(...forms.map(({ quantity }) => quantity.interval.high))
  if (!finest || low.gt(high)) return undefined
  const byLanguage = forms.map(({ tag, text, quantity: { value, precision, qualifier } }) => {
    return [textTag(tag), { value, precision, qualifier, text }] as const
  })
  return { ...finest.quantity, interval: { low, high }, forms: Object.fromEntries(byLanguage) }
}

/** The forms in a text, by language, `en: 24.8 million; zh: 2480万`; undefined for a text of a single form. */
export function formsIn(text: string): ReadonlyMap<string, string> | undefined {
  const parts = text.split(/\s*;\s*/)
  const forms = parts.flatMap((part) => {
    const [, tag, own] = /^([a-z]{2,3}(?:-[A-Za-z0-9]+)*):\s*(.+)$/.exec(part.trim()) ?? []
    return tag !== undefined && own !== undefined ? [[tag, own] as const] : []
  })
  return forms.length === parts.length && forms.length > 0 ? new Map(forms) : undefined
}

/** Why a form is no quantity; `text` is the form, and `tag` its language where there is one for each. */
interface FormFault extends Omit<QuantityFault, 'index'> {
  index?: number
  tag?: string
  text: string
}

/** Reads a value in one form, or in one for each language, as a map or in one text. */
export function readForms(
  written: string | ReadonlyMap<string, string>,
  unit: Unit,
  units: Iterable<Unit>,
  language: string,
): { quantity?: Quantity | undefined; faults: readonly FormFault[] } {
  const forms = typeof written === 'string' ? formsIn(written) : written
  if (typeof written === 'string' && !forms) {
    const quantity = parseQuantity(written, unit, units, language)
    return isFault(quantity) ? { faults: [{ ...quantity, text: written }] } : { quantity, faults: [] }
  }
  const known = [...units]
  const read = [...(forms ?? [])].map(([tag, text]) => ({ tag, text, quantity: parseQuantity(text, unit, known, tag) }))
  const good = read.flatMap(({ quantity, ...one }) => (isFault(quantity) ? [] : [{ ...one, quantity }]))
  const faults = read.flatMap(({ quantity, ...one }) => (isFault(quantity) ? [{ ...one, ...quantity }] : []))
  if (faults.length > 0) return { faults }
  const text = read.map((one) => one.text).join(', ')
  const expected = 'forms of one number, such as en: 24.8 million; zh: 2480万'
  if (text === '') return { faults: [{ text, fault: 'no form in any language: {}', expected }] }
  const quantity = joinForms(good)
  return quantity
    ? { quantity, faults }
    : { faults: [{ text, fault: `contradiction: the forms are not of one number: ${text}`, expected }] }
}
