import PptxGenJS from 'pptxgenjs'
import type { NativeChart, NativePlot } from '../../chart/native-types.ts'
import { parseXml } from '../package/parse-xml.ts'
import type { XmlElement } from '../package/xml.ts'
import { readZip } from '../package/zip.ts'

/** A chart as pptxgenjs writes it, to be mended. */
export interface AskedChart {
  chart: XmlElement
  /** The files of its workbook by name. */
  workbook: ReadonlyMap<string, Uint8Array>
}

/**
 * Has pptxgenjs write charts, all on one slide of one deck. It gets names without what it fails to escape, and zero for what is missing:
 * names and values are set from the chart itself when its answer is mended.
 */
export async function askPptxgen(charts: readonly NativeChart[]): Promise<AskedChart[]> {
  const deck = new PptxGenJS()
  const slide = deck.addSlide()
  for (const chart of charts) addChart(slide, chart)
  const bytes = await deck.write({ outputType: 'uint8array', compression: false })
  if (!(bytes instanceof Uint8Array)) throw new TypeError('pptxgenjs gave no bytes')
  const files = readZip(bytes)
  // The names of the parts count up through the life of the process; their order is that of the charts.
  const numbers = [...files.keys()]
    .flatMap((name) => /^ppt\/charts\/chart(\d+)\.xml$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b)
  return numbers.map((number) => ({
    chart: parseXml(Buffer.from(fileNamed(files, `ppt/charts/chart${number}.xml`)).toString('utf8')),
    workbook: readZip(fileNamed(files, `ppt/embeddings/Microsoft_Excel_Worksheet${number}.xlsx`)),
  }))
}

function fileNamed(files: ReadonlyMap<string, Uint8Array>, name: string): Uint8Array {
  const file = files.get(name)
  if (!file) throw new Error(`pptxgenjs wrote no ${name}`)
  return file
}

type Slide = ReturnType<PptxGenJS['addSlide']>

const place = { x: 0, y: 0, w: 5, h: 3 }

function addChart(slide: Slide, chart: NativeChart): void {
  const [first, ...others] = chart.plots.map((plot) => ({ type: plot.kind, data: dataOf(plot, chart), options: {} }))
  if (!first) return
  if (others.length === 0) slide.addChart(first.type, first.data, { ...place })
  else slide.addChart([first, ...others], first.data, { ...place })
}

function dataOf(
  plot: NativePlot,
  { columns }: NativeChart,
): { name: string; labels: string[]; values: number[]; sizes?: number[] }[] {
  const cells = (index: number) => columns[index]?.cells ?? []
  const numbers = (index: number) => cells(index).map((cell) => (typeof cell === 'number' ? cell : 0))
  const labels = (index: number) => cells(index).map((cell) => harmless(String(cell ?? '')))
  const series = plot.series.map(({ values, categories, sizes }) => ({
    name: harmless(columns[values]?.header ?? ''),
    labels: labels(categories),
    values: numbers(values),
    ...(sizes === undefined ? {} : { sizes: numbers(sizes) }),
  }))
  if (plot.kind !== 'scatter' && plot.kind !== 'bubble') return series
  const [first] = plot.series
  return [{ name: 'x', labels: [], values: first ? numbers(first.categories) : [] }, ...series]
}

function harmless(text: string): string {
  return text.replace(/[^\p{L}\p{N} .,]/gu, ' ')
}
