import type { PdfReference } from '../../../graphics/pdfkit.ts'
import type { Span, Tag } from '../../../layout/types.ts'

/** The structure types written: those that a layout may ask for, and those inside a paragraph. */
type ElementType = Tag['type'] | 'Link' | 'Span'

/** What is said of an element beside its type. */
export interface ElementAttributes {
  /** Alternative text. */
  alt?: string | undefined
  /** BCP 47 tag where it differs from the document's. */
  language?: string | undefined
  scope?: 'Column' | 'Row' | undefined
  /** How many columns and rows a cell takes. */
  span?: Span | undefined
  /** What a table shows. */
  summary?: string | undefined
  /** Left, bottom, right, top; points from the page's lower left corner. */
  boundingBox?: readonly [number, number, number, number] | undefined
  listNumbering?: 'Decimal' | 'Disc' | 'None' | undefined
  /** Identifier, which a Note must have. */
  id?: string | undefined
}

/** A structure element. Its kids, in reading order: elements, marked content (pages count from 0), annotations. */
export interface Element {
  readonly type: ElementType
  attributes: ElementAttributes
  readonly kids: Kid[]
}

export type Kid = Element | { page: number; content: number } | { page: number; annotation: PdfReference }

/** The structure tree while pages are drawn. */
export type StructureTree = ReturnType<typeof createStructureTree>

type HeadingType = Extract<ElementType, `H${number}`>

function isHeading(type: ElementType): type is HeadingType {
  return /^H\d$/.test(type)
}

/** Numbers headings: the first is an H1, and none is over one level below the last (ISO 14289-1, 7.4.2). */
function createHeadingOrder(): (type: HeadingType) => HeadingType {
  const levels = ['H1', 'H2', 'H3', 'H4'] as const
  let open: HeadingType[] = []
  return (type) => {
    open = [...open.filter((outer) => outer < type), type]
    return levels[open.length - 1] ?? 'H4'
  }
}

/** An empty tree of one Document, for a file of so many pages. */
export function createStructureTree(pageCount: number) {
  const root: Element = { type: 'Document', attributes: {}, kids: [] }
  const byId = new Map<string, Element>()
  const nextHeading = createHeadingOrder()
  const contents: Element[][] = Array.from({ length: pageCount }, () => [])
  const annotations: Element[] = []
  const child = (parent: Element, type: ElementType, attributes: ElementAttributes = {}): Element => {
    const element: Element = { type, attributes, kids: [] }
    parent.kids.push(element)
    return element
  }
  const find = (parent: Element, { type, id, scope, span }: Tag): Element => {
    let element = byId.get(id)
    if (!element) {
      element = child(parent, isHeading(type) ? nextHeading(type) : type, {
        scope,
        span,
        id: type === 'Note' ? id : undefined,
      })
      byId.set(id, element)
    }
    return element
  }
  return {
    root,
    /** The elements that own the marked contents of each page, by their number on it. */
    contents: contents as readonly (readonly Element[])[],
    /** The elements that own annotations; the first has the number of pages as its key in the parent tree. */
    annotations: annotations as readonly Element[],
    /** A new element inside another. */
    child,
    /** The element that a path of tags names: the one of that id, or a new one, its parents too. */
    element: (path: readonly Tag[]): Element => path.reduce(find, root),
    /** Gives the element a piece of marked content on a page; its number there. */
    addContent: (element: Element, page: number): number => {
      const onPage = contents[page]
      if (!onPage) throw new Error(`no such page: ${page}`)
      element.kids.push({ page, content: onPage.length })
      return onPage.push(element) - 1
    },
    /** Gives the element an annotation on a page; its key in the parent tree. */
    addAnnotation: (element: Element, page: number, annotation: PdfReference): number => {
      element.kids.push({ page, annotation })
      return pageCount + annotations.push(element) - 1
    },
  }
}

/** Whether a kid is an element: neither marked content nor an annotation. */
export function isElement(kid: Kid): kid is Element {
  return 'kids' in kid
}
