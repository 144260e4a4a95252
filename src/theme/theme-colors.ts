import type { ColorName, Theme } from './theme.ts'

/** Red, green and blue of a colour such as #0b5fa5, as light from 0 to 1 (IEC 61966-2-1). */
export type Light = readonly [red: number, green: number, blue: number]

export function toLight(hex: string): Light {
  const [red = 0, green = 0, blue = 0] = toChannels(hex).map((channel) => {
    const value = channel / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return [red, green, blue]
}

/** Red, green and blue of a colour such as #0b5fa5, from 0 to 255. */
export function toChannels(hex: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
}

/** The colour of these channels: `#0b5fa5`. */
export function toHex(channels: readonly number[]): string {
  const pair = (channel: number) =>
    Math.round(Math.max(0, Math.min(255, channel)))
      .toString(16)
      .padStart(2, '0')
  return `#${channels.map(pair).join('')}`
}

/** The channels of a hue in degrees, the others from 0 to 1 (CSS Color 4, 7.1). */
export function hslToRgb(hue: number, saturation: number, lightness: number): number[] {
  const amplitude = saturation * Math.min(lightness, 1 - lightness)
  return [0, 8, 4].map((offset) => {
    const k = (((offset + hue / 30) % 12) + 12) % 12
    return 255 * (lightness - amplitude * Math.max(-1, Math.min(k - 3, 9 - k, 1)))
  })
}

/** Relative luminance of a colour such as #0b5fa5, from 0 to 1 (WCAG 2). */
export function luminance(hex: string): number {
  const [red, green, blue] = toLight(hex)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The theme as a black-and-white printer shows it: each colour as the grey of its luminance. */
export function toGreyTheme(theme: Theme): Theme {
  const entries = Object.entries(theme.colors).map(([name, color]) => [name, toGrey(color)])
  return { ...theme, colors: Object.fromEntries(entries) as Record<ColorName, string> }
}

function toGrey(color: string): string {
  const light = luminance(color)
  const value = light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055
  return toHex([value * 255, value * 255, value * 255])
}
