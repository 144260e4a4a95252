import { parser, parse as readTree, type Tree } from 'handlebars/dist/cjs/handlebars/compiler/base.js'
import { type Diagnostic, failed, type Outcome, type Place } from '../../diagnostic.ts'
import { derived } from '../../memory/derived.ts'
import type { ContentNode, Expression, Option, PartialNode, Template, TemplateNode } from './template.ts'

/** Where an expression or block is not closed, or is too deep; Handlebars reports it far from there, or not at all. */
interface TemplateFault {
  kind: 'open expression' | 'open block' | 'too deep'
  message: string
  offset: number
  hint: string
}
/** Levels of blocks and of parentheses: more than any template has, and few enough for recursion. */
const deepest = 50

/**
 * Reads a Handlebars template. Handlebars gives the tree, white space around lone blocks already removed; what runs it
 * is `fill.ts`, since Handlebars' own
 * runtime checks only the last name of a path and neither arguments nor conditions, stops at the first error, and
 * forgets where its output came from.
 * Deck, briefing and the check for loose numbers read the same texts.
 */
export const parseTemplate: (source: TemplateText) => Outcome<Template> = derived(({ file, text }) => {
  const clean = text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n')
  const reading: Reading = { file, lines: clean.split('\n'), diagnostics: [] }
  const fault = templateFault(clean)
  if (fault?.kind === 'too deep') return failed(diagnoseFault(reading, fault))
  try {
    const body = toNodes(readTree(clean), reading)
    return { value: { file, body }, diagnostics: reading.diagnostics }
  } catch (error) {
    return failed(syntaxError(reading, error, fault))
  }
})

/** A template as it is written; `file` is relative to the report folder. */
export interface TemplateText {
  file: string
  text: string
}

interface Reading {
  file: string
  lines: readonly string[]
  diagnostics: Diagnostic[]
}

function toNodes(program: Tree.Program | undefined, reading: Reading): TemplateNode[] {
  return (program?.body ?? []).flatMap((statement) => toNode(statement, reading))
}

function toNode(statement: Tree.Statement, reading: Reading): TemplateNode[] {
  switch (statement.type) {
    case 'ContentStatement':
      return contentLines(statement, reading.file)
    case 'MustacheStatement':
      return toMustache(statement, reading)
    case 'BlockStatement':
      return [toBlock(statement, reading)]
    case 'PartialStatement':
      return toPartial(statement, reading)
    case 'CommentStatement':
      return []
    case 'PartialBlockStatement':
      return refuse(statement, reading, 'partials with a block are not supported', 'write {{> …}} before and after it')
    case 'Decorator':
    case 'DecoratorBlock':
      return refuse(
        statement,
        reading,
        'decorators and inline partials are not supported',
        'make it a file of partials/',
      )
  }
}

function toMustache(statement: Tree.Mustache, reading: Reading): TemplateNode[] {
  if (!statement.escaped)
    return refuse(
      statement,
      reading,
      'text that is not escaped: {{{…}}}',
      'write {{…}}: what a helper says is Markdown',
    )
  return [{ type: 'mustache', expression: toCall(statement, reading), place: getPlace(statement, reading) }]
}

function toBlock(statement: Tree.Block, reading: Reading): TemplateNode {
  return {
    type: 'block',
    name: String(statement.path.original),
    args: toExpressions(statement.params, reading),
    options: toOptions(statement.hash, reading),
    parameters: statement.program?.blockParams ?? [],
    body: toNodes(statement.program, reading),
    otherwise: toNodes(statement.inverse, reading),
    place: getPlace(statement, reading),
  }
}

function toPartial(statement: Tree.Partial, reading: Reading): PartialNode[] | [] {
  const { name, indent } = statement
  if (name.type === 'SubExpression') {
    refuse(statement, reading, 'a partial whose name is computed', 'choose among partials with {{#if}}')
    return []
  }
  const args = toExpressions(statement.params, reading)
  const options = toOptions(statement.hash, reading)
  const place = getPlace(statement, reading)
  return [{ type: 'partial', name: String(name.original), args, options, indent, place }]
}

/** A mustache or subexpression: a call where it has arguments or is in parentheses, else what it names. */
function toCall(node: Tree.Mustache | Tree.SubExpression, reading: Reading): Expression {
  const args = toExpressions(node.params, reading)
  const options = toOptions(node.hash, reading)
  if (node.type === 'MustacheStatement' && args.length === 0 && options.length === 0)
    return toExpression(node.path, reading)
  return { type: 'call', name: String(node.path.original), args, options, place: getPlace(node.path, reading) }
}

