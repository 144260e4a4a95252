import type { Locale } from '../../locale/types.ts'
import type { Block, Document, Inline } from '../types.ts'
import { mapBlockLists, mapInlines } from './map-blocks.ts'

/** Numbers charts and captioned tables, each kind from 1, and fills links to them without words: `Figure 2`. */
export function numberFigures(document: Document, locale: Locale): Document {
  const counts = { chart: 0, table: 0 }
  const words = new Map<string, string>()
  const number = (block: Block): Block => {
    const isCounted = block.type === 'chart' || (block.type === 'table' && block.caption !== undefined)
    if (!isCounted) return block
    counts[block.type] += 1
    const label = locale.word(block.type === 'chart' ? 'figure' : 'table')
    if (block.id !== undefined) words.set(`#${block.id}`, locale.numbered(label, counts[block.type]))
    return { ...block, number: counts[block.type] }
  }
  const numbered = inOrder(document.blocks, number)
  const named = mapBlockLists(numbered, (blocks) =>
    blocks.map((block) => mapInlines(block, (inline) => nameLink(inline, words))),
  )
  return { ...document, blocks: named }
}

/** Each block put through a function in reading order; charts and tables stand at the top, in columns or in notes. */
function inOrder(blocks: readonly Block[], change: (block: Block) => Block): Block[] {
  return blocks.map((block): Block => {
    if (block.type === 'columns') return { ...block, columns: block.columns.map((column) => inOrder(column, change)) }
    if (block.type === 'note') return { ...block, children: inOrder(block.children, change) }
    return change(block)
  })
}

function nameLink(inline: Inline, words: ReadonlyMap<string, string>): Inline {
  if (inline.type !== 'link' || inline.children.length > 0) return inline
  return { ...inline, children: [{ type: 'text', value: words.get(inline.href) ?? inline.href }] }
}
