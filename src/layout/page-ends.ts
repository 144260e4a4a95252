import type { Diagnostic } from '../diagnostic.ts'
import { type Piece, stackHeight } from './pieces.ts'
import { freeSide, type SideColumn, sideEnd, takeSide, topBelow } from './side-column.ts'

/** What pages the pieces flow on. */
export interface Flow {
  /** Height of the text area, points. */
  height: number
  /** Tops of pieces stand on multiples of this many points: half a line of the baseline grid. */
  unit: number
  /** The pieces of a footnote by its label. */
  footnote(label: string): Piece[]
  report(diagnostic: Diagnostic): void
}

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

/** White space between the text and its footnotes, points. */
export const noteGap = 14

/** What is to be avoided, and how much: a page costs 150, a fifth of it white 120. */
const costs = {
  page: 150,
  white: 3000,
  stretched: 40,
  shrunk: 60,
  /** A figure on another page than its text. */
  waiting: 90,
  cutText: 12,
  /** A list's first or last item away from the others. */
  loneItem: 60,
  itemPair: 40,
  cutTable: 70,
  /** A last page less than a quarter full. */
  lonelyPage: 500,
  tooHigh: 1e6,
} as const

/** Pages that are less full than this are tried only where nothing else is left. */
const leastFill = 0.5

/** A page's last piece and those before it: a list that many ways to fill the page share. */
interface PlacedLast {
  piece: Piece
  before: PlacedLast | undefined
}

/** A page that is being filled. Figures have their natural height until it ends. */
interface Fill {
  last: PlacedLast | undefined
  /** Where the last piece ends. */
  used: number
  /** How many points the page's figures can give and take, in units. */
  shrink: number
  stretch: number
  side: SideColumn
  /** White space within the text, where a piece had to stand below notes in the margin. */
  holes: number
  notes: Piece[]
  /** Figures that go to the next page. */
  waiting: Piece[]
}

const emptyFill: Fill = {
  last: undefined,
  used: 0,
  shrink: 0,
  stretch: 0,
  side: freeSide,
  holes: 0,
  notes: [],
  waiting: [],
}

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
  const full = candidates.filter(({ fill, isFree }) => isFree || fillOf(fill, flow) >= leastFill)
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
    const added = fill.waiting.length === 0 ? add(fill, piece, flow) : fill
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
      continue
    }
    if (piece.floats && fill.last) {
      // One way without it here; the loop goes on with it.
      walk(pieces, index + 1, undefined, { ...fill, waiting: [piece] }, flow, candidates)
    }
    addCuts(piece, index, fill, flow, candidates)
    const added = add(fill, piece, flow)
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
    const cut = add(fill, { ...parts[0], keepWithNext: false }, flow)
    if (!fits(cut, flow)) continue
    const next: Spot = { index, rest: { ...parts[1], breakBefore: false }, waiting: fill.waiting }
    candidates.push({ fill: cut, next, isFree: false, extra: piece.floats ? costs.cutTable : costs.cutText })
  }
}

function add(fill: Fill, piece: Piece, { unit, footnote }: Flow): Fill {
  const before = fill.last?.piece
  const top = topBelow(before, fill.used, fill.side, piece, unit)
  return {
    ...fill,
    last: { piece, before: fill.last },
    shrink: fill.shrink + giveOf(piece, 'shrink', unit),
    stretch: fill.stretch + giveOf(piece, 'stretch', unit),
    used: top + piece.height,
    side: takeSide(fill.side, piece, top),
    holes: fill.holes + top - topBelow(before, fill.used, freeSide, piece, unit),
    notes: piece.notes.length > 0 ? [...fill.notes, ...piece.notes.flatMap((label) => footnote(label))] : fill.notes,
  }
}

function roomFor(fill: Fill, piece: Piece, flow: Flow): number {
  const empty = add(fill, { ...piece, height: 0 }, flow)
  return depthOf(empty, flow) - empty.used
}

/** Height of the text area above the footnotes. */
function depthOf({ notes }: Fill, { height }: Flow): number {
  return notes.length > 0 ? height - stackHeight(notes) - noteGap : height
}

function fits(fill: Fill, flow: Flow): boolean {
  return endOf(fill) - fill.shrink <= depthOf(fill, flow) + 0.01
}

/** Where the page's text ends, and what stands beside it. */
function endOf({ used, side }: Fill): number {
  return Math.max(used, sideEnd(side))
}

