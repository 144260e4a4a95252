import { describe, expect, test } from 'vitest'
import { plainText } from '../../../src/document/plain-text.ts'
import { escapeMarkdown } from '../../../src/document/template/escape.ts'
import type { Inline } from '../../../src/document/types.ts'
import { hostileLabel } from '../dataset.ts'
import { saidText } from '../fill-text.ts'
import { getBlocks } from '../parse-text.ts'

/** The label as a reader must see it: just its characters, line breaks as spaces. */
const seen = hostileLabel.replace(/\s+/g, ' ')

describe('data text is just text', () => {
  const only = (inlines: readonly Inline[] | undefined) => expect(inlines).toEqual([{ type: 'text', value: seen }])

  test('in a paragraph', () => {
    const [block, ...rest] = getBlocks('{{label "hostile"}}')
    expect(rest).toEqual([])
    if (block?.type === 'paragraph') only(block.children)
    expect(block?.type).toBe('paragraph')
  })

  test('in a heading and a list item', () => {
    const [heading, list] = getBlocks('## {{label "hostile"}}\n\n- {{label "hostile"}}\n')
    if (heading?.type !== 'heading' || list?.type !== 'list') throw new Error('not a heading and a list')
    only(heading.children)
    expect(list.items).toMatchObject([[{ type: 'paragraph', children: [{ value: seen }] }]])
  })

  test('in a table cell, by hand and by helper', () => {
    const [table, made] = getBlocks(
      '| {{label "hostile"}} | b |\n| - | - |\n| c | {{label "hostile"}} |\n\n{{table "hostile" columns="value"}}\n',
    )
    if (table?.type !== 'table' || made?.type !== 'table') throw new Error('not tables')
    only(table.header[0]?.children)
    only(table.rows[0]?.[1]?.children)
    only(made.rows[0]?.[0]?.children)
  })

  test('in a caption, a directive’s label and attribute, and a link', () => {
    const [chart, quote, slide, paragraph] = getBlocks(
      '![{{label "hostile"}}](charts/video.vl.json "{{label "hostile"}}")\n\n:::quote[{{label "hostile"}}]\na\n:::\n\n::slide{section="{{label "hostile"}}"}\n\n[{{label "hostile"}}](https://x.org)',
    )
    if (chart?.type !== 'chart' || quote?.type !== 'quote' || paragraph?.type !== 'paragraph')
      throw new Error('not those blocks')
    expect(chart.alt).toBe(seen)
    only(chart.caption)
    only(quote.attribution)
    expect(slide).toMatchObject({ type: 'slideOptions', section: seen })
    expect(paragraph.children).toEqual([
      { type: 'link', href: 'https://x.org', children: [{ type: 'text', value: seen }] },
    ])
  })

  test('in emphasis and a key figure', () => {
    const [paragraph, figures] = getBlocks(
      '**{{label "hostile"}}** a\n\n:::key-figures\n{{key-figure "hostile"}}\n:::\n',
    )
    if (paragraph?.type !== 'paragraph' || figures?.type !== 'keyFigures') throw new Error('not those blocks')
    expect(plainText(paragraph.children)).toBe(`${seen} a`)
    expect(paragraph.children[0]?.type).toBe('strong')
    only(figures.figures[0]?.label)
  })
})

test.each([
  [
    '# a',
    '- a',
    '+ a',
    '* a',
    '> a',
    '1. a',
    '12) a',
    '=== ',
    '--- ',
    '~~~',
    '```',
    ':::notes',
    '::slide',
    '| a |',
    '    a',
    '\ta',
    '[^1]: a',
    '[a]: b',
    '<div>',
  ],
])('no start of a block at the start of a line: %j', (text) => {
  expect(getBlocks(`a\n\n{{join ${JSON.stringify(text)}}}\nb`)).toMatchObject([
    { type: 'paragraph' },
    { type: 'paragraph', children: [{ type: 'text', value: `${text.trim()} b` }] },
  ])
})

test.each([
  ['!', '[a](https://x.org)', '!a'],
  ['(https://x.org)', '', '(https://x.org)'],
  ['\\', '*a*', '\\a'],
])('%j before %j says %j', (data, markup, expected) => {
  const [block] = getBlocks(`{{join ${JSON.stringify(data).replaceAll('\\\\', '\\')}}}${markup}`)
  if (block?.type !== 'paragraph') throw new Error('not a paragraph')
  expect(plainText(block.children)).toBe(expected)
})

test('a year before a full stop begins no list', () => {
  expect(getBlocks('{{period "2023"}}. And')).toMatchObject([{ type: 'paragraph', children: [{ value: '2023. And' }] }])
  expect(saidText('In {{period "2023"}}. And')).toBe('In 2023. And')
})

test('plain words stay readable', () => {
  expect(escapeMarkdown('Online video (incl. short video), 5.2% – China’s: a/b')).toBe(
    'Online video (incl. short video), 5.2% – China’s: a/b',
  )
  expect(escapeMarkdown('1.092\u00a0billion')).toBe('1.092\u00a0billion')
})
