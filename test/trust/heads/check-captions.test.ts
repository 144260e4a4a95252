import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createTools, type Tools } from '../../../src/build/build-tools.ts'
import { checkInput } from '../../../src/build/check-input.ts'
import { drawReport } from '../../../src/build.ts'
import { createMemory, settling } from '../../../src/memory/memory.ts'
import { lakeReport, saidOf } from '../../build/lake-report.ts'

/** A copy of each report that is changed, with tools that remember what a change leaves as it was. */
const copies = new Map<string, { folder: string; tools: Tools }>()
afterAll(async () => {
  for (const { folder, tools } of copies.values()) {
    await tools.close()
    rmSync(folder, { recursive: true, force: true })
  }
})

function copyOf(report: string) {
  const known = copies.get(report)
  if (known) return known
  const copy = { folder: mkdtempSync(join(tmpdir(), 'briefwright-test-')), tools: createTools(createMemory()) }
  cpSync(report, copy.folder, { recursive: true })
  copies.set(report, copy)
  return copy
}

/** What is said of a report when one text in one of its files is another. */
async function told(report: string, file: string, from: string, to: string, language = 'en'): Promise<string[]> {
  const { folder, tools } = copyOf(report)
  const path = join(folder, file)
  const text = readFileSync(path, 'utf8')
  expect(text).toContain(from)
  writeFileSync(path, text.replace(from, to))
  const request = { folder, languages: [language] }
  const { value, diagnostics } = await settling(tools.memory, () => drawReport(request, tools))
  const found = value ? checkInput([value]) : diagnostics
  writeFileSync(path, text)
  return [...new Set(found.map(({ severity, message }) => `${severity}: ${message}`))]
}

const starter = (file: string, from: string, to: string) => told('src/init/starter', file, from, to)
const briefing = 'templates/briefing.md.hbs'
const table = ':::table[Visits by branch]'
const chart = '"Visits a year, all branches"'

test.each([
  [
    table,
    ':::table[Loans by branch]',
    'the caption says Loans, and no figure below it is of that, such as central-visits@2024',
  ],
  [
    chart,
    '"Visits to all branches by month"',
    'the caption says by month, and every figure below it is of a longer time, such as visits@2019',
  ],
  [chart, '"Members a year"', 'the caption says Members, and no figure below it is of that, such as visits@2019'],
  [
    chart,
    '"Visits to all branches, 2012"',
    'the caption says 2012, and no figure below it is of that time, such as visits@2019',
  ],
  [
    table,
    ':::table[Visits by branch, 2023 and 2025]',
    'the caption says 2023, and no figure below it is of that time, such as central-visits@2024',
  ],
  [
    chart,
    '"Visits per 1,000 people, all branches"',
    'the caption says “per 1,000”, and no figure below it is in that, such as visits@2019',
  ],
  [
    table,
    ':::table[Visits by branch (thousand)]',
    'the caption says “thousand”, and no number below it is printed so, such as 588,000 (central-visits@2024)',
  ],
  [
    table,
    ':::table[Visits by branch, yuan]',
    'the caption says “yuan”, and no number below it is printed so, such as 588,000 (central-visits@2024)',
  ],
  [
    table,
    ':::table[Visits by branch, smallest first]',
    'the caption says “smallest first”, and nothing below it is in that order',
  ],
  [
    table,
    ':::table[Visits by branch, in alphabetical order]',
    'the caption says “alphabetical”, and nothing below it is in that order',
  ],
  [
    chart,
    '"Visits a year since 2012, all branches"',
    'the caption says 2012, and the first figure below it is of 2019',
  ],
  [
    chart,
    '"Visits from 2012 to 2025, all branches"',
    'the caption says 2012, and the first figure below it is of 2019',
  ],
  [
    chart,
    '"Share of visits, all branches"',
    'the caption says a share, and every figure below it is a level, such as visits@2019',
  ],
  [
    chart,
    '"Visits to all branches in months"',
    'the caption says “months”, and no figure below it is in that, such as visits@2019',
  ],
  [
    chart,
    '"Visits in euros by year"',
    'the caption says “euros”, and no figure below it is in that, such as visits@2019',
  ],
  [
    chart,
    '"Visits a year, megawatt-hours, all branches"',
    'the caption says “megawatt-hours”, and no figure below it is in that, such as visits@2019',
  ],
])('a caption that is not true of what stands below it: %s → %s', async (from, to, message) => {
  expect(await starter(briefing, from, to)).toEqual([`error: ${message}`])
})

