import { DOMParser, type Document, type Element } from '@xmldom/xmldom'
import { strFromU8, unzipSync } from 'fflate'

/** A paragraph as a reader sees it. */
interface ReadParagraph {
  text: string
  /** From 0. */
  level: number
  bullet: 'none' | 'bullet' | 'number' | 'inherited'
  runs: ReadRun[]
}

interface ReadRun {
  text: string
  language: string
  bold: boolean
  italic: boolean
  superscript: boolean
  /** Points; undefined where it is inherited. */
  size: number | undefined
  /** The theme colour's name or a hex colour; undefined where it is inherited. */
  color: string | undefined
  /** The address, or `slide 3`. */
  link: string | undefined
  /** `slidenum` for a slide's number. */
  field: string | undefined
}

export interface ReadShape {
  id: number
  name: string
  kind: 'shape' | 'picture' | 'table' | 'chart' | 'other'
  alt: string
  decorative: boolean
  /** `type idx`, such as `body 13`; `obj` where it names no type; undefined for none. */
  placeholder: string | undefined
  /** Points; the layout's where the shape has none. */
  box: { x: number; y: number; width: number; height: number } | undefined
  paragraphs: ReadParagraph[]
  /** Of a table: its rows of cells. */
  rows: string[][]
  /** Of a picture: the files that it shows, PNG first. */
  media: string[]
}

interface ReadSlide {
  number: number
  layout: string
  title: string
  shapes: ReadShape[]
  /** All words on the slide, a paragraph or cell each. */
  texts: string[]
  alts: string[]
  tables: string[][][]
  notes: ReadParagraph[]
}

export interface ReadDeck {
  slides: ReadSlide[]
  layouts: { name: string; shapes: ReadShape[] }[]
  sections: { name: string; slides: number[] }[]
  /** Of docProps/core.xml, by local name: `title`, `creator`, `created`. */
  properties: Record<string, string>
  /** Every file by its name in the archive, XML as text. */
  files: Map<string, string>
}

/** Opens a .pptx by other means than it was written with: fflate and a DOM. Throws where it is malformed. */
export function readPptx(bytes: Uint8Array): ReadDeck {
  const files = new Map(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]))
  const presentation = parse(files, 'ppt/presentation.xml')
  const relations = readRelations(files, 'ppt/presentation.xml')
  const slideNames = all(presentation, 'sldId').filter(({ prefix }) => prefix === 'p')
  const numbers = new Map(slideNames.map((slide, index) => [slide.getAttribute('id') ?? '', index + 1]))
  const parts = slideNames.map((slide) => relations.get(slide.getAttribute('r:id') ?? '')?.target ?? '')
  return {
    slides: parts.map((part, index) => readSlide(files, part, index + 1, parts)),
    layouts: [...files.keys()]
      .filter((name) => /^ppt\/slideLayouts\/[^/]+\.xml$/.test(name))
      .map((name) => ({ name: layoutName(files, name), shapes: readShapes(files, name, [], []) })),
    sections: all(presentation, 'section').map((section) => ({
      name: section.getAttribute('name') ?? '',
      slides: all(section, 'sldId').map((id) => numbers.get(id.getAttribute('id') ?? '') ?? 0),
    })),
    properties: Object.fromEntries(
      elements(parse(files, 'docProps/core.xml').documentElement).map((child) => [
        child.localName,
        child.textContent ?? '',
      ]),
    ),
    files,
  }
}

interface ReadRelation {
  type: string
  target: string
}

