import { expect, it } from 'vitest'
import { breakName } from '../../../src/chart/draw/vega/name-lines.ts'
import { lakeReport, makeFiles } from '../../build/lake-report.ts'
import { readPdf } from '../../pdf.ts'
import { readPptx } from '../../pptx.ts'

const kinds = {
  legal: 'Rechtsschutzversicherungsgesellschaften und Pensionskassen',
  public: 'Öffentliche Verwaltung, Verteidigung, Sozialversicherung',
  trade: 'Handel',
}

/** A slide of words beside a chart, in the PDF and in PowerPoint. */
async function slide(chart: string, all: Record<string, string> = kinds) {
  const names = Object.entries(all).map(([id, name]) => `${id}: "${name}"`)
  const rows = Object.keys(all).flatMap((id, at) =>
    [2021, 2022, 2023, 2024].map((year) => `jobs,${id},${year},${at ** 3 * 8_000 + 300_000 + year * 10},harbour`),
  )
  const { value } = await makeFiles(
    {
      'data/report.yaml': `${lakeReport('boats').replace('language: en', 'language: de')}dimensions: { kind: { label: Zweig, total: Alle, categories: { ${names.join(', ')} } } }\n`,
      'data/figures.yaml':
        'indicators:\n  jobs: { label: Stellen, unit: boats, type: stock, dimensions: [kind], observations: [] }\n',
      'data/figures.csv': `indicator,category,period,value,source\n${rows.join('\n')}\n`,
      'templates/deck.md.hbs': `# Stellen am See\n\n## Stellen nach Zweigen, See\n\n![](chart:${chart})\n\nDie Zahl der Stellen ist gewachsen, vor allem im Handel.\n`,
    },
    ['deck.pdf', 'pptx'],
  )
  const bytes = (format: string) =>
    value?.documents.find((document) => document.format === format)?.bytes ?? new Uint8Array()
  const { pages } = await readPdf(bytes('deck.pdf'))
  return {
    texts: pages.flatMap((page) => page.texts),
    chart: readPptx(bytes('pptx')).files.get('ppt/charts/chart1.xml') ?? '',
  }
}

it('leaves a line chart beside words a third of its width and more: long names at its ends stand in lines, on the slide as in PowerPoint, where the number is a field that follows it', async () => {
  const drawn = await slide('line figures="jobs[kind]"')
  const years = drawn.texts.filter(({ text }) => /^20\d\d$/.test(text)).map(({ x }) => x)
  expect(Math.max(...years) - Math.min(...years)).toBeGreaterThan(150)
  const sizes = drawn.texts.filter(({ text }) => /kassen|sicherung/.test(text)).map(({ size }) => size)
  expect(sizes.length).toBeGreaterThan(1)
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12)
  const label = /<c:dLbl>(?:(?!<\/c:dLbl>).)*Verwaltung.*?<\/c:dLbl>/.exec(drawn.chart)?.[0] ?? ''
  const lines = (label.match(/<a:p>.*?<\/a:p>/g) ?? []).map((line) => line.replaceAll(/<[^>]*>/g, ''))
  expect(lines.length).toBeGreaterThan(1)
  expect(lines.join(' ')).toBe(`${kinds.public}\u2002328.240`)
  expect(label).toMatch(/<a:fld [^>]*type="VALUE".*328\.240/)
  // A larger one would draw the lines over each other.
  expect(drawn.chart).toMatch(/<c:valAx>(?:(?!<\/c:valAx>).)*<c:max val="/)
})

it('sets the numbers at the start of a slope at their points, however many lines the names at its end have', async () => {
  const { texts } = await slide('slope figures="jobs[kind]" since="2021"')
  const middle = (pattern: RegExp) => {
    const found = texts.filter(({ text }) => pattern.test(text)).map(({ y }) => y)
    return found.reduce((sum, y) => sum + y, 0) / found.length
  }
  // Each grew by as much, so that the lines are level but for that.
  const rise = middle(/^384\.210$/) - middle(/^Handel/)
  expect(middle(/^320\.210$/) - middle(/Rechts|Pensions/)).toBeCloseTo(rise, -1)
})

it('sets names beside dots smaller where twelve of them would leave the dots no room', async () => {
  const long = 'Repair and maintenance of household and personal equipment'
  const { texts } = await slide(
    'dumbbell figures="jobs[kind]"',
    Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`k${at}`, `${long} ${at}`])),
  )
  const names = texts.filter(({ text }) => text.startsWith('Repair'))
  expect(names).toHaveLength(12)
  for (const { size } of names) expect(size).toBeCloseTo(12, 1)
})

it('breaks Chinese names between words', () => {
  expect(breakName('餐饮、住宿及其他旅游接待服务')).toEqual(['餐饮、住宿及', '其他旅游接待服务'])
  expect(breakName('住房维修及家庭设备用品和服务（含租赁）')).toEqual(['住房维修及家庭设备', '用品和服务（含租赁）'])
})
