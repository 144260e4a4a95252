import { resolve } from 'node:path'
import { Argument, InvalidArgumentError } from 'commander'
import { answer, type CommandSetting } from '../console/command-setting.ts'
import { folderArgument } from '../console/options.ts'
import { reportLog } from '../console/report-log.ts'
import type { EditionOrder } from './run-edition.ts'

/** Adds `edition`, which moves a report on to its next edition. */
export function addEditionCommand(setting: CommandSetting): void {
  setting
    .command('edition', 'move a report on to its next edition; print what is left to do', [
      ['edition 54', 'move on to the 54th edition'],
      ['edition next --period 2026-06', 'move on to the one about June 2026'],
    ])
    .addArgument(
      new Argument(
        '<NUMBER>',
        'the next edition: its number, a year, words, or the quarter or months that it is about; next counts on',
      ).argParser(parseEdition),
    )
    .addArgument(folderArgument())
    .option('--period <PERIOD>', 'what it is about, such as 2024-06 (default: as far on as the figures are apart)')
    .option('--comparison <PERIOD>', 'what it is compared with (default: as far back as now)')
    .option('--released <DATE>', 'its date of release (default: as long after the period as now)')
    .action(
      async (
        edition: EditionOrder['edition'],
        folder = resolve('.'),
        flags: Omit<EditionOrder, 'folder' | 'edition'>,
      ) => {
        const { runEdition } = await import('./run-edition.ts')
        answer(await runEdition({ folder, edition, ...flags }, reportLog(folder, setting.log)), setting)
      },
    )
}

function parseEdition(text: string): number | string {
  if (text.trim() === '' || text.length > 60) throw new InvalidArgumentError(`not an edition: ${text}`)
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : text.trim()
}
