import { Buffer } from 'node:buffer'
import type { Picture } from '../../../graphics/types.ts'

/** A PNG or JPEG with its size in pixels, read from its first bytes; undefined for anything else. */
export function toPicture(bytes: Uint8Array): Picture | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length > 24 && view.getUint32(0) === 0x89504e47)
    return { bytes, width: view.getUint32(16), height: view.getUint32(20) }
  return bytes.length > 4 && view.getUint16(0) === 0xffd8 ? jpeg(bytes, view) : undefined
}

/** A JPEG is a row of segments with lengths; the frame header (SOF, 0xC0 to 0xCF but three tables) has the size. */
function jpeg(bytes: Uint8Array, view: DataView): Picture | undefined {
  for (let at = 2; at + 9 < bytes.length; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint16(at)
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)
    if (isFrame) return { bytes, width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    if (marker < 0xff00) return undefined
  }
  return undefined
}

/** The picture as a `data:` address, for SVG. */
export function toDataAddress({ bytes }: Pick<Picture, 'bytes'>): string {
  const type = bytes[0] === 0x89 ? 'png' : 'jpeg'
  return `data:image/${type};base64,${Buffer.from(bytes).toString('base64')}`
}

/** The bytes of a base64 `data:` address, which may hold line breaks and escapes; undefined for any other address. */
export function fromDataAddress(address: string): Uint8Array | undefined {
  const match = /^data:image\/[\w.+-]+;base64,(.+)$/s.exec(address)
  return match?.[1] === undefined
    ? undefined
    : Buffer.from(match[1].replaceAll(/%[0-9a-f]{2}/gi, decodeURIComponent), 'base64')
}
