import type { Diagnostic, Place } from '../../diagnostic.ts'
import { isChartCall } from './call.ts'

/** A generated spec's faults, reported where the named chart is asked for, because that spec is in no file. */
export function atOrigin(diagnostics: readonly Diagnostic[], origin: Place | undefined): Diagnostic[] {
  if (!origin) return [...diagnostics]
  return diagnostics.map((diagnostic) =>
    diagnostic.place && isChartCall(diagnostic.place.file)
      ? { ...diagnostic, place: origin, excerpt: undefined }
      : diagnostic,
  )
}
