import PptxGenJS from 'pptxgenjs'
import type { NativePlot } from '../../../chart/native/native-types.ts'
import { parseXml } from '../../../opc/parse-xml.ts'
import type { XmlElement } from '../../../opc/xml.ts'
import { readZip } from '../../../opc/zip.ts'

/** A chart as pptxgenjs writes it, to be mended. */
export interface AskedChart {
  chart: XmlElement
  /** The files of its workbook by name. */
  workbook: ReadonlyMap<string, Uint8Array>
}

/** The kinds of a chart's plots, in the order of drawing. */
export type PlotKinds = readonly NativePlot['kind'][]

/**
 * Has pptxgenjs write a chart of each of these kinds, all on one slide of one deck. It gets a number to draw and no more: it writes names unescaped,
 * nothing as zero and zero as nothing, so that data are set when its answer is mended.
 */
export async function askPptxgen(wanted: readonly PlotKinds[]): Promise<AskedChart[]> {
  const deck = new PptxGenJS()
  const slide = deck.addSlide()
  for (const kinds of wanted) addChart(slide, kinds)
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

/** Inches; the frame on the slide is not taken over. */
const place = { x: 0, y: 0, w: 5, h: 3 }

function addChart(slide: Slide, kinds: PlotKinds): void {
  const [first, ...others] = kinds.map((type) => ({ type, data: sample(type), options: {} }))
  if (!first) return
  if (others.length === 0) slide.addChart(first.type, first.data, { ...place })
  // Its types ask for the data once more here, where it looks for the options.
  else Reflect.apply(slide.addChart, slide, [[first, ...others], { ...place }])
}

/** Fresh data for each: pptxgenjs writes into what it is given. */
function sample(kind: NativePlot['kind']): { name: string; labels: string[]; values: number[]; sizes?: number[] }[] {
  const series = { name: 'y', labels: ['a'], values: [1] }
  switch (kind) {
    case 'scatter':
      return [{ ...series, name: 'x' }, series]
    case 'bubble':
      return [
        { ...series, name: 'x' },
        { ...series, sizes: [1] },
      ]
    case 'bar':
    case 'line':
    case 'area':
    case 'pie':
    case 'doughnut':
      return [series]
  }
}
