import { once } from 'node:events'
import PDFDocument from 'pdfkit'
import { expect, it } from 'vitest'
import { pdfPictures } from '../../src/verify/pdf-pictures.ts'

/** A PDF of one page. */
async function page(draw: (document: PDFKit.PDFDocument) => void): Promise<Uint8Array> {
  const document = new PDFDocument()
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = once(document, 'end')
  draw(document)
  document.end()
  await ended
  return Buffer.concat(chunks)
}

/** One pixel, with a mask. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

it('finds the pictures of a PDF with their sizes, and no mask for one', async () => {
  const picture = { item: 'Picture', width: 1, height: 1 }
  expect(pdfPictures(await page((document) => document.image(pixel, 0, 0)))).toEqual([{ ...picture, number: 1 }])
  expect(pdfPictures(await page((document) => document.text('Words')))).toEqual([])
})
