import { splitSlides } from '../slides.ts'
import type { Block, Document, Footnote, Inline } from '../types.ts'
import { mapBlockLists, mapInlines } from './map-blocks.ts'

/**
 * The document with its footnotes numbered in the order of their first references, whatever an author called them, and
 * set in that
 * order: at the document's end, in a deck at the end of each slide that refers to them.
 */
export function numberNotes(document: Document): Document {
  const notes = new Map(document.blocks.flatMap((block) => (block.type === 'footnote' ? [[block.label, block]] : [])))
  if (notes.size === 0) return document
  const text = document.blocks.filter((block) => block.type !== 'footnote')
  const { blocks } = (document.kind === 'deck' ? splitSlides(text) : [text]).reduce<Numbered>(
    (before, part) => {
      const next = numberPart(part, notes, before.count)
      return { blocks: [...before.blocks, ...next.blocks], count: next.count }
    },
    { blocks: [], count: 0 },
  )
  return { ...document, blocks }
}

interface Numbered {
  blocks: Block[]
  /** The last number given. */
  count: number
}

/** Blocks with their references numbered on from `count`, and the notes after them. */
function numberPart(blocks: readonly Block[], notes: ReadonlyMap<string, Footnote>, count: number): Numbered {
  const numbers = new Map<string, string>()
  const rename = (inline: Inline): Inline => {
    if (inline.type !== 'noteReference') return inline
    const number = numbers.get(inline.label) ?? String(count + numbers.size + 1)
    numbers.set(inline.label, number)
    return { ...inline, label: number }
  }
  // Block by block, for numbers follow the text: what a list holds comes before the paragraph after it.
  const named = blocks.flatMap((block) => mapBlockLists([block], (list) => list.map((one) => mapInlines(one, rename))))
  const used = [...numbers].flatMap(([name, label]) => {
    const note = notes.get(name)
    return note ? [{ ...note, label }] : []
  })
  return { blocks: [...named, ...used], count: count + numbers.size }
}
