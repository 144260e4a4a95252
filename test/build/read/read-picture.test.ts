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
