import { resolve } from 'node:path'
import { InvalidArgumentError, Option } from 'commander'
import { answer, type CommandSetting } from '../../console/command-setting.ts'
import { formatOption, languageOption, reportOption, variantOption } from '../../console/options.ts'
import { reportLog } from '../../console/report-log.ts'

interface TraceFlags {
  report: string
  slide?: number
  page?: number
  unprinted?: boolean
  unchecked?: boolean
  all?: boolean
  lang?: string
  variant?: string
  format: 'text' | 'json'
}

/** Adds `trace`, which shows where figures are printed and where they come from. */
export function addTraceCommand(setting: CommandSetting): void {
  setting
    .command('trace [REFERENCES...]', 'say where figures are printed, and where they come from', [
      ['trace members', 'where a figure is printed, and its way back to the source'],
      ['trace --slide 4', 'all figures of the fourth slide'],
    ])
    .option('--slide <N>', 'what stands on a slide of the deck', parsePage)
    .option('--page <N>', 'what stands on a page of the briefing', parsePage)
    .addOption(new Option('--unprinted', 'the figures that no document prints').conflicts('unchecked'))
    .option('--unchecked', 'the figures printed that no check covers')
    .option('--all', 'every figure in full, not a summary')
    .addOption(reportOption())
    .addOption(languageOption())
    .addOption(variantOption())
    .addOption(formatOption())
    .action(async (references: string[], flags: TraceFlags) => {
      const { runTrace } = await import('./run-trace.ts')
      const { slide, page, lang: language, variant, format } = flags
      const only = flags.unprinted ? ('unprinted' as const) : flags.unchecked ? ('unchecked' as const) : undefined
      const folder = resolve(flags.report)
      const order = { folder, references, slide, page, language, variant, only, isWhole: flags.all ?? false, format }
      answer(runTrace(order, reportLog(folder, setting.log)), setting)
    })
}

function parsePage(text: string): number {
  if (/^[1-9]\d*$/.test(text)) return Number(text)
  throw new InvalidArgumentError(`not a number from 1: ${text}`)
}
