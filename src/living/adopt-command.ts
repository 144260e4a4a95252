import { InvalidArgumentError } from 'commander'
import type { CommandSetting } from '../console/command-setting.ts'
import { formatOption, getOption, languageOption, reportOption } from '../console/options.ts'
import { reportLog } from '../console/report-log.ts'
import { parsePeriod, periodForms } from '../dataset/figure/period.ts'
import type { AdoptOrder } from './adopt/run-adopt.ts'

/** Adds `adopt`, which finds the figures of a deck that no build made, for `refresh` to bring it up to date. */
export function addAdoptCommand({ command, stdout, log, finish }: CommandSetting): void {
  command('adopt <DECK>', "find the report's figures in a deck that was made by hand, so that refresh works on it", [
    ['adopt last-quarter.pptx', 'writes adopted/last-quarter.yaml, to be read and corrected'],
    ['adopt old.pptx --period 2023-06 --dry-run', 'a deck of an earlier period; says what it finds, writes nothing'],
  ])
    .option('--period <PERIOD>', "the period that the deck is of (default: the report's)", parseDeckPeriod)
    .addOption(getOption<AdoptOrder>('isDryRun', '--dry-run', 'say what is found, and write nothing'))
    .addOption(
      getOption<AdoptOrder>(
        'overwrites',
        '--overwrite',
        'write a mapping that is there anew; the former stays beside it as .bak',
      ),
    )
    .addOption(reportOption())
    .addOption(languageOption("the deck's language (default: as it says itself)"))
    .addOption(formatOption())
    .action(async (file: string, flags: Omit<AdoptOrder, 'file'>) => {
      const { runAdopt } = await import('./adopt/run-adopt.ts')
      const { said, verdict } = runAdopt({ file, ...flags }, reportLog(flags.folder, log))
      stdout.write(said)
      finish({ done: 0, failed: 1, misused: 2 }[verdict])
    })
}

function parseDeckPeriod(text: string): string {
  if (!parsePeriod(text)) throw new InvalidArgumentError(`write ${periodForms}`)
  return text
}
