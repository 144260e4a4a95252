import PDFDocument from 'pdfkit'
import { describe, expect, test } from 'vitest'
import { drawChart } from '../../../src/chart/draw/draw.ts'
import type { FontStyle } from '../../../src/fonts/fonts.ts'
import { PdfCanvas } from '../../../src/graphics/canvas/pdf-canvas.ts'
import { bound, fonts, gapColumns, netizensLine, options, soundValue, theme } from '../../chart/sample.ts'
import { colorAt, drawPages, readPdf } from '../../pdf.ts'

const scale = 2

/** The bytes of a page of 200 × 100 points on which a canvas with its origin at (50, 20) was drawn. */
async function getPdf(paint: (canvas: PdfCanvas) => void, size: [number, number] = [200, 100]): Promise<Uint8Array> {
  const doc = new PDFDocument({ size, margin: 0, compress: false, info: { CreationDate: new Date(0) } })
  const chunks: Uint8Array[] = []
  doc.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  const ended = new Promise((resolve) => doc.on('end', resolve))
  const registered = new Set<string>()
  const fontName = (style: FontStyle): string => {
    const name = Object.values(style).join('-')
    if (!registered.has(name)) doc.registerFont(name, fonts.file(style))
    registered.add(name)
    return name
  }
  paint(new PdfCanvas(doc, { x: 50, y: 20, theme, fonts, fontName }))
  doc.end()
  await ended
  return Buffer.concat(chunks)
}

/** The colours at points of the canvas. */
async function getColors(paint: (canvas: PdfCanvas) => void, points: [number, number][]): Promise<string[]> {
  const [page] = await drawPages(await getPdf(paint), scale)
  if (!page) throw new Error('no page')
  return points.map(([x, y]) => colorAt(page, x + 50, y + 20, scale))
}

const getTexts = async (paint: (canvas: PdfCanvas) => void) => {
  const { pages } = await readPdf(await getPdf(paint))
  return (pages[0]?.texts ?? [])
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, x, y, size }) => ({ text, x: Math.round(x - 50), y: Math.round(y - 20), size: Math.round(size) }))
}

