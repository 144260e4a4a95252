import { Decimal } from 'decimal.js'
import { observationKey } from '../../../dataset/figure/reference.ts'
import { monthsBetween, shiftPeriod } from '../../../dataset/figure/shift-period.ts'
import { isPercentage } from '../../../dataset/figure/unit/unit.ts'
import { findObservation } from '../../../dataset/find.ts'
import type { Dataset, Observation } from '../../../dataset/types.ts'
import { earlier } from '../../../document/claim/history.ts'
import { lexicons } from '../../../locale/words/lexicons.ts'
import { changeBeside, getBases } from '../bases.ts'
import { isNamedAs, type Name } from '../names.ts'
import { growthReading } from '../others/stated-growths.ts'
import { isParticle, particlesIn, withArticle } from '../particles.ts'
import { entries, type Word } from '../read-words.ts'
import {
  figuresIn,
  namedPeriods,
  observationsAt,
  observationsNamed,
  type Sentence,
  wordAt,
  wordBefore,
} from '../sentences.ts'
import { isRatioToNorm, saysSide } from '../signed.ts'
import { extremes, movements, namedBeside, paceBefore } from '../tie-figures.ts'
import { getTokens, type Token } from '../tokens.ts'
import { growthClaim } from './comparisons/amounts.ts'
import { againstPair } from './comparisons/compared-pair.ts'
import { comparisonReadings, isOfTime, isQualifier } from './comparisons/comparisons.ts'
import { alikeClaims } from './comparisons/multiples-compared.ts'
import { speedClaims } from './comparisons/speeds.ts'
import { othersTogether } from './comparisons/sums.ts'
import { deficitMeanings } from './deficits.ts'
import { withDegree } from './degrees.ts'
import {
  extremeReadings,
  followedClaims,
  historyClaims,
  levelsAtItsTime,
  ofSeason,
  rangeReadings,
  rankReadings,
  sincePeriod,
} from './extremes.ts'
import { fallReadings, gainReadings, gapReadings, isGap, isOfGap } from './gaps.ts'
import { allBefore, groupClaims, onlyThings, pairedClaims, partClaims, sinceBases, tallyReadings } from './groups.ts'
import { movementReadings } from './movements.ts'
import { everyClaims, multipleReadings, timesOver } from './multiples.ts'
import { firstTimeClaims, rowClaims, rowOfSide, sideClaims } from './rows.ts'
import { portionReadings, shareReadings } from './shares.ts'
import { asBeforeReadings, levelAtBase, sinceBeside, sinceOpening } from './since.ts'
import { nearingReadings, targetClaims, targetReadings } from './targets.ts'
import {
  type ClaimText,
  flatClaims,
  getLevel,
  isOwnChange,
  isSaidAsChange,
  isSigned,
  movementClaims,
  muchTheSame,
  neutralOf,
  noChange,
  type Reading,
} from './word-claims.ts'

/** What a word may say of the figures that it is tied to, likeliest first; none where they cannot decide it. */
export function getReadings(word: Word, tied: readonly Observation[], sentence: Sentence): Reading[] {
  const ofGrowth = growthReading(word, sentence)
  if (ofGrowth) return [ofGrowth]
  if (isOfGap(word, sentence)) return gapReadings(word, sentence)
  const readings = allReadings(ofCurrency(ofDuration(word, sentence), tied, sentence), tied, sentence)
  const ofHistory = extremes.test(word.meaning) ? ofSeason(readings, word, sentence) : readings
  return withDegree(
    ofHistory.filter(({ length }) => length > 0),
    word,
    sentence,
  )
}

/** What a pace says of a time that something takes: the fastest takes least. */
const ofTimes: Readonly<Partial<Record<Word['meaning'], Word['meaning']>>> = {
  ...{ fastest: 'smallest', faster: 'less', 'gained-pace': 'down' },
  ...{ slowest: 'largest', slower: 'more', slowed: 'up' },
}

