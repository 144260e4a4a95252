import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createTools } from '../../src/build/build-tools.ts'
import { readReport } from '../../src/build/read/read-report.ts'
import { runBuild, runWatch } from '../../src/command/build/run-build.ts'
import { runBuildCheck } from '../../src/command/build/run-build-check.ts'
import { runCheck } from '../../src/command/build/run-check.ts'
import { createLog } from '../../src/console/log.ts'
import { runVerify } from '../../src/verify/run-verify.ts'
import { edit } from '../edit-file.ts'
import { copyRegions } from '../fixtures.ts'
import { readPdf } from '../pdf.ts'
import { readPptx } from '../pptx.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { lakeReport } from './lake-report.ts'

function order(folder: string, more: Partial<Parameters<typeof runBuild>[0]> = {}) {
  const out = join(folder, 'out')
  const asked = { folder, out }
  return { ...asked, overwrites: false, isFailFast: false, ...more }
}

async function run<Order>(
  command: (order: Order, log: ReturnType<typeof createLog>) => Promise<boolean>,
  asked: Order,
) {
  let told = ''
  const log = createLog('text', { write: (text: string) => (told += text) }, {})
  const went = await command(asked, log)
  return { went, told }
}

it('makes a report for each category of a dimension, each as it is made and proved alone', async () => {
  const folder = copyRegions()
  const { went, told } = await run(runBuild, order(folder))
  expect(told).toMatch(/3 of 3 variants\n$/)
  expect(went).toBe(true)
  expect(readdirSync(join(folder, 'out')).sort()).toEqual(['islands', 'north', 'south'])
  const names = ['home-internet.islands.pdf', 'home-internet.islands.pptx', 'manifest.json', 'trace.json']
  expect(readdirSync(join(folder, 'out/islands')).sort()).toEqual(names)
  const pdf = await readPdf(readFileSync(join(folder, 'out/islands/home-internet.islands.pdf')))
  expect(pdf.pages[0]?.text).toContain('In the Islands 550,000 homes have internet, up 30,000 on 2023.')
  expect(pdf.pages[0]?.text).toContain('Ships carry the cables there.')
  const { slides } = readPptx(readFileSync(join(folder, 'out/north/home-internet.north.pptx')))
  expect(slides[0]?.texts).toContain('Internet at home in the North')
  expect(slides[1]?.texts.join('\n')).toMatch(/The North: 4\.50\smillion\shomes have internet/)

  const alone = join(folder, 'alone')
  await run(runBuild, order(folder, { out: alone, only: ['islands'] }))
  const differing = names.filter(
    (name) => !readFileSync(join(alone, 'islands', name)).equals(readFileSync(join(folder, 'out/islands', name))),
  )
  expect(differing).toEqual([])
  const compared = await run(runBuildCheck, order(folder))
  expect(compared.told).toMatch(/islands: \S+islands: 3 of 3 files as this build makes them\n3 of 3 variants\n$/)

  const files = ['north', 'islands'].map((id) => join(folder, `out/${id}/home-internet.${id}.pptx`))
  const asked = { files, folder, language: undefined, format: 'text' as const, accepts: false }
  const { verdict, said } = await runVerify(asked, createLog('text', { write: () => {} }, {}))
  expect(verdict, said).toBe('proved')
  const renamed = join(folder, 'talk.pptx')
  copyFileSync(files[1] ?? '', renamed)
  const talk = await runVerify({ ...asked, files: [renamed] }, createLog('text', { write: () => {} }, {}))
  expect(talk.verdict, talk.said).toBe('proved')
  const page = join(folder, 'page.pdf')
  copyFileSync(join(folder, 'out/islands/home-internet.islands.pdf'), page)
  let warned = ''
  await runVerify({ ...asked, files: [page] }, createLog('text', { write: (text) => (warned += text) }, {}))
  expect(warned).toMatch(/warning: \S+page\.pdf is held against north: --variant names another/)
  const other = await runVerify({ ...asked, variant: 'south' }, createLog('text', { write: () => {} }, {}))
  expect(other.verdict).toBe('not proved')
})

it('names the variant that fails, makes the others, and stops where that is asked for', async () => {
  const folder = copyRegions()
  edit(folder, 'data/homes.csv', 'share,south,2024,93.1%,survey\n', '')
  const { went, told } = await run(runBuild, order(folder))
  expect(went).toBe(false)
  expect(told).toContain('error: no observation: share[south] in 2024')
  expect(told).toContain('south: failed: ')
  expect(told).toMatch(/2 of 3 variants; failed: south\n$/)
  expect(existsSync(join(folder, 'out/islands/home-internet.islands.pdf'))).toBe(true)
  expect(existsSync(join(folder, 'out/south'))).toBe(false)
  const fast = await run(runBuild, order(folder, { out: join(folder, 'fast'), isFailFast: true }))
  expect(fast.told).toMatch(/1 of 3 variants; failed: south; 1 not begun\n$/)
})

it('checks every variant, and tells once what is wrong with several', async () => {
  const folder = copyRegions()
  edit(folder, 'templates/briefing.md.hbs', 'homes there;', 'homes there; it doubled;')
  const { went, told } = await run(runCheck, order(folder))
  expect(went).toBe(true)
  expect(told.match(/held to no figure: doubled/g)).toHaveLength(1)
  expect(told).toContain('islands: 1 warning: ')
})

