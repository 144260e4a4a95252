import { crc32, inflateRawSync } from 'node:zlib'
import { type Memory, noMemory } from '../memory/memory.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** More than any report holds, and little enough for any computer. */
const mostBytes = 512 * 1024 * 1024
/** As a tree, XML takes twenty times the memory: a deck of ten thousand slides with notes has 58 MB of it. */
const mostXml = 64_000_000
/** Deflate packs at most 1032 to one; text in XML seldom more than 50 to one. */
const mostRatio = 400
const ratioMattersFrom = 16 * 1024 * 1024

interface Entry {
  name: string
  method: number
  flags: number
  checksum: number
  packed: number
  size: number
  offset: number
}

/** How an archive is opened. */
export interface Opening {
  memory?: Memory
  /** The XML that it may hold, in bytes. */
  most?: number
  /** Whether this build has just written it: then it is as large as it is. */
  isOurs?: boolean
}

/**
 * The files of a zip archive by name, unpacked on demand.
 * Throws UnreadableFile if it is no archive, truncated, encrypted or damaged, or unpacks too large.
 */
export function openArchive(
  archive: Uint8Array,
  { memory = noMemory, most = mostXml, isOurs = false }: Opening = {},
): ReadonlyMap<string, () => Uint8Array> {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength)
  const entries = readDirectory(bytes)
  if (!isOurs) refuseTooMuch(entries, most)
  return new Map(entries.map((entry) => [entry.name, () => unpack(bytes, entry, memory)]))
}

function refuseTooMuch(entries: readonly Entry[], most: number): void {
  const total = entries.reduce((sum, { size }) => sum + size, 0)
  const bomb = entries.find(({ packed, size }) => size > ratioMattersFrom && size > packed * mostRatio)
  if (bomb || total > mostBytes) {
    const size = bomb ? bomb.size : total
    throw new UnreadableFile(`would unpack to ${Math.round(size / 1e6)} MB, as a zip bomb does`)
  }
  const xml = entries.reduce((sum, { name, size }) => (/\.(xml|rels)$/i.test(name) ? sum + size : sum), 0)
  if (xml > most)
    throw new UnreadableFile(`holds ${Math.round(xml / 1e6)} MB of XML, more than ${Math.round(most / 1e6)} MB`)
}

function readDirectory(bytes: Buffer): Entry[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 && bytes.toString('latin1', 0, 2) !== 'PK') throw new UnreadableFile('not a zip archive')
  if (end < 0 || end + 22 > bytes.length) throw new UnreadableFile('cut short: its table of contents is missing')
  const count = bytes.readUInt16LE(end + 10)
  const entries: Entry[] = []
  const names = new Set<string>()
  let at = bytes.readUInt32LE(end + 16)
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) {
      // The end that was found may be that of an archive within this one.
      const isWhole = end + 22 + bytes.readUInt16LE(end + 20) === bytes.length
      throw new UnreadableFile(isWhole ? 'damaged: its table of contents is broken' : 'cut short: its end is missing')
    }
    const nameLength = bytes.readUInt16LE(at + 28)
    const entry = {
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      checksum: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    }
    if (names.has(entry.name)) throw new UnreadableFile(`damaged: it holds a file twice: ${entry.name}`)
    names.add(entry.name)
    if (entry.flags & 1) throw new UnreadableFile(`encrypted: ${entry.name}`)
    if (!entry.name.endsWith('/')) entries.push(entry)
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

function unpack(bytes: Buffer, { name, method, checksum, packed, size, offset }: Entry, memory: Memory): Uint8Array {
  const damaged = () => new UnreadableFile(`damaged: ${name} cannot be unpacked`)
  if (offset + 30 > bytes.length) throw damaged()
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  const data = bytes.subarray(start, start + packed)
  if (data.length < packed) throw new UnreadableFile(`cut short: ${name} is not all there`)
  const content = memory.remember('unpack', [data, method, size, checksum], () => {
    const unpacked = method === 0 ? data : inflate(data, size)
    return unpacked && unpacked.length === size && crc32(unpacked) === checksum ? unpacked : undefined
  })
  if (!content) throw damaged()
  return content
}

/** No more than what the table of contents promises, whatever the data holds. */
function inflate(data: Uint8Array, size: number): Uint8Array | undefined {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, size) })
  } catch {
    return undefined
  }
}
