import { resolve } from 'node:path'
import type { CommandSetting } from '../console/command-setting.ts'
import { formatOption, languageOption, referenceOption, reportOption, variantOption } from '../console/options.ts'
import { reportLog } from '../console/report-log.ts'

interface VerifyFlags {
  report: string
  accept?: boolean
  acceptWording?: boolean
  lang?: string
  variant?: string
  reference?: string
  format: 'text' | 'json'
}

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
    .option('--accept', "write edits of stated figures into the dataset's files, if its checks agree")
    .option('--accept-wording', 'take what was reworded as read by a person')
    .addOption(formatOption())
    .action(async (files: string[], flags: VerifyFlags) => {
      const { runVerify } = await import('./run-verify.ts')
      const { lang: language, variant, reference, format } = flags
      const order = {
        files,
        folder: resolve(flags.report),
        language,
        variant,
        reference: reference === undefined ? undefined : resolve(reference),
        format,
        accepts: flags.accept ?? false,
        acceptsWording: flags.acceptWording,
      }
      const { said, verdict } = await runVerify(order, reportLog(order.folder, log))
      stdout.write(said)
      finish({ proved: 0, 'not proved': 1, misused: 2 }[verdict])
    })
}
