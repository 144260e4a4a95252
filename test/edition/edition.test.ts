import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createTools } from '../../src/build/build-tools.ts'
import { composeReport } from '../../src/build.ts'
import { getPassages } from '../../src/compare/passages.ts'
import { createLog } from '../../src/console/log.ts'
import { formatDiagnostic } from '../../src/diagnostic.ts'
import { parseDatasetTexts, readDatasetTexts } from '../../src/edit/dataset-texts.ts'
import { rowsToFill } from '../../src/edit/rows/rows-to-fill.ts'
import { writtenItems } from '../../src/edit/rows/written-items.ts'
import { type EditionOrder, runEdition } from '../../src/edition/run-edition.ts'
import { edit } from '../edit-file.ts'
import { portReport, rewrite } from '../living/port.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { figures53, historyReport } from './history-report.ts'

function edition(folder: string, order: Partial<EditionOrder> = {}): { said: string | undefined; log: string } {
  const lines: string[] = []
  const log = createLog('text', { write: (text) => lines.push(text) }, {})
  const next = { folder, edition: 53, period: undefined, comparison: undefined, released: undefined, ...order }
  return { said: runEdition(next, log), log: lines.join('') }
}

/** What both documents of a report say, and its troubles. */
function documents(folder: string): { said: string[]; troubles: string[] } {
  const { value, diagnostics } = composeReport({ folder }, createTools())
  const said = value?.documents.flatMap((document) => getPassages(document).map(({ text }) => text)) ?? []
  return { said, troubles: diagnostics.map((one) => formatDiagnostic(one).split('\n')[0] ?? '') }
}

const dates = { comparison: '2022-12', released: '2024-03-22' }

it('moves number, id and dates on in one place, and keeps comments and layout', () => {
  const folder = historyReport()
  const before = readFileSync(join(folder, 'data/report.yaml'), 'utf8')
  edition(folder, dates)
  expect(readFileSync(join(folder, 'data/report.yaml'), 'utf8')).toBe(
    before
      .replace('id: cnnic-52', 'id: cnnic-53')
      .replace('Briefing on the 52nd edition', 'Briefing on the 53rd edition')
      .replace('edition: 52', 'edition: 53')
      .replace('period: 2023-06', 'period: 2023-12')
      .replace('released: 2023-08-28', 'released: 2024-03-22'),
  )
})

it('moves a date in the id on, so that no document of the present edition is written over', () => {
  const folder = historyReport()
  edit(folder, 'data/report.yaml', 'id: cnnic-52', 'id: online-2023-06')
  expect(edition(folder, dates).said).toContain('id: online-2023-06 → online-2023-12')
})

it('writes a row for each figure of a table as the table’s columns are', () => {
  const folder = historyReport()
  const table =
    'indicator,period,value,status,source,since,by\nfresh,2023-06,"212,881",provisional,cnnic-52,2022-12,"1,200"\n'
  writeFileSync(join(folder, 'data/fresh.csv'), table)
  const fresh = 'indicators:\n  fresh: { label: Fresh, unit: people, type: stock, observations: [] }\n'
  writeFileSync(join(folder, 'data/fresh.yaml'), fresh)
  expect(edition(folder, dates).said).toContain('\n      fresh,2023-12,…,,…,2022-12,…\n')
})

it('keeps each figure as history, and moves the formulas on beside those that were', () => {
  const folder = historyReport()
  const before = readFileSync(join(folder, 'data/figures.yaml'), 'utf8')
  edition(folder, dates)
  expect(readFileSync(join(folder, 'data/figures.yaml'), 'utf8')).toBe(
    before.replace(
      '      - period: 2023-06\n        formula',
      '      - period: 2023-12\n        formula: netizens@2023-12 - video-users@2023-12\n      - period: 2023-06\n        formula',
    ),
  )
})

