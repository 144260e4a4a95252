import { innerBlocks } from './inner-blocks.ts'
import type { Block, Document, Heading } from './types.ts'

/** The blocks of a deck, slide by slide: each begins with its heading of depth 1. */
export function splitSlides(blocks: readonly Block[]): Block[][] {
  const starts = blocks.flatMap((block, index) =>
    block.type === 'heading' && block.depth === 1 && index > 0 ? [index] : [],
  )
  return [0, ...starts].map((start, index) => blocks.slice(start, starts[index]))
}

/** What stands in a document, without slides that mean to mix periods: `::slide{periods="mixed"}`. */
export function blocksOfOnePeriod({ kind, blocks }: Document): Block[] {
  const isMixed = (block: Block) => block.type === 'slideOptions' && block.periods === 'mixed'
  const slides = kind === 'deck' ? splitSlides(blocks) : [blocks]
  return slides.flatMap((slide) => (slide.some(isMixed) ? [] : innerBlocks(slide)))
}

export interface HeadedSection {
  heading: Heading
  below: Block[]
}

/** Each heading with the blocks below it, up to the next of its depth or above. */
export function headedSections(blocks: readonly Block[]): HeadedSection[] {
  return blocks.flatMap((heading, index) => {
    if (heading.type !== 'heading') return []
    const ends = (block: Block | undefined) => !block || (block.type === 'heading' && block.depth <= heading.depth)
    let end = index + 1
    while (!ends(blocks[end])) end += 1
    return [{ heading, below: blocks.slice(index + 1, end) }]
  })
}

/** Blocks that follow each other: those of a document, and of each of its columns. */
export function columnsIn(blocks: readonly Block[]): (readonly Block[])[] {
  return [blocks, ...blocks.flatMap((block) => (block.type === 'columns' ? block.columns.flatMap(columnsIn) : []))]
}
