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

/** What Vega and Vega-Lite say things to. */
interface Logger {
  level(level?: number): Logger & number
  error(...words: unknown[]): Logger
  warn(...words: unknown[]): Logger
  info(): Logger
  debug(): Logger
}

/** A logger that passes on warnings and errors. */
export function createLogger(say: (kind: 'warn' | 'error', words: unknown[]) => void): Logger {
  const saying =
    (kind: 'warn' | 'error') =>
    (...words: unknown[]) => {
      say(kind, words)
      return logger
    }
  const same = () => logger
  const logger = { level: same, warn: saying('warn'), error: saying('error'), info: same, debug: same } as Logger
  return logger
}

/** Vega's logger, kept as diagnostics at the spec's file. */
export interface VegaLog extends Logger {
  diagnostics: PlacedDiagnostic[]
}

/** A logger that makes diagnostics of Vega's messages; failed loading is an error, as the chart would be empty. */
export function createVegaLog(source: SpecFile): VegaLog {
  const diagnostics: PlacedDiagnostic[] = []
  const logger = createLogger((kind, words) => {
    const [first] = words
    // A chart on paper is neither clicked nor dragged.
    if (kind === 'warn' && /^(Can not resolve event source|selection not supported for)/i.test(String(first))) return
    const isError = kind === 'error' || first === 'Loading failed' || first === 'Data ingestion failed'
    const placed = placedDiagnostic(source, words, isError ? 'error' : 'warning')
    // Vega-Lite says a thing once for each layer that it touches.
    if (!diagnostics.some(({ diagnostic }) => diagnostic.message === placed.diagnostic.message))
      diagnostics.push(placed)
  })
  return { ...logger, diagnostics }
}

/** Vega's message, placed at the first thing of the spec that it names, else at the start of the spec. */
export function placedDiagnostic(
  source: SpecFile,
  words: readonly unknown[],
  severity: Diagnostic['severity'] = 'error',
): PlacedDiagnostic {
  const texts = words.map((word) =>
    word instanceof Error ? word.message : typeof word === 'string' ? word : JSON.stringify(word),
  )
  const saying = explainSaying(JSON.parse(source.text), texts)
  const diagnostic = { ...specError(source, saying.path ?? [], withPath(saying)), severity }
  const { path, hint, emptyField } = saying
  return { path, emptyField, diagnostic: hint === undefined ? diagnostic : { ...diagnostic, hint } }
}
