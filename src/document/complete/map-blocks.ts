import type { Block, Inline, TableCell } from '../types.ts'

/** Applies a function to each list of blocks, innermost first: the document's, columns, items, quotes, notes. */
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

/** Applies a function to each inline of a block, links and emphasis included, but not to those of inner blocks. */
export function mapInlines(block: Block, change: (inline: Inline) => Inline): Block {
  return mapInlineLists(block, (inlines) => inlines.map(change))
}

/** Applies a function to each list of a block's inlines, innermost first, but not to those of inner blocks. */
export function mapInlineLists(block: Block, change: (inlines: Inline[]) => Inline[]): Block {
  const each = (inlines: readonly Inline[]): Inline[] =>
    change(inlines.map((inline) => ('children' in inline ? { ...inline, children: each(inline.children) } : inline)))
  const inCell = ({ children, over }: TableCell): TableCell => ({
    children: each(children),
    ...(over ? { over: over.map(each) } : {}),
  })
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'sourceLine':
      return { ...block, children: each(block.children) }
    case 'table':
      return {
        ...block,
        caption: block.caption && each(block.caption),
        header: block.header.map(inCell),
        rows: block.rows.map((row) => row.map(inCell)),
      }
    case 'chart':
      return { ...block, caption: block.caption && each(block.caption) }
    case 'keyFigures':
      return {
        ...block,
        figures: block.figures.map((figure) => ({
          ...figure,
          value: each(figure.value),
          label: each(figure.label),
          change: each(figure.change),
        })),
      }
    case 'quote':
      return { ...block, attribution: block.attribution && each(block.attribution) }
    default:
      return block
  }
}