function readRelations(files: ReadonlyMap<string, string>, part: string): Map<string, ReadRelation> {
  const name = part.replace(/([^/]*)$/, '_rels/$1.rels')
  if (!files.has(name)) return new Map()
  return new Map(
    all(parse(files, name), 'Relationship').map((relationship) => {
      const target = relationship.getAttribute('Target') ?? ''
      const isExternal = relationship.getAttribute('TargetMode') === 'External'
      const type = (relationship.getAttribute('Type') ?? '').replace(/.*\//, '')
      const absolute = new URL(target, `file:///${part}`).pathname.slice(1)
      return [relationship.getAttribute('Id') ?? '', { type, target: isExternal ? target : absolute }]
    }),
  )
}

function readSlide(files: ReadonlyMap<string, string>, part: string, number: number, slides: string[]): ReadSlide {
  const relations = [...readRelations(files, part).values()]
  const layout = relations.find(({ type }) => type === 'slideLayout')?.target ?? ''
  const notes = relations.find(({ type }) => type === 'notesSlide')?.target
  const shapes = readShapes(files, part, readShapes(files, layout, [], slides), slides)
  return {
    number,
    layout: layoutName(files, layout),
    title:
      shapes
        .find(({ placeholder }) => /^(title|ctrTitle)/.test(placeholder ?? ''))
        ?.paragraphs.map(getText)
        .join('\n') ?? '',
    shapes,
    texts: shapes.flatMap(({ paragraphs, rows }) => [...paragraphs.map(getText), ...rows.flat()]),
    alts: shapes.flatMap(({ alt }) => (alt ? [alt] : [])),
    tables: shapes.flatMap(({ kind, rows }) => (kind === 'table' ? [rows] : [])),
    notes: notes
      ? (readShapes(files, notes, [], slides).find(({ placeholder }) => placeholder?.startsWith('body'))?.paragraphs ??
        [])
      : [],
  }
}

const getText = ({ text }: ReadParagraph): string => text

function layoutName(files: ReadonlyMap<string, string>, part: string): string {
  return all(parse(files, part), 'cSld')[0]?.getAttribute('name') ?? ''
}

const kinds: Readonly<Record<string, ReadShape['kind']>> = { sp: 'shape', pic: 'picture', graphicFrame: 'other' }

function readShapes(
  files: ReadonlyMap<string, string>,
  part: string,
  layout: readonly ReadShape[],
  slides: readonly string[],
): ReadShape[] {
  const relations = readRelations(files, part)
  const tree = all(parse(files, part), 'spTree')[0]
  return (tree ? shapesIn(tree) : [])
    .filter(({ localName }) => localName && localName in kinds)
    .map((shape): ReadShape => {
      const naming = all(shape, 'cNvPr')[0]
      const placeholder = readPlaceholder(shape)
      const inherited = layout.find((other) => placeholder !== undefined && other.placeholder === placeholder)
      const table = all(shape, 'tbl')[0]
      return {
        id: Number(naming?.getAttribute('id')),
        name: naming?.getAttribute('name') ?? '',
        kind: table ? 'table' : all(shape, 'chart').length > 0 ? 'chart' : (kinds[shape.localName ?? ''] ?? 'other'),
        alt: naming?.getAttribute('descr') ?? '',
        decorative: all(shape, 'decorative')[0]?.getAttribute('val') === '1',
        placeholder,
        box: readBox(shape) ?? inherited?.box,
        paragraphs: table ? [] : all(shape, 'p').map((paragraph) => readParagraph(paragraph, relations, slides)),
        rows: table ? readRows(table) : [],
        media: [...all(shape, 'blip'), ...all(shape, 'svgBlip')].map(
          (blip) => relations.get(blip.getAttribute('r:embed') ?? '')?.target ?? '',
        ),
      }
    })
}

/** The shapes of a tree, those of its groups one by one. */
function shapesIn(tree: Element): Element[] {
  return elements(tree).flatMap((shape) => (shape.localName === 'grpSp' ? shapesIn(shape) : [shape]))
}

function readPlaceholder(shape: Element): string | undefined {
  const ph = all(shape, 'ph')[0]
  return ph && [ph.getAttribute('type') || 'obj', ph.getAttribute('idx')].filter(Boolean).join(' ')
}

function readBox(shape: Element): ReadShape['box'] {
  const transform = all(shape, 'xfrm')[0]
  const [offset, extent] = [transform && all(transform, 'off')[0], transform && all(transform, 'ext')[0]]
  if (!offset || !extent) return undefined
  const points = (from: Element, key: string): number => Number(from.getAttribute(key)) / 12700
  return { x: points(offset, 'x'), y: points(offset, 'y'), width: points(extent, 'cx'), height: points(extent, 'cy') }
}

function readRows(table: Element): string[][] {
  return all(table, 'tr').map((row) =>
    all(row, 'tc').map((cell) =>
      all(cell, 'p')
        .map((paragraph) => readParagraph(paragraph, new Map(), []).text)
        .join('\n'),
    ),
  )
}

function readParagraph(
  paragraph: Element,
  relations: ReadonlyMap<string, ReadRelation>,
  slides: readonly string[],
): ReadParagraph {
  const properties = elements(paragraph).find(({ localName }) => localName === 'pPr')
  const runs = elements(paragraph).flatMap((child) => {
    if (child.localName === 'br') return [{ ...readRun(child, relations, slides), text: '\n' }]
    return child.localName === 'r' || child.localName === 'fld' ? [readRun(child, relations, slides)] : []
  })
  return {
    text: runs.map(({ text }) => text).join(''),
    level: Number(properties?.getAttribute('lvl') || 0),
    bullet: readBullet(properties),
    runs,
  }
}

function readBullet(properties: Element | undefined): ReadParagraph['bullet'] {
  const has = (name: string): boolean => properties !== undefined && all(properties, name).length > 0
  return has('buAutoNum') ? 'number' : has('buChar') ? 'bullet' : has('buNone') ? 'none' : 'inherited'
}

function readRun(run: Element, relations: ReadonlyMap<string, ReadRelation>, slides: readonly string[]): ReadRun {
  const properties = all(run, 'rPr')[0]
  const get = (key: string): string => properties?.getAttribute(key) ?? ''
  const fill = properties && all(properties, 'solidFill')[0]
  const link = properties && all(properties, 'hlinkClick')[0]
  const target = link && relations.get(link.getAttribute('r:id') ?? '')
  return {
    text: all(run, 't')[0]?.textContent ?? '',
    language: get('lang'),
    bold: get('b') === '1',
    italic: get('i') === '1',
    superscript: Number(get('baseline')) > 0,
    size: get('sz') ? Number(get('sz')) / 100 : undefined,
    color: (fill && elements(fill)[0]?.getAttribute('val')) || undefined,
    link: target && (target.type === 'slide' ? `slide ${slides.indexOf(target.target) + 1}` : target.target),
    field: run.getAttribute('type') || undefined,
  }
}

function parse(files: ReadonlyMap<string, string>, name: string): Document {
  const text = files.get(name)
  if (text === undefined) throw new Error(`no such file in the archive: ${name}`)
  const onError = (level: string, message: string): void => {
    // It warns of U+FFFD, which is a character like others.
    if (level !== 'warning') throw new Error(`${name}: ${level}: ${message}`)
  }
  return new DOMParser({ onError }).parseFromString(text, 'text/xml')
}

/** Elements of that local name below the node, in document order. */
function all(node: Document | Element, localName: string): Element[] {
  return [...node.getElementsByTagNameNS('*', localName)]
}

function elements(node: Element | null): Element[] {
  return node ? [...node.childNodes].filter((child): child is Element => child.nodeType === 1) : []
}
