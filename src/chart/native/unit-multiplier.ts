import { commonFormat, formatSaying } from './number-format.ts'

/** A value, and words that say it. */
export interface SaidValue {
  value: number
  text: string
}

/** The powers of ten that words name and no comma of a number format divides by. */
const powers: Readonly<Record<string, number>> = { 万: 4, 亿: 8, 万亿: 12 }

/** Those that cells may count in. */
const multipliers = [0, 4, 8]

/**
 * The power of ten that the cells behind an axis are divided by, as SDMX's UNIT_MULT has it: 4 where they count in 万, 8
 * for 亿, 0 for the numbers
 * themselves. It is the one in which number formats say the most of the labels and the axis, so that these follow a
 * cell that is edited.
 */
export function chooseUnitMultiplier(
  labels: readonly SaidValue[],
  axis: readonly SaidValue[],
  language: string,
): number {
  if (![...labels, ...axis].some(({ text }) => /\d\s?[万亿]/.test(text))) return 0
  const worth = (multiplier: number) => {
    const [said = [], ticks = []] = [labels, axis].map((some) =>
      some.map(({ value, text }) => ({ value: toUnits(value, multiplier), text })),
    )
    const formats = [
      ...said.map(({ value, text }) => formatSaying(value, text, language)),
      commonFormat(ticks, language),
    ]
    return formats.reduce((sum, format) => sum + getWorth(format), 0)
  }
  return multipliers.reduce((best, next) => (worth(next) > worth(best) ? next : best))
}

/** A format whose point is a letter has as many decimals as it has, whatever is edited: better than none. */
function getWorth(format: string | undefined): number {
  if (format === undefined) return 0
  return format.includes('\\.') ? 2 : 3
}

/** A value as a cell holds it, without what binary fractions leave behind. */
export function toUnits(value: number, multiplier: number): number {
  return multiplier === 0 ? value : Number((value / 10 ** multiplier).toPrecision(15))
}

/** The number format of cells that count in a unit: it names that unit, with as many decimals as they have. */
export function unitFormat(multiplier: number, cells: readonly (number | null)[]): string | undefined {
  const [unit] = Object.entries(powers).find(([, power]) => power === multiplier) ?? []
  const decimals = cells.map((cell) => /\.(\d+)/.exec(String(cell))?.[1]?.length ?? 0)
  const most = Math.min(4, Math.max(0, ...decimals))
  return unit === undefined ? undefined : `0${most > 0 ? `.${'0'.repeat(most)}` : ''}"${unit}"`
}

/** The unit multiplier of a number format: 4 for `0"万"`, 0 for `0\.00,,"亿"`, which divides as its word says. */
export function formatMultiplier(format: string): number {
  const match = /0(?:\\\.(0+))?(,*)"\s?(万亿|亿|万)/.exec(format)
  if (!match) return 0
  const [, decimals = '', commas = '', unit = ''] = match
  return (powers[unit] ?? 0) - decimals.length - 3 * commas.length
}
