import { Buffer } from 'node:buffer'
import type { FileFault } from './types.ts'

/** Cyan, magenta, yellow and black, each from 0 to 1. */
export type Cmyk = readonly [number, number, number, number]

/** A press and its paper, as an ICC profile (ICC.1:2010) describes them. */
export interface PressProfile {
  bytes: Uint8Array
  /** The inks that look like a colour of sRGB, its parts from 0 to 1. */
  toCmyk(color: readonly number[]): Cmyk
}

/**
 * Reads a press profile; colours go by its relative colorimetric table, else by its perceptual one.
 * Greys, and the near black of words, are black ink alone, which prints sharp.
 */
export function readPressProfile(bytes: Uint8Array): PressProfile | FileFault {
  try {
    return read(bytes)
  } catch (error) {
    if (error instanceof RangeError) return { message: 'an ICC profile that ends early', hint: fromPrinter }
    throw error
  }
}

function read(bytes: Uint8Array): PressProfile | FileFault {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const text = (at: number) => file.toString('latin1', at, at + 4)
  if (file.length < 132 || text(36) !== 'acsp') return { message: 'not an ICC profile', hint: fromPrinter }
  if (text(16) !== 'CMYK') return { message: `a profile of ${text(16).trim()}, not of CMYK`, hint: fromPrinter }
  const tags = new Map(
    Array.from({ length: file.readUInt32BE(128) }, (_, index) => {
      const at = 132 + index * 12
      return [text(at), file.readUInt32BE(at + 4)] as const
    }),
  )
  const table = tags.get('B2A1') ?? tags.get('B2A0')
  if (table === undefined) return { message: 'a profile that leads from inks to colours only', hint: fromPrinter }
  if (text(20) !== 'Lab ' || !['mft1', 'mft2'].includes(text(table)))
    return { message: 'a profile of version 4, whose tables are not read', hint: 'take its version 2' }
  const lookUp = readTable(file, table)
  return { bytes, toCmyk: (color) => blackAlone(color) ?? lookUp(toLab(color)) }
}

const fromPrinter = 'take the profile that the printer names, such as PSOcoated_v3.icc'

/** A look-up table (ICC.1:2010, 10.10 and 10.11): curves, a grid of three dimensions, curves. */
function readTable(file: Buffer, start: number): (lab: readonly number[]) => Cmyk {
  const isWide = file.toString('latin1', start, start + 4) === 'mft2'
  const grid = file.readUInt8(start + 10)
  const [inputs, outputs] = isWide ? [file.readUInt16BE(start + 48), file.readUInt16BE(start + 50)] : [256, 256]
  const first = start + (isWide ? 52 : 48)
  const entry = (index: number) =>
    isWide ? file.readUInt16BE(first + index * 2) / 65535 : file.readUInt8(first + index) / 255
  const curve = (from: number, length: number, value: number) => {
    const at = Math.min(1, Math.max(0, value)) * (length - 1)
    const low = Math.min(length - 2, Math.floor(at))
    return entry(from + low) * (1 - (at - low)) + entry(from + low + 1) * (at - low)
  }
  const cells = inputs * 3
  const ends = cells + grid ** 3 * 4
  // The last number: a file that ends early is found here.
  entry(ends + outputs * 4 - 1)
  // Wide tables count lightness and colour to 0xFF00, as version 2 has them.
  const encode = ([l = 0, a = 0, b = 0]: readonly number[]) =>
    isWide
      ? [(l * 652.8) / 65535, ((a + 128) * 256) / 65535, ((b + 128) * 256) / 65535]
      : [l / 100, (a + 128) / 255, (b + 128) / 255]
  return (lab) => {
    const places = encode(lab).map((value, channel) => curve(channel * inputs, inputs, value) * (grid - 1))
    const corners = Array.from({ length: 8 }, (_, corner) => {
      const steps = places.map((place, axis) => {
        const low = Math.min(grid - 2, Math.floor(place))
        const isHigh = ((corner >> axis) & 1) === 1
        return { at: low + (isHigh ? 1 : 0), weight: isHigh ? place - low : 1 - (place - low) }
      })
      const cell = steps.reduce((index, { at }) => index * grid + at, 0)
      return { at: cells + cell * 4, weight: steps.reduce((product, { weight }) => product * weight, 1) }
    })
    const ink = (channel: number) => {
      const sum = corners.reduce((total, { at, weight }) => total + entry(at + channel) * weight, 0)
      return curve(ends + channel * outputs, outputs, sum)
    }
    return [ink(0), ink(1), ink(2), ink(3)]
  }
}

/** Black ink for greys, and for colours so dark and dull that they are words' black; undefined for others. */
function blackAlone(color: readonly number[]): Cmyk | undefined {
  const [r = 0, g = 0, b = 0] = color
  if (r === g && g === b) return [0, 0, 0, 1 - r]
  const [lightness = 0, x = 0, y = 0] = toLab(color)
  return lightness < 20 && Math.hypot(x, y) < 15 ? [0, 0, 0, 1] : undefined
}

/** A colour of sRGB (IEC 61966-2-1) as CIE Lab under D50, by Bradford's adaptation. */
function toLab(color: readonly number[]): number[] {
  const [r = 0, g = 0, b = 0] = color.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  const [x = 0, y = 0, z = 0] = [
    (0.4360747 * r + 0.3850649 * g + 0.1430804 * b) / 0.96422,
    0.2225045 * r + 0.7168786 * g + 0.0606169 * b,
    (0.0139322 * r + 0.0971045 * g + 0.7141733 * b) / 0.82521,
  ].map((part) => (part > 216 / 24389 ? Math.cbrt(part) : ((24389 / 27) * part + 16) / 116))
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}
