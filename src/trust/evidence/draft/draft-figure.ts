import type { DraftUnit } from './draft-unit.ts'

/** A figure of a text, joined from the numbers that speak of it: a level, and how it changed. */
export interface DraftFigure {
  /** The indicator: figures of one have one id. */
  id: string
  label: string
  unit: DraftUnit
  paragraph: number
  /** Of which column of which table it is. */
  table?: string | undefined
  period?: string | undefined
  value?: string | undefined
  /** Expected: of a period that ends after the report's release; before dates are known, by its sentence alone. */
  isForecast?: boolean
  change?: { since: string; by?: string | undefined; rate?: string | undefined } | undefined
  /** The words of the text around it. */
  words: string
}
