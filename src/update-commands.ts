import { resolve } from 'node:path'
import { InvalidArgumentError, Option } from 'commander'
import { type ChangesFormat, changesFormats } from './compare/changes-format.ts'
import type { ExchangeOrder } from './run-export.ts'
import { type CommandSetting, reportOption } from './trust-commands.ts'

interface DiffFlags {
  format: ChangesFormat
  lang?: string
}

interface EditionFlags {
  period?: string
  comparison?: string
  released?: string
}

/** Adds the commands of the day on which a figure changes. */
export function addUpdateCommands({ command, stdout, log, finish }: CommandSetting): void {
  const answer = (said: string | undefined) => {
    if (said !== undefined) stdout.write(said)
    finish(said === undefined ? 1 : 0)
  }
  command('diff <OLD> [NEW]', 'say what differs between two versions of a report: figures, checks, slides, pages')
    .addOption(new Option('--format <FORMAT>', 'how the answer is written').choices(changesFormats).default('text'))
    .option('--lang <TAG>', "the documents' language (default: the report's own)")
    .action(async (before: string, after: string | undefined, { format, lang: language }: DiffFlags) => {
      const { runDiff } = await import('./stages.ts')
      answer(runDiff({ before, after: after ?? '.', folder: resolve('.'), format, language }, log))
    })
  command('edition <NUMBER> [DIR]', 'move a report on to its next edition; print what is left to do')
    .option('--period <PERIOD>', 'what it is about, such as 2024-06 (default: as far on as the figures are apart)')
    .option('--comparison <PERIOD>', 'what it is compared with (default: as far back as now)')
    .option('--released <DATE>', 'its date of release (default: as long after the period as now)')
    .action(async (edition: string, folder: string | undefined, flags: EditionFlags) => {
      const { runEdition } = await import('./stages.ts')
      const { period, comparison, released } = flags
      const order = { folder: resolve(folder ?? '.'), edition: parseEdition(edition), period, comparison, released }
      answer(runEdition(order, log))
    })
  command('export <FILE>', 'write the figures as a table to edit: .xlsx or .csv')
    .addOption(reportOption())
    .action(async (file: string, { report }: { report: string }) => {
      const { runExport } = await import('./stages.ts')
      finish((await runExport(exchangeOrder(file, report), log)) ? 0 : 1)
    })
  command('import <FILE>', 'take the figures of such a table into the dataset; only what differs is written')
    .addOption(reportOption())
    .action(async (file: string, { report }: { report: string }) => {
      const { runImport } = await import('./stages.ts')
      finish((await runImport(exchangeOrder(file, report), log)) ? 0 : 1)
    })
}

function exchangeOrder(file: string, report: string): ExchangeOrder {
  const format = /\.(xlsx|csv)$/i.exec(file)?.[1]?.toLowerCase()
  if (format !== 'xlsx' && format !== 'csv') {
    throw new InvalidArgumentError(`neither .xlsx nor .csv: ${file}`)
  }
  return { file: resolve(file), format, folder: resolve(report) }
}

function parseEdition(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text)
  throw new InvalidArgumentError(`not the number of an edition: ${text}`)
}
