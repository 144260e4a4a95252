import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { build, verify } from '../../../src/api/api.ts'
import { lakeReport } from '../../build/lake-report.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { editDeck } from './edit-deck.ts'

const card = '\n:::key-figures\n{{key-figure "boats"}}\n{{key-figure "rafts"}}\n:::\n'

it('proves cards of provisional figures that read alike but for their numbers, and a level that is only bounded', async () => {
  const folder = temporaryFolder({
    'data/report.yaml': lakeReport('things'),
    'data/figures.yaml': `indicators:
  boats: { label: Boats, unit: things, type: stock, observations: [{ period: 2024, value: 214600, status: provisional, source: harbour, change: { since: 2023, by: -9300 } }] }
  rafts: { label: Rafts, unit: things, type: stock, observations: [{ period: 2024, value: over 6100, status: provisional, source: harbour, change: { since: 2023, by: -1450 } }] }
`,
    'templates/deck.md.hbs': `# The lake\n${card}`,
    'templates/briefing.md.hbs': `# The lake\n\nOn the lake.\n${card}`,
  })
  const out = join(folder, 'out')
  expect(await build(folder, { out })).toMatchObject({ ok: true })
  const files = readdirSync(out).filter((name) => /\.(?:pptx|pdf)$/.test(name))
  const verified = await verify(
    files.map((name) => join(out, name)),
    { report: folder },
  )
  expect(verified.files.map(({ kind, findings }) => ({ kind, findings }))).toEqual([
    { kind: 'briefing', findings: [] },
    { kind: 'deck', findings: [] },
  ])
})

it('finds a minus that is gone, where no word says it', async () => {
  const folder = temporaryFolder({
    'data/report.yaml': lakeReport('things'),
    'data/figures.yaml': `indicators:
  stock: { label: Change in stocks, unit: things, type: flow, observations: [{ period: 2024, value: -1460, source: harbour }] }
`,
    'templates/deck.md.hbs': '# The lake\n\nStocks changed by {{value "stock"}}.\n',
  })
  const out = join(folder, 'out')
  await build(folder, { out })
  const deck = join(out, readdirSync(out).find((name) => name.endsWith('.pptx')) ?? '')
  const built = readFileSync(deck)
  const verdict = async (from: string, to: string) => {
    writeFileSync(
      deck,
      editDeck(built, (parts) => parts.replace(parts.saying(from), from, to)),
    )
    const { files } = await verify([deck], { report: folder })
    return files.map(({ findings, reworded }) =>
      findings.length > 0 ? 'wrong' : reworded.length > 0 ? 'reworded' : 'proved',
    )
  }
  expect(await verdict('−1,460', '1,460')).toEqual(['wrong'])
  expect(await verdict('−1,460', '-1,460')).toEqual(['proved'])
  expect(await verdict('changed by −1,460', 'fell by 1,460')).toEqual(['reworded'])
})

it.each([
  ['fr', 'Les flottes comptent {a}, contre {b}.'],
  ['en', 'There were {a}, against {b}.'],
  ['de', 'Es waren {a} gegenüber {b}.'],
  ['es', 'Hubo {a}, frente a {b}.'],
])('finds two levels that changed places around a word, in %s', async (language, sentence) => {
  const words = sentence.replace('{a}', '{{value "boats"}}').replace('{b}', '{{value "boats@2023"}}')
  const folder = temporaryFolder({
    'data/report.yaml': lakeReport('boats').replace('language: en', `language: ${language}`),
    'data/figures.yaml': `indicators:
  boats: { label: Boats, unit: boats, type: stock, observations: [{ period: 2024, value: 641, source: harbour }, { period: 2023, value: 521, source: harbour }] }
`,
    'templates/deck.md.hbs': `# {{title}}\n\n${words}\n`,
  })
  const out = join(folder, 'out')
  await build(folder, { out })
  const deck = join(out, readdirSync(out).find((name) => name.endsWith('.pptx')) ?? '')
  const edited = editDeck(readFileSync(deck), (parts) => {
    const part = parts.saying('641')
    for (const [from, to] of [
      ['641', '@@'],
      ['521', '641'],
      ['@@', '521'],
    ] as const)
      parts.replace(part, from, to)
  })
  writeFileSync(deck, edited)
  const { files } = await verify([deck], { report: folder })
  expect(files[0]?.findings.map(({ printed, was }) => [printed, was])).toEqual([
    ['521', '641'],
    ['641', '521'],
  ])
})

