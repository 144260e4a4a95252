import { closest, distance } from 'fastest-levenshtein'

/** Where something was written: a file relative to the report folder, 1-based line and column. */
export interface Place {
  file: string
  line: number
  column: number
}

/**
 * What a report may take more or less strictly: typed numbers, words about figures, axes, charted values,
 * dates of sources, where sources are found, figures that look wrong, silent revisions.
 */
export const diagnosticKinds = [
  'numbers',
  'words',
  'axis',
  'charts',
  'dates',
  'sources',
  'plausible',
  'revisions',
] as const

export type DiagnosticKind = (typeof diagnosticKinds)[number]

/** A fault, worded so that its reader can fix it. An error stops the build before any file is written. */
export interface Diagnostic {
  severity: 'error' | 'warning'
  /** What is wrong, lower case, value after a colon: `unknown indicator: netizen`. */
  message: string
  place?: Place | undefined
  /** The line of text at `place`, as it stands in the file. */
  excerpt?: string | undefined
  /** What would have been right there: `a percentage, such as 77.5%`. */
  expected?: string | undefined
  /** What to do next: `did you mean netizens?`. */
  hint?: string | undefined
  /**
   * `claim` where words are no longer true of their figures and would mislead readers;
   * `lack` where something is missing, which may follow from another error.
   */
  about?: 'claim' | 'lack' | undefined
  /** Other places where the same is wrong. */
  also?: readonly Place[] | undefined
  /** Figures that a period has not yet, of which it tells. */
  missing?: { period: string; figures: readonly string[] } | undefined
  /** Of what kind it is, where a report may say how strictly it is taken. */
  kind?: DiagnosticKind | undefined
  /** Characters that no font has, which it reports: those of one script in one diagnostic. */
  lacks?: readonly GlyphLack[] | undefined
}

/** A character without a glyph, the text that it stands in, and where that is written. */
export interface GlyphLack {
  character: string
  text: string
  place: Place
}

/** What may be said beside a message. */
type Remarks = Pick<Diagnostic, 'expected' | 'hint' | 'about' | 'also' | 'kind'>

/** An error at a place. */
export function errorAt(place: Place | undefined, message: string, remarks: Remarks = {}): Diagnostic {
  const { expected, hint, about, also, kind } = remarks
  return { severity: 'error', message, place, expected, hint, about, also, kind }
}

/** An error of no place in a file. */
export function plainError(message: string, remarks?: Remarks): Diagnostic {
  return errorAt(undefined, message, remarks)
}

/** A warning of no place in a file. */
export function plainWarning(message: string, remarks?: Remarks): Diagnostic {
  return warningAt(undefined, message, remarks)
}

/** A warning at a place. */
export function warningAt(place: Place | undefined, message: string, remarks?: Remarks): Diagnostic {
  return { ...errorAt(place, message, remarks), severity: 'warning' }
}

/** What a stage gives back: its value (absent where errors left nothing to give) and all diagnostics that it met. */
export interface Outcome<T> {
  value: T | undefined
  diagnostics: Diagnostic[]
}

/** The outcome of what gives no value, for these reasons. */
export function failed(...diagnostics: Diagnostic[]): Outcome<never> {
  return { value: undefined, diagnostics }
}

/** Whether any of the diagnostics is an error. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error')
}

/** The diagnostics as strictly as a report takes their kinds. */
export function bySeverity(
  diagnostics: readonly Diagnostic[],
  severities: Readonly<Partial<Record<DiagnosticKind, Diagnostic['severity'] | 'off'>>> = {},
): Diagnostic[] {
  return diagnostics.flatMap((diagnostic) => {
    const severity = diagnostic.kind && severities[diagnostic.kind]
    if (severity === 'off') return []
    return [severity ? { ...diagnostic, severity } : diagnostic]
  })
}

/** The diagnostics as a reader of these files comes to them; what is of no file stands first. */
export function inOrder(diagnostics: readonly Diagnostic[], files: readonly string[]): Diagnostic[] {
  const ranks = new Map(files.map((file, index) => [file, index]))
  const rank = ({ place }: Diagnostic) => ranks.get(place?.file ?? '') ?? -1
  const start = { line: 0, column: 0 }
  return diagnostics.toSorted((a, b) => {
    const [one, other] = [a.place ?? start, b.place ?? start]
    return rank(a) - rank(b) || one.line - other.line || one.column - other.column
  })
}

