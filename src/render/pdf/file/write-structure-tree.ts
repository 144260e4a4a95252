import {
  getCatalog,
  nameTree,
  type PdfkitDocument,
  type PdfReference,
  type PdfValue,
  pdfText,
} from '../../../graphics/pdfkit.ts'
import { type Element, type ElementAttributes, isElement, type Kid, type StructureTree } from './structure-tree.ts'

/**
 * Writes the tree under StructTreeRoot (ISO 32000-1, 14.7), with the way back from marked content to elements.
 * Returns the references of the elements.
 */
export function writeStructureTree(
  doc: PdfkitDocument,
  tree: StructureTree,
  pages: readonly PdfReference[],
): ReadonlyMap<Element, PdfReference> {
  const references = new Map<Element, PdfReference>()
  const identified = new Map<string, PdfReference>()
  const write = (element: Element, parent: PdfReference): PdfReference => {
    const reference = doc.ref({ S: element.type, P: parent, ...attributeEntries(element.attributes) })
    references.set(element, reference)
    if (element.attributes.id) identified.set(element.attributes.id, reference)
    const home = element.kids.find((kid) => !isElement(kid))
    if (home && 'page' in home) reference.data.Pg = pages[home.page]
    reference.data.K = element.kids.map((kid) => (isElement(kid) ? write(kid, reference) : kidEntry(kid, home, pages)))
    reference.end()
    return reference
  }
  // `tagged` makes pdfkit create the root; it ends it with the document.
  const root = getCatalog(doc).data.StructTreeRoot as PdfReference
  root.data.K = write(tree.root, root)
  root.data.ParentTree = parentTree(doc, tree, references)
  root.data.ParentTreeNextKey = tree.contents.length + tree.annotations.length
  if (identified.size > 0) root.data.IDTree = nameTree(identified)
  return references
}

type Leaf = Exclude<Kid, Element>

/** Marked content on the element's own page is its number alone. */
function kidEntry(kid: Leaf, home: Kid | undefined, pages: readonly PdfReference[]): PdfValue {
  const isHome = home !== undefined && 'page' in home && kid.page === home.page
  const page = isHome ? undefined : pages[kid.page]
  if ('annotation' in kid) return { Type: 'OBJR', Obj: kid.annotation, Pg: page }
  return isHome ? kid.content : { Type: 'MCR', Pg: page, MCID: kid.content }
}

function attributeEntries({ alt, language, id, ...rest }: ElementAttributes): { [key: string]: PdfValue } {
  const owners = attributeOwners(rest)
  return {
    Alt: alt === undefined ? undefined : pdfText(alt),
    Lang: language === undefined ? undefined : pdfText(language),
    ID: id === undefined ? undefined : pdfText(id),
    A: owners.length > 1 ? owners : owners[0],
  }
}

/** Attribute objects by owner (ISO 32000-1, 14.8.5). */
function attributeOwners({ scope, span, summary, boundingBox, listNumbering }: ElementAttributes): PdfValue[] {
  const owners: PdfValue[] = []
  if (boundingBox) owners.push({ O: 'Layout', Placement: 'Block', BBox: boundingBox })
  if (scope || summary) {
    const [ColSpan, RowSpan] = [span?.columns, span?.rows].map((count = 1) => (count > 1 ? count : undefined))
    owners.push({ O: 'Table', Scope: scope, ColSpan, RowSpan, Summary: summary ? pdfText(summary) : undefined })
  }
  if (listNumbering) owners.push({ O: 'List', ListNumbering: listNumbering })
  return owners
}

/** For each page the elements of its marked contents, then the element of each annotation. */
function parentTree(
  doc: PdfkitDocument,
  tree: StructureTree,
  references: ReadonlyMap<Element, PdfReference>,
): PdfReference {
  const owners = tree.contents.map((elements) => elements.map((element) => references.get(element)))
  const annotations = tree.annotations.map((element) => references.get(element))
  const numbers = doc.ref({ Nums: [...owners, ...annotations].flatMap((entry, key): PdfValue[] => [key, entry]) })
  numbers.end()
  return numbers
}
