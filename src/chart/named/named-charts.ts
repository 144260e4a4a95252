import { grouped, ranking } from './bars.ts'
import { columns } from './columns.ts'
import { heat } from './heat.ts'
import { line } from './lines.ts'
import { multiples } from './multiples.ts'
import { dots, dumbbell, slope } from './pairs.ts'
import { stacked, waffle } from './stacks.ts'
import type { NamedChart } from './types.ts'

/** The charts that a template can ask for by name. */
export const namedCharts: ReadonlyMap<string, NamedChart> = new Map(
  Object.entries({ ranking, columns, grouped, stacked, line, slope, dumbbell, dots, multiples, heat, waffle }),
)
