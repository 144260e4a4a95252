import type { NativeShape, NativeText } from '../native-types.ts'
import { type BuiltAxis, ruleShape, textShape } from './axis.ts'
import { type FactItem, type Facts, NotPossible } from './facts.ts'

/** More rules than these are data of a kind that PowerPoint has no chart for. */
const mostRules = 24

/** The rules of a chart as lines at their places. Throws NotPossible where they are many. */
export function ruleShapes(
  facts: Facts,
  value: BuiltAxis | undefined,
  { value: channel }: { value: 'x' | 'y' },
): NativeShape[] {
  const items = facts.marks.filter(({ type }) => type === 'rule').flatMap(({ groups }) => groups.flat())
  const place = value?.place ?? ((position: number) => position)
  const within = withinFrame(facts, channel, place)
  const shapes = items.flatMap((item) => {
    const { x = 0, y = 0, x2 = x, y2 = y } = item
    const moved =
      channel === 'y'
        ? { ...item, x, x2, y: within(y), y2: within(y2) }
        : { ...item, x: within(x), x2: within(x2), y, y2 }
    return ruleShape(facts, moved, { x: 0, y: 0 })
  })
  // A rule at a constant is drawn anew for each row of its data.
  const distinct = new Map(shapes.map((shape) => [JSON.stringify(shape), shape]))
  if (distinct.size > mostRules) throw new NotPossible('it draws a line for each value')
  return [...distinct.values()]
}

/** A place on the axis moves with it; the frame's edges stay. */
function withinFrame({ frame }: Facts, channel: 'x' | 'y', place: (position: number) => number) {
  const length = channel === 'y' ? frame.height : frame.width
  return (position: number): number => (position <= 0 || position >= length ? position : place(position))
}

/** Words of no point of a series, where Vega put them. */
export function placedText(
  facts: Facts,
  item: FactItem,
  value: BuiltAxis | undefined,
  { value: channel }: { value: 'x' | 'y' },
): NativeText {
  const position = (channel === 'y' ? item.y : item.x) ?? 0
  const shift = value ? withinFrame(facts, channel, value.place)(position) - position : 0
  return textShape(facts, item, channel === 'y' ? { x: 0, y: shift } : { x: shift, y: 0 })
}
