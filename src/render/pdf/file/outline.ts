import { getCatalog, type PdfkitDocument, type PdfReference, type PdfValue, pdfText } from '../../../graphics/pdfkit.ts'

/** A bookmark: where it leads (points from the page's foot), and the heading's element. */
export interface Bookmark {
  text: string
  /** From 1. */
  depth: number
  page: PdfReference
  top: number
  element: PdfReference | undefined
}

interface Entry {
  bookmark: Bookmark
  entries: Entry[]
}

/** Writes the outline, nested and open; pdfkit's own leads to a page's right edge, and counts children only. */
export function writeOutline(doc: PdfkitDocument, bookmarks: readonly Bookmark[]): void {
  const entries = nest(bookmarks)
  if (entries.length === 0) return
  const root = doc.ref({ Type: 'Outlines' })
  Object.assign(root.data, writeEntries(doc, entries, root))
  root.end()
  Object.assign(getCatalog(doc).data, { Outlines: root, PageMode: 'UseOutlines' })
}

/** Each bookmark inside the nearest before it that is less deep; a depth that is passed over makes no empty entry. */
function nest(bookmarks: readonly Bookmark[]): Entry[] {
  const top: Entry[] = []
  const open: Entry[] = []
  for (const bookmark of bookmarks) {
    while ((open.at(-1)?.bookmark.depth ?? 0) >= bookmark.depth) open.pop()
    const entry: Entry = { bookmark, entries: [] }
    const siblings = open.at(-1)?.entries ?? top
    siblings.push(entry)
    open.push(entry)
  }
  return top
}

/** Writes siblings; what their parent says of them: the first, the last, and how many entries are in sight. */
function writeEntries(
  doc: PdfkitDocument,
  entries: readonly Entry[],
  parent: PdfReference,
): { First?: PdfReference; Last?: PdfReference; Count?: number } {
  const references = entries.map(({ bookmark }) => doc.ref(bookmarkEntries(bookmark, parent)))
  let count = entries.length
  references.forEach((reference, index) => {
    const inner = writeEntries(doc, entries[index]?.entries ?? [], reference)
    count += inner.Count ?? 0
    Object.assign(reference.data, inner, { Prev: references[index - 1], Next: references[index + 1] })
    reference.end()
  })
  const [first] = references
  const last = references.at(-1)
  return first && last ? { First: first, Last: last, Count: count } : {}
}

function bookmarkEntries({ text, page, top, element }: Bookmark, parent: PdfReference): { [key: string]: PdfValue } {
  return { Title: pdfText(text), Parent: parent, Dest: [page, 'XYZ', null, top, null], SE: element }
}
