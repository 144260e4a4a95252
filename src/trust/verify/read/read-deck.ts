import { constants } from '../../../memory/derived.ts'
import { noMemory } from '../../../memory/memory.ts'
import type { Opening } from '../../../opc/open-archive.ts'
import { type OpenedPackage, openPackage } from '../../../opc/open-package.ts'
import { listedParts, mainPart } from '../../../opc/opened-deck.ts'
import { emu } from '../../../opc/shape-box.ts'
import { UnreadableFile } from '../../../opc/unreadable-file.ts'
import { childElements, childNamed, descendants, getText, toXml, type XmlElement } from '../../../opc/xml.ts'
import { cellTexts, diagramParts, drawnShapes, groupNamings, paragraphTexts, raisedMarks } from './drawing-text.ts'
import type { FoundChart, FoundDocument, FoundPicture, FoundText } from './found-document.ts'
import { readChart } from './read-chart.ts'
import { svgTexts } from './svg-texts.ts'
import { textsBehind } from './texts-behind.ts'
import { unseenWords } from './unseen-words.ts'

/** A deck as its reader finds it: shapes, charts, notes, alternative texts. Throws UnreadableFile for other files. */
export function readDeck(file: string, bytes: Uint8Array, opening: Opening = {}): FoundDocument {
  const { memory = noMemory } = opening
  const reader = openPackage(bytes, opening)
  // A finished file is asked for each part more than once.
  const opened = opening.memory ? reader : { ...reader, xml: constants((name: string = '') => reader.xml(name)) }
  const slides = getSlideParts(opened).map(({ part }, index) =>
    memory.remember(
      'read slide',
      () => [index, getParts(opened, part)],
      () => readSlide(opened, part, index + 1),
    ),
  )
  return {
    kind: 'deck',
    file,
    language: getLanguage(opened),
    pages: slides.length,
    texts: [...slides.flatMap(({ texts }) => texts), ...properties(opened)],
    links: slides.flatMap(({ links }) => links),
    behind: () => textsBehind(opened),
    unseen: () => unseenWords(opened),
    charts: slides.flatMap(({ charts }) => charts),
    pictures: slides.flatMap(({ pictures }, page) =>
      pictures.map((picture, index) => ({ ...picture, page: page + 1, number: index + 1 })),
    ),
  }
}

function getLanguage(opened: OpenedPackage): string | undefined {
  const [core] = opened.related('/', 'core-properties')
  const language = childNamed(opened.xml(core), 'dc:language')
  return (language && getText(language)) || undefined
}

function notADeck({ names }: OpenedPackage): string {
  if (!names.includes('/[Content_Types].xml')) return 'a zip archive, but no PowerPoint file'
  if (names.some((name) => name.startsWith('/word/'))) return 'a Word document, not a deck'
  if (names.some((name) => name.startsWith('/xl/'))) return 'an Excel workbook, not a deck'
  return 'an archive without a presentation'
}

/** A deck's slides in the order of showing: parts, and ids in the presentation. Throws UnreadableFile for no deck. */
export function getSlideParts(opened: OpenedPackage): { part: string; id: string }[] {
  const names = new Set(opened.names)
  const main = mainPart(opened)
  if (!main || opened.contentType(main.name) === undefined || main.xml.name !== 'p:presentation')
    throw new UnreadableFile(notADeck(opened))
  return listedParts(opened, main, 'p:sldIdLst').filter(({ part }) => names.has(part))
}

/** A part and all that it is read with, by name: not its layout, nor other slides. */
function getParts(opened: OpenedPackage, part: string, known = new Map<string, unknown>()): Map<string, unknown> {
  if (known.has(part)) return known
  const relations = opened.relations(part)
  known.set(part, [opened.bytes(part), relations])
  for (const { target, type, external } of relations) {
    if (!external && !/\/(?:slide|slideLayout|notesMaster)$/.test(type)) getParts(opened, target, known)
  }
  return known
}

