import type { MarkedStatus } from '../../dataset/figure/status-marks.ts'
import type { Observation } from '../../dataset/types.ts'
import { innerBlocks } from '../inner-blocks.ts'
import type { Block, FigureInline, Inline } from '../types.ts'

/** The observations that blocks show, in order of appearance, each once; speaker notes and source lines aside. */
export function observationsIn(blocks: readonly Block[]): Observation[] {
  const found = innerBlocks(blocks).flatMap((block) =>
    figuresIn(block).map((figure) => ('observation' in figure ? figure.observation : figure)),
  )
  return [...new Map(found.map((observation) => [observation.key, observation])).values()]
}

/** The statuses that the marks of figures in blocks tell, speaker notes and source lines aside. */
export function statusesIn(blocks: readonly Block[]): MarkedStatus[] {
  return innerBlocks(blocks)
    .flatMap(figuresIn)
    .flatMap((figure) => ('mark' in figure ? (figure.mark?.statuses ?? []) : []))
}

/** The figures of a block's own words, and the observations of its charts. */
function figuresIn(block: Block): (FigureInline | Observation)[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return inlineFigures(block.children)
    case 'table':
      return [
        ...inlineFigures(block.caption ?? []),
        ...[block.header, ...block.rows].flat().flatMap(({ children }) => inlineFigures(children)),
      ]
    case 'chart':
      return [...inlineFigures(block.caption ?? []), ...block.chart.observations]
    case 'keyFigures':
      return block.figures.flatMap(({ value, label, change }) => inlineFigures([...value, ...label, ...change]))
    default:
      return []
  }
}

/** The figures that inlines print, in order. */
export function inlineFigures(inlines: readonly Inline[]): FigureInline[] {
  return inlines.flatMap((inline) => {
    if (inline.type === 'figure') return [inline]
    return 'children' in inline ? inlineFigures(inline.children) : []
  })
}
