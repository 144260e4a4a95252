import { collectDiagnostics } from '../../build/collect-diagnostics.ts'
import { toPicture } from '../../chart/draw/pictures/pictures.ts'
import type { Outcome } from '../../diagnostic.ts'
import { bareDocument } from '../../document/bare-document.ts'
import type { Output } from '../../files/write-outputs.ts'
import { openFonts } from '../../fonts/fonts.ts'
import { type Pixels, writePng } from '../../graphics/png.ts'
import { toDrawings } from '../../layout/drawings.ts'
import { type Half, sideBySide } from '../../layout/side-by-side.ts'
import type { Box, Item } from '../../layout/types.ts'
import type { OpenedPackage } from '../../opc/open-package.ts'
import { emu, toPoints } from '../../opc/shape-box.ts'
import { elementXml, visit, type XmlElement } from '../../opc/xml.ts'
import { drawPdfPages } from '../../render/draw-pages.ts'
import { renderPdf } from '../../render/pdf.ts'
import { readTheme } from '../../theme/read-theme.ts'
import { type PlacedShape, placedShapes, slideSize } from '../../trust/verify/read/placed-shapes.ts'
import { getSlideParts } from '../../trust/verify/read/read-deck.ts'
import type { RefreshEntry } from '../refresh/types.ts'
import { openEditor } from '../write/edit-package.ts'

/** A slide that a refresh has changed, or on which something is to be settled; places in points. */
interface ChangedSlide {
  /** Its numbers in both decks; undefined before where it was put in. */
  before: number | undefined
  after: number
  places: readonly [before: ChangedPlace[], after: ChangedPlace[]]
}
/** Where a shape stands that has changed, and whether something is to be settled there. */
interface ChangedPlace {
  box: Box
  isToSettle: boolean
}

/** Pixels across a slide. */
const across = 1280

/** A refreshed deck, the one that it was, and both as PDFs, a slide a page. */
export interface DrawnRefresh {
  before: Uint8Array
  after: Uint8Array
  entries: readonly RefreshEntry[]
  toPdf(decks: readonly Uint8Array[]): Promise<Outcome<Uint8Array[]>>
  /** Absolute path of the report folder, whose theme the frames have. */
  folder: string
  /** BCP 47 tag. */
  language: string
  title: string
  date: Date
}

/**
 * The slides changed by a refresh as `deck.pdf`, before and after, changes framed, open questions in another colour.
 * No file where nothing that can be seen has changed.
 */
export async function drawRefreshed(refresh: DrawnRefresh): Promise<Outcome<Output[]>> {
  const { before, after, entries, folder, language, title, date } = refresh
  const { note, outcome } = collectDiagnostics()
  const [was, is] = [openEditor(before), openEditor(after)]
  const changed = findChangedSlides(was, is, entries)
  if (changed.length === 0) return outcome([])
  const theme = note(readTheme(folder))
  const [old, current] = note(await refresh.toPdf([before, after])) ?? []
  if (!theme || !old || !current) return outcome()
  const numbers = (side: 0 | 1) => changed.map((slide) => getNumber(slide, side))
  const drawn = [await drawSlides(old, numbers(0)), await drawSlides(current, numbers(1))] as const
  const { width, height } = slideSize(is)
  const size = { width: width / emu, height: height / emu }
  const fonts = openFonts(theme, folder)
  const pages = changed.map((slide, index) => {
    const half = (side: 0 | 1) => toHalf(slide, side, drawn[side].get(getNumber(slide, side) ?? 0), size)
    return sideBySide([half(0), half(1)], index + 1, theme, fonts)
  })
  const document = bareDocument({ kind: 'deck', language, title, blocks: [] }, date)
  const bytes = await renderPdf(pages, document, toDrawings(new Map()), theme, fonts, { date })
  return outcome([{ name: 'deck.pdf', bytes }])
}

function getNumber({ before, after }: ChangedSlide, side: 0 | 1): number | undefined {
  return side === 0 ? before : after
}

/** The pictures of some slides, by number. */
async function drawSlides(
  pdf: Uint8Array,
  numbers: readonly (number | undefined)[],
): Promise<ReadonlyMap<number, Pixels>> {
  const wanted = [...new Set(numbers.flatMap((number) => number ?? []))].sort((a, b) => a - b)
  const [drawn = []] = await drawPdfPages(pdf, [across], new Set(wanted))
  return new Map(drawn.map((pixels, index) => [wanted[index] ?? 0, pixels]))
}

