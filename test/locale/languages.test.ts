import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished, test } from 'vitest'

const project = join(import.meta.dirname, '../..')

test('a language whose words are missing does not compile, and the compiler names the places', ({ expect }) => {
  const folder = mkdtempSync(join(tmpdir(), 'languages-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  cpSync(join(project, 'src'), join(folder, 'src'), { recursive: true })
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'))
  const list = join(folder, 'src/locale/languages.ts')
  writeFileSync(list, readFileSync(list, 'utf8').replace("['en', ", "['en', 'tlh', "))
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ extends: join(project, 'tsconfig.json'), files: ['src/locale/get-locale.ts'], include: [] }),
  )
  expect(compile(folder)).toMatch(/get-locale\.ts.*'tlh' is missing in type.*Words/)
})

/** What the compiler prints. */
function compile(folder: string): string {
  try {
    return execFileSync(process.execPath, [join(project, 'node_modules/typescript/bin/tsc'), '-p', folder], {
      encoding: 'utf8',
    })
  } catch (error) {
    return String((error as { stdout?: unknown }).stdout)
  }
}
