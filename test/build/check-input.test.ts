import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createTools } from '../../src/build/build-tools.ts'
import { checkInput } from '../../src/build/check-input.ts'
import { drawReport } from '../../src/build.ts'
import { starterReport } from '../cli/starter.ts'
import { edit } from '../edit-file.ts'
import { lakeReport, saidOf } from './lake-report.ts'

/** What is told of a report after its documents were drawn. */
async function toldOf(folder: string): Promise<string[]> {
  const tools = createTools()
  try {
    const request = { folder }
    const { value } = await drawReport(request, tools)
    return value ? checkInput([value]).map(({ severity, message }) => `${severity}: ${message}`) : ['nothing']
  } finally {
    await tools.close()
  }
}

/** What is told of the starter with a false word and a typed number in it. */
async function told(severity: string): Promise<string[]> {
  const folder = starterReport()
  edit(folder, 'data/report.yaml', 'language: en', `language: en\n${severity}`)
  edit(
    folder,
    'templates/briefing.md.hbs',
    '## Visits',
    'Visits fell by {{by "visits"}}; 5,000 books are new.\n\n## Visits',
  )
  return toldOf(folder)
}

test('a report says how strictly each kind of check is taken', async () => {
  const word = 'not true: “fell” (fell visits.change@2025) in “Visits fell by 87,000; 5,000 books are new.”'
  const number = 'a number that comes from no figure: 5,000'
  expect(await told('')).toEqual([`error: ${word}`, `error: ${number}`])
  expect(await told('severity: { words: warning, numbers: off }')).toEqual([`warning: ${word}`])
})

test('what no template uses is told only where all of them can be read', async () => {
  const folder = starterReport()
  writeFileSync(join(folder, 'templates/allow.yaml'), '- { text: 99 books, reason: the shelves hold as many }\n')
  expect(await toldOf(folder)).toEqual(['warning: allows nothing: 99 books'])
  edit(folder, 'templates/deck.md.hbs', '# {{geography}} came', '{{#if title}}\n\n# {{geography}} came')
  expect(await toldOf(folder)).toEqual([])
})

test('what stands above and beside figures is held in each language, not in the first alone', async () => {
  const files = (heading: string) => ({
    'data/report.yaml': lakeReport('boats')
      .replace('language: en\n', 'language: en\nlanguages: [en, de]\n')
      .replace('title: The lake', 'title: { en: The lake, de: Der See }')
      .replace('publisher: Harbour office', 'publisher: { en: Harbour office, de: Hafenamt }')
      .replace('geography: The lake', 'geography: { en: The lake, de: Der See }')
      .replace(
        'title: T, publisher: P, cite: C',
        'title: { en: T, de: T }, publisher: { en: P, de: P }, cite: { en: C, de: C }',
      )
      .replace('{ label: boats }', '{ label: { en: boats, de: Boote } }'),
    'data/figures.yaml': `indicators:\n  boats: { label: { en: Boats, de: Boote }, unit: boats, type: stock, observations: [{ period: 2024, value: 240, source: harbour }, { period: 2023, value: 210, source: harbour }] }\n`,
    'templates/deck.md.hbs': '# The lake\n\n## Boats by year\n\n![](chart:columns figures="boats")\n',
    'templates/deck.de.md.hbs': `# ${heading}\n\n## Boote nach Jahr\n\n![](chart:columns figures="boats")\n`,
  })
  expect(await saidOf(files('Die Zahl der Boote ist gestiegen'), ['pptx'])).toEqual([])
  expect(await saidOf(files('Die Zahl der Boote ist gefallen'), ['pptx'])).toEqual([
    'error: a title or caption says “gefallen”, and nothing below it went that way, such as boats@2023',
  ])
})

test('a fault elsewhere makes no title false that the chart below it bears out', async () => {
  const of = (bay: string, was: number, now: number) =>
    `{ category: ${bay}, period: 2024, value: ${now}%, source: harbour }, { category: ${bay}, period: 2023, value: ${was}%, source: harbour }`
  const files = (address: string) => ({
    'data/report.yaml': `${lakeReport('boats')}dimensions:\n  bay: { label: Bay, total: All bays, exhaustive: true, categories: { north: North, south: South, west: West } }\n`,
    'data/figures.yaml': `indicators:\n  sails: { label: Use of sails, unit: percent, type: ratio, denominator: boats, dimensions: [bay], observations: [${of('north', 31.5, 32)}, ${of('south', 45, 52)}, ${of('west', 61, 72)}] }\n`,
    'templates/deck.md.hbs': `# Use of sails grew in every bay\n\n## Share of boats by year and bay\n\n![](chart:dumbbell figures="sails[bay]")\n\n# The same again\n\n## Share of boats by year and bay, as lines\n\n![](${address})\n`,
  })
  expect(await saidOf(files('chart:line figures="sails[bay]"'), ['pptx'])).toEqual([])
  expect(await saidOf(files('chart:line figures="sail[bay]"'), ['pptx'])).toEqual([
    'error: unknown list or indicator: sail[bay]',
  ])
  expect(await saidOf(files('charts/gone.vl.json'), ['pptx'])).toEqual(['error: unknown chart: charts/gone.vl.json'])
})

test('what is wrong on cards is told as strictly as the report says that words are', async () => {
  const told = async (severity: string) => {
    const folder = starterReport()
    edit(folder, 'data/report.yaml', 'language: en', `language: en\n${severity}`)
    const card = ':::key-figures\n{{key-figure "visits" label="per cent of all"}}\n:::\n\n## Visits'
    edit(folder, 'templates/briefing.md.hbs', '## Visits', card)
    return (await toldOf(folder)).filter((one) => one.includes('per cent'))
  }
  expect(await told('')).toEqual([expect.stringMatching(/^error: .* beside a figure that is printed whole: per cent/)])
  expect(await told('severity: { words: warning }')).toEqual([
    expect.stringMatching(/^warning: .* beside a figure that is printed whole: per cent/),
  ])
  expect(await told('severity: { words: off }')).toEqual([])
})
