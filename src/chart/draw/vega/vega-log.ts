import type { Diagnostic } from '../../../diagnostic.ts'
import type { JsonPath } from '../../spec/json/json.ts'
import { type SpecFile, specError } from '../../spec/json/spec-file.ts'
import { explainSaying, withPath } from '../../spec/vega-places.ts'

/** A diagnostic, and the part of the spec that it is about where that is known. */
export interface PlacedDiagnostic {
  diagnostic: Diagnostic
  path: JsonPath | undefined
  /** The field that a scale found no number in. */
  emptyField?: string | undefined
}

/** Vega's logger, kept as diagnostics at the spec's file. */
export interface VegaLog {
  diagnostics: PlacedDiagnostic[]
  level(level?: number): VegaLog & number
  error(...words: unknown[]): VegaLog
  warn(...words: unknown[]): VegaLog
  info(): VegaLog
  debug(): VegaLog
}

/** A logger that turns what Vega and Vega-Lite say into diagnostics; data that cannot be loaded is an error, for it would leave an empty chart. */
export function createVegaLog(source: SpecFile): VegaLog {
  const diagnostics: PlacedDiagnostic[] = []
  const add = (severity: Diagnostic['severity'], words: unknown[]) => {
    const placed = placedDiagnostic(source, severity, words)
    // Vega-Lite says a thing once for each layer that it touches.
    if (!diagnostics.some(({ diagnostic }) => diagnostic.message === placed.diagnostic.message))
      diagnostics.push(placed)
  }
  const log = {
    diagnostics,
    level: () => log,
    error: (...words: unknown[]) => {
      add('error', words)
      return log
    },
    warn: (...words: unknown[]) => {
      // A chart on paper is neither clicked nor dragged.
      if (/^(Can not resolve event source|selection not supported for)/i.test(String(words[0]))) return log
      add(words[0] === 'Loading failed' || words[0] === 'Data ingestion failed' ? 'error' : 'warning', words)
      return log
    },
    info: () => log,
    debug: () => log,
  }
  return log as VegaLog
}

/** What Vega threw or said, at the first thing of the spec that it names; at the spec's beginning where it names none. */
function placedDiagnostic(
  source: SpecFile,
  severity: Diagnostic['severity'],
  words: readonly unknown[],
): PlacedDiagnostic {
  const texts = words.map((word) =>
    word instanceof Error ? word.message : typeof word === 'string' ? word : JSON.stringify(word),
  )
  const saying = explainSaying(JSON.parse(source.text), texts)
  const diagnostic = { ...specError(source, saying.path ?? [], withPath(saying)), severity }
  const { path, hint, emptyField } = saying
  return { path, emptyField, diagnostic: hint === undefined ? diagnostic : { ...diagnostic, hint } }
}

/** What drawing threw. */
export function thrownDiagnostic(source: SpecFile, error: unknown): PlacedDiagnostic {
  return placedDiagnostic(source, 'error', [error])
}

/** What Vega, or a part of the drawing, says of the spec, at what it names. */
export function vegaDiagnostic(source: SpecFile, severity: Diagnostic['severity'], words: readonly unknown[]) {
  return placedDiagnostic(source, severity, words).diagnostic
}
