import { expect, it } from 'vitest'
import { lakeReport, makeFiles } from '../../build/lake-report.ts'
import { readPdf } from '../../pdf.ts'

/** A report of one share by pier, of which some piers have figures; what its briefing shows. */
async function briefing(piers: number, stated: number, chart: string) {
  const names = Array.from({ length: piers }, (_, at) => `p${at}: Pier ${at}`)
  const rows = Array.from({ length: stated }, (_, at) =>
    [2023, 2024].map((year) => `full,p${at},${year},${at === 0 ? 60 : 40 + at / 10}%,harbour`),
  )
  const { value } = await makeFiles(
    {
      'data/report.yaml': `${lakeReport('boats')}dimensions: { pier: { label: Pier, total: All piers, categories: { ${names.join(', ')} } } }\n`,
      'data/figures.yaml':
        'indicators:\n  full: { label: Full, unit: percent, type: ratio, dimensions: [pier], observations: [] }\n',
      'data/figures.csv': `indicator,category,period,value,source\n${rows.flat().join('\n')}\n`,
      'templates/briefing.md.hbs': `# Piers\n\n![](chart:${chart} "Piers")\n`,
    },
    ['pdf'],
  )
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
