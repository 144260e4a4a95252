import { resolve } from 'node:path'
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Log, LogStream } from '../command/log.ts'
import { parseFolder } from '../command/parse-folder.ts'
import { parseLanguage } from '../command/parse-language.ts'
import { reportLog } from '../command/report-log.ts'

/** What the commands of trust need of the program that they are part of. */
export interface CommandSetting {
  /** Adds a command with the options that all have. */
  command(usage: string, description: string): Command
  stdout: LogStream
  log: Log
  /** Takes the exit code. */
  finish(code: number): void
}

interface TraceFlags {
  report: string
  slide?: number
  page?: number
  unprinted?: boolean
  unchecked?: boolean
  all?: boolean
  lang?: string
  format: 'text' | 'json'
}

interface VerifyFlags {
  report: string
  accept?: boolean
  lang?: string
  format: 'text' | 'json'
}

interface EvidenceFlags {
  report: string
  draft?: boolean
}

/** Adds the commands that show where figures come from and prove that documents say them. */
export function addTrustCommands({ command, stdout, log, finish }: CommandSetting): void {
  command('trace [REFERENCES...]', 'say where figures are printed, and where they come from')
    .option('--slide <N>', 'what stands on a slide of the deck', parsePage)
    .option('--page <N>', 'what stands on a page of the briefing', parsePage)
    .addOption(new Option('--unprinted', 'the figures that no document prints').conflicts('unchecked'))
    .option('--unchecked', 'the figures printed that no check covers')
    .option('--all', 'every figure in full, not a summary')
    .addOption(reportOption())
    .option('--lang <TAG>', "the documents' language (default: the report's own)", parseLanguage)
    .addOption(formatOption())
    .action(async (references: string[], flags: TraceFlags) => {
      const { runTrace } = await import('../command/stages.ts')
      const { slide, page, lang: language, format } = flags
      const only = flags.unprinted ? ('unprinted' as const) : flags.unchecked ? ('unchecked' as const) : undefined
      const folder = resolve(flags.report)
      const order = { folder, references, slide, page, language, only, isWhole: flags.all ?? false, format }
      const said = runTrace(order, reportLog(folder, log))
      if (said !== undefined) stdout.write(said)
      finish(said === undefined ? 1 : 0)
    })

  command('verify <FILES...>', 'prove that finished decks and PDFs say what the dataset says, also after edits')
    .addOption(reportOption())
    .option('--lang <TAG>', "the documents' language (default: the report's own)", parseLanguage)
    .option('--accept', "write edits of stated figures into the dataset's files, if its checks agree")
    .addOption(formatOption())
    .action(async (files: string[], flags: VerifyFlags) => {
      const { runVerify } = await import('../command/stages.ts')
      const { lang: language, format } = flags
      const order = { files, folder: resolve(flags.report), language, format, accepts: flags.accept ?? false }
      const { said, verdict } = await runVerify(order, reportLog(order.folder, log))
      stdout.write(said)
      finish({ proved: 0, 'not proved': 1, misused: 2 }[verdict])
    })

  command('evidence <SOURCE>', 'hold the dataset against the text of a source, or draft one from it')
    .option('--draft', 'print the figures of the text as data/*.yaml, each to be confirmed')
    .addOption(reportOption())
    .action(async (file: string, flags: EvidenceFlags) => {
      const { runEvidence } = await import('../command/stages.ts')
      const folder = resolve(flags.report)
      const { said, agrees } = runEvidence({ file, folder, isDraft: flags.draft ?? false }, reportLog(folder, log))
      stdout.write(said)
      finish(agrees ? 0 : 1)
    })
}

/** `--report DIR`, of commands whose arguments are others. */
export function reportOption(): Option {
  return new Option('--report <DIR>', 'the report folder').argParser(parseFolder).default('.')
}

function formatOption(): Option {
  return new Option('--format <FORMAT>', 'how the answer is written').choices(['text', 'json']).default('text')
}

function parsePage(text: string): number {
  if (/^[1-9]\d*$/.test(text)) return Number(text)
  throw new InvalidArgumentError(`not a number from 1: ${text}`)
}
