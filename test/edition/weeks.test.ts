import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, test } from 'vitest'
import { createLog } from '../../src/console/log.ts'
import { movedAlong } from '../../src/dataset/figure/shift-period.ts'
import { formatDiagnostic } from '../../src/diagnostic.ts'
import { runEdition } from '../../src/edition/run-edition.ts'
import { lakeReport, makeFiles } from '../build/lake-report.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const report = lakeReport('cases')
  .replace('title: The lake', 'title: The lake, week 47')
  .replace(
    'period: 2024\ncomparison: 2023\nreleased: 2025-01-15',
    'period: 2025-W47\ncomparison: 2025-W46\nreleased: 2025-11-27',
  )
const cases = (...weeks: number[]) =>
  `indicators:\n  ill: { label: Cases, unit: cases, type: flow, observations: [${weeks.map((week) => `{ period: 2025-W${week}, value: ${week * 10}, source: harbour }`).join(', ')}] }\n`

it('moves a weekly report on by a week, its title too', () => {
  const folder = temporaryFolder({ 'data/report.yaml': report, 'data/figures.yaml': cases(47, 46) })
  const order = { folder, edition: 'next', period: undefined, comparison: undefined, released: undefined }
  const said = runEdition(order, createLog('text', { write: () => {} }, {}))
  expect(said).toContain('ill: 470 cases in 2025-W47')
  expect(readFileSync(join(folder, 'data/report.yaml'), 'utf8')).toContain(
    'title: The lake, week 48\npublisher: Harbour office\ngeography: The lake\nperiod: 2025-W48\ncomparison: 2025-W47\nreleased: 2025-12-04\n',
  )
})

it('refuses the week of an edition before in titles and beside figures', async () => {
  const { diagnostics } = await makeFiles(
    {
      'data/report.yaml': report
        .replace('2025-W47', '2025-W48')
        .replace('2025-W46', '2025-W47')
        .replace('11-27', '12-04'),
      'data/figures.yaml': cases(48, 47, 46),
      'templates/briefing.md.hbs':
        '# {{title}}\n\nThere were {{value "ill"}} cases, after {{previous "ill"}} in week 45. In week 47 there were {{previous "ill"}}.\n',
    },
    ['pdf'],
  )
  expect(diagnostics.map(formatDiagnostic).map((text) => text.replaceAll('\u00a0', ' ').split('\n')[0])).toEqual([
    'templates/briefing.md.hbs:3:63: error: the sentence says week 45, and prints another figure: ill@2025-W47',
    'templates/briefing.md.hbs:1:1: error: the title says week 47, and the report is on week 48 of 2025: “The lake, week 47”',
  ])
})

test.each([
  ['2025-W47', '2025-W52', '2026-W01', '2025-W48'],
  ['2025-11-23', '2025-W47', '2025-W48', '2025-11-30'],
  ['2024-12-31', '2025-12-31', '2026-12-31', '2025-12-31'],
  ['2025-11', '2025-W47', '2025-W48', undefined],
  ['2023-12', '2024-06', '2024-12', '2024-06'],
])('%s is as far before %s as its next is before %s: %s', (period, from, to, moved) => {
  expect(movedAlong(period, from, to)).toBe(moved)
})
