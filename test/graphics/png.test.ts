import { inflateSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { type Pixels, toContactSheet, writePng } from '../../src/graphics/png.ts'
import { layoutSlides } from '../../src/layout/slides/slides.ts'
import { drawPdfPages } from '../../src/render/draw-pages.ts'
import { renderPdf } from '../../src/render/pdf.ts'
import { fonts, getDocument, heading, locale, paragraph, theme } from '../layout/stage.ts'

const red = [200, 16, 32, 255]
const blue = [11, 95, 165, 255]

function filled(width: number, height: number, colorAt: (x: number, y: number) => number[]): Pixels {
  const data = Array.from({ length: width * height }, (_, index) => colorAt(index % width, Math.floor(index / width)))
  return { width, height, data: Uint8Array.from(data.flat()) }
}

/** The pixels of a PNG that `writePng` made, red, green and blue. */
function readPng(png: Uint8Array): { width: number; height: number; rows: number[][] } {
  const bytes = Buffer.from(png)
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG')
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  const start = bytes.indexOf('IDAT')
  const rows = inflateSync(bytes.subarray(start + 4, start + 4 + bytes.readUInt32BE(start - 4)))
  const read: number[][] = []
  for (let y = 0; y < height; y++) {
    const row = [...rows.subarray(y * (width * 3 + 1) + 1, (y + 1) * (width * 3 + 1))]
    read.push(row.map((value, index) => (value + (read[y - 1]?.[index] ?? 0)) & 0xff))
  }
  return { width, height, rows: read }
}

it('writes pixels as a PNG', () => {
  const { width, height, rows } = readPng(writePng(filled(3, 2, (x, y) => (x === y ? red : blue))))
  expect([width, height]).toEqual([3, 2])
  const [r, b] = [red.slice(0, 3), blue.slice(0, 3)]
  expect(rows).toEqual([
    [...r, ...b, ...b],
    [...b, ...r, ...b],
  ])
})

it('lays pictures out on a sheet, in rows, with room around each', () => {
  const sheet = toContactSheet(
    Array.from({ length: 4 }, () => filled(2, 2, () => red)),
    3,
    1,
  )
  expect([sheet.width, sheet.height]).toEqual([10, 7])
  const colorAt = (x: number, y: number) => [...sheet.data.subarray((y * 10 + x) * 4, (y * 10 + x) * 4 + 3)]
  expect(colorAt(0, 0)).toEqual([0x99, 0x99, 0x99])
  expect([colorAt(1, 1), colorAt(7, 2), colorAt(2, 5)]).toEqual([red, red, red].map((color) => color.slice(0, 3)))
  expect(colorAt(4, 5)).toEqual([0x99, 0x99, 0x99])
})

it('draws each slide at the widths that are asked for', async () => {
  const document = getDocument('deck', heading(1, 'Cover'), heading(1, 'Slide'), paragraph('Text'))
  const { value: pages = [] } = layoutSlides(document, { theme, fonts, locale })
  const noCharts = () => {
    throw new Error('no charts here')
  }
  const date = new Date('2024-03-22T00:00:00Z')
  const [large, small] = await drawPdfPages(
    await renderPdf(pages, document, noCharts, theme, fonts, { date }),
    [960, 320],
  )
  expect(large?.map(({ width, height }) => [width, height])).toEqual([
    [960, 540],
    [960, 540],
  ])
  expect(small?.map(({ width, height }) => [width, height])).toEqual([
    [320, 180],
    [320, 180],
  ])
  // The cover is on the accent colour.
  expect([...(large?.[0]?.data.subarray(0, 3) ?? [])]).toEqual(blue.slice(0, 3))
})
