import { UnreadableFile } from '../opc/unreadable-file.ts'
import type { FoundDocument } from '../trust/verify/read/found-document.ts'
import { readDeck } from '../trust/verify/read/read-deck.ts'

/** More than any report weighs. */
const mostBytes = 256 * 1024 * 1024

/** A deck or PDF as its reader finds it, told apart by its first bytes and not by its name. Throws UnreadableFile with the reason. */
export async function readFinished(file: string, bytes: Uint8Array): Promise<FoundDocument> {
  if (checkFirstBytes(bytes) === 'pptx') return readDeck(file, bytes)
  const { readPdf } = await import('./read-pdf.ts')
  return readPdf(file, bytes)
}

/** Whether a file is a deck or a PDF, by its first bytes. Throws UnreadableFile for what is neither, with what it is. */
export function checkFirstBytes(bytes: Uint8Array): 'pptx' | 'pdf' {
  if (bytes.length === 0) throw new UnreadableFile('empty')
  if (bytes.length > mostBytes) throw new UnreadableFile(`too large: ${Math.round(bytes.length / 1e6)} MB`)
  const start = Buffer.from(bytes.subarray(0, 1024))
  if (start.includes('%PDF-')) return 'pdf'
  if (start.subarray(0, 2).toString('latin1') === 'PK') return 'pptx'
  throw new UnreadableFile(
    start.length >= 4 && start.readUInt32BE(0) === compoundFile ? whichOldFile(bytes) : 'neither a .pptx nor a .pdf',
  )
}

/** Microsoft's Compound File Binary format holds old .ppt files, and new ones behind a password (MS-OFFCRYPTO). */
const compoundFile = 0xd0cf11e0

function whichOldFile(bytes: Uint8Array): string {
  return Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))
    ? 'encrypted: save it without a password'
    : 'a file of PowerPoint 2003 or older: save it as .pptx'
}
