import { UnreadableFile } from '../opc/unreadable-file.ts'

/** More than a page, a font or a list of objects takes, in bytes; pictures are not unpacked. */
const mostOfOne = 16_000_000
/** A briefing of a thousand pages unpacks 20 MB. */
const mostOfAll = 64_000_000

let unpacked = 0
let excess: UnreadableFile | undefined

/** Begins to count for another PDF. */
export function resetUnpacked(): void {
  unpacked = 0
  excess = undefined
}

/**
 * Counts what a part of a PDF has come to, and its increase, in bytes; the bundle makes pdfjs call it.
 * Throws UnreadableFile, again at each further part, since pdfjs skips parts that it cannot read.
 */
export function countUnpacked(size: number, more: number): void {
  unpacked += more
  if (size > mostOfOne) excess ??= new UnreadableFile(`a part of it unpacks to more than ${mostOfOne / 1e6} MB`)
  if (unpacked > mostOfAll) excess ??= new UnreadableFile(`unpacks to more than ${mostOfAll / 1e6} MB`)
  if (excess) throw excess
}

/** Why the PDF is too large unpacked; undefined where it is not. */
export function getExcess(): UnreadableFile | undefined {
  return excess
}
