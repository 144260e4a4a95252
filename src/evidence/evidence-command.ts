import { resolve } from 'node:path'
import { Option } from 'commander'
import type { CommandSetting } from '../console/command-setting.ts'
import { reportOption } from '../console/options.ts'
import { reportLog } from '../console/report-log.ts'
import { languages } from '../locale/languages.ts'

interface EvidenceFlags {
  report: string
  draft?: boolean
  lang?: string
}

/** Adds `evidence`, which holds the dataset against the text of a source. */
export function addEvidenceCommand({ command, stdout, log, finish }: CommandSetting): void {
  command('evidence <SOURCE>', 'hold the dataset against the text of a source, or draft one from it', [
    ['evidence release.txt', 'whether the dataset says what the text says'],
    ['evidence release.txt --draft > data/draft.yaml', 'figures to confirm, from the text'],
  ])
    .option('--draft', 'print the figures of the text as data/*.yaml, each to be confirmed')
    .addOption(
      new Option(
        '--lang <TAG>',
        'the language of a text that is drafted from, else the one that its words are in',
      ).choices([...languages]),
    )
    .addOption(reportOption())
    .action(async (file: string, flags: EvidenceFlags) => {
      const { runEvidence } = await import('./run-evidence.ts')
      const folder = resolve(flags.report)
      const { said, agrees } = runEvidence(
        { file, folder, isDraft: flags.draft ?? false, language: flags.lang },
        reportLog(folder, log),
      )
      stdout.write(said)
      finish(agrees ? 0 : 1)
    })
}
