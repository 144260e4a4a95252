import type { Diagnostic } from '../../diagnostic.ts'
import type { Period } from '../types.ts'

/**
 * The figures of the report's own period that formulas, checks and templates ask for and that are not there, as one error with their list:
 * in the middle of a new edition they are what is still to be written. Other errors stay as they are.
 */
export function gatherMissing(diagnostics: readonly Diagnostic[], period: Period): Diagnostic[] {
  const missing = diagnostics.filter((one) => missingFigure(one, period) !== undefined)
  const [first] = missing
  const figures = [...new Set(missing.flatMap((one) => missingFigure(one, period) ?? []))]
  if (!first || figures.length < 2) return [...diagnostics]
  const all: Diagnostic = {
    ...first,
    message: `no figures of ${period} yet: ${figures.join(', ')}`,
    hint: `they are asked for at ${sayPlaces(missing)}; write them, or fill in a sheet: briefwright export figures.xlsx`,
  }
  return diagnostics.flatMap((one) => (one === first ? [all] : missing.includes(one) ? [] : [one]))
}

/** The figure of the report's own period that a diagnostic says is not there. */
export function missingFigure({ message }: Diagnostic, period: Period): string | undefined {
  const [, figure, when] = /^no observation: (\S+) in (\S+)$/.exec(message) ?? []
  return when === period ? figure : undefined
}

/** `data/checks.yaml:12, 14; data/figures.yaml:30`. */
function sayPlaces(diagnostics: readonly Diagnostic[]): string {
  const places = diagnostics.flatMap(({ place }) => place ?? [])
  const files = [...new Set(places.map(({ file }) => file))]
  const getLines = (file: string) => [...new Set(places.filter((one) => one.file === file).map(({ line }) => line))]
  return files.map((file) => `${file}:${getLines(file).join(', ')}`).join('; ')
}
