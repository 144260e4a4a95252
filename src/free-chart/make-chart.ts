import { basename } from 'node:path'
import { collectDiagnostics } from '../build/collect-diagnostics.ts'
import { drawChart, drawNatural, type Fit } from '../chart/draw/draw.ts'
import { nativeCharts } from '../chart/native/native-types.ts'
import { isSingle } from '../chart/spec/is-single.ts'
import type { Chart, Drawing } from '../chart/types.ts'
import { errorAt, failed, type Outcome } from '../diagnostic.ts'
import type { Size } from '../graphics/types.ts'
import type { ChartItem } from '../layout/types.ts'
import type { ChartFormat, FreeChartSetting } from './chart-order.ts'
import type { ChartSource } from './chart-source.ts'
import { contained, layoutChartSlide, type OneChart, renderChartPdf, renderChartPptx } from './one-chart.ts'

/** One spec in several formats: run once for all that draw it, and once for a slide, at the size of its room. */
export async function makeChart(
  name: string,
  source: ChartSource,
  formats: readonly ChartFormat[],
  order: FreeChartSetting,
): Promise<Outcome<{ files: ReadonlyMap<ChartFormat, Uint8Array>; remark: string | undefined }>> {
  const { note, outcome } = collectDiagnostics()
  const files = new Map<ChartFormat, Uint8Array>()
  const drawn = formats.filter((format) => format !== 'pptx')
  const page = drawn.length > 0 ? note(await drawForPage(source, order)) : undefined
  for (const format of page ? drawn : []) {
    const bytes = page && note(await render(format, page, oneChart(name, source, page.chart, order), source, order))
    if (bytes) files.set(format, bytes)
  }
  const slide = formats.includes('pptx') ? note(await makeSlide(name, source, order)) : undefined
  if (slide) files.set('pptx', slide.bytes)
  return outcome({ files, remark: slide?.remark })
}

interface Drawn {
  chart: Chart
  drawing: Drawing
}

async function drawForPage(source: ChartSource, order: FreeChartSetting): Promise<Outcome<Drawn>> {
  const { note, outcome } = collectDiagnostics()
  const chart = note(source.chart('page'))
  if (!chart) return outcome()
  const drawing = source.size
    ? note(await drawChart(chart, source.size, source))
    : note(await drawNatural(chart, source, asked(chart, order)))
  return outcome(drawing && { chart, drawing })
}

/** Compositions keep their own sizes, and are scaled as a whole. */
function asked({ spec, free }: Chart, { size }: FreeChartSetting): Fit {
  const isScaled = free?.grammar === 'vega-lite' && !isSingle(spec)
  if (!isScaled || (size.width === undefined && size.height === undefined)) return (natural) => natural
  return (natural) => contained(natural, { width: size.width ?? Infinity, height: size.height ?? Infinity })
}

async function render(
  format: Exclude<ChartFormat, 'pptx'>,
  { drawing }: Drawn,
  one: OneChart,
  { rasterizer }: ChartSource,
  { scale }: FreeChartSetting,
): Promise<Outcome<Uint8Array>> {
  const fault = sizeFault(format, drawing, scale)
  if (fault !== undefined) return failed(errorAt(one.chart.place, fault))
  switch (format) {
    case 'svg':
      return { value: Buffer.from(drawing.svg, 'utf8'), diagnostics: [] }
    case 'png':
      return { value: await rasterizer.rasterize(drawing, scale), diagnostics: [] }
    case 'pdf':
      return { value: await renderChartPdf(drawing, one), diagnostics: [] }
  }
}

/** PDF knows no larger page, and a picture of more pixels fills the memory. */
const mostPdfPoints = 14_400
const mostPoints = 100_000
const mostPixels = 100_000_000

function sizeFault(format: ChartFormat, { width, height }: Size, scale: number): string | undefined {
  const size = `${Math.round(width)} × ${Math.round(height)} points`
  // Not a number where it was scaled from nothing.
  if (!(width >= 1 && height >= 1)) return 'nothing to draw: the drawing has no width or no height'
  if (Math.max(width, height) > mostPoints) return `the drawing is larger than any page: ${size}`
  if (format === 'pdf' && Math.max(width, height) > mostPdfPoints)
    return `the drawing is larger than a page of PDF can be: ${size}, not ${mostPdfPoints}`
  if (format === 'png' && width * height * scale * scale > mostPixels)
    return `the picture has more than ${mostPixels / 1e6} million pixels: ${size}, at ${scale} pixels a point`
  return undefined
}

/** A slide that shows the chart under its title. */
async function makeSlide(
  name: string,
  source: ChartSource,
  order: FreeChartSetting,
): Promise<Outcome<{ bytes: Uint8Array; remark: string | undefined }>> {
  const { note, outcome } = collectDiagnostics()
  // Its title and alternative text are as in any size; the room is what they leave.
  const any = note(source.chart('slide'))
  const slide = any && note(layoutChartSlide(oneChart(name, source, any, order)))
  if (!slide) return outcome()
  const drawn = note(await drawOnSlide(source, slide.item))
  if (!drawn) return outcome()
  const fault = sizeFault('pptx', drawn.drawing, 1)
  if (fault !== undefined) return failed(errorAt(drawn.chart.place, fault))
  const { native } = drawn.drawing
  const png = nativeCharts(native).length > 0 ? undefined : await source.rasterizer.rasterize(drawn.drawing, 2)
  const bytes = note(await renderChartPptx(slide, drawn.drawing, png, oneChart(name, source, drawn.chart, order)))
  const remark = native?.type === 'picture' && !native.asked ? native.reason : undefined
  return outcome(bytes && { bytes, remark: remark && `${name}: a picture on the slide: ${remark}` })
}

async function drawOnSlide(source: ChartSource, { box }: ChartItem): Promise<Outcome<Drawn>> {
  const { note, outcome } = collectDiagnostics()
  const { width, height } = box
  const chart = note(source.chart('slide', { width, height }))
  if (!chart) return outcome()
  const drawing =
    !chart.free || chart.free.isFitted
      ? note(await drawChart(chart, { width, height }, source))
      : note(await drawNatural(chart, source, (natural) => contained(natural, box)))
  return outcome(drawing && { chart, drawing })
}

function oneChart(name: string, source: ChartSource, chart: Chart, { date }: FreeChartSetting): OneChart {
  const { heading, theme, fonts, locale } = source
  return {
    ...{ chart, theme, fonts, locale, date },
    title: heading.title ?? titleFrom(name),
    subtitle: heading.title === undefined ? undefined : heading.subtitle,
  }
}

/** `sales-by-month.vl.json` as words. */
function titleFrom(name: string): string {
  const words = basename(name)
    .replace(/(\.v[lg])?(\.json)?$/, '')
    .replaceAll(/[-_]+/g, ' ')
    .trim()
  return name === '<stdin>' || words === '' ? 'Chart' : words.charAt(0).toUpperCase() + words.slice(1)
}
