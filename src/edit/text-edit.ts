/** A stretch of a text (offsets from 0) and what is to stand there instead. */
export interface TextEdit {
  start: number
  end: number
  text: string
}

/**
 * A stretch of the text with its edits made; all else stays byte for byte.
 * Of insertions at one place the first given comes first, before what is replaced there.
 */
export function applyEdits(text: string, edits: readonly TextEdit[], from = 0, to = text.length): string {
  const within = edits.filter(({ start, end }) => start >= from && end <= to)
  const sorted = within.sort((a, b) => a.start - b.start || a.end - b.end)
  const pieces = sorted.map((edit, index) => text.slice(sorted[index - 1]?.end ?? from, edit.start) + edit.text)
  return pieces.join('') + text.slice(sorted.at(-1)?.end ?? from, to)
}

/** The one edit, as small as can be, that makes a text another. */
export function editTo(text: string, other: string): TextEdit {
  const least = Math.min(text.length, other.length)
  let start = 0
  while (start < least && text[start] === other[start]) start += 1
  let same = 0
  while (same < least - start && text.at(-1 - same) === other.at(-1 - same)) same += 1
  return { start, end: text.length - same, text: other.slice(start, other.length - same) }
}

/** The offset of the end of the line that holds an offset, before its line end. */
export function lineEnd(text: string, offset: number): number {
  const found = /\r?\n|\r/g
  found.lastIndex = offset
  return found.exec(text)?.index ?? text.length
}

/** The offset at which the line that holds an offset starts. */
export function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1
}

/** How lines end in the text: as the first does. */
export function getNewline(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'
}
