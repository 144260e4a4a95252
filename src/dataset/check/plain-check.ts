import type { Place } from '../../diagnostic.ts'
import type { Assertion } from '../derive/formula.ts'
import type { Check } from '../types.ts'

/** A check that follows from what is stated, without an author asking for it. */
export interface PlainCheck {
  id: string
  kind: Check['kind']
  assertion: Assertion
  place: Place
}