test('the title of a report says which way things went, and the number of its edition', async () => {
  const of = (to: string) => starter('data/report.yaml', 'subtitle: Visits, members and loans', to)
  expect(await of('subtitle: Members are down')).toEqual([
    expect.stringContaining('the subtitle of the report: not true'),
  ])
  expect(await of('subtitle: Members are up')).toEqual([])
  expect(await of('subtitle: 8th survey of the library\nedition: 9')).toEqual([
    'error: the subtitle says 8th, and the report is edition 9: “8th survey of the library”',
  ])
  expect(await of('subtitle: 9th survey, after the 8th\nedition: 9')).toEqual([])
})

const cards = '{{#each lists.key-figures}}\n{{key-figure this}}\n{{/each}}'
const rows = '{{table "branches" columns="previous value change rate" sort="value" head="Branch"}}'
const end = '## Definitions and checks'
const cells = (central: string, harbour: string) => `| | Visits, 2025 | Visits, 2024 |
|---|---|---|
| Central | {{value "${central}"}} | {{value "central-visits@2024"}} |
| Harbour | {{value "${harbour}"}} | {{value "harbour-visits@2024"}} |`

test.each([
  [
    cards,
    '{{key-figure "visits" label="Digital loans"}}\n{{key-figure "members"}}',
    ['the card says Digital loans, and no figure below it is of that, such as visits@2025'],
  ],
  [
    cards,
    '- {{value "central-visits"}}\\\n  Harbour\\\n  in the year\n{{key-figure "members"}}',
    ['the card says Harbour, and no figure below it is of that, such as central-visits@2025'],
  ],
  [
    cards,
    '- {{value "visits"}}\\\n  Visits\\\n  in 2023\n{{key-figure "members"}}',
    ['the card says 2023, and no figure below it is of that time, such as visits@2025'],
  ],
  [
    rows,
    cells('central-visits', 'northfield-visits'),
    ['the heads of a cell say Harbour; Visits, 2025, and its figure is northfield-visits@2025'],
  ],
  [
    rows,
    `| | Level | Change |
|---|---|---|
| Central | {{value "central-visits"}} | {{change "central-visits"}} |
| Loans | {{value "loans"}} | {{change "visits"}} |`,
    ['the heads of a cell say Loans; Change, and its figure is visits.change@2025'],
  ],
  [
    cards,
    '- {{value "visits"}}\\\n  Visits\\\n  {{change "loans"}}\n{{key-figure "members"}}',
    ['the card says Visits down 50,000, and its figure is loans.change@2025'],
  ],
  [
    end,
    `### Harbour\n\nThere were {{value "central-visits"}} in the year.\n\n${end}`,
    ['the heading says Harbour, and no figure below it is of that, such as central-visits@2025'],
  ],
  [
    ':::note[How loans are counted]\n{{definition "loans"}}',
    ':::note[Harbour]\nThere were {{value "central-visits"}} in the year.',
    ['the heading says Harbour, and no figure below it is of that, such as central-visits@2025'],
  ],
  [
    '![](charts/visits.vl.json',
    '![The loans of each year](charts/visits.vl.json',
    ['the alternative text says Loans, and no figure below it is of that, such as visits@2019'],
  ],
  [
    chart,
    '"Visits to all branches, 2012, visits"',
    ['the caption says 2012, and no figure below it is of that time, such as visits@2019'],
  ],
  [
    rows,
    `| | % of visits |
|---|---|
| Central | {{value "central-visits"}} |
| Harbour | {{value "harbour-visits"}} |`,
    ['the head says a share, and every figure below it is a level, such as central-visits@2025'],
  ],
  [
    rows,
    `| | Visits |
|---|---|
| Central | {{value "central-visits"}} |
| Harbour | {{value "harbour-visits"}} |
| Total | {{value "northfield-visits"}} |`,
    ['the heads of a cell say Total; Visits, and its figure is northfield-visits@2025'],
  ],
  [
    rows,
    `| | Visits |
|---|---|
| Central | {{value "central-visits"}} |
| Harbour | {{value "harbour-visits"}} |
| Average of the branches | {{value "visits"}} |`,
    ['the heads of a cell say Average of the branches; Visits, and its figure is visits@2025'],
  ],
  [
    '![](charts/visits.vl.json',
    '![Visits, which fell from 2020 to 2025](charts/visits.vl.json',
    ['a title or caption says “fell”, and nothing below it went that way, such as visits@2019'],
  ],
  [
    cards,
    '- {{by "loans"}}\\\n  more loans than a year earlier\n{{key-figure "members"}}',
    [
      'not true: “more” (rose loans@2024 loans@2025) in “more loans than a year earlier”',
      'a title or caption says “more”, and nothing below it went that way, such as loans.change@2025',
    ],
  ],
  [
    '![](charts/visits.vl.json',
    '![](chart:line figures="visits" note="2024: The highest of all" "Visits")\n\n![](charts/visits.vl.json',
    ['a note on the chart says “highest”, and visits@2024 is not'],
  ],
])('what is not true of the figure beside or below it: %s → %s', async (from, to, messages) => {
  expect(await starter(briefing, from, to)).toEqual(messages.map((message) => `error: ${message}`))
})

