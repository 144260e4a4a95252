import { Decimal } from 'decimal.js'
import { comparePeriods, isNamedBy, periodEnd, periodStart, periodYear } from '../../../dataset/figure/period.ts'
import { observationKey } from '../../../dataset/figure/reference.ts'
import { monthsBetween, shiftPeriod } from '../../../dataset/figure/shift-period.ts'
import { findObservation } from '../../../dataset/find.ts'
import type { Dataset, Observation, Period } from '../../../dataset/types.ts'
import { earlier } from '../../../document/claim/history.ts'
import { readNumbers } from '../../numbers/numbers-in-text.ts'
import { speaksOfYears } from '../bases.ts'
import type { Name } from '../names.ts'
import { countSaid, isEnded, isParticle, particlesIn } from '../particles.ts'
import { isComparison, type Word } from '../read-words.ts'
import { figuresIn, namedPeriods, observationsAt, type Sentence, tokenFigure, wordBefore } from '../sentences.ts'
import { getIs, namedBeside, namedNow, tiedObservations } from '../tie-figures.ts'
import { growthClaim } from './comparisons/amounts.ts'
import { comparisonReadings, isOfTime } from './comparisons/comparisons.ts'
import { holdsParticle, signClaims } from './deficits.ts'
import { getLatest, levelsAtItsTime } from './extremes.ts'
import { levelSince, sinceBeside, sinceOpening } from './since.ts'
import { thresholdAfter, thresholdReadings } from './thresholds.ts'
import { type ClaimText, getLevel, isSaidAsChange, levelBefore, toExactArgument } from './word-claims.ts'

/** How many times in a row: the number word or ordinal within it or near. */
export function rowClaims(word: Word, sentence: Sentence, nearest: Observation | undefined): ClaimText[] {
  const { dataset } = sentence
  const moved = movedLevel(word, sentence, nearest)
  if (!moved) return []
  const { isUp, way } = moved
  const now = levelSince(word, moved.level, sentence) ?? levelSince(way, moved.level, sentence)
  if (now) {
    const after = earlier(dataset, now).filter(({ period }) => comparePeriods(period, moved.level.period) >= 0)
    const times = word.meaning === 'in-a-row' ? timesNear(word, sentence) : undefined
    return [[isUp ? 'rose-in-a-row' : 'fell-in-a-row', now.key, times ?? after.length]]
  }
  // Had risen every year since 2020, and dropped to {it}: before now.
  // After five consecutive quarterly falls; ending nine quarters of decline.
  const isOver = isEnded(word.first, sentence)
  const isAfter =
    isOver ||
    // Fait suite à trois trimestres de hausse.
    sentence.words.some(({ meaning, end }) => meaning === 'within' && end === word.first - 1) ||
    [1, 2, 3, 4].some((back) => isParticle('after', Math.min(way.first, word.first) - back, sentence)) ||
    isParticle('after-it', way.end, sentence)
  // Up after two years of decline.
  const isMovement = ({ first, meaning }: Word) =>
    (first > way.end || (isAfter && first < way.first)) && /^(?:up|down|narrower|wider)$/.test(meaning)
  const hadMoved =
    (isAfter || isParticle('past-perfect', way.first - 1, sentence)) &&
    ((way.first > 1 && figuresIn(sentence).length > 0) || sentence.words.some(isMovement))
  const level = (hadMoved ? earlier(dataset, moved.level).at(-1) : undefined) ?? moved.level
  const times = word.meaning === 'each-time' ? timesSince(word, level, sentence) : timesNear(word, sentence)
  if (times === undefined) return []
  // A balance that improves rises, on whichever side of zero.
  if (/^(?:up|down)$/.test(way.meaning) && isSaidAsChange(level, way, sentence))
    return [level, ...earlier(dataset, level).toReversed()]
      .slice(0, times)
      .map((one) => growthClaim(isUp ? 'more' : 'less', one))
  const last = earlier(dataset, level).at(-1)
  const isYearly = !last || monthsBetween(last.period, level.period) >= 12
  if (!isYearly && !isStep(word, sentence)) return yearsInARow(isUp ? 'rose' : 'fell', level, times, dataset)
  const row: ClaimText = [isUp ? 'rose-in-a-row' : 'fell-in-a-row', level.key, times]
  return isOver && level !== moved.level ? [row, [isUp ? 'at-most' : 'at-least', moved.level.key, level.key]] : [row]
}

