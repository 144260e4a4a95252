import type { Chart } from '../chart/types.ts'
import type { MarkedStatus } from '../dataset/figure/status-marks.ts'
import type { Observation } from '../dataset/types.ts'
import type { Place } from '../diagnostic.ts'
import type { Block } from '../document/types.ts'
import type { Picture } from '../graphics/types.ts'
import type { ColorName } from '../theme/theme.ts'

/** Points from the page's top left corner; 72 points are an inch. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** An item's purpose: it decides PowerPoint's placeholder and the PDF tag. `artifact` has no meaning (rules, heads). */
export type Role =
  | 'title'
  | 'subtitle'
  | 'body'
  | 'chart'
  | 'table'
  | 'keyFigure'
  | 'caption'
  | 'source'
  | 'footer'
  | 'date'
  | 'pageNumber'
  | 'artifact'

/** A PDF structure element (ISO 32000-1, 14.8.4). Items with the same id are one element, even across pages. */
export interface Tag {
  type:
    | 'Document'
    | 'Sect'
    | 'H1'
    | 'H2'
    | 'H3'
    | 'H4'
    | 'P'
    | 'L'
    | 'LI'
    | 'Lbl'
    | 'LBody'
    | 'Caption'
    | 'Note'
    | 'BlockQuote'
    | 'TOC'
    | 'TOCI'
    | 'Figure'
    | 'Table'
    | 'TR'
    | 'TH'
    | 'TD'
    | 'Div'
    | 'Reference'
  id: string
  /** For TH. */
  scope?: 'Column' | 'Row' | undefined
  /** For a cell that takes more than one. */
  span?: Span | undefined
}

/** How many columns and rows a cell takes. */
export interface Span {
  columns: number
  rows: number
}

export interface TextStyle {
  font: 'heading' | 'body'
  size: number
  /** Baseline to baseline, in points. */
  leading: number
  weight: 'regular' | 'bold'
  italic: boolean
  color: ColorName
  align: 'left' | 'center' | 'right'
  /** Figures of one width: in tables. */
  tabular?: boolean | undefined
  /** Chinese emphasis is marked by a dot below each character; by weight where not given. */
  dots?: boolean | undefined
}

/** A stretch of text in one style; what is not given is the paragraph's. */
export interface Run {
  text: string
  weight?: 'regular' | 'bold' | undefined
  italic?: boolean | undefined
  /** With a dot below each Chinese character. */
  dotted?: boolean | undefined
  color?: ColorName | undefined
  /** Raised and set at 0.65 of the size; or in the font's own raised forms, where it has them. */
  superscript?: boolean | undefined
  /** A superscript in forms that the font draws raised: at its full size, on the line. */
  superior?: boolean | undefined
  /** Set at this part of the paragraph's size. */
  scale?: number | undefined
  /** `#id` of an anchor in the same file, or an http, https or mailto address. */
  href?: string | undefined
  /** BCP 47 tag where it differs from the document's. */
  language?: string | undefined
  /** Which of the theme's fonts for other characters has its glyphs; the family where not given. */
  fallback?: number | undefined
  /** Its embedding level (UAX #9): odd from right to left; 0 where not given. */
  level?: number | undefined
  /** The statuses that it marks the number before it with. */
  statuses?: readonly MarkedStatus[] | undefined
  /** The observation that the run prints. */
  observation?: Observation | undefined
}

/** A run placed on a line: `x` in points from the page's left edge. */
export interface SetRun extends Run {
  x: number
  width: number
  /** Of a justified paragraph that is mostly Chinese or Japanese: it is widened between its characters too. */
  isWide?: boolean | undefined
}

export interface SetLine {
  /** Points from the page's top. */
  baseline: number
  /** In the order of reading, which from right to left is not that of their `x`. */
  runs: SetRun[]
}

