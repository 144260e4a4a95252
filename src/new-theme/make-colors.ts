import { accentCompanions, contrast, readableShade } from '../theme/check-contrast.ts'
import { checkSeries } from '../theme/check-print.ts'
import type { Theme } from '../theme/theme.ts'

type Colors = Theme['colors']

/** Second colours and greys to choose from, each after those that are liked better. */
const seconds = ['#c97420', '#b3352b', '#1b7f5c', '#7a3e9d', '#0b5fa5', '#8a5a00', '#3f4a56', '#16202c']
const contexts = ['#8293a5', '#7b8794', '#6c7885', '#8d8d8d', '#5b6673', '#4a545f', '#333c46']

/** What was wanted of a colour and could not be had. */
export interface Changed {
  name: keyof Colors
  wanted: string
  why: string
}

/**
 * A theme's colours about an accent, and a second colour where one is wanted, that pass what themes are held to: words 4.5 to 1 on their ground, marks 3
 * to 1 on paper, series apart in grey and to the colour-blind. `base` gives all others.
 */
export function makeColors(
  base: Colors,
  wanted: { accent: string; second?: string | undefined },
): { colors: Colors; changed: Changed[] } {
  const { paper, ink } = base
  const isSeen = (color: string) => contrast(color, paper) >= 3
  const carriesWords = (color: string) => Math.max(contrast(color, paper), contrast(color, ink)) >= 4.5
  const seen = isSeen(wanted.accent) ? wanted.accent : (readableShade(wanted.accent, [paper], 3) ?? ink)
  const accent = carriesWords(seen) ? seen : (readableShade(seen, [paper], 4.5) ?? ink)
  const isApart = (colors: Partial<Colors>, name: 'second' | 'context') =>
    checkSeries({ ...base, accent, ...colors }).every(({ a, b }) => a !== name && b !== name)
  const choose = (name: 'second' | 'context', choices: readonly string[]): string =>
    choices.find((color) => isSeen(color) && isApart({ [name]: color }, name)) ?? ink
  const second = choose('second', [...(wanted.second === undefined ? [] : [wanted.second]), ...seconds])
  const context = choose('context', [base.context, ...contexts])
  const colors = { ...base, accent, second, context }
  return {
    colors: { ...colors, ...accentCompanions(colors) },
    changed: [
      ...(accent === wanted.accent
        ? []
        : [{ name: 'accent' as const, wanted: wanted.accent, why: 'too light to be seen on paper' }]),
      ...(wanted.second === undefined || second === wanted.second
        ? []
        : [{ name: 'second' as const, wanted: wanted.second, why: 'too light, or too like the accent to some eyes' }]),
    ],
  }
}