describe('shapes', () => {
  test('a fill, in the coordinates of the moment', async () => {
    const paint = (canvas: PdfCanvas) => {
      canvas.fillStyle = '#ff0000'
      canvas.translate(10, 10)
      canvas.scale(2, 2)
      canvas.fillRect(0, 0, 10, 10)
    }
    expect(
      await getColors(paint, [
        [5, 5],
        [20, 20],
        [29, 29],
        [31, 31],
      ]),
    ).toEqual(['#ffffff', '#ff0000', '#ff0000', '#ffffff'])
  })

  test('what encloses nothing is not filled: a bar of no height, an area along its own line', async () => {
    const paint = (canvas: PdfCanvas) => {
      canvas.fillStyle = '#ff0000'
      canvas.fillRect(5, 10, 50, 0)
      canvas.beginPath()
      canvas.moveTo(5, 30)
      canvas.bezierCurveTo(20, 40, 30, 40, 50, 30)
      canvas.lineTo(60, 40)
      canvas.lineTo(50, 30)
      canvas.bezierCurveTo(30, 40, 20, 40, 5, 30)
      canvas.closePath()
      canvas.fill()
      // A lens, which has the same ends.
      canvas.beginPath()
      canvas.moveTo(5, 60)
      canvas.bezierCurveTo(20, 40, 30, 40, 50, 60)
      canvas.bezierCurveTo(30, 80, 20, 80, 5, 60)
      canvas.fill()
    }
    const bytes = Buffer.from(await getPdf(paint)).toString('latin1')
    expect(bytes.match(/\nf\n/g)).toHaveLength(1)
    expect(await getColors(paint, [[27, 60]])).toEqual(['#ff0000'])
  })

  test('points that are no numbers are left out, and far ones kept', async () => {
    const paint = (canvas: PdfCanvas) => {
      canvas.strokeStyle = '#ff0000'
      canvas.lineWidth = 4
      canvas.beginPath()
      canvas.moveTo(10, 10)
      canvas.lineTo(Number.NaN, 20)
      canvas.arc(20, Number.POSITIVE_INFINITY, 5, 0, 1)
      canvas.lineTo(1e25, 10)
      canvas.stroke()
    }
    expect(Buffer.from(await getPdf(paint)).toString('latin1')).not.toMatch(/NaN|Infinity|e\+/)
    expect(
      await getColors(paint, [
        [15, 10],
        [90, 10],
      ]),
    ).toEqual(['#ff0000', '#ff0000'])
  })

  test('a path outlives its fill, and the matrix may change within it', async () => {
    const paint = (canvas: PdfCanvas) => {
      canvas.fillStyle = 'lime'
      canvas.strokeStyle = 'blue'
      canvas.lineWidth = 4
      canvas.beginPath()
      canvas.moveTo(0, 0)
      canvas.translate(40, 0)
      canvas.lineTo(0, 0)
      canvas.lineTo(0, 40)
      canvas.translate(-40, 0)
      canvas.lineTo(0, 40)
      canvas.closePath()
      canvas.fill()
      canvas.stroke()
    }
    expect(
      await getColors(paint, [
        [20, 20],
        [40, 20],
        [20, 40],
      ]),
    ).toEqual(['#00ff00', '#0000ff', '#0000ff'])
  })

  test('a circle and a pie slice', async () => {
    const paint = (canvas: PdfCanvas) => {
      canvas.fillStyle = '#000'
      canvas.beginPath()
      canvas.arc(20, 20, 15, 0, 2 * Math.PI)
      canvas.fill()
      canvas.beginPath()
      canvas.moveTo(80, 20)
      canvas.arc(80, 20, 15, 0, Math.PI / 2)
      canvas.fill()
    }
    expect(
      await getColors(paint, [
        [20, 6],
        [8, 8],
        [86, 26],
        [74, 26],
        [86, 14],
      ]),
    ).toEqual(['#000000', '#ffffff', '#000000', '#ffffff', '#ffffff'])
  })

  test('save and restore bring back colours, clip and matrix', async () => {
    const paint = (canvas: PdfCanvas) => {
      canvas.fillStyle = '#0000ff'
      canvas.save()
      canvas.beginPath()
      canvas.rect(0, 0, 20, 20)
      canvas.clip()
      canvas.fillStyle = '#ff0000'
      canvas.translate(10, 0)
      canvas.fillRect(0, 0, 50, 10)
      canvas.restore()
      canvas.fillRect(30, 0, 10, 10)
    }
    expect(
      await getColors(paint, [
        [5, 5],
        [15, 5],
        [25, 5],
        [35, 5],
      ]),
    ).toEqual(['#ffffff', '#ff0000', '#ffffff', '#0000ff'])
  })

  test.each([
    { dash: [10, 10], seen: ['#000000', '#ffffff', '#000000'] },
    { dash: [1, 0], seen: ['#000000', '#000000', '#000000'] },
    { dash: [0, 0], seen: ['#000000', '#000000', '#000000'] },
    { dash: [], seen: ['#000000', '#000000', '#000000'] },
  ])('dashes $dash', async ({ dash, seen }) => {
    const paint = (canvas: PdfCanvas) => {
      canvas.strokeStyle = '#000'
      canvas.lineWidth = 6
      canvas.setLineDash(dash)
      canvas.beginPath()
      canvas.moveTo(0, 10)
      canvas.lineTo(60, 10)
      canvas.stroke()
    }
    expect(
      await getColors(paint, [
        [5, 10],
        [15, 10],
        [25, 10],
      ]),
    ).toEqual(seen)
  })
})

