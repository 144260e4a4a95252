import { resolve } from 'node:path'
import type { CommandSetting } from '../console/command-setting.ts'
import { interruption } from '../console/interruption.ts'
import { folderArgument, languageOption, variantOption, wholeNumber } from '../console/options.ts'
import type { PreviewOrder } from './run-preview.ts'

/** Adds `preview`, which shows the report in a browser. */
export function addPreviewCommand({ command, log, finish }: CommandSetting): void {
  command('preview', 'show the report in a browser as it will be, and anew after each change', [
    ['preview', 'open the address that it prints'],
    ['preview library --port 8080', 'at http://127.0.0.1:8080'],
  ])
    .addArgument(folderArgument())
    .option('--port <N>', 'where on 127.0.0.1 (0: any that is free)', wholeNumber(0, 65_535), 4000)
    .addOption(languageOption())
    .addOption(variantOption())
    .action(async (folder = resolve('.'), flags: Omit<PreviewOrder, 'folder'>) => {
      const { runPreview } = await import('./run-preview.ts')
      finish((await runPreview({ folder, ...flags }, log, interruption())) ? 0 : 1)
    })
}