/** Crews are fastest in {minutes}, on lines of {speed}: a level in minutes, days or speed, where nothing moved. */
function ofDuration(word: Word, sentence: Sentence): Word {
  const meaning = ofTimes[word.meaning]
  const figures = observationsAt(sentence)
  if (!meaning || figures.length === 0 || figures.some(({ measure }) => measure !== 'value')) return word
  const isTime = ({ quantity }: Observation) => /^(?:second|minute|hour|day|week|month)s?$/.test(quantity.unit)
  // The fastest takes least time, and has the most speed.
  const isSpeed = figures.every((figure) => isNamedAs('speed', figure, sentence.dataset))
  const said = isSpeed ? deficitMeanings[meaning] : meaning
  // Recovery is fastest in the North: what begins a sentence may be a name.
  const isMoving = sentence.words.some(
    (other, at) => /^(?:up|down)$/.test(other.meaning) && (at > 0 || sentence.words[1]?.meaning !== 'verb'),
  )
  return said && !isMoving && (isSpeed || figures.every(isTime)) ? { ...word, meaning: said } : word
}

/** The krone strengthened, where a euro costs fewer kroner: a currency gains as what is priced in it gets cheaper. */
function ofCurrency(word: Word, [price]: readonly Observation[], sentence: Sentence): Word {
  const { tokens, language, dataset } = sentence
  const { first, end, meaning } = word
  const isWorth =
    [first, end - 1].some((at) => isParticle('worth', at, sentence)) ||
    [end, end + 1].some((at) => isParticle('against', at, sentence) && !isParticle('to', at, sentence))
  if (!price || !isWorth || !(meaning === 'up' || meaning === 'down')) return word
  const unit = dataset.units.get(dataset.indicators.get(price.indicator)?.unit ?? '')
  const money = getTokens(unit?.label[language] ?? '')
  const per = money.findIndex(({ text }) => entries(lexicons[language].particles.per).includes(text))
  if (per < 0 && !/^[A-Z]{3}$/.test(unit?.id ?? '')) return word
  const names = money.slice(0, per < 0 ? money.length : per).map(({ text }) => text.slice(0, 4))
  const isIts = ({ text }: Token, at: number) =>
    at < first &&
    text.length > 3 &&
    names.includes(text.slice(0, 4)) &&
    ![1, 2].some((back) => isParticle('against', at - back, sentence))
  return tokens.some(isIts) ? { ...word, meaning: meaning === 'up' ? 'down' : 'up' } : word
}

/** What a word may say by its meaning; likeliest first, some of them perhaps without claims. */
type GetReadings = (word: Word, tied: readonly Observation[], sentence: Sentence) => Reading[]

const ofTarget: GetReadings = (word, _, sentence) => targetReadings(word, sentence)
const ofSpeed: GetReadings = (word, _, sentence) => [speedClaims(word, sentence)]
const ofAmount: GetReadings = (word, tied, sentence) => [asMuchClaims(word, tied, sentence)]
const ofSide: GetReadings = (word, tied, sentence) => [sideClaims(word, tied, sentence)]
const ofRow: GetReadings = (word, [nearest], sentence) => [rowClaims(word, sentence, nearest)]

