import { isNamedBy, periodEnd, periodLike, periodStart, periodYear } from '../../../dataset/figure/period.ts'
import { monthsBetween, shiftPeriod } from '../../../dataset/figure/shift-period.ts'
import { findObservation } from '../../../dataset/find.ts'
import type { Observation, Period } from '../../../dataset/types.ts'
import { inYearOf, namesPart } from '../../evidence/mention-period.ts'
import { getBases, hasBase, monthsSaid } from '../bases.ts'
import { isParticle, particlesIn } from '../particles.ts'
import { toldOfThen } from '../readings/since.ts'
import { figuresIn, namedPeriods, observationsAt, type Sentence, tokenFigure, wordAt } from '../sentences.ts'
import { movements } from '../tie-figures.ts'
import { namedParts } from './mistimed.ts'
import type { Misnamed } from './naming.ts'

/** A place in a sentence, by its tokens, and the figure that is not as it says there. */
export interface Untrue {
  first: number
  end: number
  figure: Observation
}

/** Fewer tokens without a full stop are a cell, a head or a label: what stands above them says when. */
const leastTokens = 5
const comparing = /^(?:than|above|below|up|down|flat|more|less)$/

/** Levels of an earlier time that no word dates, here or before: readers take them for the report's own. */
export function undatedFigures(sentence: Sentence, before: string): Untrue[] {
  const { tokens, dataset } = sentence
  if (tokens.length < leastTokens && !/^[.。]$/.test(tokens.at(-1)?.text ?? '')) return []
  return figuresIn(sentence).flatMap((index) => {
    const figure = tokenFigure(sentence, index)?.observation
    const isEarlier = figure?.measure === 'value' && periodEnd(figure.period) < periodStart(dataset.report.period)
    // Rose in 2021. Then they fell, to {it}.
    const isNext = wordAt(0, sentence)?.meaning === 'earlier' && /(?:1[89]|20)\d\d/.test(before)
    if (!isEarlier || isNext || before.includes(periodYear(figure.period))) return []
    const isUndated =
      isBesideOwnChange(figure, index, sentence) ??
      (!hasLater(figure, index, sentence) && !saysTimeOf(figure, index, sentence))
    return isUndated ? [{ first: index, end: index + 1, figure }] : []
  })
}

/** Whether a level has its own change to another level, and no word says it is of then; undefined without a change. */
function isBesideOwnChange({ series, period }: Observation, index: number, sentence: Sentence): boolean | undefined {
  const own = observationsAt(sentence).filter((one) => one.series === series && one.period !== period)
  const change = own.find(({ measure }) => measure !== 'value')
  if (!change || own.some((one) => one.measure === 'value' && one.period === change.period)) return undefined
  // Jumped in August from {then} to {it}; higher than a year ago ({it}).
  const isHere = namedParts(sentence).some(
    ({ first, period: part }) =>
      sentence.clauseOf[first] === sentence.clauseOf[index] && isNamedBy(period, inYearOf(period, part)),
  )
  if (isHere || getTimes(index, sentence).some((at) => index - at > 0 && index - at <= 4)) return false
  if (change.since !== period)
    return !(sentence.text.includes(periodYear(period)) || namesPart(sentence.text, period) || isStart(index, sentence))
  // In 2024, when rain had kept it down to {it}.
  const had = particlesIn('past-perfect', sentence).some(
    (at) => at < index && sentence.clauseOf[at] === sentence.clauseOf[index],
  )
  if (had && sentence.text.includes(periodYear(period))) return false
  const next = figuresIn(sentence).find((at) => at > index) ?? sentence.tokens.length
  const last = figuresIn(sentence).findLast((at) => at < index) ?? -1
  const near = { first: last + 1, end: Math.min(next, index + 6) }
  const told = toldOfThen(sentence)
  const isThen =
    isStart(index, sentence) ||
    // A year ago it had been {by} lower, at {it}.
    (told !== undefined && hasBase(change, told)) ||
    getTimes(index, sentence).some((first) => near.first <= first && first < near.end) ||
    sentence.tokens.slice(near.first, near.end).some(({ text }) => /^(?:1[89]|20)\d\d$/.test(text))
  return isMovedTo(index, sentence) || !isThen
}