/** A level's side of a mark: with back, it was not so before; with still or for so many months, it was. */
export function sideClaims(word: Word, tied: readonly Observation[], sentence: Sentence): ClaimText[] {
  const said = signClaims(word, tied, sentence)
  const [rule = '', key = '', mark = ''] = said[0] ?? []
  const now = sentence.dataset.observations.get(String(key))
  if (said.length !== 1 || !now || sentence.dataset.observations.has(String(mark))) return [...said]
  // Turned positive in 2024, and is {it}: then.
  const [level = now] = levelsAtItsTime(word, now, sentence)
  const claims: ClaimText[] = [[rule, level.key, mark]]
  const before = earlier(sentence.dataset, level).toReversed()
  // Turned since the time that the report compares with, or the last.
  const compared = levelBefore(sentence.dataset, level)
  const isOther = compared?.quantity.value.isNegative() !== level.quantity.value.isNegative()
  const from = { ...word, first: Math.max(0, word.first - 3) }
  const isTurned =
    holdsParticle('turning', from, sentence) ||
    sentence.words.some(({ meaning, end }) => meaning === 'as-before' && end > from.first && end <= word.first)
  const times = timesBeside(word, sentence) ?? (holdsParticle('still', from, sentence) ? 2 : 1)
  const against = rule === 'more-than' ? 'at-most' : 'at-least'
  return [
    ...claims,
    ...(compared && isOther ? [compared] : before)
      .slice(0, isTurned ? 1 : 0)
      .map((one): ClaimText => [against, one.key, mark]),
    ...before.slice(0, times - 1).map((one): ClaimText => [rule, one.key, mark]),
  ]
}

/** How often in a row what a word says was so: the fifth month in a row with a deficit. */
function timesBeside({ first, end }: Word, sentence: Sentence): number | undefined {
  const isApart = (from: number, to: number) =>
    sentence.tokens.slice(from, to).some(({ text, figure }) => figure || /^[,，;；]$/.test(text))
  const row = sentence.words.find(
    (one) => one.meaning === 'in-a-row' && !(one.end <= first ? isApart(one.end, first) : isApart(end, one.first)),
  )
  return row && timesNear(row, sentence)
}

/** The level that ends a row of so many, and those before; after {it} in the month before, the level of now. */
export function rowOfSide(word: Word, level: Observation, sentence: Sentence): readonly Observation[] {
  const times = timesBeside(word, sentence)
  if (times === undefined) return [level]
  const at = figuresIn(sentence).find((index) => tokenFigure(sentence, index)?.observation === level) ?? -1
  const now = isParticle('after', at - 1, sentence) ? findObservation(sentence.dataset, level.series) : level
  return now ? [now, ...earlier(sentence.dataset, now).toReversed()].slice(0, times) : [level]
}

/** Over so many years in a row, of levels that there are several of a year. */
function yearsInARow(rule: 'rose' | 'fell', { series, period }: Observation, times: number, { observations }: Dataset) {
  const [latest = '', ...before] = Array.from(
    { length: times + 1 },
    (_, years) => shiftPeriod(period, -12 * years) ?? '',
  ).map((one) => observationKey(series, 'value', one))
  if (before.some((key) => !observations.has(key))) return []
  return before.map((key, index): ClaimText => [rule, key, index === 0 ? latest : (before[index - 1] ?? '')])
}

/** Whether a row is one of steps from figure to figure, and not of years. */
export function isStep({ first, end }: Word, { tokens, text, start, language }: Sentence): boolean {
  const [from = 0, to = 0] = [tokens[Math.max(0, first - 4)]?.start, tokens[Math.min(tokens.length, end + 2) - 1]?.end]
  return !speaksOfYears(text.slice(from - start, to - start), language)
}

