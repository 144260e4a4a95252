import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Present } from '../../../src/living/run-refresh.ts'
import { present, refresh } from '../reports.ts'

/** A report in Chinese with a chart of three years, as a source prints their numbers. */
const files = (numbers: readonly string[], guests: readonly string[] = []) => ({
  'data/report.yaml': `id: lake
title: 湖
publisher: 港务处
geography: 湖区
period: 2024
comparison: 2023
released: 2025-01-15
language: zh
units:
  people: { label: 人, said: true }
sources:
  harbour: { kind: primary, title: 年报, publisher: 港务处, cite: 港务处年报 }
`,
  'data/figures.yaml': `indicators:
  visitors:
    label: 游客人数
    unit: people
    type: flow
    observations:
${rows(numbers)}
${guests.length > 0 ? `  guests:\n    label: 住宿人数\n    unit: people\n    type: flow\n    observations:\n${rows(guests)}` : ''}
`,
  'templates/theme.yaml': `fallback:
  - regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'
`,
  'templates/deck.md.hbs': `# 湖区游客\n## 湖区游客人数，2022年至2024年\n\n![](${guests.length > 0 ? 'chart:multiples figures="visitors, guests"' : 'chart:columns figures="visitors"'})\n`,
})

const rows = (numbers: readonly string[]) =>
  numbers.map((number, index) => `      - { period: ${2022 + index}, value: ${number}, source: harbour }`).join('\n')

const deckOf = (...numbers: string[]): Promise<Present> => build(files(numbers))

async function build(report: Readonly<Record<string, string>>): Promise<Present> {
  const folder = mkdtempSync(join(tmpdir(), 'briefwright-test-'))
  try {
    for (const [name, content] of Object.entries(report)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), content)
    }
    symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'))
    return await present(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const chartPart = 'ppt/charts/chart1.xml'
const workbookPart = 'ppt/embeddings/Microsoft_Excel_Worksheet1.xlsx'

/** What the chart draws: its values, and the format by which each point's label says its own. */
function drawn(deck: Uint8Array) {
  const chart = strFromU8(unzipSync(deck)[chartPart] ?? new Uint8Array())
  const values = /<c:val>.*?<\/c:val>/s.exec(chart)?.[0] ?? ''
  const labels = [...chart.matchAll(/<c:dLbl>.*?<\/c:dLbl>/gs)].map(([label]) => label)
  return {
    values: [...values.matchAll(/<c:v>([^<]*)/g)].map((match) => match[1]),
    cellFormat: unquoted(/<c:formatCode>([^<]*)/.exec(values)?.[1]),
    labels: labels.map((label) => unquoted(/<c:numFmt formatCode="([^"]*)/.exec(label)?.[1]) ?? texts(label)),
    sizes: [...new Set(labels.flatMap((label) => [...label.matchAll(/ sz="(\d+)"/g)].map((match) => match[1])))],
  }
}

const texts = (xml: string) => [...xml.matchAll(/<a:t>([^<]*)/g)].map((match) => match[1]).join('')
const unquoted = (format: string | undefined) => format?.replaceAll('&quot;', '"')

/** The numbers in the sheet behind the chart, as their formats show them. */
function cells(deck: Uint8Array): string[] {
  const workbook = unzipSync(unzipSync(deck)[workbookPart] ?? new Uint8Array())
  const [sheet, styles] = ['xl/worksheets/sheet1.xml', 'xl/styles.xml'].map((name) =>
    strFromU8(workbook[name] ?? new Uint8Array()),
  )
  const formats = new Map(
    [...(styles ?? '').matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g)].map((match) => [
      match[1],
      unquoted(match[2]),
    ]),
  )
  const looks = [...(/<cellXfs.*<\/cellXfs>/s.exec(styles ?? '')?.[0] ?? '').matchAll(/<xf numFmtId="(\d+)"/g)]
  return [...(sheet ?? '').matchAll(/<c r="B\d+"(?: s="(\d+)")?><v>([^<]*)/g)].map(
    ([, style, value]) => `${value} ${formats.get(looks[Number(style)]?.[1] ?? '') ?? 'General'}`,
  )
}

/** The deck with edits in its chart and in the workbook behind it, as PowerPoint makes both. */
function edited(
  deck: Uint8Array,
  inChart: (xml: string) => string,
  inSheet: (xml: string) => string = (xml) => xml,
): Uint8Array {
  const parts = unzipSync(deck)
  const workbook = unzipSync(parts[workbookPart] ?? new Uint8Array())
  const sheet = 'xl/worksheets/sheet1.xml'
  const change = (bytes: Uint8Array | undefined, by: (xml: string) => string) => {
    const xml = strFromU8(bytes ?? new Uint8Array())
    if (by(xml) === xml && by !== inSheet) throw new Error('nothing was edited')
    return strToU8(by(xml))
  }
  workbook[sheet] = change(workbook[sheet], inSheet)
  return zipSync({ ...parts, [chartPart]: change(parts[chartPart], inChart), [workbookPart]: zipSync(workbook) })
}

