import { type Diagnostic, warningAt } from '../../../diagnostic.ts'
import { firstWhere } from '../../../files/first-where.ts'
import { constants } from '../../../memory/derived.ts'
import { formatInputs } from '../../derive/inputs.ts'
import { unlikeSums } from '../../derive/unlike-sums.ts'
import { areAlike, comparePeriods } from '../../figure/period.ts'
import { createCatalogue, findKey, observationKey } from '../../figure/reference.ts'
import { percent } from '../../figure/unit/unit.ts'
import { groupBy } from '../../group-by.ts'
import type { DatasetDraft } from '../../read/draft.ts'
import type { Indicator, Observation } from '../../types.ts'
import { formatPlace } from '../../yaml/located.ts'
import { getHistories, largestBut, rank } from './history.ts'
import { type Doubt, historyDoubts, scaleHint, timesTen } from './history-doubts.ts'

/**
 * Warnings for figures that contradict no other and yet are hardly right, one for each, with what it is compared to;
 * and for a `plausible` that
 * accepts none. How seldom they are wrong is counted in test/dataset/check/plausible.
 */
export function plausibleWarnings(draft: DatasetDraft, observations: ReadonlyMap<string, Observation>): Diagnostic[] {
  const { stated } = draft
  const ofIndicators = groupBy(
    getHistories(stated),
    ({ figures: [figure] }) => `${figure?.indicator} ${figure?.measure}`,
  )
  const doubts: Doubt[] = [
    ...ownDoubts(draft, observations),
    ...[...ofIndicators.values()].flatMap((all) => all.flatMap((history) => historyDoubts(history, all))),
    ...listDoubts(draft, stated),
    ...directionDoubts(stated),
    ...twinDoubts(draft, stated),
    ...sumDoubts(draft, observations),
  ]
  const first = [...groupBy(doubts, ({ of }) => of.key).values()].map(([doubt]) => doubt)
  const accepted = new Set(first.flatMap(({ of }) => (of.plausible ? [formatPlace(of.plausible.place)] : [])))
  return [...first.filter(({ of }) => !of.plausible).map(toWarning), ...idle([...observations.values()], accepted)]
}

function toWarning({ of, what, beside, hint }: Doubt): Diagnostic {
  const compared = beside.length > 0 ? `; compare ${formatInputs(beside)}` : ''
  const message = `hardly plausible: ${of.key} is ${what}${compared}`
  const accept = 'where it is right, write plausible: and why'
  return warningAt(of.place, message, { hint: hint ? `${hint}; ${accept}` : accept, kind: 'plausible' })
}

/** Reasons why figures are right that nobody doubts: the figure was fixed, or the reason stands at another. */
function idle(observations: readonly Observation[], accepted: ReadonlySet<string>): Diagnostic[] {
  const places = new Map(
    observations.flatMap(({ plausible }) => (plausible ? [[formatPlace(plausible.place), plausible]] : [])),
  )
  return [...places].flatMap(([at, { place, reason }]) =>
    accepted.has(at)
      ? []
      : [warningAt(place, `plausible accepts no warning: ${reason}`, { hint: 'take it out', kind: 'plausible' })],
  )
}

/** Figures worked out of sums over periods of different lengths, a half-year's less the year's before. */
function sumDoubts(draft: DatasetDraft, observations: ReadonlyMap<string, Observation>): Doubt[] {
  const catalogue = createCatalogue(draft, observations.values())
  return draft.formulas.flatMap(({ key, formula, period }): Doubt[] => {
    // Without a period a reference is of the formula's own.
    const find = (reference: string) =>
      observations.get(findKey(catalogue, reference.includes('@') ? reference : `${reference}@${period}`) ?? '')
    const [of, beside] = [observations.get(key), unlikeSums(formula, find, draft.indicators)]
    const what = 'worked out of sums over periods that are not equally long'
    return of && beside ? [{ of, what, beside, hint: 'take sums over equal periods' }] : []
  })
}

/**
 * Changes that contradict the levels around a base whose own level is not stated:
 * a rise, though the level was higher just before and just after the base.
 */
