import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DeckBase } from '../../src/build/base/base-types.ts'
import { findBase } from '../../src/build/base/carry-base.ts'
import { createTools } from '../../src/build/build-tools.ts'
import { formatDiagnostic } from '../../src/diagnostic.ts'
import { type RefreshedDeck, refreshDeck } from '../../src/living/refresh/refresh-deck.ts'
import { buildPresent, type Present } from '../../src/living/run-refresh.ts'
import { openPackage } from '../../src/opc/open-package.ts'

/** The report that tests use; by the working folder, for this is bundled too. */
export const internet = join(process.cwd(), 'test/fixtures/internet')

/** The deck of a report as a build makes it now. */
export async function present(folder: string): Promise<Present> {
  const tools = createTools()
  try {
    const request = { folder, formats: ['pptx'] as const }
    const { value, diagnostics } = await buildPresent(request, tools)
    if (!value) throw new Error(diagnostics.map(formatDiagnostic).join('\n'))
    return value
  } finally {
    await tools.close()
  }
}

type Change = (folder: string) => void

const presents: { changes: readonly Change[]; made: Promise<Present> }[] = []

/** The deck of the report that tests use, after changes of its figures: built once for all that ask for the same. */
export function presentAfter(...changes: readonly Change[]): Promise<Present> {
  const isSame = (others: readonly Change[]) =>
    others.length === changes.length && others.every((change, index) => change === changes[index])
  const known = presents.find((one) => isSame(one.changes))
  if (known) return known.made
  const made = buildAfter(changes)
  presents.push({ changes, made })
  return made
}

/** The deck of any report after changes, made in a folder that is gone afterwards. */
export async function buildAfter(changes: readonly Change[], report = internet): Promise<Present> {
  const folder = mkdtempSync(join(tmpdir(), 'briefwright-test-'))
  try {
    cpSync(report, folder, { recursive: true })
    for (const change of changes) change(folder)
    return await present(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What a deck carries of its build. */
export function baseOf(deck: Uint8Array): DeckBase {
  const base = findBase(openPackage(deck))?.base
  if (!base) throw new Error('a deck without its base')
  return base
}

/** A deck refreshed to a report, as the command does it. */
export function refresh(deck: Uint8Array, now: Present): RefreshedDeck {
  const date = new Date('2024-03-22T00:00:00Z')
  return refreshDeck({ deck, base: baseOf(deck), present: now, report: now.report, date })
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

/** Another table stands in the place of that of applications. */
export function showOtherTable(folder: string): void {
  const path = join(folder, 'templates/deck.md.hbs')
  const other = '| Where | All |\n|---|---|\n| China | {{value "netizens"}} |'
  writeFileSync(path, readFileSync(path, 'utf8').replace(/\{\{table "applications" columns.*\}\}/, other))
}

/** The report has grown: a breakdown of netizens by sex, a series, a category, a column, a row, a sentence and a slide more; a sentence and a row less. */
export function growReport(folder: string): void {
  edit(
    folder,
    'data/figures.yaml',
    'indicators:\n',
    `dimensions:
  sex:
    label: { en: Sex, zh: 性别 }
    total: { en: Everybody, zh: 全部 }
    categories:
      male: { label: { en: Men, zh: 男 } }
      female: { label: { en: Women, zh: 女 } }

indicators:
`,
  )
  edit(
    folder,
    'data/figures.yaml',
    '    good: up\n    definition:\n      en: Residents of China who',
    '    good: up\n    dimensions: [sex]\n    definition:\n      en: Residents of China who',
  )
  edit(
    folder,
    'data/figures.yaml',
    '          # The article gives no rate: the tool works it out.\n',
    `      - { period: 2023-12, category: male, value: 559 million, source: cnnic-53 }
      - { period: 2023-12, category: female, value: 533 million, source: cnnic-53 }
`,
  )
  edit(
    folder,
    'data/figures.yaml',
    'first-app: [new-netizens-first-app-online-video, new-netizens-first-app-instant-messaging]',
    'first-app: [new-netizens-first-app-online-video, new-netizens-first-app-others, new-netizens-first-app-instant-messaging]',
  )
  edit(
    folder,
    'data/applications.yaml',
    '    - instant-messaging-users\n',
    '    - instant-messaging-users\n    - mobile-netizens\n',
  )
  edit(folder, 'data/applications.yaml', '    - online-news-users\n', '')
  edit(
    folder,
    'templates/charts/urban-rural-netizens.vl.json',
    'urban-netizens, rural-netizens',
    'urban-netizens, rural-netizens, netizens',
  )
  const deck = 'templates/deck.md.hbs'
  edit(folder, deck, 'columns="previous value change rate" scale', 'columns="previous value change rate rank" scale')
  edit(
    folder,
    deck,
    '- {{value "mobile-netizens"}} go online by mobile phone.\n',
    '- {{value "mobile-netizens"}} go online by mobile phone.\n- {{value "rural-non-netizens"}} people in the countryside are offline.\n',
  )
  edit(folder, deck, '- Netizens as a whole: {{change "netizens.rate"}}.\n', '')
  edit(
    folder,
    deck,
    '# How to read these figures',
    `# Men and women are online
::slide{layout="chart-and-text"}

## Netizens by sex, {{geography}}, {{period}}

![](chart:ranking figures="netizens[sex]")

- {{value "netizens[male]"}} are men.
- {{value "netizens[female]"}} are women.

:::notes
Each netizen is counted as a man or a woman.
:::

# How to read these figures`,
  )
}

/** Slides show more: a box of words beside a chart, a chart beside words, a table beside a chart. */
export function showMore(folder: string): void {
  const deck = 'templates/deck.md.hbs'
  edit(folder, deck, '::slide{layout="chart" section="Access"}', '::slide{layout="chart-and-text" section="Access"}')
  edit(
    folder,
    deck,
    '![](charts/netizens.vl.json)\n',
    '![](charts/netizens.vl.json)\n\n- {{value "non-netizens"}} people are offline.\n',
  )
  edit(folder, deck, '::slide{layout="text" section="Outlook"}', '::slide{layout="chart-and-text" section="Outlook"}')
  edit(
    folder,
    deck,
    '## Questions that the next figures will answer\n',
    '## Questions that the next figures will answer\n\n![](charts/gap.vl.json)\n',
  )
  const text = readFileSync(join(folder, deck), 'utf8')
  writeFileSync(join(folder, deck), text.replace(/- \*\*(Video|Services)\.\*\*.*\n/g, ''))
  edit(
    folder,
    deck,
    '- Car-hailing: {{change "online-car-hailing-users" rate=true}}, to {{interval "online-car-hailing-users"}} users.\n- Medical services: {{change "internet-medical-users" rate=true}}, to {{value "internet-medical-users"}} users.\n',
    '{{table "everyday-services" columns="value change" scale="million" short=true head="Service"}}\n',
  )
}
