import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { build, verify } from '../../src/api/api.ts'
import {
  checkTemplateGround,
  drawTemplate,
  readableSlides,
  setTemplateWords,
} from '../../src/build/documents/draw-template.ts'
import { layoutSlides } from '../../src/layout/slides/slides.ts'
import type { Item } from '../../src/layout/types.ts'
import { parseXml } from '../../src/opc/parse-xml.ts'
import type { XmlElement } from '../../src/opc/xml.ts'
import { adoptTheme } from '../../src/reference/adopt-theme.ts'
import { parseTemplateDeck } from '../../src/reference/read-reference.ts'
import { templateArt } from '../../src/reference/template-art.ts'
import type { ShapeWords } from '../../src/reference/template-words.ts'
import { renderPptx } from '../../src/render/pptx.ts'
import type { Theme } from '../../src/theme/theme.ts'
import { fonts, getDocument, heading, locale, paragraph, table, theme } from '../layout/stage.ts'
import { readPptx } from '../pptx.ts'
import { scriptedTemplate } from '../reference/templates.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { lakeReport } from './lake-report.ts'

const { value: reference } = parseTemplateDeck(await scriptedTemplate(), 'brand.pptx')
if (!reference) throw new Error('no template')
const layouts: Theme['layouts'] = { title: 'Brand Cover', default: 'Brand Content' }
const branded = { ...theme, layouts }

function laidOut() {
  const document = getDocument(
    'deck',
    heading(1, 'The cover'),
    heading(2, 'Since 2024'),
    heading(1, 'A'),
    paragraph('B.'),
  )
  const { value: pages } = layoutSlides(document, { theme: branded, fonts, locale, reference })
  if (!pages || !reference) throw new Error('no slides')
  return { pages, reference, document }
}

function drawn() {
  const { pages, reference } = laidOut()
  return drawTemplate(pages, reference, branded, fonts)
}

/** The words themselves, for what is drawn of them is to be seen. */
const setWords = (words: ShapeWords) => `<text>${words.paragraphs.map(({ text }) => text).join('|')}</text>`

const colorsOf = (items: readonly Item[]) =>
  items.flatMap((item) => (item.type === 'text' ? item.paragraphs.map(({ style }) => style.color) : []))

test('a template’s background and its pictures stand behind the words on paper, as artifacts', () => {
  const { value: [cover, slide] = [], diagnostics } = drawn()
  expect(diagnostics).toEqual([])
  for (const page of [cover, slide])
    expect(page?.items[0]).toMatchObject({ type: 'picture', role: 'artifact', alt: undefined, box: { x: 0, y: 0 } })
})

test('words on a dark ground are light', () => {
  const [cover, slide] = readableSlides(laidOut().pages, reference, branded)
  expect(new Set(colorsOf(cover?.items ?? []))).toEqual(new Set(['paper']))
  expect(colorsOf(slide?.items ?? [])).not.toContain('paper')
})

test('in PowerPoint too: what a placeholder would show in dark on dark says its colour, all else takes the template’s', async () => {
  const { pages, document } = laidOut()
  const { value: adopted } = adoptTheme(branded, reference)
  if (!adopted) throw new Error('no theme')
  const slides = readableSlides(pages, reference, adopted)
  const { value } = await renderPptx(slides, document, () => expect.unreachable(), adopted, { reference })
  if (!value) throw new Error('no deck')
  const titleOf = (number: number) =>
    /<p:ph [^>]*type="title"[^>]*>.*?<\/p:sp>/.exec(
      readPptx(value).files.get(`ppt/slides/slide${number}.xml`) ?? '',
    )?.[0]
  expect(titleOf(1)).toContain('<a:solidFill><a:schemeClr val="bg1"/></a:solidFill>')
  expect(titleOf(2)).not.toContain('solidFill')
})

test('words on a ground of middling darkness are light in a PDF where the template’s are', async () => {
  const { value: brand } = parseTemplateDeck(await scriptedTemplate({ cover: '00897B', words: 'FFFFFF' }), 'brand.pptx')
  if (!brand) throw new Error('no template')
  const [cover] = readableSlides(laidOut().pages, brand, branded)
  expect(new Set(colorsOf(cover?.items ?? []))).toEqual(new Set(['paper']))
})

