import { UnreadableFile } from '../../../opc/unreadable-file.ts'

/** Letters of one shape or paragraph: more than a slide or a page has room for, and few enough for any pattern. */
const mostOfOne = 50_000
/** Letters of all texts: a PDF of a thousand pages has three million. */
const mostOfAll = 5_000_000

/** Throws UnreadableFile where a file has a text, or texts, beyond those of any report. */
export function limitTexts(texts: readonly { text: string; item: string; at: string }[]): void {
  const long = texts.find(({ text }) => text.length > mostOfOne)
  if (long) {
    const place = [long.item, long.at].filter((part) => part !== '').join(' on ')
    throw new UnreadableFile(`a text of ${long.text.length} letters, more than ${mostOfOne}: ${place}`)
  }
  const all = texts.reduce((sum, { text }) => sum + text.length, 0)
  if (all > mostOfAll) throw new UnreadableFile(`holds texts of ${all} letters, more than ${mostOfAll}`)
}
