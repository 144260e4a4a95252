import { splitSlides } from '../slides.ts'
import type { Block, Document, Inline } from '../types.ts'

/** A deck whose cover says when the report was compiled, where it looks back; a briefing says it in its masthead. */
export function dateCover(document: Document): Document {
  const { compiled } = document
  const [cover, ...others] = splitSlides(document.blocks)
  const isCover = cover?.some((block) => block.type === 'slideOptions' && block.layout === 'title')
  const last = cover?.findLast((block) => block.type === 'paragraph')
  if (compiled === undefined || !cover || !isCover || !last) return document
  const dated = cover.map((block) => (block === last ? withWords(block, compiled) : block))
  return { ...document, blocks: [dated, ...others].flat() }
}

function withWords(block: Block, words: string): Block {
  if (block.type !== 'paragraph') return block
  const line: Inline[] = [{ type: 'break' }, { type: 'text', value: words }]
  return { ...block, children: [...block.children, ...line] }
}