test('items of a list, on a level of which a template says no colour, say one that can be read; slides on paper are proved with what stands behind them', async () => {
  const folder = temporaryFolder({
    'data/report.yaml': lakeReport('boats'),
    'data/figures.yaml':
      'indicators:\n  boats: { label: Boats, unit: boats, type: stock, observations: [{ period: 2024, value: 214, source: harbour }] }\n',
    'templates/deck.md.hbs': '# The lake\n\n- There were {{value "boats" unit=true}}.\n- They lay at the pier.\n',
    'templates/theme.yaml': 'reference: ./brand.pptx\nlayouts: { default: Brand Content, title: Brand Cover }\n',
  })
  writeFileSync(join(folder, 'brand.pptx'), await scriptedTemplate({ paper: '10243E', words: 'F5F5F5' }))
  const out = join(folder, 'out')
  expect(await build(folder, { out, formats: ['pptx', 'deck.pdf'] })).toMatchObject({ ok: true })
  const slide = readPptx(readFileSync(join(out, 'lake.pptx'))).files.get('ppt/slides/slide1.xml') ?? ''
  const items = [...slide.matchAll(/<a:pPr[^>]*lvl="1".*?<\/a:p>/g)].map(([item]) => item)
  expect(items.map((item) => item.includes('<a:solidFill>'))).toEqual([true, true])
  const files = ['lake.pptx', 'lake.deck.pdf'].map((name) => join(out, name))
  const verified = await verify(files, { report: folder })
  expect(verified.files.map(({ proved }) => proved)).toEqual([true, true])
})

test('a table that would be dark on dark is told', () => {
  const document = getDocument('deck', heading(1, 'The cover'), heading(1, 'A'), table(2))
  const dark = { ...theme, layouts: { default: 'Brand Cover', title: 'Brand Content' } }
  const { value: pages } = layoutSlides(document, { theme: dark, fonts, locale, reference })
  expect(checkTemplateGround(pages ?? [], reference, dark).map(({ message }) => message)).toEqual([
    'words that can hardly be read on their ground: the tables of the layout Brand Cover in brand.pptx (#16202c on #123a5f)',
  ])
})

test('its art is what it draws, where it draws it', () => {
  const art = (name: string) => {
    const layout = reference.layouts.find((one) => one.name === name)
    return layout ? templateArt(reference, layout, setWords) : undefined
  }
  expect(art('Brand Cover')?.svg).toContain('fill="#123a5f"')
  expect(art('Brand Content')?.svg).toMatch(
    /<image x="662\.4" y="7\.2" width="36" height="36" .*data:image\/png;base64,/,
  )
})

/** The art of a layout with some more shapes. */
function artWith(shapes: string) {
  const layout = reference?.layouts.find(({ name }) => name === 'Brand Content')
  if (!reference || !layout) throw new Error('no layout')
  const { opened } = reference
  const put = (node: XmlElement): XmlElement => ({
    ...node,
    children: [
      ...node.children.map((child) => (typeof child === 'string' ? child : put(child))),
      ...(node.name === 'p:spTree' ? parseXml(`<p>${shapes}</p>`).children : []),
    ],
  })
  const root = opened.xml(layout.part)
  if (!root) throw new Error('no part')
  return templateArt(
    { ...reference, opened: { ...opened, xml: (part) => (part === layout.part ? put(root) : opened.xml(part)) } },
    layout,
    setWords,
  )
}

const shape = (transform: string, geometry: string, more = '') =>
  `<p:sp><p:spPr>${transform}${geometry}<a:solidFill><a:srgbClr val="C00000"/></a:solidFill></p:spPr>${more}</p:sp>`
const frame = (attributes: string, x: number, y: number, size: number) =>
  `<a:xfrm ${attributes}><a:off x="${x * 12700}" y="${y * 12700}"/><a:ext cx="${size * 12700}" cy="${size * 12700}"/></a:xfrm>`
const preset = (kind: string) => `<a:prstGeom prst="${kind}"><a:avLst/></a:prstGeom>`

test('what stands on a fill that lets through what lies below it, or on a pattern, nobody can tell', () => {
  const glass = shape(frame('', 300, 100, 60), preset('rect')).replace(
    '"C00000"/>',
    '"C00000"><a:alpha val="30000"/></a:srgbClr>',
  )
  const pattern = shape(frame('', 400, 100, 60), preset('rect')).replace(
    /<a:solidFill>.*<\/a:solidFill>/,
    '<a:blipFill/>',
  )
  const art = artWith(glass + pattern)
  expect(art.grounds.slice(-2)).toMatchObject([
    { box: { x: 300 }, color: undefined },
    { box: { x: 400 }, color: undefined },
  ])
  expect(art.svg).toContain('fill="#c00000" fill-opacity="0.3"')
  expect(art.leftOut).toBe(1)
})

