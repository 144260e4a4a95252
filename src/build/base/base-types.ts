import type { TextKind, Vector } from './living-types.ts'

/** A figure in a text: where it begins, how many characters it takes, and its key: `netizens@2023-12`. */
export type Mark = readonly [start: number, length: number, key: string]

/** A text as a build wrote it, and the figures in it. */
export interface MarkedText {
  text: string
  marks: readonly Mark[]
}

export interface BaseText extends MarkedText {
  slide: number
  item: string
  kind: TextKind
  /** The colours of the theme that its runs have of their own, by run; absent where none has one. */
  colors?: readonly string[] | undefined
}

export interface BaseTable {
  slide: number
  item: string
  /** The head first. */
  rows: readonly (readonly MarkedText[])[]
}

export interface BaseSeries {
  vectors: readonly Vector[]
  labels: readonly { index: number; text: string }[]
  /** The indices of points that look otherwise than the series. */
  points: readonly number[]
}

export interface BaseChart {
  slide: number
  item: string
  series: readonly BaseSeries[]
  settings: Readonly<Record<string, string>>
}

export interface BasePicture {
  slide: number
  item: string
  alt: string
  hashes: readonly string[]
}

export interface BaseCourse {
  slide: number
  item: string
  course: string
}

/** A figure's number: its value as a decimal in the unit's base, the power of ten of its last digit, its unit, its qualifier or nothing. */
export type BaseFigure = readonly [value: string, precision: number, unit: string, qualifier: string]

/** Words that are held to figures: the rule with its arguments, and the sentence that they stand in. */
export interface BaseClaim {
  words: string
  sentence: string
  rule: string
  isTrue: boolean
}

/** What a build knew of the deck that it made: all that a colleague may change or a later build may say otherwise. It travels in the deck. */
export interface DeckBase {
  report: { id: string; language: string; period: string; comparison: string }
  /** The titles of the slides in their order. */
  slides: readonly string[]
  texts: readonly BaseText[]
  tables: readonly BaseTable[]
  charts: readonly BaseChart[]
  pictures: readonly BasePicture[]
  courses: readonly BaseCourse[]
  claims: readonly BaseClaim[]
  figures: Readonly<Record<string, BaseFigure>>
}
