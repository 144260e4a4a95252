import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { PNG } from 'pngjs'

/** Pixels a point, where no width is asked for. */
const usual = 1.2

/** What stands at the foot of each page: a part of its height. */
const foot = 0.08

/** Draws each page of a PDF as PNG into a folder, or only as far down as it is filled: the names of the files. */
export async function drawPages(path, folder, { isCropped = false, width: wanted } = {}) {
  const library = await PDFiumLibrary.init()
  try {
    const document = await library.loadDocument(readFileSync(path))
    const drawn = []
    for (const page of document.pages()) {
      const scale = wanted ? wanted / page.getOriginalSize().originalWidth : usual
      const { data, width, height } = await page.render({ scale, render: 'bitmap' })
      const file = `${basename(path, '.pdf')}-page-${drawn.length + 1}.png`
      const tall = isCropped ? filledHeight(data, width, height) : height
      const png = Object.assign(new PNG({ width, height: tall }), {
        data: Buffer.from(data.subarray(0, width * tall * 4)),
      })
      writeFileSync(join(folder, file), PNG.sync.write(png))
      drawn.push(file)
    }
    document.destroy()
    return drawn
  } finally {
    library.destroy()
  }
}

/** The words of each page of a PDF. */
export async function readWords(path) {
  const document = await getDocument({ data: new Uint8Array(readFileSync(path)) }).promise
  const words = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent()
    words.push(items.map(({ str, hasEOL }) => str + (hasEOL ? ' ' : '')).join(''))
  }
  await document.destroy()
  return words
}

/** Down to the last row above the foot that is not white, and a little more. */
function filledHeight(data, width, height) {
  const isBlank = (row) => data.subarray(row * width * 4, (row + 1) * width * 4).every((byte) => byte > 250)
  let row = Math.floor(height * (1 - foot))
  while (row > 0 && isBlank(row)) row -= 1
  return Math.min(height, row + 24)
}
