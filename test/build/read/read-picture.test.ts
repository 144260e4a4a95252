import { expect, test } from 'vitest'
import { pictureReader } from '../../../src/build/read/read-picture.ts'
import { decodePng, isPlainPng } from '../../../src/graphics/png.ts'
import { noMemory } from '../../../src/memory/memory.ts'
import { defaultTheme } from '../../default-theme.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

const book =
  '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" fill="none" stroke="currentColor"><path d="M12 5v16"/></svg>'
const icons = {
  'node_modules/lucide-static/package.json': '{ "name": "lucide-static", "version": "1.0.0" }',
  'node_modules/lucide-static/icons/book-open.svg': book,
}

const theme = defaultTheme()

test('an icon has the colour that the theme stresses with, and pixels for print', () => {
  const picture = pictureReader(temporaryFolder(icons), theme, noMemory)('icon:book-open')
  expect(picture).toMatchObject({ width: 400, height: 400, svg: book.replace('currentColor', theme.colors.accent) })
})

test('an icon of a package above the report folder is found', () => {
  const folder = temporaryFolder({ ...icons, 'reports/may/data/report.yaml': '' })
  expect(pictureReader(`${folder}/reports/may`, theme, noMemory)('icon:book-open')).toHaveProperty('svg')
})

test('what is missing is named: the package, or the icon', () => {
  expect(pictureReader(temporaryFolder({}), theme, noMemory)('icon:book-open')).toEqual({
    message: 'no icons are installed: icon:book-open',
    hint: 'in the report folder: npm install lucide-static',
  })
  const read = pictureReader(temporaryFolder(icons), theme, noMemory)
  expect(read('icon:bok-open')).toEqual({ message: 'no such icon: bok-open', hint: 'did you mean book-open?' })
  expect(read('icon:../package')).toMatchObject({ message: 'no such icon: ../package' })
})

/** Three pixels in a row: red, green that is half transparent, nothing. */
const clear = Buffer.from('UklGRiYAAABXRUJQVlA4TBoAAAAvAgAAEBcw/wKCIv9HCwFB0XTPBfxCEyL6Hw==', 'base64')
const blue = Buffer.from(
  'UklGRjoAAABXRUJQVlA4IC4AAADQAQCdASoQAAgAAUAmJaACdLoB+AADsAD+7nZ//q0PlofLQ/c+/+QWlct3YAAA',
  'base64',
)

test('a WebP becomes a PNG of its pixels, transparency and all', () => {
  const read = pictureReader(temporaryFolder({ 'clear.webp': clear, 'blue.webp': blue }), theme, noMemory)
  const pixels = (address: string) => {
    const picture = read(address)
    return 'bytes' in picture ? decodePng(picture.bytes) : picture
  }
  expect(pixels('clear.webp')).toMatchObject({
    width: 3,
    height: 1,
    data: Buffer.from([255, 0, 0, 255, 0, 255, 0, 127, 0, 0, 0, 0]),
  })
  expect(pixels('blue.webp')).toMatchObject({ width: 16, height: 8 })
  // Opaque, so that PDF needs no mask for it.
  expect(isPlainPng((read('blue.webp') as { bytes: Uint8Array }).bytes)).toBe(true)
})

test.each([
  ['cut short', blue.subarray(0, 50)],
  [
    'larger than any page',
    Buffer.concat([clear.subarray(0, 21), Buffer.from([255, 255, 255, 15]), clear.subarray(25)]),
  ],
  ['of no picture', 'RIFF\0\0\0\0WEBPVP8 '],
])('a WebP is refused with its address: one %s', (_, bytes) => {
  const read = pictureReader(temporaryFolder({ 'room.webp': bytes }), theme, noMemory)
  expect(read('room.webp')).toEqual({
    message: 'a WebP that is damaged, moves or is too large: room.webp',
    hint: 'save it as PNG or JPEG',
  })
})

test.each([
  [
    'elements that stand for ten others, which stand for ten each',
    `<defs><path id="a0" d="M0 0h9v9z"/>${Array.from({ length: 20 }, (_, level) => `<g id="a${level + 1}">${`<use xlink:href="#a${level}"/>`.repeat(10)}</g>`).join('')}</defs><use xlink:href="#a20"/>`,
    /^an SVG of over a billion elements: drawing\.svg/,
  ],
  [
    'blurs of the whole frame, one on the other',
    `<filter id="f"><feGaussianBlur stdDeviation="5"/></filter>${'<rect width="600" height="300" fill="red" filter="url(#f)"/>'.repeat(20)}`,
    /^an SVG that paints its whole frame too often: drawing\.svg/,
  ],
  [
    'six hundred layers',
    `<linearGradient id="g"><stop/><stop offset="1" stop-color="red"/></linearGradient>${'<rect width="600" height="300" fill="url(#g)"/>'.repeat(600)}`,
    /^an SVG that paints its whole frame too often: drawing\.svg/,
  ],
  [
    'a texture',
    '<filter id="f"><feTurbulence numOctaves="1000000"/></filter>',
    /^an SVG with a texture that is computed/,
  ],
])('an SVG that would take minutes to draw is refused: %s', (_, drawing, message) => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="600" height="300">${drawing}</svg>`
  const read = pictureReader(temporaryFolder({ 'drawing.svg': svg }), theme, noMemory)
  expect(read('drawing.svg')).toMatchObject({ message: expect.stringMatching(message) })
})

test.each([
  ['six hundred small gradients', '<rect width="20" height="10" fill="url(#g)"/>'.repeat(600)],
  [
    'large ones that are scaled down',
    `<g transform="scale(0.03)">${'<rect width="600" height="300" fill="url(#g)"/>'.repeat(600)}</g>`,
  ],
  ['small ones with a shadow', '<rect width="20" height="10" filter="url(#f)"/>'.repeat(50)],
  ['ten thousand paths', '<path d="M0 0h60v30z" fill="red"/>'.repeat(10_000)],
])('an SVG of many small parts is drawn: %s', (_, drawing) => {
  const defs =
    '<linearGradient id="g"><stop/><stop offset="1" stop-color="red"/></linearGradient><filter id="f"><feGaussianBlur stdDeviation="5"/></filter>'
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="300">${defs}${drawing}</svg>`
  const read = pictureReader(temporaryFolder({ 'drawing.svg': svg }), theme, noMemory)
  expect(read('drawing.svg')).toMatchObject({ width: 2700, height: 1350 })
})
