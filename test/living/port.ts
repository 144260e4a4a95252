import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '../temporary-folder.ts'

/** A port authority's report on September 2026, in Spanish. */
export const port = join(process.cwd(), 'test/fixtures/port')

/** A folder of its own with that report. */
export function portReport(): string {
  const folder = temporaryFolder()
  cpSync(port, folder, { recursive: true })
  return folder
}

/** Replaces a text in a file of a report. */
export function rewrite(folder: string, file: string, from: string | RegExp, to: string): void {
  const path = join(folder, file)
  const text = readFileSync(path, 'utf8')
  const isThere = typeof from === 'string' ? text.includes(from) : text.search(from) >= 0
  if (!isThere) throw new Error(`not in ${file}: ${from}`)
  writeFileSync(path, text.replace(from, to))
}

/** The report moves on to October. */
export function moveToOctober(folder: string): void {
  const report = 'data/report.yaml'
  rewrite(folder, report, 'period: 2026-09', 'period: 2026-10')
  rewrite(folder, report, 'comparison: 2025-09', 'comparison: 2025-10')
  rewrite(folder, report, 'released: 2026-10-14', 'released: 2026-11-13')
  rewrite(folder, report, 'puerto, septiembre', 'puerto, octubre')
  rewrite(
    folder,
    report,
    'sources:\n',
    "sources:\n  octubre: { kind: primary, title: Registro de octubre, publisher: Autoridad Portuaria de Almenara, published: 2026-11-11, cite: 'Autoridad Portuaria de Almenara, registro de escalas y mercancías, 11 de noviembre de 2026' }\n",
  )
  const add = (before: string, lines: readonly string[]) =>
    rewrite(
      folder,
      'data/figures.yaml',
      before,
      `${lines.map((line) => `- { ${line}, source: octubre }\n      `).join('')}${before}`,
    )
  add("- { period: 2026-09, value: '2,427 millones'", [
    "period: 2026-10, value: '2,502 millones', change: { since: 2025-10, by: '95000', rate: '3,9 %' }",
    "period: 2026-10, category: north, value: '1,040 millones'",
    "period: 2026-10, category: south, value: '669000'",
    "period: 2026-10, category: east, value: '512000'",
    "period: 2026-10, category: island, value: '281000'",
    "period: 2025-10, category: north, value: '995000'",
    "period: 2025-10, category: south, value: '675000'",
    "period: 2025-10, category: east, value: '490000'",
    "period: 2025-10, category: island, value: '247000'",
  ])
  add("- { period: 2026-09, value: '1204'", [
    "period: 2026-10, value: '1187', change: { since: 2025-10, by: '-22', rate: '-1,8 %' }",
  ])
  add("- { period: 2026-09, value: '187900'", [
    "period: 2026-10, value: '142300', change: { since: 2025-10, by: '-4100', rate: '-2,8 %' }",
  ])
  for (const file of readdirSync(join(folder, 'templates')).filter((name) => name.endsWith('.hbs')))
    rewrite(folder, `templates/${file}`, 'periods="2025-09 2026-09"', 'periods="2025-10 2026-10"')
}