const byMeaning: Readonly<Partial<Record<Word['meaning'], GetReadings>>> = {
  up: (word, tied, sentence) => movementReadings('rose', word, tied, sentence),
  down: (word, tied, sentence) => movementReadings('fell', word, tied, sentence),
  ...{ narrower: gapMovements, wider: gapMovements },
  ...{ better: qualityReadings, worse: qualityReadings },
  flat: flatReadings,
  'nearly-flat': nearlyFlatReadings,
  'as-before': asBeforeReadings,
  ...{ slowed: paceReadings, 'gained-pace': paceReadings },
  ...{ more: sizeReadings, less: sizeReadings, above: sizeReadings, below: sizeReadings },
  ...{ met: ofTarget, missed: ofTarget },
  alike: (word, _, sentence) => [alikeClaims(word, sentence)],
  ...{ faster: ofSpeed, slower: ofSpeed },
  ...{ 'as-much': ofAmount, 'as-little': ofAmount },
  'for-every': (word, _, sentence) => [everyClaims(word, sentence)],
  times: multipleReadings,
  ...{ record: recordReadings, lowest: recordReadings },
  ...{ largest: levelExtremes, smallest: levelExtremes },
  ...{ fastest: figureExtremes, slowest: figureExtremes },
  extreme: (word, tied, sentence) =>
    (['largest', 'smallest'] as const).flatMap((meaning) => figureExtremes({ ...word, meaning }, tied, sentence)),
  ...{ best: bestReadings, worst: bestReadings },
  range: (word, _, sentence) => rangeReadings(word, sentence),
  within: withinReadings,
  ...{ deficit: ofSide, surplus: ofSide },
  rank: placeReadings,
  'over-a-year': yearReadings,
  ...{ 'in-a-row': ofRow, 'each-time': ofRow },
  'first-time': (word, _, sentence) => [firstTimeClaims(word, sentence)],
  majority: majorityReadings,
  ...{ minority: portionReadings, 'nearly-all': portionReadings, few: portionReadings, all: portionReadings },
  share: shareReadings,
}

function allReadings(word: Word, tied: readonly Observation[], sentence: Sentence): Reading[] {
  const tally = tallyReadings(word, sentence)
  if (tally.length > 0) return tally
  const ofOthers = gainReadings(word, sentence) ?? fallReadings(word, tied[0], sentence)
  return ofOthers ?? byMeaning[word.meaning]?.(word, tied, sentence) ?? []
}

function gapMovements(word: Word, tied: readonly Observation[], sentence: Sentence): Reading[] {
  const gaps = gapFigures(word, tied, sentence)
  return gaps.length > 0 ? [movementClaims(word.meaning === 'wider' ? 'rose' : 'fell', gaps, sentence.dataset)] : []
}

function flatReadings(word: Word, [nearest]: readonly Observation[], sentence: Sentence): Reading[] {
  // Unchanged from April, where the report compares with the year before.
  const [own, then] = nowAndThen(word, nearest, sentence)
  // Rose by {it}, the same rate as in the second quarter.
  const isSame = then !== undefined && isParticle('than', word.end - 1, sentence)
  if (nearest && !isSame && isSaidAsChange(nearest, word, sentence)) return [[['between', nearest.key, ...noChange]]]
  // About as many as a year before.
  const isAbout = wordBefore(word.first, sentence)?.meaning === 'about'
  if (own && then) return [[isAbout ? muchTheSame(own, then.key) : ['as-many-as', then.key, own.key]]]
  if (!nearest) return []
  const step = lastStep(nearest, sentence)
  const ofStep: Reading[] = step ? [[['as-many-as', step.then.key, step.now.key]]] : []
  return [flatClaims(nearest, sentence.dataset), ...sinceBases('as-many-as', [nearest.series], sentence), ...ofStep]
}

function nearlyFlatReadings(word: Word, tied: readonly Observation[], sentence: Sentence): Reading[] {
  const { dataset } = sentence
  const [own, then] = nowAndThen(word, tied[0], sentence)
  if (own && then) return [[muchTheSame(own, then.key)]]
  const step = lastStep(tied[0], sentence)
  const ofStep: Reading[] = step ? [[muchTheSame(step.now, step.then.key)]] : []
  return [
    timesOver('1', tied, 'about', dataset).map(([, key = '', before = '']) => {
      const level = dataset.observations.get(String(key))
      return level ? muchTheSame(level, String(before).replace(/^1 \* /, '')) : ['about', key, before]
    }),
    ...ofStep,
  ]
}

