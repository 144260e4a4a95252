import { derived } from '../memory/derived.ts'
import type { OpenedPackage } from './open-package.ts'
import { childElements, childNamed, descendants, getText, type XmlElement } from './xml.ts'

/** A .pptx, opened to be looked over. */
export interface OpenedDeck extends OpenedPackage {
  /** Undefined where there is none that can be read. */
  presentation: XmlElement | undefined
  /** In the order of showing. */
  slides: readonly OpenedSlide[]
}

export interface OpenedSlide {
  /** From 1. */
  number: number
  part: string
  id: string
  shapes: readonly OpenedShape[]
}

/** A shape, picture, frame, connector or group, those within groups too. */
export interface OpenedShape {
  element: XmlElement
  id: string
  name: string
  alt: string
  isDecorative: boolean
  /** Type of its placeholder, `obj` where it names none; undefined where it is none. */
  placeholder: string | undefined
  /** Type and index of its placeholder, by which slide and layout find each other: `body 13`. */
  place: string | undefined
  text: string
}

/** The deck that a package holds. */
export function toDeck(opened: OpenedPackage): OpenedDeck {
  const main = mainPart(opened)
  const listed = main ? listedParts(opened, main, 'p:sldIdLst') : []
  const slides = listed.flatMap(({ part, id }, index): OpenedSlide[] => {
    const xml = opened.xml(part)
    return xml ? [{ number: index + 1, part, id, shapes: getShapes(xml) }] : []
  })
  return { ...opened, presentation: main?.xml, slides }
}

type NamedPart = { name: string; xml: XmlElement }

/** The part that a package is about: its presentation or workbook. */
export function mainPart({ related, xml }: Pick<OpenedPackage, 'related' | 'xml'>): NamedPart | undefined {
  const [name] = related('/', 'officeDocument')
  const root = xml(name)
  return name !== undefined && root ? { name, xml: root } : undefined
}

/** The parts that a list of a part names, in its order, with the ids that they have there. */
export function listedParts(
  { target }: Pick<OpenedPackage, 'target'>,
  { name, xml }: NamedPart,
  list: string,
): { part: string; id: string }[] {
  return childElements(childNamed(xml, list)).flatMap(({ attributes }) => {
    const part = target(name, attributes['r:id'])
    return part === undefined ? [] : [{ part, id: attributes.id ?? '' }]
  })
}

const shapeNames: ReadonlySet<string> = new Set(['p:sp', 'p:pic', 'p:graphicFrame', 'p:cxnSp', 'p:grpSp'])

/** The shapes of a slide, layout, master or notes page, in drawing order; kept, as rules and builds ask again. */
export const getShapes: (slide: XmlElement) => readonly OpenedShape[] = derived(findShapes)

function findShapes(slide: XmlElement): OpenedShape[] {
  const collect = (parent: XmlElement | undefined): OpenedShape[] =>
    childElements(parent).flatMap((child) => {
      if (!shapeNames.has(child.name)) return []
      return [toShape(child), ...(child.name === 'p:grpSp' ? collect(child) : [])]
    })
  return collect(childNamed(childNamed(slide, 'p:cSld'), 'p:spTree'))
}

function toShape(element: XmlElement): OpenedShape {
  // `p:nvSpPr` or its like comes first.
  const [nonVisual] = childElements(element)
  const naming = childNamed(nonVisual, 'p:cNvPr')
  const placeholder = childNamed(childNamed(nonVisual, 'p:nvPr'), 'p:ph')
  const [decorative] = descendants(naming, 'adec:decorative')
  const { id = '', name = '', descr = '' } = naming?.attributes ?? {}
  return {
    element,
    id,
    name,
    alt: descr,
    isDecorative: decorative?.attributes.val === '1',
    placeholder: placeholder && (placeholder.attributes.type ?? 'obj'),
    place: placeholder && `${placeholder.attributes.type ?? 'obj'} ${placeholder.attributes.idx ?? '0'}`,
    text: descendants(element, 'a:t').map(getText).join(''),
  }
}
