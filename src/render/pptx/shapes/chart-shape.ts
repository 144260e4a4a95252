import { type NativePanels, panelName } from '../../../chart/native/native-types.ts'
import type { DrawnChart } from '../../../layout/drawings.ts'
import type { Box, ChartItem } from '../../../layout/types.ts'
import { type Relations, relationTypes } from '../../../opc/package.ts'
import { element, type XmlElement } from '../../../opc/xml.ts'
import type { NativeCharts } from '../charts/write-charts.ts'
import type { Media } from '../media.ts'
import { frameElement, groupElement, namingElement, partId, rectangleAt, type ShapeNaming } from './shape.ts'

/** Where the files go that a chart brings along. */
export interface ChartFiles {
  relations: Relations
  media: Media
  /** The charts that were written as native ones. */
  nativeCharts: NativeCharts
}

/** A chart as a shape: native if its parts were written, a group if it has panels, else a picture. */
export function chartShape(item: ChartItem, drawn: DrawnChart, naming: ShapeNaming, files: ChartFiles): XmlElement {
  const relations = files.nativeCharts.get(item)?.map(([part]) => files.relations.add(relationTypes.chart, part.name))
  const { native } = drawn.drawing
  if (native?.type === 'panels' && relations) return panelsShape(item, native, naming, relations)
  if (!relations?.[0]) return pictureShape(item, drawn, naming, files)
  return frameShape(item.box, naming, relations[0])
}

/** A group says what its charts show: each of them is passed over. */
function panelsShape(
  { box }: ChartItem,
  { panels }: NativePanels,
  naming: ShapeNaming,
  relations: readonly string[],
): XmlElement {
  const { id, name } = naming
  return groupElement(
    naming,
    box,
    panels.map((panel, index) =>
      frameShape(
        { ...panel.box, x: box.x + panel.box.x, y: box.y + panel.box.y },
        { id: partId(id, index), name: panelName(name, index), isDecorative: true },
        relations[index] ?? '',
      ),
    ),
  )
}

function frameShape(box: Box, naming: ShapeNaming, relation: string): XmlElement {
  const namespace = 'http://schemas.openxmlformats.org/drawingml/2006/chart'
  return frameElement(naming, box, namespace, element('c:chart', { 'xmlns:c': namespace, 'r:id': relation }))
}

/**
 * SVG, which PowerPoint draws sharp at any size and can turn into shapes, with a true PNG for programs that know no SVG
 * (pptxgenjs puts
 * the SVG's bytes or a broken-image icon in its place).
 */
function pictureShape(item: ChartItem, drawn: DrawnChart, naming: ShapeNaming, files: ChartFiles): XmlElement {
  const related = pictureFiles(drawn, files.media).map((name) => files.relations.add(relationTypes.image, name))
  return pictureElement(naming, related, item.box)
}

/** A picture of pixels, with its vectors where it has such; `crop` is what its box leaves out. */
export function pictureElement(
  naming: ShapeNaming,
  [raster = '', vector]: readonly string[],
  box: Box,
  crop?: XmlElement,
): XmlElement {
  return element('p:pic', {}, [
    element('p:nvPicPr', {}, [
      namingElement(naming),
      element('p:cNvPicPr', {}, [
        element('a:picLocks', { noGrp: naming.placeholder ? true : undefined, noChangeAspect: true }),
      ]),
      element('p:nvPr', {}, [naming.placeholder]),
    ]),
    element('p:blipFill', {}, [
      element('a:blip', { 'r:embed': raster }, vector ? [element('a:extLst', {}, [vectorExtension(vector)])] : []),
      crop,
      element('a:stretch', {}, [element('a:fillRect')]),
    ]),
    element('p:spPr', {}, rectangleAt(box)),
  ])
}

/** The names of a picture's files: its PNG and its SVG. */
export function pictureFiles({ drawing, png }: DrawnChart, media: Media): [raster: string, vector: string] {
  if (!png) throw new TypeError('a chart without its PNG')
  return [media.add(png, 'png'), media.add(Buffer.from(drawing.svg, 'utf8'), 'svg')]
}

/** `<a:ext>` of a picture's SVG. */
function vectorExtension(relation: string): XmlElement {
  return element('a:ext', { uri: '{96DAC541-7B7A-43D3-8B79-37D633B846F1}' }, [
    element('asvg:svgBlip', {
      'xmlns:asvg': 'http://schemas.microsoft.com/office/drawing/2016/SVG/main',
      'r:embed': relation,
    }),
  ])
}
