import type { Block, Inline } from './types.ts'

/** The blocks with each list of them, from the innermost outwards, put through a function: the document's own, columns, items, quotes, notes. */
export function mapBlockLists(blocks: readonly Block[], change: (blocks: Block[]) => Block[]): Block[] {
  return change(blocks.map((block) => mapInside(block, (inner) => mapBlockLists(inner, change))))
}

function mapInside(block: Block, change: (blocks: readonly Block[]) => Block[]): Block {
  switch (block.type) {
    case 'list':
      return { ...block, items: block.items.map(change) }
    case 'columns':
      return { ...block, columns: block.columns.map(change) }
    case 'quote':
    case 'note':
    case 'footnote':
    case 'speakerNotes':
      return { ...block, children: change(block.children) }
    default:
      return block
  }
}

/** A block with each of its own inlines put through a function, links and emphasis included; blocks inside it are left. */
export function mapInlines(block: Block, change: (inline: Inline) => Inline): Block {
  const each = (inlines: readonly Inline[]) => inlines.map((inline) => mapInline(inline, change))
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'sourceLine':
      return { ...block, children: each(block.children) }
    case 'table':
      return {
        ...block,
        caption: block.caption && each(block.caption),
        header: block.header.map((cell) => ({ children: each(cell.children) })),
        rows: block.rows.map((row) => row.map((cell) => ({ children: each(cell.children) }))),
      }
    case 'chart':
      return { ...block, caption: block.caption && each(block.caption) }
    case 'quote':
      return { ...block, attribution: block.attribution && each(block.attribution) }
    default:
      return block
  }
}

function mapInline(inline: Inline, change: (inline: Inline) => Inline): Inline {
  const inner =
    'children' in inline ? { ...inline, children: inline.children.map((child) => mapInline(child, change)) } : inline
  return change(inner)
}
