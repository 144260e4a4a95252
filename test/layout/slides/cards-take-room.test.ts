import { expect, it } from 'vitest'
import { lakeReport, makeFiles } from '../../build/lake-report.ts'
import { readPdf } from '../../pdf.ts'

const figure = (id: string) =>
  `  ${id}: { label: ${id}, unit: percent, type: ratio, observations: [${[5.1, 5.3, 5.2, 5.4, 5.5].map((share, year) => `{ period: ${2020 + year}, value: ${share}%, source: harbour }`).join(', ')}] }\n`

/** The sizes of type in which a slide says some words. */
async function sizesOf(words: RegExp, body: string, language = 'en') {
  const { value, diagnostics } = await makeFiles(
    {
      'data/report.yaml': lakeReport('boats').replace('language: en', `language: ${language}`),
      'data/figures.yaml': `indicators:\n${['east', 'north', 'south', 'west'].map(figure).join('')}`,
      'templates/deck.md.hbs': `# Lake\n\n## 2024\n\n${body}\n`,
    },
    ['deck.pdf'],
  )
  expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([])
  const { pages } = await readPdf(value?.documents[0]?.bytes ?? new Uint8Array())
  return (pages[0]?.texts ?? [])
    .filter(({ text }) => words.test(text.replaceAll('\u00a0', ' ')))
    .map(({ size }) => size)
}

const cards = (...ids: string[]) => `:::key-figures\n${ids.map((id) => `{{key-figure "${id}"}}`).join('\n')}\n:::`

it('sets the sign of a per cent as large as its number where the language parts them', async () => {
  const sizes = await sizesOf(/^5,5 %$/, cards('east', 'north'), 'de')
  expect(sizes).toHaveLength(2)
})

it('sets four cards, and cards above a few words in three columns, larger where they leave room', async () => {
  const [four = 0] = await sizesOf(/^5\.5%$/, cards('east', 'north', 'south', 'west'))
  const column = (id: string, words: string) =>
    `:::column\n### ${id}\n\n${cards(id).replaceAll(':::', '::::')}\n\n${words}\n:::`
  const columns = (words: string) =>
    `::slide{layout="three-columns"}\n\n::::::columns\n${['east', 'north', 'south']
      .map((id) =>
        column(id, words)
          .replaceAll(/^:::(?!:)/gm, ':::::')
          .replaceAll(/^::::(?!:)/gm, '::::'),
      )
      .join('\n\n')}\n::::::`
  const few = await sizesOf(/^(5\.5%|Boats)/, columns('Boats lie here.'))
  const many = await sizesOf(
    /^(5\.5%|Boats)/,
    columns('Boats lie here and there on the lake, as far as one can see. '.repeat(6)),
  )
  expect(few[0]).toBeGreaterThan(many[0] ?? 0)
  expect(Math.max(...few.slice(1))).toBeGreaterThan(Math.min(...many.slice(1)))
  expect(four).toBeGreaterThan(many[0] ?? 0)
})
