import type { Block } from '../../document/types.ts'
import { createPiece, notesIn, type Piece, placeStack, stackHeight } from '../pieces/pieces.ts'
import type { Setting } from '../text/setting.ts'
import { type Column, toPieces } from './block-pieces.ts'

/** A list in two columns of even height, read down the first and then down the second; cut between items. */
export function twoColumnPieces(list: readonly Block[], column: Column, setting: Setting): Piece[] {
  return evenColumns(column, setting, (width) => toPieces(list, { ...column, width }, setting))
}

/** Items, set as wide as a half of the column, in two columns of even height. */
export function evenColumns(column: Column, setting: Setting, itemsOf: (width: number) => Piece[]): Piece[] {
  const gap = setting.theme[setting.medium].gutter * 1.5
  const width = (column.width - gap) / 2
  const [first, ...rest] = itemsOf(width)
  return first ? [balancedPiece([first, ...rest], width + gap)] : []
}

/** Fewest items of a list on either side of a page break. */
const fewest = 4

function balancedPiece(items: readonly [Piece, ...Piece[]], offset: number): Piece {
  const half = getMiddle(items)
  const height = getHeight(items, half)
  return createPiece({
    height,
    spaceBefore: items[0].spaceBefore,
    notes: notesIn(items),
    source: items[0].source,
    place: (x, y) => [...placeStack(items.slice(0, half), x, y), ...placeStack(items.slice(half), x + offset, y)],
    split: (available) => {
      const count = getMost(items, available)
      const [next, ...others] = items.slice(count)
      if (count < fewest || !next) return undefined
      return [balancedPiece([items[0], ...items.slice(1, count)], offset), balancedPiece([next, ...others], offset)]
    },
  })
}

function getHeight(items: readonly Piece[], half: number): number {
  return Math.max(stackHeight(items.slice(0, half)), stackHeight(items.slice(half)))
}

/** The most items that fit with their columns even, `fewest` being left; none where not even the fewest fit. More items are never lower. */
function getMost(items: readonly Piece[], available: number): number {
  let [fitting, most] = [fewest - 1, items.length - fewest]
  while (fitting < most) {
    const count = Math.ceil((fitting + most) / 2)
    if (balancedHeight(items.slice(0, count)) > available) most = count - 1
    else fitting = count
  }
  return fitting
}

function balancedHeight(items: readonly Piece[]): number {
  return getHeight(items, getMiddle(items))
}

/** How many items the first column takes, for the least height: where both are nearly even, as the one grows with each item and the other falls. */
function getMiddle(items: readonly Piece[]): number {
  let [low, high] = [1, items.length]
  while (low < high) {
    const half = Math.floor((low + high) / 2)
    if (stackHeight(items.slice(0, half)) < stackHeight(items.slice(half))) low = half + 1
    else high = half
  }
  const before = Math.max(1, low - 1)
  return getHeight(items, low) < getHeight(items, before) - 0.01 ? low : before
}
