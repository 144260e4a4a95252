import { unlikeSums } from '../../derive/unlike-sums.ts'
import { createCatalogue, findKey } from '../../figure/reference.ts'
import type { DatasetDraft } from '../../read/draft.ts'
import type { Observation } from '../../types.ts'
import type { Doubt } from './doubt.ts'

/** Figures worked out of sums over periods of different lengths, a half-year's less the year's before. */
export function sumDoubts(draft: DatasetDraft, observations: ReadonlyMap<string, Observation>): Doubt[] {
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
