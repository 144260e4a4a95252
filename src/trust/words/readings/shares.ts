import { isNamedBy } from '../../../dataset/figure/period.ts'
import { observationKey } from '../../../dataset/figure/reference.ts'
import { findObservation } from '../../../dataset/find.ts'
import type { Dataset, Indicator, Observation } from '../../../dataset/types.ts'
import { earlier } from '../../../document/claim/history.ts'
import { lexicons } from '../../../locale/words/lexicons.ts'
import { getBases, hasBase, unitMonths } from '../bases.ts'
import { isMedian, type Name, nameWords, seriesOfCategories, tellingWords } from '../names.ts'
import { isParticle, particlesIn, withArticle } from '../particles.ts'
import { entries, isComparison, readWords, type Word } from '../read-words.ts'
import {
  figuresIn,
  indicatorsIn,
  isOfNow,
  namedPeriods,
  observationsAt,
  observationsNamed,
  type Sentence,
  tokenFigure,
} from '../sentences.ts'
import { isRatioToNorm } from '../signed.ts'
import { isPace, movements, namedNow } from '../tie-figures.ts'
import { getTokens, type Token } from '../tokens.ts'
import { unitsAt } from '../touching.ts'
import { isWay } from '../way-said.ts'
import { comparisonBefore, opposite } from './comparison-before.ts'
import { current } from './comparisons/compared-pair.ts'
import { isOfTime } from './comparisons/comparisons.ts'
import { multipleClaims, pairOfWhole, wholeBefore } from './comparisons/multiples-compared.ts'
import { changeClaims, followedClaims, rankThen } from './extremes.ts'
import { countedClaims, isAllOf } from './groups.ts'
import { goesOnAbout, multipleOfBase, sinceClaims, timesOver } from './multiples.ts'
import { levelAtBase } from './since.ts'
import { partOfTarget, targetPair } from './targets.ts'
import {
  getLevel,
  getLists,
  getWhole,
  growthTimes,
  portionClaims,
  type Reading,
  shareClaims,
  sizeClaim,
  wholeClaim,
} from './word-claims.ts'

/** A part of a whole: half, a third, one in ten. */
export function shareReadings(word: Word, near: readonly Observation[], sentence: Sentence): Reading[] {
  const { dataset, tokens } = sentence
  // One adult in twenty is now offline, half the share of 2019 ({then}).
  const stop = tokens.findIndex(({ text, figure }, at) => at >= word.end && (figure || /^[,;，；]$/.test(text)))
  const isNow = particlesIn('today', sentence).some((at) => at >= word.end && at < stop) && !tokens[stop]?.figure
  const tied = isNow ? near.map((one) => findObservation(dataset, one.series) ?? one) : near
  const counted = countedReading(word, sentence)
  if (counted) return [counted]
  const median = word.factor === '0.5' && observationsAt(sentence).find((figure) => isMedian(figure, dataset))
  if (median) return [[['about', median.key, median.key]]]
  const ofStep = partOfStep(word, Number(word.factor), comparisonBefore(word, sentence), sentence)
  if (ofStep) return [ofStep]
  const ofTarget = partOfTarget(word, comparisonBefore(word, sentence), sentence)
  if (ofTarget) return [ofTarget]
  if (isOfGrowth(word, sentence)) {
    // Two thirds of the increase, {it}: of what that is a share of.
    const share = observationsAt(sentence).find((one) => isShareOf(one, ['up', 'down'], sentence))
    return share ? [shareClaims(word.factor ?? '', share, dataset, comparisonBefore(word, sentence))] : []
  }
  const unprinted = unprintedPart(word, sentence)
  if (unprinted) {
    const near = comparisonBefore(word, sentence)
    // Fewer than one in five are without it.
    const isOfRest =
      unprinted.quantity.unit === 'percent' && isDeniedAfter(word.end, sentence) && !isOfNone(unprinted, sentence)
    if (isOfRest) return [[sizeClaim(near, `100% - ${unprinted.key}`, Number(word.factor))]]
    return [shareClaims(word.factor ?? '', unprinted, dataset, near)]
  }
  const step = stepReadings(word, tied, sentence) ?? amountReadings(word, tied, sentence)
  const isLevel = isLimit(word, sentence)
  if (step && !isLevel) return step
  const [factor, comparison] = [word.factor ?? '', comparisonBefore(word, sentence)]
  const ofRest = restReadings(word, tied, comparison, sentence)
  if (ofRest) return ofRest
  const ofOther = otherWhole(word, tied, sentence)
  if (ofOther) return [[wholeClaim(comparison, ofOther[0].key, Number(factor), ofOther[1].key)]]
  const ofPast = pastWhole(word, sentence)
  if (ofPast) return [[wholeClaim(comparison, ofPast[0].key, Number(factor), ofPast[1].key)]]
  const level = isParticle('of', word.end, sentence) ? tied.find(({ measure }) => measure === 'value') : undefined
  const then = level && levelAtBase(word, level, sentence)
  if (then) return [[wholeClaim(comparison, level.key, Number(factor), then.key)]]
  const than = factorThan(word, sentence)
  if (than !== undefined) return thanReadings(word, than, tied, sentence)
  const ofThen = thenReading(word, tied, comparison, sentence)
  if (ofThen) return [ofThen]
  const shares = shareFigures(word, tied, sentence)
  const others = comparison === 'about' || comparison === 'nearly' ? getRests(word, sentence) : []
  const parts = shares.length > 0 ? shares : others
  const sum = sumOfShares(word, sentence)
  // One in three men chose engineering ({it}, of engineering and men): of the men.
  const own = partsOfCategory(word, parts, sentence)
  if (own.length > 0) return own.map(([part, whole]) => [wholeClaim(comparison, part.key, Number(factor), whole.key)])
  const readings: Reading[] = [
    ...(step ?? []),
    ...ofNoOther(parts, sentence).map((part) => shareClaims(factor, part, dataset, comparison)),
    ...(sum ? [sumReading(sum, comparison, Number(factor), dataset)] : []),
    ...others.map(({ key }): Reading => [sizeClaim(comparison, `100% - ${key}`, Number(factor))]),
    ...[...partsOfOthers(parts), ...partsOfNamed(word, parts, sentence)].map(
      ([part, whole]): Reading => [wholeClaim(comparison, part.key, Number(factor), whole.key)],
    ),
  ]
  if (readings.some(({ length }) => length > 0)) return readings
  const named = partNamed(word, sentence)
  return [
    ...partOfChange(word, comparison, sentence),
    ...(named ? [wholeClaim(comparison, named[0], Number(factor), named[1])].map((claim) => [claim]) : []),
    ...partsOfWhole(sentence).map(
      ([part, whole]): Reading => [wholeClaim(comparison, part.key, Number(factor), whole.key)],
    ),
  ]
}

