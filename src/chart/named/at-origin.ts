import type { Diagnostic, Place } from '../../diagnostic.ts'
import { isChartCall } from './call.ts'

/** What the spec behind a chart by name has wrong, reported where the chart is asked for: that spec stands in no file. */
export function atOrigin(diagnostics: readonly Diagnostic[], origin: Place | undefined): Diagnostic[] {
  if (!origin) return [...diagnostics]
  return diagnostics.map((diagnostic) =>
    diagnostic.place && isChartCall(diagnostic.place.file)
      ? { ...diagnostic, place: origin, excerpt: undefined }
      : diagnostic,
  )
}
