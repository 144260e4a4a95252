import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { createTools } from '../../src/build/build-tools.ts'
import { checkInput } from '../../src/build/check-input.ts'
import { drawReport } from '../../src/build.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { lakeReport, makeFiles } from './lake-report.ts'

const report = lakeReport('cas')
  .replace('language: en', 'language: fr')
  .replace(/period: 2024\ncomparison: 2023/, 'period: 2024-W48\ncomparison: 2024-W47')
const weeks = Array.from({ length: 20 }, (_, index) => `2024-W${29 + index}`)
const levels = (first: number) =>
  weeks.map((period, index) => `{ period: ${period}, value: ${first + index * 7}, source: harbour }`).join(', ')
const figures = `indicators:
  grippe: { label: Grippe, unit: per-100000, type: ratio, observations: [${levels(10)}] }
  cas: { label: Cas, unit: cas, type: flow, observations: [${levels(1200)}] }
`

it('prints rates and weeks in French on charts and slides, with digits that no line parts', async () => {
  const { value, diagnostics } = await makeFiles(
    {
      'data/report.yaml': report,
      'data/figures.yaml': figures,
      'templates/deck.md.hbs':
        '# Grippe\n\n## Taux pour 100 000 habitants\n\n![](chart:line figures="grippe")\n\n# Cas\n\nOn a compté {{value "cas"}} cas.\n',
    },
    ['pptx'],
  )
  expect(diagnostics.map(({ message }) => message)).toEqual([])
  const files = unzipSync(value?.documents[0]?.bytes ?? new Uint8Array())
  const read = (name: string) => strFromU8(files[name] ?? new Uint8Array())
  expect(read('ppt/charts/chart1.xml')).toContain('0&quot;\u00a0pour\u00a0100\u202f000&quot;')
  expect(read('ppt/slides/slide2.xml')).toContain('1\u202f333')
})

it('reads the sentences of the languages that are built, and no others', async () => {
  const deck = (words: string) => `# Cas\n\n${words} ({{value "cas"}}).\n`
  const folder = temporaryFolder({
    'data/report.yaml': report,
    'data/figures.yaml': figures,
    'templates/deck.fr.md.hbs': deck('Il y en a eu beaucoup'),
    'templates/deck.en.md.hbs': deck('Half of them were children'),
  })
  const tools = createTools()
  try {
    const request = { folder, languages: ['fr'] }
    const { value } = await drawReport(request, tools)
    expect(value && checkInput([value]).map(({ message }) => message)).toEqual([])
  } finally {
    await tools.close()
  }
})
