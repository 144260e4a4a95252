import { comparePeriods } from '../../dataset/figure/period.ts'
import { observationKey } from '../../dataset/figure/reference.ts'
import { findObservation } from '../../dataset/find.ts'
import type { Dataset, Observation } from '../../dataset/types.ts'
import type { Place } from '../../diagnostic.ts'
import { type Claim, judgeClaim } from '../../document/claim/claim.ts'
import { earlier } from '../../document/claim/history.ts'
import { not, type Verdict } from '../../document/claim/rule.ts'
import { HelperError } from '../../document/template/helper.ts'
import type { Locale } from '../../locale/types.ts'
import type { Meaning } from '../../locale/words/lexicon.ts'
import { readNumbers } from '../numbers/numbers-in-text.ts'
import { comparisonClaims, growthAt, growthClaim, multipleClaims, speedClaims } from './compare-words.ts'
import { countSaid, isParticle } from './particles.ts'
import type { Word } from './read-words.ts'
import { figureAt, figuresIn, type Sentence } from './sentences.ts'
import { namedBeside, tiedFigures } from './tie-figures.ts'
import {
  type ClaimText,
  flatClaims,
  getLevel,
  getList,
  levelBefore,
  movementClaims,
  portionClaims,
  shareClaims,
  timesClaims,
} from './word-claims.ts'

/** What a judgement needs besides the sentence. */
export interface Setting {
  dataset: Dataset
  locale: Locale
}

/** What became of a word: held to figures, true or not, or tied to none. */
export interface JudgedWord {
  word: Word
  claims: Claim[]
  /** Whether it says what only figures can show, and none was found. */
  isLoose: boolean
}

/** Words that are reported where no figure is found for them. */
const strong: ReadonlySet<Meaning> = new Set([
  'up',
  'down',
  'times',
  'record',
  'lowest',
  'largest',
  'smallest',
  'fastest',
  'slowest',
  'rank',
  'share',
])

/** Judges a word of a sentence by the figures that it is said of. */
export function judgeWord(word: Word, sentence: Sentence, place: Place, setting: Setting): JudgedWord {
  const tied = tiedFigures(word, sentence).flatMap((index) => figureAt(sentence, index)?.observation ?? [])
  const nothing = { word, claims: [], isLoose: false }
  const clause = sentence.clauses[sentence.clauseOf[word.first] ?? 0]
  if (clause && word.first > clause.openFrom) return nothing
  const texts = claimTexts(word, tied, sentence, setting.dataset)
  const isNegated = isNegatedAt(word, sentence)
  const claims = askAll(texts, isNegated, place, setting)
  const isLoose =
    !isNegated &&
    claims.length === 0 &&
    texts.length === 0 &&
    strong.has(word.meaning) &&
    hasFigureNear(word, sentence) &&
    !clause?.isWithin &&
    (word.meaning === 'share' || word.meaning === 'times' || isAboutFigures(word, sentence)) &&
    !isBorneOut(word, sentence, place, setting)
  return { word, claims, isLoose }
}

/** Whether a word tied to no printed figure is true all the same: a share of another figure of the sentence, a movement of the thing that is named beside it. */
function isBorneOut(word: Word, sentence: Sentence, place: Place, setting: Setting): boolean {
  const printed = figuresIn(sentence).flatMap((index) => figureAt(sentence, index)?.observation ?? [])
  const [named, ...others] = namedBeside(word, sentence)?.indicators ?? []
  const current = named !== undefined && others.length === 0 ? findObservation(setting.dataset, named) : undefined
  const candidates = word.meaning === 'share' ? printed : current ? [current] : []
  const isRest = word.meaning === 'share' && printed.some((figure) => isRestOf(figure, word, place, setting))
  if (isRest) return true
  return candidates.some((figure) => {
    const claims = askAll(claimTexts(word, [figure], sentence, setting.dataset), false, place, setting)
    return claims.length > 0 && claims.every(({ verdict }) => verdict === 'holds')
  })
}

/** Whether a share is what a percentage leaves: seven in ten are of paper, 30% are digital. */
function isRestOf({ key, quantity }: Observation, { factor = '' }: Word, place: Place, setting: Setting): boolean {
  if (quantity.unit !== 'percent') return false
  return ask(['about', `100% - ${key}`, `${Number(factor) * 100}%`], place, setting)?.verdict === 'holds'
}

/** A word beside a named thing or in the clause of a figure. */
function isAboutFigures(word: Word, sentence: Sentence): boolean {
  const isNear = sentence.things.some(({ end }) => end <= word.first && word.first - end <= 2)
  return isNear || tiedFigures(word, sentence).length > 0
}

