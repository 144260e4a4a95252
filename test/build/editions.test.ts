import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { createTools } from '../../src/build/build-tools.ts'
import { compareEditions } from '../../src/build/parity.ts'
import { drawEditions, makeReport } from '../../src/build.ts'
import { formatDiagnostic } from '../../src/diagnostic.ts'
import { outlineStructure, readPdf } from '../pdf.ts'
import { readPptx } from '../pptx.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const report = `id: lake
title: { en: The lake, zh: 湖 }
publisher: { en: Harbour office, zh: 港务处 }
geography: { en: The lake, zh: 湖区 }
period: 2024
comparison: 2023
released: 2025-01-15
language: en
languages: [en, zh]
units:
  people: { label: { en: people, zh: 人 }, said: { zh: true } }
sources:
  harbour: { kind: primary, title: { en: T, zh: 年报 }, publisher: { en: P, zh: 港务处 }, cite: { en: C, zh: 港务处年报 } }
`
const figures = `indicators:
  visitors:
    label: { en: Visitors, zh: 游客人数 }
    unit: people
    type: flow
    observations:
      - period: 2024
        value: 24.8 million
        source: harbour
        change: { since: 2023, by: 1.2 million }
`
const theme = `fallback:
  - regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'
`
const files = {
  'data/report.yaml': report,
  'data/figures.yaml': figures,
  'templates/theme.yaml': theme,
  'templates/deck.md.hbs': '# {{value "visitors"}} people came\n\n- {{change "visitors" since=true}}\n',
  'templates/deck.zh.md.hbs': '# 游客{{value "visitors"}}\n\n- **增减。**{{change "visitors" since=true}}\n',
  'templates/briefing.md.hbs':
    '# {{title}}\n\n{{#lang "zh"}}游客{{value "visitors"}}（{{value "visitors" lang="en"}}）{{else}}{{value "visitors"}} people{{/lang}}\n',
}

const getRequest = (folder: string) => ({ folder })

async function make(folder: string, languages?: string[]) {
  const tools = createTools()
  try {
    return await makeReport({ ...getRequest(folder), languages }, tools)
  } finally {
    await tools.close()
  }
}

describe('a report in two languages', () => {
  it('is made in both by one build', async () => {
    const { value, diagnostics } = await make(temporaryFolder(files))
    expect(diagnostics.map(formatDiagnostic)).toEqual([])
    const made = [...(value?.documents ?? []), ...(value?.records ?? [])]
    expect(made.map(({ name }) => name)).toEqual([
      ...['lake.en.pptx', 'lake.en.pdf', 'lake.zh.pptx', 'lake.zh.pdf'],
      ...['trace.en.json', 'trace.zh.json', 'manifest.json'],
    ])
    const getBytes = (name: string) => made.find((one) => one.name === name)?.bytes ?? new Uint8Array()
    const [slide] = readPptx(getBytes('lake.zh.pptx')).slides
    expect(slide?.texts).toContain('游客2480万人')
    expect(slide?.texts).toContain('增减。较2023年增长120万人')
    const names = slide?.shapes.map(({ name }) => name) ?? []
    expect(names.slice(0, 2)).toEqual(['装饰线', '标题'])
    const [page] = (await readPdf(getBytes('lake.zh.pdf'))).pages
    expect(page?.text).toContain('第1页，共1页')
    expect(page?.structure && outlineStructure(page.structure)).toContain('Span lang="en"')
  })

  it('is made in one of them where that is asked for', async () => {
    const { value } = await make(temporaryFolder(files), ['zh'])
    expect(value?.documents.map(({ name }) => name)).toEqual(['lake.zh.pptx', 'lake.zh.pdf'])
  })

  it('wants templates and texts in each', async () => {
    const { 'templates/deck.md.hbs': _, 'templates/briefing.md.hbs': __, ...others } = files
    const { diagnostics } = await make(temporaryFolder(others))
    expect(diagnostics.map(({ message, expected }) => `${message}; ${expected}`)).toEqual([
      'no templates: templates/deck.md.hbs, templates/briefing.md.hbs; one for all languages, or templates/deck.en.md.hbs, templates/briefing.en.md.hbs',
    ])
    const untold = { ...files, 'data/figures.yaml': figures.replace('{ en: Visitors, zh: 游客人数 }', 'Visitors') }
    const { diagnostics: faults } = await make(temporaryFolder(untold))
    expect(faults.map(({ message, place }) => `${place?.line}: ${message}`)).toEqual(['3: missing: label in zh'])
  })

  it('is compared: what one says and the other does not', async () => {
    const lacking = { ...files, 'templates/deck.zh.md.hbs': '# 游客{{value "visitors"}}\n' }
    const tools = createTools()
    const { value = [] } = await drawEditions(getRequest(temporaryFolder(lacking)), tools)
    await tools.close()
    expect(compareEditions(value).map(formatDiagnostic)).toEqual([
      'templates/deck.md.hbs:3:1: warning: the deck in zh lacks the figure visitors.change@2024',
    ])
  })

  it('has all that is lacked in one place said in one warning', async () => {
    const rows = ['visitors@2024', 'visitors@2023', 'visitors.change@2024', 'visitors.rate@2024']
      .map((key) => `| ${key.includes('@2023') ? '2023' : '2024'} | {{value "${key}"}} |\n`)
      .join('')
    const lacking = {
      ...files,
      'templates/deck.md.hbs': `# People came\n\n| Year | Visitors |\n|---|---|\n${rows}`,
      'templates/deck.zh.md.hbs': '# 游客\n\n- 湖\n',
    }
    const tools = createTools()
    const { value = [] } = await drawEditions(getRequest(temporaryFolder(lacking)), tools)
    await tools.close()
    expect(compareEditions(value).map(({ message, place }) => `${place?.line} ${message}`)).toEqual([
      '3 the deck in zh lacks the figure visitors@2024, the figure visitors@2023, the figure visitors.change@2024 and 2 more',
    ])
  })

  it('has a language named that it does not speak reported', async () => {
    const foreign = {
      ...files,
      'templates/briefing.md.hbs': '# {{title}}\n\n{{value "visitors" lang="fr"}}\n{{#lang "xx"}}a{{/lang}}\n',
    }
    const { diagnostics } = await make(temporaryFolder(foreign))
    expect(diagnostics.map(({ message }) => message)).toContain('unknown language: xx')
    const onlyHelper = { ...files, 'templates/briefing.md.hbs': '# {{title}}\n\n{{value "visitors" lang="fr"}}\n' }
    const { diagnostics: faults } = await make(temporaryFolder(onlyHelper))
    expect(faults.map(({ message }) => message)).toEqual(['no language of the report: fr'])
  })
})

it('sets Chinese text of slides flush on both sides where the theme asks for it, and English never', async () => {
  const folder = temporaryFolder({
    ...files,
    'templates/theme.yaml': `${theme}slide:\n  justify: true\n`,
    'templates/deck.md.hbs':
      '# Lake\n\n{{#lang "zh"}}港务处年报说游客多了。{{else}}More people came than the year before.{{/lang}}\n',
    'templates/deck.zh.md.hbs': '# 湖\n\n港务处年报说游客多了。\n',
  })
  const { value, diagnostics } = await make(folder)
  const decks = value?.documents.filter(({ format }) => format === 'pptx') ?? []
  const flush = decks.map(({ bytes }) =>
    strFromU8(unzipSync(bytes)['ppt/slides/slide1.xml'] ?? new Uint8Array()).includes('algn="just"'),
  )
  expect([decks.map(({ name }) => name), flush, diagnostics.filter(({ severity }) => severity === 'error')]).toEqual([
    ['lake.en.pptx', 'lake.zh.pptx'],
    [false, true],
    [],
  ])
})
