import type { Text } from 'mdast'
import { getOffset, getPlace, getSource, type Parsing, report } from './parsing.ts'

/** Marks that stand in text only where Markdown could not read what they were meant to be; each with what to say about it. */
const strays = [
  {
    pattern: /\]\(/,
    message: 'a link or image that Markdown cannot read',
    hint: 'its address has no spaces, and a caption stands in double quotes; to print the bracket, write \\[',
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

/** Reports what is left in a text as if it were words: broken links, footnotes, emphasis, directives. Helpers' words are escaped, so it is the author's. */
export function checkText(node: Text, parsing: Parsing): void {
  // An escaped character is meant: it is blanked out, so that places stay.
  const source = getSource(node, parsing).replace(/\\[^\n]/g, '  ')
  for (const { pattern, message, hint } of strays) {
    const match = pattern.exec(source)
    if (match) report(parsing, message, getPlace(node, parsing, match.index), hint)
  }
  for (const match of source.matchAll(hyphens)) {
    if (parsing.filled.isAuthored(getOffset(node, parsing) + match.index)) reportHyphens(match, node, parsing)
  }
}

/** Between words, with spaces or without; one hyphen without is part of a word. */
const hyphens = /(?<=\S )-{1,3}(?= \S)|(?<=\w)-{2,3}(?=\w)/g

/** A warning: it can be read, but no printer would set it so. */
function reportHyphens({ 0: typed, index }: RegExpExecArray, node: Text, parsing: Parsing): void {
  const place = getPlace(node, parsing, index)
  const hint = 'write – (U+2013) or — (U+2014); to print the hyphen, write \\-'
  const excerpt = parsing.filled.lineAt(place)
  parsing.diagnostics.push({ severity: 'warning', message: `a hyphen for a dash: ${typed}`, place, excerpt, hint })
}
