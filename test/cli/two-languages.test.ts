import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { edit } from '../edit-file.ts'
import { readPptx } from '../pptx.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { repository, runHere } from './run-command.ts'

/** A report in English and Chinese of which the Chinese deck says less, as translations do. */
const files = {
  'data/report.yaml': `id: lake
title: { en: The lake, zh: 湖 }
publisher: { en: Harbour office, zh: 港务处 }
geography: { en: The lake, zh: 湖区 }
period: 2024
comparison: 2023
released: 2025-01-15
language: en
languages: [en, zh]
edition: 7
units:
  people: { label: { en: people, zh: 人 }, said: { zh: true } }
speakers:
  liu: { name: { en: Liu Yulin, zh: 刘郁林 }, role: { en: Director, zh: 主任 } }
sources:
  harbour: { kind: primary, title: { en: Annual report, zh: 年报 }, publisher: { en: Harbour office, zh: 港务处 }, cite: { en: 'Harbour office, annual report', zh: 港务处年报 } }
`,
  'data/figures.yaml': `indicators:
  visitors:
    label: { en: Visitors, zh: 游客人数 }
    unit: people
    type: flow
    observations:
      - { period: 2024, value: 24.8 million, source: harbour, speaker: liu, change: { since: 2023, by: 1.2 million } }
      - { period: 2023, value: 23.6 million, source: harbour }
      - { period: 2022, value: 22.1 million, source: harbour }
  guests:
    label: { en: Guests, zh: 住宿人数 }
    unit: people
    type: flow
    observations:
      - { period: 2024, value: 4700, source: harbour }
`,
  'templates/theme.yaml': `fallback:
  - regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'
`,
  'templates/deck.md.hbs': `# {{value "visitors"}} people came

- Visitors rose by {{by "visitors"}} to {{value "visitors"}}
- {{value "guests"}} stayed[^1]

[^1]: Counted at the pier.

# Visitors grew each year
## Visitors to the lake, 2022 to 2024

![](chart:columns figures="visitors")
`,
  'templates/deck.zh.md.hbs': `# 游客{{value "visitors"}}

- **增减。**游客增长{{by "visitors"}}，达{{value "visitors"}}

# 游客逐年增长
## 湖区游客人数，2022年至2024年

![](chart:columns figures="visitors")
`,
  'templates/briefing.md.hbs': `# {{title}}

{{#lang "zh"}}游客增长{{by "visitors"}}，达{{value "visitors"}}（{{value "visitors" lang="en"}}）。{{else}}Visitors rose by {{by "visitors"}} to {{value "visitors"}} ({{value "visitors" lang="zh"}}).{{/lang}}
`,
}

/** Writes the report into a folder; its packages are the project's. */
function writeLake(folder: string): string {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'))
  return folder
}

/** What a command says in a folder, and its exit code. */
async function run(folder: string, ...args: string[]): Promise<{ code: number | null; said: string }> {
  const { code, stdout, stderr } = await runHere(args, { cwd: folder })
  return { code, said: stdout + stderr }
}

/** The texts and names of objects on the slides of a deck. */
function slidesOf(folder: string, deck: string) {
  return readPptx(readFileSync(join(folder, 'out', deck))).slides.map(({ texts, shapes }) => ({
    texts: texts.join('\n').replaceAll('\u00a0', ' '),
    names: shapes.map(({ name }) => name),
  }))
}

const documents = ['lake.en.pdf', 'lake.en.pptx', 'lake.zh.pdf', 'lake.zh.pptx']
const paths = documents.map((name) => join('out', name))

describe('every command on a report in two languages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'briefwright-test-'))
  beforeAll(async () => {
    writeLake(folder)
    expect(await run(folder, 'build')).toMatchObject({ code: 0 })
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('build makes both, and verify proves each in its own language', async () => {
    expect(readdirSync(join(folder, 'out')).filter((name) => /\.(pdf|pptx)$/.test(name))).toEqual(documents)
    const { code, said } = await run(folder, 'verify', ...paths)
    expect(said.match(/: proved; /g)).toHaveLength(4)
    expect(code).toBe(0)
    const [, chart] = slidesOf(folder, 'lake.zh.pptx')
    expect(chart?.names).toContain('图表：columns')
  })

  it('check looks at all, and with --parity says what a translation forgot', async () => {
    const { code, said } = await run(folder, 'check', '--parity')
    expect(code).toBe(0)
    expect(said.match(/warning: .*/g)).toEqual([
      'warning: the deck in zh lacks the figure guests@2024',
      'warning: the deck in zh lacks a footnote',
    ])
    expect(await run(folder, 'check', '--lang', 'zh')).toMatchObject({ code: 0 })
    const { said: refused } = await run(folder, 'check', '--lang', 'en,fr')
    expect(refused.match(/error: .*/g)).toEqual([
      expect.stringMatching(/^error: missing: title in fr, and \d+ other texts$/),
    ])
  })

  it('trace says a figure, its places and its speaker in the language asked for', async () => {
    expect((await run(folder, 'trace', 'visitors')).said).toContain('said by Liu Yulin')
    const { said } = await run(folder, 'trace', 'visitors', '--lang', 'zh')
    expect(said).toContain('visitors@2024  2480万人')
    expect(said).toContain('said by 刘郁林')
    expect(said).toContain('slide 1  标题 (text): 2480万人')
  })

  it('new figures reach both by refresh; diff says what they change', async () => {
    const next = writeLake(temporaryFolder())
    await run(next, 'build')
    edit(next, 'data/figures.yaml', 'value: 24.8 million', 'value: 24.9 million')
    edit(next, 'data/figures.yaml', 'by: 1.2 million', 'by: 1.3 million')
    expect((await run(next, 'diff', folder, '--lang', 'zh')).said).toContain(
      'visitors@2024         2480万人 → 2490万人',
    )
    const { code, said } = await run(next, 'verify', 'out/lake.zh.pptx')
    expect(code).toBe(1)
    expect(said).toContain('changed: 2480万, was 2490万')
    for (const language of ['en', 'zh'])
      expect(await run(next, 'refresh', `out/lake.${language}.pptx`)).toMatchObject({ code: 0 })
    expect(slidesOf(next, 'lake.zh.pptx')[0]?.texts).toContain('增减。游客增长130万人，达2490万人')
    expect(slidesOf(next, 'lake.en.pptx')[0]?.texts).toContain('Visitors rose by 1.3 million to 24.9 million')
    expect(await run(next, 'verify', 'out/lake.en.pptx', 'out/lake.zh.pptx')).toMatchObject({ code: 0 })
  })

  it('edition moves both on, and lists what is to be written for each', async () => {
    const next = writeLake(temporaryFolder())
    const { code, said } = await run(next, 'edition', '8')
    expect(code).toBe(0)
    expect(said).toContain('period: 2024 → 2025')
    expect(said).toContain('visitors: 24.8 million people, 1.2 million people in 2024')
    const { said: missing } = await run(next, 'check')
    expect(missing).toMatch(/visitors/)
  })

  it('fonts says which file serves Chinese', async () => {
    expect((await run(folder, 'fonts')).said).toMatch(/^ok +Chinese +.*NotoSansSC_400Regular\.ttf$/m)
  })
})
