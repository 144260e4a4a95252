import { type NativeChart, nativeCharts } from '../../../src/chart/native/native-types.ts'
import type { ChartItem, Page } from '../../../src/layout/types.ts'
import { boundSpec, drawn, nativeSpecs } from '../../chart/native-sample.ts'
import { document, theme, titleItem } from '../deck-fixture.ts'
import { renderDeck } from '../rendered-deck.ts'

/** A native chart with its spec's name. */
export interface NamedChart {
  name: string
  chart: NativeChart
}

/** Every sample spec that has a native chart. */
export async function everyNativeChart(): Promise<NamedChart[]> {
  const charts: NamedChart[] = []
  for (const name of nativeSpecs) {
    const { native } = await drawn(boundSpec(name))
    if (native?.type === 'native') charts.push({ name, chart: native })
  }
  return charts
}

/** A deck with every sample spec that has a native chart, one a slide. */
export async function renderNativeDeck(): Promise<Uint8Array> {
  const slides = await Promise.all(
    nativeSpecs.map(async (name) => {
      const chart = boundSpec(name)
      return { name, chart, drawing: await drawn(chart) }
    }),
  )
  const natives = slides.filter(({ drawing }) => nativeCharts(drawing.native).length > 0)
  const items = natives.map(({ name, chart, drawing }): { item: ChartItem; drawing: typeof drawing } => ({
    item: {
      ...{ type: 'chart', name: `Chart: ${name}`, role: 'chart', chart, alt: `A sample: ${name}`, tags: [] },
      box: { x: 240, y: 120, width: 480, height: 300 },
    },
    drawing,
  }))
  const pages = items.map(
    ({ item }, index): Page => ({
      ...{
        number: index + 1,
        width: 960,
        height: 540,
        layout: 'chart',
        title: item.name,
        items: [titleItem(item.name), item],
        notes: [],
      },
      place: item.chart.place,
    }),
  )
  const drawings = new Map(items.map(({ item, drawing }) => [item, { drawing }]))
  return renderDeck(pages, document, (item) => drawings.get(item) ?? { drawing: items[0]?.drawing ?? unknown() }, theme)
}

function unknown(): never {
  throw new Error('an item that was not drawn')
}