/** What a slide, or a shape of it, shows. */
interface Drawn {
  texts: FoundText[]
  charts: FoundChart[]
  pictures: Omit<FoundPicture, 'page' | 'number'>[]
}

function readSlide(opened: OpenedPackage, part: string, page: number): Drawn & Pick<FoundDocument, 'links'> {
  const root = opened.xml(part)
  const slides = drawnShapes(root).map((shape) => readShape(opened, shape, page, part))
  const links = opened.relations(part).filter(({ external }) => external)
  return {
    links: links.map(({ target }) => ({ page, item: 'Link', text: target })),
    texts: [
      ...slides.flatMap(({ texts }) => texts),
      ...groupNamings(root).flatMap(({ attributes: { name = '', descr = '' } }) =>
        descr === '' ? [] : [{ page, item: name, medium: 'alt' as const, text: descr }],
      ),
      ...getNotes(opened, part, page),
      ...getComments(opened, part, page),
    ],
    charts: slides.flatMap(({ charts }) => charts),
    pictures: [
      ...slides.flatMap(({ pictures }) => pictures),
      ...filledWith(opened, descendants(root, 'p:bg')[0], 'Background', part),
      ...descendants(root, 'p:contentPart').map(() => ({ item: 'Ink' })),
    ],
  }
}

function readShape(opened: OpenedPackage, shape: XmlElement, page: number, part: string): Drawn {
  const [naming] = descendants(shape, 'p:cNvPr')
  const { name = '', descr = '', title = '' } = naming?.attributes ?? {}
  const at = { page, item: name || shape.name }
  const alt = [descr, title].filter((text) => text !== '').join('\n')
  const tips = descendants(shape, 'a:hlinkClick').flatMap(({ attributes }) => attributes.tooltip ?? [])
  const alts = [alt, ...tips].flatMap((text): FoundText[] => (text === '' ? [] : [{ ...at, medium: 'alt', text }]))
  const [table] = descendants(shape, 'a:tbl')
  if (table) return { texts: [...tableTexts(table, at), ...alts], charts: [], pictures: [] }
  const [reference] = descendants(shape, 'c:chart')
  const chartPart = reference && opened.target(part, reference.attributes['r:id'])
  if (chartPart !== undefined) {
    const { texts, ...chart } = readChart(opened, chartPart)
    return {
      texts: [{ ...at, medium: 'chart', text: texts.join('\n') }, ...alts],
      charts: [{ ...at, alt, ...chart }],
      pictures: [],
    }
  }
  const diagrams = diagramParts(shape, part, opened).flatMap((name) => opened.xml(name) ?? [])
  const own = [shape, ...diagrams].flatMap(paragraphTexts)
  // A sheet of Excel, a chart of a kind that has no workbook here.
  const isObject = shape.name === 'p:graphicFrame' && descendants(shape, 'dgm:relIds').length === 0
  const svg = shape.name === 'p:pic' ? getVectors(opened, shape, part) : undefined
  const words = svg === undefined ? [] : svgTexts(svg)
  return {
    texts: [
      ...(own.length > 0 ? [{ ...at, medium: 'text' as const, text: own.join('\n'), marks: raisedMarks(shape) }] : []),
      ...(words.length > 0 ? [{ ...at, medium: 'chart' as const, text: words.join('\n'), isPicture: true }] : []),
      ...alts,
    ],
    charts: [],
    pictures:
      (shape.name === 'p:pic' && (svg === undefined || words.length > 0)) || isObject
        ? [toPicture(at.item, shape, pictureBytes(opened, shape, part), svg)]
        : filledWith(opened, childNamed(shape, 'p:spPr'), at.item, part),
  }
}

/** The picture that an area is filled with. */
function filledWith(
  opened: OpenedPackage,
  area: XmlElement | undefined,
  item: string,
  part: string,
): Drawn['pictures'] {
  const [fill] = descendants(area, 'a:blipFill')
  return fill ? [{ item, bytes: pictureBytes(opened, fill, part) }] : []
}

