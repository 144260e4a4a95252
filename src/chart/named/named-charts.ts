import { diverging } from './answers.ts'
import { grouped, ranking } from './bars.ts'
import { columns } from './columns.ts'
import { fan } from './fan.ts'
import { heat } from './heat.ts'
import { line } from './lines.ts'
import { map } from './map.ts'
import { multiples } from './multiples.ts'
import { dots, dumbbell, slope } from './pairs.ts'
import { pyramid } from './pyramid.ts'
import { stacked, waffle } from './stacks.ts'
import { waterfall } from './sums.ts'
import { bullet } from './targets.ts'
import { timeline } from './timeline.ts'
import type { NamedChart } from './types.ts'

/** The charts that a template can ask for by name. */
export const namedCharts: ReadonlyMap<string, NamedChart> = new Map(
  Object.entries({
    ...{ ranking, columns, grouped, stacked, line, slope, dumbbell, dots, multiples, heat, waffle },
    ...{ waterfall, pyramid, diverging, bullet, fan, map, timeline },
  }),
)
