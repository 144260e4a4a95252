import { joinMissing, joinUnknown } from '../dataset/read/gather-alike.ts'
import { type Diagnostic, hasErrors, type Outcome } from '../diagnostic.ts'
import { joinLacks } from '../fonts/glyph-lacks.ts'

/** Gathers the diagnostics of stage after stage, so that all are reported and not the first only. */
export interface DiagnosticCollector {
  /** The outcome's value; its diagnostics are kept. */
  note<T>(outcome: Outcome<T>): T | undefined
  /** Keeps diagnostics that come without a value. */
  add(diagnostics: readonly Diagnostic[]): void
  /** All that was kept. */
  all(): Diagnostic[]
  /** The outcome of the whole: the value only where no stage met an error. */
  outcome<T>(value?: T): Outcome<T>
}

/** An empty collector. What two stages or documents both find is reported once, as an error if either calls it one. */
export function collectDiagnostics(): DiagnosticCollector {
  const met = new Map<string, Diagnostic>()
  const add = (diagnostics: readonly Diagnostic[]) => {
    for (const diagnostic of diagnostics) {
      const key = getKey(diagnostic)
      if (diagnostic.severity === 'error' || !met.has(key)) met.set(key, diagnostic)
    }
  }
  const all = () => joinUnknown(joinMissing(joinLacks([...met.values()])))
  return {
    note: ({ value, diagnostics }) => {
      add(diagnostics)
      return value
    },
    add,
    all,
    outcome: (value) => {
      const diagnostics = all()
      return { value: hasErrors(diagnostics) ? undefined : value, diagnostics }
    },
  }
}

function getKey({ message, place }: Diagnostic): string {
  return place ? `${place.file}:${place.line}:${place.column}: ${message}` : message
}
