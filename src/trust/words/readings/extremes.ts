import {
  areAlike,
  comparePeriods,
  isNamedBy,
  parsePeriod,
  periodEnd,
  periodStart,
  periodYear,
} from '../../../dataset/figure/period.ts'
import { observationKey } from '../../../dataset/figure/reference.ts'
import { movedAlong } from '../../../dataset/figure/shift-period.ts'
import { isPercentage } from '../../../dataset/figure/unit/unit.ts'
import { findObservation, getObservations } from '../../../dataset/find.ts'
import type { Dataset, Observation, Period } from '../../../dataset/types.ts'
import { earlier } from '../../../document/claim/history.ts'
import { lexicons } from '../../../locale/words/lexicons.ts'
import { inYearOf } from '../../evidence/mention-period.ts'
import { unitMonths } from '../bases.ts'
import type { Name } from '../names.ts'
import { namedParts, partsNamedIn } from '../others/mistimed.ts'
import { countSaid, isOrdinal, isParticle, particlesIn } from '../particles.ts'
import { entries, type Word } from '../read-words.ts'
import {
  figuresIn,
  isOfNow,
  isPlain,
  namedPeriods,
  observationsAt,
  type Sentence,
  tokenFigure,
  wordAt,
} from '../sentences.ts'
import { getIs, isAmountAt, isCalled, movements, seriesInCategory } from '../tie-figures.ts'
import { sinceBeside, sinceOpening } from './since.ts'
import { type ClaimText, getLevel, getLists, getSize, isOwnChange, neutralOf, type Reading } from './word-claims.ts'

/** What an extreme may be one of; without those printed alike: the largest in the two oldest groups, at {it} each. */
export function extremeReadings(word: Word, figure: Observation | undefined, sentence: Sentence): Reading[] {
  const readings = getExtremes(word, figure, sentence)
  const { observations } = sentence.dataset
  const isEach = sentence.words.some(({ meaning, first }) => meaning === 'all' && tokenFigure(sentence, first - 1))
  const isLike = (key: string) => observations.get(key)?.quantity.value.eq(figure?.quantity.value ?? 0)
  return isEach ? readings.map((claims) => claims.filter((claim) => !isLike(String(claim[2])))) : readings
}

/** What an extreme may be one of: members of a list by level, growth or gain, or the level's own history. */
function getExtremes(word: Word, figure: Observation | undefined, sentence: Sentence): Reading[] {
  const { dataset } = sentence
  const followed = followedClaims(word, sentence)
  // The next most frequent: of whatever was named before it.
  if (isParticle('next', word.first - 1, sentence)) return nextReadings(word, followed, figure, sentence)
  if (followed) return [followed]
  if (!figure) return []
  // Was the main reason in {it} of cases: of each case, not of all.
  const at = figuresIn(sentence).find((one) => tokenFigure(sentence, one)?.observation === figure) ?? 0
  const isAside = /^[,，]$/.test(sentence.tokens[at - 2]?.text ?? '')
  const isOfCases = isParticle('in', at - 1, sentence) && isParticle('part-of', at + 1, sentence)
  if (at >= word.end && isOfCases && !isAside) return []
  if (sentence.language === 'en' && isNarrowed(word, figure, sentence)) return []
  const level = getLevel(dataset, figure)
  const since = periodAfter(word, sentence)
  const leftOut = leftOutOf(sentence)
  const lists = getLists(figure, along(word, figure, sentence), dataset).map((list) =>
    withoutThese(list, leftOut, figure),
  )
  const ofLists = () => lists.flatMap((list) => listReadings(word, figure, list, sentence))
  const isPace = /^(?:fast|slow)est$/.test(word.meaning)
  // The slowest growth on record, as since a time: against what was before it.
  const isEver = isPace && isMoveAt(word.end, sentence) && isOfHistory({ ...word, meaning: 'largest' }, sentence)
  const paces = isPace && (isEver || since) ? stepsLike(figure, dataset, since) : []
  if (paces.length > 0) return [beyondSteps(word.meaning === 'fastest' ? 'largest' : 'smallest', figure, paces)]
  if (level && since !== undefined && isPace) {
    const mark = isOwnChange(level, dataset) ? 0 : neutralOf(level.indicator, dataset)
    // Grew at the fastest rate since July: of what is a pace itself.
    if (mark === undefined) return ofLists()
    const isTop = (word.meaning === 'fastest') === level.quantity.value.gte(mark)
    return [sincePeriod(isTop ? 'largest' : 'smallest', level, since, dataset)]
  }
  if (level && since !== undefined && !movementNear(word, sentence)) {
    // The lowest level: of one of several regions, in its own time or among them.
    const isPart = since === '' && Object.keys(figure.categories).length > 0
    const ofOthers = isPart ? ofLists() : []
    const isOfOthers = ofOthers.length > 0 && isAmountOfThing(word, sentence)
    return isOfOthers ? ofOthers : [sincePeriod(word.meaning, level, since, dataset), ...ofOthers]
  }
  if (level && isOfSpan(word, level, sentence))
    return [beyond(word.meaning, level, othersWithin(word, level, '', sentence))]
  // A rise of {rate}, the largest since 2021: against the steps after that.
  const steps = since ? stepsLike(figure, dataset, since) : []
  if (steps.length > 0) return [beyondSteps(word.meaning, figure, steps)]
  if (level && isOfYear(word, level, sentence))
    return [
      beyond(
        word.meaning,
        level,
        earlier(dataset, level).filter(({ period }) => periodYear(period) === periodYear(level.period)),
      ),
    ]
  // {now}, the highest in four years and above the {then} of 2023.
  const latest = level && getLatest(level, sentence)
  const later = level && latest && comparePeriods(latest.period, level.period) > 0 ? [latest] : []
  const ends = level && isOfHistory(word, sentence) ? [level, ...later] : []
  const ofHistory = ends.flatMap((end) => stepReadings(word, figure, end, sentence))
  const isOfTime = level && word.end - word.first === 1 && levelsAtItsTime(word, level, sentence).includes(level)
  const past = level && isOfTime ? [sincePeriod(word.meaning, level, '', dataset)] : []
  const isAmongOthers =
    sentence.lists.length > 0 || Object.keys(figure.categories).length > 0 || movementNear(word, sentence)
  return [...ofHistory, ...past, ...(ofHistory.length > 0 && !isAmongOthers ? [] : ofLists())]
}

