import type { SceneItem } from '../../draw/scene/scene.ts'
import type { Grouping, NativeLine, NativeMarker, NativePaint } from '../native-types.ts'

/** A place on a point of a series where words can be, in units of the scene. */
export interface Anchor {
  at: 'end' | 'middle' | 'base' | 'point'
  x: number
  y: number
}

/** A value of a series, with what was drawn for it. */
export interface PlacedPoint {
  /** Of series with x values. */
  x?: number | undefined
  value: number | null
  /** Where it reaches from, of marks between two values. */
  from?: number | null | undefined
  size?: number | undefined
  /** How far an error bar reaches to either side of it. */
  margin?: Margin | undefined
  item: SceneItem | undefined
  anchors: Anchor[]
  fill?: NativePaint | undefined
  line?: NativeLine | undefined
  marker?: NativeMarker | undefined
}

/** Where a series has no value. */
export const noPoint: PlacedPoint = { value: null, item: undefined, anchors: [] }

/** Lengths to the smaller and to the larger values. */
export interface Margin {
  minus: number
  plus: number
}

/** How the error bars of a series look, and what a sheet calls their lengths. */
export interface ErrorLook {
  channel: 'x' | 'y'
  line: NativeLine
  hasCaps: boolean
  names: { minus: string; plus: string }
  /** Of bars that all reach as far, to both sides. */
  length?: number | undefined
  /** Of bars that all reach from zero to their points. */
  toZero?: boolean
}

/** The fields of two values that a series reaches from and to, and whether anything else names it. */
export interface Reach {
  from: string
  to: string
  isNamed: boolean
}

/** A series as it was drawn, before it is said in PowerPoint's terms. */
export interface PlacedSeries {
  kind: 'bar' | 'line' | 'area' | 'points' | 'slices'
  name: string
  grouping: Grouping
  /** The scale of its values. */
  scale: string
  /** The layer of the chart that it comes from: what is stacked in different layers is not stacked together. */
  layer: number
  points: PlacedPoint[]
  /** Whether its line is curved. */
  smooth?: boolean
  /** The value of the field that colours it, to find it in a legend. */
  legendValue?: unknown
  /** Of marks between two values. */
  reach?: Reach | undefined
  errors?: ErrorLook | undefined
  /** Room below what floats, or a measure of sizes: it is not seen, and stands in no legend. */
  isUnseen?: boolean
  /** Columns of the sheet that go after its own, for the reader. */
  beside?: SheetColumn[] | undefined
  /** Its number format, where that is not its labels' or its axis'. */
  format?: string | undefined
}

/** A column that no plot refers to. */
export interface SheetColumn {
  header: string
  cells: (number | null)[]
}

/** Whether two values look the same. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
