import { diverging } from './kinds/answers.ts'
import { grouped, ranking } from './kinds/bars.ts'
import { columns } from './kinds/columns.ts'
import { fan } from './kinds/fan.ts'
import { heat } from './kinds/heat.ts'
import { line } from './kinds/lines.ts'
import { map } from './kinds/map.ts'
import { multiples } from './kinds/multiples.ts'
import { dots, dumbbell, slope } from './kinds/pairs.ts'
import { pyramid } from './kinds/pyramid.ts'
import { stacked, waffle } from './kinds/stacks.ts'
import { waterfall } from './kinds/sums.ts'
import { bullet } from './kinds/targets.ts'
import { timeline } from './kinds/timeline.ts'
import type { NamedChart } from './types.ts'

/** The charts that a template can ask for by name. */
export const namedCharts: ReadonlyMap<string, NamedChart> = new Map(
  Object.entries({
    ...{ ranking, columns, grouped, stacked, line, slope, dumbbell, dots, multiples, heat, waffle },
    ...{ waterfall, pyramid, diverging, bullet, fan, map, timeline },
  }),
)
