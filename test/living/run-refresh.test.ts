import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runHere } from '../cli/run-command.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { editDeck } from '../trust/verify/edit-deck.ts'
import { portReport, rewrite } from './port.ts'

const french = {
  'data/report.yaml': `id: emploi
title: Note sur l’emploi
publisher: Observatoire du Val
geography: le Val
period: 2026-Q2
comparison: 2026-Q1
released: 2026-08-12
language: fr
units: { jobs: { label: emplois, said: true } }
sources: { enquete: { kind: primary, title: Enquête, publisher: Observatoire du Val, published: 2026-08-10, cite: Enquête emploi } }
`,
  'data/figures.yaml': `indicators:
  jobs:
    label: Emplois salariés
    unit: jobs
    type: stock
    observations: [{ period: 2026-Q2, value: '212 400', source: enquete, change: { since: 2026-Q1, by: '1 300' } }]
`,
  'templates/deck.md.hbs': `# {{title}}
::slide{layout="title"}

# L’emploi

- L’emploi salarié atteint {{value "jobs"}}.
`,
}

it('says a French number whole, with its own spaces', async () => {
  const folder = temporaryFolder(french)
  await runHere(['build', folder])
  rewrite(folder, 'data/figures.yaml', "value: '212 400'", "value: '213 900'")
  const { stdout, code } = await runHere(['refresh', join(folder, 'out/emploi.pptx'), '--report', folder])
  expect(stdout).toContain('slide 2, Texte: 212\u202f400 → 213\u202f900\n')
  expect(code).toBe(0)
})

it('keeps the spaces of numbers that people type, or that there are none, and says such numbers whole', async () => {
  const folder = temporaryFolder(french)
  await runHere(['build', folder])
  const deck = join(folder, 'out/emploi.pptx')
  const typed = editDeck(readFileSync(deck), (parts) => {
    const slide = parts.saying('salarié')
    const own = '<a:p><a:r><a:t>Emplois salariés : 212 400 (=212400)</a:t></a:r></a:p>'
    parts.set(slide, parts.get(slide).replace(/(?=<\/p:txBody>(?![\s\S]*<\/p:txBody>))/, own))
  })
  writeFileSync(deck, typed)
  rewrite(folder, 'data/figures.yaml', "value: '212 400'", "value: '213 900'")
  const { stdout } = await runHere(['refresh', deck, '--report', folder])
  expect(stdout).toContain(': 212 400 (=212400) → 213 900 (=213900)\n')
})

/** What a refresh says of a deck of the port's in which a value was typed into a chart. */
async function refreshed(): Promise<string> {
  const folder = portReport()
  await runHere(['build', folder])
  const deck = join(folder, 'out/puerto-2026-09.pptx')
  const typed = editDeck(readFileSync(deck), (parts) => {
    const chart = parts.saying('Muelle de Levante', /^ppt\/charts\/chart\d+\.xml$/)
    parts.replace(chart, '497000</c:v>', '499000</c:v>')
  })
  writeFileSync(deck, typed)
  rewrite(folder, 'data/figures.yaml', "value: '497000'", "value: '503000'")
  rewrite(folder, 'data/figures.yaml', "value: '2,427 millones'", "value: '2,433 millones'")
  rewrite(folder, 'data/figures.yaml', "by: '112000', rate: '4,8 %'", "by: '118000', rate: '5,1 %'")
  return (await runHere(['refresh', deck, '--report', folder])).stdout
}

it('calls texts of the file’s properties by what they are, and says values of charts as the deck’s language does', async () => {
  const said = await refreshed()
  expect(said).toContain('List of slides in the properties: 4,8 → 5,1; 2,427 → 2,433')
  expect(said).toContain('Tendencia: Cifra clave: Mercancías: course → drawn anew')
  expect(said).not.toMatch(/: *\n/)
  expect(said).toContain('“499.000” was typed at “Muelle de Levante”: it is 503.000 now')
})
