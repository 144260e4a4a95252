import type { BlockContent, DefinitionContent, PhrasingContent } from 'mdast'
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'
import { type Diagnostic, suggest } from '../../../diagnostic.ts'
import { layoutNames } from '../../layout-names.ts'
import { plainText } from '../../plain-text.ts'
import { slug } from '../../slug.ts'
import type { Block, Document, Inline } from '../../types.ts'
import { claimId, getPlace, getSource, type Parsing, refuse, report, reportLack } from '../parsing.ts'
import { parseInlines } from '../text/inlines.ts'
import { keepAllowed } from './containment.ts'
import { toKeyFigures } from './key-figures.ts'

/** A directive taken apart. */
interface Call {
  node: ContainerDirective | LeafDirective
  parsing: Parsing
  /** `[…]`; empty where there is none. */
  label: Inline[]
  attributes: Readonly<Record<string, string>>
  /** What stands between the fences. */
  content: readonly (BlockContent | DefinitionContent)[]
}

export interface Directive {
  form: 'container' | 'leaf'
  label?: boolean
  attributes?: readonly string[]
  /** The only kind of document that has it. */
  only?: Document['kind']
  /** What it becomes. */
  parse(call: Call): Block[]
}

/**
 * The directives. A container (`:::name[label]{attribute="…"}` … `:::`) holds Markdown; one that holds another has the
 * longer fence. A leaf (`::name{…}`) is one line.
 * The label is Markdown's inlines; in an attribute only character references are special.
 */
export const directives: Readonly<Record<string, Directive>> = {
  slide: { form: 'leaf', attributes: ['layout', 'section', 'id', 'periods'], only: 'deck', parse: parseSlide },
  'page-break': {
    form: 'leaf',
    only: 'briefing',
    parse: ({ node, parsing }) => [{ type: 'pageBreak', place: getPlace(node, parsing) }],
  },
  contents: { form: 'leaf', attributes: ['depth', 'place'], parse: parseContents },
  sources: {
    form: 'leaf',
    only: 'briefing',
    parse: ({ node, parsing }) => [{ type: 'sourceList', entries: [], place: getPlace(node, parsing) }],
  },
  notes: { form: 'container', only: 'deck', parse: parseNotes },
  columns: { form: 'container', parse: parseColumns },
  column: { form: 'container', parse: refuseColumn },
  'key-figures': { form: 'container', parse: parseKeyFigures },
  quote: { form: 'container', label: true, parse: parseQuote },
  note: { form: 'container', label: true, attributes: ['place'], parse: parseNote },
  table: { form: 'container', label: true, attributes: ['id'], parse: parseCaptioned },
  source: { form: 'container', parse: parseSource },
}

/** `:::name` … `:::` */
export function parseContainer(node: ContainerDirective, parsing: Parsing): Block[] {
  const [first, ...rest] = node.children
  const labelled = first?.type === 'paragraph' && first.data?.directiveLabel ? first : undefined
  if (!checkClosed(node, parsing)) return []
  return parseDirective(node, labelled?.children ?? [], labelled ? rest : node.children, parsing)
}

/** `::name` */
export function parseLeaf(node: LeafDirective, parsing: Parsing): Block[] {
  return parseDirective(node, node.children, [], parsing)
}

function parseDirective(
  node: ContainerDirective | LeafDirective,
  label: readonly PhrasingContent[],
  content: readonly (BlockContent | DefinitionContent)[],
  parsing: Parsing,
): Block[] {
  const { name } = node
  const directive = Object.hasOwn(directives, name) ? directives[name] : undefined
  if (!directive)
    return refuse(node, parsing, `unknown directive: ${name}`, suggest(name, Object.keys(directives)) ?? known())
  const fault = formFault(node, directive, label.length > 0, parsing)
  if (fault) return refuse(node, parsing, ...fault)
  checkAttributes(node, directive, parsing)
  const attributes = Object.fromEntries(Object.entries(node.attributes ?? {}).map(([key, value]) => [key, value ?? '']))
  return directive.parse({ node, parsing, label: parseInlines(label, parsing), attributes, content })
}