/** The level that the movement beside a word is said of, and which way it went. */
function movedLevel(word: Word, sentence: Sentence, nearest: Observation | undefined) {
  const way = getWay(word, sentence)
  if (!way) return undefined
  // The list has shortened for the fifth quarter in a row. It stands at {it}.
  const current = figuresIn(sentence).length === 0 ? namedNow(way, sentence) : undefined
  // For the fifth year running visits rose: what rose is named after it.
  const [first, ...others] = tiedObservations(way, sentence)
  // Cut from {last year’s} to {it}: the later of the two.
  const isLater = ({ series, measure, period }: Observation) =>
    first?.measure === 'value' &&
    series === first.series &&
    measure === 'value' &&
    comparePeriods(period, first.period) > 0
  // After nine quarters of decline, loans rose: of the one thing that the sentence prints.
  const [only, ...more] = isParticle('after', 0, sentence) ? observationsAt(sentence) : []
  const near =
    others.find(isLater) ??
    nearest ??
    first ??
    figureOfName(way, sentence) ??
    current ??
    (more.length === 0 ? only : undefined)
  // From {jan} to {mar}: of the last that is printed.
  const figure = near?.measure === 'value' ? getLatest(near, sentence) : near
  // For the second quarter in a row, after {it} in the first: of now.
  const at = figuresIn(sentence).find((index) => tokenFigure(sentence, index)?.observation === figure) ?? -1
  const isOpening = isParticle('after', 0, sentence) && sentence.clauseOf[at] !== sentence.clauseOf[way.first]
  // After {it}, after a low of {it}.
  const isOf = isParticle('of', at - 1, sentence)
  const isLed = (back: number) =>
    isParticle('after', at - back, sentence) ||
    // From a high of {it} in 2022: of now.
    (at > way.end && isParticle('from', at - back, sentence))
  // For the second year running after peaking at {it} in 2023.
  const { isWithin } = sentence.clauses[sentence.clauseOf[at] ?? 0] ?? {}
  const isSaidAfter =
    isWithin &&
    sentence.clauseOf[at] !== sentence.clauseOf[way.first] &&
    particlesIn('after', sentence).some((one) => one < at && one >= way.end)
  const isAfter = isOpening || isSaidAfter || [1, ...(isOf ? [3, 4] : [])].some(isLed)
  const level =
    figure && getLevel(sentence.dataset, (isAfter && findObservation(sentence.dataset, figure.series)) || figure)
  const isUp = level && isUpwards(way, level, sentence.dataset)
  return level && isUp !== undefined ? { way, level, isUp } : undefined
}

/** Rose for the first time since 2018: it rose now, and in no step after that time before now. */
export function firstTimeClaims(word: Word, sentence: Sentence): ClaimText[] {
  // For the first time in a year.
  const isInYear = sentence.words.some(({ meaning, first }) => meaning === 'over-a-year' && first === word.end)
  const now = sentence.dataset.report.period
  const yearBefore = isInYear ? shiftPeriod(now, -12) : undefined
  // For the first time this year: in none of its months before.
  const isOfYear = isParticle('today', word.end, sentence) && isParticle('year', word.end + 1, sentence)
  const lastDay = isOfYear ? periodEnd(String(Number(periodYear(now)) - 1)) : undefined
  const since = sinceBeside(word, sentence) ?? yearBefore ?? lastDay
  const moved = movedLevel(word, sentence, undefined)
  if (since !== undefined && moved && isBeside(moved.way, word))
    return isSaidAsChange(moved.level, moved.way, sentence)
      ? firstOfSide(moved.isUp ? 'more' : 'less', moved.level, since, sentence.dataset)
      : firstMovement(moved.isUp ? 'rose' : 'fell', moved.level, since, sentence.dataset)
  return firstStateClaims(since, sentence)
}

/** What may have been last so. */
export const isLastSo = /^(?:more|less|above|below|as-much|as-little)$/

/**
 * Was last above 3% in January, at {it}; was last higher in October 2024: so then and never since, by printed digits;
 * undefined where no last stands before, or the time is unknown.
 */
export function lastSoClaims(word: Word, sentence: Sentence): ClaimText[] | undefined {
  const { dataset } = sentence
  const isMore = /^(?:more|above|as-much)$/.test(word.meaning)
  const [more, less] = isMore ? (['more-than', 'less-than'] as const) : (['less-than', 'more-than'] as const)
  const [atLeast, atMost] = isMore ? (['at-least', 'at-most'] as const) : (['at-most', 'at-least'] as const)
  const [rule, against] = /^as-/.test(word.meaning) ? [atLeast, less] : [more, atMost]
  const isLast = (at: number) => isParticle('last', at, sentence) && !isParticle('article', at - 1, sentence)
  const isStood = wordBefore(word.first, sentence)?.meaning === 'verb' && isLast(word.first - 2)
  if (!isLastSo.test(word.meaning) || !(isStood || isLast(word.first - 1))) return undefined
  const threshold = thresholdAfter(word, sentence)
  const [[, key = '', mark = ''] = []] = threshold ? (thresholdReadings(word, threshold, sentence)[0] ?? []) : []
  const [printed] = observationsAt(sentence).filter(({ measure }) => measure === 'value')
  const then = dataset.observations.get(String(key)) ?? printed
  const now = then && findObservation(dataset, then.series)
  if (!now || then.key === now.key || (threshold && mark === '')) return undefined
  const other = threshold ? mark : now.key
  const isAt = ({ key, quantity }: Observation) => key === other || threshold?.mention.value.eq(quantity.value)
  const since = [...earlier(dataset, now), now].filter(({ period }) => comparePeriods(period, then.period) > 0)
  return [[rule, then.key, other], ...since.flatMap((one) => (isAt(one) ? [] : [[against, one.key, other]]))]
}

