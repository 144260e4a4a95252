import type { Symbols } from '../../dataset/figure/absence.ts'
import type { Dataset } from '../../dataset/types.ts'
import { type Diagnostic, errorAt, type Place } from '../../diagnostic.ts'
import type { Locale } from '../../locale/types.ts'
import type { Template } from './template.ts'

/** What stays the same while a template is filled, and the diagnostics met so far. */
export interface Filling {
  /** By name; those that could be read. */
  partials: ReadonlyMap<string, Template>
  dataset: Dataset
  locale: Locale
  /** What tables print for a figure that is not there, by reason. */
  symbols: Symbols
  diagnostics: Diagnostic[]
  /** A line for what is left out. */
  leftOut: string[]
  /** How many parts of templates have been filled. */
  filled: { count: number }
}

/** Notes an error at a place. */
export function reportAt({ diagnostics }: Filling, message: string, place: Place, hint?: string): void {
  diagnostics.push(errorAt(place, message, { hint }))
}
