import type { Text } from 'mdast'
import { getOffset, getPlace, getSource, type Parsing, report } from '../parsing.ts'

/** Marks that stand in text only where Markdown could not read what they were meant to be; each with what to say about it. */
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

/** Reports what is left in a text as if it were words: broken links, footnotes, emphasis, directives. Helpers' words are escaped, so it is the author's. */
export function checkText(node: Text, parsing: Parsing): void {
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
    pattern: /(?<=\p{L})'(?=\p{L})/gu,
    message: 'a typewriter’s apostrophe',
    hint: "write ’ (U+2019); to print it as it is, write \\'",
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
