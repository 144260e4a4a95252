import { describe, expect, it } from 'vitest'
import type { Block } from '../../src/document/types.ts'
import { layoutSlides } from '../../src/layout/slides/slides.ts'
import { adoptTheme } from '../../src/reference/adopt-theme.ts'
import { chooseLayout, roomiest } from '../../src/reference/choose-layout.ts'
import { parseTemplateDeck } from '../../src/reference/read-reference.ts'
import type { ReferenceLayout, Slot, TemplateDeck } from '../../src/reference/types.ts'
import { renderPptx } from '../../src/render/pptx.ts'
import type { Theme } from '../../src/theme/theme.ts'
import { at, fonts, getDocument, heading, list, locale, paragraph, table, theme, words } from '../layout/stage.ts'
import { readPptx } from '../pptx.ts'
import { editDeck } from '../trust/verify/edit-deck.ts'
import { ownTemplate, scriptedTemplate } from './templates.ts'

const own = await ownTemplate()
const scripted = await scriptedTemplate()

const mapping: Theme['layouts'] = { title: 'Brand Cover', default: 'Brand Content' }

const blocks: Block[] = [
  heading(1, 'The cover'),
  heading(2, 'What it is about'),
  paragraph('An office, 2024'),
  heading(1, 'A list'),
  heading(2, 'Measure and period'),
  paragraph('A lead.'),
  list('One', 'Two'),
  { type: 'sourceLine', children: words('Source: an office'), place: at(8) },
  heading(1, 'A table'),
  table(5),
]

/** The deck in a template; throws where the template cannot be read. */
async function deckIn(template: Uint8Array, layouts?: Theme['layouts'], content: Block[] = blocks) {
  const { value: reference } = parseTemplateDeck(template, 'brand.pptx')
  if (!reference) throw new Error('no template')
  const adopted = adoptTheme({ ...theme, layouts }, reference)
  if (!adopted.value) throw new Error('no theme')
  const document = getDocument('deck', ...content)
  const { value: pages, diagnostics } = layoutSlides(document, { theme: adopted.value, fonts, locale, reference })
  const troubles = [...adopted.diagnostics, ...diagnostics]
  if (!pages) return { troubles, deck: undefined, pages: undefined, reference }
  const noCharts = () => {
    throw new Error('no charts here')
  }
  const linted = await renderPptx(pages, document, noCharts, adopted.value, { reference })
  troubles.push(...linted.diagnostics)
  return { troubles, deck: linted.value && readPptx(linted.value), pages, reference }
}

/** A template of those of its layouts alone that are so. */
function onlyWith(template: Uint8Array, isKept: (layout: ReferenceLayout) => boolean): TemplateDeck {
  const { value } = parseTemplateDeck(template, 'brand.pptx')
  if (!value) throw new Error('no template')
  return { ...value, layouts: value.layouts.filter(isKept) }
}

function layoutIn(reference: TemplateDeck) {
  const { value } = adoptTheme(theme, reference)
  if (!value) throw new Error('no theme')
  const { value: pages, diagnostics } = layoutSlides(getDocument('deck', ...blocks), {
    theme: value,
    fonts,
    locale,
    reference,
  })
  return { pages, troubles: diagnostics }
}

const messages = ({ troubles }: { troubles: readonly { message: string }[] }) => troubles.map(({ message }) => message)

