import type { Drawing } from '../chart/types.ts'
import type { ChartItem } from './types.ts'

/** A chart as it is drawn for its item's box: vectors, and a true picture where the renderer needs one. */
export interface DrawnChart {
  drawing: Drawing
  png?: Uint8Array | undefined
}

/** The drawing of each chart item; each is drawn once per chart and size. */
export type Drawings = (item: ChartItem) => DrawnChart
