import { type Diagnostic, errorAt, type Place } from '../../diagnostic.ts'
import { asserting, operation, referTo } from '../derive/format-formula.ts'
import type { Assertion, Formula } from '../derive/formula.ts'
import { formatInputs } from '../derive/inputs.ts'
import { add, intersects } from '../figure/interval.ts'
import { observationKey } from '../figure/reference.ts'
import { getDimensions, toSeries } from '../figure/series.ts'
import { isPercentage, percent, percentagePoints } from '../figure/unit/unit.ts'
import { groupBy } from '../group-by.ts'
import type { DatasetDraft } from '../read/draft.ts'
import type { Check, Dimension, Observation } from '../types.ts'

/** A check that follows from what is stated, without an author asking for it. */
export interface PlainCheck {
  id: string
  kind: Check['kind']
  assertion: Assertion
  place: Place
}

/** A level and the levels of its categories along one dimension, at one period. */
export interface Split {
  whole: Observation
  dimension: Dimension
  parts: Observation[]
  /** Whether each category has its level. */
  isComplete: boolean
}

/**
 * What holds of a breakdown without anybody saying so. Of counts and sums: the categories of an exhaustive dimension
 * add up to the whole, and no other category is above it; so do shares whose whole is 100%.
 */
export function dimensionChecks(draft: DatasetDraft, splits: readonly Split[]): PlainCheck[] {
  return splits.flatMap((split): PlainCheck[] => {
    if (!isAdditive(split, draft)) return []
    const { whole, dimension, parts, isComplete } = split
    const { place } = parts.find(({ statement }) => statement) ?? whole
    if (dimension.isExhaustive && isComplete) {
      const assertion = asserting(getSum(parts), '=', referTo(whole.key))
      return [
        {
          id: `sum:${dimension.id}:${whole.key}`,
          kind: 'identity',
          assertion,
          place: whole.statement ? whole.place : place,
        },
      ]
    }
    if (parts.some(({ quantity }) => quantity.value.isNegative())) return []
    return parts.map(({ key, place: own }) => ({
      id: `part:${key}`,
      kind: 'part',
      assertion: asserting(referTo(key), '<=', referTo(whole.key)),
      place: own,
    }))
  })
}

/** In halves, so that a sum of thousands is no deeper than a dozen. */
function getSum(parts: readonly Observation[]): Formula {
  const middle = parts.length >> 1
  return middle === 0
    ? referTo(parts[0]?.key ?? '')
    : operation(getSum(parts.slice(0, middle)), '+', getSum(parts.slice(middle)))
}

/**
 * Rates outside those of their exhaustive groups: the whole's is their mean, whatever their sizes, or their sum.
 * A gap in points or the limit of an interval is no such rate.
 */
export function meanChecks(
  draft: DatasetDraft,
  splits: readonly Split[],
): { value: Check[]; diagnostics: Diagnostic[] } {
  const results = splits
    .filter((split) => split.dimension.isExhaustive && split.isComplete && isMean(split, draft))
    .map((split) => ({ split, ...outside(split) }))
  return {
    value: results.map(({ split: { whole, dimension, parts }, place }) => ({
      id: `mean:${dimension.id}:${whole.key}`,
      kind: 'share',
      assertion: `${whole.key} between the lowest and highest by ${dimension.id}`,
      observations: [whole, ...parts].map(({ key }) => key),
      verdict: place ? 'contradicts' : 'agrees',
    })),
    diagnostics: results.flatMap(({ place, message, split: { whole, parts } }) =>
      place ? [errorAt(place, message, { hint: `compare ${formatInputs([whole, ...parts])}` })] : [],
    ),
  }
}

function outside({ whole, dimension, parts }: Split): { place?: Observation['place']; message: string } {
  const isAbove =
    parts.every(({ quantity }) => quantity.interval.high.lt(whole.quantity.interval.low)) && !isSumOf(parts, whole)
  const isBelow = parts.every(({ quantity }) => quantity.interval.low.gt(whole.quantity.interval.high))
  const side = isAbove ? 'above' : 'below'
  const message = `contradiction: ${whole.key} is ${side} each of its groups by ${dimension.id}`
  return { message, ...((isAbove || isBelow) && { place: whole.place }) }
}

/** Death rates by cause, shares of one whole: what has one denominator adds up. */
function isSumOf(parts: readonly Observation[], whole: Observation): boolean {
  return intersects(parts.map(({ quantity }) => quantity.interval).reduce(add), whole.quantity.interval)
}

function isMean(split: Split, draft: DatasetDraft): boolean {
  const { label } = draft.indicators.get(split.whole.indicator) ?? { label: {} }
  return (
    split.whole.quantity.unit !== percentagePoints.id &&
    !isAdditive(split, draft) &&
    !Object.values(label).some((text) => limitWords.test(String(text)))
  )
}

/** Words for the limits of a rate: the larger a group, the closer they are to its rate, and closest for the whole. */
const limitWords =
  /confidence|\b(?:lower|upper) (?:limit|bound)|\bmargin of error|standard error|Konfidenz|(?:Unter|Ober)grenze|(?:untere|obere) Grenze|confiance|borne (?:inf|sup)érieure|confianza|límite (?:inf|sup)erior|置信|[上下]限|误差/iu

function isAdditive({ whole: { indicator, quantity }, parts }: Split, { indicators }: DatasetDraft): boolean {
  const { type, shareOf } = indicators.get(indicator) ?? {}
  if (quantity.unit !== percent.id) return type !== 'ratio' && !isPercentage(quantity.unit)
  // What each group has reached, the whole all of it, is no part of 100%: of those, one at most is above a half.
  const isReached = shareOf?.numerator !== shareOf?.denominator || parts.every((part) => part.quantity.value.gt(50))
  return quantity.value.eq(100) && !isReached
}

/** Each level with those of its categories, in their order, by one dimension after the other. */
export function getSplits(draft: DatasetDraft, observations: ReadonlyMap<string, Observation>): Split[] {
  const levels = [...observations.values()].filter(
    ({ measure, quantity }) => measure === 'value' && quantity.value.isFinite(),
  )
  const within = groupBy(
    levels.flatMap((part) => getWholes(part, draft).map((whole) => ({ part, whole }))),
    ({ whole }) => whole,
  )
  return levels.flatMap((whole) =>
    getDimensions(whole.indicator, draft)
      .filter(({ id }) => whole.categories[id] === undefined && !draft.isBroken(id))
      .flatMap((dimension) => {
        const found = within.get(`${dimension.id}:${whole.key}`) ?? []
        const byCategory = new Map(found.map(({ part }) => [part.categories[dimension.id], part]))
        const parts = [...dimension.categories.keys()].flatMap((id) => byCategory.get(id) ?? [])
        const isComplete = parts.length === dimension.categories.size
        return parts.length === 0 ? [] : [{ whole, dimension, parts, isComplete }]
      }),
  )
}

/** The dimensions by which a level is a part, each with the key of the whole. */
function getWholes({ indicator, categories, period }: Observation, draft: DatasetDraft): string[] {
  const dimensions = getDimensions(indicator, draft)
  return Object.keys(categories).map((id) => {
    const { [id]: _, ...others } = categories
    return `${id}:${observationKey(toSeries(indicator, others, dimensions).key, 'value', period)}`
  })
}
