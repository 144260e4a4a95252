/** Runs what draws on the current page, and gives pdfkit its content in few pieces: of each it makes an array of bytes, and a chart of many points has hundreds of thousands. */
export function writeAtOnce(doc: PDFKit.PDFDocument, draw: () => void): void {
  const page: { write: (content: string) => void } = Reflect.get(doc, 'page')
  const content: string[] = []
  page.write = (piece) => void content.push(piece)
  try {
    draw()
  } finally {
    Reflect.deleteProperty(page, 'write')
    // pdfkit ends each piece with a line break.
    for (let from = 0; from < content.length; from += most) page.write(content.slice(from, from + most).join('\n'))
  }
}

/** So many pieces at once make a text of about a megabyte. */
const most = 20_000
