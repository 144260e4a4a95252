import type { Medium } from '../../numbers/printed-texts.ts'

/** What a finished file prints in one place: a shape, a row of a table, a page of notes, an alternative text, a title of a chart. */
export interface FoundText {
  /** The slide or page, from 1; undefined for properties of the document. */
  page: number | undefined
  /** The shape’s name, as PowerPoint’s selection pane has it, or what stands for it: `Notes`, `Title of the document`. */
  item: string
  medium: Medium | 'properties'
  /** Runs joined, paragraphs parted by line feeds, cells by tabs. */
  text: string
  /** Of a row: the words of the table's head, which may name a scale. */
  head?: string | undefined
  /** Whether the whole page is one text because nothing in the file tells its parts. */
  isPage?: boolean | undefined
}

/** A native chart: what is drawn, and the workbook behind it. */
export interface FoundChart {
  page: number
  item: string
  alt: string
  series: readonly FoundSeries[]
  axes: readonly FoundAxis[]
  /** How its series are put together, plot by plot: stacked, percentStacked. */
  groupings: readonly string[]
  /** The number formats of its labels. */
  formats: readonly string[]
}

/** An axis of a native chart, as far as it says what is drawn. */
export interface FoundAxis {
  isReversed: boolean
  isLogarithmic: boolean
  min: number | undefined
  max: number | undefined
  format: string | undefined
}

export interface FoundSeries {
  name: string
  /** The names or dates of its points, by their index. */
  categories: ReadonlyMap<number, string>
  points: readonly FoundPoint[]
}

/** A picture whose words nobody can read. */
export interface FoundPicture {
  page: number
  /** Which of its slide's pictures it is, from 1. */
  number: number
  item: string
  bytes: Uint8Array
}

/** A number that a chart draws, as text so that no digit is lost; the cell that it is said to come from, and the number there; the words typed beside it. */
export interface FoundPoint {
  cached: string | undefined
  cell: string | undefined
  inWorkbook: string | undefined
  label: string | undefined
}

/** A finished file as its reader finds it. */
export interface FoundDocument {
  kind: 'deck' | 'briefing'
  file: string
  /** BCP 47 tag, as the file itself says. */
  language?: string | undefined
  pages: number
  texts: readonly FoundText[]
  charts: readonly FoundChart[]
  /** What masters and layouts show on slides, which no slide holds itself. */
  behind?(): readonly FoundText[]
  pictures: readonly FoundPicture[]
}
