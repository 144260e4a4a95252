import type { DrawnChart } from '../../../layout/drawings.ts'
import type { ChartItem } from '../../../layout/types.ts'
import { type Relations, relationTypes } from '../../../opc/package.ts'
import { element, type XmlElement } from '../../../opc/xml.ts'
import type { ChartParts } from '../charts/write-charts.ts'
import type { Media } from '../media.ts'
import { namingElement, rectangleElement, type ShapeNaming, transformElement } from './shape.ts'

/** Where the files go that a chart brings along. */
export interface ChartFiles {
  relations: Relations
  media: Media
  /** The charts that were written as native ones. */
  nativeCharts: NativeCharts
}

/** The parts of each chart item that PowerPoint draws itself; the first is the chart's own. */
export type NativeCharts = ReadonlyMap<ChartItem, ChartParts>

/** A chart as a shape: a native one where its parts were written, else a picture. */
export function chartShape(
  item: ChartItem,
  drawn: DrawnChart,
  naming: ShapeNaming,
  placeholder: XmlElement | undefined,
  files: ChartFiles,
): XmlElement {
  const part = files.nativeCharts.get(item)?.[0]
  if (!part) return pictureShape(item, drawn, naming, placeholder, files)
  return frameShape(item, naming, placeholder, files.relations.add(relationTypes.chart, part.name))
}

function frameShape(
  item: ChartItem,
  naming: ShapeNaming,
  placeholder: XmlElement | undefined,
  relation: string,
): XmlElement {
  const namespace = 'http://schemas.openxmlformats.org/drawingml/2006/chart'
  return element('p:graphicFrame', {}, [
    element('p:nvGraphicFramePr', {}, [
      namingElement(naming),
      element('p:cNvGraphicFramePr', {}, [element('a:graphicFrameLocks', { noGrp: placeholder ? true : undefined })]),
      element('p:nvPr', {}, [placeholder]),
    ]),
    transformElement('p:xfrm', item.box),
    element('a:graphic', {}, [
      element('a:graphicData', { uri: namespace }, [element('c:chart', { 'xmlns:c': namespace, 'r:id': relation })]),
    ]),
  ])
}

/**
 * SVG, which PowerPoint draws sharp at any size and can turn into shapes, with a true PNG for programs that know no SVG (pptxgenjs puts
 * the SVG's bytes or a broken-image icon in its place).
 */
function pictureShape(
  item: ChartItem,
  drawn: DrawnChart,
  naming: ShapeNaming,
  placeholder: XmlElement | undefined,
  { relations, media }: ChartFiles,
): XmlElement {
  const [raster = '', vector = ''] = pictureFiles(drawn, media).map((name) => relations.add(relationTypes.image, name))
  return element('p:pic', {}, [
    element('p:nvPicPr', {}, [
      namingElement(naming),
      element('p:cNvPicPr', {}, [
        element('a:picLocks', { noGrp: placeholder ? true : undefined, noChangeAspect: true }),
      ]),
      element('p:nvPr', {}, [placeholder]),
    ]),
    element('p:blipFill', {}, [
      element('a:blip', { 'r:embed': raster }, [element('a:extLst', {}, [vectorExtension(vector)])]),
      element('a:stretch', {}, [element('a:fillRect')]),
    ]),
    element('p:spPr', {}, [transformElement('a:xfrm', item.box), rectangleElement()]),
  ])
}

/** The names of a picture's files: its PNG and its SVG. */
export function pictureFiles({ drawing, png }: DrawnChart, media: Media): [raster: string, vector: string] {
  if (!png) throw new TypeError('a chart without its PNG')
  return [media.add(png, 'png'), media.add(Buffer.from(drawing.svg, 'utf8'), 'svg')]
}

/** `<a:ext>` of a picture's SVG. */
export function vectorExtension(relation: string): XmlElement {
  return element('a:ext', { uri: '{96DAC541-7B7A-43D3-8B79-37D633B846F1}' }, [
    element('asvg:svgBlip', {
      'xmlns:asvg': 'http://schemas.microsoft.com/office/drawing/2016/SVG/main',
      'r:embed': relation,
    }),
  ])
}
