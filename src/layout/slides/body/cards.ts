import type { Block } from '../../../document/types.ts'
import { toPieces } from '../../pages/pieces/block-pieces.ts'
import { tableWidth } from '../../pieces/fit-table.ts'
import { stackHeight } from '../../pieces/pieces.ts'
import { mergeText } from '../../text/merge-text.ts'
import type { Setting } from '../../text/setting.ts'
import { resized } from '../../text/styles.ts'
import type { Item, Tag } from '../../types.ts'
import { type Frame, getColumn } from '../slide-frame.ts'
import { chartItems } from './fit-blocks.ts'

/** Parts of their size at which the number of a card, what it is and how it moved are set. */
export interface CardSizes {
  value: number
  label: number
  change: number
}

/** The setting with cards of these sizes. */
export function withCards(setting: Setting, { value, label, change }: CardSizes): Setting {
  const { keyValue, keyLabel, keyChange } = setting.styles
  const styles = {
    ...setting.styles,
    keyValue: resized(keyValue, keyValue.size * value),
    keyLabel: resized(keyLabel, keyLabel.size * label),
    keyChange: resized(keyChange, keyChange.size * change),
  }
  return { ...setting, styles }
}

/** What has a slide to itself is set larger, the words of cards by less than their numbers, where it leaves this part of the slide free. */
const alone = { cards: [1.6, 1.45, 1.3, 1.15], table: [1.3, 1.2, 1.1], free: { cards: 0.2, table: 0.35 } } as const

/** The setting in which cards or a table with a slide to themselves take its room; a table only where no cell breaks, and not in a template, whose sizes are its own. */
export function fitAlone(body: readonly Block[], ground: Frame, setting: Setting): Setting {
  const [only] = body
  if (body.length !== 1) return setting
  if (only?.type === 'keyFigures') {
    const settings = alone.cards.map((value) =>
      withCards(setting, { value, label: (1 + value) / 2, change: (1 + value) / 2 }),
    )
    return settings.find((own) => isRoomy(body, ground, alone.free.cards, own)) ?? setting
  }
  if (only?.type !== 'table' || setting.reference) return setting
  const fitsOneLine = (own: Setting) => tableWidth(only, own.styles.tableCell.size, own) <= ground.width
  const settings = alone.table.map((part) => withTable(setting, part)).filter(fitsOneLine)
  return settings.find((own) => isRoomy(body, ground, alone.free.table, own)) ?? setting
}

function withTable(setting: Setting, part: number): Setting {
  const { tableHeader, tableCell } = setting.styles
  const styles = {
    ...setting.styles,
    tableHeader: resized(tableHeader, tableHeader.size * part),
    tableCell: resized(tableCell, tableCell.size * part),
  }
  return { ...setting, styles }
}

function isRoomy(body: readonly Block[], ground: Frame, free: number, setting: Setting): boolean {
  const column = getColumn(ground.width, setting, [], setting.theme.slide.body)
  const height = stackHeight(toPieces(body, column, { ...setting, report: () => {} }))
  return height <= (ground.bottom - ground.top) * (1 - free)
}

/** Cards in one row, where there are no more than four, over a chart that takes the height which they leave. */
export function cardsOverChart(body: readonly Block[], ground: Frame, sect: Tag[], setting: Setting): Item[] {
  return mergeText(chartItems(body, ground, sect, setting, { keyFiguresPerRow: 4 }), 'body')
}
