import { Argument } from 'commander'
import type { CommandSetting } from '../console/command-setting.ts'
import { type SchemaName, schemaNames } from '../document/formats.ts'

/** Adds `schema`, which prints the JSON Schema of a file. */
export function addSchemaCommand({ command, stdout }: CommandSetting): void {
  command('schema', 'print the JSON Schema of a file, for editors', [
    ['schema theme', 'the keys of templates/theme.yaml'],
    ['schema figures > figures.schema.json', 'for an editor to complete data/*.yaml'],
  ])
    .addArgument(new Argument('[FILE]', 'which').choices(schemaNames).default('figures'))
    .action(async (name: SchemaName) => {
      const { toJsonSchema } = await import('./json-schema.ts')
      stdout.write(`${JSON.stringify(toJsonSchema(name), null, 2)}\n`)
    })
}
