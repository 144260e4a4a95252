import type { Block } from './types.ts'

/** What columns, lists, quotes and notes hold, in their place, in reading order. Speaker notes stay whole. */
export function innerBlocks(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    switch (block.type) {
      case 'list':
        return innerBlocks(block.items.flat())
      case 'columns':
        return innerBlocks(block.columns.flat())
      case 'quote': {
        const { children, attribution, place } = block
        return innerBlocks([
          ...children,
          ...(attribution ? [{ type: 'paragraph' as const, children: attribution, place }] : []),
        ])
      }
      case 'note':
      case 'footnote':
        return innerBlocks(block.children)
      default:
        return [block]
    }
  })
}
