import type { Todo } from './edition-todo.ts'
import type { MovedFormula } from './move-formulas.ts'
import type { Move } from './next-edition.ts'

/** What was moved on and what is left to do, as lines to read; each with its file and line. */
export function formatTodo(
  { moved, formulas }: { moved: readonly Move[]; formulas: readonly MovedFormula[] },
  todo: readonly Todo[],
): string {
  const moves = moved.map(({ path, before, after }) => `  ${path.join('.')}: ${before} → ${after}`)
  const items = todo.flatMap(({ place, what, lines }) => [
    `  ${place.file}:${place.line}: ${what}`,
    ...lines.map((line) => `      ${line}`),
  ])
  return [
    'moved on in data/report.yaml:',
    ...moves,
    ...(formulas.length > 0 ? ['', `formulas written for this edition (${formulas.length}):`] : []),
    ...formulas.map(({ key, before, after }) => `  ${key}: ${before} → ${after}`),
    '',
    `to do (${todo.length}):`,
    ...items,
    '',
    'the figures can be written in a spreadsheet too: briefwright export figures.xlsx has a row for each',
    'then: briefwright check names what is still missing, and the statements that no longer hold',
    '',
  ].join('\n')
}
