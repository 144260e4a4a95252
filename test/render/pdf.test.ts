import { DOMParser } from '@xmldom/xmldom'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Item } from '../../src/layout/types.ts'
import { renderPdf } from '../../src/render/pdf.ts'
import { colorAt, drawPages, readObjects, readPdf } from '../pdf.ts'
import {
  chartItem,
  date,
  document,
  drawings,
  everyItem,
  fonts,
  getPage,
  paragraph,
  render,
  textItem,
  theme,
} from './pdf-pages.ts'

const hello = getPage([textItem('Hello', [paragraph(['Hello.'], 56, 64, [{ type: 'P', id: 'p' }])])])

describe('a file', () => {
  test('has the pages that it is given, in their sizes, and no other', async () => {
    const { pages } = await readPdf(await render([hello, { ...hello, width: 960, height: 540 }]))
    expect(pages.map(({ width, height }) => [width, height])).toEqual([
      [595.28, 841.89],
      [960, 540],
    ])
  })

  test('text below the foot or past the edge adds no page', async () => {
    const low = textItem('Low', [paragraph(['Low'], 590, 900, [{ type: 'P', id: 'p' }])])
    expect((await readPdf(await render([getPage([low])]))).pages).toHaveLength(1)
  })

  test('is small: only the glyphs used are embedded, and objects are compressed', async () => {
    expect((await render([hello])).length).toBeLessThan(9_000)
    expect((await render(everyItem())).length).toBeLessThan(20_000)
  })
})

describe('metadata', () => {
  test('title, author, subject, keywords and dates are in the information dictionary', async () => {
    const { info, language, isTagged } = await readPdf(await render([hello]))
    expect(info).toMatchObject({
      Title: 'Research & development <2023>',
      Author: 'An office',
      Subject: 'Figures',
      Keywords: 'internet, R&D',
      CreationDate: 'D:20240322000000Z',
      ModDate: 'D:20240322000000Z',
    })
    expect(language).toBe('en')
    expect(isTagged).toBe(true)
  })

  test('XMP says the same, escaped, and names both standards', async () => {
    const { xmp } = await readPdf(await render([hello]))
    expect(xmp).toContain('Research &amp; development &lt;2023&gt;')
    const packet = new DOMParser().parseFromString(xmp.trim(), 'text/xml')
    const value = (name: string) => packet.getElementsByTagName(name).item(0)?.textContent?.trim()
    expect(value('dc:title')).toBe('Research & development <2023>')
    expect(value('dc:creator')).toBe('An office')
    expect(value('dc:publisher')).toBe('An office & its partner')
    expect(value('pdf:Keywords')).toBe('internet, R&D')
    expect(value('xmp:CreateDate')).toBe('2024-03-22T00:00:00Z')
    expect([value('pdfaid:part'), value('pdfaid:conformance'), value('pdfuaid:part')]).toEqual(['3', 'A', '1'])
    expect(value('pdfaSchema:prefix')).toBe('pdfuaid')
  })

  test('characters that XML cannot hold are left out of both', async () => {
    const { info, xmp } = await readPdf(await render([hello], { title: 'One\u0001two\ud800\uffff' }))
    expect(info.Title).toBe('One two')
    expect(xmp).toContain('>One two<')
  })

  test('a window shows the title, not the file name', async () => {
    const objects = readObjects(await render([hello]))
    expect(objects.some((object) => object.includes('/DisplayDocTitle true'))).toBe(true)
  })
})