function toHalf(
  slide: ChangedSlide,
  side: 0 | 1,
  pixels: Pixels | undefined,
  size: { width: number; height: number },
): Half {
  const [number, name] = [getNumber(slide, side), side === 0 ? 'before' : 'after']
  return {
    title: `${name}: ${number === undefined ? 'not there' : `slide ${number}`}`,
    page: number === undefined ? undefined : { ...size, background: undefined },
    items: (at) => (pixels ? pictureItems(`Slide ${number} ${name}`, pixels, { ...at, ...size }) : []),
    marked: slide.places[side].map(({ box, isToSettle }) => ({
      box,
      color: isToSettle ? 'bad' : pixels && isDark(pixels, box, size) ? 'onAccent' : 'accent',
    })),
  }
}

function pictureItems(alt: string, pixels: Pixels, box: Item['box']): Item[] {
  const picture = toPicture(writePng(pixels))
  const tags = [{ type: 'Figure' as const, id: alt }]
  return picture ? [{ type: 'picture', name: alt, role: 'artifact', box, whole: box, picture, alt, tags }] : []
}

/** Whether what is around a box is dark, by the colour left of its middle. */
function isDark({ width, data }: Pixels, box: Item['box'], size: { width: number; height: number }): boolean {
  const scale = width / size.width
  const [x, y] = [Math.max(0, box.x - 3) * scale, Math.max(0, box.y + box.height / 2) * scale]
  const at = 4 * (Math.round(y) * width + Math.round(x))
  const [red = 255, green = 255, blue = 255] = data.subarray(at, at + 3)
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128
}

/** The slides that look different after a refresh, with the shapes that do, including those to settle. */
export function findChangedSlides(
  before: OpenedPackage,
  after: OpenedPackage,
  entries: readonly RefreshEntry[],
): ChangedSlide[] {
  const former = getSlideParts(before).map(({ part }) => part)
  return getSlideParts(after).flatMap(({ part }, index): ChangedSlide[] => {
    const number = former.indexOf(part) + 1
    if (number === 0) return [{ before: undefined, after: index + 1, places: [[], []] }]
    const settled = new Set(
      entries.flatMap(({ kind, slide, item }) => (kind === 'settle' && slide === number ? [item] : [])),
    )
    const [was, is] = [placedShapes(before, part), placedShapes(after, part)]
    const print = (opened: OpenedPackage, shape: PlacedShape | undefined) => shape && looks(opened, part, shape.element)
    const isChanged = is.map((shape, at) => print(before, was[at]) !== print(after, shape))
    const mark = (shapes: readonly PlacedShape[], isToSettle: (shape: PlacedShape) => boolean): ChangedPlace[] =>
      shapes
        .filter((shape, at) => isChanged[at] || isToSettle(shape))
        .map((shape) => ({ box: toPoints(shape.box), isToSettle: isToSettle(shape) }))
    const places: ChangedSlide['places'] = [mark(was, () => false), mark(is, ({ name }) => settled.has(name))]
    return places[1].length === 0 ? [] : [{ before: number, after: index + 1, places }]
  })
}

/** All that makes a shape look as it does, parts that it refers to among it; what is only said of it is not. */
function looks(opened: OpenedPackage, slide: string, shape: XmlElement): string {
  const found = [elementXml(shape).replace(/\s(?:descr|title)="[^"]*"/g, '')]
  const add = (part: string, ids: ReadonlySet<string>) => {
    for (const { id, target, external } of opened.relations(part)) {
      if (external || !ids.has(id)) continue
      found.push(Buffer.from(opened.bytes(target) ?? []).toString('latin1'))
      for (const drawing of opened.related(target, 'chartUserShapes'))
        found.push(Buffer.from(opened.bytes(drawing) ?? []).toString('latin1'))
    }
  }
  const ids = new Set<string>()
  visit(shape, ({ attributes }) => {
    for (const [name, value] of Object.entries(attributes))
      if (/^r:(?:id|embed|dm)$/.test(name) && value) ids.add(value)
  })
  add(slide, ids)
  return found.join('\n')
}
