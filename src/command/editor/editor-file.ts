import { specSchema } from '../../chart/spec/schema/spec-schema.ts'
import { readDataset } from '../../dataset/read/read.ts'
import type { Dataset } from '../../dataset/types.ts'
import type { SchemaName } from '../../document/formats.ts'
import { toJsonSchema } from './json-schema.ts'
import { toSnippets } from './snippets.ts'

/** The files that people write, and what is made for the report in a folder, if there is one: the schema of its chart specs, and snippets for its templates. */
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
