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
  return mergeText(placeStack(pieces, ground.left, ground.top), 'body')
}

/** A few words are set so much larger than body text, where they leave this part of their box free; in a template, whose sizes are its own, they are not. */
const fewWords = { larger: 1.12, largest: 1.34, free: 0.2 } as const

/** The largest body size within the theme's limits at which blocks fit, a few words larger; else the smallest. */
export function fitSize(
  blocks: readonly Block[],
  ground: Frame,
  setting: Setting,
  larger: number = fewWords.larger,
): number {
  const { body, bodyMinimum } = setting.theme.slide
  const room = ground.bottom - ground.top
  const heightAt = (size: number): number => stackHeight(fitPieces(blocks, ground, quiet(setting), size))
  const large = Math.round(body * larger)
  if (!setting.reference && isPlainText(blocks) && heightAt(large) <= room * (1 - fewWords.free)) return large
  if (larger > fewWords.larger) return fitSize(blocks, ground, setting)
  let size = body
  while (size > bodyMinimum && heightAt(size) > room) size -= 1
  return Math.max(size, bodyMinimum)
}

/** As `fitSize`, of words that have a slide to themselves, which may be larger still. */
export function fitColumn(blocks: readonly Block[], ground: Frame, setting: Setting): number {
  return fitSize(blocks, ground, setting, fewWords.largest)
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
      : block.type === 'paragraph' || block.type === 'list' || block.type === 'heading',
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

/** Pieces as they are set at the first of some sizes at which they fit a height, or else, an error at `block`, at the last; and the height that is left. */
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