/** The most important foreign market: of those that are called so, of which nobody knows which they are. */
function isNarrowed({ end }: Word, { indicator }: Observation, sentence: Sentence): boolean {
  const isNoun =
    /^\p{L}/u.test(sentence.tokens[end + 1]?.text ?? '') &&
    !isPlain(end + 1, sentence) &&
    !isParticle('from', end + 1, sentence)
  const called = sentence.calledBy[end] ?? []
  const isThing = sentence.things.some((one) => one.first <= end && end < one.end)
  return isNoun && called.length > 0 && !called.includes(indicator) && !isThing
}

/** The lists that a sentence names; of two, the one along which it is the most: the roadside had the highest. */
function along(
  { first, end }: Word,
  { categories }: Observation,
  sentence: Sentence,
): Pick<Name, 'indicators' | 'dimension'>[] {
  const { lists, things } = sentence
  const all = Object.keys(categories)
  if (all.length < 2 || lists.some(({ dimension = '' }) => all.includes(dimension))) return [...lists]
  const isLed = (at: number) => (['in', 'to', 'apart'] as const).some((kind) => isParticle(kind, at, sentence))
  const named = things.flatMap((one) => (one.category ? { ...one, ...one.category } : []))
  const place = named.find(
    (one) =>
      one.first >= end && one.first - end <= 3 && [end, one.first - 1, one.first].some((at) => at >= end && isLed(at)),
  )
  const [subject, ...others] = named.filter((one) => one.end <= first)
  const own = place ?? (others.length === 0 ? subject : undefined)
  return (own ? [own.dimension] : all).map((dimension) => ({ indicators: [], dimension }))
}

/** One place or more below the most, or above the least, with what follows it. */
function nextReadings(
  { meaning }: Word,
  followed: Reading | undefined,
  figure: Observation | undefined,
  { lists, dataset }: Sentence,
): Reading[] {
  const [list] = figure ? getLists(figure, lists, dataset) : []
  const size = list?.split(' ').length ?? 0
  const own: Reading = figure && list ? [['rank', list, figure.series, isTop(meaning) ? 1 : size]] : []
  const row = followed ?? own
  const steps = Array.from({ length: Math.max(0, size - row.length) }, (_, step) =>
    isTop(meaning) ? step + 1 : -1 - step,
  )
  return steps.map((step) => row.map((claim): ClaimText => [...claim.slice(0, 3), Number(claim[3]) + step]))
}

/** A place among the members of a list, or in a level's own history: the second-lowest in the series. */
export function rankReadings(word: Word, tied: Observation | undefined, sentence: Sentence): Reading[] {
  const { rank = 1 } = word
  const level = tied && getLevel(sentence.dataset, tied)
  const since = sinceBeside(word, sentence)
  if (level && (since !== undefined || isOfSpan(word, level, sentence) || isOfHistory(word, sentence)))
    return [placeAmong(level, othersWithin(word, level, since ?? '', sentence), rank)]
  const peers = tied ? getPeers(tied, sentence) : []
  // What comes second may stand behind what is not printed.
  if (tied && peers.length > 0) return rank === 1 ? [peers.map((one) => ['more-than', tied.key, one.key])] : []
  return (tied ? getLists(tied, sentence.lists, sentence.dataset) : []).flatMap((list): Reading[] => {
    const size = list.split(' ').length
    const place = rank > 0 ? rank : size + 1 + rank
    const then = rankThen(place, tied, list, sentence)
    return then.length > 0 ? then : [[['rank', list, tied?.series ?? '', place]]]
  })
}

/** In 2019 it still ranked first, with {it}: its place at the time that is printed, where the sentence says which. */
export function rankThen(place: number, tied: Observation | undefined, list: string, sentence: Sentence): Reading[] {
  const now = tied && findObservation(sentence.dataset, tied.series)
  if (tied?.measure !== 'value' || now?.period === tied.period || isOfNow(sentence)) return []
  const others = list
    .split(' ')
    .flatMap((series) => sentence.dataset.observations.get(observationKey(series, 'value', tied.period)) ?? [])
    .filter(({ key }) => key !== tied.key)
  return [placeAmong(tied, others, place)]
}

