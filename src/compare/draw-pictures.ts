import { collectDiagnostics } from '../build/collect-diagnostics.ts'
import { drawDocuments } from '../build/documents/draw-documents.ts'
import type { Composed } from '../build/types.ts'
import type { Outcome } from '../diagnostic.ts'
import type { Version } from '../files/open-version.ts'
import type { Output } from '../files/write-outputs.ts'
import type { Fonts } from '../fonts/fonts.ts'
import { toDrawings } from '../layout/drawings.ts'
import { scaleItem } from '../layout/scale-item.ts'
import { type Half, type MarkedBox, sideBySide } from '../layout/side-by-side.ts'
import type { Item, Page, Run, SetParagraph, Tag } from '../layout/types.ts'
import { renderPdf } from '../render/pdf.ts'
import type { Theme } from '../theme/theme.ts'
import { compareClaims } from './compare-claims.ts'
import { type Pair, pairDocuments } from './compare-documents.ts'
import type { ComposedVersion } from './compose-version.ts'

/** The changed slides and pages of both versions as PDFs, `deck.pdf` and `briefing.pdf`; none without changes. */
export async function drawPictures(
  before: ComposedVersion & Version,
  after: ComposedVersion & Version,
): Promise<Outcome<Output[]>> {
  const { note, outcome } = collectDiagnostics()
  const outputs: Output[] = []
  for (const now of after.documents) {
    const then = before.documents.find(({ kind }) => kind === now.kind)
    const output = then && note(await drawDocument(then, now, before, after))
    if (output) outputs.push(output)
  }
  return outcome(outputs)
}

async function drawDocument(
  then: Composed,
  now: Composed,
  before: ComposedVersion & Version,
  after: ComposedVersion & Version,
): Promise<Outcome<Output>> {
  const { note, outcome } = collectDiagnostics()
  const [old, current] = [before.report, after.report]
  if (!old || !current) return outcome()
  const { theme, fonts, dataset } = current
  const untrue = compareClaims([then], [now]).flatMap(({ after }) => (after.verdict === 'holds' ? [] : after.sentence))
  const pages = layoutSideBySide(then, now, untrue, [before.name, after.name], theme, fonts)
  if (pages.length === 0) return outcome()
  const drawn = [
    ...(note(await drawDocuments(old, [then])) ?? []),
    ...(note(await drawDocuments(current, [now])) ?? []),
  ]
  const drawings = toDrawings(new Map(drawn.flatMap((one) => [...one.drawings])))
  const date = new Date(`${dataset.report.released}T00:00:00Z`)
  const bytes = await renderPdf(pages, now.document, drawings, theme, fonts, { date })
  return outcome({ name: `${now.kind}.pdf`, bytes })
}

/** A slide or page of either version; undefined where the other has no such. */
type Couple = [before: Page | undefined, after: Page | undefined]

/**
 * Each changed slide or page beside its former self, changed passages framed, untrue sentences in another colour.
 * `names` stand above the two.
 */
export function layoutSideBySide(
  before: Composed,
  after: Composed,
  untrue: readonly string[],
  names: readonly [string, string],
  theme: Theme,
  fonts: Fonts,
): Page[] {
  const pairs = pairDocuments(before, after)
  // What a reference in a sentence says is an ellipsis there.
  const isUntrue = (text: string) => untrue.some((sentence) => sentence.split('…').every((part) => text.includes(part)))
  const changed = pairs.filter(([then, now]) => then?.text !== now?.text || (now && isUntrue(now.text)))
  return getCouples(pairs, changed, before.pages, after.pages).map((couple, index): Page => {
    const half = (page: Page | undefined, side: 0 | 1): Half => ({
      title: `${names[side]}: ${page ? `${after.kind === 'deck' ? 'slide' : 'page'} ${page.number}` : 'not there'}`,
      page,
      items: (at) => (page ? pictured(page, `${side === 0 ? 'before' : 'after'}-${index}-`, at) : []),
      marked: page ? getMarked(changed, side, page, isUntrue) : [],
    })
    return sideBySide([half(couple[0], 0), half(couple[1], 1)], index + 1, theme, fonts)
  })
}

