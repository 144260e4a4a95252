import type { Dataset } from '../dataset/types.ts'
import type { Outcome } from '../diagnostic.ts'
import { checkSourceDates } from '../trust/check-fresh.ts'
import { checkLooseNumbers } from '../trust/numbers/check-loose-numbers.ts'
import { type Memory, noMemory } from './memory.ts'
import type { Telling } from './read-report.ts'

/** The numbers in templates, partials and chart specs that their authors typed, and sources too old for what they are said to state; `isWhole` where all templates of the report were read. */
export function checkNumbers(
  telling: Telling,
  dataset: Dataset,
  isWhole: boolean,
  memory: Memory = noMemory,
): Outcome<never> {
  const { templates, partials, charts, allow } = telling
  const texts = { templates: [...templates.values(), ...partials.values()], charts: [...charts.values()] }
  const loose = checkLooseNumbers({ ...texts, allow, isWhole, dataset, memory })
  return { value: undefined, diagnostics: [...checkSourceDates(dataset), ...loose] }
}
