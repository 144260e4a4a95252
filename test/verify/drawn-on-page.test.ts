import { once } from 'node:events'
import PDFDocument from 'pdfkit'
import { describe, expect, it } from 'vitest'
import { readFinished } from '../../src/verify/run-verify.ts'

/** What a PDF of one page draws. */
async function drawn(draw: (document: PDFKit.PDFDocument) => void) {
  const document = new PDFDocument({ size: [400, 400], margin: 50 })
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = once(document, 'end')
  draw(document)
  document.end()
  await ended
  const { pictures, unseen } = await readFinished('page.pdf', Buffer.concat(chunks))
  return { pictures, unseen: unseen?.().map(({ text }) => text) }
}

/** One pixel, with a mask. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

it('finds the pictures of a PDF with their sizes, and no mask for one', async () => {
  const { pictures } = await drawn((document) => document.image(pixel, 0, 0).image(pixel, 9, 9))
  const picture = { page: 1, item: 'Picture', width: 1, height: 1 }
  expect(pictures).toEqual([
    { ...picture, number: 1 },
    { ...picture, number: 2 },
  ])
  expect((await drawn((document) => document.text('Words'))).pictures).toEqual([])
})

describe('words that a page of a PDF draws', () => {
  const words = async (draw: (document: PDFKit.PDFDocument) => void) => (await drawn(draw)).unseen
  const box = (document: PDFKit.PDFDocument, color: PDFKit.Mixins.ColorValue) =>
    document.rect(20, 20, 360, 100).fill(color)

  it.each<[string, (document: PDFKit.PDFDocument) => void]>([
    ['in the colour of the page', (document) => document.fillColor('white').text('42 hives')],
    ['in the colour of what they stand on', (document) => box(document, 'navy').fillColor('navy').text('42 hives')],
    ['clear', (document) => document.fillOpacity(0).text('42 hives')],
    ['too small', (document) => document.fontSize(1).text('42 hives')],
    ['not to be painted', (document) => document.addContent('3 Tr').text('42 hives')],
    ['beside the page', (document) => document.text('42 hives', -300, 50, { lineBreak: false })],
    ['below a box', (document) => box(document.text('42 hives'), 'white')],
  ])('are not seen: %s', async (_, draw) => {
    expect(await words(draw)).toEqual(['42 hives'])
  })

  it.each<[string, (document: PDFKit.PDFDocument) => void]>([
    ['white on a dark box', (document) => box(document, 'navy').fillColor('white').text('42 hives')],
    ['on a picture', (document) => document.image(pixel, 0, 0, { width: 400 }).fillColor('white').text('42 hives')],
    [
      'on colours that run into each other',
      (document) => {
        const gradient = document.linearGradient(20, 20, 380, 20).stop(0, 'navy').stop(1, 'black')
        box(document.rect(0, 0, 1, 1).fill('white'), gradient)
          .fillColor('white')
          .text('42 hives')
      },
    ],
    [
      'on a box that is shaded within what it is clipped to',
      (document) => {
        document.save().rect(20, 20, 360, 100).clip()
        document.addContent('/Sh0 sh').restore().fillColor('white').text('42 hives')
        const shading = { ShadingType: 2, ColorSpace: 'DeviceRGB', Coords: [0, 0, 400, 0], Function: whole(document) }
        const { Resources } = Object.fromEntries(Object.entries(document.page.dictionary.data))
        Object.assign(Resources.data, { Shading: { Sh0: shading } })
      },
    ],
    ['below a marker', (document) => box(document.text('42 hives').fillOpacity(0.4), 'yellow')],
    ['below a colour that is mixed in', (document) => box(mixed(document.text('42 hives')), 'yellow')],
    ['outside of a clip', (document) => box(document.text('42 hives').rect(0, 200, 400, 200).clip(), 'white')],
  ])('are seen: %s', async (_, draw) => {
    expect(await words(draw)).toEqual([])
  })
})

/** A function from navy to black. */
function whole(document: PDFKit.PDFDocument): PDFKit.PDFKitReference {
  const reference = document.ref({ FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0.5], C1: [0, 0, 0], N: 1 })
  reference.end('')
  return reference
}

/** What is drawn from now on is multiplied with what is below. */
function mixed(document: PDFKit.PDFDocument): PDFKit.PDFDocument {
  document.page.ext_gstates.Mixed = { BM: 'Multiply' }
  return document.addContent('/Mixed gs')
}
