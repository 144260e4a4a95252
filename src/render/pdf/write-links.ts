import { isLinkAddress } from '../../files/link-address.ts'
import { type PdfkitDocument, type PdfValue, pdfText } from '../../graphics/pdfkit.ts'
import type { StructureTree } from './file/structure-tree.ts'
import type { DrawnLink } from './text/paint-paragraph.ts'

/**
 * Makes a tagged annotation for each of a page's link boxes, described by its words.
 * pdfkit's own have an empty description, and no tags for places in the document.
 */
export function writeLinks(
  doc: PdfkitDocument,
  tree: StructureTree,
  page: { index: number; height: number },
  links: readonly DrawnLink[],
): void {
  for (const link of links) {
    for (const { x, y, width, height } of link.boxes) {
      const annotation = doc.ref({
        Type: 'Annot',
        Subtype: 'Link',
        Rect: [x, page.height - y - height, x + width, page.height - y],
        Border: [0, 0, 0],
        // Printed with the page, as PDF/A wants of what is seen.
        F: 4,
        Contents: pdfText(link.text.trim()),
        ...destination(link.href),
      })
      annotation.data.StructParent = tree.addAnnotation(link.element, page.index, annotation)
      doc.page.annotations.push(annotation)
      annotation.end()
    }
  }
}

/** A place in this document by its name, or an address. Throws for an address that a document may not open. */
function destination(href: string): { [key: string]: PdfValue } {
  if (href.startsWith('#')) return { Dest: pdfText(href.slice(1)) }
  if (!isLinkAddress(href)) throw new Error(`not an address that a PDF may open: ${href}`)
  return { A: { S: 'URI', URI: pdfText(href.replaceAll(/[^!-~]+/g, encodeURIComponent)) } }
}
