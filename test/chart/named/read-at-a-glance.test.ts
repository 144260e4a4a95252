import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { lakeReport, makeFiles } from '../../build/lake-report.ts'
import { defaultTheme } from '../../default-theme.ts'
import { readPdf } from '../../pdf.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { namedSlides } from './named-slides.ts'

const piers = ['east', 'north', 'south', 'west']

/** A report of an indicator by pier, with one figure for each pier and year, `undefined` where it is not stated. */
function pierFiles(unit: string, figures: Record<string, Record<number, (string | undefined)[]>>, deck: string) {
  const rows = Object.entries(figures).flatMap(([id, years]) =>
    Object.entries(years).flatMap(([year, values]) =>
      values.map((value, at) => `${id},${piers[at]},${year},${value ?? 'not stated'},${value ? 'harbour' : ''}`),
    ),
  )
  const indicators = Object.keys(figures).map(
    (id) => `  ${id}: { label: ${id}, unit: ${unit}, type: ratio, dimensions: [pier] }\n`,
  )
  return {
    'data/report.yaml': `${lakeReport('boats')}dimensions: { pier: { label: Pier, total: All piers, categories: { ${piers.map((pier) => `${pier}: ${pier} pier`).join(', ')} } } }\n`,
    'data/figures.yaml': `indicators:\n${indicators.join('')}`,
    'data/figures.csv': `indicator,category,period,value,source\n${rows.join('\n')}\n`,
    'templates/deck.md.hbs': deck,
  }
}

async function build(files: Record<string, string>) {
  const { value, diagnostics } = await makeFiles(files, ['pptx'])
  const parts = unzipSync(value?.documents[0]?.bytes ?? new Uint8Array())
  const read = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
  const words = (name: string) => [...read(name).matchAll(/<a:t>([^<]*)/g)].map(([, text = '']) => text)
  return { read, words, said: diagnostics.map(({ message }) => message) }
}

const shares = { 2023: ['61%', '58%', '71%', '40%'], 2024: ['63%', undefined, '70%', '42%'] }

it('names below a ranking and a bullet chart the category that has no figure, and pairs the others with their own targets', async () => {
  const { read, words, said } = await build(
    pierFiles(
      'percent',
      { full: shares, goal: { 2024: ['65%', '66%', '67%', '68%'] } },
      `# Ranking\n\n## Piers, 2024\n\n![](chart:ranking figures="full[pier]")

# First two\n\n## Piers, 2024\n\n![](chart:ranking figures="full[pier]" top=2)

# Bullet\n\n## Piers, 2024\n\n![](chart:bullet figures="full[pier]" target="goal[pier]")\n`,
    ),
  )
  expect(said).toEqual([])
  const ends = [1, 2, 3].map((slide) =>
    words(`ppt/slides/slide${slide}.xml`).some(
      (text) => text === 'C. north pier: not stated' || text.endsWith('. north pier: not stated'),
    ),
  )
  expect(ends).toEqual([true, true, true])
  const chart = read('ppt/charts/chart3.xml')
  const [bars = '', ticks = ''] = [...chart.matchAll(/<c:val>.*?<\/c:val>/gs)].map(([text]) => text)
  const numbers = (text: string) => [...text.matchAll(/<c:v>([^<]*)/g)].map(([, number]) => Number(number))
  expect([numbers(bars), numbers(ticks)]).toEqual([
    [63, 70, 42],
    [65, 67, 68],
  ])
})

it.each(['stated', 'provisional'])(
  'says the unit alone of narrow columns over them, where it would stand on a neighbour: %s',
  async (status) => {
    const depth = (id: string) =>
      `  ${id}: { label: ${id}, unit: depths, type: ratio, observations: [${[203, 191, 173, 161, 143].map((value, year) => `{ period: ${2020 + year}, value: ${value}, source: harbour, status: ${year === 4 ? status : 'stated'} }`).join(', ')}] }\n`
    const { words, read, said } = await build({
      'data/report.yaml': lakeReport('boats').replace(
        'units: {',
        'units: { depths: { label: boats per hundred anglers, said: true },',
      ),
      'data/figures.yaml': `indicators:\n${depth('east')}${depth('west')}`,
      'templates/deck.md.hbs': `# Both\n\n## Piers\n\n![](chart:columns figures=east "East")\n\n![](chart:columns figures=west "West")

# One\n\n## Piers\n\n![](chart:columns figures=east)\n`,
    })
    expect(said).toEqual([])
    const labels = (chart: number) =>
      [...read(`ppt/charts/chart${chart}.xml`).matchAll(/formatCode="([^"]*)"/g)].some(([, code = '']) =>
        code.includes('boats'),
      )
    // A label with a mark is typed.
    expect([labels(1), labels(3)]).toEqual([false, status === 'stated'])
    const drawn = Object.values(words('ppt/drawings/drawing1.xml'))
    expect(drawn).toEqual(['boats per hundred anglers'])
  },
)

