import type { Absence } from '../../dataset/types.ts'
import type { Place } from '../../diagnostic.ts'
import type { Filling } from './filling.ts'
import type { Value } from './value.ts'

/** One word that templates can use: `{{value "netizens"}}`. */
export interface Helper {
  /** Its arguments in order; a question mark ends the name of an optional one, an ellipsis that of a repeatable one. */
  parameters: readonly string[]
  /** None where not given. */
  options?: readonly string[]
  /** What it says, in a sentence. */
  says: string
  /** Uses of it, and what each prints. */
  examples: readonly (readonly [template: string, output: string])[]
  /** Its value; throws a `HelperError` for what it cannot say. */
  run(call: HelperCall): Value
}

export interface HelperCall extends Pick<Filling, 'dataset' | 'locale' | 'symbols' | 'diagnostics' | 'leftOut'> {
  args: readonly Argument[]
  options: ReadonlyMap<string, Argument>
}

export interface Argument {
  value: Value
  place: Place
}

/** Why a helper has nothing to say; caught at calls and reported at the argument's place, else the helper's. */
export class HelperError extends Error {
  constructor(
    message: string,
    readonly hint?: string | undefined,
    readonly argument?: Argument | undefined,
  ) {
    super(message)
  }
}

/** A figure that is not there, and why: whatever would be said of it is left out. */
export class AbsentFigure extends HelperError {
  constructor(readonly absence: Absence) {
    super(`${absence.reason}: ${absence.key}`)
  }
}

/** Whether a helper can be called with so many arguments. */
export function takes({ parameters }: Pick<Helper, 'parameters'>, count: number): boolean {
  const least = parameters.filter((parameter) => !/[?…]$/.test(parameter)).length
  const most = parameters.at(-1)?.endsWith('…') ? Number.POSITIVE_INFINITY : parameters.length
  return count >= least && count <= most
}
