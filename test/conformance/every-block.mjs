// The PDFs of a report that has every kind of block: briefing, slides, handouts and notes; on A4, and justified and bound on Letter.
// And those of one in many scripts, with fonts beside the theme's own, from right to left too.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const command = join(here, '../../dist/briefwright.cjs')

const builds = [
  { out: 'scripts', from: 'every-script', flags: ['--to', 'pptx,pdf,deck.pdf,notes', '--handout', '3'] },
  { out: 'a4', flags: ['--to', 'pdf,deck.pdf,notes', '--handout', '3'] },
  { out: 'a4-one', flags: ['--handout', '1', '--grey'] },
  {
    out: 'letter',
    flags: ['--to', 'pdf', '--handout', '9'],
    theme: 'page: { size: Letter, justify: true, binding: 18 }\n',
  },
]

/** Builds them into a temporary folder; their paths. */
export function writeEveryBlock() {
  const folder = mkdtempSync(join(tmpdir(), 'briefwright-'))
  return builds.flatMap(({ out, from = 'every-block', flags, theme }) => {
    const report = join(folder, `report-${out}`)
    cpSync(join(here, from), report, { recursive: true })
    cpSync(join(here, '../fonts'), join(report, 'fonts'), { recursive: true })
    if (theme) writeFileSync(join(report, 'templates/theme.yaml'), theme)
    execFileSync(process.execPath, [command, 'build', report, '--out', join(folder, out), ...flags], { stdio: 'pipe' })
    return readdirSync(join(folder, out))
      .filter((name) => /\.(pdf|pptx)$/.test(name))
      .map((name) => join(folder, out, name))
  })
}
