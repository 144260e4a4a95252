import type { DrawOptions } from '../chart/draw/draw-options.ts'
import type { Rasterizer } from '../chart/draw/pictures/rasterize.ts'
import type { Revisions } from '../dataset/revisions.ts'
import type { Dataset } from '../dataset/types.ts'
import type { DocumentKind, Format, SlidesPerPage } from '../document/formats.ts'
import type { ReadPicture } from '../document/parse/parsing.ts'
import type { Filled } from '../document/template/filled.ts'
import type { Document } from '../document/types.ts'
import type { Output } from '../files/write-outputs.ts'
import type { PressProfile } from '../graphics/icc-profile.ts'
import type { DrawnCharts } from '../layout/drawings.ts'
import type { Page } from '../layout/types.ts'
import type { Locale } from '../locale/types.ts'
import type { Memory } from '../memory/memory.ts'
import type { TemplateDeck } from '../reference/types.ts'
import type { Theme } from '../theme/theme.ts'
import type { SourceEvidence } from '../trust/evidence/check-evidence.ts'
import type { WordFinding } from '../trust/words/check-words.ts'
import type { TemplateInput } from './read/read-template-input.ts'
import type { Stopwatch } from './stopwatch.ts'

/** What is to be built, from which report folder. */
export interface BuildRequest {
  /** Absolute path of the report folder. */
  folder: string
  /** Undefined: pptx and pdf, as far as the report has their templates. */
  formats?: readonly Format[] | undefined
  /** BCP 47 tags of the languages that editions are made in; undefined: the report's own. */
  languages?: readonly string[] | undefined
  /** The date that the documents carry; undefined: the report's date of release. */
  date?: Date | undefined
  /** How many slides a page of the handout shows; undefined: 3. */
  slidesPerPage?: SlidesPerPage | undefined
  /** Absolute path of the organisation's own template; undefined: what the theme names, if anything; false: none. */
  reference?: string | false | undefined
  /** In black, white and greys. */
  isGrey?: boolean | undefined
  /** Absolute path of an ICC profile: PDFs are made for the press that it describes. */
  press?: string | undefined
  /** One of the report's variants, by its id; undefined: the first, where it has any. */
  variant?: string | undefined
  /** What the report is made for, instead of what it says itself: dimensions, and the absolute path of a table. */
  variants?: { each: readonly string[]; table: string | undefined } | undefined
  /** An earlier version, a folder or git revision: the documents say what was revised since. */
  since?: string | undefined
}

/** A build whose documents are written. */
export interface BuildOrder extends BuildRequest {
  /** Absolute path of the folder for the documents. */
  out: string
  /** Writes over documents that people have edited, and keeps these beside the new ones. */
  overwrites?: boolean | undefined
  /** Ids of the variants that it is about; undefined: all that the report has. */
  only?: readonly string[] | undefined
  /** Whether a variant that cannot be made keeps those after it from being made. */
  isFailFast?: boolean | undefined
}

/** What a build was made of and what it made: `out/manifest.json`. Hashes are SHA-256 in hex, by file name. */
export interface Manifest {
  versions: Readonly<Record<string, string>>
  /** What the command was asked for; what was not given is absent. */
  asked: Readonly<Record<string, string>>
  /** Files of the report folder, but those that git ignores by rule (`data/sources`). */
  inputs: Readonly<Record<string, string>>
  fonts: Readonly<Record<string, string>>
  outputs: Readonly<Record<string, string>>
}

/** All that the documents of a report are made from. */
export interface Material extends DrawOptions {
  now: number
  /** `theme` for pages, where a template's slides are dark. */
  pageTheme: Theme
  dataset: Dataset
  templateInput: TemplateInput
  /** The pictures of the report folder, each read once for all documents and languages. */
  readPicture: ReadPicture
  /** The organisation's template that the deck is made in. */
  reference?: TemplateDeck | undefined
  locale: Locale
  /** What every page says while the report is under embargo. */
  embargo?: string | undefined
  /** What changed since an earlier version, where the documents are to say it. */
  revisions?: Revisions | undefined
  /** Keeps what their parts were made into, for the next build. */
  memory?: Memory | undefined
  stopwatch: Stopwatch
}

/** A report as it was read: the request with everything in its folder that the later stages need. */
export interface ReadReport extends Material {
  /** The press that its PDFs are made for. */
  press?: PressProfile | undefined
  /** The documents' file name without extension: `cnnic-53`, or `cnnic-53.zh` with editions in several languages. */
  name: string
  /** The languages that editions are asked for in; this is the first's. */
  languages: readonly string[]
  request: BuildRequest
  rasterizer: Rasterizer
  /** What the texts of sources that lie in the folder say of the dataset. */
  sources: SourceEvidence[]
  memory: Memory
}

/** A document with its pages; its charts are bound, but not yet drawn. */
export interface Composed {
  kind: DocumentKind
  /** The filled template. */
  markdown: string
  /** The words in it that are held to figures, and whether they are true. */
  claims: Filled['claims']
  /** What of it was left out because its figures are not there, a line each. */
  leftOut: Filled['leftOut']
  document: Document
  pages: Page[]
  /** What its plain sentences say of figures. */
  words: readonly WordFinding[]
  /** Whether it was composed without errors. What has failed prints nothing, and what is not true is there. */
  isSound: boolean
}

/** A document whose charts are drawn. */
export interface Drawn extends Composed {
  drawings: DrawnCharts
}

/** A report and its documents on their pages, as far as these can be composed. */
export interface ComposedReport extends ReadReport {
  documents: Composed[]
}

/** A report and those of its documents that are sound, with their charts. */
export interface DrawnReport extends ReadReport {
  documents: Drawn[]
  /** What the sentences of all documents say of figures, those of unsound ones too. */
  words: readonly WordFinding[]
}

/** A document as a file, not yet on the disk. */
export interface BuiltFile extends Output {
  format: Format
  count?: { number: number; of: 'slides' | 'pages' } | undefined
  /** What its reader might wonder about, a line each; these are not diagnostics. */
  remarks?: string[] | undefined
}

/** A report's documents, and what is known about them; not yet on the disk. */
export interface MadeReport {
  documents: BuiltFile[]
  /** `trace.json`: where each figure is printed; `manifest.json`: what the documents were made of. */
  records: Output[]
  manifest: Manifest
}