/** Judges a word by figures that a claim around it names. */
export function getJudgeWord(
  word: Word,
  figures: readonly Observation[],
  sentence: Sentence,
  place: Place,
  setting: Setting,
): Claim[] {
  return askAll(claimTexts(word, figures, sentence, setting.dataset), isNegatedAt(word, sentence), place, setting)
}

function askAll(texts: readonly ClaimText[], isNegated: boolean, place: Place, setting: Setting): Claim[] {
  return texts.flatMap((text) => {
    const claim = ask(text, place, setting)
    if (!claim) return []
    // What did not fall may have stayed as it was, as far as was counted.
    return isNegated ? (claim.verdict === 'undecided' ? [] : [negated(claim)]) : [claim]
  })
}

function ask(text: ClaimText, place: Place, { dataset, locale }: Setting): Claim | undefined {
  try {
    return judgeClaim({ args: text.map((value) => ({ value, place })), dataset, locale }, place)
  } catch (error) {
    if (error instanceof HelperError) return undefined
    throw error
  }
}

/** What is said not to be so; of what did not fall it is enough that it stayed as it was. */
function negated(claim: Claim): Claim {
  const verdict: Verdict = claim.truths.includes('unchanged') ? 'holds' : not(claim.verdict)
  const truths = verdict === 'fails' ? [claim.text.split(' ')[0] ?? ''] : []
  return { ...claim, verdict, text: `not ${claim.text}`, holds: `not so: ${claim.holds}`, truths }
}

/** Beside these never speaks of the past: never more. */
const ofAllTimes: ReadonlySet<Meaning> = new Set([
  'record',
  'lowest',
  'more',
  'less',
  'above',
  'below',
  'largest',
  'smallest',
])

/** Not, no, never before a word; no right after it: lost no staff. */
function isNegatedAt(word: Word, sentence: Sentence): boolean {
  const { words, tokens, clauseOf } = sentence
  const isNot = (other: Word) =>
    other.meaning === 'not' || (tokens[other.first]?.text === 'never' && !ofAllTimes.has(word.meaning))
  const before = words.findLast(
    (other) => isNot(other) && other.end <= word.first && clauseOf[other.first] === clauseOf[word.first],
  )
  if (before) {
    const between = tokens.slice(before.end, word.first)
    // A Chinese word is two tokens, as a rule.
    const most = /\p{Script=Han}/u.test(tokens[word.first]?.text ?? '') ? 8 : 4
    if (between.length <= most && !between.some(({ text, figure }) => figure || /^[,，、]$/.test(text))) return true
  }
  return words.some((other) => other.first === word.end && isParticle('none', other.first, sentence))
}

