import type { BaseFigure, Mark, PointTie } from '../../build/base/base-types.ts'
import type { LivingDeck, LivingSeries, LivingText } from '../../build/base/living-types.ts'
import type { Period } from '../../dataset/types.ts'
import type { Place } from '../../diagnostic.ts'

/** Where a number stands in a deck, in words that a person finds it by. */
export interface LinePlace {
  /** From 1; 0 for a master or layout. */
  slide: number
  /** The shape's name; of a master or layout that of its part. */
  item: string
  /** The paragraph that it stands in. */
  text?: string | undefined
  /** Of a table: `B3`, and the heads of its row and column. */
  cell?: string | undefined
  row?: string | undefined
  column?: string | undefined
  /** Of a native chart: the series, and the category. */
  series?: string | undefined
  point?: string | undefined
  /** Which one, where the text says the same more than once; the first where not given. */
  nth?: number | undefined
}

/** A line of a mapping: a number of a deck, and which figure it is. */
export interface MappedLine extends LinePlace {
  /** As it is printed. */
  says: string
  /**
   * A reference (`netizens@2023-12`), a date (`@2023-12`, `@released`) or the edition's number (`@edition`).
   * Several of which one is right; or none that is known.
   */
  is: string | readonly string[] | undefined
}

/** A mapping as it is read: each line with where it stands in its file. */
export interface Mapping {
  file: string
  deck: string
  language: string
  period: Period
  comparison: Period
  /** The referenced figures as they were when the deck was made. */
  figures: Readonly<Record<string, BaseFigure>>
  lines: readonly (MappedLine & { at: Place })[]
}

/** Which figures a deck shows, and where. */
export interface DeckTies {
  deck: LivingDeck
  figures: ReadonlyMap<LivingText, readonly Mark[]>
  dates: ReadonlyMap<LivingText, readonly Mark[]>
  points: ReadonlyMap<LivingSeries, readonly PointTie[]>
}