/** The items of a page as part of a picture, moved there. */
function pictured({ items }: Page, prefix: string, at: { x: number; y: number }): Item[] {
  return items.map((item) => pictureItem(scaleItem(item, { scale: 1, ...at }), prefix))
}

/** Pages with a visible change, each with the page of the other version that holds most of its passages. */
function getCouples(
  pairs: readonly Pair[],
  changed: readonly Pair[],
  before: readonly Page[],
  after: readonly Page[],
): Couple[] {
  const seen = changed.filter(([then, now]) => then?.box ?? now?.box)
  const now = [...new Set(seen.flatMap(([, passage]) => (passage && passage.page > 0 ? [passage.page] : [])))]
  const couples = now.map((number): Couple => [before[partner(pairs, 1, number) - 1], after[number - 1]])
  const shown = new Set(couples.map(([page]) => page?.number))
  const gone = seen.flatMap(([then]) => (then && then.page > 0 && !shown.has(then.page) ? [then.page] : []))
  const rest = [...new Set(gone)].map((number): Couple => [before[number - 1], after[partner(pairs, 0, number) - 1]])
  return [...couples, ...rest].sort((a, b) => getOrder(a) - getOrder(b))
}

function getOrder([before, after]: Couple): number {
  return (after ?? before)?.number ?? 0
}

/** The other version's page with most of this page's passages, or 0. `side` is the page's own: 0 before, 1 after. */
function partner(pairs: readonly Pair[], side: 0 | 1, number: number): number {
  const counts = new Map<number, number>()
  for (const pair of pairs) {
    const [own, other] = [pair[side], pair[side === 0 ? 1 : 0]]
    if (own?.page === number && other && other.kind !== 'footer')
      counts.set(other.page, (counts.get(other.page) ?? 0) + 1)
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0
}

function getMarked(
  changed: readonly Pair[],
  side: 0 | 1,
  { number, background }: Page,
  isUntrue: (text: string) => boolean,
): MarkedBox[] {
  const passages = changed.flatMap((pair) => pair[side] ?? [])
  const seen = passages.filter(({ page, kind }) => page === number && kind !== 'footer')
  const boxes = new Map(seen.flatMap(({ box, text }) => (box ? [[JSON.stringify(box), { box, text }] as const] : [])))
  return [...boxes.values()].map(({ box, text }) => ({
    box,
    color: side === 1 && isUntrue(text) ? 'bad' : background ? 'onAccent' : 'accent',
  }))
}

/** An item in a picture of its page: without links and anchors, and with a prefix to its name and its tags' ids. */
function pictureItem(original: Item, prefix: string): Item {
  const item = { ...original, name: `${prefix}${original.name}` }
  const tag = (one: Tag): Tag => ({ ...one, id: `${prefix}${one.id}` })
  switch (item.type) {
    case 'text':
      return { ...item, paragraphs: item.paragraphs.map((paragraph) => pictureParagraph(paragraph, tag)) }
    case 'table':
      return {
        ...item,
        tags: item.tags.map(tag),
        rows: item.rows.map((row) => ({
          ...row,
          cells: row.cells.map((cell) => ({ ...cell, paragraph: pictureParagraph(cell.paragraph, tag) })),
        })),
      }
    case 'chart':
    case 'polyline':
    case 'picture':
      return { ...item, tags: item.tags.map(tag) }
    case 'rect':
      return item
  }
}

function pictureParagraph(paragraph: SetParagraph, tag: (one: Tag) => Tag): SetParagraph {
  const { anchor: _, outline: __, ...own } = paragraph
  return {
    ...own,
    tags: paragraph.tags.map(tag),
    runs: paragraph.runs.map(withoutLink),
    lines: paragraph.lines.map((line) => ({ ...line, runs: line.runs.map(withoutLink) })),
  }
}

function withoutLink<R extends Run>(run: R): R {
  return { ...run, href: undefined }
}
