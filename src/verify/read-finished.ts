import { checkFirstBytes } from '../opc/first-bytes.ts'
import type { FoundDocument } from '../trust/verify/read/found-document.ts'
import { readDeck } from '../trust/verify/read/read-deck.ts'

/** A deck or PDF as its reader finds it, told apart by its first bytes and not by its name. Throws UnreadableFile with the reason. */
export async function readFinished(file: string, bytes: Uint8Array): Promise<FoundDocument> {
  if (checkFirstBytes(bytes) === 'pptx') return readDeck(file, bytes)
  const { readPdf } = await import('./read-pdf.ts')
  return readPdf(file, bytes)
}