/** Growth slowed, gained pace. */
function paceReadings({ meaning }: Word, tied: readonly Observation[], { dataset }: Sentence): Reading[] {
  const [nearest] = tied
  const isSlower = meaning === 'slowed'
  const level = nearest && nearest.measure !== 'value' ? getLevel(dataset, nearest) : undefined
  // 增速比9月放缓{by}: of what is a growth itself, how far that went.
  if (nearest && level && isOwnChange(level, dataset) && !level.quantity.value.isNegative())
    return [[[isSlower ? 'fell' : 'rose', nearest.key]]]
  const pace = paceOfGrowth(isSlower, tied, dataset)
  // From {one growth} to {another}: from level to level.
  const isWay = pace.length === 1 && pace[0]?.length === 3
  const ofSteps = nearest && stepPace(isSlower, nearest, dataset)
  if (ofSteps) return [ofSteps, pace]
  const claim = isSlower ? 'slowed' : 'gained-pace'
  return nearest && !isWay ? [[[claim, `${nearest.series}@${nearest.period}`]], pace] : [pace]
}

/** More and less, above and below: than a target, another, a group or what was before. */
function sizeReadings(word: Word, tied: readonly Observation[], sentence: Sentence): Reading[] {
  // 比农村低1个百分点以上: of the number before it, five tokens long with its unit.
  const isNumber = /^\d/.test(sentence.tokens[word.first - 5]?.text ?? '')
  if (isNumber && isParticle('than-amount', word.first - 6, sentence)) return []
  const ofZero = zeroClaims(word, tied, sentence)
  if (ofZero) return [ofZero]
  const ofOthers = othersTogether(word, tied[0], sentence)
  if (ofOthers) return [[ofOthers]]
  const nearing = nearingReadings(word, sentence)
  if (nearing.length > 0) return nearing
  const ofTargets = targetReadings(word, sentence)
  if (ofTargets.length > 0) return ofTargets
  const ofPace = paceClaims(word, sentence)
  if (ofPace.length > 0) return [ofPace]
  const paired = pairedClaims(word, sentence)
  if (paired.length > 0) return [paired]
  const ofGroup = isQualifier(word, sentence) ? [] : comparedGroup(word, sentence)
  return ofGroup.length > 0 ? [ofGroup] : comparisonReadings(word, sentence)
}

function recordReadings(word: Word, [nearest]: readonly Observation[], sentence: Sentence): Reading[] {
  const { dataset } = sentence
  const level = nearest && getLevel(dataset, nearest)
  if (!level) return []
  // Its peak had come in 2023, at {it}: of all times, where the sentence says when it was.
  const isThen = ({ period }: Observation) => namedPeriods(sentence).some((named) => named.period === period)
  const printed = observationsAt(sentence).filter((one) => one.measure === 'value' && one.series === level.series)
  const atTime = levelsAtItsTime(word, level, sentence)
  const [past, ...others] = atTime.length > 0 || printed.length > 1 ? atTime : printed.filter(isThen)
  const meaning = isLowRecord(word, level, sentence) ? 'lowest' : word.meaning
  if (past && others.length === 0) return [sincePeriod(meaning, past, '', dataset)]
  return [historyClaims(meaning, level, dataset, sinceBeside(word, sentence) ?? sinceOpening(sentence))]
}

function figureExtremes(word: Word, [nearest]: readonly Observation[], sentence: Sentence): Reading[] {
  return extremeReadings(word, nearest, sentence)
}

function levelExtremes(word: Word, [nearest]: readonly Observation[], sentence: Sentence): Reading[] {
  return extremeReadings(word, levelMeant(word, nearest, sentence), sentence)
}

/** Best and worst: the largest or the smallest, whichever is good. */
function bestReadings(word: Word, tied: readonly Observation[], sentence: Sentence): Reading[] {
  const good = tied[0] && sentence.dataset.indicators.get(tied[0].indicator)?.good
  if (!good) return []
  const isLargest = (good === 'up') === (word.meaning === 'best')
  // Was at its worst in the first quarter ({it}).
  return isParticle('to', word.first, sentence)
    ? allReadings({ ...word, meaning: isLargest ? 'record' : 'lowest' }, tied, sentence)
    : levelExtremes({ ...word, meaning: isLargest ? 'largest' : 'smallest' }, tied, sentence)
}

