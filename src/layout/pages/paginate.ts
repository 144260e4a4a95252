import { errorAt } from '../../diagnostic.ts'
import type { Piece } from '../pieces/pieces.ts'
import { type PlacedPiece, stackPage } from '../pieces/stack-page.ts'
import type { Flow } from './fill-page.ts'
import { type PageEnd, pageEnds, type Spot } from './page-ends.ts'

/** Pieces on one page, where they stand. */
export interface PageFill {
  placed: PlacedPiece[]
  /** Footnotes at the page's foot, in the order of their references. */
  notes: Piece[]
  /** The section that the page opens in, for its running head. */
  section?: string | undefined
}

/** A way to have come to a spot: the pages before it, the last first, and what they cost. */
interface Way {
  spot: Spot
  cost: number
  end: PageEnd | undefined
  before: Way | undefined
}

/**
 * Pieces over pages, by the breaks that cost least over the whole document (Knuth and Plass's principle, for pages):
 * white at a foot,
 * a figure far from its text, a paragraph or table that is cut, a last page of a few lines. A heading keeps with what
 * follows;
 * figures give or take a little height; a figure may go to the head of the next page while text fills this one, but not
 * past the
 * next section. Time is linear in the pieces.
 */
export function paginate(pieces: readonly Piece[], flow: Flow): PageFill[] {
  if (pieces.length === 0) return []
  const best = findBest(pieces, flow)
  const ends: PageEnd[] = []
  for (let way: Way | undefined = best; way?.end; way = way.before) ends.unshift(way.end)
  const tooHigh = new Map(ends.flatMap(({ tooHigh }) => (tooHigh ? [[tooHigh.piece.source, tooHigh] as const] : [])))
  for (const { piece, by } of tooHigh.values()) {
    flow.report(
      errorAt(piece.source, `this is ${Math.ceil(by)} points too high for a page`, { hint: 'shorten it, or part it' }),
    )
  }
  let section: string | undefined
  return ends.map(({ placed: toPlaced, notes, depth, isFree }) => {
    const placed = toPlaced()
    const own = placed.map((piece) => piece.section).filter((words) => words !== undefined)
    const opening = placed[0]?.section ?? section ?? own[0]
    section = own.at(-1) ?? section
    return { placed: stackPage(placed, { depth, unit: flow.unit, isFree }), notes, section: opening }
  })
}

/** The cheapest way to the end: spots are visited in the order of what they have behind them, each once. */
function findBest(pieces: readonly Piece[], flow: Flow): Way | undefined {
  const start: Spot = { index: 0, rest: undefined, waiting: [] }
  const open = new Map<number, Map<string, Way>>([
    [0, new Map([['', { spot: start, cost: 0, end: undefined, before: undefined }]])],
  ])
  let best: Way | undefined
  for (let index = 0; index <= pieces.length; index++) {
    const ways = open.get(index)
    while (ways && ways.size > 0) {
      const [key, way] = furthestBack(ways)
      ways.delete(key)
      for (const end of pageEnds(pieces, way.spot, flow, way.before === undefined)) {
        const next: Way = { spot: end.next, cost: way.cost + end.cost, end, before: way }
        if (end.next.index >= pieces.length && !end.next.rest && end.next.waiting.length === 0) {
          if (!best || next.cost < best.cost) best = next
          continue
        }
        const there = open.get(end.next.index) ?? new Map<string, Way>()
        open.set(end.next.index, there)
        const name = `${end.next.rest?.height.toFixed(1) ?? ''}|${end.next.waiting.length}`
        const known = there.get(name)
        if (!known || next.cost < known.cost) there.set(name, next)
      }
    }
    open.delete(index)
  }
  return best
}

/** Of the ways to one piece, the one with most of it still to come: none leads back to it. */
function furthestBack(ways: ReadonlyMap<string, Way>): [string, Way] {
  const left = ({ spot }: Way): number =>
    (spot.rest?.height ?? Number.MAX_SAFE_INTEGER / 2) + spot.waiting.reduce((sum, piece) => sum + piece.height, 0)
  return [...ways].reduce((back, entry) => (left(entry[1]) > left(back[1]) ? entry : back))
}
