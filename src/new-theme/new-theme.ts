import { basename, resolve } from 'node:path'
import type { Outcome } from '../diagnostic.ts'
import { adoptTheme } from '../reference/adopt-theme.ts'
import { readReference } from '../reference/read-reference.ts'
import { accentCompanions, contrast, readableShade } from '../theme/check-contrast.ts'
import { checkSeries } from '../theme/check-print.ts'
import { readThemeFile } from '../theme/read-theme.ts'
import type { Theme } from '../theme/theme.ts'

/** A theme's text for a colour, `#0b5fa5`, or a PowerPoint file's colours; and the changes to them, a line each. */
export function makeTheme(from: string): Outcome<{ text: string; remarks: string[] }> {
  const { value: own, diagnostics } = readThemeFile(undefined, '.')
  if (!own) return { value: undefined, diagnostics }
  if (from.startsWith('#')) return about(from, makeColors(own.colors, { accent: from.toLowerCase() }))
  const { value: reference, diagnostics: faults } = readReference(resolve(from), from)
  if (!reference) return { value: undefined, diagnostics: faults }
  const { accent, second, paper, ink, muted, rule, panel } = adoptTheme(own, reference).value?.colors ?? own.colors
  const base = { ...own.colors, paper, ink, muted, rule, panel }
  return about(from, makeColors(base, { accent, second }))
}

function about(
  from: string,
  { colors, changed }: ReturnType<typeof makeColors>,
): Outcome<{ text: string; remarks: string[] }> {
  const remarks = changed.map((change) => remark(change, colors[change.name]))
  const text = [
    `# Made from ${basename(from)}: words have 4.5 to 1 on their ground, marks of charts 3 to 1; series stay apart in grey and to the colour-blind.`,
    ...remarks.map((line) => `# ${line}`),
    'colors:',
    ...Object.entries(colors).map(([name, color]) => `  ${name}: '${color}'`),
  ].join('\n')
  return { value: { text: `${text}\n`, remarks }, diagnostics: [] }
}

function remark({ name, wanted, why }: Changed, color: string): string {
  return `${name}: ${wanted} is ${why}; ${color} stands in its place`
}

type Colors = Theme['colors']

/** Second colours and greys to choose from, each after those that are liked better. */
const seconds = ['#c97420', '#b3352b', '#1b7f5c', '#7a3e9d', '#0b5fa5', '#8a5a00', '#3f4a56', '#16202c']
const contexts = ['#8293a5', '#7b8794', '#6c7885', '#8d8d8d', '#5b6673', '#4a545f', '#333c46']

/** What was wanted of a colour and could not be had. */
interface Changed {
  name: keyof Colors
  wanted: string
  why: string
}

/**
 * A theme's colours about an accent, and a second colour where one is wanted, that pass what themes are held to: words
 * 4.5 to 1 on their ground, marks 3
 * to 1 on paper, series apart in grey and to the colour-blind. `base` gives all others.
 */
function makeColors(
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
  const toRead = (one: string) => (contrast(one, paper) < 4.5 ? (readableShade(one, [paper], 4.5) ?? ink) : one)
  const colors = { ...base, accent, second, context, good: toRead(base.good), bad: toRead(base.bad) }
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
