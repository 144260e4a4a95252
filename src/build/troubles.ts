import { type Diagnostic, hasErrors, type Outcome } from '../diagnostic.ts'
import { joinLacks } from '../fonts/glyph-lacks.ts'

/** Gathers the diagnostics of stage after stage, so that all troubles are told and not the first only. */
export interface Troubles {
  /** The outcome's value; its diagnostics are kept. */
  note<T>(outcome: Outcome<T>): T | undefined
  /** The outcome of the whole: the value only where no stage met an error. */
  outcome<T>(value?: T): Outcome<T>
}

/** An empty gathering. What two stages, or the two documents, meet alike is told once: as an error, where it is one to either. */
export function createTroubles(): Troubles {
  const met = new Map<string, Diagnostic>()
  return {
    note: ({ value, diagnostics }) => {
      for (const diagnostic of diagnostics) {
        const key = keyOf(diagnostic)
        if (diagnostic.severity === 'error' || !met.has(key)) met.set(key, diagnostic)
      }
      return value
    },
    outcome: (value) => {
      const diagnostics = joinLacks([...met.values()])
      return { value: hasErrors(diagnostics) ? undefined : value, diagnostics }
    },
  }
}

function keyOf({ message, place }: Diagnostic): string {
  return place ? `${place.file}:${place.line}:${place.column}: ${message}` : message
}
