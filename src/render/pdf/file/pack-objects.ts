import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import type { PdfObject } from '../../../graphics/pdfkit.ts'

/** Objects in one stream: enough to compress well, few enough to unpack at a click. */
const perStream = 200

/** Where an object stands: at an offset in the file, or in an object stream at an index. */
type Position = { offset: number } | { stream: number; index: number }

/** A PDF 1.7 file of compressed object streams (ISO 32000-1, 7.5.7), with an identifier made from its content. */
export function packObjects(objects: readonly PdfObject[], ids: { root: number; info: number }): Uint8Array {
  const sorted = [...objects].sort((a, b) => a.id - b.id)
  const plain = sorted.filter((object) => !object.stream)
  const file = createFile()
  for (const { id, value, stream } of sorted) if (stream) file.writeStream(id, value, stream)
  let id = (sorted.at(-1)?.id ?? 0) + 1
  for (let start = 0; start < plain.length; start += perStream, id++)
    file.writeObjectStream(id, plain.slice(start, start + perStream))
  return file.finish(id, ids)
}

/** A file while it is written: its bytes, and where each object stands. */
function createFile() {
  const chunks: Uint8Array[] = [latin1('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')]
  const positions: Position[] = []
  let length = chunks[0]?.length ?? 0
  const writeStream = (id: number, dictionary: string, stream: Uint8Array): void => {
    positions[id] = { offset: length }
    for (const chunk of [latin1(`${id} 0 obj\n${dictionary}\nstream\n`), stream, latin1('\nendstream\nendobj\n')]) {
      chunks.push(chunk)
      length += chunk.length
    }
  }
  return {
    writeStream,
    writeObjectStream: (id: number, objects: readonly PdfObject[]): void => {
      objects.forEach((object, index) => {
        positions[object.id] = { stream: id, index }
      })
      const { dictionary, bytes } = objectStream(objects)
      writeStream(id, dictionary, bytes)
    },
    /** Ends the file with the cross-reference stream, which is the object `id`. */
    finish: (id: number, { root, info }: { root: number; info: number }): Uint8Array => {
      const identifier = createHash('sha256').update(Buffer.concat(chunks)).digest('hex').slice(0, 32)
      const start = length
      positions[id] = { offset: start }
      const table = deflateSync(crossReferences(positions))
      const trailer = `/Root ${root} 0 R/Info ${info} 0 R/ID[<${identifier}><${identifier}>]`
      writeStream(
        id,
        `<</Type/XRef/Size ${id + 1}/W[1 4 2]${trailer}/Filter/FlateDecode/Length ${table.length}>>`,
        table,
      )
      return Buffer.concat([...chunks, latin1(`startxref\n${start}\n%%EOF\n`)])
    },
  }
}

function objectStream(objects: readonly PdfObject[]): { dictionary: string; bytes: Uint8Array } {
  const index: number[] = []
  let offset = 0
  for (const { id, value } of objects) {
    index.push(id, offset)
    offset += value.length + 1
  }
  const head = `${index.join(' ')}\n`
  const bytes = deflateSync(latin1(head + objects.map(({ value }) => `${value}\n`).join('')))
  return {
    dictionary: `<</Type/ObjStm/N ${objects.length}/First ${head.length}/Filter/FlateDecode/Length ${bytes.length}>>`,
    bytes,
  }
}

/** Seven bytes an object: its kind, its offset or the stream that holds it, and its index there. */
function crossReferences(positions: readonly (Position | undefined)[]): Uint8Array {
  const table = Buffer.alloc(positions.length * 7)
  // Object 0 heads the list of free objects.
  table.writeUInt16BE(0xffff, 5)
  for (let id = 1; id < positions.length; id++) {
    const position = positions[id]
    if (!position) continue
    table.writeUInt8('offset' in position ? 1 : 2, id * 7)
    table.writeUInt32BE('offset' in position ? position.offset : position.stream, id * 7 + 1)
    table.writeUInt16BE('offset' in position ? 0 : position.index, id * 7 + 5)
  }
  return table
}

function latin1(text: string): Uint8Array {
  return Buffer.from(text, 'latin1')
}
