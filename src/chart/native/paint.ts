import type { NativeFont, NativeLine, NativePaint } from '../native-types.ts'
import type { FactItem } from './facts.ts'

/** A CSS colour as a paint; undefined for none, for a gradient, and for one that cannot be seen. */
export function toPaint(css: unknown, ...opacities: (number | undefined)[]): NativePaint | undefined {
  if (typeof css !== 'string' || css === '' || css === 'none' || css === 'transparent') return undefined
  const opacity = opacities.reduce<number>((product, part) => product * (part ?? 1), 1)
  return opacity === 0 ? undefined : { color: css, opacity: round(opacity) }
}

const round = (opacity: number): number => Math.round(opacity * 1000) / 1000

/** The fill of an item. */
export function fillOf({ fill, fillOpacity, opacity }: FactItem): NativePaint | undefined {
  return toPaint(fill, fillOpacity, opacity)
}

/** The stroke of an item, its width in points of the chart's box; undefined for none. */
export function strokeOf(item: FactItem, scale: number): NativeLine | undefined {
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

/** The font of a text item, its size in points of the chart's box. `headingFamily` is the theme's, where it differs from the body's. */
export function fontOf(item: FactItem, scale: number, headingFamily: string | undefined): NativeFont {
  const { fontSize = 11, fontWeight, fontStyle, font } = item
  return {
    size: Math.round(fontSize * scale * 10) / 10,
    bold: fontWeight === 'bold' || fontWeight === 'bolder' || Number(fontWeight) >= 600,
    italic: fontStyle === 'italic' || fontStyle === 'oblique',
    paint: fillOf(item) ?? { color: '#000000', opacity: 1 },
    family: headingFamily !== undefined && font === headingFamily ? 'heading' : 'body',
  }
}