function claimTexts(word: Word, tied: readonly Observation[], sentence: Sentence, dataset: Dataset): ClaimText[] {
  const [nearest] = tied
  const movement = (rule: 'rose' | 'fell') => {
    // Prices rose 3.0%, or by 3.0%: not to, which is said of what stands there.
    const growth = growthAt(isParticle('apart', word.end, sentence) ? [word.end + 1] : [word.end], word, sentence)
    return growth ? [growthClaim(rule === 'rose' ? 'more' : 'less', growth)] : movementClaims(rule, tied, dataset)
  }
  switch (word.meaning) {
    case 'up':
      return [
        ...(hasFigureNear(word, sentence) ? movement('rose') : []),
        ...groupClaims('rose', word, sentence, dataset),
      ]
    case 'down':
      return [
        ...(hasFigureNear(word, sentence) ? movement('fell') : []),
        ...groupClaims('fell', word, sentence, dataset),
      ]
    case 'narrower':
      return movementClaims('fell', tied.filter(isGap(dataset)), dataset)
    case 'wider':
      return movementClaims('rose', tied.filter(isGap(dataset)), dataset)
    case 'better':
    case 'worse':
      return tied.flatMap((figure) => {
        const good = dataset.indicators.get(figure.indicator)?.good
        if (!good) return []
        return movementClaims((good === 'up') === (word.meaning === 'better') ? 'rose' : 'fell', [figure], dataset)
      })
    case 'flat':
      return nearest ? flatClaims(nearest, dataset) : []
    case 'nearly-flat':
      return timesOver('1', tied, 'about', dataset).map(([, level = '', before = '']) => {
        return ['between', level, `0.98 * (${before})`, `1.02 * (${before})`]
      })
    case 'slowed':
    case 'gained-pace':
      return nearest ? [[word.meaning, `${nearest.series}@${nearest.period}`]] : []
    case 'more':
    case 'less':
    case 'above':
    case 'below':
      return comparisonClaims(word, sentence, dataset)
    case 'faster':
    case 'slower':
      return speedClaims(word, sentence, dataset)
    case 'times': {
      const comparison = comparisonBefore(word, sentence)
      const multiple = multipleClaims(word, sentence, dataset, comparison)
      return multiple.length > 0
        ? multiple
        : timesOver(word.factor ?? '', tied, comparison, dataset, isFrom(word, sentence))
    }
    case 'record':
    case 'lowest': {
      const level = nearest && getLevel(dataset, nearest)
      return level ? [[word.meaning, level.key]] : []
    }
    case 'largest':
    case 'smallest':
    case 'fastest':
    case 'slowest':
      return nearest ? extremeClaims(word, nearest, sentence, dataset) : []
    case 'rank': {
      const list = nearest && getList(nearest, namedLists(sentence), dataset)
      return nearest && list !== undefined ? [['rank', list, nearest.series, word.rank ?? 1]] : []
    }
    case 'over-a-year':
      return tied.filter(({ measure }) => measure !== 'value').map(({ key }) => ['over-a-year', key])
    case 'in-a-row':
    case 'each-time':
      return rowClaims(word, sentence, nearest, dataset)
    case 'majority':
    case 'minority':
    case 'nearly-all':
    case 'few':
    case 'all': {
      if (!isSaidOfFigure(word, sentence)) return []
      return firstOf(shareFigures(word, tied, sentence), (part) => portionClaims(word.meaning, part, dataset))
    }
    case 'share': {
      const [factor, comparison] = [word.factor ?? '', comparisonBefore(word, sentence)]
      const than = factorThan(word, sentence)
      if (than !== undefined) return timesOver(than, tied, comparisonBefore(word, sentence, false), dataset)
      return firstOf(shareFigures(word, tied, sentence), (part) => shareClaims(factor, part, dataset, comparison))
    }
    default:
      return []
  }
}

/** Whether the figure that a word is tied to is where it began: doubled from their low of, since. */
function isFrom(word: Word, sentence: Sentence): boolean {
  const [index = 0] = tiedFigures(word, sentence)
  for (let at = index - 1; at >= index - 7; at--) {
    if (isParticle('from', at, sentence)) return true
    if (isParticle('to', at, sentence)) return false
  }
  return false
}

/** So many times a level: from the earliest of the figures to the latest; of one alone, from the level before; of an earlier one, up to now. */
function timesOver(
  factor: string,
  tied: readonly Observation[],
  comparison: string,
  dataset: Dataset,
  isStart = false,
): ClaimText[] {
  const [nearest, ...others] = tied
  if (!nearest) return []
  const levels = [nearest, ...others].filter((one) => one.measure === 'value' && one.series === nearest.series)
  const now = findObservation(dataset, nearest.series)
  const inTime = levels.toSorted((a, b) => comparePeriods(a.period, b.period))
  const [first] = inTime
  const last = inTime.length > 1 ? inTime.at(-1) : now
  const isBase = inTime.length > 1 || isStart || (first && !levelBefore(dataset, first))
  if (first && last && isBase && first.period !== last.period)
    return [[comparison, last.key, `${factor} * ${first.key}`]]
  return timesClaims(factor, nearest, dataset, comparison)
}

/** Up and down alone are prepositions as often: they say something only with their figure near. */
function hasFigureNear({ first, end }: Word, sentence: Sentence): boolean {
  if (end - first > 1 || !isParticle('bare', first, sentence)) return true
  const near = sentence.tokens.slice(end, end + 3)
  const before = figureAt(sentence, first - 1)?.observation
  return near.some(({ figure }) => figure !== undefined) || (before !== undefined && before.measure !== 'value')
}

function isGap({ indicators }: Dataset): (figure: Observation) => boolean {
  return ({ indicator }) => indicators.get(indicator)?.unit === 'percentage-points'
}

/** All branches gained, each gained over 60 million: what is said of a list of the dataset, or of several things named before, is held to each of them. */
function groupClaims(rule: 'rose' | 'fell', word: Word, sentence: Sentence, dataset: Dataset): ClaimText[] {
  const members = membersBefore(word, sentence)
  if (members.length === 0) return []
  const amount = [0, 1, 2].map((after) => figureAt(sentence, word.end + after)?.observation).find((one) => one)
  if (!amount || amount.measure === 'rate') return [['each', rule, members.join(' ')]]
  const side = rule === 'rose' ? 'at-least' : 'at-most'
  const changes = members.map((member) => observationKey(member, 'change', amount.period))
  const known = changes.filter((key) => dataset.observations.has(key) && key !== amount.key)
  return known.map((key) => [side, key, amount.key])
}