it('keeps what is absent as of its own edition, and asks whether the next one lacks it too', () => {
  const folder = historyReport()
  edit(
    folder,
    'data/figures.yaml',
    'indicators:',
    'absent:\n  later: ["fresh", old@2021-12]\n  not stated: others\nindicators:\n  fresh: { label: Fresh, unit: people, type: stock }\n  old: { label: Old, unit: people, type: stock }',
  )
  const { said } = edition(folder, dates)
  expect(readFileSync(join(folder, 'data/figures.yaml'), 'utf8')).toContain('later: ["fresh@2023-06", old@2021-12]')
  expect(said).toContain(
    'data/figures.yaml:2: fresh (later) is absent in 2023-06; where it is in 2023-12 too, say it again',
  )
  expect(said).toContain(
    'data/figures.yaml:3: absent: others is of 2023-12 too; delete it, or what you forget is left out',
  )
})

it('lists the figures to write, each at the line of the present one', () => {
  const { said } = edition(historyReport(), dates)
  expect(said).toContain(`  data/figures.yaml:9: netizens: 1.079 billion people, 11.09 million people in 2023-06
      - period: 2023-12
        value: …
        source: …
        change: { since: 2022-12, by: … }
`)
  expect(said).toContain('data/figures.yaml:17: penetration: 76.4% in 2023-06')
})

it('lists the quarters of a year that has them, in the sheet to fill in too', () => {
  const folder = historyReport()
  const quarters =
    'indicator,period,value,source,since,by\nfresh,2022,900,earlier,,\nfresh,2022-Q3,230,earlier,2021-Q3,12\nfresh,2022-Q4,240,earlier,,\n'
  writeFileSync(join(folder, 'data/fresh.csv'), quarters)
  const fresh = 'indicators:\n  fresh: { label: Fresh, unit: people, type: flow, observations: [] }\n'
  writeFileSync(join(folder, 'data/fresh.yaml'), fresh)
  edit(folder, 'data/report.yaml', 'period: 2023-06\ncomparison: 2022-12', 'period: 2022\ncomparison: 2021')
  const { said } = edition(folder, { period: '2023', comparison: '2022', released: '2024-03-22' })
  expect(said).toContain('fresh,2023,…,…,,\n')
  expect(said).toContain('fresh,2023-Q3,…,…,2022-Q3,…\n')
  expect(said).toContain('fresh,2023-Q4,…,…,,\n')
  const { dataset } = parseDatasetTexts(readDatasetTexts(folder))
  const rows = rowsToFill(
    writtenItems(readDatasetTexts(folder), 'en').map(({ row }) => row),
    dataset,
  )
  const asked = rows.filter(({ indicator }) => indicator === 'fresh').map(({ period, since }) => [period, since])
  expect(asked).toEqual([
    ['2023', ''],
    ['2023-Q3', '2022-Q3'],
    ['2023-Q4', ''],
  ])
})

it('guesses the dates, and says that the date of release is a guess', () => {
  const { said } = edition(historyReport())
  expect(said).toContain('period: 2023-06 → 2023-12')
  expect(said).toContain('comparison: 2022-12 → 2023-06')
  expect(said).toContain('data/report.yaml:11: released: 2024-02-28 is a guess; write the date')
})

it('lists the dates of a look back, of the embargo and of the next release, and labels that name the year of this edition', () => {
  const folder = historyReport()
  edit(
    folder,
    'data/report.yaml',
    'released: 2023-08-28',
    'released: 2023-08-28\ncompiled: 2023-09-30\nnext-release: 2024-09-01',
  )
  edit(folder, 'data/figures.yaml', 'label: Netizens', 'label: Netizens of 2023')
  const { said } = edition(folder, dates)
  expect(said).toContain('compiled: 2023-09-30 is of this edition; write the next one’s, or delete it')
  expect(said).toContain('next-release: 2024-09-01 is of this edition; write the next one’s, or delete it')
  expect(said).toContain('the label of netizens speaks of this edition: read it again')
})

