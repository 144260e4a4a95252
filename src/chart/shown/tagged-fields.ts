import { derived } from '../../memory/derived.ts'
/** The field in which a row, while Vega works on it, holds the bound rows that it was made from. */
export const figuresField = '__figures'

/** The field in which a lookup that makes some fields leaves the bound rows that it found. */
export function lookupField(as: readonly string[]): string {
  return `__found_${as.join('_')}`
}

/** Numbers of bound rows. To Vega, which groups by what a value is as text, all are alike. */
export interface BoundRows {
  numbers: readonly number[]
  toString(): string
}

export function toBoundRows(numbers: readonly number[]): BoundRows {
  return { numbers, toString: () => '' }
}

/** The bound rows that a row was made from, as one of its fields tells. */
export function boundRows(row: object, field: string = figuresField): readonly number[] {
  const held: unknown = Reflect.get(row, field)
  return typeof held === 'object' && held !== null && 'numbers' in held ? (held as BoundRows).numbers : []
}

/** A group's bound rows, with those that lookups found. One value a group: Vega gives its rows the same list. */
export function gatherRows(group: unknown): BoundRows {
  return Array.isArray(group) ? gathered(group) : nothing
}

const gathered = derived((group: object[]) => toBoundRows([...new Set(group.flatMap(allRows))]))

const nothing = toBoundRows([])

function allRows(row: object): readonly number[] {
  const found = Object.keys(row).filter((name) => name.startsWith('__found_'))
  return [figuresField, ...found].flatMap((field) => boundRows(row, field))
}
