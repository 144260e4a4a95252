import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createManifest, hashInputFiles } from '../../src/build/manifest.ts'
import { openFonts } from '../../src/fonts/fonts.ts'
import { theme } from '../layout/stage.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const getFonts = (font: Uint8Array) => {
  const folder = temporaryFolder({ 'fonts/own.ttf': font })
  const fallback = [
    { regular: './fonts/own.ttf' },
    { regular: '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf' },
  ]
  const request = { folder }
  return createManifest(request, openFonts({ ...theme, fallback }, folder), []).fonts
}

test('a manifest has the hash of each font that the theme names, those for other scripts too', () => {
  const font = readFileSync('test/fonts/NotoSansSC-few.ttf')
  const fonts = getFonts(font)
  expect(Object.keys(fonts)).toEqual([
    '@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf',
    '@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf',
    '@expo-google-fonts/arimo/400Regular_Italic/Arimo_400Regular_Italic.ttf',
    '@expo-google-fonts/arimo/700Bold_Italic/Arimo_700Bold_Italic.ttf',
    'fonts/own.ttf',
    '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
  ])
  const changed = getFonts(Buffer.concat([font, Buffer.from([0])]))
  expect(changed['fonts/own.ttf']).not.toBe(fonts['fonts/own.ttf'])
})

test('a manifest has the pictures and maps beside the templates that these name, and no other files', () => {
  const folder = temporaryFolder({
    'templates/deck.md.hbs': '![A view](pictures/{{variant}}.png)\n![](cover.svg)\n',
    'templates/charts/map.vl.json': '{ "data": { "url": "maps/regions.geojson" } }',
    'pictures/north.png': 'north',
    'maps/regions.geojson': '{}',
    'cover.svg': '<svg/>',
    'other.svg': '<svg/>',
    'notes/todo.txt': 'maps',
    'made/manifest.json': '{}',
  })
  expect(Object.keys(hashInputFiles({ folder }))).toEqual([
    'templates/charts/map.vl.json',
    'templates/deck.md.hbs',
    'cover.svg',
    'maps/regions.geojson',
    'pictures/north.png',
  ])
})
