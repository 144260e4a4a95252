import { sha256 } from '../../files/sha256.ts'
import type { OpenedPackage } from '../../opc/open-package.ts'
import { mainPart } from '../../opc/opened-deck.ts'
import { childElements, childNamed, descendants, getText, visit, type XmlElement } from '../../opc/xml.ts'
import { allShapes, diagramParts, groupNamings, paragraphPieces } from '../../trust/verify/read/drawing-text.ts'
import { limitTexts } from '../../trust/verify/read/limit-texts.ts'
import { getSlideParts } from '../../trust/verify/read/read-deck.ts'
import type {
  ItemPlace,
  LivingCourse,
  LivingDeck,
  LivingPicture,
  LivingTable,
  LivingText,
  PartPlace,
} from './living-types.ts'
import { paragraphsIn } from './paragraphs.ts'
import { readLivingChart } from './read-living-chart.ts'

/**
 * Finds all that a refresh may change in a deck, each with the element that holds it.
 * Throws UnreadableFile for what is no deck or has too many texts; a deck just made has no limit.
 */
export function readLivingDeck(opened: OpenedPackage, isOwn = false): LivingDeck {
  const slides = getSlideParts(opened)
  const read = slides.map(({ part }, index) => readSlide(opened, part, index + 1))
  const texts = [...read.flatMap(({ texts }) => texts), ...mastersTexts(opened), ...fileTexts(opened)]
  if (!isOwn)
    limitTexts(texts.map(({ text, item, slide }) => ({ text, item, at: slide === 0 ? '' : `slide ${slide}` })))
  return {
    slides,
    texts,
    tables: read.flatMap(({ tables }) => tables),
    charts: read.flatMap(({ charts }) => charts),
    pictures: read.flatMap(({ pictures }) => pictures),
    courses: read.flatMap(({ courses }) => courses),
  }
}

type SlideContent = {
  -readonly [K in 'texts' | 'tables' | 'charts' | 'pictures' | 'courses']: LivingDeck[K][number][]
}

function readSlide(opened: OpenedPackage, part: string, slide: number): SlideContent {
  const content: SlideContent = { texts: [], tables: [], charts: [], pictures: [], courses: [] }
  // No former number may stay in a shape for other programs either.
  for (const shape of allShapes(opened.xml(part))) readShape(shape, { slide, part, item: '' }, opened, content)
  for (const naming of groupNamings(opened.xml(part)))
    content.texts.push(...alternativeTexts(naming, { slide, part, item: naming.attributes.name ?? '' }))
  for (const notes of opened.related(part, 'notesSlide')) {
    for (const shape of allShapes(opened.xml(notes)))
      content.texts.push(...paragraphsIn(shape, { slide, part: notes, item: 'Notes' }, 'notes'))
  }
  return content
}

function readShape(shape: XmlElement, where: PartPlace, opened: OpenedPackage, into: SlideContent): void {
  const [naming] = descendants(shape, 'p:cNvPr')
  const at = { ...where, item: naming?.attributes.name || shape.name }
  if (naming) into.texts.push(...alternativeTexts(naming, at))
  const [table] = descendants(shape, 'a:tbl')
  if (table) {
    into.tables.push(readTable(table, at))
    return
  }
  const [reference] = descendants(shape, 'c:chart')
  const chart = reference && opened.target(where.part, reference.attributes['r:id'])
  if (chart !== undefined) {
    const { texts, ...drawn } = readLivingChart(opened, { ...at, part: chart })
    into.charts.push(drawn)
    into.texts.push(...texts)
    return
  }
  if (shape.name === 'p:pic') into.pictures.push(readPicture(shape, naming, at, opened))
  into.courses.push(...coursesIn(shape, at))
  into.texts.push(...paragraphsIn(shape, at, 'text'))
  for (const data of diagramParts(shape, where.part, opened)) into.texts.push(...diagramTexts(opened, data, at))
}

function alternativeTexts(naming: XmlElement, at: PartPlace): LivingText[] {
  return ['descr', 'title'].flatMap((name) => {
    const text = naming.attributes[name] ?? ''
    return text === ''
      ? []
      : [{ ...at, kind: 'alt' as const, text, carrier: { type: 'attribute', element: naming, name } }]
  })
}

