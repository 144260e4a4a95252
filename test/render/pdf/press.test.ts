import { deflateSync, inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readPressProfile } from '../../../src/graphics/icc-profile.ts'
import type { Page, PictureItem } from '../../../src/layout/types.ts'
import { pressObjects } from '../../../src/render/pdf/press/press-objects.ts'
import { bleedPage } from '../../../src/render/pdf.ts'
import { pressProfile } from '../../graphics/press-profile.ts'

test('gradients are of inks, pictures keep their colours and say whose, words stay', () => {
  const profile = readPressProfile(pressProfile())
  if ('message' in profile) throw new Error(profile.message)
  const content = '<</ActualText <31>>> BDC\n/DeviceRGB cs\n0 0 0 scn\n1 G\n0.5 g\n[<0031 20> 1] TJ'
  const objects = pressObjects(
    [
      { id: 1, value: '<<\n/Type /Catalog\n/OutputIntents [2 0 R]\n>>' },
      { id: 2, value: '<<\n/Type /OutputIntent\n/DestOutputProfile 3 0 R\n>>' },
      { id: 3, value: '<<\n/N 3\n>>', stream: new Uint8Array() },
      { id: 4, value: '<<\n/Type /Page\n/MediaBox [0 0 100 50]\n/Contents 5 0 R\n>>' },
      { id: 5, value: '<<\n>>', stream: deflateSync(content) },
      { id: 6, value: '<<\n/Subtype /Image\n/ColorSpace /DeviceRGB\n>>', stream: new Uint8Array() },
      { id: 7, value: '<<\n/ShadingType 2\n/ColorSpace /DeviceRGB\n/Function 8 0 R\n>>' },
      { id: 8, value: '<<\n/FunctionType 2\n/C0 [1 1 1]\n/C1 [0 0 0]\n>>' },
    ],
    profile,
  )
  const valueAt = (id: number) => objects.find((object) => object.id === id)?.value
  expect(valueAt(1)).toContain('/OutputIntents [2 0 R 9 0 R]')
  expect([valueAt(2), valueAt(9)].join()).toMatch(/GTS_PDFA1.*10 0 R.*GTS_PDFX.*10 0 R/)
  expect(valueAt(10)).toContain('/N 4')
  expect(valueAt(6)).toContain('/ColorSpace [/ICCBased 3 0 R]')
  expect(valueAt(7)).toContain('/ColorSpace /DeviceCMYK')
  expect(valueAt(8)).toContain('/C0 [0 0 0 0]\n/C1 [0 0 0 1]')
  const written = inflateSync(objects.find(({ id }) => id === 5)?.stream ?? new Uint8Array()).toString()
  expect(written.slice(written.indexOf('EMC\n') + 4)).toBe(
    '<</ActualText <31>>> BDC\n0 0 0 1 k\n0 0 0 0 K\n0 0 0 0.5 k\n[<0031 20> 1] TJ',
  )
})

test('a picture that reaches an edge is printed beyond it, wholly covered; one within stays', () => {
  const box = { x: 50, y: 0, width: 50, height: 30 }
  const picture = {
    type: 'picture',
    name: '',
    role: 'chart',
    picture: {},
    alt: 'x',
    tags: [],
  } as unknown as PictureItem
  const inner = { x: 10, y: 10, width: 20, height: 20 }
  const page = {
    width: 100,
    height: 50,
    items: [
      { ...picture, box, whole: box },
      { ...picture, box: inner, whole: inner },
    ],
  }
  const [edge, within] = bleedPage(page as unknown as Page, 8).items as PictureItem[]
  expect(edge?.box).toEqual({ x: 50, y: -8, width: 58, height: 38 })
  const { x = 0, y = 0, width = 0, height = 0 } = edge?.whole ?? {}
  expect(x).toBeLessThanOrEqual(50)
  expect(y).toBeLessThanOrEqual(-8)
  expect(x + width).toBeGreaterThanOrEqual(108)
  expect(y + height).toBeGreaterThanOrEqual(30)
  expect(within).toEqual({ ...picture, box: inner, whole: inner })
})
