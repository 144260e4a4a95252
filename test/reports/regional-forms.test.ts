import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createTools } from '../../src/build/build-tools.ts'
import { makeReport } from '../../src/build.ts'
import { parseIncomplete } from '../../src/dataset/read/read.ts'
import { formatDiagnostic } from '../../src/diagnostic.ts'
import { getLocale } from '../../src/locale/get-locale.ts'
import { verifyDocument } from '../../src/trust/verify/verify-document.ts'
import { readStandard } from '../../src/verify/read-standard.ts'
import { readFinished } from '../../src/verify/run-verify.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const bicycles = (name: string) => readFileSync(join(import.meta.dirname, 'bicycles', name), 'utf8')

/** The report of the bicycles with other regions, and perhaps other words on a page of its briefing. */
function bicyclesIn(languages: string, words = ''): string {
  const report = bicycles('data/report.yaml').replace('languages: [fr, de, es]', `languages: [${languages}]`)
  return temporaryFolder({
    'data/report.yaml': report,
    'data/figures.yaml': bicycles('data/figures.yaml'),
    'templates/briefing.md.hbs': `${bicycles('templates/briefing.md.hbs')}\n\n${words}\n`,
    'templates/deck.md.hbs': bicycles('templates/deck.md.hbs'),
    'templates/charts/rides.vl.json': bicycles('templates/charts/rides.vl.json'),
  })
}

/** Its deck and PDF in one language as they are read back, and what they are held against. */
async function build(folder: string, language: string) {
  const tools = createTools()
  try {
    const request = { folder, formats: ['pptx', 'pdf'] as const, languages: [language] }
    const { value, diagnostics } = await makeReport(request, tools)
    const { value: standard } = await readStandard({ folder, language, variant: undefined })
    const files = await Promise.all((value?.documents ?? []).map(({ name, bytes }) => readFinished(name, bytes)))
    return { files, standard, said: diagnostics.map(formatDiagnostic) }
  } finally {
    await tools.close()
  }
}

it.each([
  ['es-MX', ['24.83 millones de viajes', '316,500 abonados', '61.5 %', '1,204 estaciones']],
  ['es-AR', ['24,83 millones de viajes', '316.500 abonados', '61,5 %', '1204 estaciones']],
  ['de-CH', ['24,83 Millionen', '316 500 Abonnenten', '61,5%', '1204 Stationen']],
  ['de-AT', ['24,83 Millionen', '316.500 Abonnenten', '61,5 %', '1.204 Stationen']],
  ['fr-CH', ['24,83 millions de trajets', '316 500 abonnés', '61,5%', '1 204 stations']],
  ['fr-CA', ['24,83 millions de trajets', '316 500 abonnés', '61,5 %', '1 204 stations']],
])('documents in %s have the marks of the region, and each number is proved', async (language, expected) => {
  const { files, standard, said } = await build(bicyclesIn(language), language)
  expect(said).toEqual([])
  expect(files).toHaveLength(2)
  for (const file of files) {
    if (!standard) throw new Error('nothing to hold it against')
    const { findings, reworded, counts } = verifyDocument(file, standard)
    expect([findings, reworded]).toEqual([[], []])
    expect(counts.figures).toBeGreaterThan(20)
  }
  const briefing = files.find(({ kind }) => kind === 'briefing')?.texts.map(({ text }) => text.replace(/\s/g, ' '))
  expect(expected.filter((words) => !briefing?.some((text) => text.includes(words)))).toEqual([])
})

it('a number typed in Mexico is read by its marks', async () => {
  const type = (words: string) => build(bicyclesIn('es-MX', `{{#lang "es"}}${words}{{/lang}}`), 'es-MX')
  const { said } = await type('El sistema tiene 1,204 estaciones y 61.5 % de bicicletas eléctricas.')
  expect(said.flatMap((one) => /number that comes from no figure: (.*)\n/.exec(one)?.[1] ?? [])).toEqual([
    '1,204',
    '61.5 %',
  ])
  // The hint shows that each was known for the figure that it is.
  expect(said.join('\n')).toContain('write {{value "stations"}}')
  expect(said.join('\n')).toContain('write {{value "electric-share"}}')
  const { said: none } = await type('Se contaron {{value "rides"}} de viajes, por encima de 24.5 millones.')
  expect(none).toEqual([])
  const { said: wrong } = await type('Se contaron {{value "rides"}} de viajes, por encima de 24.9 millones.')
  expect(wrong.join('\n')).toContain('24.9')
})

it.each([
  ['es-MX', "'1,234.5 millones'", '1234500000'],
  ['es-MX', "'1.5 mil millones'", '1500000000'],
  ['es-MX', "'12,480'", '12480'],
  ['es', "'1.234,5 millones'", '1234500000'],
])('a value in data of %s is read by its marks: %s', (language, value, expected) => {
  const files = {
    'data/report.yaml': bicycles('data/report.yaml').replace(/language: fr\n.*/, `language: ${language}`),
    'data/figures.yaml': bicycles('data/figures.yaml').replace('22.42 million', value),
  }
  const bytes = (text: string) => new TextEncoder().encode(text)
  const { dataset } = parseIncomplete(Object.entries(files).map(([path, text]) => ({ path, bytes: bytes(text) })))
  expect(dataset.observations.get('rides@2024')?.quantity.value.toFixed()).toBe(expected)
})

it.each([
  ['en-US', '2026-02-03', 'February 3, 2026', 'Feb 3, 2026'],
  ['en-US', '2026-02-03/2026-02-09', 'February 3 to February 9, 2026', 'Feb 3–Feb 9, 2026'],
  ['en-GB', '2026-02-03', '3 February 2026', '3 Feb 2026'],
  ['de-AT', '2026-01', 'Jänner 2026', 'Jän. 2026'],
  ['de', '2026-01', 'Januar 2026', 'Jan. 2026'],
])('%s says %s as %s', (tag, period, long, short) => {
  const { period: say } = getLocale(tag)
  expect([say(period), say(period, 'short')].map((said) => said.replaceAll('\u00a0', ' '))).toEqual([long, short])
})

it('a region that the report does not have is in error', async () => {
  const { said } = await build(bicyclesIn('fr, es'), 'es-MX')
  expect(said).toEqual([
    'error: no language of this report: es-MX\n  hint: name its region in data/report.yaml, under language or languages',
  ])
})
