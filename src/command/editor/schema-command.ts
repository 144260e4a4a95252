import { Argument } from 'commander'
import type { CommandSetting } from '../../console/command-setting.ts'
import { reportOption } from '../../console/options.ts'
import { schemaNames } from '../../document/formats.ts'
import type { EditorFile } from './editor-file.ts'

/** Adds `schema`, which prints the JSON Schema of a file. */
export function addSchemaCommand({ command, stdout }: CommandSetting): void {
  command('schema', 'print the JSON Schema of a file, or snippets for templates, for editors', [
    ['schema theme', 'the keys of templates/theme.yaml'],
    ['schema figures > figures.schema.json', 'for an editor to complete data/*.yaml'],
    [
      'schema snippets > .vscode/briefwright.code-snippets',
      "helpers and blocks, with the report's figures to choose from",
    ],
  ])
    .addArgument(new Argument('[FILE]', 'which').choices([...schemaNames, 'chart', 'snippets']).default('figures'))
    .addOption(reportOption())
    .action(async (name: EditorFile, { folder }: { folder: string }) => {
      const { toEditorFile } = await import('./editor-file.ts')
      stdout.write(`${JSON.stringify(toEditorFile(name, folder), null, 2)}\n`)
    })
}
