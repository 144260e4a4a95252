import type { Block } from '../../../document/types.ts'
import { getColumn, toPieces } from '../../pages/pieces/block-pieces.ts'
import { placeStack, stackHeight } from '../../pieces/pieces.ts'
import { mergeText } from '../../text/merge-text.ts'
import { quiet, type Setting } from '../../text/setting.ts'
import type { Item } from '../../types.ts'
import type { Frame } from '../slide-frame.ts'
import { withCards } from './cards.ts'
import { chartItems, fewWordsSize, fitFirst, heightOfWhole, partIn } from './fit-blocks.ts'

/** Factors above a card's sizes for the number, its name and its movement; less for the number if words need room. */
const sizes = [2.2, 1.9, 1.6] as const

/** One number as large as its words allow, what there is to say of it below, a chart beside it. */
export function bigNumber(body: readonly Block[], ground: Frame, setting: Setting): Item[] {
  const charts = body.filter(({ type }) => type === 'chart')
  const words = body.filter(({ type }) => type !== 'chart')
  const [left, right] = ground.sides ?? partIn(ground, 0.42, setting.theme.slide.gutter * 2.5)
  const frame = charts.length > 0 ? left : ground
  const room = frame.bottom - frame.top
  const set = (value: number, own: Setting, size?: number) => {
    const column = getColumn(frame.width, withCards(own, { value, label: 1.2, change: 1.1 }), size)
    return toPieces(words, { ...column, keyFiguresPerRow: 1 })
  }
  const fitted = fitFirst(sizes, room, setting, set, words[0])
  const large = fewWordsSize(room, setting, (size) => heightOfWhole(set(fitted.size, quiet(setting), size)))
  const pieces = large === undefined ? fitted.pieces : set(fitted.size, setting, large)
  const spare = room - stackHeight(pieces)
  // Alone on its slide it stands somewhat above the middle.
  const top = frame.top + (charts.length > 0 ? 0 : Math.max(0, spare) * 0.3)
  const text = mergeText(placeStack(pieces, frame.left, top), 'body')
  return [...text, ...chartItems(charts, right, setting)]
}