/** The members of the list that all or each is said of before a word, or the things that each follows. */
function membersBefore(word: Word, { lists, names, words, clauseOf }: Sentence): readonly string[] {
  const clause = clauseOf[word.first]
  const list = lists.find(({ end }) => end <= word.first && clauseOf[end - 1] === clause)
  const all = words.findLast(
    ({ meaning, end, first }) => meaning === 'all' && end <= word.first && clauseOf[first] === clause,
  )
  if (!all) return []
  if (list && (all.end === list.first || all.first >= list.end)) return list.indicators
  const before = names.filter(({ end, first }) => end <= all.first && clauseOf[first] === clause)
  return all.end === word.first && before.length >= 2 ? before.flatMap(({ indicators }) => indicators.slice(0, 1)) : []
}

function namedLists({ lists }: Sentence): (readonly string[])[] {
  return lists.map(({ indicators }) => indicators)
}

function extremeClaims(word: Word, figure: Observation, sentence: Sentence, dataset: Dataset): ClaimText[] {
  const isOfHistory = sentence.words.some(({ meaning }) => meaning === 'ever')
  if (isOfHistory && (word.meaning === 'largest' || word.meaning === 'smallest')) {
    const level = getLevel(dataset, figure)
    const before = level && earlier(dataset, level)
    if (level && before?.length === 1) return sinceYear(word, level, '', dataset)
    return level ? [[word.meaning === 'largest' ? 'record' : 'lowest', level.key]] : []
  }
  const since = yearAfter(word, sentence)
  if (figure.measure === 'value' && since !== undefined) return sinceYear(word, figure, since, dataset)
  const list = getList(figure, namedLists(sentence), dataset)
  const ofLevels: ClaimText[] = list === undefined ? [] : [[word.meaning, list, figure.series]]
  if (isAdjective(word, sentence) && !isOfMovement(word, sentence)) return ofLevels
  if (list === undefined || figure.period !== getLevel(dataset, figure)?.period) return []
  if (word.meaning === 'largest' && figure.measure !== 'value')
    return [[figure.measure === 'rate' ? 'fastest' : 'largest-gain', list, figure.series]]
  if (word.meaning === 'smallest' && figure.measure === 'rate') return [['slowest', list, figure.series]]
  if (word.meaning === 'smallest' && figure.measure === 'change')
    return list
      .split(' ')
      .filter((member) => member !== figure.series)
      .map((member) => ['less-than', figure.key, observationKey(member, 'change', figure.period)])
  return ofLevels
}

/** The year that an extreme is one since; of the highest number or point of all, none. */
function yearAfter({ end }: Word, sentence: Sentence): string | undefined {
  for (let at = end; at < end + 4; at++) {
    const next = sentence.tokens[at + 1]?.text ?? ''
    if (isParticle('from', at, sentence) && /^(?:19|20)\d\d$/.test(next)) return next
  }
  return isParticle('point', end, sentence) ? '' : undefined
}

/** A level above, or below, each other one after a year. */
function sinceYear(word: Word, { key, series }: Observation, year: string, { observations }: Dataset): ClaimText[] {
  const others = [...observations.values()].filter(
    (one) => one.series === series && one.measure === 'value' && one.key !== key && one.period > year,
  )
  return others.map((one) => [word.meaning === 'largest' ? 'more-than' : 'less-than', key, one.key])
}

/** The smallest branch, the biggest gain: one word that a noun follows. */
function isAdjective({ first, end, meaning }: Word, { tokens }: Sentence): boolean {
  const isOneWord = end - first === 1 && (meaning === 'largest' || meaning === 'smallest')
  return isOneWord && /^[\p{L}]/u.test(tokens[end]?.text ?? '') && !/^\p{Script=Han}/u.test(tokens[end]?.text ?? '')
}

/** Whether an extreme is one of a movement: the smallest gain, a growth that was the strongest. */
function isOfMovement({ first, end }: Word, { words, clauseOf }: Sentence): boolean {
  return words.some(
    (other) =>
      (other.meaning === 'up' || other.meaning === 'down') &&
      clauseOf[other.first] === clauseOf[first] &&
      (other.first >= end ? other.first - end <= 4 : first - other.end <= 8),
  )
}