it('prints the numbers of narrow cells without their per cent signs, of narrower ones the last of each row alone', async () => {
  const month = (at: number) => `${2024 - Math.floor(at / 12)}-${String(12 - (at % 12)).padStart(2, '0')}`
  const row = (id: string, count: number) =>
    piers.flatMap((pier, place) =>
      Array.from({ length: count }, (_, at) => `${id},${pier},${month(at)},${30 + place * 10 + (at % 7)}.5%,harbour`),
    )
  const files = pierFiles('percent', { few: {}, many: {} }, '')
  const folder = temporaryFolder({
    ...files,
    'data/report.yaml': files['data/report.yaml']
      .replace('period: 2024', 'period: 2024-12')
      .replace('comparison: 2023', 'comparison: 2023-12'),
    'data/figures.csv': `indicator,category,period,value,source\n${[...row('few', 20), ...row('many', 48)].join('\n')}\n`,
    'templates/briefing.md.hbs': '',
  })
  const { slides, told } = await namedSlides(folder, [
    ['Few', 'chart:heat figures="few[pier]"'],
    ['Many', 'chart:heat figures="many[pier]"'],
    ['Years', 'chart:heat figures="few[pier]" every=year'],
  ])
  expect(told).toEqual([])
  const [few = [], many = [], years = []] = slides.map(({ texts }) => texts.filter((text) => /\d\.\d|%/.test(text)))
  expect([few.length, few.filter((text) => text.includes('%'))]).toEqual([4 * 20 + 1, ['%']])
  expect(many).toEqual(['30.5%', '40.5%', '50.5%', '60.5%'])
  expect([years.length, years.filter((text) => !text.endsWith('.5%'))]).toEqual([4 * 2, []])
})

it('sets the number of a bar through zero at its far end in PowerPoint', async () => {
  const part = (id: string, value: number) =>
    `  ${id}: { label: ${id}, unit: boats, type: flow, observations: [{ period: 2024, value: "${value}", source: harbour }] }\n`
  const { read, said } = await build({
    'data/report.yaml': lakeReport('boats'),
    'data/figures.yaml': `indicators:\n${part('sold', -18400)}${part('built', 26700)}${part('sunk', -9300)}${part('balance', -1000)}lists: { parts: [sold, built, sunk] }\n`,
    'templates/deck.md.hbs': '# Boats\n\n## The lake, 2024\n\n![](chart:waterfall list=parts total=balance)\n',
  })
  expect(said).toEqual([])
  const series = [...read('ppt/charts/chart1.xml').matchAll(/<c:ser>.*?<\/c:ser>/gs)].map(([text]) => text)
  const labelled = (index: number) => series.filter((text) => new RegExp(`<c:dLbl><c:idx val="${index}"/>`).test(text))
  const [built] = labelled(1)
  expect(built).toContain('<c:v>8300</c:v>')
  expect(built).toMatch(/<c:dLbl><c:idx val="1"\/>.*?<c:dLblPos val="inEnd"\/>/s)
})

it('sets the number of a bar that ends close before zero behind the line there', async () => {
  const part = (id: string, value: number) =>
    `  ${id}: { label: ${id}, unit: boats, type: flow, observations: [{ period: 2024, value: "${value}", source: harbour }] }\n`
  const { value } = await makeFiles(
    {
      'data/report.yaml': lakeReport('boats'),
      'data/figures.yaml': `indicators:\n${part('sold', -18400)}${part('built', 17400)}${part('balance', -1000)}`,
      'templates/deck.md.hbs':
        '# Boats\n\n## The lake, 2024\n\n![](chart:waterfall figures="sold, built" total=balance)\n',
    },
    ['deck.pdf'],
  )
  const { pages } = await readPdf(value?.documents[0]?.bytes ?? new Uint8Array())
  const [sold, built] = ['18,400', '17,400'].map((words) => pages[0]?.texts.find(({ text }) => text.includes(words)))
  expect(built?.x).toBeCloseTo(sold?.x ?? 0, 0)
})

it('names answers to both sides in their order, above the chart', async () => {
  const answers = ['Never', 'Seldom', 'Often', 'Always']
  const { words, read, said } = await build({
    'data/report.yaml': `${lakeReport('boats')}dimensions: { answer: { label: Answer, total: All, categories: { ${answers.map((answer, at) => `a${at}: ${answer}`).join(', ')} } } }\n`,
    'data/figures.yaml': `indicators:\n${['east', 'west'].map((id) => `  ${id}: { label: ${id}, unit: percent, type: ratio, dimensions: [answer], observations: [${[18, 27, 35, 20].map((share, at) => `{ period: 2024, category: a${at}, value: ${share}%, source: harbour }`).join(', ')}] }\n`).join('')}`,
    'templates/deck.md.hbs':
      '# Piers\n\n## The lake, 2024\n\n![](chart:diverging figures="east[answer], west[answer]" by=answer)\n',
  })
  expect(said).toEqual([])
  expect(read('ppt/charts/chart1.xml')).not.toContain('<c:legend>')
  expect(words('ppt/drawings/drawing1.xml').filter((text) => answers.includes(text))).toEqual(answers)
})

