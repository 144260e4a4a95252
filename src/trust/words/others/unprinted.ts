import { isNamedBy } from '../../../dataset/figure/period.ts'
import { observationKey } from '../../../dataset/figure/reference.ts'
import { findObservation } from '../../../dataset/find.ts'
import type { Observation } from '../../../dataset/types.ts'
import type { PrintedFigure } from '../../../document/parse/text/passages.ts'
import { isInBase } from '../bases.ts'
import type { Name } from '../names.ts'
import { isParticle } from '../particles.ts'
import { isComparison } from '../read-words.ts'
import { getSentences, namedPeriods, type Sentence } from '../sentences.ts'
import { seriesInCategory } from '../tie-figures.ts'

/** A figure that a sentence does not print, after the token that it is of. */
interface Unprinted {
  after: number
  figure: Observation
}

/**
 * A sentence without figures with each named thing's in brackets: electricity (79) is dearer than gas (36).
 * Its words and their order stay the same. Undefined where nobody can know which figures are meant.
 */
export function withUnprinted(sentence: Sentence, called: Name | undefined): Sentence | undefined {
  const unprinted = getUnprinted(sentence, called).toSorted((a, b) => a.after - b.after)
  if (unprinted.length === 0) return undefined
  const figures: PrintedFigure[] = []
  let text = ''
  let from = sentence.start
  for (const { after, figure } of unprinted) {
    const end = sentence.tokens[after]?.end ?? from
    text += `${sentence.text.slice(from - sentence.start, end - sentence.start)} (`
    figures.push({ start: text.length, end: text.length + 1, observation: figure })
    text += '0)'
    from = end
  }
  text += sentence.text.slice(from - sentence.start)
  const [own, ...others] = getSentences({ text, offsets: [], figures }, sentence.dataset, sentence.language)
  return others.length === 0 && own?.words.length === sentence.words.length ? own : undefined
}

/** Each named thing's own figure, a category's after its name or after both together; nothing if one has none. */
function getUnprinted(sentence: Sentence, called: Name | undefined): Unprinted[] {
  const { names, things } = sentence
  const categories = things.filter(({ category }) => category)
  const all = (names.length > 0 ? names : called ? [called] : []).map((name) => {
    // Tonnage, where ports have one without a total: that of all.
    const known = name.indicators.filter((id) => findObservation(sentence.dataset, id))
    return categories.length === 0 && known.length > 0 ? { ...name, indicators: known } : name
  })
  if (all.some(({ indicators }) => indicators.length !== 1)) return []
  const distance = (a: Name, b: Name) => Math.max(a.first - b.end, b.first - a.end)
  const getName = (one: Name) => all.toSorted((a, b) => distance(a, one) - distance(b, one))[0]
  const whole = all.filter((name) => !categories.some((one) => getName(one) === name))
  const series = [
    ...whole.map((name) => ({ after: name.end - 1, series: name.indicators[0] ?? '' })),
    ...categories.map((one) => {
      const name = getName(one)
      // The unit price of gas, gas prices: one thing.
      const end = name && distance(name, one) <= 1 ? Math.max(name.end, one.end) : one.end
      return {
        after: end - 1,
        series: one.category && name ? seriesInCategory(name.indicators[0] ?? '', one.category, sentence) : '',
      }
    }),
  ]
  // Nitrogen dioxide at the roadside: one thing.
  const once = series.filter(({ series: id }, at) => series.findLastIndex((one) => one.series === id) === at)
  const figures = once.flatMap(({ after, series: id }) => {
    const figure = getFigure(id, sentence)
    return figure ? [{ after, figure }] : []
  })
  return figures.length === once.length ? figures : []
}

/** The level of the one time that a sentence speaks of; as in 2024 it is so now. */
function getFigure(series: string, sentence: Sentence): Observation | undefined {
  // A new high, topping that of 2022: what is compared with.
  const isBeyond = (at: number) =>
    sentence.words.some(
      (one) =>
        isComparison(one) &&
        one.end <= at &&
        at - one.end <= 6 &&
        /^[,，]$/.test(sentence.tokens[one.first - 1]?.text ?? ''),
    )
  const now = findObservation(sentence.dataset, series)
  const [then, ...others] = namedPeriods(sentence).filter(
    ({ first, period }) =>
      !isInBase(first, sentence) &&
      !(now && isNamedBy(now.period, period)) &&
      !(first <= 3 && isParticle('like', 0, sentence)) &&
      !isBeyond(first),
  )
  if (others.length > 0) return undefined
  return then ? sentence.dataset.observations.get(observationKey(series, 'value', then.period)) : now
}
