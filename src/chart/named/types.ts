import type { Dataset, Measure, Observation, Period } from '../../dataset/types.ts'
import type { Diagnostic } from '../../diagnostic.ts'
import type { Locale } from '../../locale/types.ts'
import type { JsonObject } from '../spec/json/json.ts'
import type { Medium } from '../types.ts'

/** A chart that is asked for by name: what it is for, which options it takes, and the spec that it stands for. */
export interface NamedChart {
  /** As the reference says it: `figures in order of size`. */
  purpose: string
  /** Those that it takes beside `list`, `figures` and `accent`. */
  options: Readonly<Record<string, OptionKind>>
  /** Whether its figures stand in rows (or panels) that are parted by the categories of a dimension, `by=sex`. */
  parting?: 'required' | 'optional'
  /** False for a chart of words alone. */
  needsFigures?: false
  /** Of bars from zero: the figures they reach, and how much the scale is extended where others stand beside them. */
  bars?: { room: number; getFigures(request: ChartRequest): readonly (Observation | undefined)[] }
  /** What speaks against it in the call as a whole. */
  check?(request: ChartRequest): CallFault[]
  toSpec(request: ChartRequest): JsonObject
}

/** What is around a named chart: figures in its title, named charts of its slide, words of its heading and caption. */
export interface ChartSurroundings {
  titled: readonly Observation[]
  beside: readonly string[]
  words: string
}

/** What a call has wrong as a whole. */
export type CallFault = Pick<Diagnostic, 'message' | 'expected' | 'hint'>

/** The one thing that a call has wrong as a whole, with what to do. */
export function callFault(message: string, hint?: string): CallFault[] {
  return [{ message, hint }]
}

/**
 * What an option takes: one of some words, an integer, a period of the figures, indicators and lists,
 * a dimension of the figures, a file below the report folder, or any text.
 */
export type OptionKind =
  | { type: 'word'; words: readonly string[] }
  | { type: 'count' }
  | { type: 'period' }
  | { type: 'figures' }
  | { type: 'dimension' }
  | { type: 'file' }
  | { type: 'text' }

/** What a chart by name is made of, all of it known to the dataset. */
export interface ChartRequest {
  /** The name of the data, as a spec has it: `urban-netizens, rural-netizens`. */
  data: string
  /** The keys of the series that are drawn: indicators, and categories of them. */
  series: readonly string[]
  /** The field of the rows that tells the series apart in words: of parts of one indicator their categories. */
  name: string
  parting?: Parting | undefined
  /** The unit of all of them. */
  unit: string
  /** Its name, where that is one of several words which the heading or caption says already. */
  saidUnit?: string | undefined
  /** Keys of the series to be seen first; none where all are alike. */
  accent: readonly string[]
  /** The measure that is drawn. */
  measure: Measure
  /** The periods at which any of them has that measure, in order; of sums those of one length. */
  periods: readonly Period[]
  /** Whether figures of other periods are left out. */
  isOfOneKind: boolean
  /** Where the scale of bars ends for them to be compared with those of a like chart on the slide. */
  end?: number | undefined
  /** Keys of the series, and of the lower ends of bands, that are ever below zero. */
  belowZero: readonly string[]
  /** Whether a line's scale starts at zero: on request, or where that is near enough to the lowest number. */
  isFromZero: boolean
  dataset: Dataset
  /** The report's folder. */
  folder: string
  locale: Locale
  medium: Medium
  /** As they are written, each sound. */
  options: Readonly<Record<string, string>>
}

/** How figures are parted: rows, and in each of them a part for each category of a dimension. */
export interface Parting {
  /** The dimension, and the field of the rows of data that holds the id of the part. */
  dimension: string
  /** The field of the rows of data that names the part, and the one that orders it. */
  part: string
  partOrder: string
  /** The categories that the figures have, in the dimension's order. */
  parts: readonly { id: string; label: string }[]
  /** The ids of those that the title names. */
  named: readonly string[]
  /** The field that names the row of the chart, and the one that orders it. */
  row: string
  rowOrder: string
}