function known(): string {
  return `the directives are ${Object.keys(directives).join(', ')}`
}

function formFault(
  node: ContainerDirective | LeafDirective,
  { form, label, only }: Directive,
  hasLabel: boolean,
  { kind }: Parsing,
): [message: string, hint: string] | undefined {
  const { name } = node
  const isContainer = node.type === 'containerDirective'
  if (form === 'leaf' && isContainer)
    return [`${name} holds nothing`, `write it in one line, with two colons: ::${name}`]
  if (form === 'container' && !isContainer)
    return [`${name} holds something`, `write :::${name}, and ::: where it ends`]
  if (only && only !== kind) return [`${name} has no place in a ${kind}`, `it belongs to a ${only}`]
  if (hasLabel && !label) return [`${name} has no label`, `write :::${name} without [ ]`]
  return undefined
}

function checkAttributes(
  node: ContainerDirective | LeafDirective,
  { attributes = [] }: Pick<Directive, 'attributes'>,
  parsing: Parsing,
): void {
  for (const name of Object.keys(node.attributes ?? {})) {
    if (attributes.includes(name)) continue
    const hint =
      attributes.length === 0 ? `${node.name} has no attributes` : `its attributes are ${attributes.join(', ')}`
    report(
      parsing,
      `unknown attribute of ${node.name}: ${name}`,
      attributePlace(node, name, parsing),
      suggest(name, attributes) ?? hint,
    )
  }
}

function attributePlace(node: ContainerDirective | LeafDirective, text: string, parsing: Parsing) {
  const [line = ''] = getSource(node, parsing).split('\n')
  const braces = line.lastIndexOf('{')
  const index = line.indexOf(text, Math.max(braces, 0))
  return getPlace(node, parsing, Math.max(0, index))
}

/**
 * Whether a directive is closed and holds only shorter fences: in Markdown an unclosed one swallows what follows,
 * and ends where an inner one ends. What comes after the first such directive is not read.
 */
function checkClosed(node: ContainerDirective, parsing: Parsing): boolean {
  const [head = '', ...lines] = getSource(node, parsing).trimEnd().split('\n')
  const fence = /:{3,}/.exec(head)?.[0] ?? ''
  const holdsOther = lines.some((line) => (/^[\s>]*(:{3,})[a-z]/.exec(line)?.[1] ?? '').length >= fence.length)
  const isClosed = !holdsOther && /^[\s>]*:{3,}\s*$/.test(lines.at(-1) ?? '')
  if (!isClosed && !parsing.diagnostics.some(isNotClosed))
    report(
      parsing,
      `${notClosed}${node.name}`,
      getPlace(node, parsing),
      `write ::: on a line of its own where it ends; what holds another directive has the longer fence`,
    )
  return isClosed
}

const notClosed = 'not closed: '

/** Whether a diagnostic says that a directive is not closed: what is found after it follows from it. */
export function isNotClosed({ message }: Diagnostic): boolean {
  return message.startsWith(notClosed)
}

function lack(node: Call['node'], parsing: Parsing, message: string, hint: string): Block[] {
  reportLack(node, parsing, message, hint)
  return []
}

function parseSlide({ node, parsing, attributes }: Call): Block[] {
  const { layout, section, id, periods } = attributes
  const known = layoutNames.find((name) => name === layout)
  if (layout !== undefined && !known) {
    const hint = suggest(layout, layoutNames) ?? `the layouts are ${layoutNames.join(', ')}`
    report(parsing, `unknown layout: ${layout}`, attributePlace(node, layout, parsing), hint)
  }
  if (periods !== undefined && periods !== 'mixed')
    report(parsing, `unknown periods: ${periods}`, attributePlace(node, periods, parsing), 'write periods="mixed"')
  return [{ type: 'slideOptions', layout: known, section, id, periods, place: getPlace(node, parsing) }]
}