/** For the first time a deficit, for the first time since 2022 more than another: not so at any time between. */
function firstStateClaims(since: Period | undefined, sentence: Sentence): ClaimText[] {
  const { dataset } = sentence
  const [only, ...others] = sentence.words.flatMap((word): readonly ClaimText[] => {
    const tied = tiedObservations(word, sentence)
    if (word.meaning === 'deficit' || word.meaning === 'surplus') return signClaims(word, tied, sentence)
    if (!isComparison(word) || isOfTime(word, sentence)) return []
    const threshold = thresholdAfter(word, sentence)
    const readings = threshold ? thresholdReadings(word, threshold, sentence) : comparisonReadings(word, sentence)
    return readings[0] ?? []
  })
  const [rule, own = '', other = ''] = (only ?? []).map(String)
  const level = dataset.observations.get(own)
  const against = { 'more-than': 'at-most', 'less-than': 'at-least' }[rule ?? '']
  if (level?.measure !== 'value' || !against || others.length > 0) return []
  const compared = dataset.observations.get(other)
  return earlier(dataset, level).flatMap(({ key, period }, at): ClaimText[] => {
    const then = compared ? observationKey(compared.series, 'value', period) : other
    if (compared && !dataset.observations.has(then)) return []
    if (since === undefined || periodStart(period) > periodEnd(since)) return [[against, key, then]]
    // At that time it was so, unless it is the first that is known: since records began.
    return at > 0 && isNamedBy(period, since) ? [[rule ?? '', key, then]] : []
  })
}

/** Fell for the first time, fell in 2025 for the first time. */
function isBeside(way: Word, { first, end }: Word): boolean {
  return way.first === end || (way.end <= first && first - way.end <= 2)
}

/** The first rise since a time; of none that is said, one that did not follow on another. */
export function firstMovement(
  rule: 'rose' | 'fell',
  level: Observation,
  since: Period | undefined,
  dataset: Dataset,
): ClaimText[] {
  const levels = [...earlier(dataset, level), level]
  const from = levels.findIndex(({ period }) => since !== undefined && periodStart(period) > periodEnd(since))
  return levels.flatMap((one, at): ClaimText[] => {
    const before = levels[at - 1]
    // What stands right before it may be no step: 2022, of 2019 and 2022.
    const step = monthsBetween(one.period, levels[at + 1]?.period ?? one.period)
    const isNext = !before || monthsBetween(before.period, one.period) <= step
    const isThen = at > 1 && at === from - 1 && isNext && since !== undefined && isNamedBy(one.period, since)
    if (!before || (at < (since === undefined ? levels.length - 2 : from) && !isThen)) return []
    if (one === level || isThen) return [[rule === 'rose' ? 'more-than' : 'less-than', one.key, before.key]]
    return [[rule === 'rose' ? 'at-most' : 'at-least', one.key, before.key]]
  })
}

/** The first rise since a time, of levels that are changes: on that side of zero now, and at no time in between. */
function firstOfSide(side: 'more' | 'less', level: Observation, since: Period, dataset: Dataset): ClaimText[] {
  const between = earlier(dataset, level).filter(({ period }) => periodStart(period) > periodEnd(since))
  const zero = toExactArgument(new Decimal(0), level.quantity.unit)
  const against = side === 'more' ? 'at-most' : 'at-least'
  return [growthClaim(side, level), ...between.map(({ key }): ClaimText => [against, key, zero])]
}

