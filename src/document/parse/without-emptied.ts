import type { Place } from '../../diagnostic.ts'
import { observationsIn } from '../complete/observations-in.ts'
import { headedSections } from '../slides.ts'
import type { Block } from '../types.ts'

interface Kept {
  blocks: Block[]
  /** Whether a place lies in what was left out. */
  isGone(place: Place): boolean
  /** The ids of the headings that were left out. */
  ids: string[]
}

/**
 * Leaves out slides and sections left with only headings without figures, once charts of absent figures are gone.
 * They would state what nothing shows. `charts` are the places of those charts.
 */
export function withoutEmptied(blocks: readonly Block[], charts: readonly Place[]): Kept {
  if (charts.length === 0) return { blocks: [...blocks], isGone: () => false, ids: [] }
  const emptied = headedSections(blocks).flatMap(({ heading, below }) => {
    const next = blocks[blocks.indexOf(heading) + below.length + 1]?.place
    const holds = (place: Place) =>
      place.file === heading.place.file &&
      place.line >= heading.place.line &&
      (next?.file !== place.file || place.line < next.line)
    const headings = [heading, ...below].filter(({ type }) => type === 'heading')
    const isEmptied = !below.some(isShown) && observationsIn(headings).length === 0
    return isEmptied && charts.some(holds) ? [{ blocks: [heading, ...below], holds }] : []
  })
  const gone = new Set(emptied.flatMap((section) => section.blocks))
  return {
    blocks: blocks.filter((block) => !gone.has(block)),
    isGone: (place) => emptied.some(({ holds }) => holds(place)),
    ids: [...gone].flatMap((block) => (block.type === 'heading' ? [block.id] : [])),
  }
}

const asides: readonly Block['type'][] = ['heading', 'speakerNotes', 'sourceLine', 'slideOptions', 'pageBreak']

function isShown(block: Block): boolean {
  return block.type === 'columns' ? block.columns.flat().some(isShown) : !asides.includes(block.type)
}
