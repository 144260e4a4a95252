import type { Box } from '../../../layout/types.ts'
import { element, type XmlElement } from '../../../opc/xml.ts'
import { toEmu } from '../emu.ts'
import type { Placeholder, PlaceholderRole } from '../parts/placeholder.ts'

/** The namespaces that slides, layouts and masters are written in. */
export const slideNamespaces = {
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:p': 'http://schemas.openxmlformats.org/presentationml/2006/main',
}

/** What a shape is called and what it tells a reader who does not see it. */
export interface ShapeNaming {
  /** Unique on its slide (pptxgenjs issue 1532 gives a table the id of another shape). */
  id: number
  name: string
  alt?: string | undefined
  /** Carries no meaning: screen readers pass it over. */
  isDecorative?: boolean | undefined
  /** The place of the layout that it fills. */
  placeholder?: XmlElement | undefined
}

/** `<p:cNvPr>`. */
export function namingElement({ id, name, alt, isDecorative }: ShapeNaming): XmlElement {
  const decorative = element('a:extLst', {}, [
    element('a:ext', { uri: '{C183D7F6-B498-43B3-948B-1728B52AA6E4}' }, [
      element('adec:decorative', {
        'xmlns:adec': 'http://schemas.microsoft.com/office/drawing/2017/decorative',
        val: true,
      }),
    ]),
  ])
  return element('p:cNvPr', { id, name, descr: alt }, [isDecorative ? decorative : undefined])
}

/** Whether two boxes are the same to PowerPoint. */
export function isSameBox(a: Box, b: Box): boolean {
  return (['x', 'y', 'width', 'height'] as const).every((side) => toEmu(a[side]) === toEmu(b[side]))
}

/** `<a:xfrm>` of a shape or `<p:xfrm>` of a frame. */
export function transformElement(name: 'a:xfrm' | 'p:xfrm', { x, y, width, height }: Box): XmlElement {
  return element(name, {}, [
    element('a:off', { x: toEmu(x), y: toEmu(y) }),
    element('a:ext', { cx: toEmu(width), cy: toEmu(height) }),
  ])
}

/** A rectangle and where it stands. */
export function rectangleAt(box: Box): XmlElement[] {
  return [transformElement('a:xfrm', box), element('a:prstGeom', { prst: 'rect' }, [element('a:avLst')])]
}

/** `<p:sp>`. */
export function shapeElement(
  naming: ShapeNaming,
  properties: readonly (XmlElement | undefined)[],
  text?: XmlElement,
  isTextBox = false,
): XmlElement {
  const locks = naming.placeholder ? [element('a:spLocks', { noGrp: true })] : []
  return element('p:sp', {}, [
    element('p:nvSpPr', {}, [
      namingElement(naming),
      element('p:cNvSpPr', { txBox: isTextBox || undefined }, locks),
      element('p:nvPr', {}, [naming.placeholder]),
    ]),
    element('p:spPr', {}, properties),
    text,
  ])
}

/** `<p:graphicFrame>` around a chart or a table. */
export function frameElement(
  naming: ShapeNaming,
  box: Box,
  uri: string,
  content: XmlElement,
  isLocked = naming.placeholder !== undefined,
): XmlElement {
  return element('p:graphicFrame', {}, [
    element('p:nvGraphicFramePr', {}, [
      namingElement(naming),
      element('p:cNvGraphicFramePr', {}, [element('a:graphicFrameLocks', { noGrp: isLocked || undefined })]),
      element('p:nvPr', {}, [naming.placeholder]),
    ]),
    transformElement('p:xfrm', box),
    element('a:graphic', {}, [element('a:graphicData', { uri }, [content])]),
  ])
}

/** The id of a shape within the group of that id, which no item of a slide has. */
export function partId(group: number, index: number): number {
  return group * 1000 + index
}

/** `<p:grpSp>`: shapes that are moved and read as one, their boxes as they would be outside it. */
export function groupElement(
  naming: ShapeNaming,
  box: Box,
  shapes: readonly XmlElement[],
  name: 'p:grpSp' | 'p:spTree' = 'p:grpSp',
): XmlElement {
  const at = { x: toEmu(box.x), y: toEmu(box.y) }
  const extent = { cx: toEmu(box.width), cy: toEmu(box.height) }
  return element(name, {}, [
    element('p:nvGrpSpPr', {}, [namingElement(naming), element('p:cNvGrpSpPr'), element('p:nvPr')]),
    element('p:grpSpPr', {}, [
      element('a:xfrm', {}, [
        element('a:off', at),
        element('a:ext', extent),
        element('a:chOff', at),
        element('a:chExt', extent),
      ]),
    ]),
    ...shapes,
  ])
}

/** `<p:cSld>`: the tree of shapes, with its background. */
export function slideTree(
  shapes: readonly XmlElement[],
  background: XmlElement | undefined,
  name?: string,
): XmlElement {
  const nowhere = { x: 0, y: 0, width: 0, height: 0 }
  return element('p:cSld', { name }, [background, groupElement({ id: 1, name: '' }, nowhere, shapes, 'p:spTree')])
}

/** `<p:sld>` or its like, in the colours of its master. */
export function slideElement(
  name: string,
  tree: XmlElement,
  attributes: Parameters<typeof element>[1] = {},
): XmlElement {
  const colors = element('p:clrMapOvr', {}, [element('a:masterClrMapping')])
  return element(name, { ...slideNamespaces, ...attributes }, [tree, colors])
}

/** First index of each role's placeholders, linking slide and layout. Footer and number have PowerPoint's own. */
const firstIndex: Readonly<Record<PlaceholderRole, number>> = {
  title: 0,
  date: 10,
  footer: 11,
  pageNumber: 12,
  subtitle: 13,
  body: 20,
  keyFigure: 40,
  chart: 60,
  table: 70,
  caption: 80,
  source: 90,
}

/**
 * `<p:ph>`: type and index of a placeholder on the named layout.
 * A chart's placeholder is for any content, as it may hold a picture or a native chart.
 */
export function placeholderElement({ role, order }: Pick<Placeholder, 'role' | 'order'>, layout: string): XmlElement {
  const isTitleSlide = layout === 'title'
  const type = (isTitleSlide ? titleSlideTypes[role] : undefined) ?? placeholderTypes[role]
  const isStandardIndex = order === 0 && role === (isTitleSlide ? 'subtitle' : 'body')
  const index = isStandardIndex ? 1 : firstIndex[role] + order
  const sizes: Readonly<Record<string, string>> = { footer: 'quarter', pageNumber: 'quarter', date: 'half' }
  return element('p:ph', { type, sz: sizes[role], idx: index === 0 ? undefined : index })
}

const placeholderTypes: Readonly<Record<PlaceholderRole, string | undefined>> = {
  title: 'title',
  subtitle: 'body',
  table: 'tbl',
  footer: 'ftr',
  date: 'dt',
  pageNumber: 'sldNum',
  chart: undefined,
  body: 'body',
  keyFigure: 'body',
  caption: 'body',
  source: 'body',
}

const titleSlideTypes: Readonly<Record<string, string>> = { title: 'ctrTitle', subtitle: 'subTitle' }
