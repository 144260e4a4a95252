import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The figures of 2026, by indicator, as they stand above those of 2025. */
const figures: Record<string, string> = {
  visits: `{ period: 2026, value: 1.301 million, source: annual-return, change: { since: 2025, by: 17000, rate: 1.3% } }`,
  'central-visits': '{ period: 2026, value: 605000, source: annual-return }',
  'harbour-visits': '{ period: 2026, value: 322000, source: annual-return }',
  'northfield-visits': '{ period: 2026, value: 216000, source: annual-return }',
  'eastgate-visits': '{ period: 2026, value: 158000, source: annual-return }',
  members: '{ period: 2026, value: 98100, source: annual-return, change: { since: 2025, by: 1700, rate: 1.8% } }',
  loans: '{ period: 2026, value: 2.505 million, source: annual-return }',
  'digital-loans': '{ period: 2026, value: 827000, source: annual-return }',
  'digital-share': '{ period: 2026, value: 33.0%, source: annual-return }',
}

/** Writes the figures of 2026 into a copy of the starter that has moved on to that year. */
export function writeNextYear(folder: string): void {
  const path = join(folder, 'data/figures.yaml')
  const text = Object.entries(figures).reduce(
    (yaml, [id, row]) =>
      yaml.replace(new RegExp(`(\\n  ${id}:\\n(?:    .*\\n)*?    observations:.*\\n)`), `$1      - ${row}\n`),
    readFileSync(path, 'utf8'),
  )
  writeFileSync(path, text)
}
