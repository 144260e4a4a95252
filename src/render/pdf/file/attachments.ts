import { createHash } from 'node:crypto'
import {
  getCatalog,
  getNameTrees,
  nameTree,
  type PdfkitDocument,
  type PdfReference,
  type PdfValue,
  pdfText,
} from '../../../graphics/pdfkit.ts'

/** A file that travels inside the PDF. */
export interface Attachment {
  /** `cnnic-53.csv`. */
  name: string
  bytes: Uint8Array
  /** Media type: `text/csv`. */
  type: string
  description: string
  /** What it is to the document (ISO 19005-3, annex E). */
  relationship: 'Source' | 'Data' | 'Alternative' | 'Supplement' | 'Unspecified'
}

/**
 * Embeds files and associates them with the document, as PDF/A-3 requires.
 * pdfkit itself writes a checksum that is no MD5, and sorts names by the machine's locale.
 */
export function writeAttachments(doc: PdfkitDocument, attachments: readonly Attachment[], date: Date): void {
  if (attachments.length === 0) return
  const files = new Map(attachments.map((attachment) => [attachment.name, writeFile(doc, attachment, date)]))
  if (files.size < attachments.length) throw new Error('two attachments of one name')
  getNameTrees(doc).EmbeddedFiles = nameTree(files)
  getCatalog(doc).data.AF = [...files.values()]
}

function writeFile(
  doc: PdfkitDocument,
  { name, bytes, type, description, relationship }: Attachment,
  date: Date,
): PdfReference {
  const params: PdfValue = {
    ModDate: date,
    Size: bytes.length,
    CheckSum: Uint8Array.from(createHash('md5').update(bytes).digest()),
  }
  const stream = doc.ref({ Type: 'EmbeddedFile', Subtype: type.replaceAll('/', '#2F'), Params: params })
  stream.end(bytes)
  const file = doc.ref({
    Type: 'Filespec',
    F: pdfText(name),
    UF: pdfText(name),
    Desc: pdfText(description),
    AFRelationship: relationship,
    EF: { F: stream, UF: stream },
  })
  file.end()
  return file
}
