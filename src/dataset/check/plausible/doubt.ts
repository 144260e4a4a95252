import type { Observation } from '../../types.ts'

/** A figure that no rule forbids and that is hardly right: what is odd about it, and the figures that it is compared to. */
export interface Doubt {
  of: Observation
  /** `about 10 times its neighbours in time`. */
  what: string
  beside: readonly Observation[]
  /** What is likely meant, where that can be told. */
  hint?: string | undefined
}
