import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { examine, examineFonts, formatFindings } from '../../src/doctor/examine.ts'
import { starterReport } from '../cli/starter.ts'
import { edit } from '../edit-file.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const lines = async (folder: string, libreoffice = false) =>
  formatFindings(await examine(folder, libreoffice)).split('\n')

it('finds what a report uses', async () => {
  const said = await lines(starterReport())
  expect(said).toContain(`ok       Node      ${process.versions.node}`)
  expect(said).toContainEqual(expect.stringMatching(/^ok +report +library-visits, \d+ figures$/))
  expect(said).toContainEqual(expect.stringMatching(/^ok +fonts +.*Arimo_400Regular\.ttf/))
  expect(said).toContainEqual(expect.stringMatching(/^ok +pictures /))
  expect(said.join('\n')).not.toContain('LibreOffice')
})

it('says what is missing, and for what', async () => {
  const folder = starterReport()
  edit(folder, 'data/report.yaml', 'title:', 'titel:')
  expect(await lines(folder)).toContainEqual(expect.stringMatching(/^missing +report +.*briefwright check/))
  const empty = temporaryFolder({ 'templates/theme.yaml': 'fonts: { body: { files: { regular: ./gone.ttf } } }\n' })
  const said = await lines(empty)
  expect(said).toContainEqual(expect.stringMatching(/^without +report +none in .*briefwright init/))
  expect(said).toContainEqual(expect.stringMatching(/^missing +fonts /))
})

it('says of each script of a report which font serves it, or what to install', async () => {
  const folder = starterReport()
  edit(folder, 'templates/deck.md.hbs', '# ', '# 图书馆 ')
  expect(await lines(folder)).toContainEqual(
    expect.stringMatching(/^without +Chinese +no font for 图书馆.*: npm install @expo-google-fonts\/noto-sans-sc, /),
  )
  const theme = join(folder, 'templates/theme.yaml')
  const [said = ''] = (await lines(folder)).filter((line) => /^without +Chinese/.test(line))
  // As it is said, it can be copied.
  const font = `${/fallback: .*\]/.exec(said)?.[0]}\n`
  writeFileSync(theme, font + (existsSync(theme) ? readFileSync(theme, 'utf8') : ''))
  expect(await lines(folder)).toContainEqual(expect.stringMatching(/^ok +Chinese +NotoSansSC_400Regular\.ttf$/))
  const fonts = formatFindings(examineFonts(folder)).split('\n')
  expect(fonts).toHaveLength(3)
  expect(fonts[0]).toMatch(/^ok +fonts +.*arimo\/400Regular\/Arimo_400Regular\.ttf/)
  expect(fonts[1]).toMatch(/^ok +Chinese +.*noto-sans-sc\/400Regular\/NotoSansSC_400Regular\.ttf$/)
})

it('says what is not done without a program that is not there', async () => {
  vi.stubEnv('PATH', [temporaryFolder(), temporaryFolder()].join(delimiter))
  const said = await lines(temporaryFolder(), true)
  vi.unstubAllEnvs()
  expect(said).toContainEqual(expect.stringMatching(/^without +git +diff, --since and edition/))
  expect(said).toContainEqual(expect.stringMatching(/^without +LibreOffice +it shows decks/))
})
