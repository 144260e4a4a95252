import type { Block } from '../../../document/types.ts'
import { toPieces } from '../../pages/pieces/block-pieces.ts'
import { placeStack, stackHeight } from '../../pieces/pieces.ts'
import { mergeText } from '../../text/merge-text.ts'
import type { Setting } from '../../text/setting.ts'
import { resized } from '../../text/styles.ts'
import type { Item, Tag } from '../../types.ts'
import { type Frame, getColumn } from '../slide-frame.ts'
import { chartItems, partIn, reportOverflow } from './fit-blocks.ts'

/** How much larger the number, what it is and how it moved are than on a card. */
const larger = { value: 2.2, label: 1.2, change: 1.1 } as const

/** One number as large as its words allow, what there is to say of it below, a chart beside it. */
export function bigNumber(body: readonly Block[], ground: Frame, sect: Tag[], setting: Setting): Item[] {
  const charts = body.filter(({ type }) => type === 'chart')
  const words = body.filter(({ type }) => type !== 'chart')
  const [left, right] = ground.sides ?? partIn(ground, 0.42, setting.theme.slide.gutter * 2.5)
  const room = charts.length > 0 ? left : ground
  const { keyValue, keyLabel, keyChange } = setting.styles
  const styles = {
    ...setting.styles,
    keyValue: resized(keyValue, keyValue.size * larger.value),
    keyLabel: resized(keyLabel, keyLabel.size * larger.label),
    keyChange: resized(keyChange, keyChange.size * larger.change),
  }
  const column = { ...getColumn(room.width, setting, sect, setting.theme.slide.body), keyFiguresPerRow: 1 }
  const pieces = toPieces(words, column, { ...setting, styles })
  const spare = room.bottom - room.top - stackHeight(pieces)
  if (spare < -0.5) reportOverflow(words[0], -spare, setting)
  // Alone on its slide it stands somewhat above the middle.
  const top = room.top + (charts.length > 0 ? 0 : Math.max(0, spare) * 0.3)
  const text = mergeText(placeStack(pieces, room.left, top), 'body')
  return [...text, ...chartItems(charts, right, sect, setting)]
}