function parseContents({ node, parsing, attributes }: Call): Block[] {
  const { depth = '2', place: where } = attributes
  if (depth !== '2' && depth !== '3')
    report(parsing, `unknown depth: ${depth}`, attributePlace(node, depth, parsing), 'the depth is 2 (sections) or 3')
  const inMargin = isInMargin(node, where, parsing)
  const place = getPlace(node, parsing)
  if (parsing.kind === 'deck') return [{ type: 'list', ordered: false, start: 1, items: [], isContents: true, place }]
  return [{ type: 'contents', depth: depth === '3' ? 3 : 2, inMargin, place }]
}

function isInMargin(node: Call['node'], where: string | undefined, parsing: Parsing): boolean {
  if (where !== undefined && where !== 'margin')
    report(parsing, `unknown place: ${where}`, attributePlace(node, where, parsing), 'the place is margin, or left out')
  return where === 'margin'
}

function parseNotes({ node, parsing, content }: Call): Block[] {
  const children = keepAllowed('speakerNotes', parsing.parseBlocks(content, parsing), parsing)
  return [{ type: 'speakerNotes', children, place: getPlace(node, parsing) }]
}

function parseColumns({ node, parsing, content }: Call): Block[] {
  const columns = content.flatMap((child) => {
    if (child.type !== 'containerDirective' || child.name !== 'column') {
      report(parsing, 'only :::column may stand in :::columns', getPlace(child, parsing), 'put it into a column')
      return []
    }
    if (!checkClosed(child, parsing)) return []
    checkAttributes(child, {}, parsing)
    return [keepAllowed('column', parsing.parseBlocks(child.children, parsing), parsing)]
  })
  if (columns.length === 0)
    return refuse(node, parsing, 'columns without a column', 'write :::column … ::: in it, and ::::columns around')
  return [{ type: 'columns', columns, place: getPlace(node, parsing) }]
}

function refuseColumn({ node, parsing }: Call): Block[] {
  return refuse(
    node,
    parsing,
    'a column outside columns',
    'write ::::columns around the columns, with four colons, and :::: at their end',
  )
}

function parseKeyFigures({ node, parsing, content }: Call): Block[] {
  const blocks = parsing.parseBlocks(content, parsing)
  const [list] = blocks
  if (list?.type !== 'list' || blocks.length > 1)
    return lack(node, parsing, 'key-figures holds one list', 'write {{key-figure "id"}} on lines of their own')
  return [{ type: 'keyFigures', figures: toKeyFigures(list, parsing), place: getPlace(node, parsing) }]
}

function parseQuote({ node, parsing, content, label }: Call): Block[] {
  const children = keepAllowed('quote', parsing.parseBlocks(content, parsing), parsing)
  return [
    { type: 'quote', children, attribution: label.length > 0 ? label : undefined, place: getPlace(node, parsing) },
  ]
}

function parseNote({ node, parsing, content, label, attributes }: Call): Block[] {
  const children = keepAllowed('note', parsing.parseBlocks(content, parsing), parsing)
  const inMargin = isInMargin(node, attributes.place, parsing)
  return [{ type: 'note', title: plainText(label) || undefined, children, inMargin, place: getPlace(node, parsing) }]
}

function parseCaptioned({ node, parsing, content, label, attributes }: Call): Block[] {
  const blocks = parsing.parseBlocks(content, parsing)
  const [table] = blocks
  if (table?.type !== 'table' || blocks.length > 1)
    return lack(node, parsing, 'table holds one table', 'write {{table …}} or a Markdown table in it, and nothing else')
  const wish = attributes.id ?? plainText(label)
  return [{ ...table, caption: label.length > 0 ? label : undefined, id: claimId(parsing, `table-${slug(wish)}`) }]
}

function parseSource({ node, parsing, content }: Call): Block[] {
  const blocks = parsing.parseBlocks(content, parsing)
  const [paragraph] = blocks
  if (paragraph?.type !== 'paragraph' || blocks.length > 1)
    return lack(node, parsing, 'source holds one paragraph', 'write its words on one line')
  return [{ type: 'sourceLine', children: paragraph.children, place: getPlace(node, parsing) }]
}
