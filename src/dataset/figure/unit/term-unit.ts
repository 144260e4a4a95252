import { isPercentage, percent, percentagePoints } from './unit.ts'
import { rateBase } from './unit-list.ts'

/**
 * What a term of a formula is: a plain number, a whole (`100%`, and what is left of it), a percentage, a difference of
 * percentages, a percentage or a difference (`a + b − c − d` is a net score, and what is left of a and b), or a product
 * of units by their powers (people; yuan per people).
 */
export type TermUnit =
  | { kind: 'number' }
  | { kind: 'whole' }
  | { kind: 'percent' }
  | { kind: 'points' }
  | { kind: 'share' }
  | { kind: 'units'; powers: ReadonlyMap<string, number> }

/** Why two terms cannot be combined. */
export interface TermUnitFault {
  fault: string
  hint?: string | undefined
}

const number: TermUnit = { kind: 'number' }
const whole: TermUnit = { kind: 'whole' }
const percentage: TermUnit = { kind: 'percent' }
const points: TermUnit = { kind: 'points' }
const share: TermUnit = { kind: 'share' }

/** The unit of a value in a unit. */
export function getTermUnit(unit: string): TermUnit {
  if (unit === percent.id) return percentage
  if (unit === percentagePoints.id) return points
  return { kind: 'units', powers: new Map([[unit, 1]]) }
}

/** The unit of a number written in a formula: 100% is a whole, 3 pp are points, 25 million is a plain number. */
export function literalTermUnit(unit: 'percent' | 'percentage-points' | undefined): TermUnit {
  return unit === undefined ? number : unit === 'percent' ? whole : points
}

/** The unit of a sum: like terms only; a percentage and points make a percentage; a number takes the other's unit. */
export function sumTermUnit(a: TermUnit, b: TermUnit): TermUnit | TermUnitFault {
  const fault = unlike(a, b, 'added to')
  if (fault) return fault
  if (a.kind === 'number' || a.kind === 'units') return a.kind === 'number' ? b : a
  if (a.kind === 'share' || b.kind === 'share') return share
  return a.kind === 'points' && b.kind === 'points' ? points : a.kind === 'whole' ? whole : percentage
}

/**
 * Of a difference: as of a sum, but percentage − percentage is points, while 100% − percentage is the rest of a whole;
 * of such points less one more percentage only the author knows which.
 */
export function differenceTermUnit(a: TermUnit, b: TermUnit): TermUnit | TermUnitFault {
  const fault = unlike(b, a, 'taken from')
  if (fault) return fault
  if (a.kind === 'points' && b.kind === 'percent') return share
  return a.kind === 'percent' && b.kind === 'percent' ? points : sumTermUnit(a, b)
}

/** Of a product: a percentage is a hundredth, so it leaves the other's unit. */
export function productTermUnit(a: TermUnit, b: TermUnit): TermUnit {
  if (a.kind === 'number') return b
  if (b.kind === 'number') return a
  return fromPowers(merge(getPowers(a), getPowers(b), 1))
}

/** Of a quotient: like ÷ like is a percentage. */
export function quotientTermUnit(a: TermUnit, b: TermUnit): TermUnit {
  return b.kind === 'number' ? a : fromPowers(merge(getPowers(a), getPowers(b), -1))
}

/** Of a square root. */
export function rootTermUnit(a: TermUnit): TermUnit | TermUnitFault {
  if (a.kind !== 'units') return a.kind === 'number' ? number : percentage
  const halves = [...a.powers].map(([unit, power]) => [unit, power / 2] as const)
  const even = halves.every(([, power]) => Number.isInteger(power))
  return even ? fromPowers(new Map(halves)) : { fault: `${formatTermUnit(a)} has no square root` }
}

