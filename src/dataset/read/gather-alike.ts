import type { Diagnostic } from '../../diagnostic.ts'
import { groupBy } from '../group-by.ts'
import type { Period } from '../types.ts'

/**
 * Joins errors of missing figures in the report's period into one: in a new edition they are still to be written.
 * Other errors stay as they are.
 */
export function gatherMissing(diagnostics: readonly Diagnostic[], period: Period): Diagnostic[] {
  const marked = diagnostics.map((one) => {
    const figure = missingFigure(one, period)
    return figure === undefined ? one : { ...one, missing: { period, figures: [figure] } }
  })
  return joinMissing(marked)
}

/** The figure of the report's own period that a diagnostic says is not there. */
export function missingFigure({ message }: Diagnostic, period: Period): string | undefined {
  const [, figure, when] = /^no observation: (\S+) in (\S+)$/.exec(message) ?? []
  return when === period ? figure : undefined
}

/** The errors of missing figures made one, those of several documents too. */
export function joinMissing(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const lacking = diagnostics.filter(({ missing }) => missing)
  const figures = [...new Set(lacking.flatMap(({ missing }) => missing?.figures ?? []))]
  const [first] = lacking
  if (!first?.missing || figures.length < 2) return [...diagnostics]
  const { period } = first.missing
  const all: Diagnostic = {
    ...joinPlaces(lacking, first),
    message: `no figures of ${period} yet: ${figures.join(', ')}`,
    hint: 'write them, or fill in a sheet: briefwright export figures.xlsx',
    missing: { period, figures },
  }
  return diagnostics.flatMap((one) => (one === first ? [all] : one.missing ? [] : [one]))
}

/** Names that are declared elsewhere. */
const unknownName =
  /^unknown (indicator|unit|source|speaker|dimension|category|list|list or indicator|chart|partial|key): /

/** A name unknown in more places than this is probably misspelt at its declaration, and is reported once. */
const severalPlaces = 3

/** The errors of one unknown name made one, where there are many. */
export function joinUnknown(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const unknown = diagnostics.filter(({ message }) => unknownName.test(message))
  const byMessage = groupBy(unknown, ({ message }) => message)
  return diagnostics.flatMap((one) => {
    const alike = byMessage.get(one.message) ?? []
    const places = alike.reduce((sum, { also = [] }) => sum + 1 + also.length, 0)
    if (places <= severalPlaces) return [one]
    return one === alike[0] ? [joinPlaces(alike, one)] : []
  })
}

/** The errors of the texts that a report lacks in a language that it does not list made one. */
export function joinUntranslated(faults: readonly Diagnostic[], language: string): Diagnostic[] {
  const lacking = faults.filter(({ message }) => message.startsWith('missing: ') && message.endsWith(` in ${language}`))
  const [first, ...others] = lacking
  if (!first || others.length === 0) return [...faults]
  const hint = `the report does not list ${language} in its languages`
  const all = { ...joinPlaces(lacking, first), message: `${first.message}, and ${others.length} other texts`, hint }
  return faults.flatMap((one) => (one === first ? [all] : others.includes(one) ? [] : [one]))
}

/** The first of diagnostics that say the same, with the places of all. */
function joinPlaces(alike: readonly Diagnostic[], first: Diagnostic): Diagnostic {
  const also = alike.flatMap((one) => [...(one === first || !one.place ? [] : [one.place]), ...(one.also ?? [])])
  return also.length === 0 ? first : { ...first, also }
}

/** Whether an error left something out: what is found after it may lack for that alone. */
export function hasGaps(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity, about }) => severity === 'error' && about === undefined)
}

/** The diagnostics but for those of lacks. */
export function withoutLacks(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.filter(({ about }) => about !== 'lack')
}
