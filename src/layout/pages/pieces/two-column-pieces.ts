import type { Block } from '../../../document/types.ts'
import { createPiece, notesIn, type Piece, placeStack } from '../../pieces/pieces.ts'
import { type Column, toPieces } from './block-pieces.ts'

/** A list in two columns of even height, read down the first and then down the second; cut between items. */
export function twoColumnPieces(list: readonly Block[], column: Column): Piece[] {
  return evenColumns(column, (width) => toPieces(list, { ...column, width }))
}

/** Items, set as wide as a half of the column, in two columns of even height. */
export function evenColumns(column: Column, itemsOf: (width: number) => Piece[]): Piece[] {
  const gap = column.theme[column.medium].gutter * 1.5
  const width = (column.width - gap) / 2
  const items = itemsOf(width)
  const [first] = items
  return first ? [balancedPiece({ items, ends: getEnds(items), first, from: 0, to: items.length }, width + gap)] : []
}

/** Fewest items of a list on either side of a page break. */
const fewest = 4

/** Some of a list's items, with the depth at which each of all items ends, so that no height is added up again. */
interface Part {
  items: readonly Piece[]
  ends: readonly number[]
  first: Piece
  from: number
  to: number
}

function getEnds(items: readonly Piece[]): number[] {
  let end = 0
  return items.map(({ height, spaceBefore }, index) => {
    end += (index > 0 ? spaceBefore : 0) + height
    return end
  })
}

function balancedPiece(part: Part, offset: number): Piece {
  const { items, first, from, to } = part
  const half = getMiddle(part)
  const own = items.slice(from, to)
  return createPiece({
    height: getHeight(part, half),
    spaceBefore: first.spaceBefore,
    notes: notesIn(own),
    source: first.source,
    place: (x, y) => [
      ...placeStack(items.slice(from, half), x, y),
      ...placeStack(items.slice(half, to), x + offset, y),
    ],
    split: (available) => {
      const count = getMost(part, available)
      const middle = from + count
      const next = items[middle]
      if (count < fewest || !next) return undefined
      return [
        balancedPiece({ ...part, to: middle }, offset),
        balancedPiece({ ...part, first: next, from: middle }, offset),
      ]
    },
  })
}

/** The most items that fit in even columns with `fewest` left, or fewer if need be. More are never lower. */
function getMost(part: Part, available: number): number {
  let [fitting, most] = [fewest - 1, part.to - part.from - fewest]
  while (fitting < most) {
    const count = Math.ceil((fitting + most) / 2)
    const some = { ...part, to: part.from + count }
    if (getHeight(some, getMiddle(some)) > available) most = count - 1
    else fitting = count
  }
  return fitting
}

/** Where the second column begins, for the least height: where both are nearly even, as one grows and one shrinks. */
function getMiddle(part: Part): number {
  const { from, to } = part
  let [low, high] = [from + 1, to]
  while (low < high) {
    const half = Math.floor((low + high) / 2)
    if (stackedHeight(part, from, half) < stackedHeight(part, half, to)) low = half + 1
    else high = half
  }
  const before = Math.max(from + 1, low - 1)
  return getHeight(part, low) < getHeight(part, before) - 0.01 ? low : before
}

/** The height of both columns, of which the second begins with this item. */
function getHeight(part: Part, half: number): number {
  return Math.max(stackedHeight(part, part.from, half), stackedHeight(part, half, part.to))
}

function stackedHeight({ items, ends }: Part, from: number, to: number): number {
  if (to <= from) return 0
  const before = from === 0 ? 0 : (ends[from - 1] ?? 0) + (items[from]?.spaceBefore ?? 0)
  return (ends[to - 1] ?? 0) - before
}