it('warns of no digits of a category’s id, and of no number in words in the language of another variant', async () => {
  const boats = (period: number, category: string, value: number) =>
    `{ period: ${period}, category: ${category}, value: ${value}, source: harbour }`
  const inBoth = (text: string) =>
    text.replace(/(title|publisher|geography|label|total|cite|0-9|10-plus): ([^,}{\n]+)/g, '$1: { en: $2, de: $2 }')
  const folder = temporaryFolder({
    'data/report.yaml': inBoth(`${lakeReport('boats')}languages: [en, de]
dimensions: { age: { label: Age, total: All ages, categories: { 0-9: Up to nine years, 10-plus: Ten years and over } } }
variants: { each: [age, language] }
`),
    'data/figures.yaml': `indicators:
  boats: { label: { en: Boats, de: Boote }, unit: boats, type: stock, dimensions: [age], observations: [${[boats(2024, '0-9', 200), boats(2023, '0-9', 100), boats(2024, '10-plus', 80), boats(2023, '10-plus', 40)].join(', ')}] }
`,
    'templates/deck.md.hbs':
      '# {{title}}\n\n{{#lang "de"}}Die Zahl der Boote hat sich verdoppelt, auf {{value "boats[variant]"}}.{{else}}Boats doubled, to {{value "boats[variant]"}}.{{/lang}}\n',
  })
  const { told } = await run(runCheck, order(folder))
  expect(told).not.toMatch(/warning:/)
  expect(told).toMatch(/4 of 4 variants/)
})

it('makes a report for each row of a table, in its language, with what its columns say', async () => {
  const chinese = "fallback:\n  - regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'\n"
  const rows = 'id,region,language,reader\nade,south,zh,Ms Ade\nbo,north,en,Mr Bo\n'
  const folder = copyRegions({ 'list.csv': rows, 'templates/theme.yaml': chinese })
  edit(folder, 'data/report.yaml', 'languages: [en]', 'languages: [en, zh]')
  edit(
    folder,
    'data/report.yaml',
    "title: { en: 'Internet at home in {region}'",
    "title: { en: 'For {reader}: {region}'",
  )
  const variants = { each: [], table: join(folder, 'list.csv') }
  edit(folder, 'templates/briefing.md.hbs', '# {{title}}', '# {{title}}\n\n{{variant "reader"}}\n')
  const asked = { ...order(folder, { variants, formats: ['md'] }) }
  const { went, told } = await run(runBuild, asked)
  expect(went, told).toBe(true)
  const markdown = readFileSync(join(folder, 'out/ade/home-internet.ade.briefing.md'), 'utf8')
  expect(markdown).toContain('# 南部家庭互联网')
  expect(markdown).toContain('Ms Ade')
  expect(readFileSync(join(folder, 'out/bo/home-internet.bo.briefing.md'), 'utf8')).toContain('# For Mr Bo: the North')
})

it('holds the words of a table, and those given to a partial, to the figures beside them', async () => {
  const folder = copyRegions({ 'list.csv': 'id,region,trend\nup,islands,rose\ndown,north,fell\nhome,south,rose\n' })
  mkdirSync(join(folder, 'templates/partials'))
  const said = '{{variant "trend"}} to {{value "connected[variant]"}}'
  writeFileSync(join(folder, 'templates/partials/said.md.hbs'), 'Homes {{words}} to {{value "connected[variant]"}}.\n')
  edit(
    folder,
    'templates/briefing.md.hbs',
    '# {{title}}\n',
    `# {{title}}\n\nHomes with internet in {{variant "region"}} ${said}.\n\n{{> said words="shrank"}}\n\n{{value "connected[north]"}} homes have internet in {{variant "region"}}.\n`,
  )
  const { told } = await run(runCheck, order(folder, { variants: { each: [], table: join(folder, 'list.csv') } }))
  const ofVariant = (id: string) => told.split(/^\S+: failed: .*\n/m).find((_, at) => ['up', 'down', 'home'][at] === id)
  expect(ofVariant('down')).toContain('not true: “fell”')
  expect(told.match(/not true: “rose”/)).toBeNull()
  expect(told.match(/not true: “shrank”/g)).toHaveLength(3)
  expect(ofVariant('home')).toContain('the sentence says the South, and prints another figure: connected[north]@2024')
})

it('tells a value that the variant does not have, in templates, titles and references', async () => {
  const folder = copyRegions()
  edit(folder, 'templates/deck.md.hbs', '{{capital (variant "region")}}', '{{variant "reigon"}}')
  expect((await run(runCheck, order(folder, { only: ['north'] }))).told).toContain(
    'error: no value of the variant: reigon\n',
  )
  edit(folder, 'data/report.yaml', "home in {region}'", "home in {place}'")
  expect((await run(runCheck, order(folder, { only: ['north'] }))).told).toContain(
    'error: no value of the variant: {place} in the title of the report',
  )
  edit(folder, 'data/report.yaml', 'variants:\n  each: [region]\n', '')
  edit(folder, 'data/report.yaml', "home in {place}'", "home'")
  const { told } = await run(runCheck, order(folder))
  expect(told).toContain('error: no variant: [variant]')
  expect(told).toContain('error: the report has no variants: region')
})

it('watches one variant only', async () => {
  const { went, told } = await run((asked, log) => runWatch(asked, log, AbortSignal.abort()), order(copyRegions()))
  expect(went).toBe(false)
  expect(told).toBe('error: the report has several variants, and a watch builds one\n  hint: name it with --variant\n')
})

it('in a language that is asked for, is the variant of that language', () => {
  const folder = copyRegions()
  edit(folder, 'data/report.yaml', 'languages: [en]', 'languages: [en, zh]')
  edit(folder, 'data/report.yaml', 'each: [region]', 'each: [region, language]')
  const { value } = readReport({ folder, languages: ['zh'] }, createTools())
  expect(value?.dataset.variant?.id).toBe('north-zh')
  expect(value?.locale.language).toBe('zh')
})
