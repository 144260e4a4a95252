import { type Diagnostic, errorAt } from '../../diagnostic.ts'
import { parsePeriod, periodForms } from '../figure/period.ts'
import { observationKey } from '../figure/reference.ts'
import { type Breakdown, seriesIn } from '../figure/series.ts'
import type { Absence, Measure, Period, Reason, Report, Series } from '../types.ts'
import { formatPlace } from '../yaml/located.ts'
import { memberErrors } from './declarations.ts'
import type { FiguresFile, IsBroken } from './draft.ts'
import { reasons } from './schema.ts'

/** The figures that files list as absent, and the reason of all others that are not given, where one is. */
export interface ReadAbsences {
  value: Absence[]
  otherwise: Pick<Absence, 'reason' | 'place'> | undefined
  diagnostics: Diagnostic[]
}

/** Reads `absent:` of all files: references by reason, a breakdown as `recent-users[age]`, or `others` for the rest. */
export function resolveAbsences(
  files: readonly FiguresFile[],
  breakdown: Breakdown,
  { period }: Pick<Report, 'period'>,
  isBroken: IsBroken,
): ReadAbsences {
  const value: Absence[] = []
  const diagnostics: Diagnostic[] = []
  const whole: Pick<Absence, 'reason' | 'place'>[] = []
  for (const { located, entry } of files) {
    for (const reason of reasons) {
      const named = entry.absent?.[reason]
      const place = (index: number) => located.place(['absent', reason, index])
      if (named === 'others') whole.push({ reason, place: located.place(['absent', reason]) })
      if (named === undefined || named === 'others') continue
      named.forEach((reference, index) => {
        const { name, measure, when = period } = getParts(reference)
        const faults = memberErrors(name, breakdown, isBroken, () => place(index))
        const members = seriesIn(name, breakdown)
        diagnostics.push(...faults)
        if (!parsePeriod(when)) {
          diagnostics.push(errorAt(place(index), `unknown form of period: ${when}`, { expected: periodForms }))
        } else if (!('message' in members)) {
          value.push(...members.map((series) => toAbsence(series, measure, when, reason, place(index))))
        }
      })
    }
  }
  const [first, second] = whole
  if (first && second)
    diagnostics.push(errorAt(second.place, `others stands at ${formatPlace(first.place)} too`, { hint: 'keep one' }))
  return { value, otherwise: first, diagnostics }
}

/** That a number of a series at a period is not there, and why. */
export function toAbsence(
  { key, indicator }: Pick<Series, 'key' | 'indicator'>,
  measure: Measure,
  period: Period,
  reason: Reason,
  place: Absence['place'],
): Absence {
  return { key: observationKey(key, measure, period), series: key, indicator, measure, period, reason, place }
}

function getParts(reference: string): { name: string; measure: Measure; when: string | undefined } {
  const [, name = '', measure, when] = /^(.*?)(?:\.(change|rate))?(?:@(.*))?$/.exec(reference.trim()) ?? []
  return { name, measure: (measure as Measure | undefined) ?? 'value', when }
}
