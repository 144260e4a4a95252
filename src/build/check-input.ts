import type { Dataset } from '../dataset/types.ts'
import type { Diagnostic } from '../diagnostic.ts'
import { checkSourceDates } from '../trust/check-fresh.ts'
import { checkLooseNumbers } from '../trust/numbers/check-loose-numbers.ts'
import { embargoOf } from './embargo.ts'
import type { Memory } from './memory.ts'
import type { Telling } from './read-telling.ts'
import type { Stopwatch } from './stopwatch.ts'
import type { ReadReport } from './types.ts'

/** What the report's own texts and sources prove: no number stands in a template that no figure says, and the sources' texts say what the dataset says that they do. */
export function checkInput(report: ReadReport, { time }: Stopwatch): Diagnostic[] {
  const { request, telling, dataset, locale, sources, memory } = report
  const embargo = embargoOf(dataset.report, request.date, locale)
  return [
    ...(embargo ? [embargo.diagnostic] : []),
    ...time('check numbers', () => checkNumbers(telling, dataset, request.formats === undefined, memory)),
    ...sources.flatMap(({ diagnostics }) => diagnostics),
  ]
}

/** The numbers in templates, partials and chart specs that their authors typed, and sources too old for what they are said to state; `isWhole` where all templates of the report were read. */
function checkNumbers(telling: Telling, dataset: Dataset, isWhole: boolean, memory: Memory): Diagnostic[] {
  const { templates, partials, charts, allow } = telling
  const texts = { templates: [...templates.values(), ...partials.values()], charts: [...charts.values()] }
  return [...checkSourceDates(dataset), ...checkLooseNumbers({ ...texts, allow, isWhole, dataset, memory })]
}