function toExpressions(nodes: readonly Tree.Expression[], reading: Reading): Expression[] {
  return nodes.map((node) => toExpression(node, reading))
}

function toExpression(node: Tree.Expression, reading: Reading): Expression {
  const place = getPlace(node, reading)
  switch (node.type) {
    case 'PathExpression':
      return { type: 'path', text: node.original, depth: node.depth, data: node.data, names: node.parts, place }
    case 'SubExpression':
      return toCall(node, reading)
    case 'NullLiteral':
      return { type: 'literal', value: null, place }
    default:
      return { type: 'literal', value: node.value, place }
  }
}

function toOptions(hash: Tree.Hash | undefined, reading: Reading): Option[] {
  return (hash?.pairs ?? []).map((pair) => ({
    name: pair.key,
    value: toExpression(pair.value, reading),
    place: getPlace(pair, reading),
  }))
}

function getPlace({ loc }: Tree.Base, { file }: Reading): Place {
  return { file, line: loc.start.line, column: loc.start.column + 1 }
}

function refuse(node: Tree.Base, reading: Reading, message: string, hint: string): TemplateNode[] {
  reading.diagnostics.push(diagnose(reading, message, getPlace(node, reading), hint))
  return []
}

/**
 * Curls apostrophes within words or before a helper's words, and at a word's end (the boys' rate)
 * in lines where none opens a quotation.
 */
function withApostrophes(line: string): string {
  const isQuoting = /(?<![\p{L}\p{Nd}\\])'(?=\S)/u.test(line)
  return line.replace(isQuoting ? /(?<=\p{L})'(?=\p{L}|$)/gu : /(?<=\p{L})'/gu, '’')
}

/** A stretch of content as one node a line, each at its own place. */
function contentLines({ value, original, loc }: Tree.Content, file: string): ContentNode[] {
  const start = advance(loc.start, original.slice(0, removedBefore(value, original)))
  return (value.match(/[^\n]*\n|[^\n]+$/g) ?? []).map((text, index) => ({
    type: 'content',
    text: withApostrophes(text),
    place: { file, line: start.line + index, column: (index === 0 ? start.column : 0) + 1 },
  }))
}

/** How many characters were removed at the start: only white space is, at either end. */
function removedBefore(value: string, original: string): number {
  if (original.startsWith(value)) return 0
  return original.indexOf(value.trimStart()) - (value.length - value.trimStart().length)
}

function advance(start: Tree.Position, text: string): Tree.Position {
  const lines = text.split('\n')
  const last = lines.at(-1) ?? ''
  return { line: start.line + lines.length - 1, column: (lines.length === 1 ? start.column : 0) + last.length }
}

/** Handlebars' parser says what its grammar expected in its own terms; this says it in the author's. */
function syntaxError(reading: Reading, error: unknown, fault: TemplateFault | undefined): Diagnostic {
  if (!(error instanceof Error)) throw error
  if ('lineNumber' in error && 'column' in error) {
    const place = { file: reading.file, line: Number(error.lineNumber), column: Number(error.column) + 1 }
    return diagnose(reading, error.message.replace(/ - \d+:\d+$/, ''), place)
  }
  if (fault?.kind === 'open expression' || (fault && error.message.endsWith("got 'EOF'")))
    return diagnoseFault(reading, fault)
  const { first_line: line, first_column: column } = parser.lexer.yylloc
  const rest = (reading.lines[line - 1] ?? '').slice(column, column + 20)
  const message = `not a Handlebars expression, at: ${rest || 'the end of the line'}`
  return diagnose(reading, message, { file: reading.file, line, column: column + 1 })
}

function diagnoseFault(reading: Reading, { message, offset, hint }: TemplateFault): Diagnostic {
  const { line, column } = advance({ line: 1, column: 0 }, reading.lines.join('\n').slice(0, offset))
  return diagnose(reading, message, { file: reading.file, line, column: column + 1 }, hint)
}

function diagnose({ lines }: Reading, message: string, place: Place, hint?: string): Diagnostic {
  return { severity: 'error', message, place, excerpt: lines[place.line - 1], hint }
}

/** The first expression that is not closed or is nested too deep; else the innermost block that is not closed. */
function templateFault(text: string): TemplateFault | undefined {
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