function readTable(table: XmlElement, at: PartPlace): LivingTable {
  const rows = childElements(table)
    .filter(({ name }) => name === 'a:tr')
    .map((element) => ({
      element,
      cells: childElements(element)
        .filter(({ name }) => name === 'a:tc')
        .map((cell) => readCell(cell, at)),
    }))
  return { ...at, rows }
}

function readCell(cell: XmlElement, at: PartPlace): LivingText {
  const pieces = descendants(cell, 'a:p').flatMap((paragraph, index) => {
    const own = paragraphPieces(paragraph)
    return index === 0 || own.length === 0 ? own : [{ text: '\n', element: undefined }, ...own]
  })
  return { ...at, kind: 'text', text: pieces.map(({ text }) => text).join(''), carrier: { type: 'runs', pieces } }
}

/** The words of a SmartArt drawing stand in a part of their own, and once more as PowerPoint drew them. */
function diagramTexts(opened: OpenedPackage, data: string, at: PartPlace): LivingText[] {
  const drawn = data.replace(/data(\d*)\.xml$/, 'drawing$1.xml')
  return [...new Set([data, drawn])].flatMap((part) => {
    const root = opened.names.includes(part) ? opened.xml(part) : undefined
    return root ? paragraphsIn(root, { ...at, part }, 'text') : []
  })
}

function readPicture(
  picture: XmlElement,
  naming: XmlElement | undefined,
  { slide, item, part: from }: PartPlace,
  opened: OpenedPackage,
): LivingPicture {
  const references = [...descendants(picture, 'a:blip'), ...descendants(picture, 'asvg:svgBlip')]
  const files = references.flatMap(({ attributes }) => {
    const part = opened.target(from, attributes['r:embed'])
    const bytes = opened.bytes(part)
    return part !== undefined && bytes ? [{ part, hash: sha256(bytes).slice(0, 16) }] : []
  })
  return { slide, item, alt: naming?.attributes.descr ?? '', files }
}

function coursesIn(shape: XmlElement, { slide, item }: ItemPlace): LivingCourse[] {
  return descendants(shape, 'a:pathLst').map((element) => {
    const numbers: string[] = []
    visit(element, ({ name, attributes }) => {
      if (name === 'a:pt') numbers.push(`${attributes.x},${attributes.y}`)
    })
    return { slide, item, element, course: numbers.join(' ') }
  })
}

/** Texts of masters, layouts and the notes page, such as footers; without dates and numbers that programs fill in. */
function mastersTexts(opened: OpenedPackage): LivingText[] {
  const parts = opened.names.filter((name) =>
    /^\/ppt\/(slideMasters|slideLayouts|notesMasters)\/[^/]+\.xml$/.test(name),
  )
  return parts.flatMap((part) =>
    allShapes(opened.xml(part))
      .filter((shape) => descendants(shape, 'a:fld').length === 0)
      .flatMap((shape) => paragraphsIn(shape, { slide: 0, part, item: part }, 'file')),
  )
}

const kept = new Set(['dc:title', 'dc:subject', 'dc:description', 'cp:keywords', 'cp:category'])

/** The file's own texts: its properties, the slide titles listed there, and the names of its sections. */
function fileTexts(opened: OpenedPackage): LivingText[] {
  const [core] = opened.related('/', 'core-properties')
  const [extended] = opened.related('/', 'extended-properties')
  const properties = childElements(opened.xml(core)).filter(({ name }) => kept.has(name))
  const titles = childNamed(opened.xml(extended), 'TitlesOfParts')
  const main = mainPart(opened)
  return [
    ...properties.map((element) => contentText(element, core ?? '', element.name)),
    ...descendants(titles, 'vt:lpstr').map((element) => contentText(element, extended ?? '', 'vt:lpstr')),
    ...descendants(main?.xml, 'p14:section').map((element): LivingText => {
      const { name: text = '' } = element.attributes
      const carrier = { type: 'attribute', element, name: 'name' } as const
      return { slide: 0, item: 'section', kind: 'file', part: main?.name ?? '', text, carrier }
    }),
  ].filter(({ text }) => text.trim() !== '')
}

function contentText(element: XmlElement, part: string, item: string): LivingText {
  return { slide: 0, item, kind: 'file', part, text: getText(element), carrier: { type: 'content', element } }
}
