import type { CommandSetting } from '../console/command-setting.ts'
import { formatOption, getOption, languageOption, parseAbsolute, parsePath, reportOption } from '../console/options.ts'
import { reportLog } from '../console/report-log.ts'
import type { RefreshOrder } from './run-refresh.ts'

/** Adds `refresh`, which brings a deck that people have edited up to date. */
export function addRefreshCommand({ command, stdout, log, finish }: CommandSetting): void {
  command(
    'refresh <DECK>',
    "bring a deck that people have edited up to date with its report's figures; all else stays",
    [
      ['refresh out/deck.pptx --dry-run', 'what would be done'],
      ['refresh talk.pptx -o new.pptx', 'the same deck with the figures of now'],
      ['refresh talk.pptx --pictures changes', 'and drawn: before and after, framed'],
    ],
  )
    .option('-o, --out <FILE>', 'where it goes (default: in its place, the former beside it as .bak)', parsePath)
    .addOption(getOption<RefreshOrder>('keepsFormer', '--no-backup', 'keep no .bak'))
    .addOption(
      getOption<RefreshOrder>(
        'addsSlides',
        '--add',
        'put in what the present build has and the deck lacks: slides, charts, tables, pictures, boxes of words',
      ),
    )
    .option(
      '--to-templates',
      "print people's wording as a patch for the deck's template, for git apply, and write nothing",
    )
    .addOption(
      getOption<RefreshOrder>('isDryRun', '--dry-run', 'say what would be done, and write nothing but pictures'),
    )
    .option(
      '--pictures <DIR>',
      'write deck.pdf there: the slides that change, before and after, framed; LibreOffice draws them',
      parseAbsolute,
    )
    .addOption(reportOption())
    .addOption(languageOption("the deck's language (default: as it says itself)"))
    .addOption(formatOption())
    .action(async (file: string, flags: Omit<RefreshOrder, 'file'>) => {
      const { runRefresh } = await import('./run-refresh.ts')
      const { said, verdict } = await runRefresh({ file, ...flags }, reportLog(flags.folder, log))
      stdout.write(said)
      finish({ settled: 0, 'to settle': 1, failed: 1, misused: 2 }[verdict])
    })
}