const ages =
  ':::table[Readers by age (thousand)]{#by-age}\n{{table "readers" rows="age" columns="period" short=true scale="thousand"}}'
const byAge = (total: string) => `:::table[Readers by age]{#by-age}
| | Readers |
|---|---|
| 16 to 34 | {{value "readers[16-34]"}} |
| Total | {{value "${total}"}} |`

test('a total is of all', async () => {
  const survey = (to: string) => told('examples/survey', briefing, ages, to)
  expect(await survey(byAge('readers[60-plus]'))).toEqual([
    'error: the heads of a cell say Total; Readers, and its figure is readers[60-plus]@2025',
  ])
  expect(await survey(byAge('readers'))).toEqual([])
})

test.each([
  [cards, '{{key-figure "visits" label="All branches"}}\n{{key-figure "members"}}'],
  [cards, '- {{value "visits"}}\\\n  Visits\\\n  more than in 2023\n{{key-figure "members"}}'],
  [rows, cells('central-visits', 'harbour-visits')],
  [end, `### Harbour\n\nOf {{value "visits"}} in the year {{value "harbour-visits"}} were here.\n\n${end}`],
  [end, `### Loans\n\nThe doors opened {{value "visits"}} times.\n\n${end}`],
  ['![](charts/visits.vl.json', '![Visits in each year](charts/visits.vl.json'],
  [rows, '| | Change |\n|---|---|\n| Loans | ▼ {{by "loans"}} |\n| Visits | ▲ {{by "visits"}} |'],
  ['![](charts/visits.vl.json', '![Visits, which rose from 2020 to 2025](charts/visits.vl.json'],
])('what is true of it: %s → %s', async (from, to) => {
  expect(await starter(briefing, from, to)).toEqual([])
})

test.each([
  [table, ':::table[Visitors to each branch, 2025 beside 2024]'],
  [table, ':::table[Visits by branch, 2024]'],
  [table, ':::table[How busy the doors were]'],
  [table, ':::table[Visits by branch, largest first]'],
  [chart, '"Visits a year since 2019, all branches"'],
  [chart, '"Visits a year against the mean of 2012–2018, all branches"'],
  [chart, '"Change in visits a year, all branches"'],
  [table, ':::table[How often the smallest first-time readers came, by branch]'],
  [
    `${table}{#branches}\n{{table "branches"`,
    `:::table[Visits by branch, thousand]{#branches}\n{{table "branches" scale="thousand"`,
  ],
  [chart, '"Visits a year, and what members had to do with it"'],
  [chart, '"Visits a year (visits)"'],
  [chart, '"Visits to all branches in months without snow"'],
  [chart, '"Visits have risen again in years"'],
  ['"Digital share of loans, all branches"', '"Digital loans of all loans in per cent"'],
  ['"Digital share of loans, all branches"', '"Digital loans of all loans, in per cent"'],
])('a caption that is: %s → %s', async (from, to) => {
  expect(await starter(briefing, from, to)).toEqual([])
})

