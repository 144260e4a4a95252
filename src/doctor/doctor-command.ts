import { resolve } from 'node:path'
import type { CommandSetting } from '../console/command-setting.ts'
import { folderArgument } from '../console/options.ts'
import type { FoundTool } from './examine.ts'

/** Adds `doctor`, which reports what is there of what Briefwright uses, and `fonts`, which does so for scripts. */
export function addDoctorCommand({ command, stdout, finish }: CommandSetting): void {
  const answer = async (findings: readonly FoundTool[]) => {
    const { formatFindings } = await import('./examine.ts')
    stdout.write(formatFindings(findings))
    finish(findings.some(({ state }) => state === 'missing') ? 1 : 0)
  }
  command('doctor', 'say what is there of what Briefwright uses: Node, fonts, pictures, git, room to write', [
    ['doctor', 'for the report in this folder'],
    ['doctor library --libreoffice', 'and whether LibreOffice is there, to look at decks without PowerPoint'],
  ])
    .addArgument(folderArgument())
    .option('--libreoffice', 'look for LibreOffice too')
    .action(async (folder: string | undefined, { libreoffice = false }: { libreoffice?: boolean }) => {
      const { examine } = await import('./examine.ts')
      await answer(await examine(resolve(folder ?? '.'), libreoffice))
    })
  command('fonts', 'say which scripts a report is in, which font file serves each, and what to install', [
    ['fonts', 'for the report in this folder'],
    ['fonts library', 'for that in another'],
  ])
    .addArgument(folderArgument())
    .action(async (folder: string | undefined) => {
      const { examineFonts } = await import('./examine.ts')
      await answer(examineFonts(resolve(folder ?? '.')))
    })
}
