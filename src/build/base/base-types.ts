import type { ItemPlace, TextKind, Vector } from './living-types.ts'

/** A figure in a text: where it begins, how many characters it takes, and its key: `netizens@2023-12`. */
export type Mark = readonly [start: number, length: number, key: string]

/** A text as a build wrote it, and the figures in it. */
export interface MarkedText {
  text: string
  marks: readonly Mark[]
  /**
   * Of an adopted deck: dates that move with the report's period, each keyed by its period.
   * The date of release and the edition's number have the keys `released` and `edition`.
   */
  dates?: readonly Mark[] | undefined
}

export interface BaseText extends MarkedText, ItemPlace {
  kind: TextKind
  /**
   * The colours that its runs have of their own, by run: of the theme by name, in an organisation’s template also by
   * channels; absent where none has one.
   */
  colors?: readonly string[] | undefined
}

export interface BaseTable extends ItemPlace {
  /** The head first. */
  rows: readonly (readonly MarkedText[])[]
}

/** A chart point that draws a figure: its index, the figure's key, and the power of ten the figure is divided by. */
export type PointTie = readonly [index: number, key: string, scale: number]

export interface BaseSeries {
  vectors: readonly Vector[]
  labels: readonly { index: number; text: string }[]
  /** The indices of points that look otherwise than the series. */
  points: readonly number[]
  /** Of an adopted deck: the figures that it draws. */
  ties?: readonly PointTie[] | undefined
}

export interface BaseChart extends ItemPlace {
  series: readonly BaseSeries[]
  settings: Readonly<Record<string, string>>
  /** Words and lines drawn on it, and where. */
  drawings: readonly { text: string; box: string }[]
}

/** A number: decimal value in the unit's base, power of ten of its last digit, unit, and qualifier or nothing. */
export type BaseFigure = readonly [value: string, precision: number, unit: string, qualifier: string]

/** Words that are held to figures: the rule with its arguments, and the sentence that they stand in. */
export interface BaseClaim {
  words: string
  sentence: string
  rule: string
  isTrue: boolean
}

/** What a build knew of its deck: all that colleagues or later builds may change. It is stored in the deck. */
export interface DeckBase {
  report: { id: string; language: string; period: string; comparison: string }
  /** Of a deck that no build made: a hash of the mapping that says which figures it shows. */
  adopted?: string | undefined
  /** The titles of the slides in their order. */
  slides: readonly string[]
  /** The numbers of those that the deck has never had: nobody has taken them out. */
  lacks?: readonly number[] | undefined
  texts: readonly BaseText[]
  tables: readonly BaseTable[]
  charts: readonly BaseChart[]
  pictures: readonly (ItemPlace & { alt: string; hashes: readonly string[] })[]
  courses: readonly (ItemPlace & { course: string })[]
  claims: readonly BaseClaim[]
  /** What things are called, by indicator, or by dimension and category (`region=wales`); of an adopted deck none. */
  names?: Readonly<Record<string, readonly string[]>> | undefined
  figures: Readonly<Record<string, BaseFigure>>
}
