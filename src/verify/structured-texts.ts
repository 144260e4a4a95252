import { isStatusMark } from '../trust/verify/read/drawing-text.ts'
import type { FoundText } from '../trust/verify/read/found-document.ts'

/** A piece of a page's text, or where a marked content begins and ends. */
export type ContentItem =
  | { text: string; size: number; endsLine: boolean }
  | { mark: 'begin' | 'end'; id: string | undefined }

/** A structure element as pdfjs gives it, or a piece of content that it holds. */
export interface StructureNode {
  role?: string
  type?: string
  id?: string
  alt?: string
  children?: readonly StructureNode[]
}

/**
 * A page's texts by structure elements: paragraphs, rows of tables, figures and alternative texts;
 * what no element holds, or the whole page without structure, as one text.
 */
export function structuredTexts(
  items: readonly ContentItem[],
  root: StructureNode | undefined,
  page: number,
): FoundText[] {
  const { byId, loose } = gather(items)
  const used = new Set<string>()
  const texts = root ? elementTexts(root, { page, byId, used }) : []
  const rest = [...byId].filter(([id]) => !used.has(id)).flatMap(([, content]) => content)
  const outside = joined([...loose, ...rest])
  const kind = texts.length > 0 ? { isLoose: true } : { isPage: true }
  const whole: FoundText = { page, item: 'Page', medium: 'text', text: outside, ...kind }
  return outside === '' ? texts : [...texts, whole]
}

const unspaced = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff00-\\uffef]'
const unspacedEnd = new RegExp(`${unspaced}$`, 'u')
const unspacedStart = new RegExp(`^${unspaced}`, 'u')

type Content = readonly Exclude<ContentItem, { mark: unknown }>[]

/** Content by the id of the marked content it stands in, and what stands in none. */
function gather(items: readonly ContentItem[]): { byId: Map<string, Content>; loose: Content } {
  const byId = new Map<string, Exclude<ContentItem, { mark: unknown }>[]>()
  const loose: Exclude<ContentItem, { mark: unknown }>[] = []
  const open: (string | undefined)[] = []
  for (const item of items) {
    if ('mark' in item) {
      if (item.mark === 'begin') open.push(item.id)
      else open.pop()
      continue
    }
    const id = open.findLast((name) => name !== undefined)
    const content = id === undefined ? loose : byId.get(id)
    if (content) content.push(item)
    else if (id !== undefined) byId.set(id, [item])
  }
  return { byId, loose }
}

interface Reading {
  page: number
  byId: ReadonlyMap<string, Content>
  /** Ids of the content that an element holds. */
  used: Set<string>
}

const blocks = /^(?:P|H[1-6]?|L|LI|LBody|Lbl|Table|TR|Figure|Caption|Sect|Div|Part|Art|Note|BlockQuote|TOC|TOCI|Aside)$/

/** Whether an element's text is that of the elements in it. */
function isGroup({ role, children = [] }: StructureNode): boolean {
  return role === 'Root' || role === 'Table' || children.some((child) => blocks.test(child.role ?? ''))
}

function elementTexts(node: StructureNode, reading: Reading, head?: string): FoundText[] {
  const { page } = reading
  const alt: FoundText[] = node.alt ? [{ page, item: node.role ?? 'Figure', medium: 'alt', text: node.alt }] : []
  if (node.role === 'TR') {
    const text = (node.children ?? []).map((cell) => contentText(cell, reading)).join('\t')
    return [{ page, item: 'Table', medium: 'table', text, ...(head !== undefined && { head }) }]
  }
  if (node.role !== 'Figure' && isGroup(node)) {
    const first = node.role === 'Table' ? firstRow(node, reading) : head
    return [...(node.children ?? []).flatMap((child) => elementTexts(child, reading, first)), ...alt]
  }
  // An item's number or bullet says nothing; a figure's caption is no part of its drawing.
  const isFigure = node.role === 'Figure'
  const children = node.children ?? []
  const captions = isFigure ? children.filter(({ role }) => role === 'Caption') : []
  const drawn =
    captions.length > 0 ? { ...node, children: children.filter((child) => !captions.includes(child)) } : node
  const text = isFigure ? lines(getContent(drawn, reading), '\n') : contentText(node, reading)
  const own: FoundText = { page, item: node.role ?? 'Text', medium: isFigure ? 'chart' : 'text', text }
  return [
    ...captions.flatMap((child) => elementTexts(child, reading)),
    ...(text.trim() === '' || node.role === 'Lbl' ? [] : [own]),
    ...alt,
  ]
}

function firstRow(table: StructureNode, reading: Reading): string | undefined {
  const row = findRow(table)
  return row && (row.children ?? []).map((cell) => contentText(cell, reading)).join('\t')
}

function findRow(node: StructureNode): StructureNode | undefined {
  if (node.role === 'TR') return node
  for (const child of node.children ?? []) {
    const found = findRow(child)
    if (found) return found
  }
  return undefined
}

function contentText(node: StructureNode, reading: Reading): string {
  return joined(getContent(node, reading))
}

function getContent(node: StructureNode, reading: Reading): Content {
  if (node.id !== undefined && node.type === 'content') {
    reading.used.add(node.id)
    return reading.byId.get(node.id) ?? []
  }
  return (node.children ?? []).flatMap((child) => getContent(child, reading))
}

/** The words, lines joined; raised digits, which refer to a footnote, and raised marks of status left out. */
function joined(content: Content): string {
  const largest = content.reduce((most, { text, size }) => (text.trim() === '' ? most : Math.max(most, size)), 0)
  const isRaised = ({ size }: Content[number]) => size < largest * 0.75
  const words = content.filter((one) => !(isRaised(one) && /^\s*\d{1,2}\s*$/.test(one.text)))
  // The space behind a mark of status may be its own.
  return lines(words.map((one) => (isRaised(one) && isStatusMark(one.text) ? { ...one, text: ' ' } : one)))
}

/** The words line by line; in a drawing two lines have nothing to do with each other. */
function lines(content: Content, end = ' '): string {
  return content
    .map(({ text, endsLine }, index) => {
      const next = content[index + 1]?.text ?? ''
      // In a drawing two numbers beside each other are two, and so are two words.
      const isParted =
        end === '\n' && /[\p{Script=Latin}\d%]$/u.test(text) && /^[+\u2212]?[\p{Script=Latin}\d]/u.test(next)
      return endsLine || isParted ? joinedLine(text, next, end) : text
    })
    .join('')
    .trim()
}

/** A line joined to the next by a space, but not at a soft hyphen or a character at which lines end without one. */
function joinedLine(text: string, next: string, end: string): string {
  if (text.endsWith('\u00ad')) return text.slice(0, -1)
  return unspacedEnd.test(text) || unspacedStart.test(next) ? text : text + end
}