/** A level's rank from the top, or from the end if below zero: so many are beyond it, and it is beyond the rest. */
function placeAmong({ key }: Observation, others: readonly Observation[], rank: number): Reading {
  const [top, rest] = rank > 0 ? (['less-than', 'more-than'] as const) : (['more-than', 'less-than'] as const)
  const ordered = others.toSorted((a, b) => b.quantity.value.cmp(a.quantity.value) * Math.sign(rank))
  return ordered.map((other, at) => [at < Math.abs(rank) - 1 ? top : rest, key, other.key])
}

/** Other printed things of the same category, which is not named: money comes first, then goods. */
function getPeers({ indicator, categories, measure, quantity }: Observation, sentence: Sentence): Observation[] {
  const own = Object.entries(categories)
  const isNamed = sentence.things.some(({ category }) => own.some(([, one]) => one === category?.category))
  const isPeer = (one: Observation) =>
    one.indicator !== indicator &&
    one.measure === measure &&
    one.quantity.unit === quantity.unit &&
    own.every(([dimension, category]) => one.categories[dimension] === category)
  return own.length === 0 || isNamed ? [] : observationsAt(sentence).filter(isPeer)
}

/** The things that a sentence leaves out: the largest after the EU. */
function leftOutOf(sentence: Sentence): Name[] {
  // More than any region other than the capital.
  const isOther = (at: number) => isParticle('than', at, sentence) && isParticle('residual', at - 1, sentence)
  return sentence.things.filter(({ first }) =>
    [first - 1, first - 2].some((at) => isParticle('left-out', at, sentence) || isOther(at)),
  )
}

function withoutThese(list: string, leftOut: readonly Name[], { series }: Observation): string {
  const isLeftOut = (member: string) => member !== series && leftOut.some((name) => isCalled(member, name))
  return list
    .split(' ')
    .filter((member) => !isLeftOut(member))
    .join(' ')
}

function listReadings(word: Word, tied: Observation, list: string, sentence: Sentence): Reading[] {
  const { dataset } = sentence
  const { meaning } = word
  const near = movementNear(word, sentence)
  // The largest increase, from {a} to {b}: that of the later.
  const figure = near ? getLatest(tied, sentence) : tied
  const top = topReadings(word, figure, list, sentence)
  if (top.length > 0) return top
  // The largest change of all, whichever way.
  if (!near && isParticle('either-way', word.end, sentence)) return sizesOfChange(word, figure, list, dataset)
  const row = getRow(figure, sentence)
  if (row.length > 1 && !near && figure.measure === 'value') return [rowClaims(word, row, list)]
  const ofLevels: Reading = [[meaning, list, figure.series]]
  const ofThen = !near && isTop(meaning) ? rankThen(1, figure, list, sentence) : []
  const isFall = figure.measure !== 'value' && figure.quantity.value.isNegative()
  const way = near ?? improvement(word, figure, sentence) ?? (isFall ? 'down' : undefined)
  // Goods rose by {it}, more than the others: what it rose by is a change itself.
  const isBy = figuresIn(sentence).some(
    (at) => tokenFigure(sentence, at)?.observation === figure && figure.measure === 'value' && isAmountAt(at, sentence),
  )
  if (way && (isBy || isOwnChange(figure, dataset))) return ofOwnChange(word, way, figure, list, dataset)
  const isPace = meaning === 'fastest' || meaning === 'slowest'
  const isMost = (meaning === 'largest' || meaning === 'fastest') === (way !== 'down')
  // Rose most over a time of its own: against the others over the same.
  if (figure.measure !== 'value' && figure.period !== dataset.report.period)
    return [changesLike(isMost ? 'more-than' : 'less-than', figure, list)]
  // The steepest decline: of all the one that goes furthest down.
  if (isPace && way === 'down' && getLevel(dataset, figure)?.period === figure.period)
    return [
      [[meaning === 'fastest' ? 'slowest' : 'fastest', list, figure.series]],
      ...(figure.measure === 'rate'
        ? []
        : [changeClaims(meaning === 'fastest' ? 'less-than' : 'more-than', figure, list)]),
    ]
  const ofSpan = isPace ? spanClaims(meaning, figure, list, sentence) : undefined
  if (ofSpan) return [ofSpan]
  const ofRate = figure.quantity.unit === 'percentage-points' ? [] : [ofLevels]
  if (isPace && figure.measure === 'change')
    return [...ofRate, changeClaims(meaning === 'fastest' ? 'more-than' : 'less-than', figure, list)]
  if (isPace && figure.measure === 'value' && figure.quantity.unit === 'percent')
    return [
      ofLevels,
      near
        ? changeClaims(isMost ? 'more-than' : 'less-than', figure, list)
        : [[meaning === 'fastest' ? 'largest' : 'smallest', list, figure.series]],
    ]
  // Am stärksten wuchs A, um {by}: by its rate or by what is printed.
  const ofAmount = figure.measure === 'change' ? [changeClaims(isMost ? 'more-than' : 'less-than', figure, list)] : []
  if (isPace) return [ofLevels, ...ofAmount]
  // Fell from {a} to {b}, more than in any other group: either may be meant.
  const isMoved = figure.measure === 'value' && isMoreThanOthers(word, sentence) && movedBefore(word, sentence)
  if (isMoved) {
    const ofChange = changeClaims(isMoved === 'up' ? 'more-than' : 'less-than', figure, list)
    return meaning === 'largest' ? [ofChange, ofLevels] : [ofLevels]
  }
  if (!way && figure.measure === 'value') return ofThen.length > 0 ? ofThen : [ofLevels]
  if (figure.period !== getLevel(dataset, figure)?.period) return []
  const since = sinceBeside(word, sentence) ?? sinceOpening(sentence)
  const ofChanges = changeClaims(isMost ? 'more-than' : 'less-than', figure, list, since)
  // The largest decline since 1990 ({rate}): of rates, or of how much it was.
  const ofLike = figure.measure === 'rate' ? [changesLike(isMost ? 'more-than' : 'less-than', figure, list)] : []
  if (since !== undefined) return [...ofLike, ofChanges]
  const ofRates: Reading = [[isMost ? 'fastest' : 'slowest', list, figure.series]]
  if (figure.measure === 'rate') return [ofRates]
  if (figure.measure === 'change') return [ofChanges]
  return isPercentage(figure.quantity.unit) ? [ofChanges] : [ofChanges, ofRates]
}