/** How many times in a row: the number word or ordinal near. */
function rowClaims(word: Word, sentence: Sentence, nearest: Observation | undefined, dataset: Dataset): ClaimText[] {
  const way = sentence.words.find(
    ({ meaning }) => meaning === 'up' || meaning === 'down' || meaning === 'narrower' || meaning === 'wider',
  )
  if (!way) return []
  // For the fifth year running visits rose: what rose is named after it.
  const [index = -1] = tiedFigures(way, sentence)
  const figure = nearest ?? figureAt(sentence, index)?.observation
  const level = figure && getLevel(dataset, figure)
  if (!level) return []
  const times = word.meaning === 'each-time' ? 2 : timesNear(word, sentence)
  const rule = way.meaning === 'up' || way.meaning === 'wider' ? 'rose-in-a-row' : 'fell-in-a-row'
  return times === undefined ? [] : [[rule, level.key, times]]
}

function timesNear({ first, end }: Word, { tokens, language }: Sentence): number | undefined {
  const near = [...tokens.slice(Math.max(0, first - 4), first).toReversed(), ...tokens.slice(end, end + 3)]
  for (const { text } of near) {
    const count = countSaid(text, language)
    if (count !== undefined) return count
    const [number] = readNumbers(text, 'en')
    if (number?.kind === 'number' && number.value.isInteger() && number.value.lt(100)) return number.value.toNumber()
  }
  return undefined
}

/** What a share may be told with: figures that can be a part of a whole, those tied to it first, then those before it in its clause. */
function shareFigures(word: Word, tied: readonly Observation[], sentence: Sentence): Observation[] {
  const isContrast = sentence.words.some(({ meaning, first }) => meaning === 'contrast' && first > word.first)
  const before = figuresIn(sentence).filter(
    (index) => index < word.first && sentence.clauseOf[index] === sentence.clauseOf[word.first],
  )
  const figures = [...tied, ...before.toReversed().flatMap((index) => figureAt(sentence, index)?.observation ?? [])]
  return isContrast ? [] : figures.filter(({ measure }) => measure === 'value')
}

/** What is made of the first figure of which anything is. */
function firstOf(figures: readonly Observation[], make: (figure: Observation) => ClaimText[]): ClaimText[] {
  return figures.map(make).find((claims) => claims.length > 0) ?? []
}

/** A part of what was before, and so many times it: half of the year before, a third less than before. */
function factorThan({ first, end, factor = '' }: Word, sentence: Sentence): string | undefined {
  const { words } = sentence
  const isEarlier = (from: number, to: number) =>
    words.some(({ meaning, ...at }) => meaning === 'earlier' && at.first >= from && at.end <= to)
  if (isEarlier(end, end + 7) && isParticle('of', end, sentence)) return factor
  if (isEarlier(first - 3, first) && isParticle('of', first - 1, sentence)) return factor
  const side = words.find((other) => other.first === end && /^(?:more|less|above|below)$/.test(other.meaning))
  const isThan =
    side && (side.meaning === 'more' || side.meaning === 'less' || isParticle('than', side.end - 1, sentence))
  if (!isThan) return undefined
  const isMore = side.meaning === 'more' || side.meaning === 'above'
  return String(1 + Number(factor) * (isMore ? 1 : -1))
}

/** Every and all say a share only of things, not of times. */
function isSaidOfFigure(word: Word, sentence: Sentence): boolean {
  if (word.meaning !== 'all') return true
  return sentence.names.some(({ first }) => first === word.end) && !isParticle('around-all', word.first - 1, sentence)
}

/** More than half, nearly a third. */
function comparisonBefore(word: Word, sentence: Sentence, isAfterToo = true): string {
  const { words } = sentence
  const before = words.findLast(
    ({ end, meaning }) =>
      end <= word.first && word.first - end <= 1 && /^(?:above|below|about|more|less)$/.test(meaning),
  )
  if (isParticle('and-more', word.end, sentence)) return 'more-than'
  const after = words.find(({ first, meaning }) => first === word.end && /^(?:above|below)$/.test(meaning))
  const near = before ?? (isAfterToo ? after : undefined)
  if (!near || near.meaning === 'about') return 'about'
  if (near.meaning === 'above' || near.meaning === 'more') return 'more-than'
  for (let at = near.first; at < near.end; at++) if (isParticle('nearly', at, sentence)) return 'nearly'
  return 'less-than'
}
