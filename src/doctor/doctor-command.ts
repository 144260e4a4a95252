import { resolve } from 'node:path'
import type { CommandSetting } from '../console/command-setting.ts'
import { folderArgument } from '../console/options.ts'

/** Adds `doctor`, which says what is there of what Briefwright uses. */
export function addDoctorCommand({ command, stdout, finish }: CommandSetting): void {
  command('doctor', 'say what is there of what Briefwright uses: Node, fonts, pictures, git, room to write', [
    ['doctor', 'for the report in this folder'],
    ['doctor library --libreoffice', 'and whether LibreOffice is there, to look at decks without PowerPoint'],
  ])
    .addArgument(folderArgument())
    .option('--libreoffice', 'look for LibreOffice too')
    .action(async (folder: string | undefined, { libreoffice = false }: { libreoffice?: boolean }) => {
      const { examine, formatFindings } = await import('./examine.ts')
      const findings = await examine(resolve(folder ?? '.'), libreoffice)
      stdout.write(formatFindings(findings))
      finish(findings.some(({ state }) => state === 'missing') ? 1 : 0)
    })
}