describe('colours', () => {
  test.each([
    ['rgb(255, 0, 0)', '#ff0000'],
    ['rgba(0,0,255,1)', '#0000ff'],
    ['hsl(120, 100%, 50%)', '#00ff00'],
    ['#f0f', '#ff00ff'],
    ['#00ff00ff', '#00ff00'],
    ['SteelBlue', '#4682b4'],
    ['transparent', '#ffffff'],
    ['rgba(0, 0, 0, 0)', '#ffffff'],
    ['#00000080', '#7f7f7f'],
  ])('%s', async (css, seen) => {
    const paint = (canvas: PdfCanvas) => {
      canvas.fillStyle = css
      canvas.fillRect(0, 0, 20, 20)
    }
    expect(await getColors(paint, [[10, 10]])).toEqual([seen])
  })

  test('opacity of the moment, and no longer', async () => {
    const paint = (canvas: PdfCanvas) => {
      canvas.fillStyle = '#000'
      canvas.globalAlpha = 0.5
      canvas.fillRect(0, 0, 20, 20)
      canvas.globalAlpha = 1
      canvas.fillRect(30, 0, 20, 20)
    }
    expect(
      await getColors(paint, [
        [10, 10],
        [40, 10],
      ]),
    ).toEqual(['#808080', '#000000'])
  })

  test('a linear gradient runs from its first colour to its last, in moved coordinates', async () => {
    const paint = (canvas: PdfCanvas) => {
      canvas.translate(20, 0)
      const gradient = canvas.createLinearGradient(0, 0, 100, 0)
      gradient.addColorStop(0, '#ff0000')
      gradient.addColorStop(1, '#0000ff')
      canvas.fillStyle = gradient
      canvas.fillRect(0, 0, 100, 20)
    }
    const [before, first, middle, last] = await getColors(paint, [
      [10, 10],
      [21, 10],
      [70, 10],
      [119, 10],
    ])
    expect(before).toBe('#ffffff')
    expect(first).toMatch(/^#f[a-f0-9]000[0-9]$/)
    expect(middle).toMatch(/^#(7|8)[0-9a-f]00(7|8)[0-9a-f]$/)
    expect(last).toMatch(/^#0[0-9]00f[a-f0-9]$/)
  })

  test('a radial gradient', async () => {
    const paint = (canvas: PdfCanvas) => {
      const gradient = canvas.createRadialGradient(40, 40, 0, 40, 40, 40)
      gradient.addColorStop(0, '#ff0000')
      gradient.addColorStop(1, '#ffff00')
      canvas.fillStyle = gradient
      canvas.fillRect(0, 0, 80, 80)
    }
    const [center, edge] = await getColors(paint, [
      [40, 40],
      [79, 40],
    ])
    expect(center).toMatch(/^#ff0[0-9]00$/)
    expect(edge).toMatch(/^#fff[0-9a-f]00$/)
  })

  test('multiply', async () => {
    const paint = (canvas: PdfCanvas) => {
      canvas.fillStyle = '#ffff00'
      canvas.fillRect(0, 0, 20, 20)
      canvas.globalCompositeOperation = 'multiply'
      canvas.fillStyle = '#00ffff'
      canvas.fillRect(0, 0, 20, 20)
    }
    expect(await getColors(paint, [[10, 10]])).toEqual(['#00ff00'])
  })
})

describe('text', () => {
  const write = (change: Partial<PdfCanvas>) => (canvas: PdfCanvas) => {
    canvas.font = 'bold 10px Arial'
    Object.assign(canvas, change)
    canvas.fillText('1.092 billion', 60, 40)
  }
  const width = Math.round(fonts.width('1.092 billion', { font: 'body', weight: 'bold', italic: false }, 10))

  test('is text, at its baseline, in the size asked for', async () => {
    const texts = await getTexts(write({}))
    expect(texts.map(({ text }) => text).join('')).toBe('1.092 billion')
    expect(texts[0]).toMatchObject({ x: 60, y: 40, size: 10 })
  })

  test.each([
    ['left', 60],
    ['center', 60 - Math.round(width / 2)],
    ['right', 60 - width],
  ])('aligned %s', async (textAlign, x) => {
    const [text] = await getTexts(write({ textAlign }))
    expect(text?.x).toBeCloseTo(x, -0.5)
  })

  test('sits under, through or on its point', async () => {
    const heights = await Promise.all(
      ['top', 'middle', 'alphabetic', 'bottom'].map((textBaseline) => getTexts(write({ textBaseline }))),
    )
    const ys = heights.map(([text]) => text?.y ?? 0)
    expect(ys).toEqual(ys.toSorted((one, other) => other - one))
    expect(ys[2]).toBe(40)
  })

  test('is measured with the font that is embedded', async () => {
    const measured: number[] = []
    const bytes = await getPdf((canvas) => {
      canvas.font = 'bold 10px Arial'
      measured.push(Math.round(canvas.measureText('1.092 billion').width))
      canvas.fillText('1.092 billion', 0, 20)
    })
    expect(measured).toEqual([width])
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/\/FontName \/[A-Z]{6}\+Arimo-Bold[\s\S]*\/FontFile2/)
  })

  test('can stand on end', async () => {
    const bytes = await getPdf((canvas) => {
      canvas.font = '10px Arial'
      canvas.translate(20, 60)
      canvas.rotate(-Math.PI / 2)
      canvas.fillText('users', 0, 0)
    })
    expect((await readPdf(bytes)).pages[0]?.text).toContain('users')
  })

  test('leaves the document where it was', () => {
    const doc = new PDFDocument({ size: [200, 100] })
    const before = { x: doc.x, y: doc.y }
    const canvas = new PdfCanvas(doc, { x: 0, y: 0, theme, fonts, fontName: (style) => fonts.file(style) })
    canvas.fillText('moved?', 10, 10)
    expect({ x: doc.x, y: doc.y }).toEqual(before)
  })
})

describe('charts', () => {
  const size = { width: 480, height: 210 }
  const chartPdf = async (spec: object) => {
    const drawing = soundValue(await drawChart(bound(spec, { medium: 'page' }), size, options))
    return getPdf((canvas) => drawing.paint(canvas), [580, 250])
  }

  test('say their figures in selectable text', async () => {
    const { pages } = await readPdf(await chartPdf(gapColumns))
    const text = pages[0]?.text.replaceAll('\u00a0', ' ')
    for (const words of ['Dec 2020', '23.9 percentage points', '16.8 percentage points']) expect(text).toContain(words)
  })

  test('have no text outside their box', async () => {
    const { pages } = await readPdf(await chartPdf(netizensLine))
    for (const { x, y, width, text } of pages[0]?.texts ?? []) {
      expect([x >= 49, x + width <= 50 + size.width + 1, y >= 20, y <= 20 + size.height + 1], text).toEqual([
        true,
        true,
        true,
        true,
      ])
    }
  })

  test('are vectors, not pictures', async () => {
    const bytes = Buffer.from(await chartPdf(netizensLine)).toString('latin1')
    expect(bytes).not.toContain('/Subtype /Image')
    expect(bytes).toMatch(/ m [\s\S]* l\n[\s\S]*S\n/)
  })

  test('have the same bytes each time', async () => {
    expect(await chartPdf(netizensLine)).toEqual(await chartPdf(netizensLine))
  })

  test('a slanting gradient in a box that is not square, for which Vega wants a native canvas', async () => {
    const color = {
      gradient: 'linear',
      x1: 0,
      y1: 0,
      x2: 1,
      y2: 1,
      stops: [
        { offset: 0, color: '#ff0000' },
        { offset: 1, color: '#0000ff' },
      ],
    }
    const bytes = await chartPdf({ ...gapColumns, layer: [{ mark: { type: 'bar', color } }] })
    expect(Buffer.from(bytes).toString('latin1')).toContain('/ShadingType 2')
  })
})
