import { describe, expect, test } from 'vitest'
import type { Dataset } from '../../../src/dataset/types.ts'
import { plainText } from '../../../src/document/plain-text.ts'
import { smallDataset } from '../dataset.ts'
import { troubles } from '../fill-text.ts'
import { getBlocks, getInlines, parseMarkdown, parseTemplateText } from '../parse-text.ts'

const shown = (text: string) => text.replaceAll('\u00a0', ' ')

describe('inlines', () => {
  test('a helper’s number keeps its observation', () => {
    expect(getInlines('In all {{value "netizens"}}.')).toMatchObject([
      { type: 'text', value: 'In all ' },
      { type: 'figure', text: '1.092\u00a0billion', observation: { key: 'netizens@2023-12' } },
      { type: 'text', value: '.' },
    ])
  })

  test('emphasis beside full-width punctuation', () => {
    expect(getInlines('**服务。**互联网*“甲”*乙')).toMatchObject([
      { type: 'strong', children: [{ value: '服务。' }] },
      { value: '互联网' },
      { type: 'emphasis', children: [{ value: '“甲”' }] },
      { value: '乙' },
    ])
  })

  test('emphasis, links, breaks and footnotes', () => {
    expect(
      getInlines('*a* **b** [c](https://x.org) [d][l] <https://y.org>\\\ne[^1]\n\n[^1]: f\n\n[l]: mailto:a@b.c'),
    ).toMatchObject([
      { type: 'emphasis', children: [{ value: 'a' }] },
      { value: ' ' },
      { type: 'strong', children: [{ value: 'b' }] },
      { value: ' ' },
      { type: 'link', href: 'https://x.org', children: [{ value: 'c' }] },
      { value: ' ' },
      { type: 'link', href: 'mailto:a@b.c', children: [{ value: 'd' }] },
      { value: ' ' },
      { type: 'link', href: 'https://y.org', children: [{ value: 'https://y.org' }] },
      { type: 'break' },
      { value: 'e' },
      { type: 'noteReference', label: '1' },
    ])
  })

  test('a line end in the template is a space, colons and tildes are words', () => {
    expect(getInlines('16:9 and\nSource:CNNIC, ~~no~~ 2 * 3, a@b.c')).toEqual([
      { type: 'text', value: '16:9 and Source:CNNIC, ~~no~~ 2 * 3, a@b.c' },
    ])
  })
})