/** Why two terms cannot be compared or added, or undefined. */
function unlike(a: TermUnit, b: TermUnit, verb: string): TermUnitFault | undefined {
  if (a.kind === b.kind && formatTermUnit(a) === formatTermUnit(b)) return undefined
  if (isShare(a) && isShare(b)) return undefined
  // 城乡居民收入比 2.48: like by like, said as so many times.
  if ([a, b].every((one) => one.kind === 'percent' || isTimes(one))) return undefined
  const kinds = [a.kind, b.kind]
  if (kinds.includes('number') && kinds.includes('units')) return undefined
  const fault = `${formatTermUnit(a)} cannot be ${verb} ${formatTermUnit(b)}`
  const literalHint = 'write 100% rather than 1, or 3 pp rather than 3'
  return { fault, hint: kinds.includes('number') ? literalHint : undefined }
}

/** Why two terms cannot be compared: as for a sum, and percentage points are no percentage. */
export function unequal(a: TermUnit, b: TermUnit): TermUnitFault | undefined {
  const kinds = [a.kind, b.kind]
  const mixed = kinds.includes('points') && kinds.some((kind) => kind === 'percent' || kind === 'whole')
  if (!mixed) return unlike(a, b, 'compared with')
  return { fault: `${formatTermUnit(a)} cannot be compared with ${formatTermUnit(b)}`, hint: pointsHint }
}

/**
 * Why a formula of this unit cannot be an indicator's value, or undefined. A quotient may be held in the unit of its
 * numerator (yuan per person in yuan): what it is per, the indicator's label says.
 */
export function unfit(termUnit: TermUnit, unit: string): TermUnitFault | undefined {
  if (termUnit.kind === 'percent' && rateBase(unit) !== undefined) return undefined
  const target = getTermUnit(unit)
  if (termUnit.kind === 'units' && !isPercentage(unit)) {
    const numerators = [...termUnit.powers].filter(([, power]) => power > 0)
    if (numerators.length === 1 && numerators[0]?.[0] === unit && numerators[0][1] === 1) return undefined
  } else if (termUnit.kind === 'number' ? !isPercentage(unit) : unequal(termUnit, target) === undefined)
    return undefined
  const fault = `the formula gives ${formatTermUnit(termUnit)}, but the indicator is in ${formatTermUnit(target)}`
  return { fault, hint: isShare(termUnit) && isShare(target) ? pointsHint : undefined }
}

/** `people`, `per cent`, `yuan per people`. */
function formatTermUnit(termUnit: TermUnit): string {
  switch (termUnit.kind) {
    case 'number':
      return 'a plain number'
    case 'whole':
    case 'percent':
    case 'share':
      return 'per cent'
    case 'points':
      return 'percentage points'
    case 'units': {
      const sorted = [...termUnit.powers].sort(([a], [b]) => (a < b ? -1 : 1))
      const above = sorted.filter(([, power]) => power > 0).map(formatPower)
      const below = sorted.filter(([, power]) => power < 0).map(formatPower)
      return [above.join(' ') || '1', ...below].join(' per ')
    }
  }
}

const pointsHint = 'a percentage less a percentage is percentage points; a percentage less points is a percentage'

function formatPower([unit, power]: readonly [string, number]): string {
  return Math.abs(power) === 1 ? unit : `${unit}^${Math.abs(power)}`
}

function isShare({ kind }: TermUnit): boolean {
  return kind === 'whole' || kind === 'percent' || kind === 'points' || kind === 'share'
}

/** Whether a term is how many times one thing is another. */
function isTimes(termUnit: TermUnit): boolean {
  return termUnit.kind === 'units' && [...termUnit.powers].every(([unit, power]) => unit === 'ratio' && power === 1)
}

function getPowers(termUnit: TermUnit): ReadonlyMap<string, number> {
  return termUnit.kind === 'units' && !isTimes(termUnit) ? termUnit.powers : new Map()
}

function merge(
  a: ReadonlyMap<string, number>,
  b: ReadonlyMap<string, number>,
  sign: 1 | -1,
): ReadonlyMap<string, number> {
  const units = new Set([...a.keys(), ...b.keys()])
  return new Map([...units].map((unit) => [unit, (a.get(unit) ?? 0) + sign * (b.get(unit) ?? 0)]))
}

function fromPowers(powers: ReadonlyMap<string, number>): TermUnit {
  const left = [...powers].filter(([, power]) => power !== 0)
  return left.length === 0 ? percentage : { kind: 'units', powers: new Map(left) }
}