it('names what is missing until the figures are there, and then what no longer holds', () => {
  const folder = historyReport()
  edition(folder, dates)
  expect(documents(folder).troubles[0]).toContain(
    'data/figures.yaml:31:18: error: no figures of 2023-12 yet: netizens, video-users',
  )
  edit(
    folder,
    'data/report.yaml',
    '  earlier:',
    "  cnnic-53: { kind: primary, title: 53rd, publisher: CNNIC, cite: 'CNNIC, 53rd' }\n  earlier:",
  )
  writeFileSync(join(folder, 'data/history.csv'), readFileSync(join(folder, 'data/history.csv'), 'utf8') + figures53)
  expect(documents(folder).troubles).toEqual([
    expect.stringContaining('templates/deck.md.hbs:9:3: error: not true: “Fewer than 1.05 billion”'),
  ])
})

it('gives both documents of the next edition once the claim that flipped is written otherwise', () => {
  const folder = historyReport()
  expect(documents(folder).troubles).toEqual([])
  edition(folder, dates)
  edit(
    folder,
    'data/report.yaml',
    '  earlier:',
    "  cnnic-53: { kind: primary, title: 53rd, publisher: CNNIC, cite: 'CNNIC, 53rd' }\n  earlier:",
  )
  writeFileSync(join(folder, 'data/history.csv'), readFileSync(join(folder, 'data/history.csv'), 'utf8') + figures53)
  edit(
    folder,
    'templates/deck.md.hbs',
    '"less-than" "video-users" "1.05 billion"}}Fewer',
    '"more-than" "video-users" "1.05 billion"}}More',
  )
  const { said, troubles } = documents(folder)
  expect(troubles).toEqual([])
  expect(said).toEqual(
    expect.arrayContaining([
      '1.092 billion people online',
      'Netizens are up 25 million on December 2022',
      '77.5% of the population, up 1.9 percentage points.',
      'More than 1.05 billion people watch video: 1.067 billion.',
      '25 million do not.',
      'China online, December 2023',
    ]),
  )
  expect(said.filter((text) => /1\.079|1\.044|76\.4|June 2023|52nd/.test(text))).toEqual([])
})

it('moves on a report that has no number, and the year in its title', () => {
  const folder = historyReport()
  edit(folder, 'data/report.yaml', 'edition: 52\n', '')
  edit(folder, 'data/report.yaml', '{ en: Internet Development in China }', 'China online in 2023, after 2022')
  const { said } = edition(folder, { edition: 'next', period: '2024-06', released: '2024-08-29' })
  const report = readFileSync(join(folder, 'data/report.yaml'), 'utf8')
  expect(report).not.toContain('edition:')
  expect(report).toContain('id: cnnic-52')
  expect(said).toContain('data/report.yaml:3: title names 2023, which stays as it is')
  expect(said).toContain('data/report.yaml:3: title names 2022, which stays as it is')
  const yearly = historyReport()
  edit(yearly, 'data/report.yaml', 'period: 2023-06\ncomparison: 2022-12', 'period: 2023\ncomparison: 2022')
  edit(yearly, 'data/report.yaml', 'released: 2023-08-28', 'released: 2024-03-01')
  edit(yearly, 'data/report.yaml', '{ en: Internet Development in China }', 'China online in 2023')
  edit(
    yearly,
    'data/figures.yaml',
    'formula: netizens@2023-06 - video-users@2023-06',
    'value: 35 million\n        source: cnnic-52',
  )
  edition(yearly, { edition: 'next' })
  expect(readFileSync(join(yearly, 'data/report.yaml'), 'utf8')).toContain('title: China online in 2024\n')
})

it('takes an edition that is named by its quarter as what it is about, and moves its months on in the title', () => {
  const folder = historyReport()
  edit(folder, 'data/report.yaml', 'edition: 52\n', '')
  edit(folder, 'data/report.yaml', 'period: 2023-06\ncomparison: 2022-12', 'period: 2023-Q2\ncomparison: 2022-Q2')
  edit(folder, 'data/report.yaml', '{ en: Internet Development in China }', 'China online, April to June 2023')
  edit(folder, 'data/report.yaml', 'id: cnnic-52', 'id: online-2023-q2')
  edition(folder, { edition: '2023-Q3' })
  const moved = readFileSync(join(folder, 'data/report.yaml'), 'utf8')
  expect(moved).toContain('id: online-2023-q3\n')
  expect(moved).toContain('title: China online, July to September 2023\n')
  expect(moved).toContain('period: 2023-Q3\ncomparison: 2022-Q3\n')
  expect(moved).not.toContain('edition:')
})

