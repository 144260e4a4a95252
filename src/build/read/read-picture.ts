import { join } from 'node:path'
import { toPicture } from '../../chart/draw/pictures/pictures.ts'
import type { ReadPicture } from '../../document/parse/parsing.ts'
import { readFile, statPath } from '../../files/read-file.ts'
import { isInside } from '../../files/read-inside.ts'
import { barePicture, getOrientation } from '../../graphics/picture/bare-picture.ts'
import { isSvg, readSvg } from '../../graphics/picture/svg-picture.ts'
import { isWholePng } from '../../graphics/png.ts'
import type { Memory } from '../../memory/memory.ts'

/** A deck that can still be mailed. */
const mostBytes = 20_000_000

/** Reads the pictures that a document shows from below the report folder, each once, without what they say of place and camera. */
export function pictureReader(folder: string, memory: Memory): ReadPicture {
  const known = new Map<string, ReturnType<ReadPicture>>()
  return (address) => {
    const outcome = known.get(address) ?? read(folder, address, memory)
    known.set(address, outcome)
    return outcome
  }
}

function read(folder: string, address: string, memory: Memory): ReturnType<ReadPicture> {
  const path = join(folder, address)
  if (/^([a-z][a-z0-9+.-]*:|\/)/i.test(address)) return { message: `not a file of the report folder: ${address}` }
  if (!statPath(path)?.isFile())
    return { message: `no such picture: ${address}`, hint: 'its address counts from the report folder' }
  if (!isInside(folder, path)) return { message: `leads out of the report folder: ${address}` }
  const { bytes, why } = readFile(path, mostBytes)
  if (!bytes) return { message: `cannot be read: ${address} (${why})` }
  return toBare(bytes, address, memory)
}

function toBare(bytes: Uint8Array, address: string, memory: Memory): ReturnType<ReadPicture> {
  if (isSvg(bytes)) {
    const drawn = memory.remember('svg picture', [bytes], () => readSvg(bytes))
    return 'message' in drawn ? { ...drawn, message: `${drawn.message}: ${address}` } : drawn
  }
  const bare = barePicture(bytes)
  const picture = bare && toPicture(bare)
  if (!picture) return { message: `neither PNG, JPEG nor SVG: ${address}`, hint: 'save it as one of them' }
  if (bytes[0] === 0x89 && !isWholePng(bytes)) return { message: `a damaged PNG: ${address}` }
  if (getOrientation(bytes) !== 1)
    return {
      message: `turned by its camera’s word only: ${address}`,
      hint: 'open it in a picture editor and save it upright',
    }
  return picture
}
