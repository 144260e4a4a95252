/** A message about a report: an error stops the build before anything is written, a warning does not. */
export interface Diagnostic {
  severity: 'error' | 'warning'
  message: string
  /** Where it was written: a file relative to the report folder, 1-based line and column. */
  place?: { file: string; line: number; column: number } | undefined
  /** The line of text at `place`. */
  excerpt?: string | undefined
  /** What would have been right there. */
  expected?: string | undefined
  /** What to do next. */
  hint?: string | undefined
  /** Other places where the same is wrong. */
  also?: readonly { file: string; line: number; column: number }[] | undefined
}

export type Format = 'pptx' | 'pdf' | 'one-page' | 'deck.pdf' | 'handout' | 'notes' | 'png' | 'md'

export interface BuildOptions {
  /** The folder that the documents are written into, all or none; without it nothing is written. */
  out?: string | undefined
  /** By default pptx, pdf and one-page, as far as the report has their templates. */
  formats?: readonly Format[] | undefined
  /** The languages that editions are made in; by default the report's own. */
  languages?: readonly string[] | undefined
  /** Of a report with variants only these, by their ids; by default all, each in a folder of its own. */
  variants?: readonly string[] | undefined
  /** The date that the documents carry; by default the report's date of release. */
  date?: Date | undefined
  /** An organisation's own template, a .pptx or .potx; by default what the theme names. */
  reference?: string | undefined
  /** How many slides a page of the handout shows; by default 3. */
  slidesPerPage?: 1 | 2 | 3 | 4 | 6 | 9 | undefined
  /** In black, white and greys. */
  grey?: boolean | undefined
  /** An ICC profile of CMYK: PDFs are made for the press that it describes, with bleed and marks of the cut. */
  press?: string | undefined
  /** Mark the figures revised since a git revision or folder, and add what changed. */
  since?: string | undefined
  /** Also over documents that people have edited; these are kept beside the new ones. */
  overwrite?: boolean | undefined
}

export interface BuiltFile {
  /** `library-visits.pptx`. */
  name: string
  format: Format
  bytes: Uint8Array
}

export interface BuildResult {
  /** Whether there are no errors. */
  ok: boolean
  /** The documents; none where there are errors, and of variants those without. */
  files: BuiltFile[]
  diagnostics: Diagnostic[]
}

/** Builds the report in a folder. Same inputs give the same bytes. */
export declare function build(folder: string, options?: BuildOptions): Promise<BuildResult>

export interface VerifyOptions {
  /** The report folder; by default the current one. */
  report?: string | undefined
  /** The documents' language; by default each file's own. */
  language?: string | undefined
  /** The template that decks were built in; by default what the theme names. */
  reference?: string | undefined
}

/** A number of a finished file that the report does not prove. */
export interface Finding {
  verdict: 'changed' | 'unknown' | 'disagrees'
  /** As it stands in the file. */
  printed: string
  /** The slide or page. */
  page?: number | undefined
  item: string
  context: string
  /** What the build prints there. */
  was?: string | undefined
  /** The figure that it was, or is nearest to: `members@2025`. */
  figure?: string | undefined
  nearest?: string | undefined
}

/** A text that people have changed; to be read by a person. */
export interface Reworded {
  what: 'reworded' | 'gone' | 'hidden' | 'new'
  page?: number | undefined
  item: string
  was: string
  is: string
}

export interface VerifiedFile {
  file: string
  kind: 'deck' | 'briefing'
  pages: number
  /** Whether each number is proved. */
  proved: boolean
  findings: Finding[]
  reworded: Reworded[]
}

export interface VerifyResult {
  /** Whether every file is as the report proves it, numbers and words. */
  ok: boolean
  files: VerifiedFile[]
  diagnostics: Diagnostic[]
}

/** Opens finished decks and PDFs, also after people edited them, and says of each number whether the report proves it. */
export declare function verify(files: readonly string[], options?: VerifyOptions): Promise<VerifyResult>

export interface ChartOptions {
  /** By default svg. */
  format?: 'svg' | 'pdf' | 'png' | 'pptx' | undefined
  /** The folder that data files are read below; by default the current one. */
  base?: string | undefined
  /** A theme's file, as a report's templates/theme.yaml; false: Vega's own look. */
  theme?: string | false | undefined
  /** Points, in place of the spec's. */
  width?: number | undefined
  height?: number | undefined
  /** Pixels a point, of PNG. */
  scale?: number | undefined
  language?: string | undefined
  /** Seconds after which a spec is stopped; by default 60. */
  timeout?: number | undefined
}

/** The chart, or why it cannot be drawn. */
export type ChartResult =
  | { ok: true; bytes: Uint8Array; diagnostics: Diagnostic[] }
  | { ok: false; bytes: undefined; diagnostics: Diagnostic[] }

/** Draws a Vega-Lite or Vega spec, an object or its JSON, in a process of its own: no spec can hang the program or bring it down. */
export declare function renderChart(spec: object | string, options?: ChartOptions): Promise<ChartResult>
