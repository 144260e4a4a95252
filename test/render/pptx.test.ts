import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Document } from '../../src/document/types.ts'
import type { Page, SetCell } from '../../src/layout/types.ts'
import { renderPptx } from '../../src/render/pptx.ts'
import { type ReadDeck, type ReadShape, readPptx } from '../pptx.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import {
  bodyBox,
  bodyItem,
  chartItem,
  contentSlide,
  document,
  drawings,
  everyLayout,
  harmlessText,
  hostileDeck,
  listItem,
  paragraph,
  png,
  renderSamples,
  slide,
  tableItem,
  textItem,
  theme,
  titleItem,
} from './deck-fixture.ts'
import { lintDeck, renderDeck } from './rendered-deck.ts'

async function render(pages: readonly Page[], of: Partial<Document> = {}): Promise<ReadDeck> {
  return readPptx(await renderDeck(pages, { ...document, ...of }, drawings, theme))
}

let whole: Promise<ReadDeck> | undefined

/** The deck with a slide in every layout, which many tests look at. */
function renderEveryLayout(): Promise<ReadDeck> {
  whole ??= render(everyLayout())
  return whole
}

function shapeNamed(deck: ReadDeck, slideNumber: number, name: string): ReadShape {
  const found = deck.slides[slideNumber - 1]?.shapes.find((shape) => shape.name === name)
  if (!found) throw new Error(`no shape ${name} on slide ${slideNumber}`)
  return found
}

const getPlaceholders = (shapes: readonly ReadShape[]): string[] =>
  shapes.flatMap(({ placeholder }) => placeholder ?? [])

describe('layouts and placeholders', () => {
  it('puts each slide in the layout that its page names, all nine of which are there', async () => {
    const deck = await renderEveryLayout()
    expect(deck.slides.map((slide) => slide.layout)).toEqual([
      'Title',
      'Key figures',
      'Section',
      'Chart',
      'Chart and text',
      'Two charts',
      'Table',
      'Text',
      'Closing',
    ])
    const small = await render([contentSlide(1, 'text', 'Only', [])])
    expect(small.layouts.map(({ name }) => name)).toEqual(expect.arrayContaining(deck.layouts.map(({ name }) => name)))
  })

  it('makes titles true titles, so that the outline shows them', async () => {
    const deck = await renderEveryLayout()
    expect(deck.slides.map((slide) => slide.title)).toEqual(everyLayout().map((page) => page.title))
  })

  it('fills placeholders with everything else that a layout has a place for', async () => {
    const deck = await renderEveryLayout()
    expect(getPlaceholders(deck.slides[4]?.shapes ?? [])).toEqual([
      'title',
      'body 13',
      'obj 60',
      'body 1',
      'body 90',
      'ftr 11',
      'sldNum 12',
    ])
    expect(getPlaceholders(deck.slides[6]?.shapes ?? [])).toContain('tbl 70')
    expect(getPlaceholders(deck.slides[0]?.shapes ?? [])).toEqual(['ctrTitle', 'subTitle 1'])
    for (const { layout, shapes } of deck.slides) {
      const places = getPlaceholders(deck.layouts.find(({ name }) => name === layout)?.shapes ?? [])
      expect(places).toEqual(expect.arrayContaining(getPlaceholders(shapes)))
    }
  })

  it('says on the slide only what differs from its layout, so that resetting the slide changes nothing', async () => {
    const moved = { ...bodyBox, y: 200 }
    const small = paragraph('Smaller', { style: { size: 14, leading: 18 } })
    const deck = await render([
      contentSlide(1, 'text', 'One', [bodyItem([paragraph('As usual')])]),
      contentSlide(2, 'text', 'Two', [bodyItem([paragraph('As usual')])]),
      contentSlide(3, 'text', 'Three', [bodyItem([small], moved)]),
    ])
    expect(shapeNamed(deck, 1, 'Text').paragraphs[0]?.runs[0]?.size).toBeUndefined()
    expect(deck.files.get('ppt/slides/slide1.xml')).not.toContain('<a:xfrm><a:off x="609600"')
    expect(shapeNamed(deck, 3, 'Text').box).toEqual(moved)
    expect(shapeNamed(deck, 3, 'Text').paragraphs[0]?.runs[0]?.size).toBe(14)
  })

  it('gives body text the room down to the source line, unless something else stands there', async () => {
    const short = { ...bodyBox, height: 24 }
    const below = textItem('caption', { ...bodyBox, y: 300, height: 20 }, [paragraph('Below')], { name: 'Below' })
    const deck = await render([
      contentSlide(1, 'text', 'One', [bodyItem([paragraph('Short')], short)]),
      contentSlide(2, 'text', 'Two', [bodyItem([paragraph('Short')], short)]),
      contentSlide(3, 'text', 'Three', [bodyItem([paragraph('Short')], short), below]),
    ])
    expect(shapeNamed(deck, 1, 'Text').box).toEqual({ ...bodyBox, height: 484 - 8 - 132 })
    expect(shapeNamed(deck, 3, 'Text').box).toEqual(short)
  })

  it('draws on the layout what all of its slides have, and marks it as decoration', async () => {
    const deck = await renderEveryLayout()
    const layout = deck.layouts.find(({ name }) => name === 'Chart')
    expect(layout?.shapes.filter((shape) => shape.decorative).map(({ name }) => name)).toEqual([
      'Accent rule',
      'Footer rule',
    ])
    expect(deck.slides[3]?.shapes.map(({ name }) => name)).not.toContain('Accent rule')
  })

  it('shows guides at its margins, in the middle, and where content begins and ends', async () => {
    const { files } = await renderEveryLayout()
    const guides = files.get('ppt/slideMasters/slideMaster1.xml')?.matchAll(/<p15:guide [^>]*pos="(\d+)"/g) ?? []
    // Eighths of a point.
    expect([...guides].map(([, pos]) => Number(pos) / 8)).toEqual([48, 480, 912, 28, 132, 132 + 344])
  })

  it('keeps on the slide the rectangles that only it has', async () => {
    const panel = { type: 'rect', name: 'Panel', role: 'artifact', box: bodyBox, fill: 'panel' } as const
    const deck = await render([contentSlide(1, 'text', 'One', [panel]), contentSlide(2, 'text', 'Two', [])])
    expect(shapeNamed(deck, 1, 'Panel')).toMatchObject({ decorative: true, box: bodyBox })
  })
})

