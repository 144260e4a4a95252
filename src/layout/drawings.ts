import { nativeCharts } from '../chart/native/native-types.ts'
import type { Chart, Drawing } from '../chart/types.ts'
import { hasErrors, type Outcome } from '../diagnostic.ts'
import type { Size } from '../graphics/types.ts'
import type { ChartItem, Page } from './types.ts'

/** A chart as the renderers take it: the drawing, and its picture where one was made. */
export interface DrawnChart {
  drawing: Drawing
  png?: Uint8Array | undefined
}

/** Every chart item of some pages with its drawing. */
export type DrawnCharts = ReadonlyMap<ChartItem, DrawnChart>

/** Finds an item's drawing. Throws for an item that was not drawn: a fault of the program, not of the report. */
export type Drawings = (item: ChartItem) => DrawnChart

/** Draws the charts of the pages, each chart once at each size; all diagnostics of all charts are reported. */
export async function drawCharts(
  pages: readonly Page[],
  draw: (chart: Chart, size: Size) => Promise<Outcome<Drawing>>,
): Promise<Outcome<DrawnCharts>> {
  const outcomes = new Map<Chart, Map<string, Promise<Outcome<Drawing>>>>()
  const drawOnce = (chart: Chart, { width, height }: Size) => {
    const sizes = outcomes.get(chart) ?? new Map<string, Promise<Outcome<Drawing>>>()
    outcomes.set(chart, sizes)
    const size = `${width} × ${height}`
    const outcome = sizes.get(size) ?? draw(chart, { width, height })
    sizes.set(size, outcome)
    return outcome
  }
  const items = pages.flatMap((page) => page.items).filter((item) => item.type === 'chart')
  const drawn = await Promise.all(items.map(async (item) => ({ item, outcome: await drawOnce(item.chart, item.box) })))
  const diagnostics = [...new Set(drawn.map(({ outcome }) => outcome))].flatMap((outcome) => outcome.diagnostics)
  const value = new Map(
    drawn.flatMap(({ item, outcome }) => (outcome.value ? [[item, { drawing: outcome.value }] as const] : [])),
  )
  return { value: hasErrors(diagnostics) ? undefined : value, diagnostics }
}

/** The same charts with their pictures, each drawing's made once; a chart that PowerPoint draws itself needs none. */
export async function rasterizeCharts(
  drawn: DrawnCharts,
  rasterize: (drawing: Drawing) => Promise<Uint8Array>,
): Promise<DrawnCharts> {
  const pictures = new Map<Drawing, Promise<Uint8Array>>()
  for (const { drawing } of drawn.values()) {
    if (!pictures.has(drawing) && nativeCharts(drawing.native).length === 0) pictures.set(drawing, rasterize(drawing))
  }
  const entries = [...drawn].map(
    async ([item, chart]) => [item, { ...chart, png: await pictures.get(chart.drawing) }] as const,
  )
  return new Map(await Promise.all(entries))
}

/** Which charts are pictures in PowerPoint though nobody asked for that, and why: a line each. */
export function pictureRemarks(drawn: DrawnCharts): string[] {
  const remarks = [...drawn].flatMap(([{ chart }, { drawing }]) =>
    drawing.native?.type === 'picture' && !drawing.native.asked
      ? [`${chart.file}: a picture in PowerPoint: ${drawing.native.reason}`]
      : [],
  )
  return [...new Set(remarks)]
}

/** Drawings by item, for a renderer. */
export function toDrawings(drawn: DrawnCharts): Drawings {
  return (item) => {
    const chart = drawn.get(item.original ?? item)
    if (!chart) throw new Error(`chart was not drawn: ${item.chart.file}`)
    return chart
  }
}