test('turned shapes, groups and free shapes are drawn; what is not is counted', () => {
  const group =
    '<a:xfrm><a:off x="1270000" y="0"/><a:ext cx="635000" cy="635000"/><a:chOff x="0" y="0"/><a:chExt cx="127000" cy="127000"/></a:xfrm>'
  const free =
    '<a:custGeom><a:pathLst><a:path w="10" h="10"><a:moveTo><a:pt x="0" y="10"/></a:moveTo><a:lnTo><a:pt x="10" y="10"/></a:lnTo><a:arcTo wR="5" hR="5" stAng="0" swAng="-10800000"/><a:close/></a:path></a:pathLst></a:custGeom>'
  const art = artWith(
    [
      shape(frame('rot="2700000" flipH="1"', 300, 100, 60), preset('rect')),
      `<p:grpSp><p:nvGrpSpPr/><p:grpSpPr>${group}</p:grpSpPr>${shape(frame('', 2, 2, 4), preset('rect'))}</p:grpSp>`,
      shape(frame('', 400, 100, 50), free),
      shape(frame('', 500, 100, 50), preset('cloud')),
    ].join(''),
  )
  expect(art?.svg).toContain(
    '<g transform="rotate(45 330 130) translate(660 0) scale(-1 1)"><rect x="300" y="100" width="60" height="60" fill="#c00000"/></g>',
  )
  expect(art?.svg).toContain('<g transform="translate(100 0) scale(5 5) translate(0 0)"><rect x="2" y="2" width="4"')
  expect(art?.svg).toContain('<path d="M400 150L450 150A25 25 0 0 0 400 150Z" fill="#c00000"/>')
  expect(art?.grounds.slice(-3)).toMatchObject([
    { box: { x: 110, y: 10, width: 20, height: 20 }, color: '#c00000' },
    // What stands on other outlines nobody can tell.
    { box: { x: 400 }, color: undefined },
    { box: { x: 500 }, color: undefined },
  ])
  expect(art?.leftOut).toBe(1)
})

test('its own words are drawn where its shapes have them, in their look', () => {
  const body =
    '<p:txBody><a:bodyPr lIns="0" rIns="0" tIns="0" bIns="0" anchor="b"/><a:lstStyle/><a:p><a:pPr algn="r"/><a:r><a:rPr sz="1000" b="1"><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></a:rPr><a:t>For the R&amp;D board</a:t></a:r></a:p></p:txBody>'
  const svg = (more: string) => artWith(shape(frame('rot="2700000"', 300, 100, 60), preset('rect'), more))
  expect(svg(body)?.leftOut).toBe(0)
  expect(svg(body)?.svg).toContain('<g transform="rotate(45 330 130)"><text>For the R&D board</text></g>')
  // Words that run upwards are not set, and counted.
  expect(svg(body.replace('anchor="b"', 'vert="vert270"'))?.leftOut).toBe(1)

  const words: ShapeWords = {
    box: { x: 300, y: 100, width: 60, height: 60 },
    isWrapped: true,
    anchor: 'bottom',
    paragraphs: [
      {
        text: 'For the R&D board',
        font: 'body',
        size: 10,
        weight: 'bold',
        italic: false,
        align: 'right',
        color: '#ffffff',
      },
    ],
  }
  const lines = [
    ...setTemplateWords(words, fonts).matchAll(
      /<text x="([\d.]+)" y="([\d.]+)"[^>]*font-weight="700"[^>]*fill="#ffffff">([^<]*)</g,
    ),
  ]
  expect(lines.map(([, , , text]) => text)).toEqual(['For the', 'R&amp;D board'])
  const ys = lines.map(([, , y]) => Number(y))
  expect(ys[1]).toBeLessThan(160)
  expect(ys[1]).toBeGreaterThan(150)
  // What is wide for its frame and not to be broken stands out of it at the left, for it ends at the right.
  const unbroken = setTemplateWords({ ...words, isWrapped: false }, fonts)
  expect(unbroken.match(/<text/g)).toHaveLength(1)
  expect(Number(/x="([\d.]+)"/.exec(unbroken)?.[1])).toBeLessThan(300)
})
