import { commonFormat, formatSaying } from './number-format.ts'

/** A value, and words that say it. */
export interface SaidValue {
  value: number
  text: string
}

/** The powers of ten that words name and no comma of a number format divides by. */
const powers: Readonly<Record<string, number>> = { 万: 4, 亿: 8, 万亿: 12 }

/** Those that cells may count in, the plain number first. */
const multipliers = [0, 8, 4]

/**
 * The power of ten that the cells behind an axis are divided by, as SDMX's UNIT_MULT has it: 4 where they count in 万, 8 for 亿, 0 for the numbers
 * themselves. It is the one in which number formats say the most of the labels and the axis, so that these follow a cell that is edited.
 */
export function chooseUnitMultiplier(
  labels: readonly SaidValue[],
  axis: readonly SaidValue[],
  language: string,
): number {
  if (![...labels, ...axis].some(({ text }) => /\d\s?[万亿]/.test(text))) return 0
  const count = (multiplier: number) => {
    const [said, ticks] = [labels, axis].map((some) => some.map((one) => inCells(one, multiplier)))
    const isSaid = ({ value, text }: SaidValue) => formatSaying(value, text, language) !== undefined
    return (said ?? []).filter(isSaid).length + (ticks?.length && commonFormat(ticks, language) !== undefined ? 1 : 0)
  }
  return multipliers.reduce((best, next) => (count(next) > count(best) ? next : best))
}

function inCells({ value, text }: SaidValue, multiplier: number): SaidValue {
  return { value: toUnits(value, multiplier), text }
}

/** A value as a cell holds it, without what binary fractions leave behind. */
export function toUnits(value: number, multiplier: number): number {
  return multiplier === 0 ? value : Number((value / 10 ** multiplier).toPrecision(15))
}

/** The number format of cells that count in a unit: it names that unit, with as many decimals as the labels have. */
export function unitFormat(multiplier: number, labels: readonly { text: string }[]): string | undefined {
  const [unit] = Object.entries(powers).find(([, power]) => power === multiplier) ?? []
  const decimals = labels.map(({ text }) => /\.(\d+)/.exec(text)?.[1]?.length ?? 0)
  const most = Math.max(0, ...decimals)
  return unit === undefined ? undefined : `0${most > 0 ? `.${'0'.repeat(most)}` : ''}"${unit}"`
}

/** The unit multiplier of cells by their number format: 4 of `0"万"`, 0 of `0\.00,,"亿"`, which divides by as much as its word names. */
export function formatMultiplier(format: string): number {
  const match = /0(?:\\\.(0+))?(,*)"\s?(万亿|亿|万)/.exec(format)
  if (!match) return 0
  const [, decimals = '', commas = '', unit = ''] = match
  return (powers[unit] ?? 0) - decimals.length - 3 * commas.length
}