describe('a template with a place for everything', () => {
  it('takes slides into its layouts by their names, at its size, and drops its samples', async () => {
    const { deck, troubles } = await deckIn(own)
    expect(troubles).toEqual([])
    expect(deck?.slides.map(({ layout, title }) => [layout, title])).toEqual([
      ['Title', 'The cover'],
      ['Text', 'A list'],
      ['Table', 'A table'],
    ])
    expect(deck?.files.get('ppt/presentation.xml')).toContain('<p:sldSz cx="9144000" cy="6858000"')
    expect([...(deck?.files.values() ?? [])].join('')).not.toContain('To be dropped')
  })

  it('keeps its theme and all its layouts, also those that no slide is in', async () => {
    const { deck } = await deckIn(own)
    const before = readPptx(own)
    expect(deck?.layouts).toEqual(before.layouts)
    expect(deck?.files.get('ppt/theme/theme1.xml')).toBe(before.files.get('ppt/theme/theme1.xml'))
  })

  it('lets a place for one line of sources grow by a second, and no further', async () => {
    const source = (times: number): Block => ({
      type: 'sourceLine',
      children: words(`Source: ${'an office of statistics with a long name; '.repeat(times)}`),
      place: at(8),
    })
    const deckOf = (times: number) =>
      deckIn(own, undefined, [heading(1, 'Cover'), heading(1, 'A'), paragraph('B.'), source(times)])
    const { pages, troubles } = await deckOf(4)
    expect(messages({ troubles })).toEqual([])
    const item = pages?.[1]?.items.find(({ role }) => role === 'source')
    expect(item?.type === 'text' ? item.paragraphs[0]?.lines.length : 0).toBe(2)
    expect(messages(await deckOf(9)).join()).toMatch(/the source line does not fit the placeholder/)
  })

  it('fills its placeholders where they stand, saying only what differs', async () => {
    const { deck } = await deckIn(own)
    const shapes = deck?.slides[1]?.shapes ?? []
    expect(shapes.map(({ placeholder }) => placeholder)).toEqual([
      'title',
      'body 13',
      'body 1',
      'body 90',
      'ftr 11',
      'dt 10',
      'sldNum 12',
    ])
    const slide = deck?.files.get('ppt/slides/slide2.xml') ?? ''
    expect(slide.match(/<p:spPr>.*?<\/p:spPr>|<p:spPr\/>/g)?.filter((xml) => xml !== '<p:spPr/>')).toEqual([])
    expect(shapes[2]?.paragraphs.map(({ text, level }) => [text, level])).toEqual([
      ['A lead.', 0],
      ['One', 0],
      ['Two', 0],
    ])
    expect(slide).not.toContain('a:latin')
    expect(slide).not.toContain('srgbClr')
  })
})

