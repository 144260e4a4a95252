/** An XML element as a value. Text children are strings, not yet escaped. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
}

export type XmlNode = XmlElement | string

type AttributeValues = Readonly<Record<string, string | number | boolean | undefined>>
type Children = readonly (XmlNode | undefined)[]

/** An element; attributes and children that are undefined are left out, `true` and `false` are written 1 and 0. */
export function element(name: string, attributes: AttributeValues = {}, children: Children = []): XmlElement {
  const written: Record<string, string> = {}
  for (const key in attributes) {
    const value = attributes[key]
    if (value !== undefined) written[key] = typeof value === 'boolean' ? (value ? '1' : '0') : String(value)
  }
  return { name, attributes: written, children: children.filter((child) => child !== undefined) }
}

/** What a document begins with. */
export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** The element as a document. Here, and nowhere else, is text made harmless and escaped. */
export function toXml(root: XmlElement): string {
  const out = [declaration]
  write(root, out)
  return out.join('')
}

/** The element as it stands in a document. */
export function elementXml(root: XmlElement): string {
  const out: string[] = []
  write(root, out)
  return out.join('')
}

function write(node: XmlNode, out: string[]): void {
  if (typeof node === 'string') {
    out.push(escapeText(node))
    return
  }
  out.push('<', node.name)
  for (const key in node.attributes) out.push(' ', key, '="', escapeAttribute(node.attributes[key] ?? ''), '"')
  if (node.children.length === 0) {
    out.push('/>')
    return
  }
  out.push('>')
  for (const child of node.children) write(child, out)
  out.push('</', node.name, '>')
}

/** Anything but characters that are written as they stand: most text is passed by this one look. */
const special = /[^ !#-%(-;=?-~\u00A0-\uD7FF\uE000-\uFFFD]/

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  // As such they would be read back as spaces, or not at all.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

const escapeCharacter = (character: string): string => escapes[character] ?? character

/** Text as it stands between two tags, or in a quoted attribute of one line: without what XML cannot hold. */
export function escapeText(text: string): string {
  return special.test(text) ? harmlessText(text).replace(/[&<>"'\r]/g, escapeCharacter) : text
}

/** A text as it stands in an attribute, between double quotes. */
export function escapeAttribute(text: string): string {
  return special.test(text) ? harmlessText(text).replace(/[&<>"'\t\n\r]/g, escapeCharacter) : text
}

/** What XML 1.0 excludes or readers reject: controls but tab and line ends, lone surrogates, U+FFFE and U+FFFF. */
const harmful = /(?![\t\n\r])\p{Cc}|[\p{Cs}\uFFFE\uFFFF]/gu

/**
 * The text without control characters, and with U+FFFD for what is no character (pptxgenjs writes them out, and the
 * file
 * is malformed XML).
 */
export function harmlessText(text: string): string {
  return text.replace(harmful, (found) => (/\p{Cc}/u.test(found) ? '' : '\uFFFD'))
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The text that is escaped between two tags; references to entities that XML does not define stay. */
export function unescapeText(escaped: string): string {
  return escaped.replace(
    /&(?:#x([\da-fA-F]+)|#(\d+)|(\w+));/g,
    (reference, hex?: string, decimal?: string, name = '') =>
      hex || decimal
        ? String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal))
        : (named[name] ?? reference),
  )
}

/** Elements with that name below the element, in document order. */
export function descendants(root: XmlElement | undefined, name: string): XmlElement[] {
  const found: XmlElement[] = []
  if (root)
    visit(root, (node) => {
      if (node.name === name) found.push(node)
    })
  return found
}

/** Shows each element below the element, in document order. */
export function visit(root: XmlElement, see: (element: XmlElement) => void): void {
  const { children } = root
  // By number, for each deck is gone through dozens of times.
  for (let at = 0; at < children.length; at++) {
    const node = children[at]
    if (typeof node !== 'object') continue
    see(node)
    visit(node, see)
  }
}

/** The first child with that name. */
export function childNamed(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return parent?.children.find((node): node is XmlElement => typeof node !== 'string' && node.name === name)
}

/** The children that are elements. */
export function childElements(parent: XmlElement | undefined): XmlElement[] {
  return parent?.children.filter((node) => typeof node !== 'string') ?? []
}

/** All text below the element, joined. */
export function getText(node: XmlNode): string {
  return typeof node === 'string' ? node : node.children.map(getText).join('')
}