describe('blocks', () => {
  test('headings have ids of their own', () => {
    const blocks = getBlocks('## A gap: {{value "netizens"}}!\n\n## A gap: 1.092 billion\n\n### 城乡 差距\n')
    expect(blocks.map((block) => block.type === 'heading' && [block.depth, block.id])).toEqual([
      [2, 'a-gap-1-092-billion'],
      [2, 'a-gap-1-092-billion-2'],
      [3, '城乡-差距'],
    ])
  })

  test('a heading may name its id', () => {
    expect(getBlocks('## How it *was* done in 2023 {#how-2}\n\n[so](#how-2)')).toMatchObject([
      { type: 'heading', id: 'how-2', children: [{}, {}, { value: ' done in 2023' }] },
      { type: 'paragraph' },
    ])
  })

  test('lists, nested', () => {
    expect(getBlocks('3. a\n   - b\n4. c\n')).toMatchObject([
      {
        type: 'list',
        ordered: true,
        start: 3,
        items: [
          [{ type: 'paragraph' }, { type: 'list', ordered: false, items: [[{ type: 'paragraph' }]] }],
          [{ type: 'paragraph', children: [{ value: 'c' }] }],
        ],
      },
    ])
  })

  test('a table of a helper, with caption and id', () => {
    const [table] = getBlocks(
      ':::table[Users in *{{geography}}*]{#applications}\n{{table "applications" columns="value change"}}\n:::',
    )
    expect(table).toMatchObject({
      type: 'table',
      id: 'table-applications',
      align: ['left', 'right', 'right'],
      caption: [{ value: 'Users in ' }, { type: 'emphasis', children: [{ value: 'China' }] }],
      rows: [
        [
          { children: [{ value: 'Travel booking users' }] },
          { children: [{ type: 'figure' }] },
          { children: [{ value: 'not stated' }] },
        ],
        [{}, {}, {}],
        [{}, {}, { children: [{ text: 'over\u00a047\u00a0million' }] }],
      ],
    })
  })

  test('a chart, with a caption of inlines and its own or the author’s alternative text', () => {
    const [chart, other] = getBlocks(
      '![](charts/netizens.vl.json "Now *{{value "netizens"}}* \\"so\\"")\n\n![Words of {{value "netizens"}}](charts/video.vl.json)',
    )
    expect(chart).toMatchObject({ type: 'chart', alt: 'Derived words', id: 'figure-netizens' })
    if (chart?.type !== 'chart' || !chart.caption) throw new Error('no caption')
    expect(shown(plainText(chart.caption))).toBe('Now 1.092 billion "so"')
    expect(chart.caption[1]).toMatchObject({ children: [{ type: 'figure', observation: { key: 'netizens@2023-12' } }] })
    expect(other).toMatchObject({ alt: 'Words of 1.092\u00a0billion', caption: undefined })
  })

  test('key figures know their direction and whether it is good', () => {
    const [block] = getBlocks(`:::key-figures
{{key-figure "netizens"}}
{{key-figure "urban-rural-penetration-gap" label="between town and country" since=false}}
{{key-figure "online-retail-sales"}}
{{key-figure "online-government-service-users"}}
{{key-figure "internet-penetration-rate"}}
{{key-figure "flat"}}
{{key-figure "netizens@2022-12" change=false}}
:::`)
    if (block?.type !== 'keyFigures') throw new Error('no key figures')
    const lines = block.figures.map(({ value, label, change, direction, good }) => [
      ...[value, label, change].map((inlines) => shown(plainText(inlines))),
      direction,
      good,
    ])
    expect(lines).toEqual([
      ['1.092 billion', 'Netizens', 'up 24.8 million since Dec 2022', 'up', true],
      ['16.8 percentage points', 'between town and country', 'down 4.4 percentage points', 'down', true],
      ['15.4 trillion yuan', 'Online retail sales', 'up 11% on 2022', 'up', undefined],
      ['973 million', 'Government service users', 'up by over 47 million (base period not stated)', 'up', undefined],
      ['77.5%', 'Internet penetration rate', '', undefined, undefined],
      ['3', 'Flat', 'unchanged since Dec 2022', 'flat', undefined],
      // Of another time than the others: it says so.
      ['1.067 billion', 'Netizens, Dec 2022', '', undefined, undefined],
    ])
  })

  test('columns, notes, quotes, sources and slide options', () => {
    const blocks = getBlocks(`::slide{layout="two-charts" section="Town & country"}

::::columns
:::column
a
:::
:::column
![](charts/video.vl.json)
:::
::::

:::quote[Liu Yulin, *Director*]
b
:::

> c

:::note[A {{label "netizens"}}]
d
:::

:::source
e
:::

:::notes
f

- g
:::`)
    expect(blocks).toMatchObject([
      { type: 'slideOptions', layout: 'two-charts', section: 'Town & country' },
      { type: 'columns', columns: [[{ type: 'paragraph' }], [{ type: 'chart' }]] },
      { type: 'quote', attribution: [{ value: 'Liu Yulin, ' }, { type: 'emphasis' }] },
      { type: 'quote', children: [{ type: 'paragraph' }] },
      { type: 'note', title: 'A Netizens', children: [{ type: 'paragraph' }] },
      { type: 'sourceLine', children: [{ value: 'e' }] },
      { type: 'speakerNotes', children: [{ type: 'paragraph' }, { type: 'list' }] },
    ])
  })

  test('what blocks of the template indent is no code', () => {
    expect(getBlocks('{{#if true}}\n    indented {{value "netizens"}}\n{{/if}}\n')).toMatchObject([
      { type: 'paragraph' },
    ])
  })
})