describe('a template of few placeholders and other names', () => {
  it('takes those whose places suit where neither names nor kinds do, and says once what to write for that', async () => {
    const { deck, troubles } = await deckIn(scripted)
    expect(deck?.slides.map(({ layout }) => layout)).toEqual(['Brand Cover', 'Brand Content', 'Brand Content'])
    expect(troubles.filter(({ message }) => /places/.test(message))).toEqual([
      {
        severity: 'warning',
        message: 'brand.pptx names no layout for title, text, table slides: chosen by their places',
        hint: 'where that is right, say so in templates/theme.yaml: layouts: { title: Brand Cover, text: Brand Content, table: Brand Content }',
      },
    ])
  })

  it('is not put into the half of a slide where another layout has the whole', () => {
    const [content] = onlyWith(scripted, ({ name }) => name === 'Brand Content').layouts
    if (!content) throw new Error('no layout')
    const ofHeight = (name: string, height: number): ReferenceLayout => ({
      ...content,
      name,
      slots: content.slots.map((slot) => ({ ...slot, box: { ...slot.box, height } })),
    })
    expect(roomiest([ofHeight('half', 160), ofHeight('most', 290), ofHeight('whole', 310)])?.name).toBe('most')
    // LibreOffice calls its cover, with a low place for text, title only.
    const cover = { ...ofHeight('cover', 120), type: 'titleOnly' }
    const deck = { ...onlyWith(scripted, () => false), layouts: [cover, { ...ofHeight('inner', 280), type: 'tx' }] }
    expect(chooseLayout('key-figures', theme, deck)).toMatchObject({ name: 'inner' })
  })

  it('has both lines of a long title in the middle of a place that centres it', () => {
    const given = onlyWith(scripted, () => true)
    const centred = (slot: Slot): Slot => ({
      ...slot,
      levels: slot.levels.map((level) => ({ ...level, align: 'center' })),
    })
    const reference = { ...given, layouts: given.layouts.map((one) => ({ ...one, slots: one.slots.map(centred) })) }
    const { value: own } = adoptTheme({ ...theme, layouts: mapping }, reference)
    const title = 'More people came online than in any year before, and growth is slowing in the towns now'
    const document = getDocument('deck', heading(1, 'The cover'), heading(1, title), paragraph('Words.'))
    const { value: pages } = layoutSlides(document, { theme: own ?? theme, fonts, locale, reference })
    const item = pages?.[1]?.items.find(({ role }) => role === 'title')
    const lines = item?.type === 'text' ? item.paragraphs.flatMap((one) => one.lines) : []
    const middles = lines.map(({ runs }) => ((runs[0]?.x ?? 0) + (runs.at(-1)?.x ?? 0) + (runs.at(-1)?.width ?? 0)) / 2)
    expect(middles).toHaveLength(2)
    const middle = (item?.box.x ?? 0) + (item?.box.width ?? 0) / 2
    for (const one of middles) expect(Math.abs(one - middle)).toBeLessThan(10)
  })

  it('has its sources above the band that its foot stands on', async () => {
    const { pages } = await deckIn(scripted)
    const source = pages?.[1]?.items.find(({ role }) => role === 'source')?.box
    expect((source?.y ?? 0) + (source?.height ?? 0)).toBeLessThanOrEqual(5.05 * 72)
    expect(source?.y).toBeGreaterThan(4.7 * 72)
  })

  it('puts content between title and foot where its one layout is a cover', async () => {
    const cover = onlyWith(scripted, (layout) => layout.name === 'Brand Cover')
    const { pages } = layoutIn(cover)
    const slide = pages?.[1]
    const [title, body] = ['title', 'body'].map((role) => slide?.items.find((item) => item.role === role)?.box)
    if (!title || !body) throw new Error('not all there')
    expect(body.y).toBeGreaterThanOrEqual(title.y + title.height)
  })

  it('puts it across the large place of its one layout, where its title is a narrow band', () => {
    const narrow = onlyWith(scripted, (layout) => layout.name === 'Brand Cover')
    const layouts = narrow.layouts.map((layout) => ({
      ...layout,
      slots: layout.slots.map((slot) =>
        slot.type === 'title'
          ? { ...slot, box: { x: 200, y: 20, width: 320, height: 50 } }
          : { ...slot, type: 'subTitle', box: { x: 36, y: 90, width: 648, height: 260 } },
      ),
    }))
    const { pages } = layoutIn({ ...narrow, layouts })
    const body = pages?.[1]?.items.find(({ role }) => role === 'body')?.box
    expect(body).toMatchObject({ x: 36, width: 648 })
  })

  it('refuses a template in which no layout has a title', async () => {
    const untitled = onlyWith(scripted, (layout) => layout.slots.every(({ type }) => type !== 'title'))
    const { troubles } = layoutIn(untitled)
    expect(messages({ troubles })[0]).toBe('brand.pptx has no layout with a place for a title, for title slides')
  })

  it('sets what stands at the foot smaller where its place is small, and leaves it out with a warning where it is tiny', () => {
    const { value } = parseTemplateDeck(own, 'brand.pptx')
    const narrow = (width: number): TemplateDeck => {
      if (!value) throw new Error('no template')
      const place = (slot: Slot): Slot => ({ ...slot, box: { ...slot.box, width } })
      const foot = (slot: Slot) => (slot.type === 'ftr' ? [] : slot.type === 'dt' ? [place(slot)] : [slot])
      return { ...value, layouts: value.layouts.map((one) => ({ ...one, slots: one.slots.flatMap(foot) })) }
    }
    const footOf = (width: number) => {
      const { pages, troubles } = layoutIn(narrow(width))
      const text = pages?.[1]?.items.find(({ role }) => role === 'date')
      return { said: messages({ troubles }), size: text?.type === 'text' && text.paragraphs[0]?.style.size }
    }
    const wide = footOf(400)
    expect(wide.said).toEqual([])
    const [widest] = [130, 120, 110, 100, 90, 80]
      .map(footOf)
      .filter(({ said }) => said.length === 0)
      .slice(-1)
    expect(Number(widest?.size)).toBeLessThan(Number(wide.size))
    expect(footOf(20).said[0]).toMatch(
      /^left out of the foot of text slides: .* for which the placeholder .* is too small$/,
    )
    expect(footOf(20).size).toBe(false)
  })

  it('takes them by a mapping; a name that it has not is an error with a suggestion', async () => {
    const { deck } = await deckIn(scripted, mapping)
    expect(deck?.slides.map(({ layout }) => layout)).toEqual(['Brand Cover', 'Brand Content', 'Brand Content'])
    const wrong = await deckIn(scripted, { ...mapping, text: 'Brand Contents' })
    expect(wrong.troubles.find(({ severity }) => severity === 'error')).toMatchObject({
      message: 'brand.pptx has no layout Brand Contents, which is to be text',
      hint: 'did you mean Brand Content?',
    })
  })

  it('says of a typeface that it cannot measure what it measures with', async () => {
    expect(messages(await deckIn(scripted, mapping))).toEqual([
      'brand.pptx sets its heading in Georgia, of which the theme has no metrics: measured with those of Arial',
    ])
  })

  it('puts a subtitle and a source without a place into the room for content, and text with its levels', async () => {
    const { pages, deck } = await deckIn(scripted, mapping)
    const [subtitle, body, source] = ['subtitle', 'body', 'source'].map((role) =>
      pages?.[1]?.items.find((item) => item.role === role),
    )
    if (!subtitle || !body || !source) throw new Error('not all there')
    expect(subtitle.box.y).toBeCloseTo(1.4 * 72 + 3.6, 0)
    expect(body.box.y).toBeGreaterThanOrEqual(subtitle.box.y + subtitle.box.height)
    expect(body.box.y + body.box.height).toBeLessThanOrEqual(source.box.y)
    const text = deck?.slides[1]?.shapes.find(({ placeholder }) => placeholder?.startsWith('body'))
    expect(text?.paragraphs.map(({ text, bullet }) => [text, bullet])).toEqual([
      ['A lead.', 'inherited'],
      ['One', 'bullet'],
      ['Two', 'bullet'],
    ])
  })

  it('keeps its pictures, and its theme colours for what the deck draws', async () => {
    const { deck, reference } = await deckIn(scripted, mapping)
    expect([...(deck?.files.keys() ?? [])].filter((name) => name.startsWith('ppt/media/'))).toHaveLength(1)
    expect(reference.colors.accent1).toMatch(/^#[\da-f]{6}$/)
    expect(deck?.files.get('ppt/tableStyles.xml')).toMatch(/Briefwright.*schemeClr val="tx1"/)
  })

  it('has each column in its own place, also where nothing tells two of a kind apart, as LibreOffice saves them', async () => {
    const alike = editDeck(scripted, (parts) => {
      const layout = parts.saying('Brand Content', /^ppt\/slideLayouts\/slideLayout\d+\.xml$/)
      const [body = ''] = /<p:sp>(?:(?!<p:sp>).)*?type="body".*?<\/p:sp>/s.exec(parts.get(layout)) ?? []
      const at = (x: number) =>
        body
          .replace(/idx="\d+" ?/, '')
          .replace(/<a:off x="\d+"/, `<a:off x="${x}"`)
          .replace(/<a:ext cx="\d+"/, '<a:ext cx="4000000"')
      parts.set(
        layout,
        parts.get(layout).replace(body, () => at(457_200) + at(4_686_800)),
      )
    })
    const { deck } = await deckIn(alike, mapping, [
      heading(1, 'The cover'),
      heading(1, 'Two'),
      { type: 'columns', columns: [[paragraph('Left')], [paragraph('Right')]], place: at(11) },
    ])
    const shapes = deck?.files.get('ppt/slides/slide2.xml')?.match(/<p:sp>.*?<\/p:sp>/gs) ?? []
    const columns = shapes.filter((shape) => />(?:Left|Right)</.test(shape))
    // A reader that is not told where takes the same place of the layout for both.
    expect(columns.map((shape) => /<a:off x="(\d+)"/.exec(shape)?.[1])).toEqual(['457200', '4686800'])
  })

  it('names slide, layout and placeholder of what does not fit', async () => {
    const long = 'word '.repeat(900)
    const { troubles } = await deckIn(scripted, mapping, [
      heading(1, 'The cover'),
      heading(1, 'Full'),
      { type: 'columns', columns: [[paragraph(long, 12)], [paragraph('Short')]], place: at(11) },
    ])
    const error = troubles.find(({ severity }) => severity === 'error')
    expect(error?.message).toMatch(
      /points too high for its box on the slide.* \(slide “Full”, layout Brand Content, Text 0\)$/,
    )
    const title = await deckIn(scripted, mapping, [
      heading(1, 'The cover'),
      heading(1, 'Title '.repeat(60)),
      paragraph('x'),
    ])
    expect(messages(title)).toContainEqual(
      expect.stringMatching(/^the title does not fit the placeholder Text 0 \(slide “Title/),
    )
  })
})

describe('what is no template', () => {
  it('is told', () => {
    const { value, diagnostics } = parseTemplateDeck(new Uint8Array([1, 2, 3]), 'a.pptx')
    expect(value).toBeUndefined()
    expect(diagnostics.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^not a PowerPoint file: a\.pptx \(not a zip archive/),
    ])
  })
})
