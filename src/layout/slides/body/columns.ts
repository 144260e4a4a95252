import type { LayoutName } from '../../../document/layout-names.ts'
import type { Block, Columns } from '../../../document/types.ts'
import { placeStack, stackHeight } from '../../pieces/pieces.ts'
import { rectItem } from '../../rect-item.ts'
import { mergeText } from '../../text/merge-text.ts'
import { quiet, type Setting } from '../../text/setting.ts'
import type { Item } from '../../types.ts'
import type { Frame } from '../slide-frame.ts'
import { withCards } from './cards.ts'
import { chartItems, chartRoom, fitColumn, fitPieces, fitSize, fitted } from './fit-blocks.ts'

/** Blocks beside each other, and what leads to them above. */
interface LedColumns {
  lead: readonly Block[]
  columns: readonly (readonly Block[])[]
}

/** The columns of a slide of that layout; undefined where it has others. */
export function leadColumns(body: readonly Block[], layout: LayoutName): LedColumns | undefined {
  const index = body.findIndex((block) => block.type === 'columns')
  const found = body[index] as Columns | undefined
  const lead = body.slice(0, Math.max(0, index))
  const columns = found ? found.columns : body.map((block) => [block])
  const isEnd = index < 0 || index === body.length - 1
  return isEnd && columns.length === (layout === 'three-columns' ? 3 : 2) ? { lead, columns } : undefined
}

/**
 * The setting in which cards and the words below them fill their columns, and the size of the words.
 * Undefined where no column has cards, or no room is left.
 */
function largerCards(columns: LedColumns['columns'], rooms: readonly Frame[], setting: Setting) {
  const hasCards = columns.flat().some(({ type }) => type === 'keyFigures')
  if (!hasCards || setting.reference || columns.some(hasChart)) return undefined
  return [1.3, 1.2, 1.1]
    .map((part) => ({
      own: withCards(setting, { value: part, label: part, change: part }),
      size: Math.round(setting.theme.slide.body * part),
    }))
    .find(({ own, size }) =>
      rooms.every((room, index) => {
        const height = stackHeight(fitPieces(columns[index] ?? [], room, quiet(own), size))
        return height <= (room.bottom - room.top) * 0.95
      }),
    )
}

/** Even columns below their lead-in; those of a comparison, or three, begin at a rule and have larger words. */
export function besideEachOther(
  { lead, columns }: LedColumns,
  layout: LayoutName,
  ground: Frame,
  setting: Setting,
): Item[] {
  const pieces = fitPieces(lead, ground, setting)
  const leadItems = mergeText(placeStack(pieces, ground.left, ground.top), 'body')
  const top = ground.top + (pieces.length > 0 ? stackHeight(pieces) + 12 : 0)
  const frames = ground.sides ?? evenFrames({ ...ground, top }, columns.length, setting.theme.slide.gutter * 2.5)
  // Key figures bring rules of their own.
  const isRuled =
    layout !== 'two-charts' && !setting.reference && !columns.flat().some(({ type }) => type === 'keyFigures')
  const rooms = columns.map((_, index): Frame => {
    const frame = frames[index] ?? ground
    return { ...frame, top: Math.max(frame.top, top) + (isRuled ? ruleRoom : 0) }
  })
  const sizeOf = isRuled ? fitColumn : fitSize
  const larger = largerCards(columns, rooms, setting)
  // All columns of words are of one size.
  const sizes = columns.flatMap((blocks, index) =>
    hasChart(blocks) ? [] : [sizeOf(blocks, rooms[index] ?? ground, setting)],
  )
  const chartHeight = evenHeight(columns, rooms, setting)
  const items = columns.map((blocks, index) => {
    const room = rooms[index] ?? ground
    const placed = hasChart(blocks)
      ? mergeText(chartItems(blocks, room, setting, { chartHeight }), 'body')
      : fitted(blocks, room, larger?.own ?? setting, larger?.size ?? Math.min(...sizes))
    return isRuled
      ? [ruleOver(room, layout === 'comparison' && index === 0 ? 'context' : 'accent', setting), ...placed]
      : placed
  })
  return [...leadItems, ...items.flat()]
}

const chartIndex = (blocks: readonly Block[]): number => blocks.findIndex((block) => block.type === 'chart')
const hasChart = (blocks: readonly Block[]): boolean => chartIndex(blocks) >= 0

/** Charts at one place of each column are of one height, so that the words below them start at one line. */
function evenHeight(columns: LedColumns['columns'], rooms: readonly Frame[], setting: Setting): number | undefined {
  const places = new Set(columns.map(chartIndex))
  if (places.size > 1 || places.has(-1)) return undefined
  return Math.min(...rooms.map((room, index) => chartRoom(columns[index] ?? [], room, setting)))
}

/** Points from a rule's top to the column below it. */
const ruleRoom = 14

function ruleOver({ left, width, top }: Frame, fill: 'accent' | 'context', { locale }: Setting): Item {
  const box = { x: left, y: top - ruleRoom, width, height: 3 }
  return rectItem(locale.names.rule, box, { fill })
}

function evenFrames(ground: Frame, count: number, gap: number): Frame[] {
  const width = (ground.width - gap * (count - 1)) / count
  return Array.from({ length: count }, (_, index) => ({ ...ground, left: ground.left + index * (width + gap), width }))
}
