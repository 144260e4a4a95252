import type { Chart } from '../chart/types.ts'
import type { MarkedStatus } from '../dataset/figure/status-marks.ts'
import type { Observation, Reason, Source } from '../dataset/types.ts'
import type { Place } from '../diagnostic.ts'
import type { Picture, Point } from '../graphics/types.ts'
import type { LayoutName } from './layout-names.ts'

/** A number in text: the words printed, and the observation that they say. */
export interface FigureInline {
  type: 'figure'
  text: string
  observation: Observation
  /** A BCP 47 tag, where it is said in another language than the document's. */
  language?: string | undefined
  /** The id of the source that states it, where the document lists its sources: the number is a link there. */
  source?: string | undefined
  /** Its status mark, `[p]`, raised after the number; null where there is never one, undefined while unsettled. */
  mark?: { text: string; statuses: readonly MarkedStatus[] } | null | undefined
}

/** `#id` for a place in this document, else an http, https or mailto address. */
export interface LinkInline {
  type: 'link'
  href: string
  title?: string | undefined
  children: Inline[]
}

export type Inline =
  /** `language`: a BCP 47 tag if not the document's; `absent`: why the figure whose symbol this is is missing. */
  | { type: 'text'; value: string; language?: string | undefined; absent?: Reason | undefined }
  | FigureInline
  | { type: 'emphasis'; children: Inline[] }
  | { type: 'strong'; children: Inline[] }
  | LinkInline
  | { type: 'break' }
  /** A reference to a footnote, `label` as in Markdown's `[^label]`. */
  | { type: 'noteReference'; label: string }

interface BlockBase {
  place: Place
}

export interface Heading extends BlockBase {
  type: 'heading'
  depth: 1 | 2 | 3 | 4
  /** Unique in the document; the target of `#id` links. */
  id: string
  children: Inline[]
}

export interface Paragraph extends BlockBase {
  type: 'paragraph'
  children: Inline[]
}

export interface List extends BlockBase {
  type: 'list'
  ordered: boolean
  start: number
  items: Block[][]
  /** `::contents` of a deck: its items are links, made once all slides are known. */
  isContents?: boolean | undefined
}

export interface TableCell {
  children: Inline[]
  /** Of a head: those that it stands under, outermost first. Neighbours with the same share them. */
  over?: Inline[][] | undefined
}

export interface Table extends BlockBase {
  type: 'table'
  align: ('left' | 'center' | 'right')[]
  header: TableCell[]
  /** All rows have as many cells as the header. */
  rows: TableCell[][]
  caption?: Inline[] | undefined
  /** `Table 2`, once numbered. */
  number?: number | undefined
  id?: string | undefined
}

export interface ChartBlock extends BlockBase {
  type: 'chart'
  chart: Chart
  /** The series that it was asked for and does not show, for there is no figure. */
  absent?: readonly { key: string; reason: Reason }[] | undefined
  /** Alternative text: the author's, or derived from the data. */
  alt: string
  caption?: Inline[] | undefined
  /** `Figure 2`, once numbered. */
  number?: number | undefined
  id?: string | undefined
}

/** One key figure: its number, what it is, how it moved. */
export interface KeyFigure {
  value: Inline[]
  label: Inline[]
  change: Inline[]
  /** Of the movement; undefined where no change is stated. */
  direction?: 'up' | 'down' | 'flat' | undefined
  /** Whether that movement is good news; undefined where the dataset does not say. */
  good?: boolean | undefined
  observation: Observation
  /** How it came there; undefined where too little is known. */
  trend?: Trend | undefined
}

/** The course of an indicator, to be drawn small: at least four levels of one kind. */
export interface Trend {
  /** `x` from 0 (the first period) to 1 (the last), `y` from 0 (the lowest level) to 1 (the highest). */
  points: readonly { x: number; y: number }[]
  observations: readonly Observation[]
  /** What it shows, in words. */
  alt: string
}

