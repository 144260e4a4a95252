import { readFileSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { fontFault, soundFonts } from '../../src/theme/font-fault.ts'

const arimo = new Uint8Array(readFileSync('node_modules/@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf'))

/** The font with other bytes somewhere. */
const changed = (at: number, bytes: readonly number[], font = arimo) => {
  const copy = font.slice()
  copy.set(bytes, at)
  return copy
}
const tagged = (tag: string) => changed(0, [...Buffer.from(tag, 'latin1')])

/** Where the directory's entry of a table begins. */
const getEntry = (name: string) => Buffer.from(arimo).indexOf(name, 12, 'latin1')
const getOffset = (name: string) => Buffer.from(arimo).readUInt32BE(getEntry(name) + 8)

describe('a font file', () => {
  it('is sound, also where a checksum is not but every glyph can be drawn', () => {
    expect(fontFault(arimo)).toBeUndefined()
    expect(fontFault(changed(getEntry('glyf') + 4, [1, 2, 3, 4]))).toBeUndefined()
  })

  it.each([
    ...['400Regular/Arimo_400Regular', '700Bold/Arimo_700Bold'],
    ...['400Regular_Italic/Arimo_400Regular_Italic', '700Bold_Italic/Arimo_700Bold_Italic'],
  ])('is known to be sound, which its tables bear out: %s', (name) => {
    const bytes = readFileSync(`node_modules/@expo-google-fonts/arimo/${name}.ttf`)
    expect(soundFonts.has(crc32(bytes))).toBe(true)
    // One byte more is another file, whose tables are added up.
    expect(fontFault(Buffer.concat([bytes, Buffer.of(0)]))).toBeUndefined()
  })

  it.each<[string, Uint8Array, string]>([
    ['empty', new Uint8Array(), 'not a font'],
    ['a text', Buffer.from('This is no font at all.'), 'not a font'],
    ['with PostScript outlines that it has not', tagged('OTTO'), 'damaged: it has no table CFF '],
    [
      'variable, with PostScript outlines',
      changed(0, [...Buffer.from('OTTO')], changed(getEntry('glyf'), [...Buffer.from('CFF2')])),
      'a variable font with PostScript outlines, which no PDF can hold: take its static .otf, or one with TrueType outlines',
    ],
    ['a collection without fonts', tagged('ttcf'), 'damaged'],
    ['for the web', tagged('wOFF'), 'a web font (.woff)'],
    ['for the web, packed better', tagged('wOF2'), 'a web font (.woff)'],
    ['cut in half', arimo.subarray(0, arimo.length / 2), 'damaged: it is cut short'],
    ['cut in its directory', arimo.subarray(0, 100), 'damaged: it is cut short'],
    ['without a table', changed(getEntry('hmtx'), [...Buffer.from('none')]), 'damaged: it has no table hmtx'],
    ['with noise in it', changed(getOffset('cmap'), new Array(400).fill(0xff)), 'damaged'],
  ])('is refused: %s', (_, bytes, fault) => {
    expect(fontFault(bytes)).toBe(fault)
  })
})
