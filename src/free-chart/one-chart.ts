import type { Chart, Drawing } from '../chart/types.ts'
import type { Outcome, Place } from '../diagnostic.ts'
import { bareDocument } from '../document/bare-document.ts'
import type { Block, Document } from '../document/types.ts'
import type { Fonts } from '../fonts/fonts.ts'
import type { Size } from '../graphics/types.ts'
import type { Drawings } from '../layout/drawings.ts'
import { layoutSlides } from '../layout/slides/slides.ts'
import type { ChartItem, Page } from '../layout/types.ts'
import type { Locale } from '../locale/types.ts'
import { renderPdf } from '../render/pdf.ts'
import { renderPptx } from '../render/pptx.ts'
import type { Theme } from '../theme/theme.ts'

/** A chart that is a document of its own. */
export interface OneChart {
  chart: Chart
  title: string
  /** The line under the title, of a slide. */
  subtitle?: string | undefined
  theme: Theme
  fonts: Fonts
  locale: Locale
  /** What the file says that it was made. */
  date: Date
}

/** A PDF of one page, exactly as large as the drawing: one tagged figure with its alternative text. */
export function renderChartPdf(drawing: Drawing, one: OneChart): Promise<Uint8Array> {
  const { chart, title, theme, fonts, date } = one
  const { width, height } = drawing
  const item: ChartItem = {
    type: 'chart',
    name: title,
    role: 'chart',
    box: { x: 0, y: 0, width, height },
    chart,
    alt: chart.alt,
    tags: [{ type: 'Figure', id: 'figure' }],
  }
  const page: Page = {
    ...{ number: 1, width, height, layout: 'page', title, items: [item], notes: [] },
    place: chart.place,
  }
  return renderPdf([page], toDocument(one, 'briefing'), () => ({ drawing }), theme, fonts, { date })
}

/** The slide that shows the chart under its title, and where on it the chart may stand. */
export function layoutChartSlide(one: OneChart): Outcome<{ page: Page; item: ChartItem }> {
  const { value: pages, diagnostics } = layoutSlides(toDocument(one, 'deck'), one)
  const page = pages?.[0]
  const item = page?.items.find((found) => found.type === 'chart')
  // A slide by itself needs no number, and is as of nothing.
  const items = page?.items.filter(({ role }) => role !== 'footer' && role !== 'pageNumber')
  return { value: page && items && item && { page: { ...page, items }, item }, diagnostics }
}

/** The largest size of the same proportions that fits into a box. */
export function contained({ width, height }: Size, box: Size): Size {
  const scale = Math.min(box.width / width, box.height / height)
  return { width: width * scale, height: height * scale }
}

/** A deck of one slide: the native chart where PowerPoint has one, else SVG with the PNG. */
export function renderChartPptx(
  { page, item }: { page: Page; item: ChartItem },
  drawing: Drawing,
  png: Uint8Array | undefined,
  one: OneChart,
): Promise<Outcome<Uint8Array>> {
  const { box } = item
  const { width, height } = drawing
  const [x, y] = [box.x + (box.width - width) / 2, box.y + (box.height - height) / 2]
  const placed = { ...item, box: { x, y, width, height } }
  const items = page.items.map((other) => (other === item ? placed : other))
  const drawings: Drawings = () => ({ drawing, png })
  return renderPptx([{ ...page, items }], toDocument(one, 'deck'), drawings, one.theme, { date: one.date })
}

function toDocument({ chart, title, subtitle, date }: OneChart, kind: Document['kind']): Document {
  const { place, alt, language } = chart
  const blocks: Block[] = [
    { type: 'heading', depth: 1, id: 'chart', children: [{ type: 'text', value: title }], place },
    ...(subtitle === undefined ? [] : [subheading(subtitle, place)]),
    { type: 'slideOptions', layout: 'chart', place },
    { type: 'chart', chart, alt, place },
  ]
  return bareDocument({ kind, language, title, blocks }, date)
}

function subheading(value: string, place: Place): Block {
  return { type: 'heading', depth: 2, id: 'subtitle', children: [{ type: 'text', value }], place }
}