describe('a chart that counts in 万', { timeout: 300_000 }, () => {
  let built: Present
  beforeAll(async () => {
    built = await deckOf('9210万', '9360万', '9480万')
  }, 120_000)

  test('says so in the formats of its labels and cells', () => {
    expect(drawn(built.bytes)).toMatchObject({
      values: ['9210', '9360', '9480'],
      labels: ['0', '0', '0"万人"'],
    })
    expect(cells(built.bytes)).toEqual(['9210 0"万"', '9360 0"万"', '9480 0"万"'])
  })

  test('counts in 亿 where the report does so now, in the deck as in a build', async () => {
    const now = await deckOf('1.18亿', '1.21亿', '1.25亿')
    const { bytes, entries } = refresh(built.bytes, now)
    expect(drawn(bytes ?? built.bytes)).toEqual(drawn(now.bytes))
    expect(drawn(now.bytes)).toMatchObject({
      values: ['1.18', '1.21', '1.25'],
      labels: ['0.00', '0.00', '0.00"亿人"'],
    })
    expect(cells(bytes ?? built.bytes)).toEqual(cells(now.bytes))
    expect(entries.filter(({ kind }) => kind === 'settle')).toEqual([])
    const again = refresh(bytes ?? built.bytes, built)
    expect(drawn(again.bytes ?? built.bytes)).toEqual(drawn(built.bytes))
    expect(cells(again.bytes ?? built.bytes)).toEqual(cells(built.bytes))
  })

  test('keeps what a colleague has edited, in the unit of now', async () => {
    const swap = (from: string, to: string) => (xml: string) => xml.replaceAll(from, to)
    const theirs = edited(
      built.bytes,
      (xml) =>
        swap(
          '<c:v>9360</c:v>',
          '<c:v>9400</c:v>',
        )(xml).replaceAll(/(<c:dLbls>.*<\/c:dLbls>)/gs, (labels) => labels.replaceAll(/ sz="\d+"/g, ' sz="2200"')),
      swap('<v>9360</v>', '<v>9400</v>'),
    )
    const now = await deckOf('1.18亿', '1.21亿', '1.25亿')
    const { bytes, entries } = refresh(theirs, now)
    expect(drawn(bytes ?? theirs)).toMatchObject({
      values: ['1.18', '0.94', '1.25'],
      labels: drawn(now.bytes).labels,
      sizes: ['2200'],
    })
    expect(cells(bytes ?? theirs)).toEqual(['1.18 0.00"亿"', '0.94 0.00"亿"', '1.25 0.00"亿"'])
    expect(entries.filter(({ kind }) => kind === 'settle').map(({ message }) => message)).toEqual([
      expect.stringContaining('“0.94” was typed at “2023年”'),
    ])
  })

  test('keeps words that a colleague has written at a point, and asks for them', async () => {
    const typed = '<c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>约9400万</a:t></a:r></a:p></c:rich></c:tx>'
    const theirs = edited(built.bytes, (xml) =>
      xml.replace(/(<c:dLbl><c:idx val="1"\/>)<c:numFmt[^>]*\/>/, `$1${typed}`),
    )
    const { bytes, entries } = refresh(theirs, await deckOf('1.18亿', '1.21亿', '1.25亿'))
    expect(drawn(bytes ?? theirs).labels).toEqual(['0.00', '约9400万', '0.00"亿人"'])
    expect(entries.filter(({ kind }) => kind === 'settle').map(({ message }) => message)).toEqual([
      '游客人数: the label “约9400万” was written by hand, and its value is another now',
    ])
  })

  test('counts so where the report was of plain numbers before', async () => {
    const plain = await deckOf('4700', '5100', '5600')
    expect(drawn(plain.bytes).values).toEqual(['4700', '5100', '5600'])
    const { bytes } = refresh(plain.bytes, built)
    expect(drawn(bytes ?? plain.bytes)).toEqual(drawn(built.bytes))
    expect(cells(bytes ?? plain.bytes)).toEqual(cells(built.bytes))
  })
})

/** The values of each native chart of a deck, as their XML. */
function panelValues(bytes: Uint8Array): string[] {
  const parts = unzipSync(bytes)
  const panels = Object.keys(parts).filter((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name))
  return panels.map((name) => /<c:val>.*?<\/c:val>/s.exec(strFromU8(parts[name] ?? new Uint8Array()))?.[0] ?? '')
}

const numbersIn = (xml: string) => [...xml.matchAll(/<c:v>([^<]*)/g)].map((match) => match[1])

test('panels without labels of an axis count as the one that has them', async () => {
  const report = files(['1850万', '1960万', '1900万'], ['310万', '380万', '395万'])
  const third = `  boats:\n    label: 游船人数\n    unit: people\n    type: flow\n    observations:\n${rows(['670万', '750万', '735万'])}\n`
  const { bytes } = await build({
    ...report,
    'data/figures.yaml': `${report['data/figures.yaml']}${third}`,
    'templates/deck.md.hbs': report['templates/deck.md.hbs'].replace('visitors, guests', 'visitors, guests, boats'),
  })
  expect(panelValues(bytes).map(numbersIn)).toEqual([
    ['1850', '1960', '1900'],
    ['310', '380', '395'],
    ['670', '750', '735'],
  ])
})

test('panels of one scale count in one unit', { timeout: 300_000 }, async () => {
  const { bytes } = await build(files(['9210万', '9360万', '9480万'], ['8800万', '1.21亿', '1.25亿']))
  const values = panelValues(bytes)
  expect(values.map(numbersIn)).toEqual([
    ['0.921', '0.936', '0.948'],
    ['0.88', '1.21', '1.25'],
  ])
  expect(values.map((xml) => unquoted(/<c:formatCode>([^<]*)/.exec(xml)?.[1]))).toEqual(['0.000"亿"', '0.00"亿"'])
})