test('the whole of a dimension may be called as another indicator is', async () => {
  const part = (id: string, value: string) => `${id},,2024,${value},harbour\n${id},bay,2024,${value},harbour\n`
  const said = await saidOf({
    'data/report.yaml': `${lakeReport('boats')}dimensions: { place: { label: Place, total: All boats, categories: { bay: Bay } } }\n`,
    'data/figures.yaml':
      'indicators:\n  boats: { label: Boats, unit: boats, type: stock, dimensions: [place], observations: [] }\n  price: { label: Mean price, unit: EUR, type: ratio, dimensions: [place], observations: [] }\n',
    'data/figures.csv': `indicator,category,period,value,source\n${part('boats', '70')}${part('price', '41.5')}`,
    'templates/briefing.md.hbs': '# Lake\n\n{{table "price" rows="place" columns="indicator"}}\n',
  })
  expect(said).toEqual([])
})

test('the place of the report may be called as one of its categories is: nights in Austria, also of guests from there', async () => {
  const rows = ['', 'own', 'abroad'].map((home, at) => `nights,${home},2024,${[900, 400, 500][at]},harbour\n`).join('')
  const said = (caption: string) =>
    saidOf({
      'data/report.yaml': `${lakeReport('nights').replace('geography: The lake', 'geography: Austria')}dimensions: { home: { label: Home, total: All guests, categories: { own: Austria, abroad: Abroad } } }\n`,
      'data/figures.yaml':
        'indicators:\n  nights: { label: Nights, unit: nights, type: flow, dimensions: [home], observations: [] }\n',
      'data/figures.csv': `indicator,category,period,value,source\n${rows}`,
      'templates/briefing.md.hbs': `# Lake\n\n:::table[${caption}]\n{{table "nights" columns="value" head="Guests"}}\n:::\n`,
    })
  expect(await said('Nights in Austria')).toEqual([])
  expect(await said('Nights of guests from Austria')).toEqual([
    'error: the caption says Austria, and every figure below it is of all of home',
  ])
  expect(await said('Nights of guests from abroad')).toEqual([
    'error: the caption says abroad, and every figure below it is of all of home',
  ])
})

test('what figures are broken down by is not what a caption says that they are', async () => {
  const survey = (to: string) => told('examples/survey', 'templates/deck.md.hbs', 'by age, {{geography}}: change', to)
  expect(await survey('by region, {{geography}}: change')).toEqual([
    'error: the heading says by region, and the figures below it are by age',
  ])
  expect(await survey('by age, {{geography}}, in each region: change')).toEqual([])
})

test('a caption of a chart is held to the order along its axis, and to what its bars are', async () => {
  const ranking = (caption: string, more = '') =>
    starter(briefing, '## Loans', `![](chart:ranking list="branches" ${more} "${caption}")\n\n## Loans`)
  expect(await ranking('Visits by branch, largest first')).toEqual([])
  expect(await ranking('Visits by branch, smallest first')).toEqual([
    'error: the caption says “smallest first”, and nothing below it is in that order',
  ])
  expect(await ranking('Visits by branch, alphabetical')).toEqual([
    'error: the caption says “alphabetical”, and nothing below it is in that order',
  ])
  expect(await ranking('Change in visits by branch')).toEqual([
    'error: the caption says a change, and every figure below it is a level, such as central-visits@2025',
  ])
  expect(await ranking('Change in visits by branch', 'measure=change')).toEqual([])
})

test('the line below a slide’s title is the caption of its chart', async () => {
  expect(await starter('templates/deck.md.hbs', '## Visits a year, all branches', '## Members a year')).toEqual([
    'error: the heading says Members, and no figure below it is of that, such as visits@2019',
  ])
})

test('a scale in a caption is that of the numbers that a chart by name prints', async () => {
  const visits = '![](charts/visits.vl.json "Visits a year, all branches")'
  const named = (caption: string) => starter(briefing, visits, `![](chart:columns list="visits" "${caption}")`)
  const wrong = await named('Visits a year (billion)')
  expect(wrong).toContain('error: the caption says “billion”, and no figure below it is in that, such as visits@2019')
  expect((await named('Visits a year (million)')).filter((one) => one.includes('million'))).toEqual([])
})

