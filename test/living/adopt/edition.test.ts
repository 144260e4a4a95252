import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLog } from '../../../src/console/log.ts'
import { readDataset } from '../../../src/dataset/read/read.ts'
import { runEdition } from '../../../src/edition/run-edition.ts'
import { runAdopt } from '../../../src/living/adopt/run-adopt.ts'
import { runRefresh } from '../../../src/living/run-refresh.ts'
import { editDeck } from '../../trust/verify/edit-deck.ts'
import { writeNextYear } from '../next-year.ts'
import { createDeckWriter } from './hand-made-deck.ts'

const folder = mkdtempSync(join(tmpdir(), 'briefwright-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let said = ''
let slides: string[] = []
let charts: string[][] = []
let master = ''
let labels: string[] = []
beforeAll(async () => {
  cpSync('src/init/starter', folder, { recursive: true })
  const report = join(folder, 'data/report.yaml')
  writeFileSync(report, readFileSync(report, 'utf8').replace('released:', 'edition: 12\nreleased:'))
  writeFileSync(
    join(folder, 'data/ferries.yaml'),
    'indicators:\n  ferries: { label: Ferries, unit: visits, type: flow, observations: [{ period: 2025, value: 4311, source: annual-return }, { period: 2024, value: 4207, source: annual-return }] }\n',
  )
  const deck = createDeckWriter(readDataset(folder), 'en')
  deck.slide('The library in 2025')
  deck.lines('For the council, 12 March 2026; founded in 1908')
  deck.lines('The 12th report, of 10 February 2026; as of 31 December 2025')
  deck.slide('Visits and members in 2025')
  deck.lines(
    'In 2025 visits numbered {visits@2025}, up {visits.change@2025} since 2024.',
    'Members: {members@2025} (2024: {members@2024})',
    'Loans of 2025: {loans@2025}',
    'The roof cost 1.2 million in 2025.',
    'Visits numbered {visits@2025}, of which 71.5% by regulars, in room 12',
    'Ferries in 2025: {ferries@2025}; ferries in 2024: {ferries@2024}',
  )
  deck.slide('Visits by year')
  const years = ['2023', '2024', '2025']
  deck.chart('bar', 'Visits, thousand', [
    { name: 'Visits', points: years.map((year): [string, string] => [year, `{visits@${year}|e3}`]) },
  ])
  deck.slide('Visits and members')
  deck.table([
    ['', '2024', '2025'],
    ['Visits', '{visits@2024}', '{visits@2025}'],
    ['Members', '{members@2024}', '{members@2025}'],
  ])
  deck.slide('Visits and buses')
  deck.table([
    ['', '2024', '2025'],
    ['Visits', '{visits@2024}', '{visits@2025}'],
    ['Buses', '4,711', '4,902'],
  ])
  deck.slide('Visits and buses, by year')
  deck.chart('bar', 'Thousand', [
    { name: 'Visits', points: years.map((year): [string, string] => [year, `{visits@${year}|e3}`]) },
    { name: 'Buses', points: years.map((year, at): [string, string] => [year, `47${at}`]) },
  ])
  const file = join(folder, 'talk.pptx')
  writeFileSync(file, withLabels((await deck.write()).bytes))
  const log = createLog('text', { write: () => {} }, {})
  const common = { file, folder, language: undefined, isDryRun: false, format: 'text' } as const
  runAdopt({ ...common, period: undefined, overwrites: false }, log)
  await runEdition({ folder, edition: 'next', period: undefined, comparison: undefined, released: undefined }, log)
  writeNextYear(folder)
  ;({ said } = await runRefresh({ ...common, out: undefined, keepsFormer: false }, log))
  const parts = unzipSync(new Uint8Array(readFileSync(file)))
  const words = (name: string) =>
    strFromU8(parts[name] ?? new Uint8Array())
      .replace(/<\/a:p>|<\/c:v>/g, '\n')
      .replace(/<[^>]*>/g, '')
  slides = [1, 2, 3, 4, 5].map((number) => words(`ppt/slides/slide${number}.xml`))
  labels = words(chartNames(parts)[0] ?? '').match(/\S*m(?=\n)/g) ?? []
  master = words('ppt/slideMasters/slideMaster1.xml')
  charts = chartNames(parts).map((name) => words(name).match(/\d{3,4}(?=\n)/g) ?? [])
})

/** In order: PptxGenJS numbers the charts of all decks of a process on. */
function chartNames(parts: object): string[] {
  const numbers = Object.keys(parts).flatMap((name) => /^ppt\/charts\/chart(\d+)\.xml$/.exec(name)?.[1] ?? [])
  return numbers.sort((a, b) => Number(a) - Number(b)).map((number) => `ppt/charts/chart${number}.xml`)
}

/** A label in a box of its own over the last bar, one typed at the bar before it, and words on the master. */
function withLabels(deck: Uint8Array): Uint8Array {
  const box = (name: string, words: string) =>
    `<p:sp><p:nvSpPr><p:cNvPr id="90" name="${name}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="7000000" y="1500000"/><a:ext cx="600000" cy="300000"/></a:xfrm></p:spPr><p:txBody><a:bodyPr/><a:p><a:r><a:t>${words}</a:t></a:r></a:p></p:txBody></p:sp></p:spTree>`
  return editDeck(deck, (parts) => {
    parts.replace('ppt/slides/slide3.xml', '</p:spTree>', box('Label', '1,284'))
    const typed = `<c:dLbl><c:idx val="1"/><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>1.2m</a:t></a:r></a:p></c:rich></c:tx></c:dLbl>`
    parts.replace(chartNames(unzipSync(deck))[0] ?? '', '<c:dLbls>', `<c:dLbls>${typed}`)
    parts.replace('ppt/slideMasters/slideMaster1.xml', '</p:spTree>', box('Band', 'Visits in 2025: 1.284 million'))
  })
}

describe('last year’s deck, made by hand and adopted, after the edition has moved on', () => {
  it('says this year’s figures with this year’s dates', () => {
    expect(slides[0]).toContain('The library in 2026')
    expect(slides[1]).toContain('Visits and members in 2026')
    expect(slides[1]).toContain('In 2026 visits numbered 1.301 million, up 17,000 since 2025.')
    expect(slides[1]).toContain('Members: 98,100 (2025: 96,400)')
    expect(slides[1]).toContain('Loans of 2026: 2.505 million')
  })

  it('says its own release, edition and last day', () => {
    expect(slides[0]).toContain('The 13th report, of 10 February 2027; as of 31 December 2026')
  })

  it('says this year’s figures over its charts and on its master', () => {
    expect(slides[2]).toMatch(/\n\s*1,301\n/)
    expect(labels).toEqual(['1.3m'])
    expect(master).toContain('Visits in 2026: 1.301 million')
  })

  it('keeps dates of its own, and tells of numbers that no figure says', () => {
    expect(slides[0]).toContain('For the council, 12 March 2026; founded in 1908')
    expect(slides[1]).toContain('The roof cost 1.2 million in 2025.')
    expect(said).toContain('no figures that are known: 1.2 million; they stay as they are, and so does the date')
    expect(slides[1]).toContain('Visits numbered 1.301 million, of which 71.5% by regulars, in room 12')
    expect(said).toContain('no figures that are known: 71.5%; they stay as they are')
  })

  it('leaves a text to its dates where one of its figures has none of this year', () => {
    expect(slides[1]).toContain('Ferries in 2025: 4,311; ferries in 2024: 4,207')
    expect(said).toContain('no figures of now for ferries@2025: they stay as they are')
  })

  it('moves the categories of its charts and the heads of its tables on with their figures', () => {
    expect(charts[0]?.slice(0, 6)).toEqual(['2024', '2025', '2026', '1197', '1284', '1301'])
    expect(slides[3]).toMatch(/2025\s*2026\s*Visits\s*1\.284 million\s*1\.301 million\s*Members\s*96,400\s*98,100/)
  })

  it('leaves a table and a chart whole in which numbers that nobody knows stand by dates, and says so', () => {
    expect(slides[4]).toMatch(/2024\s*2025\s*Visits\s*1\.197 million\s*1\.284 million\s*Buses\s*4,711\s*4,902/)
    expect(charts[1]?.slice(0, 6)).toEqual(['2023', '2024', '2025', '1088', '1197', '1284'])
    expect(said).toContain('no figures that are known: 4,711, 4,902; the table stays as it is')
    expect(said).toContain('not all figures of now are there: the chart stays as it is')
  })
})
