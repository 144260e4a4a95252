import { expect, test } from 'vitest'
import { pictureReader } from '../../../src/build/read/read-picture.ts'
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

test('a WebP is told what it is to be saved as', () => {
  const folder = temporaryFolder({ 'room.webp': 'RIFF\0\0\0\0WEBPVP8 ' })
  expect(pictureReader(folder, theme, noMemory)('room.webp')).toEqual({
    message: 'WebP, which PowerPoint and PDF do not show: room.webp',
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
    'five hundred layers',
    `<linearGradient id="g"><stop/><stop offset="1" stop-color="red"/></linearGradient>${'<rect width="600" height="300" fill="url(#g)"/>'.repeat(500)}`,
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
