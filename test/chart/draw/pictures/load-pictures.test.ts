import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { drawNatural } from '../../../../src/chart/draw/draw.ts'
import { renderChartPdf } from '../../../../src/free-chart/one-chart.ts'
import { getLocale } from '../../../../src/locale/get-locale.ts'
import { fonts, freeChart, options, soundValue, theme } from '../../sample.ts'

const locale = getLocale('en')

/** A PNG of 2 × 2 pixels, their rows given with their filter bytes. */
function png(rows: number[], kind = 2, size = 2): string {
  const chunk = (name: string, body: Uint8Array) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(body.length)
    return Buffer.concat([length, Buffer.from(name), body, Buffer.alloc(4)])
  }
  const header = Buffer.from([0, 0, 0, size, 0, 0, 0, size, 8, kind, 0, 0, 0])
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const data = chunk('IDAT', deflateSync(Uint8Array.from(rows)))
  const bytes = Buffer.concat([signature, chunk('IHDR', header), data, chunk('IEND', Buffer.alloc(0))])
  return `data:image/png;base64,${bytes.toString('base64')}`
}

const opaque = png([0, 255, 0, 0, 0, 0, 255, 0, 0, 255, 0, 255, 0, 0])
const clear = png([0, 255, 0, 0, 128, 0, 0, 255, 128, 0, 0, 0, 255, 128, 255, 0, 0, 128], 6)

function getChart(addresses: string[]) {
  const values = addresses.map((address, index) => ({ address, index }))
  const encoding = { x: { field: 'index', type: 'ordinal' }, url: { field: 'address', type: 'nominal' } }
  const text = JSON.stringify({ data: { values }, mark: { type: 'image', width: 20, height: 20 }, encoding })
  return freeChart({ file: 'a.vl.json', text })
}

const draw = (addresses: string[]) => drawNatural(getChart(addresses), options)

test.each([
  ['cut short', png([0, 255, 0, 0])],
  ['not deflated', opaque.replace(/(?<=.{70})..../, 'AAAA')],
  ['of no pixels', png([], 2, 0)],
])('a picture that is %s fails the chart', async (_, address) => {
  const { value, diagnostics } = await draw([address])
  expect(value).toBeUndefined()
  expect(diagnostics).toHaveLength(1)
  expect(diagnostics[0]).toMatchObject({ severity: 'error', place: { file: 'a.vl.json' } })
  expect(diagnostics[0]?.message).toContain('picture cannot be loaded: a damaged PNG: data:image/png')
})

test('an address may be escaped and in several lines', async () => {
  const escaped = opaque
    .replace(/(?<=,.{20})/, '\n')
    .replace(/(?<=,.{30})/s, '%20')
    .replaceAll('=', '%3D')
  expect(escaped).not.toBe(opaque)
  const drawing = soundValue(await draw([escaped]))
  expect(drawing.svg).toContain(opaque)
})

test('a picture shown many times is in the PDF once, opaque or not', async () => {
  const addresses = [opaque, clear, opaque, clear, opaque, clear]
  const chart = getChart(addresses)
  const drawing = soundValue(await drawNatural(chart, options))
  if (!drawing) throw new Error('nothing was drawn')
  const pdf = await renderChartPdf(drawing, { chart, title: 'Pictures', theme, fonts, locale, date: new Date(0) })
  const images = Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Subtype \/Image/g)
  // The second has its opacity beside it.
  expect(images).toHaveLength(3)
  expect(drawing.svg.match(/<image /g)).toHaveLength(6)
})
