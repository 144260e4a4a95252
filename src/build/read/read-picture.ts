import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { toPicture } from '../../chart/draw/pictures/pictures.ts'
import { suggest } from '../../diagnostic.ts'
import type { ReadPicture } from '../../document/parse/parsing.ts'
import { readFile, statPath } from '../../files/read-file.ts'
import { isInside } from '../../files/read-inside.ts'
import { barePicture, getOrientation } from '../../graphics/picture/bare-picture.ts'
import { isSvg, readSvg } from '../../graphics/picture/svg-picture.ts'
import { isWebp, readWebp } from '../../graphics/picture/webp-picture.ts'
import { isWholePng } from '../../graphics/png.ts'
import type { Memory } from '../../memory/memory.ts'
import type { Theme } from '../../theme/theme.ts'

/** A deck that can still be mailed. */
const mostBytes = 20_000_000

/** Reads a document's pictures from below the report folder, each once, without metadata of place and camera. */
export function pictureReader(folder: string, { colors }: Pick<Theme, 'colors'>, memory: Memory): ReadPicture {
  const known = new Map<string, ReturnType<ReadPicture>>()
  return (address) => {
    const icon = /^icon:(.*)$/.exec(address)?.[1]
    const outcome =
      known.get(address) ??
      (icon === undefined ? read(folder, address, memory) : readIcon(icon, folder, colors.accent, memory))
    known.set(address, outcome)
    return outcome
  }
}

function read(folder: string, address: string, memory: Memory): ReturnType<ReadPicture> {
  const path = join(folder, address)
  if (/^([a-z][a-z0-9+.-]*:|\/)/i.test(address)) {
    const hint = 'save the picture in the report folder, and write its path from there'
    return { message: `not a file of the report folder: ${address}`, hint }
  }
  if (!statPath(path)?.isFile())
    return { message: `no such picture: ${address}`, hint: 'its address counts from the report folder' }
  if (!isInside(folder, path)) return { message: `leads out of the report folder: ${address}` }
  const { bytes, why } = readFile(path, mostBytes)
  if (!bytes) return { message: `cannot be read: ${address} (${why})` }
  return toBare(bytes, address, memory)
}

/** Lucide: a set that is kept well, under the ISC licence; its package is the report's own. */
const iconPackage = 'lucide-static'

/** Pixels that an icon needs in print. */
const iconSize = { width: 400, height: 400 }

/** An icon in the colour that the theme stresses with. */
function readIcon(name: string, folder: string, color: string, memory: Memory): ReturnType<ReadPicture> {
  const icons = findIcons(folder)
  if (icons === undefined)
    return { message: `no icons are installed: icon:${name}`, hint: `in the report folder: npm install ${iconPackage}` }
  const names = readdirSync(icons).flatMap((file) => (file.endsWith('.svg') ? [file.slice(0, -4)] : []))
  if (!names.includes(name)) {
    const hint = suggest(name, names.sort()) ?? 'their names are at https://lucide.dev/icons'
    return { message: `no such icon: ${name}`, hint }
  }
  const { bytes = new Uint8Array() } = readFile(join(icons, `${name}.svg`), mostBytes)
  const svg = Buffer.from(bytes).toString('utf8').replaceAll('currentColor', color)
  return memory.remember('icon', [svg], () => readSvg(Buffer.from(svg), iconSize))
}

/** Where the set's files are, as Node finds packages: in the report folder, or in one above it. */
function findIcons(folder: string): string | undefined {
  try {
    const { resolve: find } = createRequire(join(resolve(folder), 'package.json'))
    return join(dirname(find(`${iconPackage}/package.json`)), 'icons')
  } catch {
    return undefined
  }
}

function toBare(bytes: Uint8Array, address: string, memory: Memory): ReturnType<ReadPicture> {
  if (isSvg(bytes)) {
    const drawn = memory.remember('svg picture', [bytes], () => readSvg(bytes))
    return 'message' in drawn ? { ...drawn, message: `${drawn.message}: ${address}` } : drawn
  }
  const bare = isWebp(bytes) ? memory.remember('webp picture', [bytes], () => readWebp(bytes)) : barePicture(bytes)
  const picture = bare && toPicture(bare)
  if (!picture) {
    const kind = isWebp(bytes) ? 'a WebP that is damaged, moves or is too large' : 'neither PNG, JPEG, WebP nor SVG'
    return { message: `${kind}: ${address}`, hint: 'save it as PNG or JPEG' }
  }
  if (bytes[0] === 0x89 && !isWholePng(bytes)) return { message: `a damaged PNG: ${address}` }
  if (getOrientation(bytes) !== 1)
    return {
      message: `turned by its camera’s word only: ${address}`,
      hint: 'open it in a picture editor and save it upright',
    }
  return picture
}