describe('text', () => {
  it('keeps bold, italic, raised, languages, links and line breaks', async () => {
    const deck = await renderEveryLayout()
    const [first, , , , , , , last] = shapeNamed(deck, 8, 'Text').paragraphs
    expect(first?.text).toBe('Plain, bold, italic and raised1\n第53次报告')
    expect(first?.runs).toMatchObject([
      { text: 'Plain, ', bold: false, italic: false, language: 'en-US' },
      { text: 'bold', bold: true },
      {},
      { text: 'italic', italic: true },
      {},
      { text: '1', superscript: true, link: 'slide 9' },
      { text: '\n' },
      { text: '第53次报告', language: 'zh-CN' },
    ])
    expect(last?.runs[1]).toMatchObject({ text: 'us', link: 'mailto:a@example.org' })
    expect(shapeNamed(deck, 8, 'source').paragraphs[0]?.runs[1]?.link).toBe('https://example.org/a%20b?c=1&d=2')
  })

  it('writes what looks alike as one run, figures too', async () => {
    const words = [
      { text: 'up ' },
      { text: '24.8 million', language: undefined },
      { text: '; ' },
      { text: 'so', weight: 'bold' as const },
      { text: 'large', weight: 'bold' as const, scale: 2 },
    ]
    const deck = await render([contentSlide(1, 'text', 'One', [bodyItem([paragraph(words)])])])
    expect(shapeNamed(deck, 1, 'Text').paragraphs[0]?.runs.map(({ text }) => text)).toEqual([
      'up 24.8 million; ',
      'so',
      'large',
    ])
  })

  it('makes lists of list items, and lets PowerPoint count', async () => {
    const deck = await renderEveryLayout()
    const { paragraphs } = shapeNamed(deck, 8, 'Text')
    expect(paragraphs.map(({ text, level, bullet }) => [text.split('\n')[0], level, bullet])).toEqual([
      ['Plain, bold, italic and raised1', 0, 'none'],
      ['First', 0, 'inherited'],
      ['Within', 1, 'inherited'],
      ['Second', 0, 'inherited'],
      ['Then, in order:', 0, 'none'],
      ['Three', 0, 'number'],
      ['Four', 0, 'number'],
      ['Write to us', 0, 'none'],
    ])
    const xml = deck.files.get('ppt/slides/slide8.xml') ?? ''
    expect(xml.match(/startAt="\d+"/g)).toEqual(['startAt="3"', 'startAt="3"'])
    // Indents, bullets and spaces are the layout's.
    expect(xml).toMatch(/<a:p><a:r>(?:(?!<a:t>).)*<a:t>First</)
    expect(xml).toMatch(/<a:p><a:pPr lvl="1"\/><a:r>(?:(?!<a:t>).)*<a:t>Within</)
    // A person who types there, or on a slide of their own, gets a bullet, and the next one by Tab.
    for (const part of ['ppt/slideMasters/slideMaster1.xml', 'ppt/slideLayouts/slideLayout17.xml']) {
      expect(deck.files.get(part)).toMatch(
        /<a:lvl1pPr marL="[1-9]\d+" indent="-\d+"(?:(?!lvl2pPr).)*<a:buChar char="•"\/>.*<a:lvl2pPr(?:(?!lvl3pPr).)*char="–"/,
      )
    }
  })

  it('starts a new count where a list starts anew', async () => {
    const items = [
      listItem('a', '1.', bodyBox),
      listItem('b', '2.', bodyBox),
      paragraph('then'),
      listItem('c', '1.', bodyBox),
    ]
    const deck = await render([contentSlide(1, 'text', 'One', [bodyItem(items)])])
    expect(deck.files.get('ppt/slides/slide1.xml')).not.toContain('startAt')
  })

  it('calls every colour and font by its name in the theme', async () => {
    const deck = await renderEveryLayout()
    for (const [name, xml] of deck.files) {
      if (!/^ppt\/(slides|slideLayouts|slideMasters|notesSlides)\/[^/]+\.xml$/.test(name)) continue
      expect(xml, name).not.toContain('srgbClr')
      expect(xml, name).not.toMatch(/typeface="[^+]/)
    }
    const used = shapeNamed(deck, 2, 'Key figure 1').paragraphs[2]?.runs[0]?.color
    expect(used).toBe('accent5')
    const themeXml = deck.files.get('ppt/theme/theme1.xml')
    expect(themeXml).toContain('<a:accent5><a:srgbClr val="B3352B"/></a:accent5>')
    expect(themeXml).toContain('<a:latin typeface="Arial"/><a:ea typeface="Microsoft YaHei"/>')
  })

  it('sets lines at exact distances in boxes without insets', async () => {
    const deck = await render([
      contentSlide(1, 'text', 'One', [bodyItem([paragraph('a')])]),
      contentSlide(2, 'text', 'Two', []),
      contentSlide(3, 'text', 'Three', []),
    ])
    const xml = deck.files.get('ppt/slides/slide1.xml') ?? ''
    expect(xml).toContain('lIns="0" tIns="0" rIns="0" bIns="0"')
    expect(xml).toContain('<a:noAutofit/>')
    expect(xml).toContain('<a:lnSpc><a:spcPts val="2350"/></a:lnSpc>')
  })

  it('numbers slides by a field', async () => {
    const deck = await renderEveryLayout()
    expect(shapeNamed(deck, 4, 'pageNumber').paragraphs[0]?.runs).toMatchObject([{ text: '4', field: 'slidenum' }])
  })

  it('sets Arabic and Hebrew from right to left, and says so of the others beside them', async () => {
    const turned = paragraph('12 مرحبا', { isRightToLeft: true })
    const deck = await render([contentSlide(1, 'text', 'One', [bodyItem([turned, paragraph('left')])])])
    const slide = deck.files.get('ppt/slides/slide1.xml') ?? ''
    expect(slide.match(/rtl="1"/g)).toHaveLength(1)
    expect(slide.match(/rtl="0"/g)).toHaveLength(1)
  })

  it('makes no link of an address that could do harm, or of a place that is not there', async () => {
    const runs = ['javascript:alert(1)', 'file:///etc/passwd', '#nowhere', 'not an address'].map((href) => ({
      text: 'x',
      href,
    }))
    const deck = await render([contentSlide(1, 'text', 'One', [bodyItem([paragraph(runs)])])])
    expect(shapeNamed(deck, 1, 'Text').paragraphs[0]?.runs.map(({ link }) => link)).toEqual(Array(4).fill(undefined))
  })

  it('survives any text, everywhere', async () => {
    const { pages, document: words } = hostileDeck()
    const deck = await render(pages, words)
    const [slide] = deck.slides
    expect(slide?.texts.slice(2, 4)).toEqual([harmlessText, harmlessText])
    expect(slide?.tables).toEqual([[[harmlessText, harmlessText]]])
    expect(slide?.alts).toContain(harmlessText)
    expect(slide?.notes[0]?.text).toBe(harmlessText)
    expect(deck.sections[0]?.name).toBe(harmlessText)
    expect(deck.properties).toMatchObject({ title: harmlessText, creator: harmlessText, keywords: harmlessText })
  })

  it('keeps 10,000 characters, empty paragraphs and a zero', async () => {
    const long = '第53次'.repeat(2500)
    const deck = await render([
      contentSlide(1, 'text', 'One', [bodyItem([paragraph(long), paragraph(''), paragraph('0')])]),
    ])
    expect(shapeNamed(deck, 1, 'Text').paragraphs.map((paragraph) => paragraph.text)).toEqual([long, '', '0'])
  })
})

describe('charts', () => {
  it('shows the SVG with a true PNG beside it, named and described', async () => {
    const deck = await renderEveryLayout()
    const chart = shapeNamed(deck, 4, 'Chart')
    expect(chart).toMatchObject({
      kind: 'picture',
      alt: 'Bars that grow from 904 million to 1.092 billion.',
      box: bodyBox,
    })
    expect(chart.media).toEqual(['ppt/media/image1.png', 'ppt/media/image2.svg'])
    const bytes = Buffer.from(deck.files.get('ppt/media/image1.png') ?? '', 'utf8')
    expect(bytes.toString('latin1').slice(0, 10)).toContain('PNG')
    expect(deck.files.get('ppt/media/image2.svg')).toMatch(/^<svg /)
  })

  it('stores equal pictures once', async () => {
    const deck = await render(
      [1, 2, 3].map((number) => contentSlide(number, 'chart', `Chart ${number}`, [chartItem(bodyBox)])),
    )
    expect([...deck.files.keys()].filter((name) => name.startsWith('ppt/media/'))).toHaveLength(2)
  })

  it('refuses a chart that nobody has made a PNG of', async () => {
    const bare = (item: Parameters<typeof drawings>[0]) => ({ ...drawings(item), png: undefined })
    const pages = [contentSlide(1, 'chart', 'One', [chartItem(bodyBox)])]
    await expect(renderDeck(pages, document, bare, theme)).rejects.toThrow('a chart without its PNG')
  })
})

describe('tables', () => {
  it('are native, with their header row marked, and described', async () => {
    const deck = await renderEveryLayout()
    expect(shapeNamed(deck, 7, 'Table: users')).toMatchObject({
      kind: 'table',
      alt: 'Users of two applications.',
      rows: [
        ['Application', 'Users', 'Change'],
        ['Messaging', '1,060 million', '+2.1%'],
        ['Video & <short>', '1,067 million', '+3.5%'],
      ],
    })
    const xml = deck.files.get('ppt/slides/slide7.xml') ?? ''
    expect(xml).toContain('<a:tblPr firstRow="1">')
    expect(xml).toContain('<a:pPr algn="r">')
    expect(xml).toContain('marL="101600" marR="101600" marT="50800" marB="50800"')
    // The second of two rows is banded.
    expect(xml.match(/<a:solidFill><a:schemeClr val="bg2"\/>/g)).toHaveLength(3)
  })

  it('takes its rules from a table style of the deck that PowerPoint can exchange', async () => {
    const deck = await renderEveryLayout()
    const id = /<a:tableStyleId>(.*?)</.exec(deck.files.get('ppt/slides/slide7.xml') ?? '')?.[1]
    const style = deck.files.get('ppt/tableStyles.xml') ?? ''
    expect(style).toContain(`styleId="${id}"`)
    expect(style).toContain('<a:insideH><a:ln w="6350"><a:solidFill><a:schemeClr val="accent6"/>')
    expect(deck.files.get('ppt/slides/slide7.xml')).not.toContain('a:lnB')
  })

  it('moves numbers in from the right where the layout aligned their decimal points', async () => {
    const table = tableItem([
      ['', 'Rate'],
      ['Town', '1.5'],
    ])
    const shift = (cell: SetCell): SetCell => {
      const lines = cell.paragraph.lines.map((line) => ({
        ...line,
        runs: line.runs.map((run) => ({ ...run, x: run.x - 10 })),
      }))
      return { ...cell, shift: 10, paragraph: { ...cell.paragraph, lines } }
    }
    const rows = table.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell, column) => (column === 1 ? shift(cell) : cell)),
    }))
    const shifted = { ...table, rows }
    const deck = await render([contentSlide(1, 'table', 'One', [shifted])])
    expect(deck.files.get('ppt/slides/slide1.xml')).toMatch(/marR="101600".*Rate.*marR="228600"/)
  })

  it('gives each row a cell for each column', async () => {
    const table = tableItem([['a', 'b'], ['c']])
    const deck = await render([contentSlide(1, 'table', 'One', [table])])
    expect(deck.slides[0]?.tables).toEqual([
      [
        ['a', 'b'],
        ['c', ''],
      ],
    ])
  })
})

