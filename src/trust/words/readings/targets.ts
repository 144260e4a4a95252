import { comparePeriods, isNamedBy } from '../../../dataset/figure/period.ts'
import { observationKey } from '../../../dataset/figure/reference.ts'
import { findObservation, getObservations } from '../../../dataset/find.ts'
import type { Dataset, Indicator, Observation } from '../../../dataset/types.ts'
import { areSame, inYearOf } from '../../evidence/mention-period.ts'
import { getAim, getTarget, isTarget, type Name, namedAim, seriesOfCategories } from '../names.ts'
import { partsNamedIn } from '../others/mistimed.ts'
import { countSaid, isParticle, withArticle } from '../particles.ts'
import { isComparison, type Word } from '../read-words.ts'
import {
  figuresIn,
  isOfNow,
  type NamedPeriod,
  namedPeriods,
  observationsAt,
  type Sentence,
  tokenFigure,
} from '../sentences.ts'
import { getIs, namedNow } from '../tie-figures.ts'
import { unitsAt } from '../touching.ts'
import { current } from './comparisons/compared-pair.ts'
import { isOfTime, isQualifier } from './comparisons/comparisons.ts'
import { allBefore, groupOfThing, numberAt, onlyThings } from './groups.ts'
import { type ClaimText, levelBefore, multipleClaim, type Reading, toExactArgument, wholeClaim } from './word-claims.ts'

/** A figure of a sentence by the token that prints or names it. */
interface Mention {
  at: number
  figure: Observation
}

const isOneForAll = ({ figure }: Mention) => Object.keys(figure.categories).length === 0

/** What is held against a target: met, missed, above, short of, whichever of the two stands first. */
export function targetClaims(word: Word, sentence: Sentence): ClaimText[] {
  // Missed by over a point, nearly missed: that is how far.
  const isAmount = sentence.words.some(
    ({ meaning, first, end }) => /^(?:met|missed)$/.test(meaning) && (end <= word.first || first === word.end),
  )
  // {by} more than in 2023, but {target} had been hoped for.
  const isOfChange = isOfTime(word, sentence) && tokenFigure(sentence, word.first - 1)?.observation.measure === 'change'
  if (isOfChange) return []
  // None of the four nations met the target.
  const group = allBefore(word, sentence).flatMap((member) => findObservation(sentence.dataset, member) ?? [])
  const pair = isAmount || isQualifier(word, sentence) ? undefined : targetPair(word, sentence, group)
  if (!pair) return []
  const { actual, target } = pair
  const { good } = sentence.dataset.indicators.get(actual.figure.indicator) ?? {}
  // A threshold is reached from below, whether or not that is good.
  const isCeiling = good === 'down' && getAim(target.figure, sentence.dataset, sentence.language) !== 'threshold'
  const { key, quantity } = target.figure
  // Nobody counted a target: 3% is no 2.6%.
  const limit = quantity.qualifier ? key : toExactArgument(quantity.value, quantity.unit)
  const short = seatsShort(word, target.figure, sentence)
  if (short !== undefined) return [['as-many-as', actual.figure.key, `${limit} - ${short}`]]
  const isOfTarget = ({ indicator }: Observation) =>
    indicator === getTarget(target.figure.indicator, sentence.dataset, sentence.language)
  const subjects = group.length > 0 && group.every(isOfTarget) ? group : getSubjects(word, target, sentence)
  const own = (subjects.length > 0 ? subjects : [actual.figure]).map((one) =>
    heldTo(one, target.figure, limit, sentence),
  )
  if (word.meaning === 'met') return own.map(([key, own]) => [isCeiling ? 'at-most' : 'at-least', key, own])
  const isAbove = word.meaning === 'missed' ? isCeiling : word.meaning === 'above' || word.meaning === 'more'
  const isThan = sentence.words.some(({ meaning, end }) => meaning === 'than' && end <= target.at)
  // Was missed throughout 2025: then.
  if (!isOfNow(sentence) && tokenFigure(sentence, actual.at)?.observation !== actual.figure) return []
  const isBefore = target.at < word.first && subjects.length === 0
  const isTurned = word.meaning !== 'missed' && !isThan && isBefore && isObject(actual, word, sentence)
  const side = isAbove !== isTurned ? 'more-than' : 'less-than'
  // Is the only group below the target.
  const only = onlyThings({ ...word, meaning: 'down' }, sentence)
  const all = (only[0] && isOneForAll(target) && groupOfThing(only[0], word, sentence)) || []
  const count: ClaimText[] = all.length > 1 ? [['count', side, all.join(' '), only.length, limit]] : []
  return [...count, ...own.map(([key, own]): ClaimText => [side, key, own])]
}