it('gives six parts of a stack no colour that means good or bad', async () => {
  const part = (id: string) =>
    `  ${id}: { label: ${id}, unit: boats, type: stock, observations: [{ period: 2023, value: 1200, source: harbour }, { period: 2024, value: 1300, source: harbour }] }\n`
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => `pier-${letter}`)
  const folder = temporaryFolder({
    'data/report.yaml': lakeReport('boats'),
    'data/figures.yaml': `indicators:\n${ids.map(part).join('')}`,
    'templates/briefing.md.hbs': '',
  })
  const { slides } = await namedSlides(folder, [['Boats', `chart:stacked figures="${ids.join(', ')}"`]])
  const fills = new Set([...(slides[0]?.drawing.svg.matchAll(/fill="(#\w+)"/g) ?? [])].map(([, fill]) => fill))
  const { good, bad, accent, second } = defaultTheme().colors
  expect([accent, second].every((color) => fills.has(color))).toBe(true)
  expect([good, bad].filter((color) => fills.has(color))).toEqual([])
})

it('gives small charts beside text the room of their half, with words as large as elsewhere, nearly', async () => {
  const { read, said } = await build(
    pierFiles(
      'percent',
      {
        full: {
          2022: ['60%', '57%', '70%', '39%'],
          2023: ['61%', '58%', '71%', '40%'],
          2024: ['63%', '59%', '70%', '42%'],
        },
      },
      '# Piers\n::slide{layout="chart-and-text"}\n\n## The lake\n\n![](chart:multiples figures="full[pier]")\n\nWords.\n',
    ),
  )
  expect(said).toEqual([])
  const sizes = [...read('ppt/charts/chart1.xml').matchAll(/sz="(\d+)"/g)].map(([, size]) => Number(size))
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(1000)
})

it('sets small charts in as many columns as have room for their words', async () => {
  const years = { 2023: ['61%', '58%', '71%', '40%'], 2024: ['63%', '59%', '70%', '42%'] }
  const files = pierFiles('percent', { full: years }, '')
  const half = (place: string) =>
    `# In half ${place}\n::slide{layout="two-charts"}\n\n## The lake\n\n![](chart:multiples figures="full[pier]" columns=4 "Piers")\n\n![](chart:ranking figures="full[pier]" "2024")\n`
  const whole = '# Alone\n\n## The lake\n\n![](chart:multiples figures="full[pier]" columns=4)\n'
  const { value } = await makeFiles({ ...files, 'templates/deck.md.hbs': `${half('')}\n${whole}` }, ['deck.pdf'])
  const { pages } = await readPdf(value?.documents[0]?.bytes ?? new Uint8Array())
  const titles = pages.map(({ texts }) => texts.filter(({ text }) => / pier\s.*%/.test(text)))
  const rows = titles.map((texts) => new Set(texts.map(({ y }) => Math.round(y))).size)
  expect(rows).toEqual([2, 1])
  expect(Math.min(...titles.flat().map(({ size }) => size))).toBeGreaterThan(11)
})

it('says the unit above a heat map as of several, sets the share large beside a waffle, and the type of small multiples no smaller on a full page', async () => {
  const years = {
    2022: ['60%', '41%', '52%', '33%'],
    2023: ['61%', '44%', '51%', '35%'],
    2024: ['62%', '48%', '50%', '36%'],
  }
  const files = pierFiles('percent', { full: years }, '')
  const charts = ['heat figures="full[pier]" measure=change', 'waffle figures="full[east]"']
  const multiples = Array(3).fill('multiples figures="full[pier]" columns=2')
  const { value } = await makeFiles(
    {
      ...files,
      'templates/deck.md.hbs': charts
        .map((call) => `# Piers ${call.slice(0, 4)}\n\n## The lake, all piers\n\n![](chart:${call})\n`)
        .join('\n'),
      'templates/briefing.md.hbs': `# The lake\n\n${multiples.map((call) => `![](chart:${call} "Piers")\n`).join('\n')}`,
    },
    ['deck.pdf', 'pdf'],
  )
  const [deck, briefing] = await Promise.all((value?.documents ?? []).map(({ bytes }) => readPdf(bytes)))
  const [heat, waffle] = deck?.pages ?? []
  expect(heat?.texts.map(({ text }) => text)).toContain('percentage points')
  const sizeOf = (words: string) => waffle?.texts.find(({ text }) => text === words)?.size ?? 0
  expect(sizeOf('62%')).toBeGreaterThan(3 * sizeOf('full'))
  const panels = briefing?.pages.flatMap(({ texts }) => texts.filter(({ text }) => text.startsWith('east pier')))
  expect(panels?.map(({ size }) => Math.round(size))).toEqual([8, 8, 8])
})
