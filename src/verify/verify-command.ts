import type { CommandSetting } from '../console/command-setting.ts'
import {
  formatOption,
  getOption,
  languageOption,
  referenceOption,
  reportOption,
  variantOption,
} from '../console/options.ts'
import { reportLog } from '../console/report-log.ts'
import type { VerifyOrder } from './run-verify.ts'

/** Adds `verify`, which holds finished files against the report that they were made from. */
export function addVerifyCommand({ command, stdout, log, finish }: CommandSetting): void {
  command('verify <FILES...>', 'prove that finished decks and PDFs say what the dataset says, also after edits', [
    ['verify out/*.pptx out/*.pdf', 'whether the report proves each number in them'],
    ['verify edited.pptx --accept', 'take the figures that a colleague corrected into the dataset'],
  ])
    .addOption(reportOption())
    .addOption(languageOption("the documents' language (default: each file's own)"))
    .addOption(variantOption("each file's own, by its name"))
    .addOption(referenceOption("the template that decks were built in, where the report's theme names none"))
    .addOption(
      getOption<VerifyOrder>(
        'accepts',
        '--accept',
        "write edits of stated figures into the dataset's files, if its checks agree",
      ),
    )
    .addOption(
      getOption<VerifyOrder>('acceptsWording', '--accept-wording', 'take what was reworded as read by a person'),
    )
    .addOption(formatOption())
    .action(async (files: string[], flags: Omit<VerifyOrder, 'files'>) => {
      const { runVerify } = await import('./run-verify.ts')
      const { said, verdict } = await runVerify({ files, ...flags }, reportLog(flags.folder, log))
      stdout.write(said)
      finish({ proved: 0, 'not proved': 1, misused: 2 }[verdict])
    })
}