function directionDoubts(stated: readonly Observation[]): Doubt[] {
  const levels = new Map(stated.filter(({ measure }) => measure === 'value').map((one) => [one.key, one]))
  const histories = groupBy([...levels.values()], ({ series }) => series)
  const getHistory = constants((series) =>
    (histories.get(series) ?? []).toSorted((a, b) => comparePeriods(a.period, b.period)),
  )
  return stated.flatMap((of) => {
    const { series, measure, period, since, quantity, basis } = of
    if (measure === 'value' || !since || basis === 'comparable') return []
    const now = levels.get(observationKey(series, 'value', period))
    if (!now || levels.has(observationKey(series, 'value', since))) return []
    // Those of a half-year are no neighbours of a month's.
    const inTime = getHistory(series).filter((one) => areAlike(one.period, period))
    const before = inTime[firstWhere(inTime, (one) => comparePeriods(one.period, since) >= 0) - 1]
    const after = inTime[firstWhere(inTime, (one) => comparePeriods(one.period, since) > 0)]
    if (!before || !after || comparePeriods(after.period, period) >= 0) return []
    const beside = [before, after, now]
    const { low, high } = quantity.interval
    const fell = [before, after].every((one) => one.quantity.interval.low.gt(now.quantity.interval.high))
    const rose = [before, after].every((one) => one.quantity.interval.high.lt(now.quantity.interval.low))
    if (low.gt(0) && fell) return [{ of, what: 'a rise, though the levels around its base are higher', beside }]
    if (high.lt(0) && rose) return [{ of, what: 'a fall, though the levels around its base are lower', beside }]
    return []
  })
}

/**
 * What is odd about a figure alone: a share below zero or above all, a negative stock.
 * A share of a net change that is negative is no share.
 */
function ownDoubts(
  { indicators }: Pick<DatasetDraft, 'indicators'>,
  observations: ReadonlyMap<string, Observation>,
): Doubt[] {
  const shares = new Set([...indicators.values()].filter(isShare).map(({ id }) => id))
  const amounts = new Set([...indicators.values()].filter(isAmount).map(({ id }) => id))
  return [...observations.values()].flatMap((of): Doubt[] => {
    const { low, high } = of.quantity.interval
    if (of.measure !== 'value' || (!high.lt(0) && !low.gt(100))) return []
    if (shares.has(of.indicator)) return oddShare(of, high.lt(0) ? 'below 0%' : 'above 100%', observations)
    return amounts.has(of.indicator) && high.lt(0) ? [{ of, what: 'a stock of less than nothing', beside: [] }] : []
  })
}

/** What is worked out as a part of another period's whole (visits as a share of 2019's) may be more than all of it. */
function oddShare(of: Observation, side: string, observations: ReadonlyMap<string, Observation>): Doubt[] {
  const beside = of.inputs.flatMap((key) => observations.get(key) ?? [])
  const isNet = beside.some(({ measure, quantity }) => measure === 'change' && quantity.value.isNegative())
  const hint = isNet ? 'a share of a net change that is negative is no share: say both changes' : undefined
  return side === 'below 0%' || of.statement || isNet ? [{ of, what: `a share ${side}`, beside, hint }] : []
}

/**
 * Whether an indicator is a share, by its denominator or its label.
 * A balance or a growth rate may be anything; a share of a balance is a share.
 */
function isShare(indicator: Indicator): boolean {
  if (indicator.unit !== percent.id) return false
  const share = whereSaid(indicator, shareWords)
  const net = whereSaid(indicator, netWords)
  if (net < share) return false
  return share < Number.POSITIVE_INFINITY || indicator.denominator !== undefined || indicator.shareOf !== undefined
}

/** Whether an indicator counts what is there, and no balance. */
function isAmount(indicator: Indicator): boolean {
  return (
    indicator.type === 'stock' &&
    indicator.unit !== percent.id &&
    whereSaid(indicator, netWords) === Number.POSITIVE_INFINITY
  )
}

const shareWords =
  /\b(share|proportion|percentage of(?! (?:the )?(?:\S+ ){0,2}(?:normal|average|mean)\b)|penetration|coverage|turnout|(usage|employment|unemployment|participation) rate)\b|占比|比例|普及率|使用率|就业率|失业率|参与率/i

/** What may lie below nothing. */
const netWords =
  /\b(net|balance|deficit|surplus|change|growth|increase|gap|difference|position|inflation|index|temperature)\b|净|差|增长|变化|逆差|顺差|赤字|指数|温度/i

/** How early in a label some words stand; infinity where they do not. */
function whereSaid({ label, short }: Indicator, words: RegExp): number {
  const texts = [label, short].flatMap((text) => Object.values(text))
  return Math.min(...texts.map((text) => words.exec(text)?.index ?? Number.POSITIVE_INFINITY))
}

/** The greatest chance that two figures agree by accident; fewer digits than these agree for many reasons. */
const chance = 0.05
const fewestDigits = 4