/** A photograph or drawing of the report folder. */
export interface PictureBlock extends BlockBase {
  type: 'picture'
  picture: Picture
  /** Its address below the report folder. */
  file: string
  /** Alternative text; undefined where the picture says nothing. */
  alt: string | undefined
  /** The point that a crop keeps, from 0 to 1 from its left and top; its middle where none is named. */
  focus: Point | undefined
  /** Who made it. */
  credit?: string | undefined
  /** Whether it is small beside words, and no picture to be looked at for itself. */
  isIcon: boolean
}

/** Whether a block is a picture to be looked at for itself. */
export function isPhoto(block: Block): block is PictureBlock {
  return block.type === 'picture' && !block.isIcon
}

export interface KeyFigures extends BlockBase {
  type: 'keyFigures'
  figures: KeyFigure[]
}

/** Side by side: `:::columns` with a `:::column` each. */
export interface Columns extends BlockBase {
  type: 'columns'
  columns: Block[][]
}

export interface Quote extends BlockBase {
  type: 'quote'
  children: Block[]
  attribution?: Inline[] | undefined
}

/** A remark set apart, in a box or in the margin: `:::note` (a caveat, a definition, a method). */
export interface Note extends BlockBase {
  type: 'note'
  title?: string | undefined
  children: Block[]
  /** Beside the paragraph before it, where a page has room at its side. */
  inMargin?: boolean | undefined
}

/** `:::notes`: what the presenter says; never on the slide. */
export interface SpeakerNotes extends BlockBase {
  type: 'speakerNotes'
  children: Block[]
}

/** A line that says where the figures above come from. */
export interface SourceLine extends BlockBase {
  type: 'sourceLine'
  children: Inline[]
}

/** `::slide{layout="chart-and-text" section="Access"}`: how the slide that it stands in is laid out. */
export interface SlideOptions extends BlockBase {
  type: 'slideOptions'
  layout?: LayoutName | undefined
  section?: string | undefined
  /** The id of its title, in place of the one made of the title's words. */
  id?: string | undefined
  /** `mixed`: figures of other periods than the report's are meant. */
  periods?: string | undefined
}

/** `::page-break`. */
export interface PageBreak extends BlockBase {
  type: 'pageBreak'
}

/** `::contents`: headings with their pages, down to a depth; in the margin beside the text, or as its own passage. */
export interface Contents extends BlockBase {
  type: 'contents'
  depth: 2 | 3
  inMargin: boolean
}

/** A source in the list of them, and the figures and tables that show what it states. */
export interface ListedSource {
  id: string
  cite: string
  href?: string | undefined
  figures: { id: string; number: number }[]
  tables: { id: string; number: number }[]
}

/** `::sources`: the sources, each with the places in the document that cite it. */
export interface SourceList extends BlockBase {
  type: 'sourceList'
  entries: ListedSource[]
}

export interface Footnote extends BlockBase {
  type: 'footnote'
  label: string
  children: Block[]
}

export type Block =
  | Heading
  | Paragraph
  | List
  | Table
  | ChartBlock
  | PictureBlock
  | KeyFigures
  | Columns
  | Quote
  | Note
  | SpeakerNotes
  | SourceLine
  | SlideOptions
  | PageBreak
  | Contents
  | SourceList
  | Footnote

/** What is said, without where. */
export interface Document {
  kind: 'deck' | 'briefing'
  /** BCP 47 tag. */
  language: string
  title: string
  subtitle?: string | undefined
  author: string
  publisher: string
  subject: string
  keywords: string[]
  /** ISO date of the report, for metadata. */
  date: string
  /** What every page says at its foot: `As of December 2023`. */
  asOf: string
  edition: string
  /** Lines below the title, if there is a contact or next edition: both release dates, who answers questions. */
  imprint?: readonly string[] | undefined
  /** Where the publisher is found. */
  address?: string | undefined
  /** Of a report that looks back: `Compiled 17 January 2025`. */
  compiled?: string | undefined
  blocks: Block[]
  /** What each mark of a briefing means, by status: `[p] provisional`; each page explains its own marks at its foot. */
  legend?: Readonly<Partial<Record<MarkedStatus, string>>> | undefined
  /** Those that the document refers to, for notes and source lists. */
  sources: readonly Source[]
}
