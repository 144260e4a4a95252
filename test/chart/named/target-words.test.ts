import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { lakeReport, makeFiles } from '../../build/lake-report.ts'
import { readPdf } from '../../pdf.ts'

const figure = (id: string, unit: string, values: Record<number, string>) =>
  `  ${id}: { label: ${id}, unit: ${unit}, type: ${unit === 'boats' ? 'stock' : 'ratio'}, observations: [${Object.entries(
    values,
  )
    .map(([year, value]) => `{ period: ${year}, value: "${value}", source: harbour }`)
    .join(', ')}] }\n`

async function make(body: string, figures: string, format: 'pptx' | 'deck.pdf') {
  const { value, diagnostics } = await makeFiles(
    {
      'data/report.yaml': lakeReport('boats'),
      'data/figures.yaml': `indicators:\n${figures}`,
      'templates/deck.md.hbs': `# The lake\n\n## The lake, by year\n\n${body}\n`,
    },
    [format],
  )
  expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([])
  return value?.documents[0]?.bytes ?? new Uint8Array()
}

/** The left and the right end of words of the slide. */
async function endsIn(bytes: Uint8Array) {
  const { pages } = await readPdf(bytes)
  return (words: string) => {
    const found = pages[0]?.texts.find(({ text }) => text.includes(words))
    if (!found) throw new Error(`not there: ${words}`)
    return { left: found.x, right: found.x + found.width, size: found.size }
  }
}

it('sets the number that a target’s line would run through within its bar, others beside theirs', async () => {
  const figures = figure('metro', 'percent', { 2024: '96.9%' }) + figure('bus', 'percent', { 2024: '86.0%' })
  const ends = await endsIn(
    await make(
      '![](chart:ranking figures="metro, bus" target=goal)',
      figures + figure('goal', 'percent', { 2024: '90%' }),
      'deck.pdf',
    ),
  )
  const { left, right } = ends('goal')
  const line = (left + right) / 2
  expect(ends('86.0%').right).toBeLessThan(line - 15)
  expect(ends('96.9%').left).toBeGreaterThan(line)
})

const charges = { 2019: '81', 2020: '78', 2021: '76', 2022: '64', 2023: '61', 2024: '59' }
const columns = '![](chart:columns figures="charge" target=limit)'

it('sets the words of a target over the later columns where these end below it, which then have the whole width', async () => {
  const figures = figure('charge', 'boats', charges) + figure('limit', 'boats', { 2024: '75' })
  const below = await endsIn(await make(columns, figures, 'deck.pdf'))
  expect(below('limit').right).toBeGreaterThan(900)
  expect(below('limit').left).toBeGreaterThan(below('2022').left)
  expect(below('2024').left).toBeGreaterThan(800)
  const above = await endsIn(await make(columns, figures.replace('"59"', '"79"'), 'deck.pdf'))
  expect(above('limit').left).toBeGreaterThan(above('2024').right)
  expect(above('2024').right).toBeLessThan(below('2024').right - 30)
})

const rows = {
  east: ['775,500', '650,000'],
  south: ['529,400', '528,000'],
  west: ['265,300', '240,000'],
  north: ['125,000', '124,000'],
}
const dots = Object.entries(rows)
  .map(([id, [now = '', then = '']]) => figure(id, 'boats', { 2024: now, 2023: then }))
  .join('')
const dumbbell = '![](chart:dumbbell figures="east, south, west, north")'

it('says the two periods of a dumbbell over a line that can be seen, where none has room beside it', async () => {
  const pair = `::slide{layout="two-charts"}\n\n${dumbbell}\n\n![](chart:ranking figures="east, south, west, north")`
  const { pages } = await readPdf(await make(pair, dots, 'deck.pdf'))
  const [then, name] = ['2023', 'east'].map((words) => pages[0]?.texts.find(({ text, x }) => text === words && x < 480))
  expect(then?.y).toBeLessThan(name?.y ?? 0)
  expect(then?.y).toBeGreaterThan((name?.y ?? 0) - 30)
})

it('gives PowerPoint no axis that counts from its own beginning where one tick is drawn', async () => {
  const pair = `::slide{layout="two-charts"}\n\n${dumbbell}\n\n![](chart:ranking figures="east, south, west, north")`
  const parts = Object.entries(unzipSync(await make(pair, dots, 'pptx'))).map(([name, bytes]) => [
    name,
    strFromU8(bytes),
  ])
  const [axis] = parts.flatMap(([, text = '']) => (text.includes('<c:scatterChart>') ? [text] : []))
  expect(axis?.match(/<c:valAx>.*?<\/c:valAx>/g)?.every((one) => one.includes('<c:tickLblPos val="none"/>'))).toBe(true)
  expect(
    parts.filter(([name = '', text = '']) => name.startsWith('ppt/drawings/') && text.includes('>500,000<')),
  ).toHaveLength(1)
})