/** Firms spend {a}, followed by {b}: the most first, where no word says otherwise. */
function withinReadings(word: Word, _: readonly Observation[], sentence: Sentence): Reading[] {
  const isFirst = isParticle('followed', word.first, sentence)
  if (!isFirst || sentence.words.some(({ meaning }) => extremes.test(meaning))) return []
  const places = followedClaims({ ...word, meaning: 'largest', end: 0 }, sentence)
  return places ? [places] : []
}

function placeReadings(word: Word, [nearest]: readonly Observation[], sentence: Sentence): Reading[] {
  // Second only to another.
  const isObject = sentence.things.some(({ first }) => first >= word.end && first - word.end <= 1)
  const ranks = rankReadings(word, nearest, sentence)
  if (!isObject) return ranks
  const below = comparisonReadings({ ...word, meaning: 'below' }, sentence)
  const places = nearest?.measure === 'value' ? (ranks[0] ?? []) : []
  return [[...places, ...(below[0] ?? [])]]
}

function yearReadings({ first }: Word, _: readonly Observation[], sentence: Sentence): Reading[] {
  const change = changeBeside(first, sentence)
  return [change ? [['over-a-year', change.key]] : []]
}

function majorityReadings(word: Word, tied: readonly Observation[], sentence: Sentence): Reading[] {
  const ofSeats = heldMajority(word, sentence)
  if (ofSeats) return [ofSeats]
  return isAdverb(word, sentence)
    ? figureExtremes({ ...word, meaning: 'largest' }, tied, sentence)
    : portionReadings(word, tied, sentence)
}

/** A level of now and the one right before, if a sentence names no base: rates held steady, in a monthly report. */
function lastStep(nearest: Observation | undefined, sentence: Sentence) {
  const now = nearest?.measure === 'value' ? nearest : undefined
  const then = now && earlier(sentence.dataset, now).at(-1)
  const isBare = getBases(sentence).length === 0 && !sentence.words.some(({ meaning }) => meaning === 'over-a-year')
  return now && then && isBare && /^\d{4}-\d\d$/.test(now.period) ? { now, then } : undefined
}

/**
 * The level of a change that an extreme is said of, where it remains so or moved in another clause:
 * grew most, by {by}, but remains the smallest; is the best, although it fell by {by}.
 */
function levelMeant(word: Word, figure: Observation | undefined, sentence: Sentence): Observation | undefined {
  const { first } = word
  const { clauseOf, words, dataset } = sentence
  const here = clauseOf[first]
  const isStill = particlesIn('still', sentence).some((at) => at < first && first - at <= 6 && clauseOf[at] === here)
  const of = clauseOf[figuresIn(sentence).find((at) => observationsAt(sentence, [at])[0] === figure) ?? first]
  const isMoved = (clause: number | undefined) =>
    words.some(({ meaning, first: at }) => movements.test(meaning) && clauseOf[at] === clause)
  const isLevel = isStill || isApposed(word, sentence) || (isMoved(of) && !isMoved(here))
  return isLevel && figure && figure.measure !== 'value' ? (getLevel(dataset, figure) ?? figure) : figure
}

/** An extreme between commas without a figure or movement: the Heartland, the least visited region, lost {by}. */
function isApposed({ first, end }: Word, { tokens, words }: Sentence): boolean {
  const isBorder = (at: number) => /^[,，]$/.test(tokens[at]?.text ?? '')
  const from = tokens.findLastIndex((_, at) => at < first && isBorder(at))
  const until = tokens.findIndex((_, at) => at >= end && isBorder(at))
  const isMoved = words.some((one) => movements.test(one.meaning) && one.first > from && one.first < until)
  return until >= 0 && !isMoved && !tokens.slice(from + 1, until).some(({ figure }) => figure)
}

