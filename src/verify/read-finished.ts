import { checkFirstBytes } from '../opc/first-bytes.ts'
import type { FoundDocument } from '../trust/verify/read/found-document.ts'
import { limitTexts } from '../trust/verify/read/limit-texts.ts'
import { readDeck } from '../trust/verify/read/read-deck.ts'

/** A deck or PDF as its reader finds it, told apart by its first bytes and not by its name. Throws UnreadableFile with the reason. */
export async function readFinished(file: string, bytes: Uint8Array): Promise<FoundDocument> {
  const found = checkFirstBytes(bytes) === 'pptx' ? readDeck(file, bytes) : await readPdfFile(file, bytes)
  const word = found.kind === 'deck' ? 'slide' : 'page'
  limitTexts(
    [...found.texts, ...(found.behind?.() ?? [])].map(({ text, item, page }) => ({
      text,
      item,
      at: page === undefined ? '' : `${word} ${page}`,
    })),
  )
  return found
}

async function readPdfFile(file: string, bytes: Uint8Array): Promise<FoundDocument> {
  const { readPdf } = await import('./read-pdf.ts')
  return readPdf(file, bytes)
}