describe('a document', () => {
  test('has its title, words for metadata, and the sources that it uses', () => {
    const { value } = parseTemplateText('# Online: {{value "netizens"}}\n\n{{value "netizens@2022-12"}}\n')
    expect(value).toMatchObject({
      kind: 'deck',
      language: 'en',
      title: 'Online: 1.092\u00a0billion',
      author: 'Briefwright example',
      subject: 'Statistical Report on Internet Development in China',
      keywords: ['China', 'December 2023', 'Netizens'],
      date: '2024-03-22',
      asOf: 'As of December 2023',
      edition: '53rd\u00a0edition',
      sources: [{ id: 'xinhua' }, { id: 'cnnic-51' }],
    })
  })
})

describe('the date of a document', () => {
  const asOf = (text: string, type?: 'flow') =>
    parseTemplateText(text, 'briefing', {}, type && withType(type)).value?.asOf

  test('is said alike in all documents of a report, whatever figures one shows', () => {
    expect(asOf('# Rates\n\n{{value "internet-penetration-rate"}}')).toBe('As of December 2023')
    expect(asOf('# Sales\n\n{{value "online-retail-sales"}}')).toBe('As of December 2023')
  })

  test('is a span where the dataset has sums over it alone', () => {
    expect(asOf('# Rates\n\n{{value "internet-penetration-rate"}}', 'flow')).toBe('In December 2023')
  })

  /** The dataset with levels that are all of one type. */
  function withType(type: 'flow'): Dataset {
    const dataset = smallDataset()
    const indicators = [...dataset.indicators].map(([id, one]) => [id, { ...one, type }] as const)
    return { ...dataset, indicators: new Map(indicators) }
  }
})