describe('notes, sections and properties', () => {
  it('writes speaker notes with bold, italic, links and lists, in their language', async () => {
    const deck = await render(everyLayout(), { language: 'en-GB' })
    const [head, said, first, second] = deck.slides[0]?.notes ?? []
    expect(head?.runs).toMatchObject([{ text: 'Say first', bold: true, language: 'en-GB' }])
    expect(said?.text).toBe('Netizens reached 1.092 billion, up; see the report.')
    expect(said?.runs.filter(({ bold }) => bold).map(({ text }) => text)).toEqual(['1.092 billion'])
    expect(said?.runs.find(({ link }) => link)).toMatchObject({
      text: 'the report',
      link: 'https://example.org/report',
    })
    expect([first, second]).toMatchObject([
      { text: 'Previous value: 1.067 billion', level: 1, bullet: 'number' },
      { text: 'Source: paragraph 4', level: 1, bullet: 'number' },
    ])
  })

  it('has pages of notes for the slides that have notes, and no others', async () => {
    const deck = await renderEveryLayout()
    expect(deck.slides.map((slide) => slide.notes.length > 0)).toEqual([
      true,
      true,
      false,
      true,
      ...Array(5).fill(false),
    ])
    expect([...deck.files.keys()].filter((name) => /notesSlides\/[^/]*\.xml$/.test(name))).toHaveLength(3)
  })

  it('puts each slide in a section, those before the first in one that is named for the document', async () => {
    const deck = await renderEveryLayout()
    expect(deck.sections).toEqual([
      { name: 'Internet use & access', slides: [1] },
      { name: 'Overview', slides: [2] },
      { name: 'Access', slides: [3, 4, 5, 6] },
      { name: 'Use', slides: [7, 8, 9] },
    ])
  })

  it('says title, author, subject, keywords, language and date', async () => {
    const deck = await renderEveryLayout()
    expect(deck.properties).toMatchObject({
      title: 'Internet use & access',
      creator: 'A. Author',
      subject: 'Internet',
      keywords: 'internet, access',
      language: 'en-US',
      created: '2024-03-22T00:00:00Z',
      modified: '2024-03-22T00:00:00Z',
    })
  })
})

