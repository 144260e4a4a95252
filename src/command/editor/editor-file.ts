import * as z from 'zod'
import { specSchema } from '../../chart/spec/schema/spec-schema.ts'
import { isMap } from '../../dataset/is-map.ts'
import { readDataset } from '../../dataset/read/read.ts'
import { datasetJsonSchema } from '../../dataset/read/schema.ts'
import type { Dataset } from '../../dataset/types.ts'
import type { SchemaName } from '../../document/formats.ts'
import { themeSchema } from '../../theme/theme.ts'
import { allowSchema } from '../../trust/numbers/allow-list.ts'
import { traceSchema } from '../../trust/trace/trace-schema.ts'
import { toSnippets } from './snippets.ts'

/** The files that people write, and those made for a report: its chart specs' schema and its templates' snippets. */
export type EditorFile = SchemaName | 'chart' | 'snippets'

/** What an editor reads to complete and check a file. */
export function toEditorFile(name: EditorFile, folder: string): object {
  switch (name) {
    case 'snippets':
      return toSnippets(readDataset(folder).value)
    case 'chart':
      return toChartSchema(readDataset(folder).value)
    default:
      return toJsonSchema(name)
  }
}

/** Vega-Lite's schema, in which data may be named as the report has them; several, and breakdowns, are texts. */
function toChartSchema(dataset: Dataset | undefined): object {
  const schema = specSchema('vega-lite')
  const names = [...(dataset?.indicators.keys() ?? []), ...(dataset?.lists.keys() ?? [])]
  const named = schema.definitions.NamedData
  if (names.length === 0 || !named) return schema
  const name = { anyOf: [{ enum: names }, { type: 'string' }] }
  const definition = { ...named, properties: { ...named.properties, name } }
  return { ...schema, definitions: { ...schema.definitions, NamedData: definition } }
}

/** The JSON Schema of a file that people write, for completion and checks in editors, or of a build's trace. */
export function toJsonSchema(name: SchemaName): object {
  switch (name) {
    case 'theme':
      return optional(z.toJSONSchema(themeSchema))
    case 'allow':
      return z.toJSONSchema(allowSchema)
    case 'trace':
      return z.toJSONSchema(traceSchema)
    case 'report':
    case 'figures':
      return datasetJsonSchema()[name]
  }
}

/** The schema with nothing required: a theme file says only what differs from Briefwright's own. */
function optional(schema: object): object {
  const { required: _, ...rest } = { required: undefined, ...schema }
  return 'properties' in rest && isMap(rest.properties)
    ? { ...rest, properties: mapValues(rest.properties, (value) => (isMap(value) ? optional(value) : value)) }
    : rest
}

function mapValues(record: Record<string, unknown>, change: (value: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
}
