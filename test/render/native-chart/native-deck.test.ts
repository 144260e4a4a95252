import { beforeAll, expect, test } from 'vitest'
import type { Drawing } from '../../../src/chart/types.ts'
import type { ChartItem } from '../../../src/layout/types.ts'
import { noMemory } from '../../../src/memory/memory.ts'
import { elementXml, type XmlElement } from '../../../src/opc/xml.ts'
import { chartParts, writeNativeCharts } from '../../../src/render/pptx/charts/write-charts.ts'
import type { Deck } from '../../../src/render/pptx/deck.ts'
import { nativeChart } from '../../chart/native-sample.ts'
import { type ReadDeck, readPptx } from '../../pptx.ts'
import { theme } from '../deck-fixture.ts'
import { lintDeck } from '../rendered-deck.ts'
import { renderNativeDeck } from './native-deck.ts'

let bytes: Uint8Array
let deck: ReadDeck

beforeAll(async () => {
  bytes = await renderNativeDeck()
  deck = readPptx(bytes)
})

const box = { x: 240, y: 120, width: 480, height: 300 }

test('each chart is a named frame with alternative text where its picture would be, or frames of panels within its box', () => {
  expect(deck.slides.length).toBeGreaterThan(80)
  const chartsOf = ({ shapes }: (typeof deck.slides)[number]) => shapes.filter(({ kind }) => kind === 'chart')
  expect(deck.slides.map(chartsOf).filter(({ length }) => length > 1)).toHaveLength(2)
  for (const [chart, ...others] of deck.slides.map(chartsOf)) {
    if (others.length > 0) {
      expect(chart?.name).toMatch(/^Chart: facet.*, 1$/)
      for (const panel of others)
        expect((panel.box?.x ?? 0) + (panel.box?.width ?? 0)).toBeLessThanOrEqual(box.x + box.width + 0.1)
      continue
    }
    expect(chart).toMatchObject({ box })
    expect(chart?.name).toMatch(/^Chart: /)
    expect(chart?.alt).toMatch(/^A sample: /)
  }
})

test('nothing in the package would be repaired', () => {
  expect(lintDeck(bytes).filter(({ severity }) => severity === 'error')).toEqual([])
})

test('the same charts give the same bytes', async () => {
  expect(Buffer.compare(bytes, await renderNativeDeck())).toBe(0)
})

test("a template's own charts keep their names", async () => {
  const data = { values: [{ a: 'A', b: 1 }] }
  const encoding = { x: { field: 'a', type: 'nominal' }, y: { field: 'b', type: 'quantitative' } }
  const chart = await nativeChart({ data, mark: 'bar', encoding })
  const taken = ['/ppt/charts/chart1.xml', '/ppt/embeddings/Microsoft_Excel_Worksheet2.xlsx']
  const item = { type: 'chart' } as ChartItem
  const own = { pages: [{ items: [item] }], theme, reference: { opened: { names: taken } }, memory: noMemory }
  const drawings = () => ({ drawing: { native: chart } as Drawing })
  const written = writeNativeCharts(own as unknown as Deck, drawings, new Date(0))
  expect(written.get(item)?.[0]?.[0].name).toBe('/ppt/charts/chart3.xml')
})

test('labels beside the only line of a chart stand on paper, so that no line of the grid strikes them through', async () => {
  const values = [1, 2, 3].map((b) => ({ a: `A${b}`, b }))
  const encoding = {
    x: { field: 'a', type: 'nominal' },
    y: { field: 'b', type: 'quantitative', axis: { grid: true } },
  }
  const labelled = (mark: string) => [{ mark }, { mark: { type: 'text', dy: -9 }, encoding: { text: { field: 'b' } } }]
  const grounds = async (mark: string) => {
    const chart = await nativeChart({ data: { values }, encoding, layer: labelled(mark) })
    const [part] = chartParts(chart, 1, theme, new Date(0))
    const xml = elementXml(part.content as XmlElement)
    return /<c:dLbls>.*?<c:spPr>(.*?)<a:ln>/.exec(xml)?.[1]
  }
  expect(await grounds('line')).toContain('bg1')
  expect(await grounds('bar')).toBe('<a:noFill/>')
})
