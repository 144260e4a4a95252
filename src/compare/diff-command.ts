import { resolve } from 'node:path'
import { answer, type CommandSetting } from '../console/command-setting.ts'
import { formatOption, languageOption, parsePath } from '../console/options.ts'
import { type ChangesFormat, changesFormats } from './changes-format.ts'

interface DiffFlags {
  pictures?: string
  format: ChangesFormat
  lang?: string
}

/** Adds `diff`, which compares two versions of a report. */
export function addDiffCommand(setting: CommandSetting): void {
  setting
    .command('diff <OLD> [NEW]', 'say what differs between two versions of a report: figures, checks, slides, pages', [
      ['diff HEAD~1', 'what changed since the last commit'],
      ['diff HEAD --pictures changes', 'and drawn: before and after, framed'],
    ])
    .addOption(formatOption(changesFormats))
    .addOption(languageOption())
    .option(
      '--pictures <DIR>',
      'write deck.pdf and briefing.pdf there: what changed, before and after, framed',
      parsePath,
    )
    .action(async (before: string, after: string | undefined, flags: DiffFlags) => {
      const { format, lang: language } = flags
      const pictures = flags.pictures === undefined ? undefined : resolve(flags.pictures)
      const { runDiff } = await import('./run-diff.ts')
      const order = { before, after: after ?? '.', folder: resolve('.'), format, language, pictures }
      answer(await runDiff(order, setting.log), setting)
    })
}