function tableTexts(table: XmlElement, at: Pick<FoundText, 'page' | 'item'>): FoundText[] {
  // A column too narrow for a letter shows nothing.
  const isNarrow = descendants(table, 'a:gridCol').map(({ attributes }) => Number(attributes.w) < 3 * emu)
  const textOf = (row: XmlElement) => cellTexts(row).map((text, at) => (isNarrow[at] ? '' : text))
  const rows = descendants(table, 'a:tr').map((row) => ({ text: textOf(row).join('\t'), marks: raisedMarks(row) }))
  return rows.map((row): FoundText => ({ ...at, medium: 'table', ...row, head: rows[0]?.text }))
}

/** The SVG that a picture is kept as too; undefined for one of pixels only. */
function getVectors(opened: OpenedPackage, shape: XmlElement, part: string): string | undefined {
  const [vector] = descendants(shape, 'asvg:svgBlip')
  const bytes = vector && opened.bytes(opened.target(part, vector.attributes['r:embed']) ?? '')
  return bytes && Buffer.from(bytes).toString('utf8')
}

/** A picture; of a drawing its SVG, unless it is cropped, mirrored or clear, or its PNG has other proportions. */
function toPicture(item: string, shape: XmlElement, bytes: Uint8Array, svg?: string): Drawn['pictures'][number] {
  if (svg === undefined) return { item, bytes }
  const isChanged = / (?:[ltrb]="[1-9]\d{4,}"|flip[HV]="1")|<a:alphaModFix amt="1?\d{1,4}"/.test(toXml(shape))
  const [, across, down] = /^<svg[^>]*? viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []
  const png = Buffer.from(bytes)
  const ratio = png.length > 24 ? png.readUInt32BE(16) / png.readUInt32BE(20) : 0
  const isOther = Math.abs((ratio * Number(down)) / Number(across) - 1) > 0.02
  return { item, bytes, svg: isChanged || isOther ? '' : svg }
}

function pictureBytes(opened: OpenedPackage, holder: XmlElement, part: string): Uint8Array {
  const [blip] = descendants(holder, 'a:blip')
  return opened.bytes(opened.target(part, blip?.attributes['r:embed']) ?? '') ?? new Uint8Array()
}

/** What people have remarked, in comments of the older kind and the newer. */
function getComments(opened: OpenedPackage, slide: string, page: number): FoundText[] {
  return opened.related(slide, 'comments').flatMap((part) => {
    const root = opened.xml(part)
    const older = descendants(root, 'p:cm').flatMap((comment) => descendants(comment, 'p:text'))
    const texts = [...older.map(getText), ...(root ? paragraphTexts(root) : [])]
    return texts
      .filter((text) => text.trim() !== '')
      .map((text) => ({ page, item: 'Comment', medium: 'text' as const, text }))
  })
}

function getNotes(opened: OpenedPackage, slide: string, page: number): FoundText[] {
  return opened.related(slide, 'notesSlide').flatMap((part) => {
    const bodies = drawnShapes(opened.xml(part)).filter((shape) => {
      const type = descendants(shape, 'p:ph')[0]?.attributes.type
      return type === undefined || type === 'body'
    })
    const text = bodies.flatMap(paragraphTexts).join('\n')
    return text.trim() === '' ? [] : [{ page, item: 'Notes', medium: 'notes' as const, text }]
  })
}

/** What the texts of a file's properties are called, by their elements. */
export const propertyNames: Readonly<Record<string, string>> = {
  'dc:title': 'Title of the document',
  'dc:subject': 'Subject of the document',
  'dc:description': 'Comments of the document',
  'cp:keywords': 'Keywords of the document',
  'cp:category': 'Category of the document',
  'vt:lpstr': 'List of slides in the properties',
}

function properties(opened: OpenedPackage): FoundText[] {
  const [core] = opened.related('/', 'core-properties')
  return childElements(opened.xml(core)).flatMap((property) => {
    const item = propertyNames[property.name]
    const text = property.children.filter((child) => typeof child === 'string').join('')
    return item && text.trim() !== '' ? [{ page: undefined, item, medium: 'properties' as const, text }] : []
  })
}
