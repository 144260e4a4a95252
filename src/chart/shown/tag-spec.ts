import { isJsonObject, type Json, type JsonObject, objectsIn } from '../spec/json/json.ts'
import { isRemaking, stringsIn } from './lineage.ts'
import { figuresField, lookupField, toBoundRows } from './tagged-fields.ts'

/** Where a row's group, and the bound rows of it, stand until new rows have been made of it. */
const [groupField, gatheredField] = ['__group', '__gathered']

/** A Vega spec's data without its drawing: its transforms record which bound rows each row is made from. */
export type TaggedSpec = ReturnType<typeof tagSpec>

/**
 * The spec with the numbers of the bound rows in these, and marks without looks, scales, axes and legends, so that
 * running it takes little time.
 * `rows`: by the name of their data, numbered in this order. `files`: the text of data files, by address.
 */
export function tagSpec(
  spec: JsonObject,
  rows: ReadonlyMap<string, readonly object[]>,
  readFile: (address: string) => string,
) {
  // Those that show rows, each with the name that it has in the tagged spec.
  const marks: { name: string; mark: JsonObject }[] = []
  const numbered = numberRows(rows)
  const tagData = (data: Json | undefined): Json[] =>
    objectsIn(data).map((set) => {
      const bound = typeof set.name === 'string' ? numbered.get(set.name) : undefined
      const { url, ...rest } = set
      const read = typeof url === 'string' ? { ...rest, values: readFile(url) } : set
      const values = bound !== undefined && Array.isArray(set.values) ? tagRows(set.values, bound) : undefined
      return {
        ...read,
        ...(values ? { values } : {}),
        ...(set.transform ? { transform: objectsIn(set.transform).flatMap(tagTransform) } : {}),
      }
    })
  const tagMarks = (specs: readonly JsonObject[]): Json[] =>
    specs.map(({ type, from, ...mark }) => {
      if (type === 'group')
        return {
          type,
          ...given({ from, signals: mark.signals }),
          data: tagData(mark.data),
          marks: tagMarks(objectsIn(mark.marks)),
        }
      const name = `shown_${marks.length}`
      marks.push({ name, mark: { ...mark, type: type ?? null, from: from ?? null } })
      return { name, type: 'rule', ...given({ from }) }
    })
  return {
    spec: {
      ...given({ signals: spec.signals, projections: spec.projections, width: spec.width, height: spec.height }),
      data: tagData(spec.data),
      marks: tagMarks(objectsIn(spec.marks)),
    },
    marks,
  }
}

function given(properties: Record<string, Json | undefined>): JsonObject {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([key, value]): [string, Json][] => (value === undefined ? [] : [[key, value]])),
  )
}

/** The number of the first row of each data set. */
function numberRows(rows: ReadonlyMap<string, readonly object[]>): Map<string, number> {
  let next = 0
  return new Map(
    [...rows].map(([name, { length }]) => {
      next += length
      return [name, next - length]
    }),
  )
}

function tagRows(values: readonly Json[], first: number): Json[] {
  return values.map((row, index) => {
    const tagged: object = { ...(isJsonObject(row) ? row : {}), [figuresField]: toBoundRows([first + index]) }
    // What Vega takes as a row need not be JSON.
    return tagged as JsonObject
  })
}

/** A transform that carries rows along: unchanged if it keeps or copies rows, else new rows get their group's. */
function tagTransform(transform: JsonObject): JsonObject[] {
  if (transform.type === 'lookup') return tagLookup(transform)
  if (transform.cross === true || !(isRemaking(transform) || transform.type === 'impute')) return [transform]
  const groupby = Array.isArray(transform.groupby) ? transform.groupby : []
  return [
    { type: 'joinaggregate', groupby, ops: ['values'], fields: [figuresField], as: [groupField] },
    { type: 'formula', expr: `gatherRows(datum.${groupField})`, as: gatheredField },
    { ...transform, groupby: [...groupby, gatheredField] },
    {
      type: 'formula',
      expr: `isDefined(datum.${figuresField}) ? datum.${figuresField} : datum.${gatheredField}`,
      as: figuresField,
    },
  ]
}

/** A lookup also brings what the found row carries: as a field, or from the row where it brings that as a whole. */
function tagLookup(transform: JsonObject): JsonObject[] {
  const values = stringsIn(transform.values)
  const as = transform.as === undefined ? values : stringsIn(transform.as)
  const found = lookupField(as)
  if (values.length === 0) {
    const row = `datum[${JSON.stringify(as[0])}]`
    return [transform, { type: 'formula', expr: `${row} ? ${row}.${figuresField} : null`, as: found }]
  }
  const kept = Array.isArray(transform.values) ? transform.values : [transform.values ?? null]
  return [{ ...transform, values: [...kept, figuresField], as: [...as, found] }]
}
