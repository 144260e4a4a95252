import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openFonts } from '../../src/fonts/fonts.ts'
import { fontFault } from '../../src/theme/font-fault.ts'
import { findFontNamed, fontFolders } from '../../src/theme/system-fonts.ts'
import { defaultTheme } from '../default-theme.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const arimo = (name: string) => readFileSync(`node_modules/@expo-google-fonts/arimo/${name}.ttf`)
const [regular, bold] = [arimo('400Regular/Arimo_400Regular'), arimo('700Bold/Arimo_700Bold')]

/** Fonts as a collection (OpenType, "Font Collections"): a head, and each font with its tables' places counted from the file's beginning. */
function collect(fonts: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(12 + 4 * fonts.length)
  head.write('ttcf', 'latin1')
  head.writeUInt32BE(0x00010000, 4)
  head.writeUInt32BE(fonts.length, 8)
  let start = head.length
  const moved = fonts.map((font, index) => {
    head.writeUInt32BE(start, 12 + 4 * index)
    const copy = Buffer.concat([font, Buffer.alloc((4 - (font.length % 4)) % 4)])
    for (let table = 0; table < font.readUInt16BE(4); table++) {
      const at = 12 + 16 * table + 8
      copy.writeUInt32BE(font.readUInt32BE(at) + start, at)
    }
    start += copy.length
    return copy
  })
  return Buffer.concat([head, ...moved])
}

const collection = collect([regular, bold])

describe('a collection of fonts', () => {
  it('serves each style by the name of a face, and sets what the fonts by themselves set', () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'fonts'))
    writeFileSync(join(folder, 'fonts/two.ttc'), collection)
    const files = {
      regular: './fonts/two.ttc#Arimo Regular',
      bold: 'two.ttc#Arimo Bold',
      italic: './fonts/two.ttc',
      boldItalic: 'two.ttc#Arimo-Bold',
    }
    const theme = defaultTheme()
    const body = { ...theme.fonts.body, files }
    const ours = openFonts({ ...theme, fonts: { ...theme.fonts, body } }, folder)
    const theirs = openFonts(theme, folder)
    for (const weight of ['regular', 'bold'] as const) {
      const style = { font: 'body', weight, italic: false } as const
      expect(ours.width('1.092 billion, Wörter', style, 12)).toBe(theirs.width('1.092 billion, Wörter', style, 12))
    }
    const [plain, heavy] = (['regular', 'bold'] as const).map((weight) =>
      ours.width('1.092 billion', { font: 'body', weight, italic: false }, 12),
    )
    expect(heavy).toBeGreaterThan(plain ?? 0)
  })

  it('that lacks the face is an error that names those it has', () => {
    expect(fontFault(collection, 'Arimo Bold')).toBeUndefined()
    expect(fontFault(collection)).toBeUndefined()
    expect(fontFault(collection, 'Arimo Black')).toBe(
      'a collection without Arimo Black; it has Arimo Regular, Arimo Bold',
    )
  })
})

it('a font named by its file alone is found among the report’s fonts, before the system’s', () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'fonts/house'), { recursive: true })
  writeFileSync(join(folder, 'fonts/house/own.ttf'), regular)
  expect(fontFolders(folder)[0]).toBe(join(folder, 'fonts'))
  expect(findFontNamed('own.ttf', fontFolders(folder))).toBe(join(folder, 'fonts/house/own.ttf'))
  expect(() => findFontNamed('none.ttf', fontFolders(folder))).toThrow('no such font: none.ttf')
})
