import type { CommandSetting } from '../console/command-setting.ts'
import { getOption, reportOption } from '../console/options.ts'
import { reportLog } from '../console/report-log.ts'
import { languages } from '../locale/languages.ts'
import type { EvidenceOrder } from './run-evidence.ts'

/** Adds `evidence`, which holds the dataset against the text of a source. */
export function addEvidenceCommand({ command, stdout, log, finish }: CommandSetting): void {
  command('evidence <SOURCE>', 'hold the dataset against the text of a source, or draft one from it', [
    ['evidence release.txt', 'whether the dataset says what the text says'],
    ['evidence release.txt --draft > data/draft.yaml', 'figures to confirm, from the text'],
  ])
    .addOption(
      getOption<EvidenceOrder>(
        'isDraft',
        '--draft',
        'print the figures of the text as data/*.yaml, each to be confirmed',
      ),
    )
    .addOption(
      getOption<EvidenceOrder>(
        'language',
        '--lang <TAG>',
        'the language of a text that is drafted from, else the one that its words are in',
      ).choices([...languages]),
    )
    .addOption(reportOption())
    .action(async (file: string, flags: Omit<EvidenceOrder, 'file'>) => {
      const { runEvidence } = await import('./run-evidence.ts')
      const { said, agrees } = runEvidence({ file, ...flags }, reportLog(flags.folder, log))
      stdout.write(said)
      finish(agrees ? 0 : 1)
    })
}
