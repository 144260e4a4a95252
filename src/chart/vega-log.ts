import type { Diagnostic } from '../diagnostic.ts'
import { findProperty, findString, type SpecFile, specError } from './spec-file.ts'

/** Vega's logger, kept as diagnostics at the spec's file. */
export interface VegaLog {
  diagnostics: Diagnostic[]
  level(level?: number): VegaLog & number
  error(...words: unknown[]): VegaLog
  warn(...words: unknown[]): VegaLog
  info(): VegaLog
  debug(): VegaLog
}

/** A logger that turns what Vega and Vega-Lite say into diagnostics; data that cannot be loaded is an error, for it would leave an empty chart. */
export function createVegaLog(source: SpecFile): VegaLog {
  const diagnostics: Diagnostic[] = []
  const add = (severity: Diagnostic['severity'], words: unknown[]) => {
    const diagnostic = vegaDiagnostic(source, severity, words)
    // Vega-Lite says a thing once for each layer that it touches.
    if (!diagnostics.some(({ message }) => message === diagnostic.message)) diagnostics.push(diagnostic)
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
      if (String(words[0]).startsWith('Can not resolve event source')) return log
      add(words[0] === 'Loading failed' || words[0] === 'Data ingestion failed' ? 'error' : 'warning', words)
      return log
    },
    info: () => log,
    debug: () => log,
  }
  return log as VegaLog
}

/** What Vega threw or said, at the first thing of the spec that it names; at the spec's beginning where it names none. */
export function vegaDiagnostic(
  source: SpecFile,
  severity: Diagnostic['severity'],
  words: readonly unknown[],
): Diagnostic {
  const texts = words.map((word) =>
    word instanceof Error ? word.message : typeof word === 'string' ? word : JSON.stringify(word),
  )
  if (texts[0]?.startsWith('Invalid specification'))
    return { ...specError(source, [], 'not a Vega-Lite spec'), expected: 'a mark, layer, facet, repeat or concat' }
  // `Loading failed: data/x.csv: no such file: data/x.csv` says the name twice.
  if (texts[0] === 'Loading failed' && texts[1] && texts[2]?.endsWith(texts[1])) texts.splice(1, 1)
  const message = texts.map((text, index) => clip(index === 0 ? lowerFirst(text) : text)).join(': ')
  return { ...specError(source, placeNamed(source, texts) ?? [], message), severity }
}

function placeNamed(source: SpecFile, words: readonly string[]) {
  const quoted = words.flatMap((word) => [...word.matchAll(/["'“`]([^"'”`]+)["'”`]/g)].map((match) => match[1] ?? ''))
  const afterColon = words.flatMap((word) => /: (.+)$/s.exec(word)?.[1] ?? [])
  for (const name of [...afterColon, ...words, ...quoted]) {
    const path = findString(source, name) ?? findProperty(source, name)
    if (path) return path
  }
  return undefined
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/** Vega-Lite prints whole definitions into its messages. */
function clip(text: string): string {
  return text.length > 160 ? `${text.slice(0, 160)}…` : text
}