/** The February record of the lowest temperature, {it}. */
function isLowRecord({ first, end }: Word, level: Observation, sentence: Sentence): boolean {
  const isEither = [end - 1, end - 2].some((at) => at >= first && isParticle('either-record', at, sentence))
  return isEither && end - first <= 3 && isNamedAs('minimum', level, sentence.dataset)
}

/** The level of a figure, and that of the time that a word’s own words for a base name. */
function nowAndThen(word: Word, figure: Observation | undefined, sentence: Sentence) {
  const own = figure && getLevel(sentence.dataset, figure)
  return [own, own && levelAtBase(word, own, sentence)] as const
}

/** 进口价格跌幅大于出口价格, exports grew more than imports: how far two things went, which have no figures of their own for it. */
function paceClaims(word: Word, sentence: Sentence): Reading {
  const isMore = word.meaning === 'more' || word.meaning === 'above'
  const asSpeed = { ...word, meaning: isMore ? ('faster' as const) : ('slower' as const) }
  const moved = wordBefore(word.first, sentence)
  const isOfThing = sentence.things.some(({ first }) => first >= word.end && first - word.end <= 2)
  if (/^(?:up|down)$/.test(moved?.meaning ?? '') && isParticle('than', word.end - 1, sentence) && isOfThing)
    return speedClaims(asSpeed, sentence)
  const pace = paceBefore(word, sentence)
  // 增速比出口高: with what is compared between; 增速略低于出口.
  const at = pace?.end ?? -1
  const next = wordAt(isParticle('slightly', at, sentence) ? at + 1 : at, sentence)
  const isNext = next && (next.meaning === 'than' || next.first === word.first)
  if (!isNext || observationsAt(sentence).some((one) => isOwnChange(one, sentence.dataset))) return []
  return speedClaims(asSpeed, sentence)
}

/** Are as many as in 2022; as many came as left, {a} and {b}. */
function asMuchClaims(word: Word, tied: readonly Observation[], sentence: Sentence): Reading {
  if (!isParticle('than', word.end - 1, sentence) || isAsFast(word, sentence)) return []
  const level = tied.find(({ measure }) => measure === 'value')
  const then = level && levelAtBase(word, level, sentence)
  if (then)
    return [isPercentage(level.quantity.unit) ? muchTheSame(level, then.key) : ['as-many-as', then.key, level.key]]
  const figures = figuresIn(sentence)
  return figures.length === 2 && figures.every((at) => at > word.end) ? alikeClaims(word, sentence) : []
}

/** As fast as, as strongly as: of paces. */
export function isAsFast({ meaning, first }: Word, sentence: Sentence): boolean {
  return meaning === 'as-much' && isParticle('fast', first + 1, sentence)
}

/** Has a majority, if the dataset says how many make one: so many or more; undefined if not, nothing where missed. */
function heldMajority(word: Word, sentence: Sentence): Reading | undefined {
  const { words, clauseOf } = sentence
  const isApart = ({ meaning, first }: Word) =>
    /^(?:missed|down|below)$/.test(meaning) && clauseOf[first] === clauseOf[word.first]
  const isAim = isParticle('threshold', word.end - 1, sentence)
  const claims = isAim ? targetClaims({ ...word, meaning: 'met' }, sentence) : []
  if (claims.length === 0) return undefined
  return words.some(isApart) ? [] : claims
}

