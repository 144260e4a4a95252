import { Resvg } from '@resvg/resvg-js'
import { afterAll, describe, expect, test } from 'vitest'
import { drawChart } from '../../../../src/chart/draw/draw.ts'
import { createRasterizer } from '../../../../src/chart/draw/pictures/rasterize.ts'
import { bound, fonts, gapColumns, options, theme } from '../../sample.ts'

const rasterizer = createRasterizer(fonts, theme)
afterAll(() => rasterizer.close())
const svg = (content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20">${content}</svg>`

/** The colour of a pixel, as another reader of PNG sees it. */
function getColor(png: Uint8Array, x: number, y: number): string {
  const data = `data:image/png;base64,${Buffer.from(png).toString('base64')}`
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="80" height="40"><image width="80" height="40" xlink:href="${data}"/></svg>`
  const { pixels, width } = new Resvg(picture, { font: { loadSystemFonts: false } }).render()
  const start = (y * width + x) * 4
  return `#${pixels.subarray(start, start + 3).toString('hex')}`
}

describe('a PNG', () => {
  test('is one, in the size asked for', async () => {
    const png = await rasterizer.rasterize({ svg: svg('<rect width="20" height="20" fill="#0b5fa5"/>') }, 2)
    const view = new DataView(png.buffer, png.byteOffset)
    expect([...png.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    expect([view.getUint32(16), view.getUint32(20)]).toEqual([80, 40])
  })

  test('can be read, and shows what was drawn, on the theme’s paper', async () => {
    const content =
      '<rect width="20" height="20" fill="#0b5fa5"/><rect x="20" width="10" height="20" fill="#000" opacity="0.5"/>'
    const png = await rasterizer.rasterize({ svg: svg(content) }, 2)
    expect([getColor(png, 20, 20), getColor(png, 50, 20), getColor(png, 70, 20)]).toEqual([
      '#0b5fa5',
      '#808080',
      '#ffffff',
    ])
  })

  test('has the same bytes each time', async () => {
    const drawing = { svg: svg('<circle cx="10" cy="10" r="7" fill="#d9822b"/>') }
    const [first, second] = await Promise.all([rasterizer.rasterize(drawing, 2), rasterizer.rasterize(drawing, 2)])
    expect(first).toEqual(second)
  })

  test('shows text in the theme’s font, though the family has another name in its file', async () => {
    const text = (font: string) => svg(`<text x="2" y="15" font-size="14px" font-family="${font}">Wi</text>`)
    const [named, unnamed, empty] = await Promise.all(
      [text('Arial'), text('Arimo'), svg('')].map((content) => rasterizer.rasterize({ svg: content }, 2)),
    )
    expect(named).toEqual(unnamed)
    expect(named).not.toEqual(empty)
  })

  // resvg ends the whole process at a translucent mark wholly outside the picture.
  test('survives a translucent mark outside the drawing', async () => {
    const stray = { type: 'rule', opacity: 0.5, xOffset: 9999, y2Offset: 10 }
    const spec = { ...gapColumns, layer: [{ mark: 'bar' }, { mark: stray }] }
    const { value } = await drawChart(bound(spec), { width: 480, height: 210 }, options)
    await expect(rasterizer.rasterize({ svg: value?.svg ?? '' }, 1)).resolves.toBeInstanceOf(Uint8Array)
  })

  test('SVG that cannot be read is refused, and the next is drawn', async () => {
    await expect(rasterizer.rasterize({ svg: '<svg' }, 1)).rejects.toThrow()
    await expect(rasterizer.rasterize({ svg: svg('') }, 1)).resolves.toBeInstanceOf(Uint8Array)
  })
})
