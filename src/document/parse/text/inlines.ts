import type { Image, Link, LinkReference, PhrasingContent, Text } from 'mdast'
import { reasonNamed } from '../../../dataset/figure/absence.ts'
import { findObservation } from '../../../dataset/find.ts'
import { suggest } from '../../../diagnostic.ts'
import { isLinkAddress } from '../../../files/link-address.ts'
import { plainText } from '../../plain-text.ts'
import type { Inline } from '../../types.ts'
import { getOffset, getPlace, getSource, type Parsing, refuse, refuseHtml, report, reportLack } from '../parsing.ts'

/** What is read as text, but for strikethrough and directives, which are left as words. */
type Parsers = {
  [T in Exclude<PhrasingContent['type'], 'delete' | 'textDirective'>]: (
    node: Extract<PhrasingContent, { type: T }>,
    parsing: Parsing,
  ) => Inline[]
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
  html: (node, parsing) => refuseHtml(node, parsing, 'here', 'write Markdown, or escape the sign: \\<'),
}

/** Nodes of text as the document's inlines. */
export function parseInlines(nodes: readonly PhrasingContent[], parsing: Parsing): Inline[] {
  return nodes.flatMap((node) => {
    // Each entry takes just the nodes of its type.
    const parse = parsers[node.type as keyof Parsers] as (node: PhrasingContent, parsing: Parsing) => Inline[]
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
  if (reason && !parsing.filled.isAuthored(getOffset(node, parsing)))
    return [{ type: 'text', value: plainText(children), absent: reason }]
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
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language))
    report(parsing, `not a language: ${language}`, getPlace(node, parsing), 'write a tag such as de, fr or pt-BR')
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
  if (observation && !parsing.filled.isAuthored(getOffset(node, parsing)))
    return [{ type: 'figure', text: words, observation, language }]
  const near = observation ? undefined : suggest(key, parsing.dataset.observations.keys())
  report(parsing, `a figure typed by hand: ${key}`, getPlace(node, parsing), near ?? `write {{value "${key}"}}`)
  return []
}

/** A link into the document. Without words it gets those of its figure or table once numbered, in briefings only. */
function parseCrossReference(node: Link | LinkReference, href: string, children: Inline[], parsing: Parsing): Inline[] {
  const place = getPlace(node, parsing)
  const isNumbered = /^#(figure|table)-/.test(href) && parsing.kind === 'briefing'
  if (children.length === 0 && !isNumbered)
    return refuse(
      node,
      parsing,
      'a link without words',
      'write [words](#heading): only figures and tables of a briefing have words of their own',
    )
  parsing.links.push({ id: href.slice(1), place })
  return [{ type: 'link', href, children }]
}

/** Whether a node is an image, which is how charts are written. */
export function isImage(node: { type: string }): node is Image {
  return node.type === 'image'
}

/** Marks left in text only where Markdown could not read what they were for, each with what to say about it. */
const strays = [
  {
    pattern: /\]\(/,
    message: 'a link or image that Markdown cannot read',
    hint: 'its address has no spaces, and a caption stands in double quotes, last; to print the bracket, write \\[',
  },
  { pattern: /\]\[/, message: 'a link to a definition that is not there', hint: 'to print the bracket, write \\[' },
  { pattern: /\[\^/, message: 'a footnote that is not there', hint: 'write it below: [^1]: words' },
  {
    pattern: /\*\*|__/,
    message: 'emphasis that Markdown cannot read',
    hint: 'its marks touch the words that they enclose; to print the mark, write \\* or \\_',
  },
  {
    pattern: /(?<=^[ \t]*):{2,}(?=[a-z\s]|$)/im,
    message: 'a directive that Markdown cannot read',
    hint: 'write ::name, :::name[label] or :::name{attribute="…"}, with no spaces between, alone on its line',
  },
]

/** Reports broken links, footnotes, emphasis and directives left in the author's text; helpers escape theirs. */
function checkText(node: Text, parsing: Parsing): void {
  // An escaped character is meant: it is blanked out, so that places stay.
  const source = getSource(node, parsing).replace(/\\[^\n]/g, '  ')
  const found = strays.flatMap((stray) => {
    const match = stray.pattern.exec(source)
    return match ? [{ ...stray, index: match.index }] : []
  })
  for (const { message, hint, index } of found) report(parsing, message, getPlace(node, parsing, index), hint)
  // What was meant for Markdown has quotes of its own.
  if (found.length > 0) return
  for (const { pattern, message, hint } of typewritten) {
    for (const { 0: typed, index } of source.matchAll(pattern)) {
      if (!parsing.filled.isAuthored(getOffset(node, parsing) + index)) continue
      const place = getPlace(node, parsing, index)
      const excerpt = parsing.filled.lineAt(place)
      parsing.diagnostics.push({ severity: 'warning', message: `${message}: ${typed}`, place, excerpt, hint })
    }
  }
}

/** Marks of a typewriter. Warnings: they can be read, but no printer would set them so. */
const typewritten = [
  {
    // Between words, with spaces or without; one hyphen without is part of a word.
    pattern: /(?<=\S )-{1,3}(?= \S)|(?<=\w)-{2,3}(?=\w)/g,
    message: 'a hyphen for a dash',
    hint: 'write – (U+2013) or — (U+2014); to print the hyphen, write \\-',
  },
  {
    pattern: /(?<![\p{L}\d])["'](?=\S)|(?<=[\p{L}.,!?])["'](?![\p{L}\d])/gu,
    message: 'a typewriter’s quotation mark',
    hint: 'write “ and ” (U+201C, U+201D), ‘ and ’, or what the language has; to print it as it is, write a \\ before it',
  },
  {
    pattern: /(?<!\.)\.{3}(?!\.)/g,
    message: 'three full stops for an ellipsis',
    hint: 'write … (U+2026); to print them, write \\...',
  },
]
