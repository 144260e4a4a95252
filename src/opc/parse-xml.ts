import { unescapeText, type XmlElement, type XmlNode } from './xml.ts'

/** An element whose end has not been read yet. */
interface OpenElement {
  name: string
  attributes: Record<string, string>
  children: XmlNode[]
}

/** A comment, a declaration, character data as it stands, a tag, or text. */
const token =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/gy
const attribute = /([\w:.-]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g

/** What is deeper would overflow the stack of who goes through it; PowerPoint's own files have some twenty levels. */
const deepest = 500

/** An element's position in its part, in UTF-16 units: from start tag to the end of the end tag, and within. */
export interface XmlSpan {
  part: string
  start: number
  contentStart: number
  contentEnd: number
  end: number
}

export type XmlSpans = Map<XmlElement, XmlSpan>

/**
 * The root of an XML document as Office writes it: no document type, no entity but XML's five.
 * Throws a SyntaxError if it is not well formed.
 * `spans` receives where each element of a `part` is, for edits in place.
 */
export function parseXml(text: string, spans?: XmlSpans, part = ''): XmlElement {
  const document: OpenElement = { name: '', attributes: {}, children: [] }
  const open = [document]
  let end = text.charCodeAt(0) === 0xfeff ? 1 : 0
  while (end < text.length) {
    token.lastIndex = end
    const match = token.exec(text)
    if (!match) throw malformed(text, end)
    read(match, open, text, part, spans)
    if (open.length > deepest) throw malformed(text, match.index)
    end = token.lastIndex
  }
  const roots = document.children.filter((node) => typeof node !== 'string')
  if (open.length !== 1 || roots.length !== 1 || roots[0] === undefined) throw malformed(text, end)
  return roots[0]
}

function read(match: RegExpExecArray, open: OpenElement[], text: string, part: string, spans?: XmlSpans): void {
  // By number: an array is gone through step by step, and a deck has tens of thousands of tags.
  const { 1: characterData, 2: closing, 3: name, 4: attributes, 5: empty, 6: words } = match
  const parent = open.at(-1)
  if (!parent) throw malformed(text, match.index)
  if (words !== undefined || characterData !== undefined) {
    const value = characterData ?? decode(words ?? '', text, match.index)
    if (open.length > 1) parent.children.push(value)
    else if (value.trim() !== '') throw malformed(text, match.index)
  } else if (closing) {
    if (parent.name !== name || open.length === 1) throw malformed(text, match.index)
    open.pop()
    const span = spans?.get(parent)
    if (span) spans?.set(parent, { ...span, contentEnd: match.index, end: token.lastIndex })
  } else if (name !== undefined) {
    const opened = { name, attributes: readAttributes(attributes ?? '', text, match.index), children: [] }
    parent.children.push(opened)
    const end = token.lastIndex
    spans?.set(opened, { part, start: match.index, contentStart: end, contentEnd: end, end })
    if (!empty) open.push(opened)
  }
}

function readAttributes(source: string, text: string, position: number): Record<string, string> {
  const attributes: Record<string, string> = {}
  attribute.lastIndex = 0
  for (let match = attribute.exec(source); match; match = attribute.exec(source)) {
    const { 1: name, 2: double, 3: single } = match
    if (name === undefined || Object.hasOwn(attributes, name)) throw malformed(text, position)
    attributes[name] = decode(double ?? single ?? '', text, position)
  }
  return attributes
}

/** An ampersand that begins no character and none of XML's own five entities. */
const strayAmpersand = /&(?!(?:#x[\da-fA-F]+|#\d+|amp|lt|gt|quot|apos);)/

function decode(source: string, text: string, position: number): string {
  if (/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD]/.test(source)) checkCharacters(source, text, position)
  if (!source.includes('&')) return source
  if (strayAmpersand.test(source)) throw malformed(text, position)
  return unescapeText(source)
}

function checkCharacters(source: string, text: string, position: number): void {
  if (/(?![\t\n\r])[\p{Cs}\uFFFE\uFFFF]|[^\P{Cc}\t\n\r\x7F-\x9F]/u.test(source)) throw malformed(text, position)
}

function malformed(text: string, position: number): SyntaxError {
  const line = text.slice(0, position).split('\n').length
  return new SyntaxError(`malformed XML on line ${line}: ${text.slice(position, position + 40)}`)
}
