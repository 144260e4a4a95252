import type { Measure } from '../../dataset/types.ts'
import { isJsonObject, type Json, type JsonObject } from '../spec/json.ts'
import type { ChartRow } from '../types.ts'
import { toPredicate } from './filter.ts'

/** One mark of a spec with the bound rows that it shows, and which of their numbers. */
export interface ShownMark {
  /** Vega-Lite's name of the mark: `bar`, `line`, `text`… */
  mark: string
  rows: ChartRow[]
  /** The numbers that any of its channels uses, as number or as text. */
  measures: Measure[]
  /** Those of them that it prints as text. */
  said: Measure[]
  /** The number on its quantitative axis, and which axis that is; undefined for labels. */
  position?: { channel: 'x' | 'y' | 'theta'; measure: Measure } | undefined
  /** The field of names down its side, if it has one. */
  names: string | undefined
}

/** Every mark of a spec, in drawing order, with what it inherits of data, filters and encoding. */
export function shownMarks(
  spec: JsonObject,
  rows: ReadonlyMap<string, ChartRow[]>,
  parameters: JsonObject,
): ShownMark[] {
  return [...views(spec, { data: undefined, transforms: [], encoding: {} })].flatMap((view) => {
    const mark = toShownMark(view, rows, parameters)
    return [mark, ...view.transforms.flatMap((transform) => lookedUp(transform, mark, rows))]
  })
}

interface View {
  mark: string
  data: string | undefined
  transforms: Json[]
  encoding: JsonObject
}

function* views(spec: JsonObject, outer: Omit<View, 'mark'>): Generator<View> {
  const own = isJsonObject(spec.data) && typeof spec.data.name === 'string' ? spec.data.name : undefined
  const view = {
    data: own ?? outer.data,
    transforms: [...outer.transforms, ...(Array.isArray(spec.transform) ? spec.transform : [])],
    encoding: { ...outer.encoding, ...(isJsonObject(spec.encoding) ? spec.encoding : {}) },
  }
  const mark = isJsonObject(spec.mark) ? spec.mark.type : spec.mark
  if (typeof mark === 'string') yield { ...view, mark }
  for (const part of ['layer', 'concat', 'hconcat', 'vconcat'].flatMap((key) => spec[key] ?? [])) {
    if (isJsonObject(part)) yield* views(part, view)
  }
  if (isJsonObject(spec.spec)) yield* views(spec.spec, view)
}

function toShownMark(view: View, rows: ReadonlyMap<string, ChartRow[]>, parameters: JsonObject): ShownMark {
  const predicates = view.transforms.flatMap((transform) => {
    const predicate = isJsonObject(transform) ? toPredicate(transform.filter, parameters) : undefined
    return predicate ? [predicate] : []
  })
  const bound = view.data === undefined ? [] : (rows.get(view.data) ?? [])
  const measures = [...new Set(fieldsIn(view.encoding).flatMap((field) => measureOf(field) ?? []))]
  return {
    mark: view.mark,
    rows: bound.filter((row) => predicates.every((predicate) => predicate(row))),
    measures,
    said: view.mark === 'text' ? measures.filter((measure) => isSaid(measure, view)) : [],
    position: positionOf(view.encoding),
    names:
      isJsonObject(view.encoding.y) && typeof view.encoding.y.field === 'string' ? view.encoding.y.field : undefined,
  }
}

/** Whether a view's text is a measure's printed form, as it stands or within words that the spec puts together. */
function isSaid(measure: Measure, { encoding, transforms }: View): boolean {
  const names = [`${measure}Text`, `${measure}Short`]
  const texts = [encoding.text ?? null, ...transforms].flatMap((part) => JSON.stringify(part))
  return texts.some((text) => names.some((name) => text.includes(name)))
}

/** What a lookup brings in from other data: the rows whose key one of the mark's rows asks for. */
function lookedUp(transform: Json, mark: ShownMark, rows: ReadonlyMap<string, ChartRow[]>): ShownMark[] {
  const from = isJsonObject(transform) ? transform.from : undefined
  if (!isJsonObject(transform) || !isJsonObject(from) || !isJsonObject(from.data)) return []
  const wanted = new Set(mark.rows.map((row) => fieldOf(row, transform.lookup)))
  const found = rows.get(String(from.data.name))?.filter((row) => wanted.has(fieldOf(row, from.key)))
  const fields = Array.isArray(from.fields) ? from.fields : []
  const measures = fields.flatMap((field) => (typeof field === 'string' ? (measureOf(field) ?? []) : []))
  return [{ mark: 'lookup', rows: found ?? [], measures, said: [], position: undefined, names: undefined }]
}

function fieldOf(row: ChartRow, name: Json | undefined): unknown {
  return Object.entries(row).find(([key]) => key === name)?.[1]
}

function fieldsIn(encoding: JsonObject): string[] {
  return Object.values(encoding).flatMap((channel) =>
    (Array.isArray(channel) ? channel : [channel]).flatMap((part) =>
      isJsonObject(part) && typeof part.field === 'string' ? [part.field] : [],
    ),
  )
}

function measureOf(field: string): Measure | undefined {
  switch (field) {
    case 'value':
    case 'valueText':
    case 'valueShort':
      return 'value'
    case 'change':
    case 'changeText':
    case 'changeShort':
      return 'change'
    case 'rate':
    case 'rateText':
      return 'rate'
    default:
      return undefined
  }
}

function positionOf(encoding: JsonObject): ShownMark['position'] {
  for (const channel of ['y', 'x', 'theta'] as const) {
    const definition = encoding[channel]
    if (!isJsonObject(definition) || definition.field === undefined) continue
    if (definition.field === 'value' || definition.field === 'change' || definition.field === 'rate')
      return { channel, measure: definition.field }
  }
  return undefined
}
