import { plainText as wordsOf } from '../../../document/plain-text.ts'
import type { Block, Inline, List } from '../../../document/types.ts'
import { getColumn, toPieces } from '../../pages/pieces/block-pieces.ts'
import { placeStack } from '../../pieces/pieces.ts'
import { rectItem } from '../../rect-item.ts'
import { mergeText } from '../../text/merge-text.ts'
import type { Setting } from '../../text/setting.ts'
import type { Item } from '../../types.ts'
import type { Frame } from '../slide-frame.ts'
import { fitFirst } from './fit-blocks.ts'

/** Sizes of an agenda's items, as parts of body text's, the largest first. */
const sizes = [1.5, 1.35, 1.2, 1.1, 1, 0.9, 0.8] as const

/** White space between items at most, as a part of their size. */
const mostSpace = 1.2

/** The parts of a deck as a list that fills the room; the slide's own part is bold, with a rule at its left. */
export function agendaItems(list: List, section: string | undefined, ground: Frame, setting: Setting): Item[] {
  const current = list.items.findIndex(([first]) => first?.type === 'paragraph' && wordsOf(first.children) === section)
  const marked: List = {
    ...list,
    ordered: true,
    items: list.items.map((item, index) => (index === current ? item.map(inBold) : item)),
  }
  const inset = setting.theme.slide.gutter
  const room = ground.bottom - ground.top
  const getSize = (part: number) => Math.round(setting.theme.slide.body * part)
  const set = (part: number, own: Setting) => toPieces([marked], getColumn(ground.width - inset, own, getSize(part)))
  const { pieces, size, spare } = fitFirst(sizes, room, setting, set, list)
  const more = Math.min(getSize(size) * mostSpace, Math.max(0, spare) / pieces.length)
  const spaced = pieces.map((piece) => ({ ...piece, spaceBefore: piece.spaceBefore + more }))
  const items = placeStack(spaced, ground.left + inset, ground.top)
  const here = current < 0 ? undefined : items[current]?.box
  const box = here && { x: ground.left, y: here.y, width: 4, height: here.height }
  const rule = box ? [rectItem(setting.locale.names.accentRule, box, { fill: 'accent' })] : []
  return [...rule, ...mergeText(items, 'body')]
}

function inBold(block: Block): Block {
  if (block.type !== 'paragraph') return block
  const strong: Inline = { type: 'strong', children: block.children }
  return { ...block, children: [strong] }
}
