import type { Observation } from '../../src/dataset/types.ts'

/** The ways in which a person mistypes a figure. */
export const kinds = ['digits transposed', 'sign', 'unit', 'precision', 'factor of ten', 'qualifier', 'period'] as const
export type Kind = (typeof kinds)[number]

/** One change to one line of a data file. */
export interface Mutant {
  kind: Kind
  key: string
  file: string
  /** 1-based. */
  line: number
  before: string
  after: string
}

/** All mutants of an observation, whose lines stand in `lines` from its place on. */
export function getMutants(observation: Observation, lines: readonly string[], first: number): Mutant[] {
  const { key, measure, place } = observation
  const name = { value: 'value', change: 'by', rate: 'rate' }[measure]
  const written = find(lines, first, new RegExp(`^[\\s-]*${name}: (.+)$`))
  const period = findBack(lines, first, /^[\s-]*period: (.+)$/)
  const since = measure === 'value' ? undefined : findBack(lines, first, /^[\s-]*since: (.+)$/)
  const make = (kind: Kind, at: { line: number; text: string }, texts: readonly string[]): Mutant[] =>
    texts
      .filter((text) => text !== at.text)
      .map((after) => ({ kind, key, file: place.file, line: at.line, before: at.text, after }))
  return [
    ...make('digits transposed', written, transposed(written.text)),
    ...make('sign', written, [written.text.startsWith('-') ? written.text.slice(1) : negated(written.text)]),
    ...make('unit', written, otherUnits(written.text)),
    ...make('precision', written, otherPrecisions(written.text)),
    ...make('factor of ten', written, otherScales(written.text)),
    ...make('qualifier', written, [/^over /.test(written.text) ? written.text.slice(5) : `over ${written.text}`]),
    ...make('period', period, periodsAround(period.text)),
    ...(since && /^\d/.test(since.text) ? make('period', since, periodsAround(since.text)) : []),
  ]
}

/** As find, upwards: an observation's place is that of its number, and its period stands above it. */
function findBack(lines: readonly string[], first: number, pattern: RegExp): { line: number; text: string } {
  const line = lines.findLastIndex((line, index) => index < first && pattern.test(line)) + 1
  return find(lines, line, pattern)
}

function find(lines: readonly string[], first: number, pattern: RegExp): { line: number; text: string } {
  const index = lines.findIndex((line, index) => index >= first - 1 && pattern.test(line))
  const text = pattern.exec(lines[index] ?? '')?.[1]
  if (text === undefined) throw new Error(`nothing like ${pattern} from line ${first} on`)
  return { line: index + 1, text: text.trim() }
}

/** Each pair of neighbouring digits that differ, swapped, where no nought comes first. */
function transposed(text: string): string[] {
  return [...text.matchAll(/(?=(\d)(\.?)(\d))/g)].flatMap(({ index, 1: a = '', 2: point = '', 3: b = '' }) =>
    a === b ? [] : [text.slice(0, index) + b + point + a + text.slice(index + 2 + point.length)],
  )
}

function negated(text: string): string {
  return text.replace(/\d/, '-$&')
}

function otherUnits(text: string): string[] {
  if (text.endsWith('%')) return [text.replace('%', ' pp')]
  if (text.endsWith(' pp')) return [text.replace(' pp', '%')]
  return [text.endsWith(' yuan') ? text.replace('yuan', 'people') : `${text} yuan`]
}

/** A digit less, rounded; and a nought more. */
function otherPrecisions(text: string): string[] {
  return [
    text.replace(/(\d+)\.(\d+)/, (number, _, decimals: string) => Number(number).toFixed(decimals.length - 1)),
    text.replace(/\d+(\.\d+)?/, (number) => (number.includes('.') ? `${number}0` : `${number}.0`)),
  ]
}

/** A scale up or down, and the point a place to the left or right. */
function otherScales(text: string): string[] {
  const scales = ['thousand', 'million', 'billion', 'trillion']
  const scale = scales.findIndex((word) => text.includes(word))
  const words = [scales[scale - 1], scales[scale + 1]].flatMap((word) => (scale >= 0 && word ? [word] : []))
  const shift = (power: number) =>
    text.replace(/\d+(?:\.(\d+))?/, (number, decimals = '') =>
      (Number(number) * 10 ** power).toFixed(Math.max(0, decimals.length - power)),
    )
  return [...words.map((word) => text.replace(scales[scale] ?? '', word)), shift(1), shift(-1)]
}

/** A year before and after; of a month, also the month and the half year before. */
function periodsAround(text: string): string[] {
  const year = Number(text.slice(0, 4))
  const years = [year - 1, year + 1].map((other) => `${other}${text.slice(4)}`)
  return text.endsWith('-12') ? [...years, `${year}-11`, `${year}-06`] : years
}