/** Whether a movement leads up; of better and worse by which way is good. */
function isUpwards({ meaning }: Word, { indicator }: Observation, dataset: Dataset): boolean | undefined {
  if (meaning !== 'better' && meaning !== 'worse') return /^(?:up|wider|more|above)$/.test(meaning)
  const good = dataset.indicators.get(indicator)?.good
  return good && (good === 'up') === (meaning === 'better')
}

/** How often in a row each time is: since a time that is named, else twice at least. */
function timesSince(word: Word, level: Observation, sentence: Sentence): number {
  const since = sinceBeside(word, sentence) ?? sinceOpening(sentence)
  // In every month of 2026.
  const year = namedPeriods(sentence).find(({ first }) => first === word.end + 1)?.period
  const all = [...earlier(sentence.dataset, level), level]
  const ofYear = since === undefined && year ? all.filter(({ period }) => isNamedBy(period, year)) : []
  if (ofYear.length > 1) return Math.min(ofYear.length, all.length - 1)
  if (since === undefined) return 2
  const after = earlier(sentence.dataset, level).filter(({ period }) => periodStart(period) >= periodStart(since))
  const ofYears = after.filter(({ period }) => monthsBetween(period, level.period) % 12 === 0)
  return (isStep(word, sentence) ? after : ofYears).length
}

/** The movement that was one in a row: of its own clause; of another where the word has no figure of its own. */
function getWay({ first, end }: Word, sentence: Sentence): Word | undefined {
  const { words, clauseOf, tokens, language } = sentence
  const ways = words.filter(
    (word) =>
      /^(?:up|down|narrower|wider|better|worse)$/.test(word.meaning) ||
      (isComparison(word) && isOfTime(word, sentence)),
  )
  const here = ways.filter((way) => clauseOf[way.first] === clauseOf[first])
  // Nine quarters of decline.
  if (isParticle('part-of', end - 1, sentence)) return here.find((way) => way.first >= end && way.first - end <= 1)
  const hasFigure = figuresIn(sentence).some((index) => clauseOf[index] === clauseOf[first])
  // 逐年减少.
  const before = here.findLast((way) => way.first < first)
  // Drop-out was unchanged for the second year running.
  const flat = words.findLast((word) => word.meaning === 'flat' && word.first < first)
  if (flat && clauseOf[flat.first] === clauseOf[first] && (before?.first ?? -1) < flat.first) return undefined
  // Picked up to {it} after five consecutive quarterly falls.
  const isApart = before && sentence.tokens.slice(before.end, first).some(({ figure }) => figure)
  // Nach drei Rückgängen in Folge stieg {it}.
  if (before && before.end === first) return before
  // 升至{it}后，连续三个月走低
  const isNext = (way: Word) => tokens.slice(end, way.first).every(({ text }) => !/^[,，;；]?$/.test(text))
  const most = isApart ? (language === 'zh' ? 4 : 1) : 0
  const next = here.find((way) => way.first >= end && way.first - end <= most && isNext(way))
  // Took a smaller share in each of the last three years.
  const attribute = words.findLast(
    (one) => /^(?:more|less)$/.test(one.meaning) && one.end < first && clauseOf[one.first] === clauseOf[first],
  )
  // For the third quarter in a row, fewer were in arrears.
  const lead = words.find((one) => /^(?:more|less)$/.test(one.meaning) && one.first >= end && one.first - end <= 2)
  return next ?? before ?? here[0] ?? attribute ?? (hasFigure ? undefined : lead) ?? (hasFigure ? undefined : ways[0])
}

/** The figure, anywhere, of what a word names or of the subject: the fourth year in which stays rose; they number. */
function figureOfName(word: Word, sentence: Sentence): Observation | undefined {
  const isSubject = ({ end }: Name) => end <= word.first || word.first <= 2
  const named = namedBeside(word, sentence) ?? sentence.things.find(isSubject)
  const index = figuresIn(sentence).find((one) => getIs(one, named, sentence))
  return tokenFigure(sentence, index ?? -1)?.observation
}

function timesNear({ first, end }: Word, { tokens, language }: Sentence): number | undefined {
  const near = [
    ...tokens.slice(first, end),
    ...tokens.slice(Math.max(0, first - 4), first).toReversed(),
    ...tokens.slice(end, end + 3),
  ]
  for (const { text } of near) {
    const count = countSaid(text, language)
    if (count !== undefined) return count
    const [number] = readNumbers(text, 'en')
    if (number?.kind === 'number' && number.value.isInteger() && number.value.lt(100)) return number.value.toNumber()
  }
  return undefined
}
