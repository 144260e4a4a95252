import type { Check } from '../dataset/types.ts'
import type { Place } from '../diagnostic.ts'
import type { Claim } from '../document/claim/claim.ts'
import type { DocumentKind } from '../document/formats.ts'

/** How a figure stands in one version of a report. */
export interface FigureState {
  /** As the report's language says it: `24.8 million people`. */
  printed: string
  status: string
  /** Its source's id with paragraph, locator, speaker and form printed there; a derived figure's formula. */
  origin: string
  place: Place
}

/** A figure that differs between two versions of a report. `re-sourced`: same number, stated elsewhere. */
export interface FigureChange {
  kind: 'added' | 'dropped' | 'revised' | 're-sourced'
  /** Canonical reference: `netizens.change@2023-12`. */
  key: string
  label: string
  /** Whether the number is worked out: it follows from figures that are stated. */
  derived: boolean
  /** A change or rate that now goes the other way. */
  turned?: boolean | undefined
  before?: FigureState | undefined
  after?: FigureState | undefined
}

/** A check whose verdict is another; undefined where the check is not there. */
export interface CheckChange {
  id: string
  assertion: string
  before?: Check['verdict'] | undefined
  after?: Check['verdict'] | undefined
}

/** How a claim stands in one version of a report. */
export interface ClaimState {
  verdict: Claim['verdict']
  /** The sentence that it stands in, as it reads. */
  sentence: string
  /** What is true of the same figures, where it is not. */
  truths: readonly string[]
  place: Place
}

/** A claim of the later version that holds in one version only; `before` is undefined where the earlier lacks it. */
export interface ClaimChange {
  /** The words that claim. */
  words: string
  /** The rule and its arguments: `fell urban-rural-penetration-gap`. */
  claim: string
  before?: ClaimState | undefined
  after: ClaimState
}

/** What a passage of a document is. */
export type PassageKind =
  | 'metadata'
  | 'title'
  | 'text'
  | 'key figure'
  | 'cell'
  | 'chart'
  | 'alternative text'
  | 'source'
  | 'footer'
  | 'notes'

/** A passage that reads otherwise; without `before` it is new, without `after` it is gone. */
export interface PassageChange {
  kind: PassageKind
  /** The slide or page: of the later version where the passage is there, else of the earlier; 0 for metadata. */
  page: number
  /** Which item, row, column or chart mark. */
  where: string
  before?: string | undefined
  after?: string | undefined
}

export interface DocumentChanges {
  kind: DocumentKind
  /** How many slides or pages there were, and are. */
  counts: { before: number; after: number }
  passages: PassageChange[]
}

/** All that differs between two versions of a report. */
export interface Changes {
  /** The names of the versions, as the user gave them. */
  before: string
  after: string
  figures: FigureChange[]
  checks: CheckChange[]
  claims: ClaimChange[]
  /** Empty where a version has no templates, or cannot be laid out. */
  documents: DocumentChanges[]
}
