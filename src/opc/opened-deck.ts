import { derived } from '../memory/derived.ts'
import type { OpenedPackage } from './open-package.ts'
import { relationTypes } from './package.ts'
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
  const root = opened.relations('/').find(({ type }) => type === relationTypes.presentation)
  const presentation = root && opened.xml(root.target)
  const ids = childElements(childNamed(presentation, 'p:sldIdLst'))
  const slides = ids.flatMap(({ attributes }, index): OpenedSlide[] => {
    const part = opened.target(root?.target ?? '', attributes['r:id'])
    const xml = opened.xml(part)
    return part !== undefined && xml
      ? [{ number: index + 1, part, id: attributes.id ?? '', shapes: shapesOf(xml) }]
      : []
  })
  return { ...opened, presentation, slides }
}

const shapeNames: ReadonlySet<string> = new Set(['p:sp', 'p:pic', 'p:graphicFrame', 'p:cxnSp', 'p:grpSp'])

/** The shapes of a slide, layout, master or page of notes, in the order of drawing. Each rule asks anew, and most slides stay the same from build to build. */
export const shapesOf: (slide: XmlElement) => readonly OpenedShape[] = derived(findShapes)

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
