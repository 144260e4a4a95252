import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { PNG } from 'pngjs'

/** Pixels a point. */
const scale = 1.2

/** Draws each page of a PDF as PNG into a folder; the names of the files. */
export async function drawPages(path, folder) {
  const library = await PDFiumLibrary.init()
  try {
    const document = await library.loadDocument(readFileSync(path))
    const names = []
    for (const page of document.pages()) {
      const { data, width, height } = await page.render({ scale, render: 'bitmap' })
      const name = `${basename(path, '.pdf')}-page-${names.length + 1}.png`
      writeFileSync(
        join(folder, name),
        PNG.sync.write(Object.assign(new PNG({ width, height }), { data: toRgba(data) })),
      )
      names.push(name)
    }
    document.destroy()
    return names
  } finally {
    library.destroy()
  }
}

/** PDFium gives blue first. */
function toRgba(bgra) {
  const rgba = Buffer.from(bgra)
  for (let at = 0; at < rgba.length; at += 4) [rgba[at], rgba[at + 2]] = [rgba[at + 2], rgba[at]]
  return rgba
}
