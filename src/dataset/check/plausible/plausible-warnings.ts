import type { Diagnostic } from '../../../diagnostic.ts'
import { formatInputs } from '../../derive/inputs.ts'
import { unlikeSums } from '../../derive/unlike-sums.ts'
import { createCatalogue, findKey } from '../../figure/reference.ts'
import { groupBy } from '../../group-by.ts'
import type { DatasetDraft } from '../../read/draft.ts'
import type { Observation } from '../../types.ts'
import { errorAt, formatPlace } from '../../yaml/located.ts'
import { directionDoubts } from './direction-doubts.ts'
import type { Doubt } from './doubt.ts'
import { getHistories } from './history.ts'
import { historyDoubts } from './history-doubts.ts'
import { listDoubts } from './list-doubts.ts'
import { ownDoubts } from './own-doubts.ts'
import { twinDoubts } from './twin-doubts.ts'

/**
 * Warnings for figures that contradict no other and yet are hardly right, one for each, with what it is compared to; and for a `plausible` that
 * accepts none. How seldom they are wrong is counted in test/dataset/check/plausible.
 */
export function plausibleWarnings(draft: DatasetDraft, observations: ReadonlyMap<string, Observation>): Diagnostic[] {
  const { stated } = draft
  const doubts: Doubt[] = [
    ...ownDoubts(draft, observations),
    ...getHistories(stated).flatMap(historyDoubts),
    ...listDoubts(draft, stated),
    ...directionDoubts(stated),
    ...twinDoubts(draft, stated),
    ...sumDoubts(draft, observations),
  ]
  const first = [...groupBy(doubts, ({ of }) => of.key).values()].flatMap(([doubt]) => doubt ?? [])
  const accepted = new Set(first.flatMap(({ of }) => (of.plausible ? [formatPlace(of.plausible.place)] : [])))
  return [...first.filter(({ of }) => !of.plausible).map(toWarning), ...idle([...observations.values()], accepted)]
}

function toWarning({ of, what, beside, hint }: Doubt): Diagnostic {
  const compared = beside.length > 0 ? `; compare ${formatInputs(beside)}` : ''
  const message = `hardly plausible: ${of.key} is ${what}${compared}`
  const accept = 'where it is right, write plausible: and why'
  return asWarning(errorAt(of.place, message, { hint: hint ? `${hint}; ${accept}` : accept }))
}

/** Reasons why figures are right that nobody doubts: the figure was fixed, or the reason stands at another. */
function idle(observations: readonly Observation[], accepted: ReadonlySet<string>): Diagnostic[] {
  const places = new Map(
    observations.flatMap(({ plausible }) => (plausible ? [[formatPlace(plausible.place), plausible]] : [])),
  )
  return [...places].flatMap(([at, { place, reason }]) =>
    accepted.has(at)
      ? []
      : [asWarning(errorAt(place, `plausible accepts no warning: ${reason}`, { hint: 'take it out' }))],
  )
}

function asWarning(diagnostic: Diagnostic): Diagnostic {
  return { ...diagnostic, severity: 'warning', kind: 'plausible' }
}

/** Figures worked out of sums over periods of different lengths, a half-year's less the year's before. */
function sumDoubts(draft: DatasetDraft, observations: ReadonlyMap<string, Observation>): Doubt[] {
  const catalogue = createCatalogue(draft, observations.values())
  return draft.formulas.flatMap(({ key, formula, period }): Doubt[] => {
    // Without a period a reference is of the formula's own.
    const find = (reference: string) =>
      observations.get(findKey(catalogue, reference.includes('@') ? reference : `${reference}@${period}`) ?? '')
    const [of, beside] = [observations.get(key), unlikeSums(formula, find, draft.indicators)]
    const what = 'worked out of sums over periods that are not equally long'
    return of && beside ? [{ of, what, beside, hint: 'take sums over equal periods' }] : []
  })
}
