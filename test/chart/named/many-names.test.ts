import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { lakeReport, makeFiles } from '../../build/lake-report.ts'
import { readPdf } from '../../pdf.ts'

/** Files of a report of one share by pier, of which some piers have figures. */
function pierFiles(piers: number, stated: number): Record<string, string> {
  const names = Array.from({ length: piers }, (_, at) => `p${at}: Pier ${at}`)
  const rows = Array.from({ length: stated }, (_, at) =>
    [2023, 2024].map((year) => `full,p${at},${year},${at === 0 ? 60 : 40 + at / 10}%,harbour`),
  )
  return {
    'data/report.yaml': `${lakeReport('boats')}dimensions: { pier: { label: Pier, total: All piers, categories: { ${names.join(', ')} } } }\n`,
    'data/figures.yaml':
      'indicators:\n  full: { label: Full, unit: percent, type: ratio, dimensions: [pier], observations: [] }\n',
    'data/figures.csv': `indicator,category,period,value,source\n${rows.flat().join('\n')}\n`,
  }
}

/** What a briefing of them shows. */
async function briefing(piers: number, stated: number, chart: string) {
  const template = `# Piers\n\n![](chart:${chart} "Piers")\n`
  const { value } = await makeFiles({ ...pierFiles(piers, stated), 'templates/briefing.md.hbs': template }, ['pdf'])
  const { pages } = await readPdf(value?.documents[0]?.bytes ?? new Uint8Array())
  const texts = pages.flatMap((page) => page.texts)
  return { texts, names: texts.filter(({ text }) => /^Pier \d+(?!.*not stated)/.test(text)) }
}

it('names lines within the plot in the order of their ends, one that lies apart at its own', async () => {
  const { names, texts } = await briefing(16, 16, 'line figures="full[pier]"')
  const down = names.toSorted((one, other) => one.y - other.y)
  const order = down.map(({ text }) => Number(/\d+/.exec(text)?.[0]))
  expect(order).toEqual([0, ...Array.from({ length: 15 }, (_, at) => 15 - at)])
  const steps = down.slice(1).map(({ y, size }, at) => (y - (down[at]?.y ?? 0)) / size)
  expect(Math.min(...steps)).toBeGreaterThan(1)
  const level = texts.find(({ text }) => text === '60%')
  expect(Math.abs((down[0]?.y ?? 0) - (level?.y ?? 0))).toBeLessThan(4)
})

it('keeps names that were pushed a little apart as far apart in PowerPoint', async () => {
  const files = pierFiles(5, 5)
  const ends = [42, 40, 58, 21]
  const rows = ends.flatMap((end, at) => [2023, 2024].map((year) => `full,p${at},${year},${end}%,harbour`))
  files['data/figures.csv'] = `indicator,category,period,value,source\n${rows.join('\n')}\n`
  const deck = '# Piers\n::slide{layout="chart"}\n\n## Full, by pier\n\n![](chart:line figures="full[pier]")\n'
  const { value } = await makeFiles({ ...files, 'templates/deck.md.hbs': deck }, ['pptx'])
  const parts = unzipSync(value?.documents[0]?.bytes ?? new Uint8Array())
  const chart = strFromU8(parts['ppt/charts/chart1.xml'] ?? new Uint8Array())
  const labels = [...chart.matchAll(/<c:dLbl>.*?<\/c:dLbl>/g)].map(([label]) => label)
  const [above = 0, below = 0, ...others] = labels.map((label) => Number(/<c:y val="([^"]*)"/.exec(label)?.[1] ?? 0))
  expect(above).toBeLessThan(-0.005)
  expect(below).toBeGreaterThan(0.005)
  expect(others).toEqual([0, 0])
})

it('makes a chart of many bars on a page as high as its names can be read', async () => {
  const { names } = await briefing(36, 36, 'ranking figures="full[pier]"')
  expect(names).toHaveLength(36)
  expect(Math.min(...names.map(({ size }) => size))).toBeGreaterThan(7)
})

it('sets the names of a heat map for the rows that it has, not for all that there might be', async () => {
  const { names } = await briefing(40, 5, 'heat figures="full[pier]"')
  expect(names).toHaveLength(5)
  expect(Math.min(...names.map(({ size }) => size))).toBeGreaterThan(7)
})
