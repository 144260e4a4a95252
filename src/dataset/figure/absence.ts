import type { Absence, Dataset, Reason } from '../types.ts'
import { type Catalogue, explainForm, locate, observationKey, parseReference } from './reference.ts'

/** What is known of figures that are not there. */
export type Absences = Pick<Dataset, 'absences' | 'otherwise' | 'report'>

/**
 * Why a reference has no observation: the figure, its level or its base is absent, or all that is not given.
 * Undefined where no reason is stated.
 */
export function getAbsence(
  { absences, otherwise, report }: Absences,
  catalogue: Catalogue,
  reference: string,
): Absence | undefined {
  const found = locate(catalogue, reference) ?? locateNow(catalogue, reference)
  if (!found) return undefined
  const { series, indicator, measure, period } = found
  const isOfReport = measure !== 'value' && period === report.period
  const since = found.since ?? (isOfReport ? report.comparison : undefined)
  const key = observationKey(series, measure, period, found.since)
  const level = (when: string) => absences.get(observationKey(series, 'value', when))
  const own = absences.get(key) ?? absences.get(observationKey(series, measure, period))
  const named = own ?? level(period) ?? (since === undefined ? undefined : level(since))
  if (named) return { ...named, key, measure }
  if (!otherwise || period !== report.period || explainForm(reference, catalogue)) return undefined
  return { key, series, indicator, measure, period, ...otherwise }
}

/**
 * What a reference without a period means where no figure is of the report's:
 * a change where its level is said to be absent, else the reference in that period.
 */
function locateNow(catalogue: Catalogue, reference: string): ReturnType<typeof locate> {
  const parsed = parseReference(reference)
  if (!parsed || parsed.period !== undefined) return undefined
  const base = parsed.since === undefined ? '' : `${parsed.since}..`
  const [name = ''] = reference.trim().split('@')
  const level = locate(catalogue, name.replace(/\.(?:change|rate)$/, ''))
  return locate(catalogue, `${name}@${base}${level?.period ?? catalogue.period}`)
}

/** What stands in a table in the place of a figure that is not there: `x` prints `[x]`. */
export type Symbols = Readonly<Record<Reason, string>>

/** The symbol of an absent figure as Markdown that keeps its reason: `[[c]](absent:suppressed)`. */
export function markAbsence({ reason }: Pick<Absence, 'reason'>, symbols: Symbols): string {
  return `[&#91;${symbols[reason]}&#93;](absent:${reason.replaceAll(' ', '-')})`
}

/** The reason that the address of such a link names, after its colon. */
export function reasonNamed(name: string): Reason | undefined {
  return (Object.keys(defaultSymbols) as Reason[]).find((reason) => reason.replaceAll(' ', '-') === name)
}

/**
 * UK Analysis Function:
 * https://analysisfunction.civilservice.gov.uk/policy-store/symbols-in-tables-definitions-and-help/
 */
export const defaultSymbols: Symbols = {
  'not stated': 'x',
  suppressed: 'c',
  'not applicable': 'z',
  'too small': 'low',
  later: 'later',
}

/** Whether a text says why a figure is not there. */
export function isReason(text: string): boolean {
  return Object.hasOwn(defaultSymbols, text.trim().toLowerCase())
}
