import { type Diagnostic, hasErrors, type Outcome } from './diagnostic.ts'

/** Gathers the diagnostics of stage after stage, so that all troubles are told and not the first only. */
export interface Troubles {
  /** The outcome's value; its diagnostics are kept. */
  note<T>(outcome: Outcome<T>): T | undefined
  /** The outcome of the whole: the value only where no stage met an error. */
  outcome<T>(value?: T): Outcome<T>
}

/** An empty gathering. */
export function createTroubles(): Troubles {
  const met: Diagnostic[] = []
  return {
    note: ({ value, diagnostics }) => {
      met.push(...diagnostics)
      return value
    },
    outcome: (value) => ({ value: hasErrors(met) ? undefined : value, diagnostics: met }),
  }
}
