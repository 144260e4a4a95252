import { readDataset } from '../dataset/read/read.ts'
import type { SchemaName } from '../document/formats.ts'
import { toJsonSchema } from './json-schema.ts'
import { toSnippets } from './snippets.ts'

/** What an editor reads: the JSON Schema of a file, or snippets for the templates of the report in a folder, if there is one. */
export function toEditorFile(name: SchemaName | 'snippets', folder: string): object {
  return name === 'snippets' ? toSnippets(readDataset(folder).value) : toJsonSchema(name)
}
