import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createTools } from '../../src/build/build-tools.ts'
import { composeReport } from '../../src/build.ts'
import { runCheck } from '../../src/command/build/run-check.ts'
import { getPassages } from '../../src/compare/passages.ts'
import { createLog, type Log } from '../../src/console/log.ts'
import { runEdition } from '../../src/edition/run-edition.ts'
import { runExport } from '../../src/exchange/run-export.ts'
import { runImport } from '../../src/exchange/run-import.ts'
import { edit } from '../edit-file.ts'
import { edition53, editionsReport } from './editions-report.ts'

/** What a command tells, line by line. */
async function told(run: (log: Log) => unknown): Promise<string[]> {
  const lines: string[] = []
  await run(createLog('text', { write: (text) => lines.push(...text.trimEnd().split('\n')) }, {}))
  return lines
}

const check = (folder: string) => told((log) => runCheck({ folder }, log))

const errors = (lines: readonly string[]) => lines.filter((line) => / error: /.test(line))

/** Writes the figures of an edition into the rows that the exported table has for them. */
async function fillIn(folder: string, source: string): Promise<void> {
  const table = { file: join(folder, 'figures.csv'), format: 'csv' as const, folder }
  await told((log) => runExport(table, log))
  const [head = '', ...rows] = readFileSync(table.file, 'utf8').split('\n')
  const columns = head.split(',')
  const at = (name: string) => columns.indexOf(name)
  const figures = new Map(edition53.map(([indicator, period, value]) => [`${indicator} ${period}`, value]))
  const filled = rows.map((row) => {
    const cells = row.split(',')
    const value = figures.get(`${cells[at('indicator')]} ${cells[at('period')]}`)
    if (value === undefined || cells[at('value')] !== '') return row
    return cells
      .map((cell, index) => (index === at('value') ? value : index === at('source') ? source : cell))
      .join(',')
  })
  writeFileSync(table.file, [head, ...filled].join('\n'))
  expect(await told((log) => runImport(table, log))).toEqual(['observations: 7 added; in data/history.csv'])
}

it('walks from edition 52 to 53: only sentences whose claims flipped are touched', async () => {
  const folder = editionsReport()
  expect(errors(await check(folder))).toEqual([])

  const dates = { period: undefined, comparison: '2022-12', released: '2024-03-22' }
  const todo = runEdition({ folder, edition: 'next', ...dates }, createLog('text', { write: () => {} }, {}))
  expect(todo?.split('\n').slice(0, 8)).toEqual([
    'moved on in data/report.yaml:',
    '  id: cnnic-52 → cnnic-53',
    '  edition: 52 → 53',
    '  period: 2023-06 → 2023-12',
    '  released: 2023-08-28 → 2024-03-22',
    '  title: Internet Development in China, June 2023 → Internet Development in China, December 2023',
    '  subtitle: Briefing on the 52nd edition → Briefing on the 53rd edition',
    '',
  ])
  const present = edition53.filter(([indicator]) => indicator !== 'mobile-netizens')
  for (const [indicator] of present) expect(todo).toContain(`: ${indicator}: `)

  // One error says which figures are still to be written.
  const [missing, ...others] = errors(await check(folder))
  expect(missing).toContain('error: no figures of 2023-12 yet: netizens, online-video-users, short-video-users')
  expect(others).toEqual([])

  edit(
    folder,
    'data/report.yaml',
    'sources:\n',
    `sources:\n  cnnic-53: { kind: primary, title: 53rd Report, publisher: CNNIC, cite: 'CNNIC, 53rd Statistical Report' }\n`,
  )
  await fillIn(folder, 'cnnic-53')
  const history = join(folder, 'data/history.csv')
  writeFileSync(history, `${readFileSync(history, 'utf8')}online-retail-sales,2023,15.4 trillion yuan,cnnic-53\n`)

  const broken = await check(folder)
  expect(errors(broken)).toEqual([
    expect.stringContaining('templates/deck.md.hbs:12:3: error: not true: “Fewer than 900 million”'),
    expect.stringContaining('templates/briefing.md.hbs:3:98: error: not true: “it may pass 77% soon”'),
    expect.stringContaining('templates/briefing.md.hbs:3:186: error: not true: “Most use instant messaging”'),
  ])
  expect(broken[0]).toContain('not true')

  edit(
    folder,
    'templates/deck.md.hbs',
    '"less-than" "online-shopping-users" "900 million"}}Fewer',
    '"more-than" "online-shopping-users" "900 million"}}More',
  )
  edit(
    folder,
    'templates/briefing.md.hbs',
    '"less-than" "internet-penetration-rate" "77%"}}it may pass 77% soon',
    '"more-than" "internet-penetration-rate" "77%"}}it has passed 77%',
  )
  edit(
    folder,
    'templates/briefing.md.hbs',
    '"instant-messaging-users"}}Most use instant messaging{{/claim}}, {{value "instant-messaging-users"}}',
    '"online-video-users"}}Most watch video{{/claim}}, {{value "online-video-users"}}',
  )
  expect(errors(await check(folder))).toEqual([])

  const report = composeReport({ folder }, createTools())
  const passages = report.value?.documents.flatMap(getPassages) ?? []
  // The chart shows the history, each edition's figure by its date.
  const said = passages.filter(({ kind }) => kind !== 'chart').map(({ text }) => text)
  expect(said).toEqual(
    expect.arrayContaining([
      '1.092 billion people online',
      '77.5% of China is online',
      'Up 25 million on December 2022.',
      'More than 900 million shop online: 915 million.',
      '25 million do not watch video.',
      'Internet Development in China, December 2023',
      '1.092 billion people are online, 77.5% of the population; it has passed 77%. Most watch video, 1.067 billion.',
      'In 2023, online retail sales came to 15.4 trillion yuan.',
    ]),
  )
  expect(
    said.filter((text) => /1\.079|76\.4%|1\.044|884 million|7\.16|June 2023|52nd (?!Statistical)/.test(text)),
  ).toEqual([])

  // A year's figure may not be due in the middle of the next.
  const half = runEdition(
    { folder, edition: 'next', period: '2024-06', comparison: '2023-12', released: '2024-08-29' },
    createLog('text', { write: () => {} }, {}),
  )
  expect(half).toContain('online-retail-sales: 15.4 trillion yuan in 2023\n      online-retail-sales,…,…,…\n')
})
