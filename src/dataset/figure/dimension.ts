import { isPercentage, percent, percentagePoints } from './unit.ts'

/**
 * What a term of a formula is: a plain number, a whole (`100%`, and what is left of it), a percentage, a difference of
 * percentages, or a product of units by their powers (people; yuan per people).
 */
export type Dimension =
  | { kind: 'number' }
  | { kind: 'whole' }
  | { kind: 'percent' }
  | { kind: 'points' }
  | { kind: 'units'; powers: ReadonlyMap<string, number> }

/** Why two terms cannot be combined. */
export interface DimensionFault {
  fault: string
  hint?: string | undefined
}

const number: Dimension = { kind: 'number' }
const whole: Dimension = { kind: 'whole' }
const percentage: Dimension = { kind: 'percent' }
const points: Dimension = { kind: 'points' }

/** The dimension of a value in a unit. */
export function dimensionOf(unit: string): Dimension {
  if (unit === percent.id) return percentage
  if (unit === percentagePoints.id) return points
  return { kind: 'units', powers: new Map([[unit, 1]]) }
}

/** The dimension of a number written in a formula: 100% is a whole, 3 pp are points, 25 million is a plain number. */
export function literalDimension(unit: 'percent' | 'percentage-points' | undefined): Dimension {
  return unit === undefined ? number : unit === 'percent' ? whole : points
}

/** Of a sum: only like can be added to like; a percentage and points make a percentage; a number takes the other's unit. */
export function sumDimension(a: Dimension, b: Dimension): Dimension | DimensionFault {
  const fault = unlike(a, b, 'added to')
  if (fault) return fault
  if (a.kind === 'number' || a.kind === 'units') return a.kind === 'number' ? b : a
  return a.kind === 'points' && b.kind === 'points' ? points : a.kind === 'whole' ? whole : percentage
}

/** Of a difference: as of a sum, but percentage − percentage is points, while 100% − percentage is the rest of a whole. */
export function differenceDimension(a: Dimension, b: Dimension): Dimension | DimensionFault {
  const fault = unlike(b, a, 'taken from')
  if (fault) return fault
  return a.kind === 'percent' && b.kind === 'percent' ? points : sumDimension(a, b)
}

/** Of a product: a percentage is a hundredth, so it leaves the other's unit. */
export function productDimension(a: Dimension, b: Dimension): Dimension {
  if (a.kind === 'number') return b
  if (b.kind === 'number') return a
  return fromPowers(merge(powersOf(a), powersOf(b), 1))
}

/** Of a quotient: like ÷ like is a percentage. */
export function quotientDimension(a: Dimension, b: Dimension): Dimension {
  return b.kind === 'number' ? a : fromPowers(merge(powersOf(a), powersOf(b), -1))
}

/** Of a square root. */
export function rootDimension(a: Dimension): Dimension | DimensionFault {
  if (a.kind !== 'units') return a.kind === 'number' ? number : percentage
  const halves = [...a.powers].map(([unit, power]) => [unit, power / 2] as const)
  const even = halves.every(([, power]) => Number.isInteger(power))
  return even ? fromPowers(new Map(halves)) : { fault: `${formatDimension(a)} has no square root` }
}

/** Why two terms cannot be compared or added, or undefined. */
function unlike(a: Dimension, b: Dimension, verb: string): DimensionFault | undefined {
  if (a.kind === b.kind && formatDimension(a) === formatDimension(b)) return undefined
  if (isShare(a) && isShare(b)) return undefined
  const kinds = [a.kind, b.kind]
  if (kinds.includes('number') && kinds.includes('units')) return undefined
  const fault = `${formatDimension(a)} cannot be ${verb} ${formatDimension(b)}`
  const literalHint = 'write 100% rather than 1, or 3 pp rather than 3'
  return { fault, hint: kinds.includes('number') ? literalHint : undefined }
}

/** Why two terms cannot be compared: as for a sum, and percentage points are no percentage. */
export function unequal(a: Dimension, b: Dimension): DimensionFault | undefined {
  const kinds = [a.kind, b.kind]
  const mixed = kinds.includes('points') && kinds.some((kind) => kind === 'percent' || kind === 'whole')
  if (!mixed) return unlike(a, b, 'compared with')
  return { fault: `${formatDimension(a)} cannot be compared with ${formatDimension(b)}`, hint: pointsHint }
}

/**
 * Why a formula of this dimension cannot be an indicator's value, or undefined. A quotient may be held in the unit of its
 * numerator (yuan per person in yuan): what it is per, the indicator's label says.
 */
export function unfit(dimension: Dimension, unit: string): DimensionFault | undefined {
  const target = dimensionOf(unit)
  if (dimension.kind === 'units' && !isPercentage(unit)) {
    const numerators = [...dimension.powers].filter(([, power]) => power > 0)
    if (numerators.length === 1 && numerators[0]?.[0] === unit && numerators[0][1] === 1) return undefined
  } else if (dimension.kind === 'number' ? !isPercentage(unit) : unequal(dimension, target) === undefined)
    return undefined
  const fault = `the formula gives ${formatDimension(dimension)}, but the indicator is in ${formatDimension(target)}`
  const share = isShare(dimension) && isShare(target)
  return { fault, hint: share ? pointsHint : undefined }
}

/** `people`, `per cent`, `yuan per people`. */
function formatDimension(dimension: Dimension): string {
  switch (dimension.kind) {
    case 'number':
      return 'a plain number'
    case 'whole':
    case 'percent':
      return 'per cent'
    case 'points':
      return 'percentage points'
    case 'units': {
      const sorted = [...dimension.powers].sort(([a], [b]) => (a < b ? -1 : 1))
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

function isShare({ kind }: Dimension): boolean {
  return kind === 'whole' || kind === 'percent' || kind === 'points'
}

function powersOf(dimension: Dimension): ReadonlyMap<string, number> {
  return dimension.kind === 'units' ? dimension.powers : new Map()
}

function merge(
  a: ReadonlyMap<string, number>,
  b: ReadonlyMap<string, number>,
  sign: 1 | -1,
): ReadonlyMap<string, number> {
  const units = new Set([...a.keys(), ...b.keys()])
  return new Map([...units].map((unit) => [unit, (a.get(unit) ?? 0) + sign * (b.get(unit) ?? 0)]))
}

function fromPowers(powers: ReadonlyMap<string, number>): Dimension {
  const left = [...powers].filter(([, power]) => power !== 0)
  return left.length === 0 ? percentage : { kind: 'units', powers: new Map(left) }
}
