import type { TopLevelSpec } from 'vega-lite'
import type { MarkedStatus } from '../dataset/figure/status-marks.ts'
import type { Observation } from '../dataset/types.ts'
import type { Place } from '../diagnostic.ts'
import type { PathCanvas } from '../graphics/canvas/path-canvas.ts'
import type { Size } from '../graphics/types.ts'
import type { Native } from './native/native-types.ts'

/**
 * A row of bound data: one series at one period, with the numbers as Vega takes them and the words as they are printed.
 * For each dimension of its indicator it has
 * three fields more, of `age`: `age` (the category’s id, `total` for the whole), `ageLabel` and `ageOrder` (from 1, 0
 * for the whole).
 */
export interface ChartRow {
  indicator: string
  /** The indicator with its categories, as a reference names them. */
  series: string
  label: string
  /** What the indicator is called, without categories. */
  indicatorLabel: string
  /** The categories in short words, `16 to 24`; what the whole is called; empty for an indicator without dimensions. */
  category: string
  period: string
  /** How the period is said: `Dec 2023`. */
  periodLabel: string
  /** First day of the period, ISO date, UTC. */
  date: string
  /** The level in the unit's base; null where the dataset has none. */
  value: number | null
  change: number | null
  rate: number | null
  /** The printed forms of the three; empty where there is none. */
  valueText: string
  changeText: string
  rateText: string
  /** The first two without the unit's name, for a chart whose subtitle says it: `16.8` for `16.8 percentage points`. */
  valueShort: string
  changeShort: string
  unit: string
  status: string
  /** Whether the row is what a reference without a period means: the report's period, or the latest within it. */
  current: boolean
  /** Whether it is what the report compares with. */
  previous: boolean
  /** Whether it is the indicator's earliest, or latest, that has a level: where a line begins and ends. */
  first: boolean
  last: boolean
  /** The row's place in the order of its data, from 0. */
  order: number
}

/** Where a chart is shown: type is set larger on a slide than on a printed page. */
export type Medium = 'slide' | 'page'

/** How a chart's axes say numbers and dates: `formatType: "quantity"` and `"period"` in a spec. */
export interface ChartFormats {
  /** A number on an axis: `unit` is an id, `step` the tick distance and `largest` the largest tick, where known. */
  quantity(value: number, unit: string, step?: number, largest?: number): string
  /** A date (milliseconds, UTC) as the period of that kind it lies in: `Dec 2023`, `2023`, `Q4 2023`. */
  period(date: number, kind: PeriodKind): string
}

export type PeriodKind = 'month' | 'quarter' | 'half' | 'year'

/** A number that is drawn and worked out from rows, by their numbers. */
export interface MadeValue {
  value: number
  rows: readonly number[]
  /** Whether it is how many rows there are, or which place one has among others. */
  isCount?: boolean | undefined
}

/** A Vega-Lite spec with data, theme and locale bound; not yet drawn. */
export interface Chart {
  /** The spec's file, relative to the report folder. */
  file: string
  /** The spec as it stands in the file, to place a diagnostic that drawing meets. */
  text: string
  /** Self-contained: its data inline, its config the theme's. One object for all media, so that it is compiled once. */
  spec: TopLevelSpec
  /** The values that its parameters have in this medium. */
  parameters: Readonly<Record<string, unknown>>
  /** The rows of its data, those that it does not show too. */
  rows: ChartRow[]
  /** The observations that the chart shows, or works out what it shows from, as Vega's own data flow left them. */
  observations: Observation[]
  /** The keys of those that are not drawn themselves, but what is worked out from them: sums, shares, quotients. */
  workedOut?: ReadonlySet<string> | undefined
  /** Marks, by Vega-Lite's names, that stand at numbers worked out from figures. */
  derivedMarks?: readonly string[] | undefined
  /** Those that stand on an axis of numbers where no figure puts them. */
  unfoundedMarks?: readonly string[] | undefined
  /** What labels and colours say of other figures than those that they stand at: `Motor at premiums[life]@2025`. */
  strays?: readonly string[] | undefined
  /** Words of the author's own that stand at a row: Highest. */
  notes?: readonly { text: string; row: number }[] | undefined
  /** Of views beside or below each other, by their numbers, what each shows. */
  views?: ReadonlyMap<string, readonly Observation[]> | undefined
  /** What it draws that is worked out. */
  made?: readonly MadeValue[] | undefined
  /** Of each mark that draws sums the rows, by their numbers, that are added up for each. */
  sums?: readonly (readonly (readonly number[])[])[] | undefined
  /** Of each scale of numbers on which figures of several units stand, one of each unit. */
  mixed?: readonly (readonly Observation[])[] | undefined
  /** Alternative text derived from the data. */
  alt: string
  /** BCP 47 tag of its words. */
  language: string
  medium: Medium
  formats: ChartFormats
  /**
   * The figures, by key, whose marks (`[p]`) it prints itself.
   * The legend at the foot explains those marks; other figures that have one are named there.
   */
  marked?: ReadonlyMap<string, readonly MarkedStatus[]> | undefined
  place: Place
  /** Where a chart by name is asked for: what its spec, which stands in no file, has wrong is reported there. */
  origin?: Place | undefined
  /** Of a chart without a report: as large as its spec says, its data its own. */
  free?: FreeForm | undefined
}

/** What only a chart without a report has. */
export interface FreeForm {
  grammar: Grammar
  /** Whether it is drawn as large as asked all the same, as charts of a report are. */
  isFitted: boolean
}

/** The language of a spec. */
export type Grammar = 'vega-lite' | 'vega'

/** A mark that leads to an address: its box in the drawing, in points from the top left corner, and what it says. */
export interface ChartLink {
  href: string
  text: string
  box: { x: number; y: number; width: number; height: number }
}

/** Words of a drawing, and of an axis or a legend what its label stands at. */
export interface DrawnText {
  text: string
  tick?: { axis: number; value: number | string | Date } | undefined
  /** Of words that stand at no figure, on an axis of time: at which. */
  at?: Date | undefined
}

/** A mark as it is seen: its row in Vega's data, its colour in CSS, and where its middle is across the chart. */
export interface SeenMark {
  datum: object
  color: string
  x: number
}

/** A chart drawn at one size: one compiled and run view, given out in each form. Sizes in points. */
export interface Drawing extends Size {
  /** The chart in PowerPoint's terms, or why PowerPoint has none; of charts for slides only. */
  native?: Native | undefined
  /** SVG text, ids and bytes the same from run to run. */
  svg: string
  /** All words that it shows, in drawing order. */
  texts: readonly DrawnText[]
  /** Its marks, in drawing order; none where they are too many to be told apart by eye. */
  seen: readonly SeenMark[]
  /** The marks that can be followed, in drawing order. */
  links?: readonly ChartLink[] | undefined
  /** Paints the same scene on a canvas-like context, origin at the chart's top left, 1 unit = 1 point. */
  paint(context: PathCanvas): void
}
