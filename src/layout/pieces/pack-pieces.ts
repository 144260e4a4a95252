import { errorAt } from '../../diagnostic.ts'
import type { Setting } from '../text/setting.ts'
import { type Piece, stackHeight } from './pieces.ts'

/** Pieces in groups no higher than the room; tables are cut into parts of even length. */
export function packPieces(pieces: readonly Piece[], room: number, setting: Setting): Piece[][] {
  const groups: Piece[][] = [[]]
  const queue = [...pieces]
  for (let piece = queue.shift(); piece; piece = queue.shift()) {
    if (piece.breakBefore && groups.at(-1)?.length) groups.push([])
    const group = groups.at(-1) ?? []
    const used = stackHeight(group) + (group.length > 0 ? piece.spaceBefore : 0)
    if (used + piece.height <= room + 0.5) {
      group.push(piece)
      continue
    }
    const parts = piece.split?.(evenPart(piece, room - used, room))
    if (parts) {
      group.push(parts[0])
      queue.unshift(parts[1])
      groups.push([])
    } else if (group.length > 0) {
      groups.push(carried(group))
      queue.unshift(piece)
    } else {
      setting.report(
        errorAt(piece.source, `this is ${Math.ceil(piece.height - room)} points too high for a slide`, {
          hint: 'shorten it, or part it over two slides',
        }),
      )
    }
  }
  return groups.filter((group) => group.length > 0)
}

/** The pieces at a group's end that may not stand there alone (a caption), taken from it. */
function carried(group: Piece[]): Piece[] {
  const start = group.findLastIndex((piece) => !piece.keepWithNext) + 1
  return start > 0 ? group.splice(start) : []
}

/** Of a longer table the first slides are full: each cut tries some heights on all that is left. */
const mostEven = 8

/** The height at which to cut for even parts rather than full ones and a rest: the least that adds no part. */
function evenPart(piece: Piece, first: number, room: number): number {
  if (piece.height > room * mostEven) return first
  const countAt = (height: number, { split }: Piece, most: number): number => {
    const rest = split?.(height)?.[1]
    if (!rest) return Number.POSITIVE_INFINITY
    return rest.height <= most ? 2 : 1 + countAt(most, rest, most)
  }
  const heights = Array.from({ length: 40 }, (_, step) => (room * (step + 1)) / 40)
  const count = countAt(first, piece, room)
  return Math.min(first, heights.find((height) => countAt(Math.min(first, height), piece, height) <= count) ?? first)
}
