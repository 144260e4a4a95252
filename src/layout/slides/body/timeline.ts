import { errorAt } from '../../../diagnostic.ts'
import type { Block, Inline, List } from '../../../document/types.ts'
import { getColumn, toPieces } from '../../pages/pieces/block-pieces.ts'
import { type Piece, placeStack, stackHeight } from '../../pieces/pieces.ts'
import { rectItem } from '../../rect-item.ts'
import { mergeText } from '../../text/merge-text.ts'
import type { Setting } from '../../text/setting.ts'
import type { Item, Tag } from '../../types.ts'
import type { Frame } from '../slide-frame.ts'
import { fitColumn, reportOverflow } from './fit-blocks.ts'

/** More events than these have no room beside each other. */
const mostEvents = 7

/** Of the mark of an event, and of the line that it stands on, points. */
const mark = { side: 12, line: 2, gap: 14 } as const

/** Events beside each other at even steps on a line, in the list's order: when in bold, and what. */
export function timelineItems(list: List, ground: Frame, setting: Setting): Item[] {
  if (list.items.length > mostEvents || list.items.length < 2) {
    setting.report(
      errorAt(list.place, `too few or too many events for a timeline: ${list.items.length}`, {
        expected: `2 to ${mostEvents}`,
        hint: 'part it over two slides, or make it a table',
      }),
    )
    return []
  }
  const { gutter } = setting.theme.slide
  const step = (ground.width + gutter) / list.items.length
  const width = step - gutter
  const events = list.items.map(withTimeAbove)
  const rooms = events.map((_, index): Frame => ({ ...ground, left: ground.left + index * step, width }))
  const listTag: Tag = { type: 'L', id: setting.nextId() }
  const size = Math.min(...events.map((blocks) => fitColumn(blocks, { ...ground, width }, setting)))
  const stacks = events.map((blocks) => eventPieces(blocks, width, size, [...setting.sect, listTag], setting))
  const height = Math.max(...stacks.map((stack) => stackHeight(stack)))
  const spare = ground.bottom - ground.top - mark.side - mark.gap - height
  if (spare < -0.5) reportOverflow(list.items[0]?.[0], -spare, setting)
  const top = ground.top + Math.max(0, spare) * 0.3
  const texts = stacks.flatMap((stack, index) =>
    mergeText(placeStack(stack, rooms[index]?.left ?? 0, top + mark.side + mark.gap), 'body'),
  )
  return [...lineAndMarks(rooms, ground, top, setting), ...texts]
}

/** When it is stands above what it is, in a line of its own. */
function withTimeAbove(blocks: readonly Block[]): readonly Block[] {
  const [first] = blocks
  const [time, words, ...rest] = first?.type === 'paragraph' ? first.children : []
  if (first?.type !== 'paragraph' || time?.type !== 'strong' || words?.type !== 'text') return blocks
  const children: Inline[] = [time, { type: 'break' }, { ...words, value: words.value.trimStart() }, ...rest]
  return blocks.with(0, { ...first, children })
}

function eventPieces(
  blocks: readonly Block[],
  width: number,
  size: number,
  listTags: Tag[],
  setting: Setting,
): Piece[] {
  const tags: Tag[] = [...listTags, { type: 'LI', id: setting.nextId() }, { type: 'LBody', id: setting.nextId() }]
  return toPieces(blocks, getColumn(width, { ...setting, sect: tags }, size))
}

function lineAndMarks(rooms: readonly Frame[], { left, width }: Frame, top: number, { locale }: Setting): Item[] {
  const y = top + (mark.side - mark.line) / 2
  const square = { width: mark.side, height: mark.side }
  return [
    rectItem(locale.names.rule, { x: left, y, width, height: mark.line }, { fill: 'rule' }),
    ...rooms.map(({ left: x }) => rectItem(locale.names.accentRule, { x, y: top, ...square }, { fill: 'accent' })),
  ]
}
