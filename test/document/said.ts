import { plainText } from '../../src/document/plain-text.ts'
import type { Block } from '../../src/document/types.ts'

/** Blocks as short lines, no-break spaces as plain ones: what a reader of the document sees, in order. */
export function said(blocks: readonly Block[], indent = ''): string[] {
  return blocks.flatMap((block) => sayBlock(block, indent)).map((line) => line.replaceAll('\u00a0', ' '))
}

function sayBlock(block: Block, indent: string): string[] {
  const inner = `${indent}  `
  switch (block.type) {
    case 'heading':
      return [`${indent}${'#'.repeat(block.depth)} ${plainText(block.children)}`]
    case 'paragraph':
      return [`${indent}${plainText(block.children)}`]
    case 'sourceLine':
      return [`${indent}[${plainText(block.children)}]`]
    case 'list':
      return block.items.flatMap((item) => said(item, `${indent}- `))
    case 'chart':
    case 'table':
      return [`${indent}${block.type} ${block.number ?? ''} ${plainText(block.caption ?? [])}`.trimEnd()]
    case 'columns':
      return block.columns.flatMap((column) => [`${indent}column`, ...said(column, inner)])
    case 'speakerNotes':
      return [`${indent}notes`, ...said(block.children, inner)]
    case 'note':
      return [`${indent}note`, ...said(block.children, inner)]
    default:
      return [`${indent}${block.type}`]
  }
}
