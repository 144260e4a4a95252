import { errorAt } from '../../../diagnostic.ts'
import type { Block } from '../../../document/types.ts'
import { getColumn, toPieces } from '../../pages/pieces/block-pieces.ts'
import { type Piece, placeStack, stackHeight } from '../../pieces/pieces.ts'
import { mergeText } from '../../text/merge-text.ts'
import { quiet, type Setting } from '../../text/setting.ts'
import type { Item } from '../../types.ts'
import type { Frame } from '../slide-frame.ts'

/** Blocks with one chart among them, which takes the height that the others leave, or a given one. */
export function chartItems(
  blocks: readonly Block[],
  ground: Frame,
  setting: Setting,
  given: { keyFiguresPerRow?: number; chartHeight?: number | undefined } = {},
): Item[] {
  const words = { ...getColumn(ground.width, setting), ...given }
  const height = given.chartHeight ?? chartRoom(blocks, ground, setting, given)
  return placeStack(toPieces(blocks, { ...words, chartHeight: () => height }), ground.left, ground.top)
}

/** The height that is left for the one chart among blocks. */
export function chartRoom(
  blocks: readonly Block[],
  ground: Frame,
  setting: Setting,
  given: { keyFiguresPerRow?: number } = {},
): number {
  // Set once with a chart of no height: what the rest needs.
  const words = { ...getColumn(ground.width, quiet(setting)), ...given }
  return ground.bottom - ground.top - stackHeight(toPieces(blocks, { ...words, chartHeight: () => 0 }))
}

/** The ground in two, the left taking a part of the width. */
export function partIn(ground: Frame, part: number, gap: number): readonly [Frame, Frame] {
  const width = (ground.width - gap) * part
  const rest = ground.width - gap - width
  return [
    { ...ground, width },
    { ...ground, left: ground.left + width + gap, width: rest },
  ]
}

/** Text in a box that it may not leave: at the largest size that fits, else an error at its line. */
export function fitted(
  blocks: readonly Block[],
  ground: Frame,
  setting: Setting,
  size: number = fitSize(blocks, ground, setting),
): Item[] {
  const pieces = fitPieces(blocks, ground, setting, size)
  const height = stackHeight(pieces)
  const room = ground.bottom - ground.top
  if (height > room + 0.5) reportOverflow(blocks[0], height - room, setting)
  return mergeText(placeStack(letOut(pieces, room), ground.left, ground.top), 'body')
}

/** Pieces with those that can be set higher taking the room that is left. */
export function letOut(pieces: readonly Piece[], room: number): Piece[] {
  const getStretch = ({ flex }: Piece): number => flex?.stretch ?? 0
  const most = pieces.reduce((sum, piece) => sum + getStretch(piece), 0)
  const part = Math.min(1, Math.max(0, room - stackHeight(pieces)) / (most || 1))
  return pieces.map((piece) => piece.resize?.(getStretch(piece) * part) ?? piece)
}

/**
 * Factors by which a few words exceed body text, if they leave such a part of their box free.
 * Beside others, and alone on a slide; not in a template, whose sizes are its own.
 */
const beside = [
  { larger: 1.22, free: 0.35 },
  { larger: 1.12, free: 0.2 },
] as const
const alone = [{ larger: 1.34, free: 0.2 }, ...beside] as const

/** The size of a few words, by the height that they have at a size; undefined where they are not few. */
export function fewWordsSize(
  room: number,
  { theme, reference }: Setting,
  heightAt: (size: number) => number,
  steps: readonly { larger: number; free: number }[] = beside,
): number | undefined {
  const sizes = steps.map(({ larger, free }) => ({
    size: Math.round(theme.slide.body * larger),
    most: room * (1 - free),
  }))
  return reference ? undefined : sizes.find(({ size, most }) => heightAt(size) <= most)?.size
}

/** The largest body size in the theme's limits at which blocks fit, else the smallest. A table has its own size. */
export function fitSize(
  blocks: readonly Block[],
  ground: Frame,
  setting: Setting,
  steps: readonly { larger: number; free: number }[] = beside,
): number {
  const { body, bodyMinimum } = setting.theme.slide
  if (blocks.length === 1 && blocks[0]?.type === 'table') return body
  const room = ground.bottom - ground.top
  const piecesAt = (size: number): Piece[] => fitPieces(blocks, ground, quiet(setting), size)
  const heightAt = (size: number): number => heightOfWhole(piecesAt(size))
  const large = isPlainText(blocks) ? fewWordsSize(room, setting, heightAt, steps) : undefined
  if (large !== undefined) return large
  const sizes = Array.from({ length: body - bodyMinimum + 1 }, (_, step) => body - step)
  const fitting = sizes.find((size) => heightAt(size) <= room)
  return fitting ?? sizes.find((size) => stackHeight(piecesAt(size)) <= room) ?? bodyMinimum
}

/** The height of pieces; without end where a word of theirs is cut. */
export function heightOfWhole(pieces: readonly Piece[]): number {
  return pieces.some(({ cutsWord }) => cutsWord) ? Number.POSITIVE_INFINITY : stackHeight(pieces)
}

/** As `fitSize`, of words that have a slide to themselves, which may be larger still. */
export function fitColumn(blocks: readonly Block[], ground: Frame, setting: Setting): number {
  return fitSize(blocks, ground, setting, alone)
}

/** Pieces at the size that fits. */
export function fitPieces(
  blocks: readonly Block[],
  ground: Frame,
  setting: Setting,
  size: number = fitSize(blocks, ground, setting),
): Piece[] {
  return toPieces(blocks, getColumn(ground.width, setting, size))
}

/** Words alone, which can be set larger than the theme's body text. */
function isPlainText(blocks: readonly Block[]): boolean {
  return blocks.every((block) =>
    block.type === 'columns'
      ? block.columns.every(isPlainText)
      : ['paragraph', 'list', 'heading', 'footnote'].includes(block.type),
  )
}

/** Tells that text is too high for its box, by so many points. */
export function reportOverflow(block: Block | undefined, by: number, setting: Setting): void {
  setting.report(
    errorAt(
      block?.place,
      `the text is ${Math.ceil(by)} points too high for its box on the slide, at the smallest size that the theme allows`,
      { hint: 'shorten it, or part it over two slides' },
    ),
  )
}

/** Pieces at the first size at which they fit a height, and the height left; else the last, an error at `block`. */
export function fitFirst<T>(
  sizes: readonly [T, ...T[]],
  room: number,
  setting: Setting,
  set: (size: T, setting: Setting) => Piece[],
  block: Block | undefined,
): { pieces: Piece[]; size: T; spare: number } {
  const fitting = sizes.find((size) => stackHeight(set(size, quiet(setting))) <= room + 0.5)
  const size = fitting ?? sizes.at(-1) ?? sizes[0]
  const pieces = set(size, setting)
  const spare = room - stackHeight(pieces)
  if (spare < -0.5) reportOverflow(block, -spare, setting)
  return { pieces, size, spare }
}
