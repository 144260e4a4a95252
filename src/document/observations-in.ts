import type { Observation } from '../dataset/types.ts'
import type { Block, Inline } from './types.ts'

/** The observations that blocks show, in order of appearance, each once; speaker notes and source lines aside. */
export function observationsIn(blocks: readonly Block[]): Observation[] {
  const found = blocks.flatMap(blockObservations)
  return [...new Map(found.map((observation) => [observation.key, observation])).values()]
}

function blockObservations(block: Block): Observation[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return inlineObservations(block.children)
    case 'list':
      return block.items.flat().flatMap(blockObservations)
    case 'table':
      return [
        ...inlineObservations(block.caption ?? []),
        ...[block.header, ...block.rows].flat().flatMap(({ children }) => inlineObservations(children)),
      ]
    case 'chart':
      return [...inlineObservations(block.caption ?? []), ...block.chart.observations]
    case 'keyFigures':
      return block.figures.flatMap(({ value, label, change }) => inlineObservations([...value, ...label, ...change]))
    case 'columns':
      return block.columns.flat().flatMap(blockObservations)
    case 'quote':
      return [...block.children.flatMap(blockObservations), ...inlineObservations(block.attribution ?? [])]
    case 'note':
    case 'footnote':
      return block.children.flatMap(blockObservations)
    case 'speakerNotes':
    case 'sourceLine':
    case 'slideOptions':
    case 'pageBreak':
    case 'contents':
    case 'sourceList':
      return []
  }
}

function inlineObservations(inlines: readonly Inline[]): Observation[] {
  return inlines.flatMap((inline) => {
    if (inline.type === 'figure') return [inline.observation]
    return 'children' in inline ? inlineObservations(inline.children) : []
  })
}
