import { crc32, deflateSync } from 'node:zlib'

/** A picture as rows of pixels, each red, green, blue and alpha. */
export interface Pixels {
  width: number
  height: number
  data: Uint8Array
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** A PNG of opaque pixels (ISO/IEC 15948): three bytes a pixel, each row as its difference from the row above, which is least where a slide is flat. */
export function writePng(pixels: Pixels): Uint8Array {
  return write(pixels, 3)
}

/** The same with each pixel's alpha. */
export function writeClearPng(pixels: Pixels): Uint8Array {
  return write(pixels, 4)
}

function write({ width, height, data }: Pixels, channels: 3 | 4): Uint8Array {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  // 8 bits a channel, colour without or with alpha.
  head.set([8, channels === 3 ? 2 : 6, 0, 0, 0], 8)
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(filterRows(width, height, data, channels))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, content: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(content.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** The filter called Up: 2 before each row. */
function filterRows(width: number, height: number, data: Uint8Array, channels: 3 | 4): Uint8Array {
  const rows = new Uint8Array(height * (width * channels + 1))
  let to = 0
  for (let y = 0; y < height; y++) {
    rows[to++] = 2
    for (let x = 0; x < width; x++) {
      const from = (y * width + x) * 4
      for (let channel = 0; channel < channels; channel++) {
        const above = y === 0 ? 0 : (data[from + channel - width * 4] ?? 0)
        rows[to++] = ((data[from + channel] ?? 0) - above) & 0xff
      }
    }
  }
  return rows
}

/** Pictures of one size in rows of `columns`, `gap` pixels apart and around, on a grey ground. */
export function toContactSheet(pictures: readonly Pixels[], columns: number, gap: number): Pixels {
  const [first] = pictures
  const cell = { width: (first?.width ?? 0) + gap, height: (first?.height ?? 0) + gap }
  const across = Math.min(columns, pictures.length)
  const width = across * cell.width + gap
  const height = Math.ceil(pictures.length / columns) * cell.height + gap
  const data = new Uint8Array(width * height * 4).fill(0x99)
  for (const [index, picture] of pictures.entries()) {
    const left = gap + (index % columns) * cell.width
    const top = gap + Math.floor(index / columns) * cell.height
    for (let y = 0; y < picture.height; y++) {
      const row = picture.data.subarray(y * picture.width * 4, (y + 1) * picture.width * 4)
      data.set(row, ((top + y) * width + left) * 4)
    }
  }
  return { width, height, data }
}
