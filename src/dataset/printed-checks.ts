import type { Diagnostic } from '../diagnostic.ts'
import type { Draft } from './draft.ts'
import { intersects, negate } from './interval.ts'
import { errorAt } from './located.ts'
import { isFault, parseQuantity } from './quantity.ts'
import type { Check, Observation, Quantity } from './types.ts'
import { percent, percentagePoints } from './unit.ts'

/**
 * Compares each value with the form that the source prints, where that can be read: another number is an error, since
 * 1.092 billion is 10.92亿 and not 109.2亿; per cent for percentage points is remarked.
 */
export function printedChecks({ stated, restated, units }: Draft): { value: Check[]; diagnostics: Diagnostic[] } {
  const results = stated.filter(({ key }) => restated.has(key)).map((observation) => printedCheck(observation, units))
  return {
    value: results.flatMap(({ value }) => value),
    diagnostics: results.flatMap(({ diagnostics }) => diagnostics),
  }
}

function printedCheck(
  { key, quantity, statement, place }: Observation,
  units: Draft['units'],
): { value: Check[]; diagnostics: Diagnostic[] } {
  const none = { value: [], diagnostics: [] }
  const unit = units.get(quantity.unit)
  if (!statement || !unit) return none
  // The direction of a change may be a word: "4.4 percentage points lower".
  const printed = statement.printed.replace(/\s+(lower|higher|more|fewer|less)$/, '')
  const own = parseQuantity(printed, unit, units.values())
  const loose = unit.id === percentagePoints.id ? parseQuantity(printed, percent, units.values()) : own
  const read = isFault(own) ? loose : own
  if (isFault(read)) return none
  if (!sameSize(read, quantity)) {
    const hint = 'printed is the form in the source; write value as the same number'
    return {
      value: [],
      diagnostics: [errorAt(place, `contradiction: ${key} is not the printed ${statement.printed}`, { hint })],
    }
  }
  if (read.unit === quantity.unit) return none
  const assertion = `${statement.printed} is printed for percentage points`
  return {
    value: [{ id: `unit:${key}`, kind: 'unit', assertion, observations: [key], verdict: 'remarked' }],
    diagnostics: [],
  }
}

function sameSize(a: Quantity, b: Quantity): boolean {
  return intersects(a.interval, b.interval) || intersects(negate(a.interval), b.interval)
}
