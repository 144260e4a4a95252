import type { Composed } from '../build/types.ts'
import type { Fonts } from '../fonts/fonts.ts'
import { scaleItems } from '../layout/scale-items.ts'
import { breakText, placeText } from '../layout/text/set-text.ts'
import { pageStyles } from '../layout/text/styles.ts'
import type { Box, ChartItem, Item, Page } from '../layout/types.ts'
import type { Theme } from '../theme/theme.ts'
import { type Pair, pairDocuments } from './compare-documents.ts'
import { pictureItem } from './picture-item.ts'

/** Pages that show a document's changed slides or pages before and after, and of each chart on them the one whose drawing it shares. */
export interface SideBySide {
  pages: Page[]
  originals: ReadonlyMap<ChartItem, ChartItem>
}

/** White space around and between the two pictures, and the room of the line above them, points. */
const gap = 18
const head = 26

/** A slide or page of either version; undefined where the other has no such. */
type Couple = [before: Page | undefined, after: Page | undefined]

/** Each changed slide or page beside what it was, the passages that read otherwise framed, in another colour those with a sentence that is no longer true; `names` stand above the two. */
export function layoutSideBySide(
  before: Composed,
  after: Composed,
  untrue: readonly string[],
  names: readonly [string, string],
  theme: Theme,
  fonts: Fonts,
): SideBySide {
  const pairs = pairDocuments(before, after)
  // What a reference in a sentence says is an ellipsis there.
  const isUntrue = (text: string) => untrue.some((sentence) => sentence.split('…').every((part) => text.includes(part)))
  const changed = pairs.filter(([then, now]) => then?.text !== now?.text || (now && isUntrue(now.text)))
  const originals = new Map<ChartItem, ChartItem>()
  const pages = getCouples(pairs, changed, before.pages, after.pages).map((couple, index): Page => {
    const size = couple[1] ?? couple[0] ?? { width: 0, height: 0 }
    const items = couple.flatMap((page, side) => {
      const x = gap + side * (size.width + gap)
      const noun = after.kind === 'deck' ? 'slide' : 'page'
      const title = `${names[side] ?? ''}: ${page ? `${noun} ${page.number}` : 'not there'}`
      const label = labelItem(title, x, size.width, theme, fonts)
      if (!page) return [label]
      const by = { scale: 1, x, y: gap + head }
      const copied = (copy: ChartItem, original: ChartItem) => originals.set(copy, original)
      const own = page.items.map((item) => pictureItem(item, `${side === 0 ? 'before' : 'after'}-${index}-`))
      // A copy of a copy has the drawing of the first.
      const sources = new Map(own.map((item, at) => [item, page.items[at]]))
      const picture = scaleItems(own, by, (copy, item) => {
        const original = sources.get(item)
        copied(copy, original?.type === 'chart' ? original : item)
      })
      const frames = getFrames(changed, side, page, by, isUntrue)
      return [
        label,
        ...(page.background ? [sheet(side, by, page)] : []),
        frame(`Page ${side + 1}`, { x, y: by.y, width: page.width, height: page.height }, 'rule', 0.5),
        ...picture,
        ...frames,
      ]
    })
    return {
      number: index + 1,
      width: size.width * 2 + gap * 3,
      height: size.height + gap * 2 + head,
      layout: 'page',
      title: `${index + 1}`,
      items,
      notes: [],
      place: { file: 'data/report.yaml', line: 1, column: 1 },
    }
  })
  return { pages, originals }
}

/** The pages with a change that can be seen, each with the page of the other version that most of its passages stand on. */
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

/** The page of the other version with most passages of a page; 0 where there is none. `side` is the page's own: 0 before, 1 after. */
function partner(pairs: readonly Pair[], side: 0 | 1, number: number): number {
  const counts = new Map<number, number>()
  for (const pair of pairs) {
    const [own, other] = [pair[side], pair[side === 0 ? 1 : 0]]
    if (own?.page === number && other && other.kind !== 'footer')
      counts.set(other.page, (counts.get(other.page) ?? 0) + 1)
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0
}

function getFrames(
  changed: readonly Pair[],
  side: number,
  { number, background }: Page,
  by: { x: number; y: number },
  isUntrue: (text: string) => boolean,
): Item[] {
  const passages = changed.flatMap((pair) => pair[side === 0 ? 0 : 1] ?? [])
  const seen = passages.filter(({ page, kind }) => page === number && kind !== 'footer')
  const boxes = new Map(seen.flatMap(({ box, text }) => (box ? [[JSON.stringify(box), { box, text }] as const] : [])))
  return [...boxes.values()].map(({ box: { x, y, width, height }, text }, index) =>
    frame(
      `Change ${side + 1}.${index + 1}`,
      { x: x + by.x - 3, y: y + by.y - 1, width: width + 6, height: height + 2 },
      side === 1 && isUntrue(text) ? 'bad' : background ? 'onAccent' : 'accent',
      1.25,
    ),
  )
}

/** A slide's background, which is the page's own and no item. */
function sheet(side: number, { x, y }: { x: number; y: number }, { width, height, background }: Page): Item {
  const box = { x, y, width, height }
  return { type: 'rect', name: `Background ${side + 1}`, role: 'artifact', box, fill: background }
}

function frame(name: string, box: Box, color: 'rule' | 'accent' | 'onAccent' | 'bad', width: number): Item {
  return { type: 'rect', name, role: 'artifact', box, stroke: { color, width } }
}

function labelItem(text: string, x: number, width: number, theme: Theme, fonts: Fonts): Item {
  // As large beside a slide as beside a page, which is narrower.
  const size = Math.max(9, width / 70)
  const set = breakText([{ text }], { ...pageStyles(theme).running, size, leading: size * 1.25 }, width, fonts)
  return {
    type: 'text',
    name: `Version: ${text}`,
    role: 'artifact',
    box: { x, y: gap, width, height: head },
    verticalAlign: 'top',
    paragraphs: [placeText(set, x, gap, fonts, { tags: [] })],
  }
}
