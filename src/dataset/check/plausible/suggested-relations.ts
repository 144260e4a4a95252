import { divide, exactly, intersects, multiply } from '../../figure/interval.ts'
import { percent } from '../../figure/unit/unit.ts'
import { groupBy } from '../../group-by.ts'
import type { Dataset, Indicator, LocalText, Observation, Period } from '../../types.ts'

/** A relation that nobody declared and that the labels of two indicators suggest. */
export interface SuggestedRelation {
  indicator: Indicator
  /** As it is written: `part-of: netizens`. */
  line: string
}

type Levels = ReadonlyMap<string, ReadonlyMap<Period, Observation>>

/** Each label is held against each other. */
const mostIndicators = 1000

/**
 * Relations that labels and denominators suggest and no figure contradicts:
 * parts (`Rural netizens` of `Netizens`), and shares whose three figures agree.
 */
export function suggestedRelations({ indicators, observations }: Dataset): SuggestedRelation[] {
  const wholes = [...observations.values()].filter(
    ({ series, indicator, measure }) => measure === 'value' && series === indicator,
  )
  const levels: Levels = new Map(
    [...groupBy(wholes, ({ indicator }) => indicator)].map(([id, ones]) => [
      id,
      new Map(ones.map((one) => [one.period, one])),
    ]),
  )
  const all = [...indicators.values()]
  if (all.length > mostIndicators) return []
  return all.flatMap((indicator) => {
    const part = indicator.partOf === undefined ? findWhole(indicator, all, levels) : undefined
    const share = indicator.unit === percent.id && !indicator.shareOf ? findShare(indicator, all, levels) : undefined
    return [part, share].flatMap((line) => (line === undefined ? [] : [{ indicator, line }]))
  })
}

/** An indicator whose label is the end of this one's, and which is never smaller. */
function findWhole(part: Indicator, all: readonly Indicator[], levels: Levels): string | undefined {
  if (part.type === 'ratio') return undefined
  const whole = all.find(
    (one) =>
      one !== part &&
      one.unit === part.unit &&
      one.type === part.type &&
      isLabelWithin(part.label, one.label) &&
      everyPeriod(
        [part, one],
        levels,
        ([a, b]) => a !== undefined && b !== undefined && a.quantity.interval.low.lte(b.quantity.interval.high),
      ),
  )
  return whole && `part-of: ${whole.id}`
}

/** Words that make of a label something that is no part of what the rest names. */
const apart = /\b(non|no|not|other|per|average|mean|potential|former)\b|非|无|不|人均|平均|潜在/i

/** Whether one label is another with words before it: `Rural netizens`, `农村网民规模`. */
function isLabelWithin(label: LocalText, other: LocalText): boolean {
  return Object.entries(label).some(([language, text]) => {
    const end = other[language]?.toLowerCase()
    if (end === undefined || end.length < 3 || text.length <= end.length) return false
    if (apart.test(text.slice(0, -end.length))) return false
    return /[\p{Script=Han}]/u.test(end) ? text.endsWith(end) : text.toLowerCase().endsWith(` ${end}`)
  })
}

/** Two indicators whose quotient is the share wherever all are known, the denominator named in the share's words. */
function findShare(share: Indicator, all: readonly Indicator[], levels: Levels): string | undefined {
  const denominators = all.filter((one) => one.type !== 'ratio' && namesIndicator(share, one))
  for (const below of denominators) {
    const above = all.find(
      (one) =>
        one !== below &&
        one.unit === below.unit &&
        everyPeriod([share, one, below], levels, ([rate, a, b]) => {
          const quotient = a && b && divide(multiply(a.quantity.interval, exactly(100)), b.quantity.interval)
          return rate !== undefined && quotient !== undefined && intersects(quotient, rate.quantity.interval)
        }),
    )
    if (above) return `share-of: { numerator: ${above.id}, denominator: ${below.id} }`
  }
  return undefined
}

function namesIndicator({ denominator, label }: Indicator, { label: other, short, said }: Indicator): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/^(all|the|total) /, '')
  const words = [denominator, label].flatMap((text) => Object.values(text ?? {}).map(plain))
  const names = [other, short, said].flatMap((text) =>
    Object.values(text ?? {}).flatMap((one) => one.split(',').map((name) => plain(name.trim()))),
  )
  return names.some((name) => name.length > 2 && words.some((text) => text === name || text.endsWith(` of ${name}`)))
}

/** Whether something holds in each period that all indicators have, of which there is one. */
function everyPeriod(
  indicators: readonly Indicator[],
  levels: Levels,
  holds: (figures: readonly (Observation | undefined)[]) => boolean,
): boolean {
  const own = indicators.map(({ id }) => levels.get(id))
  const periods = [...(own[0]?.keys() ?? [])].filter((period) => own.every((one) => one?.has(period)))
  return periods.length > 0 && periods.every((period) => holds(own.map((one) => one?.get(period))))
}