/** Whether a sentence says a level's time: its year or part, or that it was before; a level reached needs its own. */
function saysTimeOf({ period }: Observation, index: number, sentence: Sentence): boolean {
  const { text, words, tokens } = sentence
  if (isPartNamed(period, sentence)) return true
  if (isCountedBack(period, index, sentence)) return true
  // From a surplus of {it} the balance swung to a deficit.
  if (isParticle('from', 0, sentence) && index <= 5) return true
  if (/(?:1[89]|20)\d\d/.test(text) && text.includes(periodYear(period))) return true
  // Had risen to {it}; not: had {it} members, had more.
  const isPerfect = (at: number) => !tokens[at]?.figure && !/^(?:more|less)$/.test(wordAt(at, sentence)?.meaning ?? '')
  if (particlesIn('past-perfect', sentence).some((at) => isPerfect(at + 1))) return true
  if (isMovedTo(index, sentence)) return false
  const bases = getBases(sentence).flatMap(({ base, start }) =>
    'at' in base ? [] : tokens.findIndex(({ end }) => end > sentence.start + start),
  )
  // Up on the {it} of the spring.
  const isUpOn = (at: number) =>
    isParticle('apart', at, sentence) && words.some(({ meaning, end }) => movements.test(meaning) && end === at)
  return (
    [index - 1, index - 2].some(isUpOn) ||
    getTimes(index, sentence, [...particlesIn('year', sentence), ...bases]).length > 0 ||
    particlesIn('today', sentence).some((at) => isParticle('than', at - 1, sentence))
  )
}

/** In each of the past four quarters, from {it}: of as long ago as the sentence counts back. */
function isCountedBack(period: Period, index: number, sentence: Sentence): boolean {
  const months = monthsBetween(period, sentence.dataset.report.period)
  return isStart(index, sentence) && sentence.tokens.some((_, at) => at < index && months === monthsSaid(at, sentence))
}

/** Whether a later level of the same is printed, or a change of it that starts there. */
function hasLater({ series, period }: Observation, index: number, sentence: Sentence): boolean {
  return observationsAt(sentence).some(
    (other) =>
      other.series === series &&
      periodEnd(other.period) > periodEnd(period) &&
      (other.measure === 'value' || isStart(index, sentence)),
  )
}

/**
 * Places of words for an earlier time, and given others, that are not what a level is compared with:
 * {it} two years ago, or more than last year's {it}; not: {it}, more than two years ago.
 */
function getTimes(index: number, sentence: Sentence, others: readonly number[] = []): readonly number[] {
  const { words, tokens } = sentence
  const figures = figuresIn(sentence)
  const earlier = words.flatMap(({ meaning, first }) => (meaning === 'earlier' ? first : []))
  const isComparing = (at: number) =>
    isParticle('than', at, sentence) ||
    words.some(({ meaning, first, end }) => comparing.test(meaning) && first <= at && at < end)
  const isCompared = (time: number) =>
    [0, 1, 2, 3].some((back) => isComparing(time - back) && !figures.some((at) => time - back <= at && at < time))
  // Than a year ago, when it was {it}.
  const isBorder = (at: number) =>
    /^[,，:：]$/.test(tokens[at]?.text ?? '') && !isParticle('relative', at + 1, sentence)
  const isNext = (at: number) => at < index && tokens.slice(at, index).every((_, step) => !isBorder(at + step))
  return [...earlier, ...others].filter((time) => !isCompared(time) || isNext(time))
}

/** Whether a level is what something came from, or is compared with. */
function isStart(index: number, sentence: Sentence): boolean {
  return (
    !isMovedTo(index, sentence) &&
    [index - 1, index - 2].some((at) => starts.some((kind) => isParticle(kind, at, sentence)))
  )
}

const starts = ['from', 'against', 'than'] as const

/** Whether a level is what something moved to. */
function isMovedTo(index: number, sentence: Sentence): boolean {
  return (
    isParticle('to', index - 1, sentence) &&
    sentence.words.some(
      ({ meaning, first }) =>
        movements.test(meaning) && first < index && sentence.clauseOf[first] === sentence.clauseOf[index],
    )
  )
}

/** In May: of the year up to now, without a year; also beside another named part, from {it} in April to {another}. */
function isPartNamed(period: Period, sentence: Sentence): boolean {
  const ago = monthsBetween(period, sentence.dataset.report.period)
  return ago >= 0 && ago < 12 && (namesPart(sentence.text, period) || namedParts(sentence).length > 0)
}

/** Levels of another time than words for so long ago, {2023's} a year earlier; past levels for now: now {2024's}. */
export function misdatedFigures(sentence: Sentence): Misnamed[] {
  return [...agoFigures(sentence), ...nowFigures(sentence), ...foreseenFigures(sentence)]
}

