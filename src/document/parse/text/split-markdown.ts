/** What may reach past a heading: definitions, which are used anywhere, fenced code and HTML. */
const reachesFar = /\]:|^[ >\t]*(?:```|~~~|<)/m

/**
 * Markdown in parts that mean the same by themselves as in the whole, so that only those that changed are read again:
 * each begins with a
 * heading or paragraph after a blank line, outside of containers; what may go on with a list stays with it.
 */
export function splitMarkdown(text: string): { text: string; start: number }[] {
  if (reachesFar.test(text)) return [{ text, start: 0 }]
  const starts = [0]
  let offset = 0
  let isAfterBlank = false
  // As many colons as end the container that is open.
  let open = 0
  for (const line of text.split('\n')) {
    const [, colons = '', rest = ''] = /^\s*(:{3,})(.*)$/.exec(line) ?? []
    if (open === 0 && rest.trim() !== '') open = colons.length
    else if (open > 0 && rest.trim() === '' && colons.length >= open && /^ {0,3}:/.test(line)) open = 0
    if (open === 0 && isAfterBlank && /^[^\s>:\-+*\d]/.test(line)) starts.push(offset)
    isAfterBlank = line.trim() === ''
    offset += line.length + 1
  }
  return starts.map((start, index) => ({ text: text.slice(start, starts[index + 1]), start }))
}
