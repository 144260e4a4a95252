import type { Measure } from '../../dataset/types.ts'
import { expressionFields } from '../spec/expression/expression-fields.ts'
import { isJsonObject, type Json, type JsonObject } from '../spec/json/json.ts'
import { figuresField, lookupField } from './tagged-fields.ts'

/** One number of the rows that a field is made from. */
export interface LineageSource {
  measure: Measure
  /** Whether it is the number's printed form. */
  isSaid: boolean
  /** The field that holds the rows: of those that a lookup brings in, its own. */
  rows: string
  /** After a fold: the rows whose field has this value. */
  when?: { field: string; is: string } | undefined
}

/** What a field is made from, and the field of the number it shows (for a stack's ends, the one stacked), if any. */
export interface Made {
  sources: readonly LineageSource[]
  number: string | undefined
  /** Whether it counts rows: how many there are, which place one has. */
  isCount?: boolean | undefined
  /** By which of Vega's operations rows become one number: sum, min. */
  op?: string
  /** Whether it is a figure’s part of a stack of a hundred per cent, which is named by what it is a part of. */
  isShare?: boolean
}

/** The fields of a data set that are made from figures. */
export interface Lineage {
  fields: ReadonlyMap<string, Made>
  /** Of fields that are named by the data, as a pivot's are. */
  others?: readonly LineageSource[] | undefined
}

export const noLineage: Lineage = { fields: new Map() }

/** The lineage of bound rows: the numbers, and their printed forms. */
export const rowLineage: Lineage = {
  fields: new Map(
    (['value', 'change', 'rate'] as const).flatMap((measure) =>
      [measure, `${measure}Text`, ...(measure === 'rate' ? [] : [`${measure}Short`])].map((field): [string, Made] => [
        field,
        { sources: [{ measure, isSaid: field !== measure, rows: figuresField }], number: field },
      ]),
    ),
  ),
}

/** What a field is made from; nothing where it is made from no figure. */
export function madeFrom(lineage: Lineage, field: string): Made {
  return lineage.fields.get(field) ?? { sources: lineage.others ?? [], number: field }
}

/** The lineage of data as a transform of Vega leaves it. `of`: the lineage of another data set, by its name. */
export function transformed(lineage: Lineage, transform: JsonObject, of: (name: string) => Lineage): Lineage {
  const getSources = (names: readonly string[]) => names.flatMap((name) => madeFrom(lineage, name).sources)
  const fields = stringsIn(transform.fields)
  const as = stringsIn(transform.as)
  const make = (made: readonly [string, Made][]): Lineage => ({
    fields: new Map([...lineage.fields, ...made]),
    others: lineage.others,
  })
  switch (transform.type) {
    case 'formula': {
      const read = expressionFields(String(transform.expr))
      const [copied = ''] = /^datum(?:\[[^[\]]*\]|\.\w+)$/.test(String(transform.expr)) ? read : []
      // An error bar's ends are copies of what it is given.
      const made = copied === '' ? undefined : madeFrom(lineage, copied)
      return make(as.map((name) => [name, made ?? { sources: getSources(read), number: name }]))
    }
    case 'fold': {
      const [key = 'key', value = 'value'] = as
      const when = (field: string) =>
        getSources([field]).map((source) => ({ ...source, when: { field: key, is: field } }))
      return make([
        [key, { sources: [], number: undefined }],
        [value, { sources: fields.flatMap(when), number: value }],
      ])
    }
    case 'stack': {
      const made = madeFrom(lineage, String(transform.field))
      const isPart = transform.offset === 'normalize'
      const isShare = isPart && rowLineage.fields.has(String(transform.field))
      return make(as.map((name) => [name, { ...made, number: isPart ? undefined : made.number, isShare }]))
    }
    case 'lookup':
      return make(lookedUp(transform, as, of(String(transform.from))))
    case 'window':
    case 'joinaggregate':
      return make(operated(transform, getSources))
    case 'aggregate':
      return remade(lineage, transform, operated(transform, getSources))
    case 'pivot':
      return { ...remade(lineage, transform, []), others: gathered(getSources(stringsIn(transform.value))) }
    default: {
      const inputs = ['field', 'fields', 'x', 'y', 'weight'].flatMap((key) => stringsIn(transform[key]))
      const made = as.map((name): [string, Made] => [name, { sources: getSources(inputs), number: name }])
      return isRemaking(transform) ? remade(lineage, transform, made) : make(made)
    }
  }
}

/** Whether a transform makes new rows out of groups of rows. */
export function isRemaking({ type }: JsonObject): boolean {
  return ['aggregate', 'pivot', 'density', 'kde', 'quantile', 'regression', 'loess'].includes(String(type))
}

/** New rows have their group's fields, and what was made. */
function remade(lineage: Lineage, transform: JsonObject, made: readonly [string, Made][]): Lineage {
  const kept = stringsIn(transform.groupby).map((name): [string, Made] => [name, madeFrom(lineage, name)])
  return {
    fields: new Map([...kept, ...made].map(([name, one]) => [name, { ...one, sources: gathered(one.sources) }])),
  }
}

/** Of rows that are made from others, which rows those are stands in one field. */
function gathered(sources: readonly LineageSource[]): LineageSource[] {
  return sources.map(({ measure, isSaid }) => ({ measure, isSaid, rows: figuresField }))
}

function operated(transform: JsonObject, sourcesOf: (names: readonly string[]) => LineageSource[]): [string, Made][] {
  const fields = Array.isArray(transform.fields) ? transform.fields : []
  const names = Array.isArray(transform.as) ? transform.as : []
  return getList(transform.ops).map((op, index): [string, Made] => {
    const field = fields[index]
    const name = names[index] ?? [op, field].filter((part) => typeof part === 'string').join('_')
    const isCount = typeof field !== 'string'
    const sources = isCount ? [] : sourcesOf([field])
    return [String(name), { sources, number: String(name), isCount, op: String(op) }]
  })
}

function lookedUp(transform: JsonObject, as: readonly string[], from: Lineage): [string, Made][] {
  const rows = lookupField(as)
  const moved = ({ sources }: Made, number: string): Made => ({
    sources: sources.map((source) => ({ ...source, rows, when: undefined })),
    number,
  })
  const values = stringsIn(transform.values)
  if (values.length > 0)
    return values.map((value, index) => [as[index] ?? value, moved(madeFrom(from, value), as[index] ?? value)])
  return as.flatMap((name) =>
    [...from.fields].map(([field, made]): [string, Made] => [`${name}.${field}`, moved(made, `${name}.${field}`)]),
  )
}

function getList(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
}

/** The names in a property that holds one or several; without the backslashes with which Vega escapes dots. */
export function stringsIn(value: Json | undefined): string[] {
  return getList(value).flatMap((name) => {
    const text = isJsonObject(name) && typeof name.field === 'string' ? name.field : name
    return typeof text === 'string' ? [text.replaceAll('\\', '')] : []
  })
}