/** A hint with the candidate nearest to a mistyped name, at most 2 edits or a third of it away; else undefined. */
export function suggest(name: string, candidates: Iterable<string>): string | undefined {
  const nearest = nearestName(name, candidates)
  return nearest === undefined ? undefined : `did you mean ${nearest}?`
}

/** The candidate that a mistyped name was meant to be, by the same measure; undefined where none is near. */
export function nearestName(name: string, candidates: Iterable<string>): string | undefined {
  const names = [...candidates]
  if (names.length === 0) return undefined
  const nearest = closest(name, names)
  const edits = distance(name, nearest)
  // Words are no misprints of each other if they share no letter, or less than half and begin differently.
  const longer = Math.max(name.length, nearest.length)
  const most = Math.min(Math.max(2, Math.floor(name.length / 3)), longer - 1)
  const isNear = edits <= most && (name[0] === nearest[0] || edits <= longer / 2)
  if (isNear) return nearest
  // Only its beginning: index, for index-2015.
  const [begun, ...others] = names.filter((one) => one.startsWith(`${name}-`))
  return others.length === 0 ? begun : undefined
}

/** A diagnostic as plain text: `file:line:column: error: message`, the line with a caret, what was expected, a hint. */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { severity, message, place, excerpt, expected, hint } = printable(diagnostic)
  const lines = [`${place ? `${place.file}:${place.line}:${place.column}: ` : ''}${severity}: ${message}`]
  if (place && excerpt !== undefined) {
    const { text, caret } = clip(excerpt, place.column)
    const gutter = String(place.line)
    lines.push(`  ${gutter} | ${text}`, `  ${' '.repeat(gutter.length)} | ${' '.repeat(caret)}^`)
  }
  if (expected) lines.push(`  expected: ${expected}`)
  if (hint) lines.push(`  hint: ${hint}`)
  if (diagnostic.also?.length) lines.push(`  also at: ${formatPlaces(diagnostic.also)}`)
  return lines.join('\n')
}

/** Lines; more are counted. */
const mostPlaces = 20

/** `data/checks.yaml:12, 14; data/figures.yaml:30`. */
function formatPlaces(places: readonly Place[]): string {
  const lines = [...new Map(places.map((one) => [`${one.file}:${one.line}`, one])).values()]
  const shown = lines.slice(0, mostPlaces)
  const files = [...new Set(shown.map(({ file }) => file))].map(
    (file) => `${file}:${shown.flatMap((one) => (one.file === file ? [one.line] : [])).join(', ')}`,
  )
  const more = lines.length - shown.length
  return `${files.join('; ')}${more > 0 ? ` and ${more} more` : ''}`
}

/** What is longer says no more to a reader, and may be a whole file. */
const longestMessage = 500

/** The diagnostic without characters that a terminal would obey, or that turn a line round; columns stay. */
function printable({ message, excerpt, expected, hint, ...rest }: Diagnostic): Diagnostic {
  const plain = (text: string | undefined) =>
    text?.replace(/(?![\t\n])[\p{Cc}\u202a-\u202e\u2066-\u2069\u2028\u2029]/gu, '\ufffd')
  return {
    ...rest,
    message: plain(shortened(message, longestMessage)) ?? '',
    excerpt: plain(excerpt),
    expected: plain(expected),
    hint: plain(hint),
  }
}

/** At most so many characters of a text, the last an ellipsis where it has more. */
export function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text
}

/** At most 100 characters of a long line around its column, tabs as spaces so that the caret stands right. */
function clip(excerpt: string, column: number): { text: string; caret: number } {
  const line = excerpt.replaceAll('\t', ' ')
  if (line.length <= 100) return { text: line, caret: column - 1 }
  const start = Math.max(0, Math.min(column - 50, line.length - 99))
  return {
    text: `${start > 0 ? '…' : ''}${line.slice(start, start + 99)}`,
    caret: column - 1 - start + (start > 0 ? 1 : 0),
  }
}

/** The diagnostics without those that say the same again. */
export function distinctDiagnostics<One extends Pick<Diagnostic, 'message'>>(diagnostics: readonly One[]): One[] {
  return [...new Map(diagnostics.map((one) => [JSON.stringify(one), one])).values()]
}