describe('the package', () => {
  afterEach(() => {
    vi.unstubAllEnvs()
  })

  const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

  it('is the same, byte for byte, on the second build and in another time zone', async () => {
    const first = await renderDeck(everyLayout(), document, drawings, theme)
    vi.stubEnv('TZ', 'Pacific/Kiritimati')
    const second = await renderDeck(everyLayout(), document, drawings, theme)
    vi.stubEnv('TZ', 'America/Los_Angeles')
    const third = await renderDeck(everyLayout(), document, drawings, theme)
    expect([digest(second), digest(third)]).toEqual([digest(first), digest(first)])
  })

  it('is the same in another process', async () => {
    const folder = temporaryFolder()
    const outfile = join(folder, 'pptx.mjs')
    buildSync({ entryPoints: ['src/render/pptx.ts'], bundle: true, platform: 'node', format: 'esm', outfile })
    const input = { pages: everyLayout(), document, theme, png: png.toString('base64') }
    writeFileSync(join(folder, 'input.json'), JSON.stringify(input))
    const script = `
      import { readFileSync } from 'node:fs'
      import { createHash } from 'node:crypto'
      import { renderPptx } from './pptx.mjs'
      const { pages, document, theme, png } = JSON.parse(readFileSync('input.json', 'utf8'))
      const drawings = () => ({ drawing: { svg: '<svg/>' }, png: Buffer.from(png, 'base64') })
      const { value: bytes } = await renderPptx(pages, document, drawings, theme)
      console.log(createHash('sha256').update(bytes).digest('hex'))`
    writeFileSync(join(folder, 'script.mjs'), script)
    const other = execFileSync(process.execPath, ['script.mjs'], {
      cwd: folder,
      env: { TZ: 'Asia/Kolkata', LANG: 'ar' },
    })
    const same = (item: Parameters<typeof drawings>[0]) => {
      const drawn = drawings(item)
      return { ...drawn, drawing: { ...drawn.drawing, svg: '<svg/>' } }
    }
    expect(other.toString().trim()).toBe(digest(await renderDeck(everyLayout(), document, same, theme)))
  })

  it('takes its date from the caller where one is given', async () => {
    const date = new Date('2030-01-02T03:04:05Z')
    const deck = readPptx(await renderDeck(everyLayout(), document, drawings, theme, { date }))
    expect(deck.properties.created).toBe('2030-01-02T03:04:05Z')
  })

  it('has nothing that the lint finds, with every layout, with any text, with 150 slides', async () => {
    for (const [name, bytes] of await renderSamples()) expect(lintDeck(bytes), name).toEqual([])
  })

  it('tells what a reader would miss at the place in the template', async () => {
    const place = { file: 'templates/deck.md.hbs', line: 12, column: 1 }
    const untitled = slide(1, 'text', '', [bodyItem([paragraph('a')])], { place })
    const { value, diagnostics } = await renderPptx([untitled], document, drawings, theme)
    expect(value).toBeInstanceOf(Uint8Array)
    expect(diagnostics).toEqual([
      {
        severity: 'warning',
        message: 'slide 1: it has no title',
        place,
        hint: 'outlines and screen readers name it by its title',
      },
    ])
  })

  it('can be empty', async () => {
    expect((await render([])).slides).toEqual([])
  })

  it('has none of the faults of pptxgenjs 4.0.1', async () => {
    const pages = everyLayout().map((page) =>
      page.number === 7 ? { ...page, items: [...page.items, chartItem(bodyBox)] } : page,
    )
    const { files } = await render(pages)
    const xml = (name: string): string => files.get(name) ?? ''
    // One slide master, declared once (issue 1444).
    expect(xml('[Content_Types].xml').match(/slideMaster\+xml/g)).toHaveLength(1)
    // Notes master before slides.
    expect(xml('ppt/presentation.xml')).toMatch(/notesMasterIdLst>.*<p:sldIdLst>/)
    for (const [name, text] of files) {
      if (!name.startsWith('ppt/slides/slide')) continue
      // One a:pPr a paragraph, whatever its runs.
      for (const [found] of text.matchAll(/<a:p>.*?<\/a:p>/g))
        expect(found.match(/<a:pPr/g)?.length ?? 0).toBeLessThan(2)
      // Each shape its own id, beside a table too (issue 1532).
      const ids = [...text.matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id)
      expect(new Set(ids).size).toBe(ids.length)
    }
    // Upper-case GUIDs.
    expect(xml('ppt/presentation.xml')).toMatch(/<p14:section name="Access" id="\{[\dA-F-]{36}\}"/)
    // Notes in the document's language; a slide without notes has none.
    expect([...files.keys()].filter((name) => name.includes('notesSlide') && name.endsWith('.xml'))).toHaveLength(3)
    // No chart targets from the root, no types for what is not there.
    expect([...files.values()].join('')).not.toContain('Target="/')
    expect(xml('[Content_Types].xml')).not.toMatch(/jpg|gif|mp4|vml|xlsx/)
  })
})

it('leaves its input as it was', async () => {
  const pages = everyLayout()
  const before = JSON.stringify(pages)
  await renderDeck(pages, document, drawings, theme)
  expect(JSON.stringify(pages)).toBe(before)
})

it('renders a deck whose titles are links', async () => {
  const title = titleItem([{ text: 'One', href: 'https://example.org/' }])
  const deck = await render([slide(1, 'text', 'One', [title])])
  expect(deck.slides[0]?.shapes[0]?.paragraphs[0]?.runs[0]?.link).toBe('https://example.org/')
})
