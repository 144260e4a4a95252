import { resolve } from 'node:path'
import { Argument, InvalidArgumentError, Option } from 'commander'
import { readBuildDate } from '../build/build-date.ts'
import { type ChangesFormat, changesFormats } from '../compare/changes-format.ts'
import { type Preference, preferences } from '../exchange/preferences.ts'
import type { ExchangeOrder } from '../exchange/run-export.ts'
import { type CommandSetting, reportOption } from '../trust/trust-commands.ts'
import { interruption } from './interruption.ts'
import { parseFolder } from './parse-folder.ts'
import { parseLanguage } from './parse-language.ts'
import { parsePath } from './parse-path.ts'
import { reportLog } from './report-log.ts'

interface DiffFlags {
  pictures?: string
  format: ChangesFormat
  lang?: string
}

interface EditionFlags {
  period?: string
  comparison?: string
  released?: string
}

interface ImportFlags {
  report: string
  dryRun?: boolean
  prefer?: Preference
}

/** Adds the commands of the day on which a figure changes. */
export function addUpdateCommands({ command, stdout, log, finish }: CommandSetting): void {
  const answer = (said: string | undefined) => {
    if (said !== undefined) stdout.write(said)
    finish(said === undefined ? 1 : 0)
  }
  command('diff <OLD> [NEW]', 'say what differs between two versions of a report: figures, checks, slides, pages')
    .addOption(new Option('--format <FORMAT>', 'how the answer is written').choices(changesFormats).default('text'))
    .option('--lang <TAG>', "the documents' language (default: the report's own)", parseLanguage)
    .option(
      '--pictures <DIR>',
      'write deck.pdf and briefing.pdf there: what changed, before and after, framed',
      parsePath,
    )
    .action(async (before: string, after: string | undefined, flags: DiffFlags) => {
      const { format, lang: language } = flags
      const pictures = flags.pictures === undefined ? undefined : resolve(flags.pictures)
      const { runDiff } = await import('./stages.ts')
      answer(await runDiff({ before, after: after ?? '.', folder: resolve('.'), format, language, pictures }, log))
    })
  command('edition', 'move a report on to its next edition; print what is left to do')
    .addArgument(new Argument('<NUMBER>', 'the number of the next edition, or next').argParser(parseEdition))
    .addArgument(new Argument('[DIR]').argParser(parseFolder))
    .option('--period <PERIOD>', 'what it is about, such as 2024-06 (default: as far on as the figures are apart)')
    .option('--comparison <PERIOD>', 'what it is compared with (default: as far back as now)')
    .option('--released <DATE>', 'its date of release (default: as long after the period as now)')
    .action(async (edition: number | 'next', folder: string | undefined, flags: EditionFlags) => {
      const { runEdition } = await import('./stages.ts')
      const { period, comparison, released } = flags
      const order = { folder: resolve(folder ?? '.'), edition, period, comparison, released }
      answer(await runEdition(order, reportLog(order.folder, log)))
    })
  command('export', 'write the figures as a table to edit: .xlsx or .csv')
    .addArgument(fileArgument())
    .addOption(reportOption())
    .option('--sdmx', 'all figures, derived ones too, as SDMX-CSV 2.0')
    .action(async (file: string, { report, sdmx }: { report: string; sdmx?: boolean }) => {
      const { runExport } = await import('./stages.ts')
      const order = exchangeOrder(file, report)
      finish((await runExport({ ...order, isSdmx: sdmx }, reportLog(order.folder, log))) ? 0 : 1)
    })
  command('import', 'take what was edited in an exported table into the dataset; nothing else is written')
    .addArgument(fileArgument())
    .addOption(reportOption())
    .option('--dry-run', 'say what would be written, and write nothing')
    .addOption(
      new Option('--prefer <SIDE>', 'whose figure counts where table and dataset were both edited').choices(
        preferences,
      ),
    )
    .action(async (file: string, { report, dryRun, prefer }: ImportFlags) => {
      const { runImport } = await import('./stages.ts')
      const order = { ...exchangeOrder(file, report), prefer, isDryRun: dryRun }
      answer(await runImport(order, reportLog(order.folder, log)))
    })
  command('update', 'take what the feeds of a report yield into its dataset; only what differs is written')
    .addArgument(new Argument('[DIR]').argParser(parseFolder))
    .option('--run', 'run the programs that the feeds name')
    .action(async (folder: string | undefined, { run = false }: { run?: boolean }) => {
      const { runUpdate } = await import('./stages.ts')
      const { value: today = new Date(), diagnostics } = readBuildDate(process.env)
      for (const diagnostic of diagnostics) log.diagnostic(diagnostic)
      const day = today.toISOString().slice(0, 10)
      const order = { folder: resolve(folder ?? '.'), mayRun: run, day }
      answer(diagnostics.length === 0 ? await runUpdate(order, reportLog(order.folder, log)) : undefined)
    })
  command('preview', 'show the report in a browser as it will be, and anew after each change')
    .addArgument(new Argument('[DIR]').argParser(parseFolder))
    .option('--port <N>', 'where on 127.0.0.1 (0: any that is free)', parsePort, 4000)
    .option('--lang <TAG>', "the documents' language (default: the report's own)", parseLanguage)
    .action(async (folder: string | undefined, { port, lang: language }: { port: number; lang?: string }) => {
      const { runPreview } = await import('./stages.ts')
      const order = { folder: resolve(folder ?? '.'), formats: undefined, language, date: undefined, port }
      finish((await runPreview(order, log, interruption())) ? 0 : 1)
    })
}

function parsePort(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) < 65536) return Number(text)
  throw new InvalidArgumentError(`not a port: ${text}`)
}

function exchangeOrder(file: string, report: string): ExchangeOrder {
  return { file: resolve(file), format: /\.csv$/i.test(file) ? 'csv' : 'xlsx', folder: resolve(report) }
}

function fileArgument(): Argument {
  return new Argument('<FILE>', 'a table: .xlsx or .csv').argParser((file) => {
    if (/\.(xlsx|csv)$/i.test(file)) return file
    throw new InvalidArgumentError(`neither .xlsx nor .csv: ${file}`)
  })
}

function parseEdition(text: string): number | 'next' {
  if (text === 'next') return text
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text)
  throw new InvalidArgumentError(`not the number of an edition: ${text}`)
}