/** One of the two largest, one of the two largest increases: any of so many ranks; undefined without a number. */
function topReadings({ meaning, first, end }: Word, figure: Observation, list: string, sentence: Sentence): Reading[] {
  const { tokens, language } = sentence
  const said = tokens[first - 1]?.text ?? ''
  const count = isOrdinal(said, language) ? 0 : (countSaid(said, language) ?? 0)
  const isOne = [3, 4].some((back) => countSaid(tokens[first - back]?.text ?? '', language) === 1)
  if (count < 2 || !isOne) return []
  const members = list.split(' ')
  const isOfStep = sentence.words.some((word) => word.first === end && /^(?:up|down)$/.test(word.meaning))
  const ranked = (series: string) => (isOfStep ? observationKey(series, 'change', figure.period) : series)
  const isFromTop = isTop(meaning) || meaning === 'fastest'
  return Array.from({ length: count }, (_, at) => [
    ['rank', members.map(ranked).join(' '), ranked(figure.series), isFromTop ? at + 1 : members.length - at],
  ])
}

/** The latest level that a sentence prints of what a figure is of. */
export function getLatest(figure: Observation, sentence: Sentence): Observation {
  const all = observationsAt(sentence).filter(({ series, measure }) => series === figure.series && measure === 'value')
  const [latest = figure] = [figure, ...all].toSorted((a, b) => comparePeriods(b.period, a.period))
  return figure.measure === 'value' ? latest : figure
}

/** A figure with those of other categories that follow it in a list: in A ({a}), B ({b}) and C ({c}). */
function getRow(figure: Observation, sentence: Sentence): readonly Observation[] {
  const { tokens, things } = sentence
  const isSmall = (at: number) =>
    /^[(),（），、]$/.test(tokens[at]?.text ?? '') ||
    isParticle('and', at, sentence) ||
    isParticle('article', at, sentence) ||
    things.some(({ category, first, end }) => category && first <= at && at < end)
  const own = figuresIn(sentence).find((at) => tokenFigure(sentence, at)?.observation === figure) ?? tokens.length
  // A ({a}) and B ({b}) had the highest: from the first of them.
  const isJoined = (at: number) => tokens.slice(at, own).every((token, after) => token.figure || isSmall(at + after))
  const start = figuresIn(sentence).find((at) => at <= own && isJoined(at)) ?? own
  const stop = tokens.findIndex((token, at) => at > start && !token.figure && !isSmall(at))
  const row = figuresIn(sentence).filter((at) => at >= start && (stop < 0 || at < stop))
  const isNamed = (at: number) =>
    things.some((name) => getIs(at, name, sentence) && at - name.end <= 1 && name.end <= at)
  const isOne = ({ indicator, measure }: Observation) => indicator === figure.indicator && measure === figure.measure
  return observationsAt(
    sentence,
    row.filter((at) => at === start || isNamed(at)),
  ).filter(isOne)
}

/** The highest are A, B and C, in whatever order: each above all others. */
function rowClaims({ meaning }: Word, row: readonly Observation[], list: string): Reading {
  const named = row.map(({ series }) => series)
  const sign = isTop(meaning) ? 1 : -1
  const [edge] = row.toSorted((a, b) => a.quantity.value.cmp(b.quantity.value) * sign)
  const others = list.split(' ').filter((member) => !named.includes(member))
  return others.map((member) => [isTop(meaning) ? 'more-than' : 'less-than', edge?.series ?? '', member])
}

