import { Option } from 'commander'
import { answer, type CommandSetting } from '../../console/command-setting.ts'
import {
  formatOption,
  getOption,
  languageOption,
  reportOption,
  variantOption,
  wholeNumber,
} from '../../console/options.ts'
import { reportLog } from '../../console/report-log.ts'
import type { TraceOrder } from './run-trace.ts'

interface TraceFlags extends Omit<TraceOrder, 'references' | 'only'> {
  unprinted?: true
  unchecked?: true
}

/** Adds `trace`, which shows where figures are printed and where they come from. */
export function addTraceCommand(setting: CommandSetting): void {
  setting
    .command('trace [REFERENCES...]', 'say where figures are printed, and where they come from', [
      ['trace members', 'where a figure is printed, and its way back to the source'],
      ['trace --slide 4', 'all figures of the fourth slide'],
    ])
    .option('--slide <N>', 'what stands on a slide of the deck', wholeNumber(1, 99_999))
    .option('--page <N>', 'what stands on a page of the briefing', wholeNumber(1, 99_999))
    .addOption(new Option('--unprinted', 'the figures that no document prints').conflicts('unchecked'))
    .option('--unchecked', 'the figures printed that no check covers')
    .addOption(getOption<TraceOrder>('isWhole', '--all', 'every figure in full, not a summary'))
    .addOption(reportOption())
    .addOption(languageOption())
    .addOption(variantOption())
    .addOption(formatOption())
    .action(async (references: string[], { unprinted, unchecked, ...flags }: TraceFlags) => {
      const { runTrace } = await import('./run-trace.ts')
      const only = unprinted ? ('unprinted' as const) : unchecked ? ('unchecked' as const) : undefined
      answer(runTrace({ ...flags, references, only }, reportLog(flags.folder, setting.log)), setting)
    })
}