/** What is held against a target, and the target of its category, if there are: of the target's time, for that tax. */
function heldTo(
  { series, categories, key }: Observation,
  target: Observation,
  limit: string,
  sentence: Sentence,
): readonly [key: string, limit: string] {
  const { observations } = sentence.dataset
  const [category] = Object.values(categories)
  const isPrinted = observationsAt(sentence).some((one) => one.key === key)
  const then = isPrinted ? undefined : observations.get(observationKey(series, 'value', target.period))
  const own = observations.get(observationKey(`${target.indicator}[${category}]`, 'value', target.period))
  return [then?.key ?? key, own && own !== target ? toExactArgument(own.quantity.value, own.quantity.unit) : limit]
}

/** The metro and the tram exceed the target: figures of the categories right before, of what the target is one of. */
function getSubjects({ first }: Word, target: Mention, sentence: Sentence): Observation[] {
  const { things, clauseOf, tokens, dataset, language } = sentence
  const of = getTarget(target.figure.indicator, dataset, language)
  const start = tokens.findLastIndex(({ figure, text }, at) => at < first && (figure || /^[,，]$/.test(text)))
  const here = things.filter((one) => one.end <= first && one.first > start && clauseOf[one.first] === clauseOf[first])
  return here.flatMap(
    ({ category }) => (category && of && findObservation(dataset, `${of}[${category.category}]`)) || [],
  )
}

/** The same, and what is held against a band between two targets: within it, above it, below it, outside it. */
export function targetReadings(word: Word, sentence: Sentence): Reading[] {
  const each = eachOfTargets(word, sentence)
  if (each) return [each]
  const all = [printed(sentence), named(sentence)]
  const [low, high] = bandEnds(all.flat(), sentence)
  const isOther = ({ figure }: Mention) =>
    low && figure !== high && figure !== low && isAlike(figure, low, sentence.dataset)
  const [actual] = all.flatMap((mentions) => nearest(mentions.filter(isOther), word) ?? [])
  if (!low || !high || !actual) return [targetClaims(word, sentence)].filter((claims) => claims.length > 0)
  const [from, to] = [low, high].map(({ quantity }) => toExactArgument(quantity.value, quantity.unit))
  const claim = (rule: string, limit: string | undefined): ClaimText => [rule, actual.figure.key, limit ?? '']
  if (word.meaning === 'met') return [[claim('at-least', from), claim('at-most', to)]]
  const isOver = word.meaning === 'above' || word.meaning === 'more'
  const isUnder = word.meaning === 'below' || word.meaning === 'less'
  return [...(isOver ? [] : [[claim('less-than', from)]]), ...(isUnder ? [] : [[claim('more-than', to)]])]
}

/** Both missed their targets, all five standards were met: each held to its own target; undefined if one has none. */
function eachOfTargets(word: Word, sentence: Sentence): Reading | undefined {
  const { dataset, language } = sentence
  if (word.meaning !== 'met' && word.meaning !== 'missed') return undefined
  const group = allBefore(word, sentence).flatMap((member) => findObservation(dataset, member) ?? [])
  const before = [...printed(sentence), ...named(sentence)].flatMap(({ at, figure }) => (at < word.first ? figure : []))
  const levels = group.length > 1 ? group : [...new Map(before.map((one) => [one.series, one])).values()]
  const claims = levels.flatMap((level): ClaimText[] => {
    const isOwn = ({ id, unit }: Indicator) =>
      unit === level.quantity.unit && getTarget(id, dataset, language) === level.indicator
    const aim = [...dataset.indicators.values()].find((one) => namedAim(one)(language) && isOwn(one))
    const target = aim && findObservation(dataset, aim.id)
    const isCeiling = dataset.indicators.get(level.indicator)?.good === 'down'
    const rule = word.meaning === 'met' ? (isCeiling ? 'at-most' : 'at-least') : isCeiling ? 'more-than' : 'less-than'
    return target ? [[rule, level.key, toExactArgument(target.quantity.value, target.quantity.unit)]] : []
  })
  const areApart = new Set(levels.map((one) => one.indicator)).size > 1
  return areApart && claims.length === levels.length ? claims : undefined
}

