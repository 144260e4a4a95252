import { resolve } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { Argument, InvalidArgumentError, Option } from 'commander'
import { answer, type CommandSetting } from '../console/command-setting.ts'
import { getOption, reportOption } from '../console/options.ts'
import { reportLog } from '../console/report-log.ts'
import { preferences } from '../edit/rows/preferences.ts'
import type { ExchangeOrder } from './run-export.ts'
import type { ImportOrder } from './run-import.ts'

/** Adds `export` and `import`: the figures as a table, there and back. */
export function addExchangeCommands(setting: CommandSetting): void {
  const { command, log, finish } = setting
  // A hundred thousand rows leave much behind, of which V8 would let a gigabyte gather.
  const collectEarly = () => setFlagsFromString('--heap-growing-percent=40')
  command('export', 'write the figures as a table to edit: .xlsx or .csv', [
    ['export figures.xlsx', 'the figures of this report as a workbook'],
    ['export figures.csv --sdmx', 'as SDMX-CSV, derived figures too'],
  ])
    .addArgument(fileArgument())
    .addOption(reportOption())
    .addOption(getOption<ExchangeOrder>('isSdmx', '--sdmx', 'all figures, derived ones too, as SDMX-CSV 2.0'))
    .action(async (file: string, flags: Omit<ExchangeOrder, keyof ReturnType<typeof toTable>>) => {
      collectEarly()
      const { runExport } = await import('./run-export.ts')
      finish((await runExport({ ...toTable(file), ...flags }, reportLog(flags.folder, log))) ? 0 : 1)
    })
  command('import', 'take what was edited in an exported table into the dataset; nothing else is written', [
    ['import figures.xlsx --dry-run', 'what would be written, and at which lines'],
    ['import figures.xlsx', 'write it'],
  ])
    .addArgument(fileArgument())
    .addOption(reportOption())
    .addOption(getOption<ImportOrder>('isDryRun', '--dry-run', 'say what would be written, and write nothing'))
    .addOption(
      new Option('--prefer <SIDE>', 'whose figure counts where table and dataset were both edited').choices(
        preferences,
      ),
    )
    .action(async (file: string, flags: Omit<ImportOrder, keyof ReturnType<typeof toTable>>) => {
      collectEarly()
      const { runImport } = await import('./run-import.ts')
      answer(await runImport({ ...toTable(file), ...flags }, reportLog(flags.folder, log)), setting)
    })
}

function toTable(file: string): Pick<ExchangeOrder, 'file' | 'format'> {
  return { file: resolve(file), format: /\.csv$/i.test(file) ? 'csv' : 'xlsx' }
}

function fileArgument(): Argument {
  return new Argument('<FILE>', 'a table: .xlsx or .csv').argParser((file) => {
    if (/\.(xlsx|csv)$/i.test(file)) return file
    throw new InvalidArgumentError(`neither .xlsx nor .csv: ${file}`)
  })
}