it.each([
  ['China online, second half of 2022', '2022-S2', 'China online, first half of 2023'],
  ['Second half of 2022: China online', '2022-S2', 'First half of 2023: China online'],
  ['China online: fourth quarter of 2022', '2022-Q4', 'China online: second quarter of 2023'],
  ['China online in the 4th quarter of 2022', '2022-Q4', 'China online in the 2nd quarter of 2023'],
])('moves a half-year or quarter in words on: %s', (title, period, moved) => {
  const folder = historyReport()
  edit(folder, 'data/report.yaml', 'edition: 52\n', '')
  edit(folder, 'data/report.yaml', 'period: 2023-06\ncomparison: 2022-12', `period: ${period}\ncomparison: 2022-06`)
  edit(folder, 'data/report.yaml', '{ en: Internet Development in China }', `'${title}'`)
  edition(folder, { edition: 'next' })
  expect(readFileSync(join(folder, 'data/report.yaml'), 'utf8')).toContain(moved)
})

it.each([
  ['T3 2023', 'Internet en Chine, 2e trimestre 2023', 'Internet en Chine, 3e trimestre 2023'],
  ['3e trimestre 2023', 'Le T2 2023 en ligne', 'Le T3 2023 en ligne'],
])('takes %s for a quarter, and moves on what a French title calls it: %s', (named, title, moved) => {
  const folder = historyReport()
  edit(folder, 'data/report.yaml', 'edition: 52\n', '')
  edit(folder, 'data/report.yaml', 'period: 2023-06\ncomparison: 2022-12', 'period: 2023-Q2\ncomparison: 2023-Q1')
  edit(folder, 'data/report.yaml', '{ en: Internet Development in China }', `{ en: Internet in China, fr: '${title}' }`)
  edit(folder, 'data/report.yaml', 'en: Briefing on the 52nd edition', 'fr: Note')
  edit(folder, 'data/report.yaml', 'language: en', 'language: fr')
  const { log } = edition(folder, { edition: named })
  expect(log).not.toContain('error')
  const report = readFileSync(join(folder, 'data/report.yaml'), 'utf8')
  expect(report).toContain('period: 2023-Q3\n')
  expect(report).toContain(moved)
})

it('takes the next release that this edition announced for the date of the next one', () => {
  const folder = historyReport()
  edit(folder, 'data/report.yaml', 'released: 2023-08-28', 'released: 2023-08-28\nnext-release: 2024-03-01')
  const { said } = edition(folder)
  expect(said).toContain('released: 2023-08-28 → 2024-03-01')
  expect(said).not.toContain('2024-03-01 is a guess')
  // An announcement of the day on which it comes out would be an error.
  expect(readFileSync(join(folder, 'data/report.yaml'), 'utf8')).not.toContain('next-release')
  expect(said).toContain('data/report.yaml:11: next-release: 2024-03-01 has come and is gone; write the next one’s')
})

it.each([
  [{ edition: 52 }, 'error: edition 52 is not after 52'],
  [{ period: '2023-06' }, 'error: period 2023-06 is not after 2023-06'],
  [{ period: '2023-12', comparison: '2024-06' }, 'error: comparison 2024-06 is not before 2023-12'],
  [{ period: '2023-13' }, 'error: unknown form of period: 2023-13'],
  [{ released: '2023-09-01' }, 'error: released on 2023-09-01, before the period 2023-12 ended'],
  [{ released: 'March' }, 'error: not a date: March'],
])('leaves the report as it was for %j', (order, message) => {
  const folder = historyReport()
  const before = readFileSync(join(folder, 'data/report.yaml'), 'utf8')
  const { said, log } = edition(folder, order)
  expect(said).toBeUndefined()
  expect(log).toContain(message)
  expect(readFileSync(join(folder, 'data/report.yaml'), 'utf8')).toBe(before)
})