/** Highest in A, followed by B ({b}) and C ({c}): each in its place; undefined where nothing follows. */
export function followedClaims(word: Word, sentence: Sentence): Reading | undefined {
  const at = particlesIn('followed', sentence).find((one) => one >= word.end)
  const next = at === undefined ? undefined : figuresIn(sentence).find((one) => one > at)
  // Where no figure stands, those of the one thing that is named.
  const [id, ...others] = new Set(sentence.names.flatMap(({ indicators }) => indicators))
  const isBare = at !== undefined && figuresIn(sentence).length === 0 && others.length === 0
  const bare = sentence.things.flatMap(({ category, first }) =>
    isBare && category && first > at ? (findObservation(sentence.dataset, `${id}[${category.category}]`) ?? []) : [],
  )
  // The largest deficit is the lowest balance.
  const isSigned = bare.some(({ quantity }) => quantity.value.isNegative())
  const second = tokenFigure(sentence, next ?? -1)?.observation ?? (isSigned ? undefined : bare[0])
  const places = sentence.things.filter((one) => one.category && one.first < (at ?? 0))
  const first = (places.find((one) => one.first >= word.end) ?? places.at(-1))?.category
  const isTwice = second && Object.keys(second.categories).length > 1
  const listed = first && isTwice ? [{ indicators: [], dimension: first.dimension }] : sentence.lists
  const [list] = second?.measure === 'value' ? getLists(second, listed, sentence.dataset) : []
  if (!second || !first || !list) return undefined
  const size = list.split(' ').length
  const all = [
    seriesInCategory(second.indicator, first, sentence, second),
    ...(isBare ? bare : getRow(second, sentence)).map(({ series }) => series),
  ]
  return all.map((series, place) => ['rank', list, series, isTop(word.meaning) ? place + 1 : size - place])
}

/** Ranged from {a} in X to {b} in Y: the least and the most of their list, whichever comes first. */
export function rangeReadings({ first, end }: Word, sentence: Sentence): Reading[] {
  const figures = figuresIn(sentence)
  const [a, b] = observationsAt(sentence, [
    ...figures.filter((at) => at >= end).slice(0, 2),
    ...figures.filter((at) => at < first).slice(-2),
  ])
  const [list] =
    a && b && a.series !== b.series && a.indicator === b.indicator ? getLists(a, sentence.lists, sentence.dataset) : []
  if (!a || !b || !list) return []
  const between = (low: Observation, high: Observation): Reading => [
    ['smallest', list, low.series],
    ['largest', list, high.series],
  ]
  return [between(a, b), between(b, a)]
}

/** The sharpest decline, the largest increase in seven quarters, of levels that are changes: of the list or before. */
function ofOwnChange(
  { meaning }: Word,
  way: 'up' | 'down',
  figure: Observation,
  list: string,
  dataset: Dataset,
): Reading[] {
  const isTop = (meaning === 'largest' || meaning === 'fastest') === (way === 'up')
  const side = isTop ? 'largest' : 'smallest'
  return [[[side, list, figure.series]], sincePeriod(side, figure, '', dataset)]
}

/** The step between two printed levels against others': the young have deserted it fastest, from {a} to {b}. */
function spanClaims(
  meaning: Word['meaning'],
  { series, measure }: Observation,
  list: string,
  sentence: Sentence,
): Reading | undefined {
  const [from, to] = observationsAt(sentence).filter((one) => one.series === series && one.measure === 'value')
  if (measure !== 'value' || !from || !to || from.quantity.unit !== 'percent') return undefined
  const [high, low] = from.quantity.value.gt(to.quantity.value) ? [from, to] : [to, from]
  const step = (member: string) => [high, low].map(({ period }) => observationKey(member, 'value', period)).join(' - ')
  const others = list.split(' ').filter((member) => member !== series)
  return others.map((member) => [meaning === 'fastest' ? 'more-than' : 'less-than', step(series), step(member)])
}

/** A change against that of each other member, from a time where one is given. */
export function changeClaims(
  rule: 'more-than' | 'less-than',
  { series, period, key }: Observation,
  list: string,
  since?: Period,
): Reading {
  // Adding {by} since 2025: over the time that is printed.
  const [printed = period] = /[^@]*\.\.[^@]*$/.exec(key) ?? []
  const of = (member: string) => observationKey(member, 'change', since ? `${since}..${period}` : printed)
  const others = list.split(' ').filter((member) => member !== series)
  return others.map((member) => [rule, of(series), of(member)])
}

/** How far something went, up or down, against how far each other member did. */
function sizesOfChange({ meaning }: Word, { series, period }: Observation, list: string, dataset: Dataset): Reading[] {
  const sizeAt = (member: string) => {
    const change = findObservation(dataset, observationKey(member, 'change', period))
    return change && getSize(change)
  }
  const others = list.split(' ').filter((member) => member !== series)
  const [own, ...sizes] = [series, ...others].map(sizeAt)
  const rule = isTop(meaning) ? 'more-than' : 'less-than'
  return [own ? sizes.flatMap((size): ClaimText[] => (size ? [[rule, own, size]] : [])) : []]
}

/** A change or rate against that of each other member from the same time to the same. */
function changesLike(rule: 'more-than' | 'less-than', { key, series }: Observation, list: string): Reading {
  const others = list.split(' ').filter((member) => member !== series)
  return others.map((member) => [rule, key, key.replace(series, member)])
}

