import type { Piece } from '../pieces/pieces.ts'
import {
  addTo,
  emptyFill,
  type Fill,
  type Flow,
  fits,
  getDepth,
  getEnd,
  getFullness,
  getPieces,
  resizeFigures,
  roomFor,
} from './fill-page.ts'
import { sideEnd } from './side-column.ts'

/** Where a page starts: at a piece, or at the rest of one that was cut; figures that wait for its head. */
export interface Spot {
  index: number
  rest: Piece | undefined
  waiting: readonly Piece[]
}

/** One way to fill a page, what it costs, and where the next page starts. */
export interface PageEnd {
  /** Its pieces, figures as high as they have become: asked of the pages that are chosen. */
  placed(): Piece[]
  notes: Piece[]
  /** Height of the text area above the notes. */
  depth: number
  /** The break is the author's, or the document's end: white below it is no fault. */
  isFree: boolean
  next: Spot
  cost: number
  /** A piece higher than a page, and by how many points. */
  tooHigh?: { piece: Piece; by: number } | undefined
}

/** What is to be avoided, and how much: a page costs 150, a fifth of it white 120. */
const costs = {
  page: 150,
  white: 3000,
  stretched: 100,
  shrunk: 120,
  /** A figure on another page than its text. */
  waiting: 90,
  cutText: 12,
  /** A list's first or last item away from the others. */
  loneItem: 60,
  itemPair: 40,
  cutTable: 70,
  /** White below the end of the document: less than elsewhere, so that earlier pages give the last one a little. */
  endWhite: 600,
  /** A last page less than a quarter full. */
  lonelyPage: 500,
  tooHigh: 1e6,
} as const

/** Pages that are less full than this are tried only where nothing else is left. */
const leastFill = 0.5

interface Candidate {
  fill: Fill
  next: Spot
  isFree: boolean
  extra: number
}

/** All sensible ends of the page that starts at a spot. */
export function pageEnds(pieces: readonly Piece[], spot: Spot, flow: Flow, isFirst: boolean): PageEnd[] {
  const candidates: Candidate[] = []
  const start = placeWaiting(spot.waiting, flow)
  if (start.tooHigh) return [tooHighEnd(start.fill, spot, start.tooHigh, flow)]
  walk(pieces, spot.index, spot.rest, start.fill, flow, candidates)
  const full = candidates.filter(({ fill, isFree }) => isFree || getFullness(fill, flow) >= leastFill)
  const fullest = candidates.reduce<Candidate | undefined>(
    (most, candidate) => (most && most.fill.used >= candidate.fill.used ? most : candidate),
    undefined,
  )
  const chosen = full.length > 0 ? full : fullest ? [fullest] : []
  if (chosen.length === 0) return [forcedEnd(pieces, spot, start.fill, flow)]
  return chosen.map((candidate) => toEnd(candidate, pieces, flow, isFirst))
}

/** The figures that waited, at the page's head; those that do not fit wait on. */
function placeWaiting(waiting: readonly Piece[], flow: Flow): { fill: Fill; tooHigh?: Piece } {
  let fill = emptyFill
  for (const piece of waiting) {
    const added = fill.waiting.length === 0 ? addTo(fill, piece, flow) : fill
    if (fits(added, flow) && fill.waiting.length === 0) fill = added
    else if (!fill.last) return { fill, tooHigh: piece }
    else fill = { ...fill, waiting: [...fill.waiting, piece] }
  }
  return { fill }
}

/** Places piece after piece; notes each spot where the page may end. */
function walk(
  pieces: readonly Piece[],
  from: number,
  rest: Piece | undefined,
  start: Fill,
  flow: Flow,
  candidates: Candidate[],
): void {
  let fill = start
  for (let index = from; index < pieces.length; index++) {
    const piece = (index === from && rest) || pieces[index]
    if (!piece) return
    const isContinued = index === from && rest !== undefined
    const mayEnd = fill.last?.piece.keepWithNext === false
    const here: Spot = { index, rest: isContinued ? rest : undefined, waiting: fill.waiting }
    if (fill.last && piece.breakBefore) {
      candidates.push({ fill, next: here, isFree: true, extra: 0 })
      return
    }
    if (mayEnd) candidates.push({ fill, next: here, isFree: false, extra: cutCost(pieces, index) })
    // Figures do not pass the next section.
    if (piece.section !== undefined && fill.waiting.length > 0) return
    if (piece.floats && fill.waiting.length > 0) {
      fill = { ...fill, waiting: [...fill.waiting, piece] }
      // No more wait than the next page holds: of hundreds, each number of them would be a way of its own.
      if (fill.waiting.reduce((sum, { height }) => sum + height, 0) > flow.height) return
      continue
    }
    if (piece.floats && fill.last) {
      // One way without it here; the loop goes on with it.
      walk(pieces, index + 1, undefined, { ...fill, waiting: [piece] }, flow, candidates)
    }
    addCuts(piece, index, fill, flow, candidates)
    const added = addTo(fill, piece, flow)
    if (!fits(added, flow)) return
    fill = added
  }
  if (fill.last) {
    const next: Spot = { index: pieces.length, rest: undefined, waiting: fill.waiting }
    candidates.push({ fill, next, isFree: fill.waiting.length === 0, extra: 0 })
  }
}

