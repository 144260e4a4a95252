import { describe, expect, test } from 'vitest'
import type { Page, SetParagraph, Tag, TextItem } from '../../src/layout/types.ts'
import { type FoundElement, getText, outlineStructure, readObjects, readPdf } from '../pdf.ts'
import { chartItem, everyItem, getPage, paragraph, render, tableItem, textItem } from './pdf-pages.ts'

const structures = async (pages: readonly Page[]): Promise<FoundElement[]> =>
  (await readPdf(await render(pages))).pages.flatMap(({ structure }) => structure ?? [])

const show = async (...pages: Page[]) =>
  (await structures(pages)).map((element) => outlineStructure(element)).join('\n')

const item = (tags: Tag[], text = 'Text', extras: Partial<SetParagraph> = {}): TextItem =>
  textItem(text, [paragraph([text], 56, 64, tags, extras)])

const sect: Tag = { type: 'Sect', id: 's' }

describe('the structure tree', () => {
  test('has an element for each tag, in the order of the items', async () => {
    const [first] = everyItem()
    if (!first) throw new Error('no page')
    expect(await show(first, ...everyItem().slice(1))).toMatchSnapshot()
  })

  test('reads in the order of the items', async () => {
    const items = ['Three', 'one', 'two'].map((text, index) => item([{ type: 'P', id: `p${index}` }], text))
    const [root] = await structures([getPage(items)])
    expect(root && getText(root)).toBe('Threeonetwo')
  })

  test('headings begin with H1 and leave no level out, whatever depths a layout gives them', async () => {
    const given = [2, 4, 4, 3, 1, 3, 2] as const
    const items = given.map((depth, index) => item([{ type: `H${depth}`, id: `h${index}` }], `depth ${depth}`))
    const [root] = await structures([getPage(items)])
    const types = root?.children.map((child) => (typeof child === 'string' ? '' : child.type))
    expect(types).toEqual(['H1', 'H2', 'H2', 'H2', 'H1', 'H2', 'H2'])
  })

  test('a paragraph that is broken over two pages is one element', async () => {
    const broken: Tag[] = [sect, { type: 'P', id: 'broken' }]
    const objects = readObjects(await render([getPage([item(broken, 'one')]), getPage([item(broken, 'two')])]))
    const paragraphs = objects.filter((object) => /\/S \/P\b/.test(object))
    expect(paragraphs).toHaveLength(1)
    expect(paragraphs[0]).toContain('/Type /MCR')
  })

  test('a table over two pages is one Table with one header row; the repeated one is an artifact', async () => {
    const head = ['Application', '2022', '2023']
    const [first, second] = await structures([
      getPage([tableItem('t', [head, ['Video', '1', '2']], 56, 64)]),
      getPage([tableItem('t', [head, ['Travel', '3', '4']], 56, 64, true)]),
    ])
    expect(first && getText(first)).toBe('Application20222023Video12')
    expect(second && getText(second)).toBe('Travel34')
    const bytes = await render([
      getPage([tableItem('t', [head, ['Video', '1', '2']], 56, 64)]),
      getPage([tableItem('t', [head, ['Travel', '3', '4']], 56, 64, true)]),
    ])
    const elements = readObjects(bytes)
    expect(elements.filter((object) => /\/S \/Table\b/.test(object))).toHaveLength(1)
    expect(elements.filter((object) => object.includes('/Scope /Column'))).toHaveLength(3)
    expect(elements.filter((object) => object.includes('/Scope /Row'))).toHaveLength(2)
    expect(elements.find((object) => /\/S \/Table\b/.test(object))).toContain('/Summary (Users of applications')
  })

  test('an empty cell has its element, so that each row has as many as the header', async () => {
    const elements = readObjects(
      await render([
        getPage([
          tableItem(
            't',
            [
              ['a', 'b', 'c'],
              ['d', '', ''],
            ],
            56,
            64,
          ),
        ]),
      ]),
    )
    expect(elements.filter((object) => /\/S \/T[DH]\b/.test(object))).toHaveLength(6)
  })

  test('a marker is the label of its list item, before its body', async () => {
    const tags: Tag[] = [
      { type: 'L', id: 'l' },
      { type: 'LI', id: 'i' },
      { type: 'LBody', id: 'b' },
    ]
    const marked = item(tags, 'First', { marker: { text: '1.', x: 40, indent: 16, ordered: true } })
    expect(await show(getPage([marked]))).toBe(
      ['Document', '  L', '    LI', '      Lbl', '        "1. "', '      LBody', '        "First"'].join('\n'),
    )
    expect(readObjects(await render([getPage([marked])])).join()).toContain('/ListNumbering /Decimal')
  })

  test('text stands in a paragraph where its tag only groups, in a body where it is a list item’s', async () => {
    const quote = item([{ type: 'BlockQuote', id: 'q' }], 'Quoted')
    const listed = item(
      [
        { type: 'L', id: 'l' },
        { type: 'LI', id: 'i' },
      ],
      'Listed',
    )
    expect(await show(getPage([quote, listed]))).toBe(
      'Document\n  BlockQuote\n    P\n      "Quoted"\n  L\n    LI\n      LBody\n        "Listed"',
    )
  })

  test('a chart is a Figure with its alternative text, box and language', async () => {
    const bytes = await render([getPage([chartItem({ x: 100, y: 200, width: 200, height: 100 })])], { language: 'zh' })
    const figure = readObjects(bytes).find((object) => /\/S \/Figure\b/.test(object))
    expect(figure).toContain('/Alt (Bars: netizens rose to 1.092 billion.)')
    expect(figure).toContain('/BBox [100 541.89 300 641.89]')
    expect(figure).toContain('/Lang (en)')
  })

  test('a chart without alternative text is refused', async () => {
    const silent = { ...chartItem({ x: 0, y: 0, width: 10, height: 10 }), alt: ' ' }
    await expect(render([getPage([silent])])).rejects.toThrow('a chart without alternative text: Chart: netizens')
  })

  test('a run in another language is a Span that says so', async () => {
    const runs = [{ text: 'See ' }, { text: '网民', language: 'zh' }]
    const latin = runs.map((run) => ({ ...run, text: run.text.replace('网民', 'Wangmin') }))
    const page = getPage([textItem('Text', [paragraph([latin], 56, 64, [{ type: 'P', id: 'p' }])])])
    expect(await show(page)).toBe('Document\n  P\n    "See "\n    Span lang="zh"\n      "Wangmin"')
  })

  test('a note has the identifier that it must have', async () => {
    const objects = readObjects(await render([getPage([item([{ type: 'Note', id: 'n-1' }], 'A note')])]))
    expect(objects.find((object) => /\/S \/Note\b/.test(object))).toContain('/ID (n-1)')
    expect(objects.join()).toMatch(/\/IDTree <<\s*\/Names \[\(n-1\)/)
  })

  test('running heads, feet and rules are no part of it', async () => {
    const head = textItem('Head', [paragraph(['A head'], 56, 30, [])], { role: 'artifact' })
    const [root] = await structures([getPage([head, item([{ type: 'P', id: 'p' }], 'Text')])])
    expect(root && getText(root)).toBe('Text')
  })
})

describe('links', () => {
  const linked = (href: string, text = 'words') =>
    textItem('Link', [paragraph([[{ text: 'see ' }, { text, href }]], 56, 64, [{ type: 'P', id: 'p' }])])
  const target = item([{ type: 'H1', id: 'h' }], 'Target', { anchor: 'ziel-é' })

  test('lead to an address, with their words as description, and can be clicked where the words stand', async () => {
    const [page] = (await readPdf(await render([getPage([linked('https://example.org/ä?q=1')])]))).pages
    const [link] = page?.links ?? []
    expect(link).toMatchObject({ url: 'https://example.org/%C3%A4?q=1', contents: 'words' })
    const words = page?.texts.find(({ text }) => text.includes('words'))
    expect(link?.box.x).toBeGreaterThan(70)
    expect(link?.box.y).toBeLessThan(words?.y ?? 0)
    expect((link?.box.y ?? 0) + (link?.box.height ?? 0)).toBeGreaterThan(words?.y ?? 0)
  })

  test('lead to a place on a later page', async () => {
    const { pages } = await readPdf(await render([getPage([linked('#ziel-é')]), getPage([target])]))
    expect(pages[0]?.links[0]).toMatchObject({ target: { page: 2 }, contents: 'words' })
    expect(pages[0]?.links[0]?.target?.y).toBeCloseTo(60, 0)
  })

  test('are found among many places, whatever their names', async () => {
    const names = ['b', 'ä', 'aé', 'Z', '网', 'a-b', 'ab', 'é', 'z']
    const targets = names.map((name, index) =>
      item([{ type: 'P', id: `t${index}` }], name === '网' ? 'w' : name, { anchor: name }),
    )
    const links = names.map((name, index) =>
      textItem('Link', [paragraph([[{ text: 'to', href: `#${name}` }]], 56, 64, [{ type: 'P', id: `l${index}` }])]),
    )
    const bytes = await render([getPage(links), getPage(targets)])
    const [page] = (await readPdf(bytes)).pages
    expect(page?.links.map((link) => link.target?.page)).toEqual(names.map(() => 2))
    // Readers search by halves: names stand in the order of their bytes, ASCII before UTF-16 (which begins with FE FF).
    const tree = readObjects(bytes).find((object) => object.includes('/Dests'))
    const order = [...(tree ?? '').matchAll(/\(([^)]*)\) \[/g)].map(([, name]) => name ?? '')
    expect(order).toHaveLength(names.length)
    expect(order).toEqual([...order].sort((a, b) => Buffer.compare(Buffer.from(a, 'latin1'), Buffer.from(b, 'latin1'))))
  })

  test('over two lines are one Link with a box on each', async () => {
    const href = 'https://example.org/'
    const lines = [[{ text: 'the', href }], [{ text: 'office', href }, { text: '.' }]]
    const page = getPage([textItem('Link', [paragraph(lines, 56, 64, [{ type: 'P', id: 'p' }])])])
    const [found] = (await readPdf(await render([page]))).pages
    expect(found?.links.map(({ contents }) => contents)).toEqual(['the office', 'the office'])
    expect(await show(page)).toBe('Document\n  P\n    Link\n      "the office"\n    "."')
  })

  test('are tagged on the page that they stand on, each with its way back', async () => {
    const objects = readObjects(await render([getPage([linked('#ziel-é')]), getPage([target])]))
    const [link] = objects.filter((object) => /\/S \/Link\b/.test(object))
    expect(link).toContain('/Type /OBJR')
    expect(objects.find((object) => object.includes('/Subtype /Link'))).toContain('/StructParent 2')
    expect(objects.find((object) => object.includes('/Nums ['))).toMatch(/\[0 \[.*\] 1 \[.*\] 2 \d+ 0 R\]/)
  })

  test('to a place that no page has, or to what is no address, are refused', async () => {
    await expect(render([getPage([linked('#lost')])])).rejects.toThrow('a link to a place that no page has: #lost')
    await expect(render([getPage([linked('javascript:alert(1)')])])).rejects.toThrow(
      'not an address that a PDF may open',
    )
  })
})

test('bookmarks are nested by depth and lead to their headings', async () => {
  const { outline } = await readPdf(await render(everyItem()))
  const names = (bookmarks: typeof outline): unknown[] =>
    bookmarks.map(({ title, children }) => [title, names(children)])
  expect(names(outline)).toEqual([
    [
      'Internet in China',
      [
        ['Netizens', []],
        ['New users', [['Their first application', []]]],
      ],
    ],
  ])
  const [first] = outline
  expect(first).toMatchObject({ page: 1 })
  expect(first?.children[1]).toMatchObject({ page: 2 })
  expect(first?.children[1]?.y).toBeCloseTo(156, 0)
})
