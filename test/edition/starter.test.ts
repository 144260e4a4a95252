import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runCheck } from '../../src/command/build/run-check.ts'
import { initReport } from '../../src/command/init/init.ts'
import { createLog, type Log } from '../../src/console/log.ts'
import { runEdition } from '../../src/edition/run-edition.ts'
import { runExport } from '../../src/exchange/run-export.ts'
import { runImport } from '../../src/exchange/run-import.ts'
import { portReport } from '../living/port.ts'
import { temporaryFolder } from '../temporary-folder.ts'

/** What a command tells and answers, line by line. */
async function told(run: (log: Log) => unknown): Promise<string[]> {
  const lines: string[] = []
  const answer = await run(createLog('text', { write: (text) => lines.push(...text.trimEnd().split('\n')) }, {}))
  return [...lines, ...(typeof answer === 'string' ? answer.trimEnd().split('\n') : [])]
}

/** The next year's figures as an analyst types them. */
const typed: Readonly<Record<string, string>> = {
  visits: '1.351 million',
  'central-visits': '640000',
  'harbour-visits': '322000',
  'northfield-visits': '226,000',
  'eastgate-visits': '163000',
  members: '101200',
  loans: '2.515 million',
  'digital-loans': '861000',
  'digital-share': '34.2%',
}

const unknownDates = { period: undefined, comparison: undefined, released: undefined }

const check = (folder: string) => told((log) => runCheck({ folder }, log))

it('tells of a new edition which figures are missing, once for all documents, and nothing that follows from it', async () => {
  const folder = join(temporaryFolder(), 'company')
  initReport(folder, 'company')
  await told((log) => runEdition({ folder, edition: 'next', ...unknownDates }, log))
  const [missing, ...others] = (await check(folder)).filter((line) => /error: |warning: /.test(line))
  expect(missing).toContain('error: no figures of 2026-Q1 yet: revenue.change, revenue, profit')
  expect(others).toEqual([])
})

it('takes the report that init makes to its next year: a source, nine figures, and the sentence that is no longer true', async () => {
  const folder = join(temporaryFolder(), 'library')
  initReport(folder)
  const later = { ...unknownDates, released: '2027-02-12' }
  const todo = await told((log) => runEdition({ folder, edition: 'next', ...later }, log))
  expect(todo).toContain('  title: Larkhaven City Library in 2025 → Larkhaven City Library in 2026')
  expect(todo.filter((line) => line.includes('templates/'))).toEqual([])
  const [missing] = await check(folder)
  expect(missing).toContain('error: no figures of 2026 yet: visits, members, central-visits')

  const report = join(folder, 'data/report.yaml')
  const source =
    '  annual-return-2026: { kind: primary, title: Annual return 2026, publisher: The library, cite: Annual return 2026 }\n'
  writeFileSync(report, `${readFileSync(report, 'utf8').trimEnd()}\n${source}`)
  const table = { file: join(folder, 'figures.csv'), format: 'csv' as const, folder }
  const [, exported] = await told((log) => runExport(table, log))
  expect(exported).toMatch(/ \d+ observations and 9 to fill in;/)
  // An empty row has the new source and, of a figure whose change is stated, the year before.
  const rows = readFileSync(table.file, 'utf8').replace(/^([a-z-]+),2026,,(.*)$/gm, (row, id: string, rest: string) =>
    typed[id] === undefined ? row : `${id},2026,${/[,]/.test(typed[id]) ? `"${typed[id]}"` : typed[id]},${rest}`,
  )
  writeFileSync(table.file, rows)
  const imported = await told((log) => runImport(table, log))
  expect(imported[0]).toBe('observations: 9 added; in data/figures.yaml')
  expect(imported[1]).toMatch(/: visits in 2026: added: value 1.351 million, source annual-return-2026$/)

  // Both documents say that Harbour gained most; in 2026 it is Central.
  const errors = (await check(folder)).filter((line) => line.includes('error: '))
  expect(errors).toHaveLength(2)
  for (const error of errors)
    expect(error).toMatch(/error: not true: “.*most” \(largest-gain branches harbour-visits\)/)
  for (const name of ['deck', 'briefing']) {
    const path = join(folder, `templates/${name}.md.hbs`)
    const sentence = /Harbour (\{\{#claim "largest-gain" "branches" )"harbour-visits"/
    const corrected = readFileSync(path, 'utf8')
      .replace(sentence, 'Central $1"central-visits"')
      .replace('{{by "harbour-visits"}}', '{{by "central-visits"}}')
    writeFileSync(path, corrected)
  }
  expect((await check(folder)).filter((line) => line.includes('error: '))).toEqual([])
})

it('lists figures to write in the order of their files, categories too', async () => {
  const folder = portReport()
  const said = await told((log) => runEdition({ folder, edition: 'next', ...unknownDates }, log))
  expect([...said.join('\n').matchAll(/figures\.yaml:\d+: (\S+):/g)].map(([, key]) => key)).toEqual([
    'cargo',
    'cargo[north]',
    'cargo[south]',
    'cargo[east]',
    'cargo[island]',
    'vessels',
    'passengers',
  ])
})
