import { UnreadableFile } from './unreadable-file.ts'

/** Microsoft's Compound File Binary format holds old .ppt files, and new ones behind a password (MS-OFFCRYPTO). */
const compoundFile = 0xd0cf11e0

function whichOldFile(bytes: Uint8Array): string {
  return Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))
    ? 'encrypted: save it without a password'
    : 'a file of PowerPoint 2003 or older: save it as .pptx'
}

/** More than any report weighs. */
const mostBytes = 256 * 1024 * 1024

/** Whether a file is a deck or a PDF, by its first bytes. Throws UnreadableFile for all else, saying what it is. */
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