/** Above, or below, all that was before, or since a time; of two times alone, the one before. */
export function historyClaims(meaning: Word['meaning'], level: Observation, dataset: Dataset, since?: Period): Reading {
  if (since !== undefined || earlier(dataset, level).length === 1)
    return sincePeriod(meaning, level, since ?? '', dataset)
  return [[isTop(meaning) ? 'record' : 'lowest', level.key]]
}

function isTop(meaning: Word['meaning']): boolean {
  return meaning === 'largest' || meaning === 'record'
}

/** The busiest month, le mois le plus chargé: a time as long as the level’s, beside an extreme. */
function isOfSpan({ first, end, meaning }: Word, { period }: Observation, sentence: Sentence): boolean {
  const isOfLevels = meaning === 'largest' || meaning === 'smallest' || meaning === 'rank'
  // The largest of any quarter.
  const after = isParticle('of', end, sentence) ? [end + 2] : []
  const at = [end, first - 1, first - 2, first + 1, ...after].find((one) => isParticle('span', one, sentence))
  const months = at === undefined ? 0 : unitMonths(sentence.tokens[at]?.text ?? '', sentence.language)
  return isOfLevels && parsePeriod(period)?.length === `P${months}M`
}

/** Ever, in the series, of any quarter to date, but in no name (les 65 ans et plus); in Chinese before it: 近三年最短. */
function isOfHistory({ meaning, first, end }: Word, sentence: Sentence): boolean {
  const { words, tokens, clauseOf, things, lists } = sentence
  // Premier motif d’entrée: of those that are listed.
  if (lists.some((list) => first < list.first && list.first < end)) return false
  if (meaning !== 'largest' && meaning !== 'smallest' && meaning !== 'rank') return false
  const isHan = /\p{Script=Han}/u.test(tokens[first]?.text ?? '')
  // 五年来最高, 五年来的最高水平
  const before = isHan && isParticle('of', first - 1, sentence) ? first - 2 : first - 1
  const isNear = (at: number) => (isHan ? at === before : clauseOf[at] === clauseOf[first])
  const isNamed = (at: number) => things.some((name) => name.first <= at && at < name.end)
  return (
    words.some((word) => word.meaning === 'ever') ||
    particlesIn('history', sentence).some((at) => isNear(at) && !isNamed(at))
  )
}

/** The levels of then: unemployment was highest in the second quarter, at {it}; it peaked then and is {another} now. */
export function levelsAtItsTime({ end }: Word, { series, period: of }: Observation, sentence: Sentence): Observation[] {
  const named = isParticle('in', end, sentence)
    ? [...namedPeriods(sentence), ...namedParts(sentence)].find(({ first }) => first === end + 1)
    : undefined
  if (!named) return []
  const then = named.isPart ? inYearOf(of, named.period) : named.period
  return getObservations(sentence.dataset, series).filter(
    (one) => one.measure === 'value' && isNamedBy(one.period, then),
  )
}

/**
 * Changes or rates beside one, the same way: to each earlier level after a time, over as long a time;
 * where there are none, from each level to the next.
 */
function stepsLike(figure: Observation, dataset: Dataset, after: Period | '' = ''): string[] {
  const { measure, series, since = null, period: now } = figure
  const level = getLevel(dataset, figure)
  if (measure === 'value' || since === null || level?.period !== now) return []
  const before = earlier(dataset, level)
  const isLast = since === before.at(-1)?.period
  const alike = before.map(({ period }) => before.find((one) => one.period === movedAlong(period, now, since)))
  const starts = isLast && !alike.some((one) => one) ? [undefined, ...before] : alike
  return before.flatMap(({ period, quantity }, at) => {
    const from = starts[at]
    const isSameWay = from && quantity.value.cmp(from.quantity.value) === figure.quantity.value.cmp(0)
    const isAfter = after === '' || periodStart(period) > periodEnd(after)
    return isSameWay && isAfter ? observationKey(series, measure, period, from.period) : []
  })
}

/** A change or rate beyond others like it, up or down as it is. */
function beyondSteps(meaning: Word['meaning'], { key, quantity }: Observation, steps: readonly string[]): Reading {
  const side = isTop(meaning) === quantity.value.gt(0) ? 'more-than' : 'less-than'
  return steps.map((step) => [side, key, step])
}

/** The last step against all of its direction: the smallest rise in the series; after an and, the level too. */
function stepReadings(word: Word, figure: Observation, level: Observation, sentence: Sentence): Reading[] {
  const { first, end, meaning } = word
  const { words, tokens, dataset } = sentence
  // What was the longest in a year before was so of all.
  const ofLevel = sincePeriod(meaning, level, '', dataset)
  const isHan = /\p{Script=Han}/u.test(tokens[first]?.text ?? '')
  const next = words.find((other) => other.first === end && isUpOrDown(other))
  const like = stepsLike(figure, dataset)
  if (figure.measure !== 'value' && !next && isOfMove(word, sentence))
    return like.length > 0 ? [beyondSteps(meaning, figure, like)] : []
  const way = next?.meaning ?? (like.length > 0 ? movementNear(word, sentence) : undefined)
  if (!way || !/^(?:largest|smallest)$/.test(meaning) || end - first > (isHan ? 2 : 1)) return [ofLevel]
  const isParted = (from: number) =>
    tokens.slice(from, first).some(({ text }, at) => /^[,，]$/.test(text) || isParticle('and', from + at, sentence))
  const isOfStep = words.some(
    (other) => isUpOrDown(other) && (other.end <= first ? !isParted(other.end) : other.first - end <= 1),
  )
  const steps =
    like.length > 0
      ? beyondSteps(meaning, figure, like)
      : lastStepClaims(meaning, way === 'up' ? 1 : -1, level, dataset)
  return isOfStep ? [steps] : [steps, ofLevel]
}

