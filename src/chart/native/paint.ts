import type { SceneItem } from '../draw/scene/scene.ts'
import type { NativeFont, NativeGradient, NativeLine, NativePaint } from './native-types.ts'
import { NotPossible } from './not-possible.ts'

/** A CSS colour or Vega gradient as paint; undefined if invisible. Throws NotPossible for radial gradients. */
export function toPaint(css: unknown, ...opacities: (number | undefined)[]): NativePaint | undefined {
  const gradient = toGradient(css)
  const color = gradient ? gradient.stops[0]?.color : css
  if (typeof color !== 'string' || color === '' || color === 'none' || color === 'transparent') return undefined
  const opacity = opacities.reduce<number>((product, part) => product * (part ?? 1), 1)
  if (opacity === 0) return undefined
  return { color, opacity: round(opacity), ...(gradient ? { gradient } : {}) }
}

/** Vega's gradients run between two corners of the painted box, given in parts of it. */
function toGradient(fill: unknown): NativeGradient | undefined {
  if (typeof fill !== 'object' || fill === null || !('stops' in fill) || !Array.isArray(fill.stops)) return undefined
  if (Reflect.get(fill, 'gradient') === 'radial') throw new NotPossible('it is filled with colours that run in circles')
  const { x1 = 0, y1 = 0, x2 = 1, y2 = 0 } = fill as Partial<Record<'x1' | 'y1' | 'x2' | 'y2', number>>
  const stops = fill.stops.map((stop) => ({
    at: Number(Reflect.get(stop, 'offset')),
    color: String(Reflect.get(stop, 'color')),
  }))
  return { angle: Math.round((Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI + 360) % 360, stops }
}

const round = (opacity: number): number => Math.round(opacity * 1000) / 1000

/** The fill of an item. */
export function getFill({ fill, fillOpacity, opacity }: SceneItem): NativePaint | undefined {
  return toPaint(fill, fillOpacity, opacity)
}

/** The stroke of an item, its width in points of the chart's box; undefined for none. */
export function getStroke(item: SceneItem, scale: number): NativeLine | undefined {
  const paint = toPaint(item.stroke, item.strokeOpacity, item.opacity)
  const width = (item.strokeWidth ?? 1) * scale
  return paint && width > 0 ? { paint, width, dash: toDash(item.strokeDash, item.strokeWidth ?? 1) } : undefined
}

function toDash(dash: unknown, width: number): NativeLine['dash'] {
  const [first = 0, gap = 1] = Array.isArray(dash) ? dash.map(Number) : []
  // Vega-Lite's own scale of dashes begins with one of no gap.
  if (first <= 0 || gap <= 0) return 'solid'
  if (first <= 1.6 * width) return 'dot'
  return first > 6 * width ? 'longDash' : 'dash'
}

/** A text item's font, in points of the chart's box. `headingFamily` is the theme's, where the body's differs. */
export function getFont(item: SceneItem, scale: number, headingFamily: string | undefined): NativeFont {
  const { fontSize = 11, fontWeight, fontStyle, font } = item
  return {
    size: Math.round(fontSize * scale * 10) / 10,
    bold: fontWeight === 'bold' || fontWeight === 'bolder' || Number(fontWeight) >= 600,
    italic: fontStyle === 'italic' || fontStyle === 'oblique',
    paint: getFill(item) ?? { color: '#000000', opacity: 1 },
    family: headingFamily !== undefined && font === headingFamily ? 'heading' : 'body',
  }
}
