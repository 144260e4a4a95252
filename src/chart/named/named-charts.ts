import { grouped, ranking } from './bars.ts'
import { columns } from './columns.ts'
import { line } from './lines.ts'
import type { NamedChart } from './types.ts'

/** The charts that a template can ask for by name. */
export const namedCharts: ReadonlyMap<string, NamedChart> = new Map(Object.entries({ ranking, line, columns, grouped }))
