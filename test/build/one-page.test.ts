import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { formatDiagnostic } from '../../src/diagnostic.ts'
import { runVerify } from '../../src/verify/run-verify.ts'
import { readPdf } from '../pdf.ts'
import { lakeReport, makeFiles } from './lake-report.ts'

const files = {
  'data/report.yaml': lakeReport('people'),
  'data/figures.yaml': `indicators:
  visitors:
    label: Visitors
    unit: people
    type: flow
    observations:
      - { period: 2024, value: 24.8 million, source: harbour, change: { since: 2023, by: 1.2 million } }
`,
  'templates/briefing.md.hbs': '# {{title}}\n\n{{value "visitors"}} people came, {{change "visitors"}}.\n',
}
const page = '# The lake, in short\n\n- {{change "visitors" since=true}}: more people than before.\n'

const make = (template: string, formats?: readonly ['pdf']) =>
  makeFiles({ ...files, 'templates/one-page.md.hbs': template }, formats)

it('is made beside the briefing where it has a template, and proved by verify', async () => {
  const { folder, value, diagnostics } = await make(page)
  expect(diagnostics).toEqual([])
  expect(value?.documents.map(({ name }) => name)).toEqual(['lake.pdf', 'lake.one-page.pdf'])
  const made = value?.documents[1]
  if (!made) throw new Error('no page')
  const { pages } = await readPdf(Buffer.from(made.bytes))
  expect(pages).toHaveLength(1)
  expect(pages[0]?.text).toContain('up 1.2 million on 2023: more people than before.')
  const file = join(folder, made.name)
  writeFileSync(file, made.bytes)
  const order = { files: [file], folder, language: undefined, format: 'text', accepts: false } as const
  const silent = { diagnostic: () => {}, say: () => {}, progress: () => {}, made: () => {}, built: () => {} }
  expect(await runVerify(order, silent)).toMatchObject({ verdict: 'proved' })
  expect((await make(page, ['pdf'])).value?.documents.map(({ name }) => name)).toEqual(['lake.pdf'])
})

it('is told by verify from a deck that says the same on more slides, and so are its handout and notes', async () => {
  const slide = (title: string) =>
    `# ${title}\n\n:::key-figures\n{{key-figure "visitors"}}\n:::\n\n:::notes\nEs waren {{value "visitors"}}.\n:::\n\n`
  const { folder, value } = await makeFiles(
    {
      ...files,
      'data/report.yaml': `${files['data/report.yaml'].replace('language: en', 'language: de')}edition: 3\n`,
      'templates/deck.md.hbs': ['Der See', 'Die Boote', 'Der Hafen', 'Die Gäste'].map(slide).join(''),
      'templates/briefing.md.hbs': '# {{title}}\n\n{{value "visitors"}} kamen.\n',
      'templates/one-page.md.hbs': '# {{title}}\n\n:::key-figures\n{{key-figure "visitors"}}\n:::\n\nDas ist alles.\n',
    },
    ['one-page', 'handout', 'notes'],
  )
  const made = value?.documents ?? []
  expect(made.map(({ name }) => name)).toEqual(['lake.handout.pdf', 'lake.notes.pdf', 'lake.one-page.pdf'])
  for (const { name, bytes } of made) writeFileSync(join(folder, name), bytes)
  const order = {
    files: made.map(({ name }) => join(folder, name)),
    folder,
    language: undefined,
    format: 'text',
  } as const
  const said: string[] = []
  const listening = {
    diagnostic: () => {},
    say: (text: string) => said.push(text),
    progress: () => {},
    made: () => {},
    built: () => {},
  }
  const { verdict } = await runVerify({ ...order, accepts: false }, listening)
  expect([verdict, ...said]).toEqual(['proved', ...said])
})

it('fails when it does not fit, with its file', async () => {
  const { value, diagnostics } = await make(
    page + 'Much is left to say of the lake, its boats and its harbour.\n\n'.repeat(80),
  )
  expect(value).toBeUndefined()
  expect(diagnostics.map(formatDiagnostic)).toEqual([
    expect.stringMatching(
      /^templates\/one-page\.md\.hbs:1:1: error: too long for one page: \d pages, from “Much is left to say of the lake[^”]*” on/,
    ),
  ])
})

it('has its text larger than other pages where that leaves it one page', async () => {
  const sizeOf = async (template: string) => {
    const { value } = await make(template)
    const { pages } = await readPdf(Buffer.from(value?.documents[1]?.bytes ?? []))
    return pages[0]?.texts.find(({ text }) => text.includes('more people'))?.size
  }
  expect(await sizeOf(page)).toBeCloseTo(11.5)
  expect(await sizeOf(page + 'Much is left to say of the lake, its boats and its harbour.\n\n'.repeat(30))).toBeCloseTo(
    10,
  )
})