/** Fell most, cooled most: the largest of some movements. */
function isAdverb({ first, end }: Word, sentence: Sentence): boolean {
  const isMovement = ({ meaning, ...other }: Word) =>
    other.end === first && /^(?:up|down|slowed|better|worse)$/.test(meaning)
  // Fell most in the Capital, for employees in their forties; but not most of the falls.
  const isPlace = ({ category, first: at }: Name) =>
    category !== undefined && [1, 2].includes(withArticle(at, sentence) - end)
  const isIn = sentence.things.some(isPlace)
  // It is the oldest who trust it most.
  const isLast = sentence.tokens[first]?.text === 'most' && !/^\p{L}/u.test(sentence.tokens[end]?.text ?? '.')
  const isMoved = sentence.words.some(isMovement)
  // Fell in every region, most in the East.
  const isApposed =
    isIn &&
    /^[,，]$/.test(sentence.tokens[first - 1]?.text ?? '') &&
    sentence.words.some((other) => other.end < first && /^(?:up|down)$/.test(other.meaning))
  return end - first === 1 && ((isMoved && (isIn || !isParticle('of', end, sentence))) || isLast || isApposed)
}

/** A level's side of zero: below zero; of a figure that counts from a mean, colder than usual, above the mean. */
function zeroClaims(word: Word, tied: readonly Observation[], sentence: Sentence): Reading | undefined {
  const isOfNorm = ({ indicator }: Observation) => isRatioToNorm(sentence.dataset.indicators.get(indicator))
  // {a} above normal, {b} below: what stands right before the word.
  const before = observationsAt(sentence, [word.first - 1])
  const level = [...before, ...tied, ...observationsAt(sentence).filter(isOfNorm)].find(
    (one) => one.measure === 'value' && saysSide(word, one, sentence),
  )
  if (!level) return undefined
  // Close to zero: on either side.
  if (isParticle('nearly', word.first, sentence)) return []
  const mark = isOfNorm(level) ? new Decimal(100) : undefined
  const side = word.meaning === 'more' || word.meaning === 'above' ? 'more' : 'less'
  // All regions were colder than usual.
  const all = allBefore(word, sentence).flatMap((member) => findObservation(sentence.dataset, member) ?? [])
  const own = all.some(({ indicator }) => indicator === level.indicator) ? all : rowOfSide(word, level, sentence)
  return own.map((one) => growthClaim(side, one, mark))
}

/** Four of five districts have shorter lists, all have fewer than before: what each has now against what it had. */
function comparedGroup(word: Word, sentence: Sentence): Reading {
  const rule = word.meaning === 'more' || word.meaning === 'above' ? 'rose' : 'fell'
  const isPair = sentence.words.some(({ meaning, first }) => meaning === 'than' && first >= word.end)
  const isComparative = word.meaning === 'more' || word.meaning === 'less'
  const isAlone = isOfTime(word, sentence) || (!isPair && isComparative)
  // Disposed of more cases than came in: than another thing, and not than before.
  if (isComparative && isThanOther(word, sentence)) return []
  // Four areas are short of the standard: of no movement.
  const isSide = !isComparative && !isOfTime(word, sentence) && onlyThings(word, sentence).length === 0
  const part = isSide ? [] : partClaims(rule, word, sentence)
  return part.length > 0 || !isAlone ? part : groupClaims(rule, word, sentence)
}

