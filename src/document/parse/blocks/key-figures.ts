import { changeDirection } from '../../../locale/change-direction.ts'
import type { FigureInline, Inline, KeyFigure, List } from '../../types.ts'
import { type Parsing, report } from '../parsing.ts'

/** A list's items as key figures of two or three lines: number, label, change. Items without a figure are errors. */
export function toKeyFigures({ items, place }: List, parsing: Parsing): KeyFigure[] {
  return items.flatMap((item) => {
    const [first] = item
    const lines = first?.type === 'paragraph' && item.length === 1 ? splitLines(first.children) : []
    const [value = [], label = [], ...change] = lines
    const figure = firstFigure(value)
    if (figure && label.length > 0 && change.length <= 1)
      return [toKeyFigure(figure, value, label, change[0] ?? [], parsing)]
    const hint =
      'write {{key-figure "id"}} at the beginning of its line, without a dash, or three lines, each but the last ending in \\: number, label, change'
    report(parsing, 'not a key figure', item[0]?.place ?? place, hint)
    return []
  })
}

function toKeyFigure(
  figure: FigureInline,
  value: Inline[],
  label: Inline[],
  change: Inline[],
  parsing: Parsing,
): KeyFigure {
  const movement = firstFigure(change)?.observation
  const direction = movement && movement.measure !== 'value' ? changeDirection(movement) : undefined
  const good = parsing.dataset.indicators.get(figure.observation.indicator)?.good
  const isGood = good && direction && direction !== 'flat' ? direction === good : undefined
  return { value, label, change, direction, good: isGood, observation: figure.observation }
}

function firstFigure(inlines: readonly Inline[]): FigureInline | undefined {
  for (const inline of inlines) {
    const found = inline.type === 'figure' ? inline : 'children' in inline ? firstFigure(inline.children) : undefined
    if (found) return found
  }
  return undefined
}

function splitLines(inlines: readonly Inline[]): Inline[][] {
  const breaks = inlines.flatMap((inline, index) => (inline.type === 'break' ? [index] : []))
  return [...breaks, inlines.length].map((end, index) =>
    inlines.slice(index === 0 ? 0 : (breaks[index - 1] ?? 0) + 1, end),
  )
}
