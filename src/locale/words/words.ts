import type { Reason } from '../../dataset/types.ts'
import type { englishTexts } from '../en/texts.ts'
import type { DescribeWords } from './describe-words.ts'
import type { MovementWords } from './movement-words.ts'

type Texts = typeof englishTexts

/** A number format of a spreadsheet for dates, and what it says of one (UTC). */
export type DateFormat = readonly [format: string, say: (date: Date) => string]

/** All that is said in one language whatever the report: a language that lacks one of them does not compile. */
export interface Words extends Readonly<{ [Kind in keyof Texts]: Readonly<Record<keyof Texts[Kind], string>> }> {
  charts: ChartWords
  /** Why a figure is not there, as a table explains its symbol. */
  absent: Readonly<Record<Reason, string>>
  /** Words that say which way a figure went, for the helper that chooses them. */
  movements: MovementWords
  /** Alternative text. */
  descriptions: DescribeWords
  /** What changed since an earlier version. */
  revisions: RevisionWords
}

export type FixedWord = keyof Texts['fixed']

/** What native charts and their workbooks say beside the data. */
export interface ChartWords {
  /** The name of a series that only sets the scale of a bubble chart's sizes. */
  sizeScale: string
  /** The slice that fills a pie chart's circle up, where its parts do not. */
  restOfCircle: string
  /** The name of a series that is not seen and holds another up. */
  roomBelow(name: string): string
  /** How d3 says dates; undefined: in English, as it does by itself. */
  time: TimeWords | undefined
  /** Spreadsheet date formats of this language; other languages' formats serve too where they say what is printed. */
  dates: readonly DateFormat[]
  /** What begins a spreadsheet's number format to get this language's marks; PowerPoint uses its machine's. */
  sheetLocale: string
  /** The same where the format divides by thousands, if LibreOffice saves such a format of that language wrong. */
  scaledSheetLocale?: string
  /** The number formats for years, and for months. */
  sheetYear: string
  sheetMonth: string
}

/** The time locale of d3. */
export interface TimeWords {
  dateTime: string
  date: string
  time: string
  periods: readonly [string, string]
  days: readonly string[]
  shortDays: readonly string[]
  months: readonly string[]
  shortMonths: readonly string[]
}

/** How a document says what changed since an earlier version of it. */
export interface RevisionWords {
  title: string
  /** Column heads and labels. */
  figure: string
  before: string
  now: string
  /** `the 52nd report`, where the earlier version is of another edition, else `the version before`. */
  earlier(edition: string | undefined): string
  /** `Since the 52nd report`. */
  since(earlier: string): string
  /** `No figure was revised.` */
  none: string
  /** `12 figures are new.` */
  added(count: number): string
  /** `3 figures are no longer there.` */
  dropped(count: number): string
  /** That a level of the past, as this report's change implies it, is not what was printed then. */
  implied(what: string, implied: string, printed: string): string
}
