/** Where an expression or block is not closed, or is too deep; Handlebars reports it far from there, or not at all. */
export interface TemplateFault {
  kind: 'open expression' | 'open block' | 'too deep'
  message: string
  offset: number
  hint: string
}

/** Levels of blocks and of parentheses: more than any template has, and few enough for recursion. */
const deepest = 50

/** The first expression that is not closed or is nested too deep; else the innermost block that is not closed. */
export function templateFault(text: string): TemplateFault | undefined {
  const blocks: { name: string; offset: number }[] = []
  for (let at = nextOpen(text, 0); at >= 0; ) {
    const { end, parens } = readExpression(text, at)
    if (end === undefined) return openExpression(text, at)
    const [, opened, closed] = /^\{\{~?(?:#[>*]?\s*([^\s}~]+)|\/\s*([^\s}~]+))/.exec(text.slice(at, end)) ?? []
    if (opened) blocks.push({ name: opened, offset: at })
    if (closed && blocks.at(-1)?.name === closed) blocks.pop()
    if (parens > deepest || blocks.length > deepest) return tooDeep(at)
    at = nextOpen(text, end)
  }
  return openBlock(blocks.at(-1))
}

/** Where the next expression begins; one after a backslash is text. */
function nextOpen(text: string, from: number): number {
  let at = text.indexOf('{{', from)
  while (at > 0 && text[at - 1] === '\\') at = text.indexOf('{{', at + 2)
  return at
}

/** Where the expression ends that begins at an offset, and how deep its parentheses go; comments hold anything. */
function readExpression(text: string, start: number): { end: number | undefined; parens: number } {
  const comment = /\{\{~?!(--)?/y
  comment.lastIndex = start
  const [isComment, dashes] = comment.exec(text) ?? []
  if (isComment) {
    const last = dashes ? /--~?\}\}/g : /\}\}/g
    last.lastIndex = start + isComment.length
    return { end: last.exec(text) ? last.lastIndex : undefined, parens: 0 }
  }
  const part = /"[^"\n]*"|'[^'\n]*'|[()]|\{\{|\}\}+/g
  part.lastIndex = start + (text.startsWith('{{{', start) ? 3 : 2)
  let depth = 0
  let parens = 0
  for (let match = part.exec(text); match; match = part.exec(text)) {
    const [found] = match
    if (found === '{{') break
    if (found.startsWith('}}')) return { end: part.lastIndex, parens }
    if (found === '(') parens = Math.max(parens, ++depth)
    if (found === ')') depth--
  }
  return { end: undefined, parens }
}

function openExpression(text: string, offset: number): TemplateFault {
  const [start = ''] = /^[^\n]{1,30}/.exec(text.slice(offset, offset + 30)) ?? []
  const message = `an expression that is not closed: ${start.trim()}`
  return { kind: 'open expression', message, offset, hint: 'close it with }}' }
}

function openBlock(block: { name: string; offset: number } | undefined): TemplateFault | undefined {
  if (!block) return undefined
  const { name, offset } = block
  const message = `a block that is not closed: {{#${name}}}`
  return { kind: 'open block', message, offset, hint: `close it with {{/${name}}}` }
}

function tooDeep(offset: number): TemplateFault {
  const message = `nested too deep: more than ${deepest} levels`
  return { kind: 'too deep', message, offset, hint: 'take parts of it into partials' }
}