/** Whether an extreme is of a change in either direction: the largest step, the largest annual improvement, 缩小最多. */
function isOfMove({ first, end }: Word, sentence: Sentence): boolean {
  const { words, tokens } = sentence
  const isStep = (at: number) => isParticle('step', at, sentence)
  const turns = words.filter((other) => movements.test(other.meaning) && !isUpOrDown(other))
  const isHan = /\p{Script=Han}/u.test(tokens[first]?.text ?? '')
  return (
    [end, end + 1].some((at) => isStep(at) || turns.some((turn) => turn.first === at)) ||
    (isHan && turns.some((turn) => turn.end === first)) ||
    tokens.some((token, at) => token.figure && at < first && [1, 2, 3].some((back) => isStep(at - back))) ||
    // The increase of {by} in what is counted was the smallest.
    words.some(
      (other) =>
        isUpOrDown(other) &&
        isParticle('of', other.end, sentence) &&
        tokens[other.end + 1]?.figure &&
        other.end < first,
    )
  )
}

function isUpOrDown({ meaning }: Word): boolean {
  return meaning === 'up' || meaning === 'down'
}

function lastStepClaims(meaning: Word['meaning'], sign: number, level: Observation, dataset: Dataset): Reading {
  const levels = [...earlier(dataset, level), level]
  const steps = levels.slice(1).map((one, at) => {
    const before = levels[at] ?? one
    const [high, low] = sign > 0 ? [one, before] : [before, one]
    return { size: `${high.key} - ${low.key}`, isOfWay: high.quantity.value.gt(low.quantity.value) }
  })
  const last = steps.pop()
  const others = steps.filter(({ isOfWay }) => isOfWay)
  return others.map(({ size }) => [isTop(meaning) ? 'more-than' : 'less-than', last?.size ?? '', size])
}

/** The largest number of deaths. */
function isAmountOfThing({ end }: Word, sentence: Sentence): boolean {
  const isNext = ({ category, first }: Name) => !category && first > end + 1 && first - end <= 3
  return isParticle('of', end + 1, sentence) && sentence.things.some(isNext)
}

/** Whether a word that says which way something went begins at a token. */
function isMoveAt(at: number, sentence: Sentence): boolean {
  const word = wordAt(at, sentence)
  return word !== undefined && isUpOrDown(word)
}

/** The time that an extreme is one since; of the highest number or point of all, none. */
function periodAfter(word: Word, sentence: Sentence): Period | '' | undefined {
  // The highest value of landings, which is their name.
  const isNamed = sentence.things.some(({ first }) => first === word.end)
  return sinceBeside(word, sentence) ?? (isParticle('point', word.end, sentence) && !isNamed ? '' : undefined)
}

/** An extreme of a season, against the same part of other years alone: the best third quarter since 2018, of a May. */
export function ofSeason(readings: readonly Reading[], { first, end }: Word, sentence: Sentence): Reading[] {
  const { dataset, text, language } = sentence
  const lower = text.toLowerCase()
  const isSaid = entries(lexicons[language].particles.season).some((words) => lower.includes(words))
  const isBetween = (at: number) => isParticle('apart', at, sentence) || isParticle('article', at, sentence)
  const parts = partsNamedIn(sentence).filter(
    (part) =>
      part.end > first &&
      part.first - end <= 2 &&
      sentence.tokens.slice(end, part.first).every((_, at) => isBetween(end + at)),
  )
  const isOfIt = ({ period }: Observation) =>
    isSaid || parts.some((part) => isNamedBy(period, inYearOf(period, part.period)))
  const getDay = (one: Observation | undefined) => one && periodEnd(one.period).slice(5)
  return readings.map((claims) =>
    claims.flatMap((claim): ClaimText[] => {
      const [rule, own, other] = claim
      const [level, then] = [own, other].map((key) => dataset.observations.get(String(key)))
      if (!level || !isOfIt(level)) return [claim]
      const isHistory = rule === 'record' || rule === 'lowest'
      if (isHistory)
        return beyond(
          rule,
          level,
          earlier(dataset, level).filter((one) => getDay(one) === getDay(level)),
        )
      return then?.series === level.series && getDay(then) !== getDay(level) ? [] : [claim]
    }),
  )
}

/** A level above, or below, each other one after a time, but what is only expected. */
export function sincePeriod(
  meaning: Word['meaning'],
  level: Observation,
  since: Period | '',
  dataset: Dataset,
): ClaimText[] {
  return beyond(meaning, level, othersSince(level, since, dataset))
}

