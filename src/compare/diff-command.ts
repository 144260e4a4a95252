import { resolve } from 'node:path'
import { answer, type CommandSetting } from '../console/command-setting.ts'
import { formatOption, languageOption, parseAbsolute, variantOption } from '../console/options.ts'
import { changesFormats } from './changes-format.ts'
import type { DiffOrder } from './run-diff.ts'

/** Adds `diff`, which compares two versions of a report. */
export function addDiffCommand(setting: CommandSetting): void {
  setting
    .command('diff <OLD> [NEW]', 'say what differs between two versions of a report: figures, checks, slides, pages', [
      ['diff HEAD~1', 'what changed since the last commit'],
      ['diff HEAD --pictures changes', 'and drawn: before and after, framed'],
    ])
    .addOption(formatOption(changesFormats))
    .addOption(languageOption())
    .addOption(variantOption())
    .option(
      '--pictures <DIR>',
      'write deck.pdf and briefing.pdf there: what changed, before and after, framed',
      parseAbsolute,
    )
    .action(
      async (before: string, after = '.', flags: Pick<DiffOrder, 'format' | 'language' | 'variant' | 'pictures'>) => {
        const { runDiff } = await import('./run-diff.ts')
        const order = { before, after, folder: resolve('.'), ...flags }
        answer(await runDiff(order, setting.log), setting)
      },
    )
}
