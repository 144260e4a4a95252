import { parseCssColor } from '../../../graphics/css-color.ts'
import { toHex } from '../../../theme/theme-colors.ts'
import { partLine } from '../../draw/scene/part-lines.ts'
import type { SceneItem } from '../../draw/scene/scene.ts'
import { getDigits } from '../../draw/vega/vega.ts'
import { type Places, ruleShape, toAxisFigure, toAxisText } from '../axis.ts'
import type { NativePaint, NativeShape, NativeText } from '../native-types.ts'
import { NotPossible } from '../not-possible.ts'
import { getFill } from '../paint.ts'
import { type Facts, getItems } from './facts.ts'

/** More rules than these are data of a kind that PowerPoint has no chart for. */
const mostRules = 24

/** The rules of a chart that nothing else has `taken`, as placed lines. Throws NotPossible where there are many. */
export function ruleShapes(facts: Facts, places: Places, taken: ReadonlySet<SceneItem>): NativeShape[] {
  const items = getItems(facts, 'rule').filter((item) => !taken.has(item))
  const [across, down] = [withinFrame(facts, 'x', places), withinFrame(facts, 'y', places)]
  const words = getItems(facts, 'text').flatMap(({ bounds, text }) => (bounds && text !== '' ? [bounds] : []))
  const getShapes = (item: SceneItem): NativeShape[] =>
    partLine(item, words).flatMap(({ x = 0, y = 0, x2 = x, y2 = y }) => {
      const moved = { x: across(x), x2: across(x2), y: down(y), y2: down(y2) }
      return ruleShape(facts, Object.assign(Object.create(item), moved), { x: 0, y: 0 })
    })
  const drawn = distinct(items.map(getShapes).filter((shapes) => shapes.length > 0))
  if (drawn.length > mostRules) throw new NotPossible('it draws a line for each value')
  return drawn.flat()
}

/** What is drawn at a constant anew for each row of its data, once. */
function distinct<T>(shapes: readonly T[]): T[] {
  return [...new Map(shapes.map((shape) => [JSON.stringify(shape), shape])).values()]
}

/** What stands before the plot in PowerPoint is to let through at least so much of what Vega draws over it. */
const leastShown = 0.6

/**
 * The spans of a chart as shapes, behind which the plot is seen: where they are opaque, in the most transparent colour
 * that looks the same on the
 * background. Throws NotPossible for dark ones, which would hide the data.
 */
export function spanShapes(facts: Facts, places: Places): NativeShape[] {
  const [across, down] = [withinFrame(facts, 'x', places), withinFrame(facts, 'y', places)]
  const shapes = facts.spans.map((item) => {
    const { x = 0, y = 0, width = 0, height = 0 } = item
    const paint = getFill(item)
    const fill = paint && mostTransparent(paint)
    if (paint && (!fill || fill.opacity > 1 - leastShown)) throw new NotPossible('it draws rectangles behind its data')
    const [left, right, top, bottom] = [across(x), across(x + width), down(y), down(y + height)]
    return toAxisFigure(facts, 'rect', { ...item, x: left, y: top, width: right - left, height: bottom - top }, fill)
  })
  // Those that let through what lies below them are darker where they lie on each other.
  return facts.spans.every((item) => getFill(item)?.opacity === 1) ? distinct(shapes) : shapes
}

/** A place on the axis moves with it; the frame's edges stay. */
function withinFrame({ frame }: Facts, channel: 'x' | 'y', places: Places): (position: number) => number {
  const length = channel === 'y' ? frame.height : frame.width
  const place = places[channel]
  return (position) => (!place || position <= 0 || position >= length ? position : place(position))
}

/** Words of no point of a series, where Vega put them. */
export function placedTexts(facts: Facts, items: readonly SceneItem[], places: Places): NativeText[] {
  const [across, down] = [withinFrame(facts, 'x', places), withinFrame(facts, 'y', places)]
  return distinct(
    items.map((item) => {
      const { x = 0, y = 0 } = item
      return toAxisText(facts, item, { x: across(x) - x, y: down(y) - y })
    }),
  )
}

/** The most transparent paint that looks the same on white; undefined for gradients. */
function mostTransparent({ color, opacity, gradient }: NativePaint): NativePaint | undefined {
  const parsed = gradient ? undefined : parseCssColor(color)
  const hex = parsed && !parsed.color.startsWith('#') ? `#${getDigits(parsed.color)}` : parsed?.color
  const digits = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/.exec(hex ?? '')?.slice(1)
  if (!parsed || !digits) return undefined
  const whole = opacity * parsed.opacity
  const seen = digits.map((digit) => 255 - (255 - Number.parseInt(digit, 16)) * whole)
  const least = 1 - Math.min(...seen) / 255
  if (least === 0) return { color: '#ffffff', opacity: 0 }
  const own = seen.map((value) => 255 - (255 - value) / least)
  return { color: toHex(own), opacity: Math.round(least * 1000) / 1000 }
}
