import type { TextMedium } from '../../numbers/printed-texts.ts'

/** What a file prints in one place: a shape, a table's row, a page of notes, an alternative text, a chart's title. */
export interface FoundText {
  /** The slide or page, from 1; undefined for properties of the document. */
  page: number | undefined
  /** The shape's name in PowerPoint's selection pane, or what stands for it: `Notes`, `Title of the document`. */
  item: string
  medium: TextMedium | 'properties'
  /** Runs joined, paragraphs parted by line feeds, cells by tabs. */
  text: string
  /** Of a row: the words of the table's head, which may name a scale. */
  head?: string | undefined
  /** The marks of footnotes and statuses in it, such as 1 and [p], which are no words; of a PDF none are known. */
  marks?: string | undefined
  /** Whether they are the words of a picture, which no program draws in another order. */
  isPicture?: boolean | undefined
  /** Whether it stands beside the structure of its page: heads, feet, and what was put on it. */
  isLoose?: boolean | undefined
  /** Whether the whole page is one text because nothing in the file tells its parts. */
  isPage?: boolean | undefined
}

/** A stretch of words by the place that it stands in. */
export type FoundPlace = Pick<FoundText, 'page' | 'item' | 'text'>

/** A native chart: what is drawn, and the workbook behind it. */
export interface FoundChart {
  page: number
  item: string
  alt: string
  series: readonly FoundSeries[]
  axes: readonly FoundAxis[]
  /** How its series are put together, plot by plot: stacked, percentStacked. */
  groupings: readonly string[]
  /** The number formats of labels that no series has for itself. */
  formats: readonly string[]
  hasLegend: boolean
  /** Whether its dates count from 1904. */
  isFrom1904: boolean
}

/** An axis of a native chart, as far as it says what is drawn. */
export interface FoundAxis {
  /** Whether its numbers or the names of its points are shown. */
  hasNames: boolean
  isReversed: boolean
  isLogarithmic: boolean
  min: number | undefined
  max: number | undefined
  format: string | undefined
  /** Where the other axis crosses it, if that is said as a number: from there bars grow. */
  crossedAt: number | undefined
  /** By what its numbers are divided: thousands, millions. */
  dividedBy: string | undefined
}

export interface FoundSeries {
  name: string
  /** The names or dates of its points, by their index. */
  categories: ReadonlyMap<number, string>
  /** The number formats of its labels. */
  formats: readonly string[]
  /** Whether a trend is drawn through its points, or ranges around them. */
  hasTrend: boolean
  hasRanges: boolean
  points: readonly FoundPoint[]
}

/** A picture, or an object of another program, whose words nobody can read. */
export interface FoundPicture {
  /** Its slide; a PDF does not say on which pages a picture is. */
  page?: number | undefined
  /** Which of its slide's pictures it is, or of its file's, from 1. */
  number: number
  item: string
  bytes?: Uint8Array | undefined
  /** Of a drawing whose words are read; empty where its looks say otherwise. */
  svg?: string | undefined
  /** In pixels: PDFs keep pictures in another form. */
  width?: number | undefined
  height?: number | undefined
}

/**
 * A number that a chart draws, as text to keep every digit; its cell, and the number there;
 * the words typed beside it, or its own label's number format.
 */
export interface FoundPoint {
  cached: string | undefined
  cell: string | undefined
  inWorkbook: string | undefined
  label: string | undefined
  format: string | undefined
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
  /** The addresses that links lead to. */
  links: readonly FoundPlace[]
  /** What masters and layouts show on slides, which no slide holds itself. */
  behind?(): readonly FoundText[]
  /** Words that it holds and nobody sees, by the shape that they stand in. */
  unseen?(): readonly FoundPlace[]
  pictures: readonly FoundPicture[]
}