it('proves charts as they were built whose names take two lines, in a deck, on its handout and beside its notes', async () => {
  const months = Array.from(
    { length: 14 },
    (_, at) => `${2023 + Math.floor((at + 10) / 12)}-${String(((at + 10) % 12) + 1).padStart(2, '0')}`,
  )
  const pier = (id: string, from: number) =>
    `  ${id.toLowerCase()}: { label: ${id} pier at the lake beside the old market town, unit: boats, type: flow, observations: [${months.map((month, at) => `{ period: ${month}, value: ${from + at * 101}, source: harbour }`).join(', ')}] }\n`
  const list = 'list="piers"'
  const folder = temporaryFolder({
    'data/report.yaml': lakeReport('boats').replace('period: 2024', 'period: 2024-12').replace('2023', '2023-12'),
    'data/figures.yaml': `indicators:\n${pier('Northern', 1100)}${pier('Southern', 2100)}${pier('Eastern', 3100)}${pier('Western', 4100)}lists: { piers: [northern, southern, eastern, western] }\n`,
    'templates/deck.md.hbs': [`multiples ${list} columns=4`, `heat ${list}`]
      .map((call) => `# The lake in ${call.split(' ')[0]}\n\n## Boats\n\n![](chart:${call})\n\n- Boats by pier.\n`)
      .join('\n'),
  })
  const out = join(folder, 'out')
  const built = await build(folder, { out, formats: ['pptx', 'handout', 'notes', 'deck.pdf'] })
  expect(built.diagnostics).toEqual([])
  const files = readdirSync(out).filter((name) => /\.(?:pptx|pdf)$/.test(name))
  const verified = await verify(
    files.map((name) => join(out, name)),
    { report: folder },
  )
  expect(
    verified.files.map(({ file, proved, findings, reworded }) => ({
      file: file.replace(/.*\/lake\./, ''),
      proved,
      findings,
      reworded,
    })),
  ).toEqual(
    ['deck.pdf', 'handout.pdf', 'notes.pdf', 'pptx'].map((file) => ({
      file,
      proved: true,
      findings: [],
      reworded: [],
    })),
  )
})

it('tells a number where the report says that there is none, though another row has it', async () => {
  const folder = temporaryFolder({
    'data/report.yaml': lakeReport('things'),
    'data/figures.yaml': `indicators:
  boats: { label: Boats, unit: things, type: stock, observations: [{ period: 2024, value: 2146, source: harbour }, { period: 2023, value: 2203, source: harbour }] }
  rafts: { label: Rafts, unit: things, type: stock, observations: [{ period: 2024, value: suppressed, source: harbour }, { period: 2023, value: 611, source: harbour }] }
`,
    'templates/deck.md.hbs':
      '# The lake\n\n## Things\n\n:::table[Things]\n{{table "boats rafts" columns="previous value"}}\n:::\n',
    'templates/briefing.md.hbs': '# The lake\n\nThere were {{value "boats"}} boats.\n',
  })
  const out = join(folder, 'out')
  expect(await build(folder, { out })).toMatchObject({ ok: true })
  const file = join(out, 'lake.pptx')
  const edited = editDeck(readFileSync(file), (parts) => parts.replace(parts.saying('[c]'), '[c]', '2,146'))
  writeFileSync(file, edited)
  const verified = await verify([file], { report: folder })
  expect(verified.files.map(({ reworded }) => reworded.map(({ was, is }) => `${was} → ${is}`))).toEqual([
    ['[c] → 2,146'],
  ])
})
