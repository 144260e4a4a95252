/** A stretch of a text (offsets from 0) and what is to stand there instead. */
export interface TextEdit {
  start: number
  end: number
  text: string
}

/** The text with all edits made; what no edit names stays byte for byte. Of insertions at one place the first given stands first. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = edits.toSorted((a, b) => a.start - b.start)
  const pieces = sorted.map((edit, index) => text.slice(sorted[index - 1]?.end ?? 0, edit.start) + edit.text)
  return pieces.join('') + text.slice(sorted.at(-1)?.end ?? 0)
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
