import { type MarkedStatus, orderStatuses } from '../../dataset/figure/status-marks.ts'
import { hasErrors, type Outcome } from '../../diagnostic.ts'
import type { Block, Document, Footnote } from '../../document/types.ts'
import type { Piece } from '../pieces/pieces.ts'
import { uniqueNames } from '../slides/unique-names.ts'
import type { Look, Setting } from '../text/setting.ts'
import type { Item, Page, SetParagraph, Tag, TextItem } from '../types.ts'
import { wordsItem } from '../words-item.ts'
import { toPageFlow } from './page-flow.ts'
import { framedPage, frameItems, noteItems, type PageFrame } from './page-frame.ts'
import { type Grid, toPageGrid } from './page-grid.ts'
import { findPlaces, isSamePlaces, noPlaces, type PagePlaces } from './page-places.ts'
import { createPageSetting } from './page-setting.ts'
import { type PageFill, paginate } from './paginate.ts'
import { getColumn, toPieces } from './pieces/block-pieces.ts'

/** Saying where things stand can move them; after so many times their places hold but for the rarest document. */
const mostPasses = 4

/** The briefing's pages, everything placed. An error names what fits nowhere, at its line of the template. */
export function layoutPages(document: Document, look: Look): Outcome<Page[]> {
  const { theme } = look
  const { setting, diagnosticsSoFar } = createPageSetting(document, look, 'p')
  const grid = toPageGrid(theme)
  const flow = toPageFlow(document, grid, setting)
  const footnotes = toFootnotes(document.blocks, grid, setting)
  const lay = (places: PagePlaces): Page[] => {
    const fills = paginate(flow.pieces(places), {
      height: grid.height,
      unit: theme.page.baseline / 2,
      footnote: (label) => footnotes.get(label) ?? [],
      report: setting.report,
    })
    return fills.map((fill, index) => toPage(fill, index + 1, fills.length, { document, grid, setting }))
  }
  let pages = lay(noPlaces)
  let places = noPlaces
  for (let pass = 1; flow.isLate && pass < mostPasses; pass++) {
    const found = findPlaces(pages)
    if (isSamePlaces(found, places)) break
    places = found
    pages = lay(places)
  }
  const diagnostics = diagnosticsSoFar()
  return { value: hasErrors(diagnostics) ? undefined : pages, diagnostics }
}

function toFootnotes(blocks: readonly Block[], grid: Grid, setting: Setting): Map<string, Piece[]> {
  const column = getColumn(grid.textWidth, setting)
  const notes = blocks.filter((block): block is Footnote => block.type === 'footnote')
  return new Map(notes.map((note) => [note.label, toPieces([note], column)]))
}

function toPage(fill: PageFill, number: number, total: number, frame: PageFrame): Page {
  const body = [...frameItems(fill, number, frame.grid), ...noteItems(fill, number, frame)]
  const { section, placed } = fill
  const about = { title: section, section, place: placed[0]?.piece.source }
  const page = framedPage([...body, ...legendItems(body, number, frame)], number, total, about, frame)
  return { ...page, items: uniqueNames(anchorPage(page.items, number)) }
}

/** The items, the first text of which is the target of links to the page. */
function anchorPage(items: readonly Item[], number: number): Item[] {
  const index = items.findIndex((item) => item.type === 'text' && item.paragraphs[0]?.anchor === undefined)
  return items.map((item, at) => {
    if (at !== index || item.type !== 'text') return item
    const paragraphs = item.paragraphs.map((paragraph, order) =>
      order === 0 ? { ...paragraph, anchor: `page-${number}` } : paragraph,
    )
    return { ...item, paragraphs }
  })
}

/** What the marks on a page mean, in its margin above the foot: `[p] provisional`; nothing where it shows none. */
function legendItems(items: readonly Item[], number: number, { document, grid, setting }: PageFrame): TextItem[] {
  const words = orderStatuses(items.flatMap(statusesOn)).flatMap((status) => document.legend?.[status] ?? [])
  if (words.length === 0) return []
  const { styles, fonts, theme, locale } = setting
  const height = styles.running.leading
  const box = {
    x: grid.left(number, 'text'),
    y: grid.paper.height - theme.page.margin.bottom * 0.6 - 7 - height,
    width: grid.textWidth,
    height,
  }
  const about = { name: 'Legend of marks', role: 'footer', box } as const
  const tag: Tag = { type: 'Note', id: setting.nextId() }
  return [wordsItem(words.join(locale.word('comma')), about, styles.running, fonts, [tag])]
}

function statusesOn(item: Item): readonly MarkedStatus[] {
  switch (item.type) {
    case 'text':
      return item.paragraphs.flatMap(statusesIn)
    case 'table':
      return item.rows.flatMap(({ cells }) => cells.flatMap(({ paragraph }) => statusesIn(paragraph)))
    case 'chart':
      return [...(item.chart.marked?.values() ?? [])].flat()
    case 'rect':
    case 'polyline':
    case 'picture':
      return []
  }
}

/** Of the lines on this page, not of the whole paragraph. */
function statusesIn({ lines }: SetParagraph): readonly MarkedStatus[] {
  return lines.flatMap(({ runs }) => runs.flatMap(({ statuses }) => statuses ?? []))
}
