import type { PdfObject } from './pack-objects.ts'
import type { PdfkitDocument } from './pdfkit-document.ts'

/**
 * Takes each object that pdfkit writes, in place of its stream: pdfkit's own file has no object streams (each of the thousands of
 * structure elements stands uncompressed) and an identifier that does not know the content. The function given back ends the
 * document and returns its objects; it throws where one was never ended, on which pdfkit itself would wait for ever.
 */
export function collectObjects(doc: PdfkitDocument): () => PdfObject[] {
  const objects: PdfObject[] = []
  let parts: (string | Uint8Array)[] = []
  Object.assign(doc, {
    _write: (part: string | Uint8Array) => parts.push(part),
    _refEnd: ({ id }: { id: number }) => {
      objects.push(toObject(id, parts))
      parts = []
    },
    _finalize: () => {},
  })
  return () => {
    doc.end()
    const missing = doc._offsets.length - objects.length
    if (missing !== 0) throw new Error(`objects of the PDF that were never ended: ${missing}`)
    return objects
  }
}

/** pdfkit writes `1 0 obj`, the dictionary, then `stream`, the bytes and `endstream` where there are any, `endobj`. */
function toObject(id: number, parts: readonly (string | Uint8Array)[]): PdfObject {
  const [, value, , stream] = parts
  return { id, value: String(value), stream: stream instanceof Uint8Array ? stream : undefined }
}
