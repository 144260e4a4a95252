import { comparisonRules } from './comparison-rules.ts'
import { historyRules } from './history-rules.ts'
import { listRules } from './list-rules.ts'
import { movementRules } from './movement-rules.ts'
import type { Rule } from './rule.ts'
import { shareRules } from './share-rules.ts'

/** All that words can be held to, by name; the table of docs/lookup/claims.md is this. */
export const rules: ReadonlyMap<string, Rule> = new Map(
  Object.entries({ ...movementRules, ...comparisonRules, ...shareRules, ...historyRules, ...listRules }),
)
