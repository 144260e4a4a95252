import { derived } from '../../memory/derived.ts'
import type { ChartRow } from '../types.ts'
import { boundRows } from './tagged-fields.ts'

/** What a mark says of another bound row than those that it draws. */
export interface Stray {
  text: string
  /** A row that it draws. */
  row: number
}

/**
 * Names in a mark's fields that belong to other rows, such as life insurance called motor insurance.
 * Not those of a target, which bears the name of what it is for.
 */
export function strayNames(items: readonly object[], fields: readonly string[], rows: readonly ChartRow[]): Stray[] {
  const calls = items.flatMap((item) => {
    const own = boundRows(item)
    return fields.flatMap((field) => {
      const text: unknown = Reflect.get(item, field)
      const named = typeof text === 'string' ? rowsByName(rows).get(text) : undefined
      return typeof text === 'string' && named ? [{ own, text, named }] : []
    })
  })
  return calls.flatMap(({ own, text, named }) => {
    const [row] = own
    if (row === undefined || own.some((one) => named.has(one))) return []
    const ofIts = calls.filter((call) => call.own.some((one) => named.has(one)))
    const isOfSame = [...named].some((one) => rows[one]?.indicator === rows[row]?.indicator)
    const isExchanged = ofIts.length > 0 && !ofIts.some((call) => call.text === text)
    return isOfSame || isExchanged ? [{ text, row }] : []
  })
}

/** The rows that have each name: of what they count, its category, or both. */
const rowsByName = derived((rows: readonly ChartRow[]): ReadonlyMap<string, ReadonlySet<number>> => {
  const found = new Map<string, Set<number>>()
  for (const [index, row] of rows.entries())
    for (const [field, name] of Object.entries(row))
      if (typeof name === 'string' && name !== '' && isName(field))
        found.set(name, (found.get(name) ?? new Set<number>()).add(index))
  return found
})

function isName(field: string): boolean {
  return /^(?:label|category|series|indicator|valueText|rateText)$|Label$/.test(field) && field !== 'periodLabel'
}
