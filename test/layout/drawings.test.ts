import { expect, test } from 'vitest'
import type { Chart, Drawing } from '../../src/chart/types.ts'
import type { Size } from '../../src/graphics/types.ts'
import { drawCharts, rasterizeCharts, toDrawings } from '../../src/layout/drawings.ts'
import type { ChartItem, Page } from '../../src/layout/types.ts'
import { bound, gapColumns, netizensLine } from '../chart/sample.ts'

const place = { file: 'templates/deck.md.hbs', line: 1, column: 1 }
const item = (chart: Chart, width: number): ChartItem => ({
  type: 'chart',
  name: 'Chart',
  role: 'chart',
  box: { x: 0, y: 0, width, height: 100 },
  chart,
  alt: '',
  tags: [],
})
const page = (...items: ChartItem[]): Page => ({
  number: 1,
  width: 960,
  height: 540,
  layout: 'chart',
  title: '',
  items,
  notes: [],
  place,
})
const drawing = ({ width, height }: Size): Drawing => ({
  texts: [],
  seen: [],
  width,
  height,
  svg: `<svg width="${width}"/>`,
  paint: () => undefined,
})
const [gap, netizens] = [bound(gapColumns), bound(netizensLine)]

test('each chart is drawn once at each size, and its picture made once', async () => {
  const asked: string[] = []
  const items = [item(gap, 200), item(gap, 200), item(gap, 300), item(netizens, 200)]
  const { value, diagnostics } = await drawCharts(
    [page(...items.slice(0, 2)), page(...items.slice(2))],
    async (chart, size) => {
      asked.push(`${chart === gap ? 'gap' : 'netizens'} ${size.width}`)
      return { value: drawing(size), diagnostics: [] }
    },
  )
  expect([asked, diagnostics]).toEqual([['gap 200', 'gap 300', 'netizens 200'], []])
  const pictures: string[] = []
  const drawn = await rasterizeCharts(value ?? new Map(), async ({ svg }) => {
    pictures.push(svg)
    return new Uint8Array([pictures.length])
  })
  expect(pictures).toHaveLength(3)
  expect(items.map((one) => toDrawings(drawn)(one).png?.[0])).toEqual([1, 1, 2, 3])
})

test('all troubles of all charts are told, once each', async () => {
  const { value, diagnostics } = await drawCharts(
    [page(item(gap, 200), item(gap, 200), item(netizens, 200))],
    async ({ rows }) => ({
      value: undefined,
      diagnostics: [{ severity: 'error', message: `cannot draw: ${rows[0]?.indicator}` }],
    }),
  )
  expect(value).toBeUndefined()
  expect(diagnostics.map(({ message }) => message)).toEqual(['cannot draw: gap', 'cannot draw: netizens'])
})

test('an item that was not drawn is a fault of the program', () => {
  expect(() => toDrawings(new Map())(item(gap, 200))).toThrow('chart was not drawn: charts/sample.vl.json')
})
