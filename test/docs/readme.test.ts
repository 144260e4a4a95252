import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { makeFiles } from '../build/lake-report.ts'
import { deckTexts } from '../compare/all-texts.ts'

const report = `id: library
title: The city library
publisher: City of Milford
geography: Milford
period: 2025
comparison: 2024
released: 2026-02-10
language: en
units: { visits: { label: visits } }
sources:
  return: { kind: primary, title: Return, publisher: City of Milford, published: 2026-02-10, cite: Annual return }
`

/** The files that the README shows, by their paths. */
const shown = Object.fromEntries(
  [...readFileSync('README.md', 'utf8').matchAll(/^```\w+ (\S+)\n(.*?)^```$/gms)].map(([, path, text = '']) => [
    path,
    text,
  ]),
)
const figures = 'data/visits.yaml'
const make = (change: (text: string) => string = (text) => text) =>
  makeFiles({ ...shown, 'data/report.yaml': report, [figures]: change(shown[figures] ?? '') }, ['pptx'])

it('has its measured numbers from what was measured', () => {
  const [, section = ''] = /^## Measured\n(.*?)^## /ms.exec(readFileSync('README.md', 'utf8')) ?? []
  const measured = readFileSync('docs/understand/measured.md', 'utf8')
  const numbers = [...section.matchAll(/\| ([\d,]+(?: [%\w]+)?) \|$/gm)].map(([, number = '']) =>
    number.replace(' ms', ''),
  )
  expect(numbers).toHaveLength(7)
  expect(numbers.filter((number) => !measured.includes(number))).toEqual([])
})

it('has a report in ten lines that builds without a warning', async () => {
  const { value, diagnostics } = await make()
  expect(diagnostics).toEqual([])
  const texts = deckTexts(value?.documents[0]?.bytes ?? Buffer.of())
  for (const text of ['Visits rose by 87,000, to 1.284 million', 'Visits, Milford', 'Annual return', '1.197 million'])
    expect(texts).toContain(text)
})

it('does not build with the misprint that it names, nor where visits fell', async () => {
  const misprint = await make((text) => text.replace('1.284 million', '1.194 million'))
  expect(misprint.diagnostics.map(({ message }) => message)).toContainEqual(expect.stringMatching(/^contradiction: /))
  const fall = await make((text) =>
    text.replace(', change: { since: 2024, by: 87000, rate: 7.3% }', ', change: { since: 2024, by: -87000 }'),
  )
  expect(fall.diagnostics.map(({ message }) => message)).toContainEqual(expect.stringMatching(/^not true: “rose”/))
})
