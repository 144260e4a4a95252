import { parseCssColor } from '../../../graphics/css-color.ts'
import type { NativePaint } from '../native-types.ts'

/** The most transparent paint that looks on white as this one does; undefined for a colour that is not written in numbers, and for gradients. */
export function sheer({ color, opacity, gradient }: NativePaint): NativePaint | undefined {
  const parsed = gradient ? undefined : parseCssColor(color)
  const digits = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/.exec(parsed?.color ?? '')?.slice(1)
  if (!parsed || !digits) return undefined
  const whole = opacity * parsed.opacity
  const seen = digits.map((digit) => 255 - (255 - Number.parseInt(digit, 16)) * whole)
  const least = 1 - Math.min(...seen) / 255
  if (least === 0) return { color: '#ffffff', opacity: 0 }
  const own = seen.map((value) => Math.round(255 - (255 - value) / least))
  return {
    color: `#${own.map((value) => value.toString(16).padStart(2, '0')).join('')}`,
    opacity: Math.round(least * 1000) / 1000,
  }
}