describe('troubles', () => {
  test.each([
    [
      '![](charts/netizen.vl.json)',
      '3:5 unknown chart: charts/netizen.vl.json (did you mean charts/netizens.vl.json?)',
    ],
    [
      '![](picture.vl)',
      '3:5 not a chart: picture.vl (write the address of a Vega-Lite spec, charts/name.vl.json, a chart by name, chart:ranking, or a picture, pictures/name.jpg)',
    ],
    [
      'a ![](charts/video.vl.json)',
      '3:3 a chart inside text has no place here (give it a paragraph of its own, between empty lines)',
    ],
    [
      '![](charts/my video.vl.json)',
      '3:3 a link or image that Markdown cannot read (its address has no spaces, and a caption stands in double quotes, last; to print the bracket, write \\[)',
    ],
    ['<b>x</b>', '3:1 raw HTML has no place here (write Markdown, or escape the sign: \\<)'],
    ['x</b>', '3:2 raw HTML has no place here (write Markdown, or escape the sign: \\<)'],
    ['<div>\n\nx\n\n</div>', '3:1 raw HTML has no place in a document (write Markdown; a comment is {{!-- … --}})'],
    ['<div>\nx\n</div>', '3:1 raw HTML has no place in a document (write Markdown; a comment is {{!-- … --}})'],
    ['<!-- x -->', '3:1 raw HTML has no place in a document (write Markdown; a comment is {{!-- … --}})'],
    ['```\nx\n```', '3:1 a block of code has no place in a document (write it as text)'],
    ['a `x`', '3:3 code in text has no place here (set it in *italics*, or escape the backtick: \\`)'],
    [
      'a\n\n---\n',
      '5:1 a rule has no place in a document (begin a slide with # Title, a page with ::page-break; to print the marks, escape the first)',
    ],
    ['##### a', '3:1 a heading of depth 5 has no place in a document (the deepest is 4: ####)'],
    [
      '![](charts/worked-out.vl.json)',
      "3:5 no alternative text can be derived: charts/worked-out.vl.json (its numbers are none of the dataset's own; write one: ![what the chart shows](charts/worked-out.vl.json))",
    ],
    ['> ![](charts/video.vl.json)', '3:3 a chart has no place in a quote (there may be a paragraph, a list)'],
    ['- a\n\n  | a |\n  | - |\n', '5:3 a table has no place in a list item (there may be a paragraph, a list)'],
    [
      '| a | b |\n| - | - |\n| 1 |',
      '5:1 a row of 1 cells in a table of 2 columns (an empty cell needs its bars too: | |)',
    ],
    [
      '| a | b |\n| - | - |\n| 1 | 2 | 3 |',
      '5:1 a row of 3 cells in a table of 2 columns (to print a bar in a cell, write \\|)',
    ],
    [':::nots\na\n:::', '3:1 unknown directive: nots (did you mean notes?)'],
    ['::notes', '3:1 notes holds something (write :::notes, and ::: where it ends)'],
    [':::slide\n:::', '3:1 slide holds nothing (write it in one line, with two colons: ::slide)'],
    ['::slide{layot="chart"}', '3:9 unknown attribute of slide: layot (did you mean layout?)'],
    ['::slide{layout="chrt"}', '3:17 unknown layout: chrt (did you mean chart?)'],
    [
      '::slide{layout="chart"}\n\n::slide{section="x"}',
      '5:1 a second ::slide on this slide (write both attributes in one)',
    ],
    [
      '::slide {layout="chart"}',
      '3:1 a directive that Markdown cannot read (write ::name, :::name[label] or :::name{attribute="…"}, with no spaces between, alone on its line)',
    ],
    [
      'a\n:::',
      '4:1 a directive that Markdown cannot read (write ::name, :::name[label] or :::name{attribute="…"}, with no spaces between, alone on its line)',
    ],
    ['a[^1]\n\n[^1]: b[^1]', '5:8 a footnote that refers to a footnote: [^1] (say it in its own words)'],
    ['a[^1]\n\n[^1]: b\n\n[^1]: c', '7:1 a second footnote of this name: [^1] (give it another name)'],
    ['a\n\n[^n]: b', '5:1 a footnote that nothing refers to: [^n] (write [^n] where it belongs, or delete it)'],
    [':::notes[x]\na\n:::', '3:1 notes has no label (write :::notes without [ ])'],
    [
      ':::notes\na\n',
      '3:1 not closed: notes (write ::: on a line of its own where it ends; what holds another directive has the longer fence)',
    ],
    // One that is not closed is ended by the next that is: what follows from it is not said.
    ...[
      ':::notes\na\n\n# b\n\n:::table\n| a |\n| - |\n:::\n\n# c',
      ':::notes\na\n\n# b\n\n::::columns\n:::column\na\n:::\n:::column\nb\n:::\n::::',
    ].map((text): [string, string] => [
      text,
      '3:1 not closed: notes (write ::: on a line of its own where it ends; what holds another directive has the longer fence)',
    ]),
    [
      '::::columns\n:::column\na\n\n:::column\nb\n:::\n::::',
      '4:1 not closed: column (write ::: on a line of its own where it ends; what holds another directive has the longer fence)',
    ],
    [':::notes\n# b\n:::', '4:1 a heading has no place in :::notes (there may be a paragraph, a list, a quote)'],
    [
      ':::column\na\n:::',
      '3:1 a column outside columns (write ::::columns around the columns, with four colons, and :::: at their end)',
    ],
    [
      '::::columns\na\n::::',
      '4:1 only :::column may stand in :::columns (put it into a column)',
      '3:1 columns without a column (write :::column … ::: in it, and ::::columns around)',
    ],
    [':::key-figures\na\n:::', '3:1 key-figures holds one list (write {{key-figure "id"}} on lines of their own)'],
    [
      ':::key-figures\n- a\n:::',
      '4:3 not a key figure (write {{key-figure "id"}} at the beginning of its line, without a dash, or three lines, each but the last ending in \\: number, label, change)',
    ],
    [
      ':::table[x]\na\n:::',
      '3:1 table holds one table (write {{table …}} or a Markdown table in it, and nothing else)',
    ],
    ['::page-break', '3:1 page-break has no place in a deck (it belongs to a briefing)'],
    [
      '[1.1 billion](obs:netizens@2023-12)',
      '3:1 a figure typed by hand: netizens@2023-12 (write {{value "netizens@2023-12"}})',
    ],
    [
      '[a](mailto:a@b.org?subject=x%0aBcc:c@d.org)',
      '3:1 not an address that a document can link to: mailto:a@b.org?subject=x%0aBcc:c@d.org (write an address that starts with https:// or mailto:, or #id for a place in this document)',
    ],
    [
      '[a](javascript:x)',
      '3:1 not an address that a document can link to: javascript:x (write an address that starts with https:// or mailto:, or #id for a place in this document)',
    ],
    [
      '[a](other.md)',
      '3:1 not an address that a document can link to: other.md (write an address that starts with https:// or mailto:, or #id for a place in this document)',
    ],
    ['[](https://x.org)', '3:1 a link without words (write [words](address))'],
    [
      '[](#figure-video)',
      '3:1 a link without words (write [words](#heading): only figures and tables of a briefing have words of their own)',
    ],
    ['[a](#b)\n\n## B c', '3:1 nothing in this document to link to: #b (did you mean b-c?)'],
    ['one - two', '3:5 a hyphen for a dash: - (write – (U+2013) or — (U+2014); to print the hyphen, write \\-)'],
    ['one--two', '3:4 a hyphen for a dash: -- (write – (U+2013) or — (U+2014); to print the hyphen, write \\-)'],
    ['and so on...', '3:10 three full stops for an ellipsis: ... (write … (U+2026); to print them, write \\...)'],
    ['a[^1]', '3:2 a footnote that is not there (write it below: [^1]: words)'],
    ['[a][b]', '3:3 a link to a definition that is not there (to print the bracket, write \\[)'],
    [
      '** a**',
      '3:1 emphasis that Markdown cannot read (its marks touch the words that they enclose; to print the mark, write \\* or \\_)',
    ],
  ])('%s', (text, ...expected) => {
    expect(troubles(parseMarkdown(`# T\n\n${text}`).diagnostics)).toEqual(expected)
  })

  test('an escaped mark is meant', () => {
    expect(parseMarkdown('# T\n\n\\[a\\](b) \\*\\*c\\*\\* \\:::notes 1\\. d').diagnostics).toEqual([])
  })

  test.each([
    ['a\n\n# T\n', 'deck', ['1:1 a deck begins with its title (put # Title before it)']],
    ['a\n', 'briefing', ['1:1 a briefing without a title (begin with # Title)']],
    ['# T\n\n# U\n', 'briefing', ['3:1 a briefing has one title (a section begins with two signs: ## Section)']],
    ['# T\n\n:::notes\na\n:::', 'briefing', ['3:1 notes has no place in a briefing (it belongs to a deck)']],
    ['# T\n\n[](#figure-video)', 'briefing', ['3:1 nothing in this document to link to: #figure-video (there are #t)']],
  ] as const)('%j as a %s', (text, kind, expected) => {
    expect(troubles(parseMarkdown(text, kind).diagnostics)).toEqual(expected)
  })

  test('stand at the template’s line, through loops and partials, all at once', () => {
    const text =
      '# T\n{{#each lists.applications}}\n{{#if @first}}\n- {{label this}}\n\n{{> row}}\n{{/if}}\n{{/each}}\n\n<b>\n'
    const { diagnostics } = parseTemplateText(text, 'deck', { row: '\n![](x.vl "a <i>")\n' })
    expect(troubles(diagnostics)).toEqual([
      'templates/partials/row.md.hbs:2:5 not a chart: x.vl (write the address of a Vega-Lite spec, charts/name.vl.json, a chart by name, chart:ranking, or a picture, pictures/name.jpg)',
      '10:1 raw HTML has no place in a document (write Markdown; a comment is {{!-- … --}})',
    ])
    expect(diagnostics[0]?.excerpt).toBe('![](x.vl "a <i>")')
  })

  test('are not told twice: what a helper failed to say is not missed again', () => {
    const text = `# {{value "no"}}

:::key-figures
{{key-figure "no"}}
:::

:::table[a]
{{table "no" columns="value"}}
:::

[{{value "no"}}](https://x.org)
`
    expect(troubles(parseTemplateText(text).diagnostics).map((told) => told.split(' ')[0])).toEqual([
      '1:11',
      '4:14',
      '8:9',
      '11:10',
    ])
  })

  test('in a caption stand at their column', () => {
    expect(troubles(parseMarkdown('# T\n\n![](charts/video.vl.json "a <i>b `c`")').diagnostics)).toEqual([
      '3:29 raw HTML has no place here (write Markdown, or escape the sign: \\<)',
      '3:34 code in text has no place here (set it in *italics*, or escape the backtick: \\`)',
    ])
  })
})

