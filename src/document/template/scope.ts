import type { Dataset } from '../../dataset/types.ts'
import type { Context, Value } from './value.ts'

/** What names mean at one point of a template. */
export interface Scope {
  /** `this`. */
  context: Value
  /** What `../` leads to, nearest first. */
  parents: readonly Value[]
  /** Names given by `as |name|`. */
  locals: Context
  /** Names after `@`: `root`, and in a loop `index`, `key`, `first`, `last`. */
  data: Context
  /** How many partials deep. */
  depth: number
}

/** What a template sees before it enters anything: `lists`, the dataset's lists by name. */
export function rootScope(dataset: Dataset): Scope {
  const context = { lists: Object.fromEntries(dataset.lists) }
  return { context, parents: [], locals: {}, data: { root: context }, depth: 0 }
}

/** The scope inside a block or partial with its own context; as in Handlebars, the same context is no step of `../`. */
export function enter(scope: Scope, context: Value): Scope {
  return context === scope.context ? scope : { ...scope, context, parents: [scope.context, ...scope.parents] }
}
