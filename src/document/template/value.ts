import { isMap } from '../../dataset/is-map.ts'
import type { Absence } from '../../dataset/types.ts'

/** Text that is Markdown already: what a helper says. Any other text is data, and is escaped where it is printed. */
export class Markdown {
  constructor(readonly markdown: string) {}
}

/** What is said of a figure that is not there: nothing, and whatever needs it is not said either. */
export class Absent {
  constructor(readonly absence: Absence) {}
}

/** What an expression of a template can be. */
export type Value = string | number | boolean | null | undefined | Markdown | Absent | readonly Value[] | Context

/** Names that a template can look up. */
export interface Context {
  readonly [name: string]: Value
}

/** Whether names can be looked up in the value. */
export function isContext(value: Value): value is Context {
  return isMap(value) && !(value instanceof Markdown) && !(value instanceof Absent)
}

/** Whether a value is a list. */
export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value)
}

/** Handlebars' notion of yes: neither false, zero, nothing, an empty text nor an empty list. */
export function isTruthy(value: Value): boolean {
  if (value instanceof Markdown) return value.markdown !== ''
  return isList(value) ? value.length > 0 : Boolean(value)
}
