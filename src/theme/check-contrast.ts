import type { ColorName, Theme } from './theme.ts'
import { luminance, toChannels, toHex } from './theme-colors.ts'

/** A text colour that is hard to read on its ground. */
export interface ContrastFault {
  name: ColorName
  ground: ColorName
  /** To 1, at most two decimals. */
  ratio: number
  /** What it should be at least. */
  least: number
  /** A mark of a chart, which its label can stand in for. */
  isMark: boolean
  /** The nearest darker or lighter shade that can be read, `#rrggbb`; undefined where none can. */
  shade: string | undefined
}

/** Web Content Accessibility Guidelines 2.2, 1.4.3: 4.5 for text, 3 for large text (18 points, or 14 in bold). */
const least = { text: 4.5, large: 3, mark: 3 } as const

/** Which colours stand on which as text, and how large the smallest of it is. */
const pairs: readonly [ColorName, ColorName, keyof typeof least][] = [
  ['ink', 'paper', 'text'],
  ['ink', 'panel', 'text'],
  ['muted', 'paper', 'text'],
  ['accentText', 'paper', 'text'],
  ['accentText', 'panel', 'text'],
  ['onAccent', 'accent', 'text'],
  ['good', 'paper', 'text'],
  ['bad', 'paper', 'text'],
  // Key figures, which are large and bold.
  ['accent', 'paper', 'large'],
  // Bars and lines of charts (WCAG 2.2, 1.4.11).
  ['context', 'paper', 'mark'],
  ['second', 'paper', 'mark'],
]

/** The pairs of a theme's colours that stand on each other as text with too little contrast. */
export function checkContrast(colors: Theme['colors']): ContrastFault[] {
  return pairs.flatMap(([name, ground, size]) => {
    const ratio = contrast(colors[name], colors[ground])
    if (ratio >= least[size]) return []
    // Never rounded up to what it does not reach.
    const fault = { name, ground, ratio: Math.floor(ratio * 100) / 100, least: least[size], isMark: size === 'mark' }
    return [{ ...fault, shade: readableShade(colors[name], [colors[ground]], least[size]) }]
  })
}

/** The accent's companions: a shade legible as small text on paper and panel; and paper or ink, legible on it. */
export function accentCompanions({ accent, paper, panel, ink }: Theme['colors']): {
  accentText: string
  onAccent: string
} {
  const isReadable = contrast(accent, paper) >= least.text && contrast(accent, panel) >= least.text
  return {
    accentText: isReadable ? accent : (readableShade(accent, [paper, panel], least.text) ?? ink),
    onAccent: contrast(paper, accent) >= contrast(ink, accent) ? paper : ink,
  }
}

/** A contrast below which nobody sees words on their ground. */
export const faintest = 1.15

/** The contrast of two colours, from 1 (the same) to 21 (black and white). */
export function contrast(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (lighter + 0.05) / (darker + 0.05)
}

/** The colour moved towards black, or on a dark ground towards white, until it can be read on all grounds. */
export function readableShade(color: string, grounds: readonly string[], wanted: number): string | undefined {
  const goal = luminance(grounds[0] ?? '#ffffff') > 0.18 ? 0 : 255
  for (let step = 1; step <= 50; step++) {
    const hex = toHex(toChannels(color).map((value) => value + ((goal - value) * step) / 50))
    if (grounds.every((ground) => contrast(hex, ground) >= wanted)) return hex
  }
  return undefined
}
