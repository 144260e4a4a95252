import { errorAt } from '../../../diagnostic.ts'
import type { Block } from '../../../document/types.ts'
import { tableWidth } from '../../pieces/fit-table.ts'
import { stackHeight } from '../../pieces/pieces.ts'
import { mergeText } from '../../text/merge-text.ts'
import { quiet, type Setting } from '../../text/setting.ts'
import { resized } from '../../text/styles.ts'
import type { Item } from '../../types.ts'
import type { Frame } from '../slide-frame.ts'
import { chartItems, fitPieces } from './fit-blocks.ts'

/** Parts of their size at which the number of a card, what it is and how it moved are set. */
interface CardSizes {
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

/**
 * Factors by which what has a slide to itself is set larger, if that leaves a part of it free (`free`).
 * The words of cards grow less than their numbers.
 */
const alone = { cards: [1.6, 1.45, 1.3, 1.15], table: [1.3, 1.2, 1.1], free: { cards: 0.1, table: 0.35 } } as const

/**
 * Factors by which numbers of cards shrink where words are at their smallest and there is no room.
 * And tables of at most so many rows, instead of a cut, down to the theme's small type.
 */
const smaller = { cards: [0.9, 0.8, 0.7, 0.6, 0.5], table: [0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65], rows: 16 } as const

/** The setting in which cards or a table fill their slide; not a table in a template, which has its own sizes. */
export function fitSetting(body: readonly Block[], ground: Frame, setting: Setting): Setting {
  const [only] = body.length === 1 ? body : []
  const fitting = (settings: readonly Setting[], free: number): Setting | undefined =>
    settings.find((own) => getHeight(body, ground, own) <= (ground.bottom - ground.top) * (1 - free) + 0.5)
  if (body.some(({ type }) => type === 'keyFigures')) {
    const cards = only
      ? alone.cards.map((value) => withCards(setting, { value, label: (1 + value) / 2, change: (1 + value) / 2 }))
      : []
    const less = smaller.cards.map((value) => withCards(setting, { value, label: 1, change: 1 }))
    const whole = cards.filter((own) => !fitPieces(body, ground, quiet(own)).some(({ cutsWord }) => cutsWord))
    return fitting(whole, alone.free.cards) ?? fitting([setting, ...less], 0) ?? setting
  }
  if (only?.type !== 'table' || setting.reference) return setting
  const tables = (parts: readonly number[]) => parts.map((part) => withTable(setting, part))
  const least = setting.theme.slide.small / setting.styles.tableCell.size
  if (!fitting([setting], 0) && only.rows.length <= smaller.rows)
    return fitting(tables(smaller.table.filter((part) => part >= least)), 0) ?? setting
  // Larger only where no cell breaks.
  const fitsOneLine = (own: Setting) => tableWidth(only, own.styles.tableCell.size, own) <= ground.width
  return fitting(tables(alone.table).filter(fitsOneLine), alone.free.table) ?? setting
}

function withTable(setting: Setting, part: number): Setting {
  const { tableHeader, tableCell } = setting.styles
  const styles = {
    ...setting.styles,
    tableHeader: resized(tableHeader, Math.max(setting.theme.slide.small, tableHeader.size * part)),
    tableCell: resized(tableCell, tableCell.size * part),
  }
  return { ...setting, styles }
}

/** Of the highest of their pieces, a table's with its caption: others go on to the next slide. */
function getHeight(body: readonly Block[], ground: Frame, setting: Setting): number {
  const pieces = fitPieces(body, ground, quiet(setting))
  return Math.max(...pieces.map((piece, at) => stackHeight(pieces.slice(at, piece.keepWithNext ? at + 2 : at + 1))))
}

/** Cards in one row, where there are no more than four, over a chart that takes the height which they leave. */
export function cardsOverChart(body: readonly Block[], ground: Frame, setting: Setting): Item[] {
  const items = mergeText(chartItems(body, ground, setting, { keyFiguresPerRow: 4 }), 'body')
  const low = items.find((item) => item.type === 'chart' && item.box.height < leastChart)
  if (!low) return items
  setting.report(
    errorAt(
      body.find(({ type }) => type === 'chart')?.place,
      `a chart of ${Math.round(low.box.height)} points in height below key figures`,
      {
        expected: `${leastChart} points or more`,
        hint: 'four key figures stand in one row, more in two: show fewer, or the chart on a slide of its own',
      },
    ),
  )
  return items.filter((item) => item !== low)
}

/** A chart that is lower shows nothing, in points. */
const leastChart = 80
