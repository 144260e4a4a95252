import type { ChartVector } from '../../opc/chart-part.ts'
import type { XmlElement } from '../../opc/xml.ts'
import type { TextPiece } from '../../trust/verify/read/drawing-text.ts'

/** The kind of a text: on a slide, drawn in a chart, speaker notes, alternative text, or a property of the file. */
export type TextKind = 'text' | 'chart' | 'notes' | 'alt' | 'file'

/** Where a text stands in its part: in runs, in an attribute, or as what an element holds. */
export type TextCarrier =
  | { type: 'runs'; pieces: readonly TextPiece[] }
  | { type: 'attribute'; element: XmlElement; name: string }
  | { type: 'content'; element: XmlElement }

/** Where something stands in a deck, and so in another build of it. */
export interface ItemPlace {
  /** From 1; 0 for what stands on no slide. */
  slide: number
  /** The shape's name. */
  item: string
}

/** Where something stands in the file of a deck. */
export interface PartPlace extends ItemPlace {
  part: string
}

/** A paragraph, cell or other text of a deck, with where it can be edited. */
export interface LivingText extends PartPlace {
  kind: TextKind
  text: string
  carrier: TextCarrier
}

export interface LivingTable extends PartPlace {
  rows: readonly LivingRow[]
}

export interface LivingRow {
  element: XmlElement
  cells: readonly LivingText[]
}

/** The numbers or words that a part of a series draws, by index; null where there is none. */
export interface Vector {
  /** `c:tx`, `c:cat`, `c:val`, `c:xVal`, `c:yVal`, `c:bubbleSize`, `c:plus`, `c:minus`. */
  role: string
  values: readonly (string | null)[]
  /** The power of ten they are divided by, where the number format names their unit: 4 for 万 (SDMX's UNIT_MULT). */
  unitMultiplier?: number | undefined
}

export interface LivingVector extends Vector, ChartVector {}

/** Words at a point that are written in the chart, not made of its value. */
export interface LivingLabel {
  index: number
  text: string
  element: XmlElement
  pieces: readonly TextPiece[]
}

/** A point that looks otherwise than its series. */
export interface LivingPoint {
  index: number
  element: XmlElement
}

export interface LivingSeries {
  element: XmlElement
  vectors: readonly LivingVector[]
  labels: readonly LivingLabel[]
  /** Labels at points that are made of the value: they have a look or a format of their own. */
  valueLabels: readonly LivingPoint[]
  points: readonly LivingPoint[]
}

/** A chart setting that follows from its numbers: the place of the plot, the ends of an axis, the label format. */
export interface LivingSetting {
  /** Says which it is: `axis 1 max`. */
  key: string
  element: XmlElement
  attribute: string
  value: string
  /** The axis that it is of. */
  axis?: XmlElement | undefined
}

/** Words or a line drawn on a chart that are no data, with the corners of the box as fractions of the chart. */
export interface LivingDrawing {
  element: XmlElement
  box: string
  texts: readonly LivingText[]
}

export interface LivingChart extends PartPlace {
  series: readonly LivingSeries[]
  settings: readonly LivingSetting[]
  drawings: readonly LivingDrawing[]
}

/** A picture, by the hashes of its files: PNG, and SVG where there is one. */
export interface LivingPicture extends ItemPlace {
  alt: string
  files: readonly { part: string; hash: string }[]
}

/** A line through points, as key figures have them: its course, as numbers. */
export interface LivingCourse extends ItemPlace {
  element: XmlElement
  course: string
}

/** A deck as far as a refresh may change it. */
export interface LivingDeck {
  slides: readonly { part: string; id: string }[]
  texts: readonly LivingText[]
  tables: readonly LivingTable[]
  charts: readonly LivingChart[]
  pictures: readonly LivingPicture[]
  courses: readonly LivingCourse[]
}
