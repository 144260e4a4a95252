import { observationKey, usualBase } from '../figure/reference.ts'
import { groupBy } from '../group-by.ts'
import type { Observation, Report } from '../types.ts'
import type { FormulaDraft } from './draft.ts'

/**
 * The figures with the keys that tell several changes of one figure apart: the one that counts from the report's comparison (as long before, for
 * other periods) has the plain key, else the first; the others say their base. Where the levels give a change since the comparison, that will have
 * the plain key, and stated ones since other periods say their base.
 */
export function nameChanges(
  stated: readonly Observation[],
  formulas: readonly FormulaDraft[],
  report: Pick<Report, 'period' | 'comparison'>,
): Observation[] {
  const levels = new Set([
    ...stated.flatMap(({ measure, key }) => (measure === 'value' ? [key] : [])),
    ...formulas.map(({ key }) => key),
  ])
  const changes = stated.filter(({ measure }) => measure !== 'value')
  const groups = groupBy(changes, ({ series, period }) => `${series}@${period}`)
  const firsts = new Map([...groups].map(([name, changes]) => [name, firstBase(changes, levels, report)]))
  return stated.map((one) => {
    const { series, measure, period, since } = one
    if (measure === 'value' || !since || since === firsts.get(`${series}@${period}`)) return one
    return { ...one, key: observationKey(series, measure, period, since) }
  })
}

/** The period from which the change with the plain key counts; null where its source does not say. */
function firstBase(
  changes: readonly Observation[],
  levels: ReadonlySet<string>,
  report: Pick<Report, 'period' | 'comparison'>,
): string | null | undefined {
  const [first] = changes
  if (!first) return undefined
  const { series, period } = first
  const usual = usualBase(period, report)
  if (usual === undefined || changes.some(({ since }) => since === usual)) return usual ?? first.since
  const isFixed = changes.some(({ since, basis }) => !since || basis === 'comparable')
  const isDerivable = [period, usual].every((one) => levels.has(observationKey(series, 'value', one)))
  if (isDerivable && !isFixed) return usual
  return changes.some(({ since }) => !since) ? null : first.since
}