/** A third less, a sixth more than before: so many times what was there, by `than`. */
function thanReadings(word: Word, than: string, tied: readonly Observation[], sentence: Sentence): Reading[] {
  const { factor = '' } = word
  const before = comparisonBefore(word, sentence, false)
  const isLess = than !== factor && Number(than) < 1
  const usual = usualRatio(word, tied[0], sentence)
  if (usual !== undefined) return [[sizeClaim(before, isLess ? `100% - ${usual}` : `${usual} - 100%`, Number(factor))]]
  // A third less than men: than another thing, and not than before.
  const at = particlesIn('than', sentence).find((place) => place >= word.end && place - word.end <= 2) ?? -1
  const isOther = sentence.things.some(({ first }) => first === at + 1) || isParticle('pronoun', at + 1, sentence)
  if (earlyYear(word, sentence) || (at >= 0 && isOther && !isOfTime(word, sentence))) return []
  const turned = isLess ? opposite(before) : before
  const beside = sentence.words.find(({ first }) => first === word.end)
  const ofBase = multipleOfBase({ ...word, factor: than, end: beside?.end ?? word.end }, tied[0], turned, sentence)
  // Compared with 2021, when it was {then}, a sixth lower: from then on.
  const opening = getBases(sentence).find(({ start }) => start <= 1)?.base
  const isThen = opening && 'at' in opening && tied[0] && isNamedBy(tied[0].period, opening.at)
  return [ofBase ?? timesOver(than, tied, turned, sentence.dataset, isThen)]
}

/** The one named part of a whole, without a figure or movement, of now: boys were just under half of the pupils. */
function unprintedPart(word: Word, sentence: Sentence): Observation | undefined {
  const { names, things, dataset, words } = sentence
  const isMoved = words.some((one) => one !== word && movements.test(one.meaning))
  const isSum = particlesIn('and', sentence).some((at) => !names.some(({ first, end }) => first <= at && at < end))
  if (figuresIn(sentence).length > 0 || isMoved || isSum || !isOfNow(sentence)) return undefined
  // More than one in ten have a main language other than English.
  if (things.some(({ category, first }) => category && isParticle('than', first - 1, sentence))) return undefined
  const ids = new Set(names.flatMap(({ indicators: [id = '', ...others] }) => (others.length > 0 ? [] : [id])))
  const parts = [...ids].filter((id) => ids.has(dataset.indicators.get(id)?.partOf ?? '') || ids.size === 1)
  const series = seriesOfCategories(ids, things, dataset)
  const all = [...parts, ...series].flatMap((one) => findObservation(dataset, one) ?? [])
  // In Moor one in ten is without a car: of Moor, and not of all.
  const isOfPart = ({ series, indicator }: Observation) => series !== indicator
  const levels = new Set(
    all.filter((level) => isOfPart(level) || !all.some((one) => isOfPart(one) && one.indicator === level.indicator)),
  )
  const parted = [...levels].filter(
    (level) => getWhole(level, dataset) ?? dataset.indicators.get(level.indicator)?.denominator,
  )
  // Nine in ten have English as their main language: the share of them, beside their number.
  const shares = parted.filter(({ quantity }) => quantity.unit === 'percent')
  const [only, ...others] = shares.length > 0 ? shares : parted
  return others.length === 0 ? only : undefined
}

/** Fell in three regions in four: so many of the regions and no share; undefined without a list of them there. */
function countedReading({ first, end }: Word, sentence: Sentence): Reading | undefined {
  const { words, lists, clauseOf } = sentence
  if (!lists.some((list) => list.first > first && (list.first <= end || isAllOf(end, list.first, sentence))))
    return undefined
  return words
    .filter((other) => clauseOf[other.first] === clauseOf[first])
    .map((other) => countedClaims(other, sentence))
    .find(({ length }) => length > 0)
}

/** The level of a share's own time: up from one in seven in 2023; one in four had chosen it in 2021, now {it}. */
function thenReading(
  word: Word,
  tied: readonly Observation[],
  comparison: string,
  sentence: Sentence,
): Reading | undefined {
  const { tokens, dataset } = sentence
  const isEnd = ({ text }: Token) => /^[,;:，；：()（）–—]$/.test(text)
  const from = tokens.findLastIndex((token, at) => at < word.first && isEnd(token))
  const end = tokens.findIndex((token, at) => at >= word.end && isEnd(token))
  const until = end < 0 ? tokens.length : end
  const isHere = ({ first }: { first: number }) => first > from && first < until
  // From about a third in 2021 to {it}.
  const isFrom = [1, 2, 3, 4].some((back) => isParticle('from', word.first - back, sentence))
  const isOfNow = (at: number) => isHere({ first: at }) && (!isFrom || at < word.first)
  if (figuresIn(sentence).some(isOfNow)) return undefined
  const then = namedPeriods(sentence).find(isHere)?.period
  const figures = [...tied, ...observationsAt(sentence)].filter(({ measure }) => measure === 'value')
  // Against one in seven a year earlier; two years ago it was one in five.
  const base = getBases(sentence).find(({ start }) =>
    isHere({ first: tokens.findIndex(({ end: to }) => to > sentence.start + start) }),
  )
  const now = figures.map((one) => findObservation(dataset, one.series) ?? one)
  const [ago] = now.flatMap((one) =>
    base ? earlier(dataset, one).filter(({ period }) => hasBase({ ...one, since: period }, base)) : [],
  )
  if (ago) return shareClaims(word.factor ?? '', ago, dataset, comparison)
  if (then === undefined) return undefined
  const [level] = figures.filter(({ period }) => !isNamedBy(period, then))
  const past = level && dataset.observations.get(observationKey(level.series, 'value', then))
  return level && (past ? shareClaims(word.factor ?? '', past, dataset, comparison) : [])
}

