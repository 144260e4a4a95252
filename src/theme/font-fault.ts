import { crc32 } from 'node:zlib'
import * as fontkit from 'fontkit'
import { chooseFace, faceNames } from './font-face.ts'

/**
 * CRC-32 of fonts known to be sound, Arimo and Noto Sans SC as packaged.
 * Adding up their tables takes a twentieth of a build, and more for Chinese.
 */
export const soundFonts: ReadonlySet<number> = new Set([
  ...[0x8eb63b40, 0xb8c0d6c2, 0xd1b93be1, 0x2c0ce173],
  ...[0x6602f87f, 0x487c280a],
])

/** Tables without which no text can be set (OpenType 1.9, "Required Tables"), those of its outlines aside. */
const required = ['cmap', 'head', 'hhea', 'hmtx', 'maxp', 'name']
const outlines = { trueType: ['glyf', 'loca'], postScript: ['CFF '] }

/**
 * Why a file is no font that text can be set with, TrueType or OpenType, alone or the one that is asked for of a
 * collection, in a few words; undefined where it is one. Its tables are all there, and
 * their checksums hold, or else every glyph of it can be drawn: some sound fonts have wrong sums.
 */
export function fontFault(bytes: Uint8Array, face?: string): string | undefined {
  if (bytes.length < 12) return 'not a font'
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kind = getKind(view)
  if (kind) return kind
  if (view.getUint32(0) === tag('ttcf')) return collectionFault(bytes, face)
  const tables = getTables(view)
  if (!tables) return 'damaged: it is cut short'
  const isPostScript = view.getUint32(0) === tag('OTTO')
  const needed = [...required, ...(isPostScript ? outlines.postScript : outlines.trueType)]
  const has = (name: string) => tables.some((table) => table.name === name)
  if (isPostScript && has('CFF2'))
    return 'a variable font with PostScript outlines, which no PDF can hold: take its static .otf, or one with TrueType outlines'
  const missing = needed.filter((name) => !has(name))
  if (missing.length > 0) return `damaged: it has no table ${missing.join(', ')}`
  const isWhole = soundFonts.has(crc32(bytes)) || tables.every((table) => isSound(view, table)) || canDrawAll(bytes)
  return isWhole ? undefined : 'damaged'
}

function getKind(view: DataView): string | undefined {
  switch (view.getUint32(0)) {
    case 0x00010000:
    case tag('true'):
    case tag('OTTO'):
    case tag('ttcf'):
      return undefined
    case tag('wOFF'):
    case tag('wOF2'):
      return 'a web font (.woff)'
    default:
      return 'not a font'
  }
}

/** Of a collection, whether it has the face; its tables are shared, and are read when they are used. */
function collectionFault(bytes: Uint8Array, face: string | undefined): string | undefined {
  try {
    const opened = fontkit.create(Buffer.from(bytes))
    return chooseFace(opened, face) ? undefined : `a collection without ${face}; it has ${faceNames(opened).join(', ')}`
  } catch {
    return 'damaged'
  }
}

function tag(name: string): number {
  return Buffer.from(name, 'latin1').readUInt32BE(0)
}

interface Table {
  name: string
  checksum: number
  offset: number
  length: number
}

/** The font's table directory; undefined where the file ends before its tables do. */
function getTables(view: DataView): Table[] | undefined {
  const count = view.getUint16(4)
  if (12 + 16 * count > view.byteLength) return undefined
  const tables = Array.from({ length: count }, (_, index): Table => {
    const at = 12 + 16 * index
    const name = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(at + byte)))
    return { name, checksum: view.getUint32(at + 4), offset: view.getUint32(at + 8), length: view.getUint32(at + 12) }
  })
  return tables.every(({ offset, length }) => offset + length <= view.byteLength) ? tables : undefined
}

/** Whether a table's sum is as the directory says; `head` is summed without its third number, the whole file's. */
function isSound(view: DataView, { name, checksum, offset, length }: Table): boolean {
  let sum = 0
  for (let at = 0; at + 4 <= length; at += 4) sum = (sum + view.getUint32(offset + at)) >>> 0
  for (let at = length & ~3; at < length; at++)
    sum = (sum + view.getUint8(offset + at) * 2 ** (24 - 8 * (at & 3))) >>> 0
  return (name === 'head' ? (sum - view.getUint32(offset + 8)) >>> 0 : sum) === checksum
}

function canDrawAll(bytes: Uint8Array): boolean {
  try {
    const font = fontkit.create(Buffer.from(bytes))
    if (!('layout' in font)) return false
    font.layout(String.fromCodePoint(...font.characterSet.slice(0, 2000)))
    for (let glyph = 0; glyph < font.numGlyphs; glyph++) font.getGlyph(glyph).path.toSVG()
    return font.familyName !== '' && font.unitsPerEm > 0 && font.ascent > font.descent
  } catch {
    return false
  }
}