/** What is foreseen of other years than the words right beside it say: {2027’s} this year, {2026’s} next year. */
function foreseenFigures(sentence: Sentence): Misnamed[] {
  const { tokens, dataset } = sentence
  const yearsAhead = (at: number): number | undefined => {
    const isPhrase = [at, at + 1].some((one) => isParticle('year', one, sentence))
    const ahead = (['today', 'next'] as const).findIndex((kind) =>
      [at, at + 1].some((one) => isParticle(kind, one, sentence)),
    )
    return isPhrase && ahead >= 0 && !tokens[at]?.figure && !tokens[at + 1]?.figure ? ahead : undefined
  }
  return figuresIn(sentence).flatMap((index) => {
    const figure = tokenFigure(sentence, index)?.observation
    if (figure?.status !== 'forecast') return []
    const first = [index + 1, index - 2, index - 3].find((at) => yearsAhead(at) !== undefined)
    const ahead = yearsAhead(first ?? -1)
    if (first === undefined || ahead === undefined) return []
    const years = [dataset.report.period, dataset.report.released].map((one) => String(Number(periodYear(one)) + ahead))
    if (years.includes(periodYear(figure.period))) return []
    return [{ first, end: first + 2, figure, named: years.at(-1) ?? '' }]
  })
}

function agoFigures(sentence: Sentence): Misnamed[] {
  const { tokens, words, start: from, dataset } = sentence
  const { period: now, released } = dataset.report
  // Reading times takes long.
  if (!words.some(({ meaning }) => meaning === 'earlier')) return []
  const named = namedPeriods(sentence).map(({ period }) => period)
  const times = [now, ...observationsAt(sentence).map(({ period }) => period), ...named]
  return getBases(sentence).flatMap(({ start, end, base }) => {
    const first = tokens.findIndex((token) => token.end > from + start)
    const last = tokens.findLastIndex((token) => token.start < from + end)
    const isAgo = words.some((word) => word.meaning === 'earlier' && word.first <= last && word.end > first)
    if (!isAgo || !('months' in base || 'periodBefore' in base)) return []
    const months = 'months' in base ? base.months : base.periodBefore
    const figure = tokenFigure(sentence, levelBeside(first, last, sentence))?.observation
    const isThen = (time: string) => figure && monthsBetween(figure.period, time) === months
    // Inflation, by the month in a quarterly report: before its own last.
    const latest = figure && findObservation(dataset, figure.series)?.period
    // Last year or month may be the one before the report came out; 上年 is the one before the report's own.
    const isLast =
      sentence.language !== 'zh' &&
      figure?.period === now &&
      'periodBefore' in base &&
      shiftPeriod(now, months) === periodLike(now, released)
    if (!figure || isLast || [...times, ...(latest ? [latest] : [])].some(isThen)) return []
    return [{ first, end: last + 1, figure, named: shiftPeriod(now, -months) ?? '' }]
  })
}

/** Right before such words, with a noun between or none; right after them; or soon after where they open a clause. */
function levelBeside(first: number, last: number, sentence: Sentence): number {
  const { tokens, words } = sentence
  const isLevel = (at: number) => tokenFigure(sentence, at)?.observation.measure === 'value'
  const isNoun = (at: number) =>
    /^\p{L}/u.test(tokens[at]?.text ?? '') &&
    !isParticle('article', at, sentence) &&
    !words.some(({ end }) => end === at + 1)
  const isOpening = first === 0 || /^[;:,，；：]$/.test(tokens[first - 1]?.text ?? '')
  const opened = isOpening && /^[,，]$/.test(tokens[last + 1]?.text ?? '') ? last + 1 : last
  const after = tokens.findIndex(({ text, figure }, at) => at > opened && (figure || /^[;:,，；：]$/.test(text)))
  const isNext = tokens.slice(last + 1, after).every(({ text }) => /^(?:’s|s|’|的)$/.test(text))
  if (isLevel(first - 1)) return first - 1
  if (isLevel(after) && (isNext || (isOpening && after - opened <= 8))) return after
  return isNoun(first - 1) && isLevel(first - 2) ? first - 2 : -1
}

/** A level right after now and a verb of being, of which a later one is known. */
function nowFigures(sentence: Sentence): Misnamed[] {
  const { tokens, words, dataset } = sentence
  const isVerb = (at: number) =>
    words.some(({ meaning, first, end }) => meaning === 'verb' && first <= at && at < end) ||
    isParticle('to', at, sentence)
  return figuresIn(sentence).flatMap((index) => {
    const figure = tokenFigure(sentence, index)?.observation
    const from = particlesIn('today', sentence).findLast((at) => at < index) ?? -1
    const isNow = from >= 0 && tokens.slice(from + 1, index).every((_, at) => isVerb(from + 1 + at))
    const current = figure?.measure === 'value' ? findObservation(dataset, figure.series) : undefined
    return isNow && figure && current && current.period !== figure.period
      ? [{ first: from, end: index, figure, named: current.key }]
      : []
  })
}

