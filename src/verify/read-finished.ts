import { checkFirstBytes } from '../opc/first-bytes.ts'
import { UnreadableFile } from '../opc/unreadable-file.ts'
import type { FoundDocument } from '../trust/verify/read/found-document.ts'
import { readDeck } from '../trust/verify/read/read-deck.ts'

/** Letters of one shape or paragraph: more than a slide or a page has room for, and few enough for any pattern. */
const mostOfOne = 50_000
/** Letters of all texts: a PDF of a thousand pages has three million. */
const mostOfAll = 5_000_000

/** A deck or PDF as its reader finds it, told apart by its first bytes and not by its name. Throws UnreadableFile with the reason. */
export async function readFinished(file: string, bytes: Uint8Array): Promise<FoundDocument> {
  const found = checkFirstBytes(bytes) === 'pptx' ? readDeck(file, bytes) : await readPdfFile(file, bytes)
  const texts = [...found.texts, ...(found.behind ?? [])]
  const long = texts.find(({ text }) => text.length > mostOfOne)
  if (long) {
    const place = `${long.item}${long.page === undefined ? '' : ` on ${found.kind === 'deck' ? 'slide' : 'page'} ${long.page}`}`
    throw new UnreadableFile(`a text of ${long.text.length} letters, more than ${mostOfOne}: ${place}`)
  }
  const all = texts.reduce((sum, { text }) => sum + text.length, 0)
  if (all > mostOfAll) throw new UnreadableFile(`holds texts of ${all} letters, more than ${mostOfAll}`)
  return found
}

async function readPdfFile(file: string, bytes: Uint8Array): Promise<FoundDocument> {
  const { readPdf } = await import('./read-pdf.ts')
  return readPdf(file, bytes)
}