/** Equal figures under different names, with too many digits for chance: one was copied in place of the other. */
function twinDoubts(draft: DatasetDraft, stated: readonly Observation[]): Doubt[] {
  // Indices of one base, such as one and the same seasonally adjusted, run so close that they meet now and then.
  const rebased = stated.filter(({ quantity }) => !quantity.unit.startsWith('index-'))
  const comparable = groupBy(rebased, ({ measure, period, quantity }) => `${measure} ${period} ${quantity.unit}`)
  return [...comparable.values()].flatMap((figures) => {
    const pairs = (figures.length * (figures.length - 1)) / 2
    const saying = figures.filter((one) => {
      const digits = countDigits(one)
      return digits >= fewestDigits && pairs / (9 * 10 ** (digits - 1)) < chance
    })
    return [...groupBy(saying, ({ quantity }) => quantity.value.toString()).values()].flatMap((same) =>
      same.slice(1).flatMap((of) => {
        const twin = same.find((one) => one !== of && !isRelated(one, of, draft))
        return twin && same.indexOf(twin) < same.indexOf(of)
          ? [{ of, what: `the same figure as ${twin.series}`, beside: [twin] }]
          : []
      }),
    )
  })
}

/** Whether one is a part of the other, and may well be all of it, or in the prices of this very time. */
function isRelated(a: Observation, b: Observation, { indicators }: DatasetDraft): boolean {
  if (a.indicator !== b.indicator) {
    const names = [a, b].flatMap((one) => Object.values(indicators.get(one.indicator)?.label ?? {}))
    if (names.some((name) => name.includes(a.period))) return true
    return indicators.get(a.indicator)?.partOf === b.indicator || indicators.get(b.indicator)?.partOf === a.indicator
  }
  const [few, many] = [a, b].map(({ categories }) => Object.entries(categories)).toSorted((x, y) => x.length - y.length)
  return (few ?? []).every(([dimension, category]) => (many ?? []).some(([d, c]) => d === dimension && c === category))
}

/** How many digits were printed, zeros at the end aside: 4 of 1.067 billion and of 10.67. */
function countDigits({ quantity: { value } }: Observation): number {
  return value.precision(false)
}

/** Fewer than this are no list to stand out of. */
const fewest = 4

/** Members of a list that are alike lie within this, as a power of ten. */
const alike = 0.6

/** Levels of another magnitude than all others of their list or dimension, which they never had before. */
function listDoubts(draft: DatasetDraft, stated: readonly Observation[]): Doubt[] {
  // Degrees have no magnitude: their zero is a convention.
  const levels = stated.filter(
    ({ measure, quantity }) =>
      measure === 'value' && quantity.value.isPositive() && !quantity.unit.startsWith('degrees-'),
  )
  const bySeries = groupBy(levels, ({ series }) => series)
  const lists = [...draft.lists.values(), ...getBreakdowns(levels)]
  const doubts = lists.flatMap((list) => {
    const members = list.flatMap((series) => bySeries.get(series) ?? [])
    const together = groupBy(members, ({ period, quantity }) => `${period} ${quantity.unit}`)
    return [...together.values()].flatMap((ones) => standOut(ones, bySeries))
  })
  return [...new Map(doubts.map((doubt) => [doubt.of.key, doubt])).values()]
}

/** The series of each indicator along one dimension, others held. */
function getBreakdowns(levels: readonly Observation[]): string[][] {
  const parts = levels.flatMap(({ series, indicator, categories }) =>
    Object.keys(categories).map((dimension) => {
      const { [dimension]: _, ...held } = categories
      return { series, group: `${indicator} ${dimension} ${Object.values(held).join(' ')}` }
    }),
  )
  return [...groupBy(parts, ({ group }) => group).values()].map((ones) => [
    ...new Set(ones.map(({ series }) => series)),
  ])
}

/** The members of a list in one period that stand out of it. */
function standOut(ones: readonly Observation[], bySeries: ReadonlyMap<string, readonly Observation[]>): Doubt[] {
  if (ones.length <= fewest) return []
  const sizes = rank(ones.map(getSize))
  const sum = sizes.sizes.reduce((all, one) => all + one, 0)
  return ones.flatMap((of, index) => {
    const value = getSize(of)
    const low = sizes.sizes[sizes.ranked.findLast((one) => one !== index) ?? -1] ?? 0
    const high = largestBut(sizes, index)
    const power = Math.log10(value / Math.sqrt(low * high))
    const isAlone =
      Math.log10(high / low) < alike && Math.abs(power) > 0.8 && Math.abs(power - Math.round(power)) < 0.35
    if (!isAlone || Math.abs(value / (sum - value) - 1) < 0.25) return []
    const wasSo = (one: Observation) => one !== of && Math.abs(Math.log10(getSize(one) / value)) < 0.5
    if (bySeries.get(of.series)?.some(wasSo)) return []
    const what = `about ${timesTen(Math.round(power))} the others of its list`
    const beside = ones.filter((one) => one !== of).slice(0, 2)
    return [{ of, what, beside, hint: scaleHint }]
  })
}

function getSize({ quantity }: Observation): number {
  return quantity.value.toNumber()
}
