import type { Helper } from '../../template/helper.ts'
import { claimHelpers } from './claim-helpers.ts'
import { listHelpers } from './list-helpers.ts'
import { logicHelpers } from './logic-helpers.ts'
import { methodHelpers } from './method-helpers.ts'
import { numberHelpers } from './number-helpers.ts'
import { reportHelpers } from './report-helpers.ts'
import { wordHelpers } from './word-helpers.ts'

/** All that templates can say, by name; the table of docs/lookup/helpers.md is this. */
export const helpers: ReadonlyMap<string, Helper> = new Map(
  Object.entries({
    ...numberHelpers,
    ...wordHelpers,
    ...listHelpers,
    ...reportHelpers,
    ...methodHelpers,
    ...logicHelpers,
    ...claimHelpers,
  }),
)
