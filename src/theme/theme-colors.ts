import type { ColorName, Theme } from './theme.ts'

/** Red, green and blue of a colour such as #0b5fa5, as light from 0 to 1 (IEC 61966-2-1). */
export type Light = readonly [red: number, green: number, blue: number]

export function toLight(hex: string): Light {
  const part = (start: number): number => {
    const value = Number.parseInt(hex.slice(start, start + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [part(1), part(3), part(5)]
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
  const hex = Math.round(value * 255)
    .toString(16)
    .padStart(2, '0')
  return `#${hex}${hex}${hex}`
}