/** Things of which a sentence says only that there are none while the dataset has some: There were no accidents. */
export function deniedFigures(sentence: Sentence): Untrue[] {
  const { names, tokens, dataset } = sentence
  return names.flatMap(({ indicators: [id, ...others], first, end }) => {
    const after = tokens[end]?.text ?? '.'
    const isDenied = isParticle('none', first - 1, sentence) && /^[.;,:!?]$/.test(after) && isBeing(first - 2, sentence)
    const figure =
      isDenied && others.length === 0 ? dataset.observations.get(`${id}@${dataset.report.period}`) : undefined
    return figure && !figure.quantity.value.isZero() ? [{ first: first - 1, end, figure }] : []
  })
}

/**
 * Figures called final where those of the time are provisional, or provisional where none of it is and others are,
 * by a sentence about figures as such: the figures for June are final.
 */
export function misstatedStatus(sentence: Sentence): Untrue[] {
  const { words, names, clauseOf, dataset } = sentence
  const said = (['final', 'provisional'] as const).flatMap((kind) =>
    particlesIn(kind, sentence).map((at) => ({ kind, at, data: dataBefore(at, sentence) })),
  )
  const [{ kind, at, data } = { kind: 'final', at: 0, data: -1 }, ...others] = said
  const isOpen = words.some(
    ({ meaning, first }) => /^(?:open|not)$/.test(meaning) && first < at && clauseOf[first] === clauseOf[at],
  )
  if (data < 0 || others.length > 0 || isOpen) return []
  const times = namedPeriods(sentence).map(({ period }) => period)
  const isOfTime = ({ period }: Observation) =>
    times.length === 0 ? period === dataset.report.period : times.some((time) => isNamedBy(period, time))
  const levels = [...dataset.observations.values()].filter(
    ({ indicator, status, measure }) =>
      measure === 'value' && status !== 'derived' && names.every(({ indicators }) => indicators.includes(indicator)),
  )
  const here = levels.filter(isOfTime)
  const isProvisional = ({ status }: Observation) => status === 'provisional'
  const isTold = kind === 'final' || (levels.some(isProvisional) && !here.some(isProvisional))
  const figure = here.find((level) => isProvisional(level) === (kind === 'final'))
  return isTold && figure ? [{ first: data, end: at + 1, figure }] : []
}

/** Where a sentence speaks of figures right before what it says that they are; −1 where it does not. */
function dataBefore(at: number, sentence: Sentence): number {
  const data = particlesIn('data', sentence).findLast((one) => one < at && at - one <= 8) ?? -1
  return sentence.tokens.slice(data, at).some(({ text, figure }) => figure || /^[,，;；:：]$/.test(text)) ? -1 : data
}

/** Whether nothing stands before a place in its clause, or a form of being. */
function isBeing(index: number, sentence: Sentence): boolean {
  const before = sentence.tokens[index]?.text
  return before === undefined || /^[.;,:]$/.test(before) || isParticle('be', index, sentence)
}

/** Parts that are larger than the whole that the sentence says they are of: of the {a} in debt, {b}; {b} of the {a}. */
export function oversizedParts(sentence: Sentence): Untrue[] {
  const { tokens } = sentence
  const isNoun = (from: number, to: number) => tokens.slice(from, to).every(({ text }) => /^\p{L}/u.test(text))
  const figures = figuresIn(sentence)
  return figures.flatMap((at, order) => {
    const next = figures[order + 1]
    if (next === undefined) return []
    const isOpening = at <= 3 && isParticle('out-of', 0, sentence) && isNoun(0, at)
    const isOf = next - at <= 4 && isParticle('part-of', next - 1, sentence) && isNoun(at + 1, next)
    const isOfThe = isParticle('article', next - 1, sentence) && isParticle('part-of', next - 2, sentence)
    if (isOpening) return larger(next, at, sentence)
    return isOf || (isOfThe && next - at <= 5 && isNoun(at + 1, next)) ? larger(at, next, sentence) : []
  })
}

function larger(part: number, whole: number, sentence: Sentence): Untrue[] {
  const [a, b] = [part, whole].map((at) => tokenFigure(sentence, at)?.observation)
  if (a?.measure !== 'value' || b?.measure !== 'value') return []
  const isOne = a.quantity.unit === b.quantity.unit && a.quantity.unit !== 'percent' && a.period === b.period
  return isOne && a.quantity.value.gt(b.quantity.value)
    ? [{ first: Math.min(part, whole), end: Math.max(part, whole) + 1, figure: a }]
    : []
}