test.each([
  [
    '"axis": null',
    '"axis": { "title": "Members" }',
    'the title says Members, and no figure below it is of that, such as visits@2019',
  ],
  [
    '"axis": null',
    '"axis": { "title": "In all (%)" }',
    'the title says “%”, and no figure below it is in that, such as visits@2019',
  ],
])('a title in a chart’s spec: %s → %s', async (from, to, message) => {
  const said = await starter('templates/charts/visits.vl.json', from, to)
  expect(said).toContain(`error: ${message}`)
})

test('a number in words in a chart’s title is held to what the chart shows', async () => {
  const titled = (title: string) =>
    starter('templates/charts/visits.vl.json', '"layer": [', `"title": "${title}",\n  "layer": [`)
  expect(await titled('Visits have more than doubled since 2020')).toEqual([])
  expect(await titled('Visits are more than half of what they were in 2019')).toEqual([])
  expect((await titled('Visits have more than tripled since 2020')).join()).toContain('not true: “tripled”')
})

test.each([
  ['Members (thousand)', 'thousand'],
  ['Members, in thousand', 'thousand'],
  ['Members (%)', '%'],
  ['Members (yuan)', 'yuan'],
  ['Members (people)', undefined],
  ['Members (with a card)', undefined],
])('a label with a unit: %s', async (label, unit) => {
  const said = await starter('data/figures.yaml', 'label: Members', `label: "${label}"`)
  expect(said).toEqual(
    unit === undefined ? [] : [`error: the label says “${unit}”, and its figures are in people, each in its own scale`],
  )
})

test('figures of places that are parts of nothing are those of what the caption names', async () => {
  const caption = await told(
    'test/reports/bicycles',
    briefing,
    'Trajets par quartier',
    'Nombre de trajets par quartier',
    'fr',
  )
  expect(caption).toEqual([])
})

test('the axis of a share says what it is a share of', async () => {
  const said = await told('test/fixtures/regions', 'templates/charts/regions.vl.json', '"sort": null', '"sort": "-x"')
  expect(said.filter((one) => one.includes('says'))).toEqual([])
})

test('a row may be of a category whose name holds that of another indicator', async () => {
  const said = await told(
    'examples/survey',
    'data/figures.yaml',
    'short: Books a reader',
    'short: Books a reader\n    said: 16 to 34',
  )
  expect(said.filter((one) => one.includes('no figure below it'))).toEqual([])
})

test('the base of an index is no time of its figures', async () => {
  expect(await told('examples/prices', briefing, '2020 = 100', '2020 = 100')).toEqual([])
})

test('a quarter without a year is one of those below the caption', async () => {
  const company = (to: string) =>
    told('examples/company', briefing, 'figures="revenue" "Revenue by quarter"', `figures="revenue" every=year "${to}"`)
  expect(await company('Revenue in the fourth quarter')).toEqual([])
  expect(await company('Revenue in third quarters')).toEqual([
    'error: the caption says Q3, and no figure below it is of that time, such as revenue@2024-Q4',
  ])
})

test.each([
  ['in 2024', ['error: the title says 2024, and the report is on 2025: “Larkhaven City Library in 2024”']],
  [
    'in the third quarter of 2024',
    [
      'error: the title says the third quarter of 2024, and the report is on 2025: “Larkhaven City Library in the third quarter of 2024”',
    ],
  ],
  ['since 2024', []],
  ['in 2024/25', []],
  ['in 2024 and 2025', []],
  ['on the way to 2030', []],
  ['a century after 1925', []],
])('a report’s title that an edition left behind: %s', async (time, found) => {
  expect(await starter('data/report.yaml', 'Larkhaven City Library in 2025', `Larkhaven City Library ${time}`)).toEqual(
    found,
  )
})

test('what a rate is of, and per what, is no other thing', async () => {
  const chart = '![](chart:line figures="births, deaths" "Births and deaths, to {{period}}")'
  const rate = (caption: string) =>
    told('test/reports/births', briefing, chart, `![](chart:line figures="birth-rate" "${caption}")`)
  const wrong = (said: string[]) => said.filter((one) => one.includes('the caption says'))
  expect(wrong(await rate('Births per 1,000 residents'))).toEqual([])
  expect(wrong(await rate('Per 1,000 residents'))).toEqual([])
  expect(wrong(await rate('Deaths per 1,000 residents'))).toHaveLength(1)
})