describe('the same inputs give the same bytes', () => {
  afterEach(() => {
    vi.unstubAllEnvs()
  })

  test('again, and in another time zone', async () => {
    const first = await render(everyItem())
    vi.stubEnv('TZ', 'Pacific/Kiritimati')
    expect(Buffer.compare(await render(everyItem()), first)).toBe(0)
  })

  test('another text has another file identifier', async () => {
    const identifier = async (text: string) => {
      const page = getPage([textItem('Text', [paragraph([text], 56, 64, [{ type: 'P', id: 'p' }])])])
      return /\/ID\[<([0-9a-f]{32})>/.exec(Buffer.from(await render([page])).toString('latin1'))?.[1]
    }
    expect(await identifier('one')).not.toBe(await identifier('two'))
  })
})

describe('attachments', () => {
  const attachment = (name: string, text: string) => ({
    name,
    bytes: new TextEncoder().encode(text),
    type: 'text/csv',
    description: `The figures of ${name}`,
    relationship: 'Data' as const,
  })

  test('travel with the file, each with what it is to it', async () => {
    const attachments = [attachment('figures.csv', 'indicator,value\n'), attachment('données.csv', 'x\n')]
    const bytes = await renderPdf([hello], document, drawings, theme, fonts, { date, attachments })
    const found = (await readPdf(bytes)).attachments
    expect(found.map(({ name }) => name).sort()).toEqual(['données.csv', 'figures.csv'])
    const figures = found.find(({ name }) => name === 'figures.csv')
    expect(new TextDecoder().decode(figures?.bytes)).toBe('indicator,value\n')
    expect(figures?.description).toBe('The figures of figures.csv')
    const objects = readObjects(bytes)
    expect(objects.filter((object) => object.includes('/AFRelationship /Data'))).toHaveLength(2)
    expect(objects.find((object) => object.includes('/Type /Catalog'))).toMatch(/\/AF \[\d+ 0 R \d+ 0 R\]/)
  })

  test('two of one name are refused', async () => {
    const attachments = [attachment('figures.csv', 'a'), attachment('figures.csv', 'b')]
    await expect(renderPdf([hello], document, drawings, theme, fonts, { date, attachments })).rejects.toThrow(
      'of one name',
    )
  })
})

describe('on the page', () => {
  test('a background, a filled box and a frame have the colours of the theme', async () => {
    const box = { x: 100, y: 100, width: 50, height: 50 }
    const page = getPage(
      [
        { type: 'rect', name: 'Box', role: 'artifact', box, fill: 'accent' },
        { type: 'rect', name: 'Frame', role: 'artifact', box: { ...box, x: 200 }, stroke: { color: 'bad', width: 4 } },
      ],
      { background: 'panel' },
    )
    const [bitmap] = await drawPages(await render([page]), 2)
    if (!bitmap) throw new Error('no page')
    expect(colorAt(bitmap, 20, 800, 2)).toBe(theme.colors.panel)
    expect(colorAt(bitmap, 101, 101, 2)).toBe(theme.colors.accent)
    expect(colorAt(bitmap, 149, 149, 2)).toBe(theme.colors.accent)
    expect(colorAt(bitmap, 151, 151, 2)).toBe(theme.colors.panel)
    expect(colorAt(bitmap, 200, 125, 2)).toBe(theme.colors.bad)
    expect(colorAt(bitmap, 225, 125, 2)).toBe(theme.colors.panel)
  })

  test('a thinner rule is drawn as a hairline of a quarter point', async () => {
    const box = { x: 5, y: 20, width: 30, height: 0.05 }
    const rule: Item = { type: 'rect', name: 'Rule', role: 'artifact', box, fill: 'ink' }
    const page = getPage([rule], { width: 40, height: 40 })
    const [bitmap] = await drawPages(await render([page]), 16)
    if (!bitmap) throw new Error('no page')
    const dark = Array.from({ length: 32 }, (_, row) => colorAt(bitmap, 20, 19 + row / 16, 16)).filter(
      (color) => color !== '#ffffff',
    )
    expect(dark.length).toBeGreaterThanOrEqual(4)
    expect(dark.length).toBeLessThanOrEqual(5)
  })

  test('a chart is drawn in its box, as vectors with text', async () => {
    const bytes = await render([getPage([chartItem({ x: 100, y: 200, width: 200, height: 100 })])])
    const [bitmap] = await drawPages(bytes, 2)
    if (!bitmap) throw new Error('no page')
    expect(colorAt(bitmap, 110, 290, 2)).toBe(theme.colors.accent)
    expect(colorAt(bitmap, 150, 290, 2)).toBe('#ffffff')
    expect(colorAt(bitmap, 110, 270, 2)).toBe('#ffffff')
    const [page] = (await readPdf(bytes)).pages
    expect(page?.texts).toMatchObject([{ text: '1.092 billion', x: 220, y: 230, size: 8 }])
  })

  test('a chart leaves the colour and font of the text after it alone', async () => {
    const after = textItem('After', [
      paragraph(['I'], 300, 64, [{ type: 'P', id: 'after' }], {
        style: { font: 'body', size: 40, leading: 44, weight: 'bold', italic: false, color: 'bad', align: 'left' },
      }),
    ])
    const before = textItem('Before', [paragraph(['Before'], 56, 64, [{ type: 'P', id: 'before' }])])
    const bytes = await render([getPage([before, chartItem({ x: 100, y: 200, width: 200, height: 100 }), after])])
    const [bitmap] = await drawPages(bytes, 2)
    if (!bitmap) throw new Error('no page')
    expect(colorAt(bitmap, 305.5, 92, 2)).toBe(theme.colors.bad)
  })
})
