import { Buffer } from 'node:buffer'

/** A PNG or JPEG without metadata of place, camera and author; undefined for anything else or a truncated file. */
export function barePicture(bytes: Uint8Array): Uint8Array | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (file.length > 24 && file.readUInt32BE(0) === 0x89504e47) return barePng(file)
  return file.length > 4 && file.readUInt16BE(0) === 0xffd8 ? bareJpeg(file) : undefined
}

/** The chunks of a PNG that hold words, EXIF or a date (PNG, 11.3.3 and 11.3.5). */
const wordy = new Set(['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME'])

function barePng(file: Buffer): Uint8Array | undefined {
  const kept = [file.subarray(0, 8)]
  for (let at = 8; at + 12 <= file.length; ) {
    const end = at + file.readUInt32BE(at) + 12
    if (end > file.length) return undefined
    const name = file.toString('latin1', at + 4, at + 8)
    if (!wordy.has(name)) kept.push(file.subarray(at, end))
    if (name === 'IEND') return Buffer.concat(kept)
    at = end
  }
  return undefined
}

/** EXIF and XMP (APP1), IPTC (APP13) and comments. Colour profiles (APP2) and Adobe's transform (APP14) stay. */
const metadataMarkers: ReadonlySet<number> = new Set([0xffe1, 0xffed, 0xfffe])
const startOfScan = 0xffda

function bareJpeg(file: Buffer): Uint8Array | undefined {
  const kept = [file.subarray(0, 2)]
  for (let at = 2; at + 4 <= file.length; ) {
    const marker = file.readUInt16BE(at)
    if (marker < 0xff00) return undefined
    if (marker === startOfScan) return Buffer.concat([...kept, file.subarray(at)])
    const end = at + 2 + file.readUInt16BE(at + 2)
    if (!metadataMarkers.has(marker)) kept.push(file.subarray(at, end))
    at = end
  }
  return undefined
}

/** The way up of a JPEG as its camera says it (EXIF, Orientation): 1 is upright, as is one that says nothing. */
export function getOrientation(bytes: Uint8Array): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const at = file.indexOf('Exif\0\0', 0, 'latin1')
  if (file.length < 2 || file.readUInt16BE(0) !== 0xffd8 || at < 0 || at + 22 > file.length) return 1
  const start = at + 6
  const isLittle = file.toString('latin1', start, start + 2) === 'II'
  const word = (offset: number): number => (isLittle ? file.readUInt16LE(offset) : file.readUInt16BE(offset))
  const long = (offset: number): number => (isLittle ? file.readUInt32LE(offset) : file.readUInt32BE(offset))
  const directory = start + long(start + 4)
  if (directory + 2 > file.length) return 1
  const count = word(directory)
  for (let entry = directory + 2, left = count; left > 0 && entry + 12 <= file.length; entry += 12, left--)
    if (word(entry) === 0x0112) return word(entry + 8)
  return 1
}
