import type { Dataset } from './dataset/types.ts'
import type { Outcome } from './diagnostic.ts'
import type { Telling } from './read-report.ts'
import { checkLooseNumbers } from './trust/check-loose-numbers.ts'

/** The numbers in templates, partials and chart specs that their authors typed; `isWhole` where all templates of the report were read. */
export function checkNumbers(telling: Telling, dataset: Dataset, isWhole: boolean): Outcome<never> {
  const { templates, partials, charts, allow } = telling
  const texts = { templates: [...templates.values(), ...partials.values()], charts: [...charts.values()] }
  return { value: undefined, diagnostics: checkLooseNumbers({ ...texts, allow, isWhole, dataset }) }
}
