/** The innermost `{{#block}}` of a template that nothing closes, by name and 1-based place; undefined where all are closed. */
export function unclosedBlock(text: string): { name: string; line: number; column: number } | undefined {
  const open: { name: string; index: number }[] = []
  for (const match of text.matchAll(/\{\{!--[\s\S]*?--~?\}\}|\{\{~?#[>*]?\s*([^\s}]+)|\{\{~?\/\s*([^\s}~]+)/g)) {
    const [, opened, closed] = match
    if (opened) open.push({ name: opened, index: match.index })
    if (closed && open.at(-1)?.name === closed) open.pop()
  }
  const last = open.at(-1)
  if (!last) return undefined
  const before = text.slice(0, last.index).split('\n')
  return { name: last.name, line: before.length, column: (before.at(-1) ?? '').length + 1 }
}