/** How many points a piece's figure can give or take, in units. */
function giveOf({ flex }: Piece, way: 'shrink' | 'stretch', unit: number): number {
  return flex ? Math.floor(flex[way] / unit) * unit : 0
}

function piecesOf(last: PlacedLast | undefined): Piece[] {
  const pieces: Piece[] = []
  for (let link = last; link; link = link.before) pieces.push(link.piece)
  return pieces.reverse()
}

function fillOf(fill: Fill, flow: Flow): number {
  return (fill.used + fill.stretch) / depthOf(fill, flow)
}

function toEnd(
  { fill, next, isFree, extra }: Candidate,
  pieces: readonly Piece[],
  flow: Flow,
  isFirst: boolean,
): PageEnd {
  const gap = depthOf(fill, flow) - endOf(fill)
  const isLast = next.index >= pieces.length && !next.rest && next.waiting.length === 0
  const { shrink, stretch } = fill
  const by = gap < 0 ? gap : isFree ? 0 : Math.min(gap, stretch)
  const white = Math.max(0, depthOf(fill, flow) - fill.used - by + fill.holes) / flow.height
  const lonely = isLast && !isFirst ? Math.max(0, 1 - (fill.used / flow.height) * 4) * costs.lonelyPage : 0
  return {
    placed: () =>
      resizeFigures(piecesOf(fill.last), by, by < 0 ? shrink : stretch, by < 0 ? 'shrink' : 'stretch', flow.unit),
    notes: fill.notes,
    depth: depthOf(fill, flow),
    isFree,
    next,
    cost:
      costs.page +
      extra +
      next.waiting.length * costs.waiting +
      (isFree ? lonely : white ** 2 * costs.white) +
      (by < 0 ? (by / shrink) ** 2 * costs.shrunk : by > 0 ? (by / stretch) ** 2 * costs.stretched : 0),
  }
}

/** The page's figures higher or lower by so many points together, each in proportion to what it can give, in units. */
function resizeFigures(placed: Piece[], by: number, most: number, way: 'shrink' | 'stretch', unit: number): Piece[] {
  if (by === 0 || most === 0) return placed
  // Lower takes the whole of the next unit, higher leaves it.
  let left = by < 0 ? Math.ceil(-by / unit - 0.001) : Math.floor(by / unit + 0.001)
  let room = Math.round(most / unit)
  return placed.map((piece) => {
    const own = piece.flex ? Math.floor(piece.flex[way] / unit) : 0
    if (!piece.resize || own === 0 || left === 0) return piece
    const share = Math.min(own, Math.round((left * own) / room))
    left -= share
    room -= own
    return share === 0 ? piece : piece.resize((by < 0 ? -share : share) * unit)
  })
}

/** Nothing may end here by the rules: what fits is placed, and a heading may stand alone. */
function forcedEnd(pieces: readonly Piece[], spot: Spot, start: Fill, flow: Flow): PageEnd {
  let fill = start
  let { index, rest } = spot
  for (; index < pieces.length; index++) {
    const piece = rest ?? pieces[index]
    if (!piece) break
    const added = add(fill, piece, flow)
    if (!fits(added, flow)) break
    fill = added
    rest = undefined
  }
  const next: Spot = { index, rest, waiting: fill.waiting }
  if (fill.last) {
    return {
      placed: () => piecesOf(fill.last),
      notes: fill.notes,
      depth: depthOf(fill, flow),
      isFree: false,
      next,
      cost: costs.tooHigh / 10,
    }
  }
  const piece = rest ?? pieces[index]
  if (!piece) throw new Error('a page with nothing on it')
  return tooHighEnd(fill, { index: index + 1, rest: undefined, waiting: [piece] }, piece, flow)
}

function tooHighEnd(fill: Fill, spot: Spot, piece: Piece, flow: Flow): PageEnd {
  const added = add(fill, piece, flow)
  const depth = depthOf(added, flow)
  return {
    placed: () => [piece],
    notes: added.notes,
    depth,
    isFree: true,
    next: { ...spot, waiting: spot.waiting.slice(1) },
    cost: costs.tooHigh,
    tooHigh: { piece: culprit(piece, added, flow), by: endOf(added) - (piece.flex?.shrink ?? 0) - depth },
  }
}

/** What makes a piece too high for a page: itself, what stands at its side, or its footnote. */
function culprit(piece: Piece, { used, side, notes }: Fill, { height }: Flow): Piece {
  const aside = piece.asides?.at(-1)?.piece
  if (aside && sideEnd(side) > used) return aside
  return (piece.height <= height && notes[0]) || piece
}
