import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import { expect, it } from 'vitest'
import { runHere } from '../cli/run-command.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const report = `id: soins
title: { fr: Les soins au Val, en: Care in the Val }
publisher: { fr: Observatoire du Val, en: Val Observatory }
geography: { fr: Val, en: Val }
period: 2025
comparison: 2024
released: 2026-08-12
language: en
languages: [en, fr]
units: { visits: { label: { fr: passages, en: visits } } }
sources: { enquete: { kind: primary, title: { fr: Relevé, en: Return }, publisher: { fr: Observatoire du Val, en: Val Observatory }, published: 2026-08-10, cite: { fr: Relevé, en: Return } } }
`
const figures = `indicators:
  visits:
    label: { fr: Passages, en: Visits }
    unit: visits
    type: flow
    observations: [{ period: 2025, value: 148200, source: enquete }, { period: 2024, value: 142300, source: enquete }]
`
const table = '{{table "visits" rows="indicator" columns="period"}}'
const files = {
  'data/report.yaml': report,
  'data/figures.yaml': figures,
  'templates/deck.md.hbs': '# {{title}}\n',
  'templates/briefing.en.md.hbs': `# {{title}}\n\nThe services of the Val saw {{value "visits"}} visits in {{period}}.\n\n${table}\n`,
  'templates/briefing.fr.md.hbs': `# {{title}}\n\nLes services du Val ont reçu {{value "visits"}} passages en {{period}} dans les maisons et les cabinets de la région.\n\n${table}\n`,
}

/** The words of the French briefing as another program sets them: without structure, and called English. */
async function writtenAgain(): Promise<Buffer> {
  const pdf = new PDFDocument({ lang: 'en' })
  const pieces: Buffer[] = []
  pdf.on('data', (piece: Buffer) => pieces.push(piece))
  const done = new Promise((resolve) => pdf.on('end', resolve))
  pdf.text('Les soins au Val', 72, 72)
  pdf.text(
    'Les services du Val ont reçu 148 200 passages en 2025 dans les maisons et les cabinets de la région.',
    72,
    100,
  )
  const row = { Passages: 72, '142 300': 300, '148 200': 400 }
  for (const [words, x] of Object.entries(row)) pdf.text(words, x, 150, { lineBreak: false })
  pdf.end()
  await done
  return Buffer.concat(pieces)
}

it('reads numbers beside each other, and the edition that its words are of, in a file of another program', async () => {
  const folder = temporaryFolder(files)
  const file = join(folder, 'again.pdf')
  writeFileSync(file, await writtenAgain())
  const { stdout } = await runHere(['verify', file, '--report', folder])
  expect(stdout).toContain('proved; 1 page, 3 figures')
})
