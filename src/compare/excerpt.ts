import { editTo } from '../edit/text-edit.ts'

/** Characters kept on either side of what differs. */
const context = 32

/** Both texts cut to what differs and some words around it, so that a figure is seen in its sentence. */
export function excerptChange(before: string, after: string): { before: string; after: string } {
  const { start, end: until } = editTo(before, after)
  const end = before.length - until
  const from = start <= context ? 0 : wordStart(before, start - context)
  const keptEnd = end <= context ? 0 : end - context
  return { before: cut(before, from, keptEnd), after: cut(after, from, keptEnd) }
}

/** The start of the first word at or after the position, which lies in what both texts share. */
function wordStart(text: string, position: number): number {
  const space = text.indexOf(' ', position)
  return space < 0 || space > position + context / 2 ? position : space + 1
}

function cut(text: string, from: number, dropped: number): string {
  const space = dropped > 0 ? text.lastIndexOf(' ', text.length - dropped) : -1
  const to = dropped === 0 ? text.length : space > text.length - dropped - context / 2 ? space : text.length - dropped
  return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`
}