/** The other levels that stand in a row with one, after a time, but for what is only expected. */
function othersSince(level: Observation, since: Period | '', dataset: Dataset): Observation[] {
  const isStock = dataset.indicators.get(level.indicator)?.type === 'stock'
  return getObservations(dataset, level.series).filter(
    ({ key, measure, period, status }) =>
      measure === 'value' &&
      key !== level.key &&
      status !== 'forecast' &&
      periodStart(period) > periodEnd(since) &&
      (isStock || areAlike(period, level.period)),
  )
}

/**
 * The other levels of a time after a word: the largest of any quarter in 2025. Else, as in the busiest month,
 * those of the report's year, where that is longer than a month and has them; else of all times.
 */
function othersWithin({ end }: Word, level: Observation, since: Period | '', sentence: Sentence): Observation[] {
  const named = namedPeriods(sentence).flatMap(({ first, period }) => (first > end ? period : []))
  const isLonger = (period: Period) => isNamedBy(level.period, period) && !areAlike(level.period, period)
  const within = [...named, sentence.dataset.report.period].filter(isLonger)
  return othersSince(level, since, sentence.dataset).filter(({ period }) =>
    within.every((one) => isNamedBy(period, one)),
  )
}

/** Above, or below, each of some other levels. */
function beyond(meaning: Word['meaning'], { key }: Observation, others: readonly Observation[]): ClaimText[] {
  return others.map((other) => [isTop(meaning) ? 'more-than' : 'less-than', key, other.key])
}

/** The highest of the year, so far this year, 今年以来最高, said of a quarter or month. */
function isOfYear({ first, end }: Word, { period }: Observation, sentence: Sentence): boolean {
  const isNow = [first - 4, first - 3, end, end + 1, end + 2].some(
    (at) => isParticle('today', at, sentence) && isParticle('year', at + 1, sentence),
  )
  // 缩小最多的一年: the year that is so, not the most of one.
  const isBefore = (at: number) => /^\p{Script=Latin}/u.test(sentence.tokens[at]?.text ?? '')
  const places = [end, end + 1].filter((at) => isParticle('of', at, sentence) && isBefore(at))
  const isOf = places.some((at) => isParticle('year', at + 1, sentence) || isParticle('year', at + 2, sentence))
  return !/^\d{4}$/.test(period) && (isNow || isOf)
}

/** More than in any other, stärker als alle anderen. */
function isMoreThanOthers({ first, end }: Word, sentence: Sentence): boolean {
  return sentence.tokens.slice(first, end).some((_, at) => at > 0 && isParticle('than', first + at, sentence))
}

/** The movement of the same clause before a word. */
function movedBefore({ first }: Word, { words, clauseOf }: Sentence): 'up' | 'down' | undefined {
  const moved = words.findLast(
    (other) => other.end <= first && clauseOf[other.first] === clauseOf[first] && /^(?:up|down)$/.test(other.meaning),
  )
  return moved?.meaning === 'up' || moved?.meaning === 'down' ? moved.meaning : undefined
}

/** Which way the strongest improvement of a figure goes, of which it is known what is good. */
function improvement({ end }: Word, { indicator }: Observation, { words, dataset: { indicators } }: Sentence) {
  const quality = words.find(({ first, meaning }) => first === end && /^(?:better|worse)$/.test(meaning))
  const good = indicators.get(indicator)?.good
  if (!quality || !good) return undefined
  return (quality.meaning === 'better') === (good === 'up') ? 'up' : 'down'
}

/** Which way the movement goes that an extreme is one of: the smallest gain, a growth that was the strongest. */
function movementNear({ first, end }: Word, sentence: Sentence): 'up' | 'down' | undefined {
  const { words, clauseOf, tokens } = sentence
  if (isParticle('point', end, sentence)) return undefined
  // Fell to {level}, the lowest since 2022: of the level, and of no movement.
  const last = figuresIn(sentence).findLast((at) => at < first)
  const isLevel = last !== undefined && tokenFigure(sentence, last)?.observation.measure === 'value'
  const isOfLevel = isLevel && !isAmountAt(last, sentence)
  // Ist auf {level} gestiegen, den höchsten Wert seit 2022.
  const isReaching = ({ first }: Word, at: number) => first === at + 1 && isParticle('to', at - 1, sentence)
  const isParted = sentence.language === 'zh' && last === undefined
  const distance = (other: Word) => (other.first >= end ? (other.first - end) * 2 : first - other.end)
  const [near] = words
    .filter((other) => other.meaning === 'up' || other.meaning === 'down')
    .filter((other) => clauseOf[other.first] === clauseOf[first] && distance(other) <= 8)
    .filter((other) => other.first >= end || !isOfLevel || (last < other.end && !isReaching(other, last)))
    // 环比增长，为8月以来最高: of the level.
    .filter((other) => !isParted || !tokens.slice(other.end, first).some(({ text }) => text === '，'))
    // Westmark, the smallest of the states, gained {by}: in an apposition of its own.
    .filter((other) => !tokens.slice(end, other.first).some(({ text }) => /^[,，]$/.test(text)))
    .toSorted((a, b) => distance(a) - distance(b))
  return near?.meaning === 'up' || near?.meaning === 'down' ? near.meaning : undefined
}
