import type { TopLevelSpec } from 'vega-lite'
import type { Observation } from '../dataset/types.ts'
import type { Place } from '../diagnostic.ts'

/** A row of bound data: one indicator at one period, with the numbers as Vega takes them and the words as they are printed. */
export interface ChartRow {
  indicator: string
  label: string
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
  unit: string
  status: string
  /** The row's place in the order of its data, from 0. */
  order: number
}

/** A Vega-Lite spec with data, theme and locale bound; not yet drawn. */
export interface Chart {
  /** The spec's file, relative to the report folder. */
  file: string
  /** Self-contained: its data inline, its config the theme's. */
  spec: TopLevelSpec
  rows: ChartRow[]
  /** The observations that the chart shows. */
  observations: Observation[]
  /** Alternative text derived from the data. */
  alt: string
  /** BCP 47 tag of its words. */
  language: string
  place: Place
}

/** The part of CanvasRenderingContext2D that Vega draws on; completed by chart/draw.ts and its painters. */
export interface Context2D {
  save(): void
  restore(): void
}

/** A chart drawn at one size: one compiled and run view, given out in each form. Sizes in points. */
export interface Drawing {
  width: number
  height: number
  /** SVG text, ids and bytes the same from run to run. */
  svg: string
  /** Paints the same scene on a canvas-like context, origin at the chart's top left, 1 unit = 1 point. */
  paint(context: Context2D): void
}
