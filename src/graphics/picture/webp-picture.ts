import { Buffer } from 'node:buffer'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import createDecoder from '@jsquash/webp/codec/dec/webp_dec.js'
import { constants } from '../../memory/derived.ts'
import { mostPixels, writeClearPng, writePng } from '../png.ts'
import type { Size } from '../types.ts'

/** What the compiler's own library knows with a browser alone. */
declare const WebAssembly: {
  Module: new (code: Uint8Array) => object
  Instance: new (module: object, imports: object) => { exports: object }
}

export function isWebp(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(8, 12)).toString('latin1') === 'WEBP'
}

/**
 * A WebP's pixels as a PNG, for PowerPoint and PDF, without profile and metadata.
 * Undefined if it is damaged, animated or too large for a page.
 */
export function readWebp(bytes: Uint8Array): Uint8Array | undefined {
  const { width, height } = getSize(Buffer.from(bytes))
  if (width * height > mostPixels) return undefined
  try {
    const decoded = createSynchronously().decode(bytes)
    if (!decoded) return undefined
    const data = new Uint8Array(decoded.data.buffer)
    const isOpaque = data.every((value, index) => index % 4 !== 3 || value === 255)
    return (isOpaque ? writePng : writeClearPng)({ width: decoded.width, height: decoded.height, data })
  } catch {
    return undefined
  }
}

/** As the first chunk announces it, which the decoder holds its pixels to (RFC 9649, 2.5 to 2.7). */
function getSize(file: Buffer): Size {
  if (file.length < 30) return { width: 0, height: 0 }
  switch (file.toString('latin1', 12, 16)) {
    case 'VP8X':
      return { width: file.readUIntLE(24, 3) + 1, height: file.readUIntLE(27, 3) + 1 }
    case 'VP8L':
      return { width: (file.readUInt32LE(21) & 0x3fff) + 1, height: ((file.readUInt32LE(21) >>> 14) & 0x3fff) + 1 }
    default:
      return { width: file.readUInt16LE(26) & 0x3fff, height: file.readUInt16LE(28) & 0x3fff }
  }
}

/** A decoder with its own memory, so that a damaged picture harms no other. The library's own start is asynchronous. */
function createSynchronously(): { decode(bytes: Uint8Array): (Size & { data: Uint8ClampedArray }) | null } {
  const decoder = {
    instantiateWasm(imports: object, receive: (instance: object) => void) {
      const instance = new WebAssembly.Instance(decoderCode('webp_dec.wasm'), imports)
      receive(instance)
      return instance.exports
    },
  }
  void createDecoder(decoder)
  return decoder as never
}

/** libwebp, compiled to WebAssembly: beside the bundle, or in its package. */
const decoderCode = constants((file: string) => {
  const bundled = fileURLToPath(new URL(`./data/${file}`, import.meta.url))
  const path = existsSync(bundled) ? bundled : createRequire(import.meta.url).resolve(`@jsquash/webp/codec/dec/${file}`)
  return new WebAssembly.Module(readFileSync(path))
})
