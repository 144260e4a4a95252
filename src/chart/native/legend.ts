import type { NativeLegend, NativeShape, NativeText } from '../native-types.ts'
import { textShape } from './axis.ts'
import { type Facts, NotPossible, textOf } from './facts.ts'
import { fontOf } from './paint.ts'

/** The chart's legend at Vega's place, with its title as words. Throws NotPossible for scales of colour that run on, and for two legends of different things. */
export function toLegend(facts: Facts): { legend: NativeLegend | undefined; shapes: NativeShape[] } {
  const legends = facts.legends.filter(
    ({ scales }) => !('size' in scales && !('fill' in scales) && !('stroke' in scales)),
  )
  const [first, second] = legends
  if (!first) return { legend: undefined, shapes: [] }
  if (first.isGradient) throw new NotPossible('its colours run on, and PowerPoint has no legend for that')
  if (second) throw new NotPossible('it has more than one legend')
  const { zoom, origin, headingFamily } = facts
  const [entry] = first.entries
  const x1 = origin[0] + first.bounds.x1
  const y1 = origin[1] + first.bounds.y1
  const title = first.title && textOf(first.title) !== '' ? first.title : undefined
  const titleHeight = title?.bounds ? title.bounds.y2 - title.bounds.y1 + 3 : 0
  const side = sideOf(first.orient)
  return {
    legend: {
      side,
      // An office program sets the words of a legend a little within its box.
      place: { x: x1 * zoom, y: Math.max(0, (y1 + titleHeight) * zoom - 4) },
      font: fontOf(entry?.label ?? {}, zoom, headingFamily),
    },
    shapes: title ? [textShape(facts, title, first)] : [],
  }
}

function sideOf(orient: string): NativeLegend['side'] {
  if (orient.startsWith('top')) return 'top'
  if (orient.startsWith('bottom')) return 'bottom'
  return orient === 'left' ? 'left' : 'right'
}

/** The chart's title, and what else stands with it as words at its place. */
export function toTitle(facts: Facts): { title: NativeText | undefined; shapes: NativeText[] } {
  const [title, ...shapes] = facts.titles
    .filter(({ item }) => textOf(item) !== '')
    .map(({ item, ...at }) => textShape(facts, item, at))
  return { title, shapes }
}