const parts = `
dimensions:
  town: { label: Town, total: All, categories: { urban: { label: Urban }, rural: { label: Rural } } }
indicators:
  readers:
    label: Readers
    unit: people
    type: stock
    dimensions: [town]
    note: Counted anew for this edition.
    observations:
      - { period: 2023-06, category: rural, formula: 'readers@2023-06 - readers[urban]@2023-06' }
      - { period: 2023-06, category: urban, value: 2.1 million, source: cnnic-52, change: { since: 2022-06, rate: 3%, basis: comparable } }
      - { period: 2023-06, value: 3.4 million, source: cnnic-52, change: { since: 2022-12, by: 0.1 million } }
  gain:
    label: Gain
    unit: people
    type: flow
    observations: [{ period: P3M/2023-06, formula: 'readers.change@2022-12..2023-06' }]
`

it('moves formulas of categories and of periods of any form on, and lists them', () => {
  const folder = historyReport()
  writeFileSync(join(folder, 'data/readers.yaml'), parts)
  const { said, log } = edition(folder, dates)
  expect(log).toBe('')
  expect(said).toContain(
    'readers[rural]@2023-12: readers@2023-06 - readers[urban]@2023-06 → readers@2023-12 - readers[urban]@2023-12',
  )
  expect(said).toContain('gain@P3M/2023-12: readers.change@2022-12..2023-06 → readers.change@2022-12..2023-12')
  expect(readFileSync(join(folder, 'data/readers.yaml'), 'utf8')).toContain(
    "category: rural, formula: 'readers@2023-12 - readers[urban]@2023-12'",
  )
})

it('asks for the figures of categories with their basis, for a guessed comparison and for notes that speak of the edition', () => {
  const folder = historyReport()
  writeFileSync(join(folder, 'data/readers.yaml'), parts)
  const { said } = edition(folder, { released: '2024-03-22' })
  expect(said).toMatch(/comparison: \S+ is a guess; write the period that this edition compares with/)
  expect(said).toMatch(
    /readers\[urban\]: 2.1 million people, 3% in 2023-06\n.*period: 2023-12\n.*category: urban\n.*value: …/,
  )
  expect(said).toMatch(/change: \{ since: \S+, rate: …, basis: comparable \}/)
  expect(said).toContain('the note of readers speaks of this edition: read it again')
})

it('counts a half-year’s change from as long before as now, and lists templates that name the half-year', () => {
  const folder = historyReport()
  const trips = (since: string) =>
    `- { period: 2023-01/2023-06, value: 41000, source: cnnic-52, change: { since: ${since}, by: 1000 } }`
  writeFileSync(
    join(folder, 'data/trips.yaml'),
    `indicators:
  trips: { label: Trips, unit: people, type: flow, observations: [${trips('2022-01/2022-06').slice(2)}] }
  walks: { label: Walks, unit: people, type: flow, observations: [${trips('2015-01/2015-06').slice(2)}] }
`,
  )
  const deck = join(folder, 'templates/deck.md.hbs')
  writeFileSync(
    deck,
    `${readFileSync(deck, 'utf8')}\n{{value "trips@2023-01/2023-06"}} trips.\n\n{{table "trips" rows="period" periods="2022-06 2023-01/2023-06"}}\n`,
  )
  const { said } = edition(folder, dates)
  expect(said).toMatch(/trips: .*\n.*period: 2023-07\/2023-12\n.*\n.*\n.*since: 2022-07\/2022-12, by: …/)
  expect(said).toMatch(/walks: .*\n.*period: 2023-07\/2023-12\n.*\n.*\n.*since: 2015-01\/2015-06, by: …/)
  expect(said?.match(/deck\.md\.hbs:\d+: names 2023-01\/2023-06, which stays as it is/g)).toHaveLength(2)
})

