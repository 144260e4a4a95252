import { resolve } from 'node:path'
import { readBuildDate } from '../build/build-date.ts'
import { answer, type CommandSetting } from '../console/command-setting.ts'
import { folderArgument, getOption } from '../console/options.ts'
import { reportLog } from '../console/report-log.ts'
import type { UpdateOrder } from './run-update.ts'

/** Adds `update`, which takes what the feeds of a report yield into its dataset. */
export function addUpdateCommand(setting: CommandSetting): void {
  const { command, log, environment } = setting
  command('update', 'take what the feeds of a report yield into its dataset; only what differs is written', [
    ['update', 'take in the files that feeds name'],
    ['update --run', 'run their programs too'],
  ])
    .addArgument(folderArgument())
    .addOption(getOption<UpdateOrder>('mayRun', '--run', 'run the programs that the feeds name'))
    .action(async (folder = resolve('.'), flags: Pick<UpdateOrder, 'mayRun'>) => {
      const { runUpdate } = await import('./run-update.ts')
      const { value: today = new Date(), diagnostics } = readBuildDate(environment)
      for (const diagnostic of diagnostics) log.diagnostic(diagnostic)
      const day = today.toISOString().slice(0, 10)
      const order = { folder, ...flags, day }
      answer(diagnostics.length === 0 ? await runUpdate(order, reportLog(folder, log)) : undefined, setting)
    })
}
