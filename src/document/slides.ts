import type { Block } from './types.ts'

/** The blocks of a deck, slide by slide: each begins with its heading of depth 1. */
export function splitSlides(blocks: readonly Block[]): Block[][] {
  const starts = blocks.flatMap((block, index) => (isSlideTitle(block) && index > 0 ? [index] : []))
  return [0, ...starts].map((start, index) => blocks.slice(start, starts[index]))
}

function isSlideTitle(block: Block): boolean {
  return block.type === 'heading' && block.depth === 1
}
