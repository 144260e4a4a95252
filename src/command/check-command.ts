import { resolve } from 'node:path'
import type { CommandSetting } from '../console/command-setting.ts'
import { folderArgument, parsePath } from '../console/options.ts'
import { reportLog } from '../console/report-log.ts'

/** Adds `check`, which finds what is wrong with a report. */
export function addCheckCommand({ command, log, finish }: CommandSetting): void {
  command('check', 'find what is wrong with data, templates, layout and deck; write nothing')
    .addArgument(folderArgument())
    .option('--reference <FILE>', "with the deck in your organisation's own template", parsePath)
    .action(async (folder: string | undefined, { reference }: { reference?: string }) => {
      const { runCheck } = await import('./run-check.ts')
      const request = {
        folder: resolve(folder ?? '.'),
        formats: undefined,
        language: undefined,
        date: undefined,
        reference: reference === undefined ? undefined : resolve(reference),
      }
      finish((await runCheck(request, reportLog(request.folder, log))) ? 0 : 1)
    })
}