/** A unit's only two targets, of no other indicator, where a target band is said with both of them or neither. */
function bandEnds(all: readonly Mention[], sentence: Sentence): Observation[] {
  const { dataset, language, tokens } = sentence
  const said = new Set(all.flatMap(({ figure }) => (isTarget(figure, dataset, language) ? figure.indicator : [])))
  const units = all.map(({ figure }) => figure.quantity.unit)
  const aims = [...dataset.indicators.values()].filter(
    (one) => units.includes(one.unit) && namedAim(one)(language) && !getTarget(one.id, dataset, language),
  )
  const isNamed = tokens.some(
    (_, at) => isParticle('band', at, sentence) && [at - 1, at, at + 1].some((near) => isAim(near, sentence)),
  )
  const isBand = aims.length === 2 && said.size !== 1 && isNamed
  const ends = isBand ? aims.flatMap(({ id }) => findObservation(dataset, id) ?? []) : []
  return ends.length === 2 ? ends.toSorted((a, b) => a.quantity.value.cmp(b.quantity.value)) : []
}

/** Two seats short of a majority, nine more than it takes: how far from the target, if a number of its unit says it. */
function seatsShort(word: Word, { quantity }: Observation, sentence: Sentence): number | undefined {
  const { tokens, language, clauseOf, dataset } = sentence
  const isUnit = (at: number) => unitsAt(tokens.slice(at, at + 2), dataset, language).includes(quantity.unit)
  const isHere = (at: number) => clauseOf[at] === clauseOf[word.first] && numberAt(at, sentence) !== undefined
  if (word.meaning === 'missed') {
    const at = tokens.findIndex((_, index) => isHere(index) && isUnit(index + 1))
    return numberAt(at, sentence)
  }
  const isMore = word.meaning === 'more' || word.meaning === 'above'
  const at = numberAt(word.first - 1, sentence) === undefined ? word.first - 2 : word.first - 1
  const isAmount = isParticle('than', word.end - 1, sentence) && (at === word.first - 1 || isUnit(at + 1))
  const number = isAmount && isHere(at) ? numberAt(at, sentence) : undefined
  return number === undefined ? undefined : isMore ? -number : number
}

/** Approaching the target: nearer to it than before, on the same side of it, from above or from below. */
export function nearingReadings(word: Word, sentence: Sentence): Reading[] {
  const pair = isParticle('nearing', word.first, sentence) ? targetPair(word, sentence) : undefined
  const before = pair && levelBefore(sentence.dataset, pair.actual.figure)
  if (!pair || !before) return []
  const { key } = pair.actual.figure
  const limit = toExactArgument(pair.target.figure.quantity.value, pair.target.figure.quantity.unit)
  return [
    [
      ['less-than', key, before.key],
      ['at-least', key, limit],
    ],
    [
      ['more-than', key, before.key],
      ['at-most', key, limit],
    ],
  ]
}

/** More than twice the target: so many times the target that is named right after. */
export function multipleOfTarget(word: Word, comparison: string, sentence: Sentence): Reading | undefined {
  const isNext = [0, 1, 2, 3].some((after) => isAim(word.end + after, sentence))
  const pair = isNext ? targetPair(word, sentence) : undefined
  return pair && [multipleClaim(comparison, pair.actual.figure.key, word.factor ?? '', pair.target.figure.key)]
}

/** More than four fifths of the target: {a} of {b}: a part of the target named right after, of the one other figure. */
export function partOfTarget(word: Word, comparison: string, sentence: Sentence): Reading | undefined {
  const { dataset, language } = sentence
  const { first, end, factor } = word
  const isNext = [0, 1, 2, 3].some((after) => isAim(end + after, sentence))
  const isOfTarget = ({ figure }: Mention) => isTarget(figure, dataset, language)
  const target = isNext ? [...printed(sentence), ...named(sentence)].find(isOfTarget)?.figure : undefined
  const [part, ...others] = printed(sentence).filter(
    (one) => !isOfTarget(one) && target && isAlike(one.figure, target, dataset),
  )
  // The mean was less than half the limit of {it}: of what is named before.
  const at = sentence.words.find((one) => one.end === first && isComparison(one))?.first ?? first
  const own = part ? part.figure : namedNow({ ...word, first: at, end: at }, sentence)
  return target && own && others.length === 0 && own !== target && isAlike(own, target, dataset)
    ? [wholeClaim(comparison, own.key, Number(factor), target.key)]
    : undefined
}

