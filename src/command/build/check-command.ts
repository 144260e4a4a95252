import { resolve } from 'node:path'
import type { CommandSetting } from '../../console/command-setting.ts'
import { addReportOptions, askedReport, folderArgument, getOption, type ReportFlags } from '../../console/options.ts'
import { reportLog } from '../../console/report-log.ts'
import type { CheckOrder } from './run-check.ts'

/** Adds `check`, which finds what is wrong with a report. */
export function addCheckCommand({ command, log, finish }: CommandSetting): void {
  const added = command('check', 'find what is wrong with data, templates, layout and deck; write nothing', [
    ['check', 'all that is wrong, each with its line'],
    ['check library --parity', 'and what one language has and another lacks'],
  ])
    .addArgument(folderArgument())
    .addOption(
      getOption<CheckOrder>(
        'comparesEditions',
        '--parity',
        'compare what its editions in several languages say: figures, claims, charts, tables, notes',
      ),
    )
    .action(async (folder = resolve('.'), flags: ReportFlags & Pick<CheckOrder, 'comparesEditions'>) => {
      const { runCheck } = await import('./run-check.ts')
      finish((await runCheck(askedReport(folder, flags), reportLog(folder, log))) ? 0 : 1)
    })
  addReportOptions(added, "in these languages only, such as zh (default: all of the report's)")
}