/** A paragraph, broken into lines and placed. */
export interface SetParagraph {
  style: TextStyle
  /** The whole text, unbroken, for PowerPoint; a line break is a run with the text `\n`. */
  runs: Run[]
  /** The same text as lines, for the PDF. */
  lines: SetLine[]
  /** It runs from right to left as a whole; a list's marker stands at the right then. */
  isRightToLeft?: boolean | undefined
  /** Its lines but the last end at the right edge. */
  isJustified?: boolean | undefined
  /** Space above, in points; none for the first of an item. */
  spaceBefore: number
  /** A list item's marker, and the text's indent in points. `lines` has only text: a renderer draws the marker. */
  marker?: { text: string; x: number; indent: number; ordered: boolean } | undefined
  /** Outermost first; the last is the paragraph's own element. Empty: an artifact. */
  tags: Tag[]
  /** The target of `#id` links. */
  anchor?: string | undefined
  /** The heading's words for the PDF outline, and its depth from 1. */
  outline?: { text: string; depth: number } | undefined
}

export interface Stroke {
  color: ColorName
  /** Points. */
  width: number
}

interface ItemBase {
  /** Descriptive, and unique on its page: `Title`, `Chart: Netizens since 2020`. */
  name: string
  role: Role
  box: Box
  /** The placeholder of an organisation's template that it fills. */
  slot?: string | undefined
}

export interface TextItem extends ItemBase {
  type: 'text'
  paragraphs: SetParagraph[]
  verticalAlign: 'top' | 'middle' | 'bottom'
  fill?: ColorName | undefined
}

export interface ChartItem extends ItemBase {
  type: 'chart'
  chart: Chart
  /** Of a copy on another page, such as a handout's: the item whose drawing it shows. */
  original?: ChartItem | undefined
  /** Alternative text. */
  alt: string
  tags: Tag[]
}

export interface SetCell {
  box: Box
  paragraph: SetParagraph
  /** Points by which right-aligned text is shifted to align decimal points; already included in the lines. */
  shift?: number | undefined
  header?: 'Column' | 'Row' | undefined
  fill?: ColorName | undefined
  /** Of a cell that takes more than one column or row: its box and its words are that large. */
  span?: Span | undefined
  /** It belongs to a cell to its left or above, and has no words. */
  covered?: 'left' | 'above' | undefined
  /** On a continued page heads are said again for the eye, and are artifacts in the PDF. */
  repeated?: boolean | undefined
}

export interface SetRow {
  header: boolean
  height: number
  cells: SetCell[]
}

export interface TableItem extends ItemBase {
  type: 'table'
  /** Points; they sum to the box's width. */
  columns: number[]
  /** Header rows first; each row has a cell for each column. */
  rows: SetRow[]
  /** The rules under the header row and under each other row; no other borders. */
  rules: { header: Stroke; row: Stroke }
  /** Alternative text: what the table shows. */
  alt: string
  tags: Tag[]
}

/** A filled or outlined rectangle, or a rule (a rectangle of hairline height): decoration, an artifact. */
export interface RectItem extends ItemBase {
  type: 'rect'
  fill?: ColorName | undefined
  stroke?: Stroke | undefined
}

/** A line through points, small: the course of a key figure. */
export interface PolylineItem extends ItemBase {
  type: 'polyline'
  /** Points of the page, within the box. */
  points: readonly { x: number; y: number }[]
  stroke: Stroke
  /** The dot on its last point: radius in points. */
  dot: { color: ColorName; radius: number }
  /** Alternative text. */
  alt: string
  tags: Tag[]
}

/** A photograph or drawing, of which the box shows a part. */
export interface PictureItem extends ItemBase {
  type: 'picture'
  picture: Picture
  /** Where the whole picture lies, of which the box is cut out. */
  whole: Box
  /** Alternative text; undefined: decoration, an artifact. */
  alt: string | undefined
  tags: Tag[]
}

export type Item = TextItem | PictureItem | ChartItem | TableItem | RectItem | PolylineItem

/** A slide or a page: all that a renderer sees. Items stand in reading order. */
export interface Page {
  /** From 1. */
  number: number
  width: number
  height: number
  /**
   * A slide's layout: `title`, `key-figures`, `chart`, `chart-and-text`, `two-charts`, `table`, `quote`,
   * `text`, `section`, `closing`; `page` for a printed page.
   */
  layout: string
  /** A slide's title as plain text, unique in the deck; a page's running head. */
  title: string
  section?: string | undefined
  background?: ColorName | undefined
  items: Item[]
  /** A slide's speaker notes. */
  notes: Block[]
  place: Place
}