/** What is held against a target, and the target: the nearest of each. */
export function targetPair(
  word: Word,
  sentence: Sentence,
  [member]: readonly Observation[] = [],
): Record<'actual' | 'target', Mention> | undefined {
  const all = [...printed(sentence), ...named(sentence)]
  // The threshold of {it}: whatever the figure is called.
  const isMark = (at: number) => isParticle('mark', at - 2, sentence) && isParticle('part-of', at - 1, sentence)
  const isOfTarget = ({ at, figure }: Mention) => isTarget(figure, sentence.dataset, sentence.language) || isMark(at)
  const target = nearest(all.filter(isOfTarget), word) ?? unnamed(all, sentence)
  const isMet = word.meaning === 'met'
  // To reach the target, it would have to rise.
  const isSought = isMet && isParticle('to', word.first - 1, sentence)
  const others = all.filter(
    (one) =>
      !isOfTarget(one) &&
      target &&
      !(isSought && comparePeriods(target.figure.period, one.figure.period) > 0) &&
      isAlike(one.figure, target.figure, sentence.dataset),
  )
  // Nearly twice as high as last year ({rate of then}), and above the threshold; {rate}, after {then}, and so above:
  // what is in brackets, or only compared with, is said of something else.
  const isApart = ({ at }: Mention) => {
    const before = withArticle(at, sentence) - 1
    const isAgainst = isParticle('against', before, sentence) && !isParticle('to', before, sentence)
    return isAgainst || /^[(（]$/.test(sentence.tokens[at - 1]?.text ?? '')
  }
  const ofGroup = member ?? (target && getSubjects(word, target, sentence)[0])
  const actual =
    nearest(
      others.filter((one) => !isApart(one)),
      word,
    ) ??
    nearest(others, word) ??
    (ofGroup && target && { at: target.at, figure: ofGroup }) ??
    (isMet && !isMetByAll(target, word, sentence) ? undefined : aimedAt(target, sentence))
  return target && actual && { actual, target }
}

/** The target of {it} is met, the region met its target of {it}; but not half of them met it, nor was it met in May. */
function isMetByAll(target: Mention | undefined, { first }: Word, sentence: Sentence): boolean {
  const { words, lists, things, tokens, language, dataset } = sentence
  const { period } = dataset.report
  if (!target || !isOfNow(sentence) || !observationsAt(sentence).includes(target.figure)) return false
  const isSome =
    lists.length > 0 ||
    words.some(({ meaning }) => !/^(?:met|verb|not)$/.test(meaning)) ||
    tokens.some(({ text }) => countSaid(text, language) !== undefined)
  const isOther = (one: NamedPeriod) => !areSame(inYearOf(period, one.period), period)
  const isOfPart = things.some(({ category }) => category)
  return !isOfPart && (target.at < first || !isSome) && !partsNamedIn(sentence).some(isOther)
}

/** What a target that is named is one of, now. */
function aimedAt(target: Mention | undefined, { language, dataset }: Sentence): Mention | undefined {
  const of = target && getTarget(target.figure.indicator, dataset, language)
  const figure = of === undefined ? undefined : findObservation(dataset, of)
  return target && figure && { at: target.at, figure }
}

/** Whether a word is target, goal, threshold. */
function isAim(at: number, sentence: Sentence): boolean {
  return isParticle('target', at, sentence) || isParticle('threshold', at, sentence)
}

function printed(sentence: Sentence): Mention[] {
  return figuresIn(sentence).flatMap((at) => {
    const figure = tokenFigure(sentence, at)?.observation
    return figure?.measure === 'value' ? [{ at, figure }] : []
  })
}

/** What is named, with its figure of now, or that of a part of it where it is printed. */
function named(sentence: Sentence): Mention[] {
  // Target missed, beside a figure in another unit than the target that is called so.
  const units = printed(sentence).map(({ figure }) => figure.quantity.unit)
  const isOf = (id: string) => units.includes(sentence.dataset.indicators.get(id)?.unit ?? '')
  const isBare = ({ first, end }: Name) => units.length > 0 && end - first === 1 && isAim(first, sentence)
  return sentence.names.flatMap((name) => {
    if (isBare(name) && !name.indicators.some(isOf)) return []
    const own = printed(sentence).filter(({ at }) => getIs(at, name, sentence))
    // The guideline for PM2.5.
    const ofPart = () =>
      seriesOfCategories(new Set(name.indicators), sentence.things, sentence.dataset)
        .map((series) => findObservation(sentence.dataset, series))
        .find((one) => one !== undefined)
    const now =
      name.indicators.length > 1 && own.length > 0 ? undefined : (current(name, sentence, undefined) ?? ofPart())
    const [time = '', ...times] = new Set(printed(sentence).map(({ figure }) => figure.period))
    const isAim = now && times.length === 0 && isTarget(now, sentence.dataset, sentence.language)
    const then = isAim && sentence.dataset.observations.get(observationKey(now.series, 'value', time))
    const later = own.length === 0 ? targetOfItsTime(name, sentence) : undefined
    const { figure = later ?? (then || now) } = own.find((one) => one.figure.period === now?.period) ?? {}
    return figure ? [{ at: name.first, figure }] : []
  })
}

/** The target set for 2030: of the time that stands right after its name; of none, the only one there is. */
function targetOfItsTime({ indicators: [id, ...others], end }: Name, sentence: Sentence): Observation | undefined {
  const { dataset, language } = sentence
  const aim = id === undefined || others.length > 0 ? undefined : dataset.indicators.get(id)
  if (!aim || !namedAim(aim)(language)) return undefined
  const all = getObservations(dataset, aim.id).filter(({ measure }) => measure === 'value')
  const time = namedPeriods(sentence).find(({ first }) => first >= end && first - end <= 4)
  return time ? all.find(({ period }) => isNamedBy(period, time.period)) : all.length === 1 ? all[0] : undefined
}

/** The ministry’s target: that of what the sentence names, or the one target of the dataset in its unit. */
function unnamed(all: readonly Mention[], sentence: Sentence): Mention | undefined {
  const { dataset, language } = sentence
  const at = sentence.tokens.findIndex((_, index) => isAim(index, sentence))
  const units = all.map(({ figure }) => figure.quantity.unit)
  if (at < 0) return undefined
  const targets = [...dataset.indicators.values()].filter((one) => namedAim(one)(language) && units.includes(one.unit))
  const isOwn = ({ id }: Indicator) => all.some(({ figure }) => figure.indicator === getTarget(id, dataset, language))
  const own = targets.filter(isOwn)
  const [only, ...others] = own.length > 0 ? own : targets
  const figure = only && others.length === 0 ? findObservation(dataset, only.id) : undefined
  return figure && { at, figure }
}

/** Of one unit and time; a threshold or target stands for all times for which nobody states another. */
function isAlike(a: Observation, target: Observation, { observations }: Dataset): boolean {
  const isStanding = !observations.has(`${target.series}@${a.period}`)
  return a.quantity.unit === target.quantity.unit && (a.period === target.period || isStanding)
}

function nearest(mentions: readonly Mention[], { first }: Word): Mention | undefined {
  return mentions.toSorted((a, b) => Math.abs(a.at - first) - Math.abs(b.at - first))[0]
}

/** The target is above what was reached: with no sign between that ends the clause. */
function isObject({ at }: Mention, { first, end }: Word, sentence: Sentence): boolean {
  const { clauseOf, tokens } = sentence
  // L’objectif est déjà dépassé ({it}).
  const isLed = isParticle('than', end - 1, sentence) || isParticle('to', end - 1, sentence)
  const isBracketed = /^[(（]$/.test(tokens[at - 1]?.text ?? '')
  const isPassive = !isLed && isBracketed && [first - 1, first - 2].some((one) => isParticle('be', one, sentence))
  return at >= end && clauseOf[at] === clauseOf[end - 1] && !isPassive
}