it('moves a title on under the tags that its author gave its languages', () => {
  const folder = temporaryFolder({
    'data/report.yaml':
      'id: rides-2026-q2\ntitle: { de-CH: Fahrten im 2. Quartal 2026, fr-CH: Trajets au 2e trimestre 2026 }\npublisher: { de: P, fr: P }\ngeography: { de: G, fr: G }\nperiod: 2026-Q2\ncomparison: 2026-Q1\nreleased: 2026-07-20\nlanguage: de-CH\nlanguages: [de-CH, fr-CH]\nunits: { rides: { label: { de-CH: Fahrten, fr-CH: trajets } } }\nsources: { s: { kind: primary, title: { de: S, fr: S }, publisher: { de: P, fr: P }, cite: { de: S, fr: S } } }\n',
    'data/figures.yaml':
      'indicators:\n  rides: { label: { de-CH: Fahrten, fr-CH: Trajets }, unit: rides, type: flow, observations: [{ period: 2026-Q2, value: 27015, source: s }, { period: 2026-Q1, value: 27006, source: s }] }\n',
  })
  edition(folder, { edition: 'next' })
  expect(readFileSync(join(folder, 'data/report.yaml'), 'utf8')).toContain(
    'title: { de-CH: Fahrten im 3. Quartal 2026, fr-CH: Trajets au 3e trimestre 2026 }',
  )
})

it('lists templates that name a month of the quarter', () => {
  const months = [1, 2, 3, 4, 5, 6].map((month) => `{ period: 2026-0${month}, value: 900${month}, source: s }`)
  const folder = temporaryFolder({
    'data/report.yaml':
      'id: rides-2026-q2\ntitle: Rides\npublisher: P\ngeography: G\nperiod: 2026-Q2\ncomparison: 2025-Q2\nreleased: 2026-07-20\nlanguage: en\nunits: { rides: { label: rides } }\nsources: { s: { kind: primary, title: S, publisher: P, cite: S } }\n',
    'data/figures.yaml': `indicators:\n  rides: { label: Rides, unit: rides, type: flow, observations: [${months.join(', ')}, { period: 2026-Q2, value: 27015, source: s }, { period: 2026-Q1, value: 27006, source: s }] }\n`,
    'templates/deck.md.hbs': '# In {{period "2026-04"}}\n\n{{value "rides@2026-05"}}, {{value "rides@2026-03"}}\n',
  })
  const { said } = edition(folder, { edition: 'next' })
  expect(said).toContain('deck.md.hbs:1: names 2026-04, which stays as it is')
  expect(said).toContain('deck.md.hbs:3: names 2026-05, which stays as it is')
  expect(said).not.toContain('names 2026-03')
})

it('is called by words or a year too, and no word is an ordinal', () => {
  const folder = historyReport()
  const report = join(folder, 'data/report.yaml')
  writeFileSync(
    report,
    readFileSync(report, 'utf8')
      .replace('edition: 52', 'edition: Autumn 2023')
      .replace('52nd edition', 'Autumn 2023 edition'),
  )
  expect(edition(folder, { ...dates, edition: 'next' }).log).toContain('no edition follows Autumn 2023 by itself')
  expect(edition(folder, { ...dates, edition: 'Spring 2024' }).said).toContain(
    'Briefing on the Autumn 2023 edition → Briefing on the Spring 2024 edition',
  )
})

it('says figures as the report’s language writes them, and lists dates in words that stand in templates', () => {
  const folder = portReport()
  const deck = join(folder, 'templates/deck.md.hbs')
  const added = '\n# Obras\n\n- En septiembre de 2026 abrió la terminal; el 12 de noviembre de 2026, la próxima nota.\n'
  writeFileSync(deck, readFileSync(deck, 'utf8') + added)
  const { said } = edition(folder, { edition: 'next' })
  expect(said).toContain('cargo: 2,427 millones de toneladas, 112.000 toneladas, 4,8 % in 2026-09')
  expect(said).toMatch(/deck\.md\.hbs:\d+: names septiembre de 2026, which stays as it is/)
  expect(said).not.toContain('noviembre')
})

it('moves on by a quarter where the report compares with the last, though figures of that are not stated', () => {
  const folder = portReport()
  rewrite(folder, 'data/report.yaml', 'comparison: 2025-09', 'comparison: 2026-08')
  rewrite(folder, 'data/monthly.csv', /^.*2026-08.*\n/gm, '')
  expect(edition(folder, { edition: 'next' }).said).toContain('period: 2026-09 → 2026-10')
})
