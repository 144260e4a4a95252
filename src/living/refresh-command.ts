import { resolve } from 'node:path'
import type { CommandSetting } from '../console/command-setting.ts'
import { formatOption, languageOption, parsePath, reportOption } from '../console/options.ts'
import { reportLog } from '../console/report-log.ts'

interface RefreshFlags {
  out?: string
  backup: boolean
  add: boolean
  toTemplates: boolean
  dryRun?: boolean
  pictures?: string
  report: string
  lang?: string
  format: 'text' | 'json'
}

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
    .option('--no-backup', 'keep no .bak')
    .option(
      '--add',
      'put in what the present build has and the deck lacks: slides, charts, tables, pictures, boxes of words',
      false,
    )
    .option(
      '--to-templates',
      "print people's wording as a patch for the deck's template, for git apply, and write nothing",
      false,
    )
    .option('--dry-run', 'say what would be done, and write nothing but pictures')
    .option(
      '--pictures <DIR>',
      'write deck.pdf there: the slides that change, before and after, framed; LibreOffice draws them',
      parsePath,
    )
    .addOption(reportOption())
    .addOption(languageOption("the deck's language (default: as it says itself)"))
    .addOption(formatOption())
    .action(async (file: string, flags: RefreshFlags) => {
      const { runRefresh } = await import('./run-refresh.ts')
      const { report, out, lang: language, format, dryRun = false, backup, add, toTemplates, pictures } = flags
      const folder = resolve(report)
      const order = {
        file,
        out,
        folder,
        language,
        format,
        isDryRun: dryRun,
        keepsFormer: backup,
        addsSlides: add,
        toTemplates,
        pictures: pictures === undefined ? undefined : resolve(pictures),
      }
      const { said, verdict } = await runRefresh(order, reportLog(folder, log))
      stdout.write(said)
      finish({ settled: 0, 'to settle': 1, failed: 1, misused: 2 }[verdict])
    })
}
