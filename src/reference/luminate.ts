import { hslToRgb, toChannels, toHex } from '../theme/theme-colors.ts'

/** A colour with its HSL lightness multiplied, then added to, as by `lumMod` and `lumOff`. Parts of 1. */
export function luminate(hex: string, multiplied: number, added: number): string {
  if (multiplied === 1 && added === 0) return hex.toLowerCase()
  const { hue, saturation, lightness } = toHsl(hex)
  return toHex(hslToRgb(hue, saturation, Math.min(1, Math.max(0, lightness * multiplied + added))))
}

/** Hue in degrees, the others as parts of 1. */
export function toHsl(hex: string): { hue: number; saturation: number; lightness: number } {
  const [red = 0, green = 0, blue = 0] = toChannels(hex).map((channel) => channel / 255)
  const [least, most] = [Math.min(red, green, blue), Math.max(red, green, blue)]
  const lightness = (least + most) / 2
  const spread = most - least
  if (spread === 0) return { hue: 0, saturation: 0, lightness }
  const saturation = spread / (1 - Math.abs(2 * lightness - 1))
  const hue =
    most === red
      ? ((green - blue) / spread + 6) % 6
      : most === green
        ? (blue - red) / spread + 2
        : (red - green) / spread + 4
  return { hue: hue * 60, saturation, lightness }
}