/** 不足煤炭的八分之一（{a}、{b}）: of another category; 完成预算{b}的八成: of what is printed before, or a target reached so far. */
function otherWhole(
  word: Word,
  tied: readonly Observation[],
  sentence: Sentence,
): readonly [Observation, Observation] | undefined {
  const { tokens, words, language } = sentence
  if (language !== 'zh') return undefined
  const name = wholeBefore(word.first, sentence)
  const pair = name?.category && pairOfWhole(name, sentence)
  if (pair) return pair[0].indicator === pair[1].indicator ? pair : undefined
  const at = figuresIn(sentence).findLast((index) => index < word.first) ?? -1
  const whole = tokenFigure(sentence, at)?.observation
  const isNext =
    isParticle('of', at + 1, sentence) && !tokens.slice(at, word.first).some(({ text }) => /^[,，、（(]$/.test(text))
  if (isNext && whole?.measure === 'value') {
    const isPart = (one: Observation | undefined) =>
      one?.measure === 'value' && one.series !== whole.series && one.quantity.unit === whole.quantity.unit
    const before = observationsAt(
      sentence,
      figuresIn(sentence).filter((index) => index < at),
    )
    const part = [...before.toReversed(), namedNow({ ...word, first: at, end: at }, sentence), ...tied].find(isPart)
    return part && [part, whole]
  }
  const isReached = words.some(({ meaning, end }) => meaning === 'verb' && word.first - end <= 2 && end <= word.first)
  const aim = isReached ? targetPair(word, sentence) : undefined
  return aim && aim.target.figure.quantity.unit !== 'percent' ? [aim.actual.figure, aim.target.figure] : undefined
}

/** {now}, less than half of the {level of 2022}: a level and what it was. */
function pastWhole({ first, end }: Word, sentence: Sentence): [Observation, Observation] | undefined {
  const most = isParticle('part-of', end, sentence) ? 9 : 2
  const at = figuresIn(sentence).find((index) => index > end && index - end <= most)
  const whole = isParticle('of', end, sentence) ? tokenFigure(sentence, at ?? -1)?.observation : undefined
  const part = observationsAt(
    sentence,
    figuresIn(sentence).filter((index) => index < first),
  ).findLast(({ series, measure }) => series === whole?.series && measure === 'value')
  return whole?.measure === 'value' && part && part.key !== whole.key ? [part, whole] : undefined
}

/** All but one in twenty, half of them do not: what is left of a share in per cent; undefined if said of what is. */
function restReadings(
  word: Word,
  tied: readonly Observation[],
  comparison: string,
  sentence: Sentence,
): Reading[] | undefined {
  const isBut = isParticle('except', word.first - 1, sentence)
  if (!isBut && !isDeniedAfter(word.end, sentence)) return undefined
  const own = shareFigures(word, tied, sentence)
  // {it} have signed up, which means that more than half have not.
  const all = observationsAt(sentence)
  const near = (own.length === 0 && all.length === 1 ? all : own).filter(
    ({ quantity, measure }) => quantity.unit === 'percent' && measure === 'value',
  )
  if (!isBut && near.some((figure) => isOfNone(figure, sentence))) return undefined
  return near.map(({ key }) => [sizeClaim(comparison, `100% - ${key}`, Number(word.factor))])
}

/** Non-drinkers: a share of those who do not. */
function isOfNone({ indicator }: Observation, { dataset, language }: Sentence): boolean {
  const label = getTokens(dataset.indicators.get(indicator)?.label[language] ?? '')
  return label[0]?.text === 'non' || readWords(label, language).some(({ meaning }) => meaning === 'not')
}

/** Whether its part of a sentence goes on with a negation: half of them do not; but ni … ni is an answer by itself. */
export function isDeniedAfter(from: number, sentence: Sentence): boolean {
  if (particlesIn('nor', sentence).filter((at) => at > from).length > 1) return false
  const end = sentence.tokens.findIndex(
    ({ text, figure }, at) => at >= from && (figure || /^[,;:，；：()（）]$/.test(text)),
  )
  return sentence.words.some(
    ({ meaning, first }) => meaning === 'not' && first >= from && first - from <= 8 && (end < 0 || first < end),
  )
}

/** Than in early 2025: a time that is not told exactly. */
function earlyYear({ end }: Word, sentence: Sentence): boolean {
  const named = namedPeriods(sentence).find(({ first }) => first > end && first - end <= 6)
  const before =
    named && sentence.tokens.slice(end, named.first).findIndex((_, at) => isParticle('in', end + at, sentence))
  return named !== undefined && before !== undefined && before >= 0 && end + before < named.first - 1
}

/** The whole of two categories' figures: the one right after a word or its of, else that of the last before it. */
function partsOfCategory({ first, end }: Word, parts: readonly Observation[], { things, ...sentence }: Sentence) {
  const next = isParticle('of', end, sentence) ? [end + 1, end + 2] : [end]
  return parts.flatMap((part): [Observation, Observation][] => {
    const own = things.filter(({ category: one }) => one && part.categories[one.dimension] === one.category)
    const [outer, subject, ...more] = own.filter((name) => name.end <= first)
    const whole = own.find((name) => next.includes(name.first)) ?? (subject && more.length === 0 ? outer : undefined)
    const level = sentence.dataset.observations.get(`${part.indicator}[${whole?.category?.category}]@${part.period}`)
    return level && part.measure === 'value' && Object.keys(part.categories).length > 1 ? [[part, level]] : []
  })
}

/** Two thirds of what wind delivered: of the level of what is named. */
function partsOfNamed(
  { first: start, end }: Word,
  parts: readonly Observation[],
  sentence: Sentence,
): [Observation, Observation][] {
  const after = sentence.things.find(({ first }) => first > end && first - end <= 2)
  // One in ten marriages.
  const next = sentence.language === 'en' ? sentence.things.find(({ first }) => first === end) : undefined
  const name = isParticle('of', end, sentence) ? after : (next ?? wholeBefore(start, sentence))
  return parts.flatMap((part): [Observation, Observation][] => {
    const whole = name ? current(name, sentence, part) : undefined
    if (!whole || whole.series === part.series || whole.quantity.unit !== part.quantity.unit) return []
    // Over a third of sales, {a share of them}: no part of what sales grew by.
    return part.quantity.unit !== 'percent' || whole.indicator === part.indicator ? [[part, whole]] : []
  })
}

/** A part and its whole, each by its figure, anywhere in a sentence: {a} of the coast’s {b}. */
function partsOfWhole(sentence: Sentence): [Observation, Observation][] {
  const { indicators } = sentence.dataset
  const isPart = (part: Observation, whole: Observation) =>
    indicators.get(part.indicator)?.partOf === whole.indicator ||
    (part.indicator === whole.indicator && Object.keys(whole.categories).length === 0)
  if (particlesIn('together', sentence).length > 0) return []
  return partsOfOthers(observationsAt(sentence).filter(({ measure }) => measure === 'value')).filter(([part, whole]) =>
    isPart(part, whole),
  )
}

/** A whole printed right after a word, and the one named part: half of the {appeals} appeals were upheld. */
function partNamed({ first, end }: Word, sentence: Sentence): [part: string, whole: string] | undefined {
  const at = figuresIn(sentence).find((index) => index > end && index - end <= 2)
  const isOf = isParticle('of', end, sentence) || isParticle('part-of', end, sentence)
  const [only = -1, ...more] = figuresIn(sentence)
  const isOpening = isParticle('out-of', 0, sentence) && only <= 3 && only < first && more.length === 0
  // {staff} people, of whom most are women.
  const them = particlesIn('relative', sentence).find((one) => one < first && isParticle('part-of', one - 1, sentence))
  const before = figuresIn(sentence).findLast((index) => index < (them ?? 0))
  const whole = tokenFigure(sentence, before ?? (isOpening ? only : isOf ? (at ?? -1) : -1))?.observation
  if (whole?.measure !== 'value') return undefined
  const { indicators } = sentence.dataset
  const getWords = (id: string) => {
    const own = indicators.get(id)
    return own ? nameWords(own, sentence.language) : []
  }
  const stems = sentence.tokens.map(({ stem }) => stem)
  // Investment in fibre, of investment: fibre.
  const isSaid = (id: string) => {
    const own = getWords(id).filter((word) => !getWords(whole.indicator).includes(word))
    return own.length > 0 && own.every((word) => stems.includes(word))
  }
  const parts = [...indicators.values()].flatMap(({ id, partOf }) => (partOf === whole.indicator ? id : []))
  const [part, ...others] = sentence.things
    .flatMap(({ category }) => (category ? [`${whole.indicator}[${category.category}]`] : []))
    .concat(parts.filter(isSaid))
    .map((series) => observationKey(series, 'value', whole.period))
    .filter((key) => key !== whole.key && sentence.dataset.observations.has(key))
  return part !== undefined && others.length === 0 && getWhole(whole, sentence.dataset) !== part
    ? [part, whole.key]
    : undefined
}

/** Three quarters of the fall: {a} of {b}, a change of a part as a part of that of the whole. */
function partOfChange({ factor }: Word, comparison: string, sentence: Sentence): Reading[] {
  const [a, b, ...others] = observationsAt(sentence)
  if (a?.measure !== 'change' || b?.measure !== 'change' || others.length > 0) return []
  if (sentence.dataset.indicators.get(a.indicator)?.partOf !== b.indicator) return []
  const [part, whole] = [a, b].map(({ key, quantity }) => (quantity.value.isNegative() ? `-1 * ${key}` : key))
  return part && whole ? [[wholeClaim(comparison, part, Number(factor), whole)]] : []
}

/**
 * A part of how far a whole went, of the one named category: more than half of the increase in staff was in the North;
 * 新增装机的八成来自风电; undefined where no such thing is said.
 */
export function partOfStep(word: Word, factor: number, comparison: string, sentence: Sentence): Reading | undefined {
  const { words, things, names, clauseOf, language, dataset } = sentence
  const isHere = ({ first }: Name | Word) => clauseOf[first] === clauseOf[word.first]
  const [step, ...steps] = words.filter((one) => isHere(one) && movements.test(one.meaning))
  const [part, ...parts] = things.filter((one) => isHere(one) && one.category)
  // Three fifths of the annual increase fell to the North, where it was {by}.
  const named = names.length > 0 ? names.flatMap(({ indicators }) => indicators) : indicatorsIn(sentence)
  const [id = '', ...ids] = new Set(named)
  const isNoun =
    step &&
    ([1, 2].some((back) => isParticle('article', step.first - back, sentence)) ||
      (language === 'zh' && names.some(({ first }) => first > step.first && first < step.end)))
  if (!isNoun || !part?.category || steps.length + parts.length + ids.length > 0) return undefined
  const { period } = dataset.report
  const [own, whole] = [`${id}[${part.category.category}]`, id].map((series) =>
    dataset.observations.get(observationKey(series, 'change', period)),
  )
  const isFall = step.meaning === 'down'
  const isOfOther = observationsAt(sentence).some(({ series }) => series !== id && series !== own?.series)
  if (!own || whole?.quantity.value.isNegative() !== isFall || isOfOther) return undefined
  if (!getBases(sentence).every((base) => hasBase(whole, base))) return undefined
  const sign = isFall ? '-1 * ' : ''
  return [wholeClaim(comparison, sign + own.key, factor, sign + whole.key)]
}

/** Whether a figure is a share of what its denominator calls by a word of such a meaning: of the net increase. */
export function isShareOf(
  { indicator }: Observation,
  meanings: readonly Word['meaning'][],
  { dataset, language }: Sentence,
): boolean {
  const whole = dataset.indicators.get(indicator)?.denominator?.[language] ?? ''
  return readWords(getTokens(whole), language).some(({ meaning }) => meanings.includes(meaning))
}

/** 占全部增量的三成: a part of how far a whole went, and not of what it is. */
function isOfGrowth({ first, end: last }: Word, sentence: Sentence): boolean {
  // Two thirds of the increase.
  const isNext = ({ meaning, first: at }: Word) => /^(?:up|down)$/.test(meaning) && at > last && at - last <= 3
  const isOf = isParticle('part-of', last, sentence) && isParticle('article', last + 1, sentence)
  if (isOf && sentence.words.some(isNext)) return true
  const isNear = ({ meaning, end }: Word) =>
    /^(?:up|down)$/.test(meaning) && end < first && first - end <= 6 && isParticle('of', end, sentence)
  return sentence.language === 'zh' && sentence.words.some(isNear)
}

/** By a third: a part of what was before, or of what is compared with; nothing where no by stands before it. */
export function stepReadings(word: Word, tied: readonly Observation[], sentence: Sentence): Reading[] | undefined {
  const { words, clauseOf, dataset } = sentence
  const start = words.findLast(({ end, meaning }) => end === word.first && isNearWord(meaning))?.first ?? word.first
  const isBy = isParticle('by', start - 1, sentence) && /^\p{L}/u.test(sentence.tokens[start - 1]?.text ?? '')
  // Lost a third of its readers, fell a third, a fall of a third.
  const noun = isParticle('of', start - 1, sentence) ? start - 1 : start
  // Une progression annuelle d'un quart.
  const moved = unitMonths(sentence.tokens[noun - 1]?.text ?? '', sentence.language) > 0 ? noun - 1 : noun
  const isMoved = words.some(({ meaning, end }) => end === moved && (meaning === 'up' || meaning === 'down'))
  if (!isBy && !isMoved) return undefined
  // Um ein Zehntel verringert.
  const verb = words.find(({ first, meaning }) => first === word.end && (meaning === 'up' || meaning === 'down'))
  const isVerbLast = lexicons[sentence.language].hasCapitalNouns === true
  const way = words.findLast((one) => one.first < start && clauseOf[one.first] === clauseOf[word.first] && isWay(one))
  const of = (isVerbLast ? verb : undefined) ?? way
  const comparison = comparisonBefore(word, sentence, sentence.language === 'zh')
  const share = Number(word.factor)
  const isMore = of !== undefined && /^(?:up|more|above)$/.test(of.meaning)
  const factor = isMore ? 1 + share : 1 - share
  const turned = isMore ? comparison : opposite(comparison)
  // Trusted by two thirds of adults.
  if (!of) return undefined
  if (of.meaning !== 'up' && of.meaning !== 'down') {
    const pair = multipleClaims({ ...of, meaning: 'times', factor: String(factor) }, sentence, turned)
    return pair.length > 0 ? [pair] : [timesOver(String(factor), tied, turned, dataset)]
  }
  const claim = (key: string, then: string) => growthTimes(comparison, key, isMore ? share : -share, then)
  // Down to {a} from {b}, a fall of almost half.
  // 由{a}降至{b}，降幅超过两成: of what stands before the noun.
  const all = observationsAt(sentence)
  // 占比已降至一半以下: what it came to, and not how far it went.
  const near = isParticle('to', of.end - 1, sentence) ? tied : goesOnAbout(of, sentence)
  const untied = isPace(of, sentence) ? all.toReversed() : moved === start ? near : all
  const own = tied.length > 0 ? tied : untied
  const [figure, ...others] = own
  // Has since 2023 fallen by a tenth, 比2023年增加了六成: from the time that the movement counts from.
  const since = sinceClaims(word, own, sentence, turned, claim) ?? sinceClaims(of, own, sentence, turned, claim)
  if (since) return [since]
  // Has grown by more than a third in a year.
  const whole = { ...of, end: Math.max(of.end, word.end) }
  const then = figure?.measure === 'value' && others.length === 0 ? levelAtBase(whole, figure, sentence) : undefined
  if (then) return [[claim(figure?.key ?? '', then.key)]]
  const now = figure && findObservation(dataset, figure.series)
  // Has fallen by two thirds from its peak of {then}.
  if (now && figure.measure === 'value' && figure.period !== now.period && others.length === 0)
    return [[claim(now.key, figure.key)]]
  const isFromTo = others.some(({ measure, series }) => measure === 'value' && series === figure?.series)
  const key =
    figure?.measure === 'rate' ? figure.key : observationKey(figure?.series ?? '', 'rate', figure?.period ?? '')
  const rate = isFromTo ? undefined : dataset.observations.get(key)
  if (!rate) return [timesOver(String(factor), own, turned, dataset)]
  return [[sizeClaim(comparison, of.meaning === 'up' ? rate.key : `-1 * ${rate.key}`, share)]]
}

/** Fell below a third: what was reached, as well as how far it fell. */
function isLimit({ first }: Word, sentence: Sentence): boolean {
  const before = sentence.words.findLast(({ end }) => end === first)
  if (before?.meaning !== 'above' && before?.meaning !== 'below') return false
  const own = sentence.tokens.slice(before.first, before.end).map((_, at) => before.first + at)
  const isNearly = own.some((at) => isParticle('nearly', at, sentence))
  const isThan = isParticle('than', before.end - 1, sentence)
  // 降幅超过两成: how far it fell.
  // 增长超过三成: so too, but not 降至一半以下.
  const isFar = (one: Word) =>
    isPace(one, sentence) || (sentence.language === 'zh' && isWay(one) && !isParticle('to', one.end - 1, sentence))
  if (sentence.words.some((one) => one.end === before.first && isFar(one))) return false
  return !isNearly && !isThan && !isParticle('by', before.first - 1, sentence)
}

/** 比厨具多三成: a part more or less than another, or than before; undefined without such a comparative before it. */
function amountReadings(word: Word, tied: readonly Observation[], sentence: Sentence): Reading[] | undefined {
  const at = word.first - 1
  if (!isParticle('than-amount', at, sentence)) return undefined
  const isMore = entries(lexicons[sentence.language].words.more).includes(`${sentence.tokens[at]?.text} #`)
  const factor = String(1 + Number(word.factor) * (isMore ? 1 : -1))
  const comparison = comparisonBefore(word, sentence)
  const turned = isMore ? comparison : opposite(comparison)
  const pair = multipleClaims({ ...word, first: at, meaning: 'times', factor }, sentence, turned)
  return [pair.length > 0 ? pair : timesOver(factor, tied, turned, sentence.dataset)]
}

/** Four tenths of a point, quatre dixièmes de point, half a percentage point. */
export function isOfUnit({ end }: Word, sentence: Sentence): boolean {
  const of = isParticle('of', end, sentence) ? end + 1 : end
  const at = isParticle('article', of, sentence) ? of + 1 : of
  return unitsAt(sentence.tokens.slice(at, at + 4), sentence.dataset, sentence.language).includes('percent')
}

function isNearWord(meaning: Word['meaning']): boolean {
  return /^(?:above|below|about|more|less)$/.test(meaning)
}

/** Most, few, nearly all. */
export function portionReadings(word: Word, tied: readonly Observation[], sentence: Sentence): Reading[] {
  const { dataset } = sentence
  const half = { majority: 'more-than', minority: 'less-than' }[word.meaning as string]
  const ofStep = half && partOfStep(word, 0.5, half, sentence)
  if (ofStep) return [ofStep]
  if (!isSaidOfFigure(word, sentence)) return []
  const unprinted = unprintedPart(word, sentence)
  if (unprinted && word.meaning !== 'all')
    return [portionClaims(word.meaning, unprinted, dataset), ...mostClaims(word, unprinted, sentence)]
  // Most came from A, followed by B ({b}).
  const followed = word.meaning === 'majority' ? followedClaims({ ...word, meaning: 'largest' }, sentence) : undefined
  if (followed) return [followed]
  // 刚刚过半, a bare majority: just over half.
  const isBare = word.meaning === 'majority' && [1, 2].some((back) => isParticle('barely', word.first - back, sentence))
  if (isBare) return shareFigures(word, tied, sentence).map((part) => shareClaims('0.5', part, dataset, 'just-over'))
  // Together they have more than half of it: {a} and {b} of {all}.
  const sum = isTogetherBefore(word, sentence) ? sumOfShares(word, sentence) : undefined
  if (sum && half) return [sumReading(sum, half, 0.5, dataset)]
  const each = wholesBefore(word, sentence)
  if (each.length > 0) return [each.flatMap((one) => portionClaims(word.meaning, one, dataset))]
  const parts = shareFigures(word, tied, sentence)
  const own = partsOfCategory(word, parts, sentence)
  if (own.length > 0) return [own.map(([part, whole]) => [word.meaning, part.key, whole.key])]
  const others = word.meaning === 'all' ? [] : partsOfWhole(sentence)
  const named = word.meaning === 'all' ? undefined : partNamed(word, sentence)
  return [
    ...ofNoOther(parts, sentence).map((part) => portionClaims(word.meaning, part, dataset)),
    ...[...partsOfOthers(parts), ...others].map(([part, whole]): Reading => [[word.meaning, part.key, whole.key]]),
    ...parts.slice(0, 1).flatMap((part) => mostClaims(word, part, sentence)),
    ...(parts.length + others.length === 0 ? relativeReadings(word, sentence) : []),
    ...(named ? [[[word.meaning, ...named]]] : []),
  ]
}

/** The police ({72%}) and the courts ({43%}) are trusted by a majority: shares of one indicator, not of one whole. */
function wholesBefore({ first }: Word, sentence: Sentence): readonly Observation[] {
  const { clauseOf } = sentence
  const before = figuresIn(sentence).filter((at) => at < first && clauseOf[at] === clauseOf[first])
  const isJoined = particlesIn('and', sentence).some((at) => at > (before.at(-2) ?? first) && at < (before.at(-1) ?? 0))
  const figures = observationsAt(sentence, before)
  const isAlike = ({ indicator, period, measure, quantity }: Observation) =>
    measure === 'value' &&
    quantity.unit === 'percent' &&
    indicator === figures[0]?.indicator &&
    period === figures[0].period
  const sum = figures.reduce((total, { quantity }) => total + quantity.value.toNumber(), 0)
  return isJoined && sum > 100 && figures.every(isAlike) ? figures : []
}

/** Most turbines stand on the coast, where {a} were counted: a majority of all, or more than anywhere else. */
function relativeReadings({ meaning, first }: Word, sentence: Sentence): Reading[] {
  const { clauses, clauseOf, dataset } = sentence
  const next = (clauseOf[first] ?? 0) + 1
  const begins = clauseOf.indexOf(next)
  if (meaning !== 'majority' || !clauses[next]?.isWithin || !isParticle('relative', begins, sentence)) return []
  const [part] = observationsAt(
    sentence,
    figuresIn(sentence).filter((index) => clauseOf[index] === next),
  )
  if (!part || Object.keys(part.categories).length === 0) return []
  const rule = part.quantity.value.isNegative() ? 'less-than' : 'more-than'
  if (part.measure === 'change') return getLists(part, [], dataset).map((list) => changeClaims(rule, part, list))
  if (part.measure !== 'value') return []
  const most = getLists(part, [], dataset).map((list): Reading => [['largest', list, part.series]])
  return [portionClaims(meaning, part, dataset), ...most]
}

/** Most nights on the coast, the fewest in the hills: beside the least, most may be the largest; die meisten always. */
function mostClaims({ meaning, first, end }: Word, part: Observation, sentence: Sentence): Reading[] {
  const isPlurality = particlesIn('plurality', sentence).some((at) => at >= first && at < end)
  const isLeastToo = sentence.words.some((other) => other.meaning === 'smallest')
  // Most of them came from the North; among the four regions, most concerned the North: more than from any other.
  const isOfSource =
    !isParticle('of', end, sentence) &&
    (sentence.things.some((one) => one.category && isParticle('from', one.first - 1, sentence)) ||
      sentence.lists.some((list) => list.dimension !== undefined && list.end <= first))
  if (meaning !== 'majority' || !(isPlurality || isLeastToo || isOfSource)) return []
  return getLists(part, [], sentence.dataset).flatMap((list): Reading[] => {
    const then = rankThen(1, part, list, sentence)
    return then.length > 0 ? then : [[['largest', list, part.series]]]
  })
}

/** Each two levels of one unit and time, the smaller as a part of the larger. */
function partsOfOthers(figures: readonly Observation[]): [Observation, Observation][] {
  const levels = figures.filter(({ quantity }) => quantity.unit !== 'percent')
  return levels.flatMap((part) =>
    levels
      .filter((whole) => whole.quantity.unit === part.quantity.unit && whole.period === part.period)
      .filter((whole) => whole.series !== part.series && whole.quantity.value.gt(part.quantity.value))
      .map((whole): [Observation, Observation] => [part, whole]),
  )
}

/** Figures that a share may be said with, as they can be part of a whole: those tied to it, then the clause's. */
function shareFigures(word: Word, tied: readonly Observation[], sentence: Sentence): Observation[] {
  const bracketed = bracketedAfter(word, sentence)
  if (bracketed?.measure === 'value') return [bracketed]
  const isTogether = isTogetherBefore(word, sentence)
  const clause = sentence.clauseOf[word.first]
  const contrast = sentence.words.find(({ meaning, first }) => meaning === 'contrast' && first > word.first)
  // A third of them, {a}, have one, but only {b} of the others.
  // 覆盖率不足三成，只有{it}: of the same.
  const isApposed = /^[,，]$/.test(sentence.tokens[(contrast?.first ?? 0) - 1]?.text ?? '')
  const isSame = sentence.language === 'zh' && isApposed && figuresIn(sentence).length === 1
  const isContrast =
    contrast !== undefined &&
    !isSame &&
    !figuresIn(sentence).some((index) => index > word.first && index < contrast.first)
  const here = figuresIn(sentence).filter((index) => sentence.clauseOf[index] === clause)
  const others = [
    ...here.filter((index) => index < word.first).toReversed(),
    // What stands after the verb of another part is its own number, but a share of something is read anywhere.
    ...here.filter(
      (index) =>
        index > word.first &&
        (tokenFigure(sentence, index)?.observation.quantity.unit === 'percent' || isPartOfNext(index, sentence)),
    ),
  ]
  // About a third of it is used at home: {a} of {b}.
  const colon = sentence.tokens.findIndex(({ text }, at) => at > word.first && /^[:：]$/.test(text))
  const pair = figuresIn(sentence).filter((index) => index > colon && colon > 0 && isPartOfNext(index, sentence))
  const near = [...tied, ...observationsAt(sentence, [...others, ...pair])]
  // Rose by {by}, and passed a half: what it rose to.
  const isReached = isLimit(word, sentence) && near.every(({ measure }) => measure !== 'value')
  const figures = isReached ? near.flatMap((one) => getLevel(sentence.dataset, one) ?? []) : near
  return isContrast || isTogether ? [] : [...new Set(figures)].filter(({ measure }) => measure === 'value')
}

/** More than half of adults ({it}): the one figure in a bracket after a share, with nothing between that parts them. */
function bracketedAfter({ end }: Word, { tokens }: Sentence): Observation | undefined {
  const border = tokens.findIndex(({ text, figure }, at) => at >= end && (figure || /^[,;:，；：(（]$/.test(text)))
  const isOnly = /^[(（]$/.test(tokens[border]?.text ?? '') && /^[)）]$/.test(tokens[border + 2]?.text ?? '')
  return isOnly ? tokens[border + 1]?.figure?.observation : undefined
}

/** Whether a share is said of several things as one. */
function isTogetherBefore({ first }: Word, sentence: Sentence): boolean {
  return particlesIn('together', sentence).some((at) => at < first)
}

/** Three quarters are men; women make up {27%}: a share in another part with its own verb may be what is left. */
function getRests({ end }: Word, sentence: Sentence): readonly Observation[] {
  const { words, tokens } = sentence
  const border = tokens.findIndex(({ text }, at) => at > end && /^[,;:，；：]$/.test(text))
  const isVerb = (from: number, to: number) =>
    words.some(({ meaning, first }) => meaning === 'verb' && first >= from && first < to)
  const index = tokens.findIndex(({ figure }, at) => at > border && figure?.observation.quantity.unit === 'percent')
  if (border < 0 || index < 0 || !isVerb(end, border) || !isVerb(border, index + 2)) return []
  return observationsAt(sentence, [index])
}

/** Shares or parts of one whole, so large together. */
function sumReading(parts: readonly Observation[], comparison: string, factor: number, dataset: Dataset): Reading {
  const sum = parts.map(({ key }) => key).join(' + ')
  const [first] = parts
  if (first?.quantity.unit === 'percent') return [sizeClaim(comparison, sum, factor)]
  const whole = first && getWhole(first, dataset)
  return whole === undefined ? [] : [wholeClaim(comparison, `(${sum})`, factor, whole)]
}

/**
 * Parts of one whole, after a word or before it: over half were 40 or older: {27%} and {31%};
 * together they have {a} and {b}, most of all. Of half, {a}, took part; {b} did not know, each says its own.
 */
function sumOfShares(word: Word, sentence: Sentence): Observation[] | undefined {
  const { tokens, dataset } = sentence
  const before = figuresIn(sentence).filter((index) => index < word.first)
  // Together A and B have half of it: {a} and {b}.
  const isBefore = isTogetherBefore(word, sentence) && before.length > 0
  const parts = isBefore ? before : figuresIn(sentence).filter((index) => index > word.first)
  const all = observationsAt(sentence, parts)
  // {a} and {b} of {all}.
  const wholes = all.map((one) => getWhole(one, dataset))
  const [first, ...others] = all.filter(({ key }) => !wholes.includes(key))
  if (first?.measure !== 'value' || others.length === 0) return partsTogether(word, sentence)
  const [from = 0, to = 0] = [parts[0], parts.at(-1)]
  const isListed = tokens.slice(word.end, from).some(({ text }) => /^[:：]$/.test(text))
  if (!isListed && tokens.slice(from, to).some(({ text }) => /^[;；]$/.test(text))) return undefined
  const wholeOf = ({ indicator }: Observation) =>
    JSON.stringify(dataset.indicators.get(indicator)?.denominator ?? indicator)
  const isBeside = (one: Observation) =>
    (one.indicator === first.indicator || (isListed && wholeOf(one) === wholeOf(first))) &&
    one.period === first.period &&
    one.series !== first.series &&
    Object.keys(one.categories).length === Object.keys(first.categories).length
  return others.every(isBeside) ? [first, ...others] : undefined
}

/** A and B together make up half of {all}: the levels of what is named before the word, of which none is printed. */
function partsTogether(word: Word, sentence: Sentence): Observation[] | undefined {
  const [like] = [...observationsAt(sentence), ...observationsNamed(sentence)]
  const before = sentence.things.filter(({ first }) => first < word.first)
  const parts = isTogetherBefore(word, sentence) || areJoined(before, sentence) ? before : []
  const levels = parts.flatMap((name) => (name.category && current(name, sentence, like)) ?? [])
  return levels.length > 1 && levels.every((one) => getWhole(one, sentence.dataset)) ? levels : undefined
}

/** Whether all names, without figures or parts of their own, are categories joined by an and: mackerel and herring. */
function areJoined(parts: readonly Name[], sentence: Sentence): boolean {
  const categories = parts.filter(({ category }) => category)
  const [a, b] = categories.slice(-2)
  const isJoined = a && b && b.first - a.end <= 3 && isParticle('and', withArticle(b.first, sentence) - 1, sentence)
  const isEach = sentence.words.some(({ meaning }) => meaning === 'all')
  return isJoined === true && !isEach && figuresIn(sentence).length === 0
}

/** Without shares of another whole (renewables) if a sentence prints a part of its whole ({wind} of {electricity}). */
function ofNoOther(parts: readonly Observation[], sentence: Sentence): readonly Observation[] {
  const isOfNext = figuresIn(sentence).some((index) => isPartOfNext(index, sentence))
  return isOfNext && partsOfOthers(parts).length > 0 ? [] : parts
}

/** {part} of {whole}, {part} out of the {whole}, whichever of the two. */
function isPartOfNext(index: number, sentence: Sentence): boolean {
  const next = (from: number) => figuresIn(sentence).find((at) => at > from && at - from <= 3)
  return figuresIn(sentence).some((part) => {
    const whole = next(part)
    if (whole === undefined || (part !== index && whole !== index)) return false
    return particlesIn('part-of', sentence).some((at) => at >= part && at < whole)
  })
}

/** A part of what was before, and so many times it: half of the year before, a third less than before. */
function factorThan({ first, end, factor = '' }: Word, sentence: Sentence): string | undefined {
  const { words } = sentence
  const isEarlier = (from: number, to: number) =>
    words.some(({ meaning, ...at }) => meaning === 'earlier' && at.first >= from && at.end <= to)
  // Half of the year before, half that of the year before.
  const of = isParticle('pronoun', end, sentence) ? end + 1 : end
  if (isEarlier(of, of + 7) && isParticle('of', of, sentence)) return factor
  if (isEarlier(first - 3, first) && isParticle('of', first - 1, sentence)) return factor
  const isSide = (other: Word) =>
    isComparison(other) || (/^(?:up|down)$/.test(other.meaning) && isParticle('than', other.end - 1, sentence))
  const side = words.find((other) => other.first === end && isSide(other))
  // A fifth below that of the second quarter, below its level of then.
  const isOfIts = side && (isParticle('pronoun', side.end, sentence) || isParticle('point', side.end + 1, sentence))
  const isThan =
    side &&
    (side.meaning === 'more' || side.meaning === 'less' || isOfIts || isParticle('than', side.end - 1, sentence))
  if (!isThan) return undefined
  const isMore = /^(?:more|above|up)$/.test(side.meaning)
  // A deficit a fifth larger lies so much further below zero.
  const isDeficit = observationsAt(sentence).some((one) => one.measure === 'value' && one.quantity.value.isNegative())
  return String(1 + Number(factor) * (isMore !== isDeficit ? 1 : -1))
}

/** A third more than usual: what is given in per cent of the usual, beside the level itself. */
function usualRatio({ end }: Word, level: Observation | undefined, sentence: Sentence): string | undefined {
  const { dataset, language } = sentence
  const isUsual = [2, 3].some((after) => isParticle('norm', end + after, sentence))
  const own = level && dataset.indicators.get(level.indicator)
  if (!isUsual || !own) return undefined
  const wordsOf = ({ label }: Indicator) => tellingWords(label[language] ?? '', language)
  const ratio = [...dataset.indicators.values()].find(
    (other) => isRatioToNorm(other) && wordsOf(own).every((word) => wordsOf(other).includes(word)),
  )
  return ratio && level.key.replace(level.indicator, ratio.id)
}

/** Every and all say a share only of things, not of times. */
function isSaidOfFigure(word: Word, sentence: Sentence): boolean {
  if (word.meaning !== 'all') return true
  const isOfShare = sentence.words.some(
    ({ meaning, end }) => meaning === 'share' && word.first - end <= 1 && end <= word.first,
  )
  const isAround = isOfShare || isParticle('around-all', word.first - 1, sentence)
  return sentence.names.some(({ first }) => first === word.end) && !isAround
}
