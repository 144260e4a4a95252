import type { Nodes } from 'mdast'
import { expect, it, test } from 'vitest'
import { splitMarkdown } from '../../src/document/parse/parse.ts'
import { readMarkdown } from '../../src/document/parse/text/read-markdown.ts'
import { createRandom } from '../dataset/random.ts'

/** A tree with the offsets of its nodes and captions in the whole text, and nothing else of their places. */
function placed(node: Nodes, base: number): unknown {
  const { position, ...rest } = node
  const span = [base + (position?.start.offset ?? 0), base + (position?.end.offset ?? 0)]
  const title = node.type === 'image' || node.type === 'link' ? node.data?.rawTitle : undefined
  const data = title && { ...title, offset: base + title.offset }
  const children = 'children' in node && { children: node.children.map((child) => placed(child, base)) }
  return { ...rest, span, data, ...children }
}

function inParts(text: string): unknown[] {
  return splitMarkdown(text).flatMap((part) =>
    readMarkdown(part.text).children.map((child) => placed(child, part.start)),
  )
}

function whole(text: string): unknown[] {
  return readMarkdown(text).children.map((child) => placed(child, 0))
}

test('slides and paragraphs are parts of their own', () => {
  const text = '# One\n\nSaid *so*.\n\n# Two\n\n- a\n\n- b\n\nAfter.\n'
  expect(splitMarkdown(text).map((part) => part.text)).toEqual([
    '# One\n\n',
    'Said *so*.\n\n',
    '# Two\n\n- a\n\n- b\n\n',
    'After.\n',
  ])
})

test('containers, definitions, fenced code and HTML are not parted', () => {
  for (const text of [
    ':::notes\nOne\n\n# Two\n\nThree\n:::\n',
    '::::columns\n:::column\nOne\n\nTwo\n:::\n::::\n',
    'One [two][three]\n\nFour\n\n[three]: https://example.org\n',
    '```\nOne\n\n# Two\n```\n',
    '<!--\n\nOne\n\n-->\n',
  ]) {
    expect(splitMarkdown(text)).toEqual([{ text, start: 0 }])
  }
})

const lines = [
  ...[
    '',
    '',
    '',
    '# One',
    '## Two',
    'Three *four*',
    '**five** [six](https://example.org)',
    '- a',
    '  b',
    '1. c',
    '   d',
  ],
  ...[
    '> e',
    ':::notes',
    ':::',
    '::::columns',
    '::::',
    '::slide{layout="text"}',
    '| f | g |',
    '| - | - |',
    '| 1 | 2 |',
    '***',
  ],
  ...['![h](charts/i.vl.json "j *k*")', '    l', '[m](obs:n)', '===', '---', '[o]', '"p"', '![q'],
]

it.each(Array.from({ length: 12 }, (_, seed) => seed))('the parts say what the whole says: texts %i', (seed) => {
  const next = createRandom(seed)
  for (let count = 0; count < 25; count++) {
    const text = Array.from({ length: 14 }, () => lines[next(lines.length)] ?? '').join('\n')
    expect(inParts(text), text).toEqual(whole(text))
  }
})
