import { mapBlockLists, mapInlines } from './map-blocks.ts'
import type { Document, Inline } from './types.ts'

/** The document with its footnotes numbered in the order of their first references, whatever an author called them, and set in that order. */
export function numberNotes(document: Document): Document {
  const numbers = new Map<string, string>()
  const rename = (inline: Inline): Inline => {
    if (inline.type !== 'noteReference') return inline
    const number = numbers.get(inline.label) ?? String(numbers.size + 1)
    numbers.set(inline.label, number)
    return { ...inline, label: number }
  }
  const named = document.blocks.flatMap((block) => (block.type === 'footnote' ? [] : mapOne(block, rename)))
  if (numbers.size === 0) return document
  const notes = document.blocks.flatMap((block) => {
    const label = block.type === 'footnote' ? numbers.get(block.label) : undefined
    return block.type === 'footnote' && label !== undefined ? [{ ...block, label }] : []
  })
  return { ...document, blocks: [...named, ...notes.toSorted((a, b) => Number(a.label) - Number(b.label))] }
}

function mapOne(block: Document['blocks'][number], change: (inline: Inline) => Inline): Document['blocks'] {
  return mapBlockLists([block], (blocks) => blocks.map((one) => mapInlines(one, change)))
}
