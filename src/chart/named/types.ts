import type { Indicator, Measure, Period } from '../../dataset/types.ts'
import type { Locale } from '../../locale/types.ts'
import type { JsonObject } from '../spec/json.ts'
import type { Medium } from '../types.ts'

/** A chart that is asked for by name: what it is for, what it can be told, and the spec that it stands for. */
export interface NamedChart {
  /** As the reference says it: `figures in order of size`. */
  purpose: string
  /** Those that it takes beside `list`, `figures` and `accent`. */
  options: Readonly<Record<string, OptionKind>>
  toSpec(request: ChartRequest): JsonObject
}

/** What an option may say: one of some words, a whole number, a period of the figures, or indicators and lists. */
export type OptionKind =
  | { type: 'word'; words: readonly string[] }
  | { type: 'count' }
  | { type: 'period' }
  | { type: 'figures' }

/** What a chart by name is made of, all of it known to the dataset. */
export interface ChartRequest {
  /** The name of the data, as a spec has it: `urban-netizens, rural-netizens`. */
  data: string
  indicators: readonly Indicator[]
  /** The unit of all of them. */
  unit: string
  /** Ids of the indicators to be seen first; none where all are alike. */
  accent: readonly string[]
  /** The measure that is drawn. */
  measure: Measure
  /** The periods at which any of them has that measure, in order. */
  periods: readonly Period[]
  /** Ids of the indicators that are ever below zero. */
  belowZero: readonly string[]
  locale: Locale
  medium: Medium
  /** As they are written, each sound. */
  options: Readonly<Record<string, string>>
}
