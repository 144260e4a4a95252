import { resolve } from 'node:path'
import { InvalidArgumentError } from 'commander'
import type { CommandSetting } from '../console/command-setting.ts'
import { interruption } from '../console/interruption.ts'
import { folderArgument, languageOption } from '../console/options.ts'

/** Adds `preview`, which shows the report in a browser. */
export function addPreviewCommand({ command, log, finish }: CommandSetting): void {
  command('preview', 'show the report in a browser as it will be, and anew after each change')
    .addArgument(folderArgument())
    .option('--port <N>', 'where on 127.0.0.1 (0: any that is free)', parsePort, 4000)
    .addOption(languageOption())
    .action(async (folder: string | undefined, { port, lang: language }: { port: number; lang?: string }) => {
      const { runPreview } = await import('./run-preview.ts')
      const order = { folder: resolve(folder ?? '.'), formats: undefined, language, date: undefined, port }
      finish((await runPreview(order, log, interruption())) ? 0 : 1)
    })
}

function parsePort(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) < 65536) return Number(text)
  throw new InvalidArgumentError(`not a port: ${text}`)
}
