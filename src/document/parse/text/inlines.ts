import type { Image, Link, LinkReference, PhrasingContent } from 'mdast'
import { reasonNamed } from '../../../dataset/figure/absence.ts'
import { findObservation } from '../../../dataset/find.ts'
import { suggest } from '../../../diagnostic.ts'
import { isLinkAddress } from '../../../files/link-address.ts'
import { plainText } from '../../plain-text.ts'
import type { Inline } from '../../types.ts'
import { getOffset, getPlace, type Parsing, refuse, report, reportLack } from '../parsing.ts'
import { checkText } from './check-text.ts'

type Parsers = {
  [T in PhrasingContent['type']]: (node: Extract<PhrasingContent, { type: T }>, parsing: Parsing) => Inline[]
}

/** What each kind of node in text becomes; what the document has no place for is an error, never dropped in silence. */
const parsers: Parsers = {
  text: (node, parsing) => {
    checkText(node, parsing)
    return [{ type: 'text', value: node.value.replaceAll('\n', ' ') }]
  },
  emphasis: (node, parsing) => [{ type: 'emphasis', children: parseInlines(node.children, parsing) }],
  strong: (node, parsing) => [{ type: 'strong', children: parseInlines(node.children, parsing) }],
  figure: (node, parsing) => parseFigure(node, node.key, node.value, parsing),
  break: () => [{ type: 'break' }],
  link: (node, parsing) => parseLink(node, node.url, parsing),
  linkReference: (node, parsing) => parseLink(node, parsing.definitions.get(node.identifier) ?? '', parsing),
  footnoteReference: ({ identifier }) => [{ type: 'noteReference', label: identifier }],
  image: (node, parsing) =>
    misplaced(node, parsing, 'a chart inside text', 'give it a paragraph of its own, between empty lines'),
  imageReference: (node, parsing) =>
    misplaced(node, parsing, 'an image by reference', 'write ![](charts/name.vl.json)'),
  inlineCode: (node, parsing) =>
    misplaced(node, parsing, 'code in text', 'set it in *italics*, or escape the backtick: \\`'),
  html: (node, parsing) => misplaced(node, parsing, 'raw HTML', 'write Markdown, or escape the sign: \\<'),
  delete: (node, parsing) => misplaced(node, parsing, 'struck-out text', 'leave it out'),
  textDirective: (node, parsing) => misplaced(node, parsing, 'a directive inside text', 'escape the colon: \\:'),
}

/** Nodes of text as the document's inlines. */
export function parseInlines(nodes: readonly PhrasingContent[], parsing: Parsing): Inline[] {
  return nodes.flatMap((node) => {
    // Each entry takes just the nodes of its type.
    const parse = parsers[node.type] as (node: PhrasingContent, parsing: Parsing) => Inline[]
    return parse(node, parsing)
  })
}

function misplaced(node: PhrasingContent, parsing: Parsing, what: string, hint: string): Inline[] {
  return refuse(node, parsing, `${what} has no place here`, hint)
}

function parseLink(node: Link | LinkReference, href: string, parsing: Parsing): Inline[] {
  const children = parseInlines(node.children, parsing)
  if (href.startsWith('obs:')) return parseFigure(node, href.slice('obs:'.length), plainText(children), parsing)
  const reason = href.startsWith('absent:') ? reasonNamed(href.slice('absent:'.length)) : undefined
  if (reason && !parsing.filled.isAuthored(getOffset(node, parsing))) {
    return [{ type: 'text', value: plainText(children), absent: reason }]
  }
  if (href.startsWith('lang:')) return parseLanguage(node, href.slice('lang:'.length), children, parsing)
  if (href.startsWith('#')) return parseCrossReference(node, href, children, parsing)
  if (!isLinkAddress(href)) {
    const hint = 'write an address that starts with https:// or mailto:, or #id for a place in this document'
    return refuse(node, parsing, `not an address that a document can link to: ${href}`, hint)
  }
  if (children.length === 0) reportLack(node, parsing, 'a link without words', 'write [words](address)')
  return [{ type: 'link', href, children }]
}

/** Words of another language: `[Gleichstellung](lang:de)`. */
function parseLanguage(
  node: Link | LinkReference,
  language: string,
  children: readonly Inline[],
  parsing: Parsing,
): Inline[] {
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language)) {
    report(parsing, `not a language: ${language}`, getPlace(node, parsing), 'write a tag such as de, fr or pt-BR')
  }
  return children.map((inline) => inLanguage(inline, language))
}

function inLanguage(inline: Inline, language: string): Inline {
  if ('children' in inline) return { ...inline, children: inline.children.map((child) => inLanguage(child, language)) }
  return inline.type === 'text' || inline.type === 'figure'
    ? { ...inline, language: inline.language ?? language }
    : inline
}

/** A helper's number. One that is typed by hand would be a second copy of a figure. */
function parseFigure(node: PhrasingContent, address: string, words: string, parsing: Parsing): Inline[] {
  const [key = '', language] = address.split(';').reverse()
  const observation = findObservation(parsing.dataset, key)
  if (observation && !parsing.filled.isAuthored(getOffset(node, parsing))) {
    return [{ type: 'figure', text: words, observation, language }]
  }
  const near = observation ? undefined : suggest(key, parsing.dataset.observations.keys())
  report(parsing, `a figure typed by hand: ${key}`, getPlace(node, parsing), near ?? `write {{value "${key}"}}`)
  return []
}

/** A link into the document. One without words is given those of its figure or table once that is numbered, which happens in briefings. */
function parseCrossReference(node: Link | LinkReference, href: string, children: Inline[], parsing: Parsing): Inline[] {
  const place = getPlace(node, parsing)
  const isNumbered = /^#(figure|table)-/.test(href) && parsing.kind === 'briefing'
  if (children.length === 0 && !isNumbered) {
    return refuse(
      node,
      parsing,
      'a link without words',
      'only figures and tables of a briefing have words of their own',
    )
  }
  parsing.links.push({ id: href.slice(1), place })
  return [{ type: 'link', href, children }]
}

/** Whether a node is an image, which is how charts are written. */
export function isImage(node: { type: string }): node is Image {
  return node.type === 'image'
}
