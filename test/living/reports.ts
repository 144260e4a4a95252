import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTools } from '../../src/build/build-tools.ts'
import { createStopwatch } from '../../src/build/stopwatch.ts'
import { formatDiagnostic } from '../../src/diagnostic.ts'
import { buildPresent, type Present } from '../../src/living/refresh/build-present.ts'
import { type RefreshedDeck, refreshDeck } from '../../src/living/refresh/refresh-deck.ts'

/** The report that tests use; by the working folder, for this is bundled too. */
export const internet = join(process.cwd(), 'test/fixtures/internet')

/** The deck of a report as a build makes it now. */
export async function present(folder: string): Promise<Present> {
  const tools = createTools()
  try {
    const request = { folder, formats: ['pptx'] as const, language: undefined, date: undefined }
    const { value, diagnostics } = await buildPresent(
      request,
      tools,
      createStopwatch(() => {}),
    )
    if (!value) throw new Error(diagnostics.map(formatDiagnostic).join('\n'))
    return value
  } finally {
    await tools.close()
  }
}

/** The deck of the report that tests use, after changes of its figures. */
export async function presentAfter(...changes: readonly ((folder: string) => void)[]): Promise<Present> {
  const folder = mkdtempSync(join(tmpdir(), 'briefwright-test-'))
  try {
    cpSync(internet, folder, { recursive: true })
    for (const change of changes) change(folder)
    return await present(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A deck refreshed to a report, as the command does it. */
export function refresh(deck: Uint8Array, now: Present): RefreshedDeck {
  return refreshDeck({ deck, present: now, report: now.report, date: new Date('2024-03-22T00:00:00Z') })
}

/** Changes a file of a report as an author would. */
function edit(folder: string, file: string, from: string, to: string): void {
  const path = join(folder, file)
  const text = readFileSync(path, 'utf8')
  if (!text.includes(from)) throw new Error(`not in ${file}: ${from}`)
  writeFileSync(path, text.replace(from, to))
}

/** Figures are revised a little. */
export function reviseFigures(folder: string): void {
  edit(folder, 'data/figures.yaml', 'value: 1.091 billion', 'value: 1.090 billion')
  edit(folder, 'data/figures.yaml', 'value: 37.8%', 'value: 38.1%')
  edit(folder, 'data/figures.yaml', 'value: 21.7 pp', 'value: 21.9 pp')
  edit(folder, 'data/figures.yaml', 'printed: 21.7', 'printed: 21.9')
  edit(folder, 'data/figures.yaml', 'value: 15.4 trillion', 'value: 15.53 trillion')
  edit(folder, 'data/figures.yaml', 'rate: 11%', 'rate: 11.9%')
  edit(folder, 'data/applications.yaml', 'by: over 47 million', 'by: over 49 million')
  edit(folder, 'data/applications.yaml', 'value: 973 million', 'value: 975 million')
  edit(
    folder,
    'data/applications.csv',
    'government-service-usage-rate,2023-12,89.1%',
    'government-service-usage-rate,2023-12,89.3%',
  )
  edit(folder, 'data/applications.csv', '953.86 million', '954.86 million')
  edit(folder, 'data/applications.csv', '42.43 million', '43.43 million')
  edit(folder, 'data/applications.csv', 'payment-usage-rate,2023-12,87.3%', 'payment-usage-rate,2023-12,87.4%')
}

/** The groups of shoppers do not overlap for certain any more, and online video has another number than netizens had: words of two slides are false. */
export function makeWordsFalse(folder: string): void {
  edit(folder, 'data/figures.yaml', 'value: 58.3%', 'value: 38.3%')
  edit(folder, 'data/applications.yaml', 'value: 1.067 billion', 'value: 1.068 billion')
  edit(folder, 'data/applications.yaml', 'by: 36.13 million', 'by: 37.13 million')
  edit(folder, 'data/applications.csv', 'video-usage-rate,2023-12,97.7%', 'video-usage-rate,2023-12,97.8%')
  const checks = join(folder, 'data/checks.yaml')
  const text = readFileSync(checks, 'utf8')
  writeFileSync(checks, text.replace(/ {2}- id: shares-sum\n(?: {4}.*\n|\n)+/, ''))
}