describe('links between slides', () => {
  const deck =
    '# Cover\n\n# Agenda\n\n::contents\n\n# One\n\n::slide{section="Access"}\n\n# Two\n\n# Three\n\n::slide{section="Use"}\n'

  test('::contents of a deck lists its sections, each a link to its first slide', () => {
    const { value, diagnostics } = parseMarkdown(deck)
    expect(diagnostics).toEqual([])
    const list = value?.blocks.find((block) => block.type === 'list')
    expect(list?.type === 'list' && list.items.map((item) => item[0])).toMatchObject([
      { children: [{ type: 'link', href: '#one', children: [{ value: 'Access' }] }] },
      { children: [{ type: 'link', href: '#three', children: [{ value: 'Use' }] }] },
    ])
  })

  test('without sections it lists the slides, but for the cover and itself', () => {
    const { value } = parseMarkdown('# Cover\n\n# Agenda\n\n::contents\n\n# One\n\n# Two\n')
    const list = value?.blocks.find((block) => block.type === 'list')
    expect(list?.type === 'list' && list.items.map((item) => item[0])).toMatchObject([
      { children: [{ href: '#one' }] },
      { children: [{ href: '#two' }] },
    ])
  })

  test('a slide may name itself for links; the name is its own', () => {
    const { value, diagnostics } = parseMarkdown('# Quellen\n\n::slide{id="sources"}\n\n# B\n\n[see](#sources)\n')
    expect(diagnostics).toEqual([])
    expect(value?.blocks[0]).toMatchObject({ type: 'heading', id: 'sources' })
    expect(troubles(parseMarkdown('# A\n\n# B\n\n::slide{id="a"}\n').diagnostics)).toEqual([
      expect.stringContaining('an id that is taken: a'),
    ])
    expect(troubles(parseMarkdown('# A\n\n::slide{id="a b"}\n').diagnostics)).toEqual([
      expect.stringContaining('not an id: a b'),
    ])
  })
})

describe('what is nested too deep', () => {
  test.each([
    ['quotes', `${'>'.repeat(5000)} a`, '3:1'],
    ['lists', `a\n\n${'- '.repeat(5000)}a`, '5:1'],
    [
      'lists by their indentation',
      Array.from({ length: 900 }, (_, level) => `${'  '.repeat(level)}- a`).join('\n'),
      '64:1',
    ],
    ['emphasis', `${'*a '.repeat(300)}${'b*'.repeat(300)}`, '3:176'],
    ['thousands of marks of emphasis', `a\n${'*a '.repeat(5000)}`, '4:1'],
    ['thousands of brackets', `a\n${'[a]('.repeat(20_000)}`, '4:1'],
    ['thousands of notes', `a\n${'[^a]'.repeat(20_000)}`, '4:1'],
    ['directives', ':::note\n'.repeat(900), '23:1'],
  ])('is an error at its place: %s', (_, text, place) => {
    const { value, diagnostics } = parseMarkdown(`# T\n\n${text}`)
    expect(value).toBeUndefined()
    expect(diagnostics.map(({ message, place: at }) => `${at?.line}:${at?.column} ${message}`)).toEqual([
      `${place} nested too deep: quotes, lists, directives or emphasis in each other`,
    ])
  })
})
