import { crc32, deflateRawSync } from 'node:zlib'
import { derived } from '../memory/derived.ts'
import { openArchive } from './open-archive.ts'

const localHeader = 0x04034b50
const centralHeader = 0x02014b50
const endOfDirectory = 0x06054b50

/** Bit 11: names are UTF-8. */
const utf8Names = 0x0800
const stored = 0
const deflated = 8

interface Entry {
  name: Buffer
  method: number
  checksum: number
  data: Uint8Array
  size: number
  offset: number
}

/**
 * A zip archive of the files, in their order, all dated to the day of `date` (UTC) at noon. Files of which the ending
 * says that they
 * are compressed (png, jpeg) are stored, others deflated by zlib: ten times as fast as JSZip, whose archives pptxgenjs
 * leaves undeflated.
 */
export function writeZip(files: ReadonlyMap<string, Uint8Array>, date: Date): Uint8Array {
  const stamp = dosTimestamp(date)
  const chunks: Uint8Array[] = []
  const entries: Entry[] = []
  let offset = 0
  const push = (chunk: Uint8Array): void => {
    chunks.push(chunk)
    offset += chunk.length
  }
  for (const [name, content] of files) {
    const entry = toEntry(name, content, offset)
    entries.push(entry)
    push(header(entry, stamp, localHeader))
    push(entry.name)
    push(entry.data)
  }
  const start = offset
  for (const entry of entries) {
    push(header(entry, stamp, centralHeader))
    push(entry.name)
  }
  push(directoryEnd(entries.length, offset - start, start))
  return Buffer.concat(chunks)
}

function toEntry(name: string, content: Uint8Array, offset: number): Entry {
  const isPacked = /\.(png|jpe?g|gif|xlsx)$/.test(name)
  const { method, checksum, data } = isPacked ? store(content) : deflate(content)
  return { name: Buffer.from(name, 'utf8'), method, checksum, data, size: content.length, offset }
}

type Packed = Pick<Entry, 'method' | 'checksum' | 'data'>

/** A part that stays the same from build to build is packed once. */
const store = derived((content: Uint8Array): Packed => ({ method: stored, checksum: crc32(content), data: content }))
const deflate = derived(
  (content: Uint8Array): Packed => ({ method: deflated, checksum: crc32(content), data: deflateRawSync(content) }),
)

/** Date in the high half, time (12:00) in the low, not before 1980: MS-DOS has no time zone, so UTC is used. */
function dosTimestamp(date: Date): number {
  const year = Math.max(1980, date.getUTCFullYear()) - 1980
  return ((year << 25) | ((date.getUTCMonth() + 1) << 21) | (date.getUTCDate() << 16) | (12 << 11)) >>> 0
}

/** A local header, or the directory's longer one (APPNOTE.TXT 4.3.7 and 4.3.12). */
function header(entry: Entry, stamp: number, signature: number): Buffer {
  const isCentral = signature === centralHeader
  const bytes = Buffer.alloc(isCentral ? 46 : 30)
  bytes.writeUInt32LE(signature, 0)
  // Version 2.0 made it (directory only) and is needed to read it.
  if (isCentral) bytes.writeUInt16LE(20, 4)
  const at = isCentral ? 6 : 4
  bytes.writeUInt16LE(20, at)
  bytes.writeUInt16LE(utf8Names, at + 2)
  bytes.writeUInt16LE(entry.method, at + 4)
  bytes.writeUInt32LE(stamp, at + 6)
  bytes.writeUInt32LE(entry.checksum, at + 10)
  bytes.writeUInt32LE(entry.data.length, at + 14)
  bytes.writeUInt32LE(entry.size, at + 18)
  bytes.writeUInt16LE(entry.name.length, at + 22)
  if (isCentral) bytes.writeUInt32LE(entry.offset, 42)
  return bytes
}

function directoryEnd(count: number, size: number, start: number): Buffer {
  const bytes = Buffer.alloc(22)
  bytes.writeUInt32LE(endOfDirectory, 0)
  bytes.writeUInt16LE(count, 8)
  bytes.writeUInt16LE(count, 10)
  bytes.writeUInt32LE(size, 12)
  bytes.writeUInt32LE(start, 16)
  return bytes
}

/** The unpacked files of a zip archive by name, in directory order. Throws UnreadableFile as openArchive does. */
export function readZip(archive: Uint8Array, limits: { most?: number } = {}): Map<string, Uint8Array> {
  return new Map([...openArchive(archive, limits)].map(([name, unpack]) => [name, unpack()]))
}