/** Of a break before a piece: within a list it costs something, and more where an item or two would stand alone. */
function cutCost(pieces: readonly Piece[], index: number): number {
  if (!pieces[index]?.continues) return 0
  const isLone = !pieces[index + 1]?.continues || !pieces[index - 1]?.continues
  const isPair = !pieces[index + 2]?.continues || !pieces[index - 2]?.continues
  return isLone ? costs.loneItem : isPair ? costs.itemPair : costs.cutText
}

/** The page may end within the piece: at its fullest, and a line or two before. */
function addCuts(piece: Piece, index: number, fill: Fill, flow: Flow, candidates: Candidate[]): void {
  if (!piece.split) return
  const room = roomFor(fill, piece, flow)
  if (piece.height <= room * 0.5 && piece.height <= room - 4 * flow.unit) return
  const heights = new Set<number>()
  for (const less of [0, 2, 4, 6]) {
    const parts = piece.split(room - less * flow.unit)
    if (!parts || heights.has(parts[0].height)) continue
    // Of what goes on for pages, only the last needs a choice.
    if (heights.size > 0 && parts[1].height > flow.height) break
    heights.add(parts[0].height)
    const cut = addTo(fill, { ...parts[0], keepWithNext: false }, flow)
    if (!fits(cut, flow)) continue
    const next: Spot = { index, rest: { ...parts[1], breakBefore: false }, waiting: fill.waiting }
    candidates.push({ fill: cut, next, isFree: false, extra: piece.floats ? costs.cutTable : costs.cutText })
  }
}

function toEnd(
  { fill, next, isFree, extra }: Candidate,
  pieces: readonly Piece[],
  flow: Flow,
  isFirst: boolean,
): PageEnd {
  const gap = getDepth(fill, flow) - getEnd(fill)
  const isLast = next.index >= pieces.length && !next.rest && next.waiting.length === 0
  const { shrink, stretch } = fill
  const by = gap < 0 ? gap : isFree ? 0 : Math.min(gap, stretch)
  const white = Math.max(0, getDepth(fill, flow) - fill.used - by + fill.holes) / flow.height
  const used = fill.used / flow.height
  const end = isLast && !isFirst ? (1 - used) ** 2 * costs.endWhite + Math.max(0, 1 - used * 4) * costs.lonelyPage : 0
  return {
    ...getFoot(fill, flow),
    placed: () =>
      resizeFigures(getPieces(fill.last), by, by < 0 ? shrink : stretch, by < 0 ? 'shrink' : 'stretch', flow.unit),
    isFree,
    next,
    cost:
      costs.page +
      extra +
      next.waiting.length * costs.waiting +
      (isFree ? end : white ** 2 * costs.white) +
      (by < 0 ? (by / shrink) ** 2 * costs.shrunk : by > 0 ? (by / stretch) ** 2 * costs.stretched : 0),
  }
}

function getFoot(fill: Fill, flow: Flow): Pick<PageEnd, 'notes' | 'depth'> {
  return { notes: fill.notes, depth: getDepth(fill, flow) }
}

/** Nothing may end here by the rules: what fits is placed, and a heading may stand alone. */
function forcedEnd(pieces: readonly Piece[], spot: Spot, start: Fill, flow: Flow): PageEnd {
  let fill = start
  let { index, rest } = spot
  for (; index < pieces.length; index++) {
    const piece = rest ?? pieces[index]
    if (!piece) break
    const added = addTo(fill, piece, flow)
    if (!fits(added, flow)) break
    fill = added
    rest = undefined
  }
  const next: Spot = { index, rest, waiting: fill.waiting }
  const placed = () => getPieces(fill.last)
  if (fill.last) return { ...getFoot(fill, flow), placed, isFree: false, next, cost: costs.tooHigh / 10 }
  const piece = rest ?? pieces[index]
  if (!piece) throw new Error('a page with nothing on it')
  return tooHighEnd(fill, { index: index + 1, rest: undefined, waiting: [piece] }, piece, flow)
}

function tooHighEnd(fill: Fill, spot: Spot, piece: Piece, flow: Flow): PageEnd {
  const added = addTo(fill, piece, flow)
  const foot = getFoot(added, flow)
  return {
    ...foot,
    placed: () => [piece],
    isFree: true,
    next: { ...spot, waiting: spot.waiting.slice(1) },
    cost: costs.tooHigh,
    tooHigh: { piece: culprit(piece, added, flow), by: getEnd(added) - (piece.flex?.shrink ?? 0) - foot.depth },
  }
}

/** What makes a piece too high for a page: itself, what stands at its side, or its footnote. */
function culprit(piece: Piece, { used, side, notes }: Fill, { height }: Flow): Piece {
  const aside = piece.asides?.at(-1)?.piece
  if (aside && sideEnd(side) > used) return aside
  return (piece.height <= height && notes[0]) || piece
}