/** Whether a comparative compares with something else than a time: more cases than came in; mehr, als neu eingingen. */
function isThanOther(word: Word, sentence: Sentence): boolean {
  const than = particlesIn('than', sentence).find((at) => at >= word.end)
  const stop = sentence.tokens.findIndex(({ text, figure }, at) => at >= word.end && (figure || /^[;:.(]$/.test(text)))
  return than !== undefined && than < stop && !isOfTime(word, sentence)
}

/** Better and worse: up or down, more or less, whichever is good news of the figure. */
function qualityReadings(word: Word, tied: readonly Observation[], sentence: Sentence): Reading[] {
  const goodOf = ({ indicator }: Observation) => sentence.dataset.indicators.get(indicator)?.good
  const isUp = (figure: Observation) => (goodOf(figure) === 'up') === (word.meaning === 'better')
  const figure = [...tied, ...observationsAt(sentence), ...observationsNamed(sentence)].find(goodOf)
  if (!figure) return []
  const side = { ...word, meaning: isUp(figure) ? ('more' as const) : ('less' as const) }
  const isThan =
    sentence.words.some(({ meaning, first }) => meaning === 'than' && first === word.end) ||
    againstPair(word, sentence) !== undefined
  const ofTarget = isThan ? targetClaims(side, sentence) : []
  if (ofTarget.length > 0) return [ofTarget]
  if (isThan) return comparisonReadings(side, sentence)
  const only = partClaims(isUp(figure) ? 'rose' : 'fell', { ...word, meaning: isUp(figure) ? 'up' : 'down' }, sentence)
  if (only.length > 0 && neutralOf(figure.indicator, sentence.dataset) === undefined) return [only]
  const all = allBefore(word, sentence).flatMap((member) => findObservation(sentence.dataset, member) ?? [])
  const [rule, opposite] = isUp(figure) ? (['rose', 'fell'] as const) : (['fell', 'rose'] as const)
  if (all.length > 0 && all.every((one) => goodOf(one) && isUp(one) === isUp(figure)))
    return [groupClaims(rule, word, sentence)]
  if (all.some(goodOf))
    return [all.filter(goodOf).flatMap((one) => movementClaims(isUp(one) ? 'rose' : 'fell', [one], sentence.dataset))]
  const valued = tied.filter(goodOf)
  const alike = valued.filter((one) => isUp(one) === isUp(figure))
  const others = valued.filter((one) => !alike.includes(one))
  return [
    ...movementReadings(rule, word, alike, sentence),
    others.flatMap((one) => movementClaims(opposite, [one], sentence.dataset)),
  ]
}

/** A level in per cent may be a growth itself (inflation slowed), as may an index read from a mark, on its side. */
function paceOfGrowth(isSlower: boolean, tied: readonly Observation[], dataset: Dataset): Reading {
  const getMark = ({ indicator }: Observation) => neutralOf(indicator, dataset)
  const growths = tied.filter((one) => one.measure === 'value' && (one.quantity.unit === 'percent' || getMark(one)))
  const isBelow = growths.some((one) => getMark(one)?.gt(one.quantity.value))
  return movementClaims(isSlower === isBelow ? 'rose' : 'fell', growths, dataset)
}

/**
 * Growth slowed to {rate on the quarter}: of a change over less than a year, than over as long before it; undefined of
 * any other.
 */
function stepPace(isSlower: boolean, change: Observation, { observations }: Dataset) {
  const { series, period, since, measure } = change
  const months = measure !== 'value' && typeof since === 'string' ? monthsBetween(since, period) : 12
  if (typeof since !== 'string' || months >= 12) return undefined
  const levels = [period, since, shiftPeriod(since, -months) ?? ''].map((one) => observationKey(series, 'value', one))
  if (!levels.every((key) => observations.has(key))) return undefined
  const [now = '', then = '', before = ''] = levels
  const isDown = change.quantity.value.isNegative()
  const [last, other] = [
    [now, then],
    [then, before],
  ].map((ends) => (isDown ? ends.toReversed() : ends).join(' - '))
  const claim: ClaimText = [isSlower ? 'less-than' : 'more-than', last ?? '', other ?? '']
  // Nothing gains pace that has turned.
  return isSlower ? [claim] : [claim, [isDown ? 'at-most' : 'at-least', then, before]]
}

/** What narrows or widens: gaps, and what is named as that which does. */
function gapFigures(word: Word, tied: readonly Observation[], sentence: Sentence) {
  if (paceBefore(word, sentence)) return tied
  const named = namedBeside(word, sentence)
  const isBalance = sentence.words.some(({ meaning }) => meaning === 'surplus' || meaning === 'deficit')
  return tied.filter(
    (one) =>
      isGap(one.indicator, sentence.dataset) ||
      named?.indicators.includes(one.indicator) === true ||
      (isBalance && isSigned(one, sentence.dataset)),
  )
}
