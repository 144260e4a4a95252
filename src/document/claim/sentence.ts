/** The sentence around an offset of filled Markdown, as it reads: without links, emphasis and heading marks. */
export function sentenceAt(markdown: string, offset: number): string {
  const start = markdown.lastIndexOf('\n\n', offset - 1) + 1
  const end = markdown.indexOf('\n\n', offset)
  const before = plainMarks(markdown.slice(start, offset))
  const after = plainMarks(markdown.slice(offset, end < 0 ? undefined : end))
  const head = before.split(/(?<=[.!?]["”’)]?\s)|(?<=[。！？])|\n(?=\s*(?:[-*#|:]|\d+\.))/).at(-1) ?? ''
  const [tail = ''] = after.split(/(?<=[.!?]["”’)]?)\s|(?<=[。！？])|\n(?=\s*(?:[-*#|:]|\d+\.))/)
  return (head + tail)
    .replace(/\s+/g, ' ')
    .replace(/^\s*(?:[-*]|#+|\d+\.)\s/, '')
    .trim()
}

/** Filled Markdown without observation links and emphasis; a reference whose words are unknown is an ellipsis. */
export function plainMarks(markdown: string): string {
  return markdown
    .replace(/\[([^\]]*)\]\((?:obs:|#)[^)]*\)/g, (_, words: string) => words || '…')
    .replace(/\*\*|(?<![\w*])[*_](?=\S)|(?<=\S)[*_](?![\w*])/g, '')
}
