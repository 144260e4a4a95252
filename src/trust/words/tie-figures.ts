import { comparePeriods } from '../../dataset/figure/period.ts'
import { observationKey } from '../../dataset/figure/reference.ts'
import { toSeries } from '../../dataset/figure/series.ts'
import { findObservation } from '../../dataset/find.ts'
import type { Dataset, Observation } from '../../dataset/types.ts'
import { lastNotAbove } from '../../document/template/filled.ts'
import type { Meaning } from '../../locale/words/lexicon.ts'
import { lexicons } from '../../locale/words/lexicons.ts'
import { derived } from '../../memory/derived.ts'
import type { Name } from './names.ts'
import { countSaid, isParticle, particlesIn, withArticle } from './particles.ts'
import { entries, isComparison, isSmall, type Word } from './read-words.ts'
import {
  figuresIn,
  figuresOfClause,
  isPlain,
  latestLevel,
  namedPeriods,
  observationsAt,
  type Sentence,
  tokenFigure,
  wordAt,
  wordBefore,
} from './sentences.ts'
import type { Token } from './tokens.ts'
import { unitsAt } from './touching.ts'

/** Words that say how something went: each begins a statement of its own. */
export const movements = /^(?:up|down|flat|narrower|wider|better|worse|slowed|gained-pace)$/

/** Whether a figure says by how much: by {it}, by just {it}. */
export function isAmountAt(at: number, sentence: Sentence): boolean {
  return [at, wordBefore(at, sentence)?.first ?? at].some((from) => isParticle('by', from - 1, sentence))
}

/** Words that may be said of what moved: a growth that was the strongest. */
export const extremes = /^(?:largest|smallest|extreme|fastest|slowest|best|worst|rank|record|lowest)$/

const comparatives: ReadonlySet<Meaning> = new Set(['more', 'less'])

/**
 * The figures that a word is said of, as indexes of tokens, nearest first: of the thing named beside it,
 * else those that follow in its clause, else those before it, else those of the next clause.
 */
export function tiedFigures(word: Word, sentence: Sentence): readonly number[] {
  return tiesIn(sentence)(word)
}

const tiesIn = derived((sentence: Sentence) => derived((word: Word) => tieFigures(word, sentence)))

function tieFigures(word: Word, sentence: Sentence): readonly number[] {
  if (isOfTheOthers(word, sentence)) return []
  const growth = growthBefore(word, sentence)
  if (growth) return tieGrowth(growth, sentence)
  const near = figuresNear(word, sentence)
  const end = extremes.test(word.meaning) ? endBefore(word, near, sentence) : undefined
  const tied = end === undefined ? near : [end]
  return tied.every((index) => index < word.first) && isUnderOtherWords(word, tied, sentence) ? [] : tied
}

/** A movement of what is left, in a clause without figures: although it fell in the North, it rose in all others. */
function isOfTheOthers({ meaning, first, end }: Word, sentence: Sentence): boolean {
  if (!movements.test(meaning) || !isParticle('in', end, sentence)) return false
  const isOther = [1, 2, 3].some((after) => isParticle('residual', end + after, sentence))
  const comma = sentence.tokens.findLastIndex(({ text }, at) => at < first && /^[,;)]$/.test(text))
  const isBare = comma >= 0 && figuresIn(sentence).every((at) => at < comma)
  return isOther && isBare
}

/** The movement right before a word for its pace: growth is slowing. */
function growthBefore({ meaning, first }: Word, { words }: Sentence): Word | undefined {
  const isPace = meaning === 'slowed' || meaning === 'gained-pace'
  return words.find((one) => isPace && movements.test(one.meaning) && one.end <= first && first - one.end <= 2)
}

/** What a movement is said of; if nothing near is, the figures of the one thing of which the sentence prints some. */
function tieGrowth(growth: Word, sentence: Sentence): readonly number[] {
  const own = tieFigures(growth, sentence)
  const [first, ...others] = observationsAt(sentence)
  const isOne = own.length === 0 && others.every(({ series }) => series === first?.series)
  return isOne ? figuresIn(sentence) : own
}

/** {it}, down from {another}, and the lowest of all: what has come from another, where that alone is near. */
function endBefore(word: Word, [near = -1, ...others]: readonly number[], sentence: Sentence): number | undefined {
  const isStart = [1, 2].some((back) => isParticle('from', near - back, sentence))
  const series = (at: number) => tokenFigure(sentence, at)?.observation.series
  const isEnd = near < word.first && isStart && others.length === 0
  return isEnd ? figuresIn(sentence).findLast((at) => at < near && series(at) === series(near)) : undefined
}

/**
 * Whether words after the figures name another thing: although {grants} were awarded, the success rate dropped;
 * {workers}, and an increasing number of seasonal workers.
 */
function isUnderOtherWords({ first, end }: Word, tied: readonly number[], sentence: Sentence): boolean {
  const { tokens, words, dataset, language } = sentence
  const isBorder = ({ figure, text }: Token) => figure !== undefined || /^[,;:()–—.]$/.test(text)
  const from = tokens.findLastIndex((token, at) => at < first && isBorder(token))
  const next = tokens.findIndex((token, at) => at >= end && (isBorder(token) || isParticle('from', at, sentence)))
  // Neither staff ({it}) nor checks rose.
  const isJoined = isParticle('and', from + 1, sentence) || isParticle('nor', from + 1, sentence)
  const isNamed = sentence.things.some(
    (name) => name.first > from && name.first < first && tied.some((index) => getIs(index, name, sentence)),
  )
  // With {it}, the dams are at their lowest.
  const isStatement =
    (tokens[from]?.text === ')' && !isJoined) ||
    words.some((word) => word.end <= from && (word.meaning === 'verb' || movements.test(word.meaning)))
  if (language === 'zh' || isNamed || !isStatement) return false
  // The lowest in three years, beside what is on time within three minutes.
  // With {it} kilowatt hours below the level of 2023: a unit is no name.
  const isUnit = (at: number) => tokens[at - 1]?.figure && unitsAt(tokens.slice(at, at + 1), dataset, language)[0]
  // The smallest increase of the years shown: words that say something are no name of a net increase, or of a year.
  const isSaid = (at: number) => words.some((word) => word.first <= at && at < word.end)
  const calledBy = sentence.calledBy.map((ids, at) =>
    countSaid(tokens[at]?.text ?? '', language) || isUnit(at) || isSaid(at) ? [] : ids,
  )
  const own = new Set(observationsAt(sentence, tied).map(({ indicator }) => indicator))
  // In German the subject may follow its verb.
  const isBefore = isLessCalled(calledBy.slice(from + 1, isParted(first, sentence) ? next : first), own)
  // The lowest for the time of year: no noun of its own.
  const isNoun = isParticle('article', first - 1, sentence) && !isParticle('apart', end, sentence)
  return isBefore || (isNoun && isLessCalled(calledBy.slice(end, next), own))
}

/** Whether some words are of the names of other indicators more than of these. */
function isLessCalled(called: Sentence['calledBy'], own: ReadonlySet<string>): boolean {
  const counts = new Map<string, number>()
  for (const id of called.flatMap((ids) => [...new Set(ids)])) counts.set(id, (counts.get(id) ?? 0) + 1)
  const most = (isOwn: boolean) =>
    Math.max(0, ...[...counts].flatMap(([id, count]) => (own.has(id) === isOwn ? count : [])))
  return most(false) > most(true)
}

/** Whether a word is a verb in two parts, of which the second stands apart: nahm … zu. */
export function isParted(first: number, { language, tokens }: Sentence): boolean {
  const { parted = {} } = lexicons[language]
  return Object.values(parted).some((some) => entries(some).some((one) => one.split(' ')[0] === tokens[first]?.text))
}

function figuresNear(word: Word, sentence: Sentence): readonly number[] {
  const { clauseOf, clauses } = sentence
  const clause = clauseOf[word.first] ?? 0
  const here = figuresOfClause(clause, sentence)
  const following = nextClause(clause, sentence)
  const next = clauses[clause]?.isWithin ? [] : figuresOfClause(following, sentence)
  const named = namedBeside(word, sentence)
  const category = named && sentence.things.find(({ end, category }) => category && end === named.first)?.category
  const isOfAll = (index: number) => named !== undefined && isAfterTotal(index, named, sentence)
  const isNamed = (index: number) =>
    getIs(index, named, sentence) && !isOfOtherCategory(index, category, sentence) && !isOfAll(index)
  // After {it} of 2024, output has grown: what is said of now is not said of the level of then.
  const isThen = (at: number) =>
    clauses[clause - 1]?.isWithin === true &&
    named !== undefined &&
    clauseOf[named.first] === clause &&
    movements.test(word.meaning) &&
    !isOfNow(at, sentence)
  const before = hasMovement(clause - 1, sentence)
    ? []
    : figuresOfClause(clause - 1, sentence).filter((at) => !isThen(at))
  // Results did not change: girls gained {a}, boys lost {b}.
  const isPartMoved = (index: number) =>
    movements.test(word.meaning) &&
    hasMovement(following, sentence) &&
    named?.category === undefined &&
    Object.keys(tokenFigure(sentence, index)?.observation.categories ?? {}).length > 0
  const nextOwn = next.filter((index) => !isPartMoved(index))
  // Arrears fell in the North, where {it} were counted.
  const isRelative =
    clauses[clause + 1]?.isWithin === true && isParticle('relative', clauseOf.indexOf(clause + 1), sentence)
  const relative = isRelative ? figuresOfClause(clause + 1, sentence) : []
  const own =
    [here, nextOwn, before, relative].map((some) => some.filter(isNamed)).find((some) => some.length > 0) ?? []
  const apposed = apposedFigure(word, sentence)
  if (apposed !== undefined) return [apposed]
  // Rose among girls (to {a}) and fell among boys (to {b}).
  const row = movements.test(word.meaning) ? rowAfter(word.end, sentence).filter(({ category }) => category) : []
  const stop = movementsIn(sentence).find(({ first }) => first >= word.end)?.first ?? sentence.tokens.length
  const ofRow = here.filter((at) => at >= word.end && at < stop && row.some((name) => getIs(at, name, sentence)))
  if (ofRow.length > 0) return ofRow
  // Both fell, to {a} and {b} respectively.
  const inOrder = here.length > 0 ? here : relative
  const inTurn = figureInTurn(word, sentence)
  const isOfAllInTurn = inTurn === undefined && movements.test(word.meaning) && isRespective(sentence)
  const all = isOfAllInTurn ? forwardRun(word, sentence, inOrder) : []
  if (all.length > 1) return all
  if (inTurn !== undefined && (own.length === 0 || extremes.test(word.meaning))) return [inTurn]
  const amount = amountAfter(word, sentence) ?? (here.length === 0 ? reachedAfter(word, sentence) : undefined)
  if (amount !== undefined && !own.includes(amount)) return [amount]
  if (own.length > 0) return byNearness(ofStatement(word, sentence, own), word)
  if (figuresIn(sentence).every(isOfAll)) return []
  if (isOfOtherThing(word, named, sentence) || isOfUnmeasured(word, sentence)) return []
  if (isCountedBeside(word, named, sentence)) return []
  // {share} is the largest, above {another}: what an extreme with a copula is said of stands before it.
  const isSaidOf = extremes.test(word.meaning) && [1, 2].some((back) => isParticle('be', word.first - back, sentence))
  const forward = isSaidOf && backwardRun(word, sentence, here).length > 0 ? [] : forwardRun(word, sentence, here)
  if (forward.length > 0) return forward
  const backward = backwardRun(word, sentence, here)
  if (backward.length > 0) return backward
  const pace = paceBefore(word, sentence)
  const isShare = (index: number) => {
    const { measure, quantity } = tokenFigure(sentence, index)?.observation ?? {}
    return measure === 'value' && quantity?.unit === 'percent'
  }
  if (pace && movements.test(word.meaning))
    return here.filter((index) => index < pace.first && isShare(index)).toReversed()
  if (extremes.test(word.meaning) && !named) {
    const earlier = here.filter((index) => index < word.first).toReversed()
    if (earlier.length > 0) return earlier
  }
  const ofSubject = extremes.test(word.meaning) ? figureOfSubject(word, sentence) : undefined
  if (ofSubject !== undefined) return [ofSubject]
  return figuresBehind(word, next, sentence)
}

/** The figures of the clause that goes on from a word's own: `next`, of a clause that does not stand within another. */
function figuresBehind(word: Word, next: readonly number[], sentence: Sentence): readonly number[] {
  const { clauseOf, clauses } = sentence
  const clause = clauseOf[word.first] ?? 0
  const following = nextClause(clause, sentence)
  // As farms disappeared, those remaining grew: {size}.
  const isOvertaken = movementsIn(sentence).some((other) => other.first >= word.end && clauseOf[other.first] === clause)
  const goesOn = next.length > 0 && !hasMovement(following, sentence) && !(isOvertaken && movements.test(word.meaning))
  if (goesOn && isContinued(following, sentence))
    return next.filter((index) => !isOfOther(index, word, sentence) && !isBeforeAnother(index, next, sentence))
  // A fourth quarter of growth for complaints, which came to {it}; its decline ended in 2025, when {it} were counted.
  const isOnly = figuresIn(sentence).length === 1 && clauses[clause + 1]?.isWithin === true
  return isOnly && !isOvertaken && !comparatives.has(word.meaning) ? figuresOfClause(clause + 1, sentence) : []
}

/** The figures that a word is of, nearest first. Having risen to {a}, it has now fallen: not the level of then. */
export function tiedObservations(word: Word, sentence: Sentence): readonly Observation[] {
  const tied = tiedFigures(word, sentence)
  const unprinted = tied.length > 0 ? categoriesBeside(word, tied, sentence) : []
  if (unprinted.length > 0) return unprinted
  if (tied.length === 0 && isCountedBeside(word, namedBeside(word, sentence), sentence))
    return [namedNow(word, sentence) ?? []].flat()
  return tied.flatMap((index) => {
    const figure = tokenFigure(sentence, index)?.observation
    // Was the second-busiest, behind March with {it}: not of what is ahead of it.
    const isAhead = ({ meaning, first, end }: Word) =>
      meaning === 'below' && first >= word.end && end < index && /^[,，]$/.test(sentence.tokens[first - 1]?.text ?? '')
    if (figure && extremes.test(word.meaning) && sentence.words.some(isAhead)) {
      const now = findObservation(sentence.dataset, figure.series)
      return now === figure ? [] : (now ?? [])
    }
    const isNow =
      particlesIn('today', sentence).some((at) => at > index && at < word.first) ||
      // The lowest of the years shown, having stood at {it}.
      (extremes.test(word.meaning) &&
        !namedPeriods(sentence).some((named) => named.first < index && named.period === figure?.period) &&
        (particlesIn('past-perfect', sentence).some((at) => at >= word.end && at < index) ||
          isOfThenApart(index, word, sentence)))
    const level = isNow && figure?.measure === 'value' ? findObservation(sentence.dataset, figure.series) : undefined
    const beside =
      index > word.first ? (levelBeside(index, sentence) ?? levelCompared(index, word, sentence)) : undefined
    return level ?? beside ?? figure ?? []
  })
}

/** Now's level of one that another word compares: fell in each year, yet is still higher than in 2021 ({then}). */
function levelCompared(index: number, word: Word, sentence: Sentence): Observation | undefined {
  const figure = tokenFigure(sentence, index)?.observation
  const now = figure?.measure === 'value' ? findObservation(sentence.dataset, figure.series) : undefined
  const named = namedPeriods(sentence).find(({ end }) => end === index - 1)
  const isOther = (one: Word) => isComparison(one) && one.first >= word.end && named && one.end <= named.first
  const comparison = sentence.words.findLast(isOther)
  const isNear = named && comparison && named.first - comparison.end <= 3
  const isThen = figure && now && named?.period === figure.period && comparePeriods(figure.period, now.period) < 0
  return isNear && isThen && /^[(（]$/.test(sentence.tokens[index - 1]?.text ?? '') ? now : undefined
}

/** Now's level of the only one printed of it: one in three was allowed, compared with {then}; having been {then}. */
export function levelBeside(index: number, sentence: Sentence): Observation | undefined {
  const figure = tokenFigure(sentence, index)?.observation
  const now = figure?.measure === 'value' ? findObservation(sentence.dataset, figure.series) : undefined
  const isOne = observationsAt(sentence).every((one) => one === figure || one.series !== figure?.series)
  if (!figure || !now || !isOne || comparePeriods(figure.period, now.period) >= 0) return undefined
  const isCompared = wordBefore(index, sentence)?.meaning === 'than' && !isParticle('than', index - 1, sentence)
  const isAfter = isParticle('after', index - 1, sentence)
  const isHad = [1, 2, 3].some((back) => isParticle('past-perfect', index - back, sentence))
  const border = figuresIn(sentence).findLast((at) => at < index) ?? -1
  const comma = sentence.tokens.findLastIndex(({ text }, at) => at < index && /^[,，(（]$/.test(text))
  return comma > border && index - comma <= 4 && (isCompared || isHad || isAfter) ? now : undefined
}

/** Whether a figure is of a time that its own part names, after a word in another: is the lowest; in 2024, {it}. */
function isOfThenApart(index: number, { end }: Word, sentence: Sentence): boolean {
  const border = sentence.tokens.findLastIndex(({ text }, at) => at >= end && at < index && /^[;；]$/.test(text))
  const times = [...sentence.words.filter(({ meaning }) => meaning === 'earlier'), ...namedPeriods(sentence)]
  return border >= 0 && times.some(({ first }) => first > border && first < index)
}

/**
 * A comparative right before the only thing that it counts and does not compare: {visits}, and fewer complaints;
 * urban less rural penetration is a difference.
 */
function isCountedBeside({ meaning, first, end }: Word, named: Name | undefined, sentence: Sentence): boolean {
  // Fewer apprentices dropped out: of some that did, of which nobody knows how many there are.
  const { calledBy, words, tokens } = sentence
  const next = named?.end ?? end
  const isVerb = words.some((one) => one.first === next && movements.test(one.meaning))
  const isPart =
    /ed$|^went$/.test(tokens[next]?.text ?? '') && (isVerb || !(calledBy[next]?.length || isPlain(next, sentence)))
  if (isPart) return false
  if (!comparatives.has(meaning) || named?.first !== end || named.indicators.length !== 1) return false
  if (sentence.things.some((thing) => thing.end === first)) return false
  const stop = sentence.tokens.findIndex(({ text, figure }, at) => at >= named.end && (figure || /^[,;:(]$/.test(text)))
  return !particlesIn('than', sentence).some((at) => at >= named.end && (stop < 0 || at < stop))
}

/**
 * Figures of then of the categories beside a word, if none of them is printed: rose in the North by {it},
 * and fell in the South and the West; the North had {it}, and the South the fewest.
 */
function categoriesBeside(word: Word, [index = -1, ...others]: readonly number[], sentence: Sentence): Observation[] {
  const figure = tokenFigure(sentence, index)?.observation
  const names = movements.test(word.meaning)
    ? rowOfNames(word.end, sentence)
    : extremes.test(word.meaning)
      ? sentence.things.filter(
          ({ end }) => end === withArticle(word.first, sentence) || isBeforeVerb(end, word, sentence),
        )
      : []
  const isPrinted = (name: Name) => figuresIn(sentence).some((at) => getIs(at, name, sentence))
  // Barley has the highest yield, beans the lowest ({it}).
  const isOfNext = (at: number) =>
    extremes.test(word.meaning) &&
    sentence.things.some((one) => one.category && one.first >= word.end && one.end <= at && getIs(at, one, sentence))
  const isLater = (at: number) => at > word.first && !isOfNext(at)
  if (!figure || [index, ...others].some(isLater) || names.some(isPrinted)) return []
  const { indicator, period } = figure
  return names.flatMap(
    ({ category }) =>
      (category &&
        figure.categories[category.dimension] !== undefined &&
        sentence.dataset.observations.get(observationKey(`${indicator}[${category.category}]`, 'value', period))) ||
      [],
  )
}

/** The things that stand in a row from a place on, with nothing but small words and commas between. */
export function rowOfNames(from: number, sentence: Sentence): readonly Name[] {
  // Tanto en A como en B, sowohl in A als auch in B.
  const isAsWell = [from - 1, from, from + 1].some((at) => isParticle('as-well', at, sentence))
  const isBetween = (at: number) =>
    /^[,，]$/.test(sentence.tokens[at]?.text ?? '') ||
    between.some((particle) => isParticle(particle, at, sentence)) ||
    // Chez les hommes comme chez les femmes.
    (at > from && isParticle('like', at, sentence) && isParticle('apart', at + 1, sentence)) ||
    (isAsWell && (isParticle('than', at, sentence) || isSmall(sentence.tokens[at]?.text ?? '', sentence.language)))
  let at = from
  return sentence.things.filter(({ first, end }) => {
    while (at < first && isBetween(at)) at++
    const isNext = at === first
    if (isNext) at = end
    return isNext
  })
}

/** The same after a small word for where or of whom: in the North and the South, among girls. */
export function rowAfter(from: number, sentence: Sentence): readonly Name[] {
  // Tanto en A como en B.
  const at = isParticle('as-well', from, sentence) ? from + 1 : from
  return isParticle('apart', at, sentence) || isParticle('in', at, sentence) ? rowOfNames(at, sentence) : []
}

const between = ['as-well', 'apart', 'of', 'and', 'article', 'in'] as const

/** The arts had the fewest. */
function isBeforeVerb(at: number, { first }: Word, sentence: Sentence): boolean {
  const verb = wordAt(at, sentence)
  return verb?.meaning === 'verb' && verb.end === withArticle(first, sentence)
}

/** The industries in which births rose, to {it}: what a movement at the end of a clause within another led to. */
function reachedAfter({ meaning, end }: Word, sentence: Sentence): number | undefined {
  const isNext = /^[,，]$/.test(sentence.tokens[end]?.text ?? '') && isParticle('to', end + 1, sentence)
  return movements.test(meaning) && isNext && tokenFigure(sentence, end + 2) ? end + 2 : undefined
}

/** The value of what they landed rose by {its rate}: the amount right after a movement, whatever is named before it. */
function amountAfter({ meaning, end }: Word, sentence: Sentence): number | undefined {
  const { measure = 'value' } = tokenFigure(sentence, end + 1)?.observation ?? {}
  return movements.test(meaning) && isParticle('by', end, sentence) && measure !== 'value' ? end + 1 : undefined
}

/** Whether a figure is of all, or of another category than stands before a name: fewer visits to the North, {all}. */
function isOfOtherCategory(index: number, before: Name['category'], sentence: Sentence): boolean {
  const figure = tokenFigure(sentence, index)?.observation
  const own = sentence.dataset.indicators.get(figure?.indicator ?? '')
  if (!figure || !before || !own?.dimensions.includes(before.dimension)) return false
  return figure.categories[before.dimension] !== before.category
}

/** Whether a figure is of a part where the name for the whole stands right before its thing: 全国生猪存栏. */
function isAfterTotal(index: number, { first }: Name, { tokens, text, start, dataset, language }: Sentence) {
  const said = text.slice(0, (tokens[first]?.start ?? start) - start).trimEnd()
  const { categories = {} } = tokens[index]?.figure?.observation ?? {}
  return Object.keys(categories).some((id) => {
    const total = dataset.dimensions.get(id)?.total?.[language]
    return total !== undefined && said.endsWith(total)
  })
}

/** Whether figures stand in the order of their things. */
export const isRespective = derived(({ text, language }: Sentence): boolean => {
  const lower = text.toLowerCase()
  return entries(lexicons[language].particles.respectively).some((word) => lower.includes(word))
})

/**
 * The figure that a comparison after a comma, or a clause without figures about what it follows, is said of:
 * {visits}, more than in any year before; {visits}, which is fewer than a year before.
 */
function apposedFigure(word: Word, sentence: Sentence): number | undefined {
  const { first, end, meaning } = word
  const { tokens, clauses, clauseOf, things, language } = sentence
  const clause = clauseOf[first] ?? 0
  const start = clauseOf.indexOf(clause)
  const isOfClause = ({ first: at }: Name) => clauseOf[at] === clause && at < first
  const isBare = figuresOfClause(clause, sentence).length === 0 && !things.some(isOfClause)
  const isRelative = clauses[clause]?.isWithin === true && isParticle('relative', start, sentence)
  const isNext = (at: number) =>
    tokens
      .slice(at + 1, start)
      .every(({ text }, after) => (at + after === start - 2 ? /^[,，]$/ : /^\p{L}/u).test(text))
  if (isBare && isRelative)
    return [1, 2, 3].map((back) => start - back).find((at) => tokenFigure(sentence, at) && isNext(at))
  // Students, of whom there were {it}, make up a third.
  const [inner = -1, ...others] = clauses[clause - 1]?.isWithin ? figuresOfClause(clause - 1, sentence) : []
  const isSubject = (name: Name) =>
    clauseOf[name.first] === clause - 2 && getIs(inner, name, sentence) && isOfNow(inner, sentence)
  if (isBare && others.length === 0 && things.some(isSubject)) return inner
  // {it}, but remain a minority; {it}, yet below the level of 2021: goes on about the last figure before.
  const isBeside = wordAt(start, sentence)?.meaning === 'beside' && /^[,，]$/.test(tokens[start - 1]?.text ?? '')
  const last = figuresOfClause(clause - 1, sentence).at(-1) ?? -1
  const { measure, quantity } = tokenFigure(sentence, last)?.observation ?? {}
  const isLevel = measure === 'value' && quantity?.value.isNegative() === false
  // Was {by} smaller than a year before: the largest step of the years shown.
  const isAfterColon =
    /^[:：]$/.test(tokens[start - 1]?.text ?? '') && !things.some((one) => clauseOf[one.first] === clause)
  if (isBare && isAfterColon && extremes.test(meaning) && last >= 0) return last
  // Obwohl weniger Menschen dort arbeiten: of what the comparative counts.
  const isCounting = comparatives.has(meaning) && lexicons[language].hasCapitalNouns && tokens[end]?.isCapital
  if (isBare && isBeside && isLevel && !movements.test(meaning) && !isCounting) return last
  const isThan = [end - 1, end].some((at) => isParticle('than', at, sentence))
  // {it} on average, three days longer than a year ago.
  const isNumber = (at: number) => countSaid(tokens[at]?.text ?? '', sentence.language) !== undefined
  const from = [first - 2, first - 1].find(isNumber) ?? first
  if (!isComparison(word) || !isThan || !/^[,，–—]$/.test(tokens[from - 1]?.text ?? '')) return undefined
  return figuresIn(sentence).findLast((at) => at < from && from - at <= 5)
}

function isOfNow(index: number, sentence: Sentence): boolean {
  const figure = tokenFigure(sentence, index)?.observation
  return figure !== undefined && figure === findObservation(sentence.dataset, figure.series)
}

/**
 * Movements or comparatives before a colon, as many as figures after: starts recover, completions slide: {a} and {b}.
 * Each is said of the figure in its place.
 */
export function figureInTurn(word: Word, sentence: Sentence): number | undefined {
  return figuresInTurn(sentence).get(word)
}

const figuresInTurn = derived((sentence: Sentence): ReadonlyMap<Word, number> => {
  const { tokens, words, language } = sentence
  const colon = tokens.findIndex(({ text }) => /^[:：]$/.test(text))
  const figures = figuresIn(sentence)
  const ways = words.filter(
    ({ meaning }) => movements.test(meaning) || comparatives.has(meaning) || extremes.test(meaning),
  )
  // That of A is shrinking, that of B growing ({a} and {b} respectively).
  const border = colon < 0 && language === 'en' && isRespective(sentence) ? (figures[0] ?? -1) : colon
  const isBefore = ways.every(({ first }) => first < border) && figures.every((at) => at >= border)
  const series = new Set(observationsAt(sentence).map((one) => one.series))
  // Gained more than others: one of them is said with the other.
  const isJoined = ways.some(({ end }) => ways.some(({ first }) => first === end))
  const isInTurn = isBefore && !isJoined && ways.length > 1 && ways.length === figures.length && series.size > 1
  return new Map(isInTurn ? ways.map((way, at) => [way, figures[at] ?? -1]) : [])
})

/** Whether others have a later figure of the same: its level of {then} was not reached with {it}. */
function isBeforeAnother(index: number, others: readonly number[], sentence: Sentence): boolean {
  const [own] = observationsAt(sentence, [index])
  return observationsAt(sentence, others).some(
    ({ series, period }) => series === own?.series && comparePeriods(period, own.period) > 0,
  )
}

/** Of the figures of what a movement names, those of its own statement, where there are such. */
function ofStatement(word: Word, sentence: Sentence, own: readonly number[]): readonly number[] {
  if (extremes.test(word.meaning)) {
    // The most active are the youngest ({a}), the least active the oldest ({b}).
    const comma = sentence.tokens.findLastIndex(({ text }, at) => at < word.first && /^[,，;；]$/.test(text))
    const here = own.filter((index) => index > comma)
    return here.length > 0 ? here : own
  }
  if (!movements.test(word.meaning)) return own
  return [forwardRun(word, sentence, own), backwardRun(word, sentence, own)].find((run) => run.length > 0) ?? own
}

/** A sentence's only figure, or its first named thing's: Herring, of which {a} were landed, is the most common. */
function figureOfSubject({ first }: Word, sentence: Sentence): number | undefined {
  const figures = figuresIn(sentence)
  const [subject] = sentence.things
  if (figures.length === 1) return figures[0]
  return subject && subject.first < first
    ? figures.find((index) => index < first && getIs(index, subject, sentence))
    : undefined
}

/** Whether a subject right before a verb has no figure near, and none follows: visits fell, while {loans} were lent. */
function isOfOtherThing(word: Word, named: Name | undefined, sentence: Sentence): boolean {
  const { words, tokens } = sentence
  // Others bought more.
  const isLast = comparatives.has(word.meaning) && !/^\p{L}/u.test(tokens[word.end]?.text ?? '')
  const isSaid = movements.test(word.meaning) || isLast
  const isOne = named !== undefined && (named.indicators.length === 1 || named.category !== undefined)
  if (!isSaid || !isOne) return false
  // The growth of the population is due to {another}.
  const isNoun = isParticle('article', word.first - 1, sentence)
  if (named.end > word.first) return isNoun && named.first > word.end && !tokens[named.end]?.figure
  // 稻谷降至{it}，小麦产量则略有增长
  const isHan = isChinese(tokens[word.first]) && figuresIn(sentence).every((at) => at < word.first)
  const isVerbs = tokens
    .slice(named.end, word.first)
    .every(
      ({ text }, at) =>
        (isHan && word.first - named.end <= 5 && /^\p{Script=Han}$/u.test(text)) ||
        words.some(({ meaning, first, end }) => meaning === 'verb' && first <= at + named.end && at + named.end < end),
    )
  const isAmount = tokens.slice(word.end, word.end + 3).some(({ figure }) => figure)
  return isVerbs && !isAmount
}

/** Whether a movement without an amount is, since the last comma, of what no figure measures: efficiency improved. */
function isOfUnmeasured({ meaning, first, end }: Word, { tokens, text, start, language }: Sentence): boolean {
  if (
    !(movements.test(meaning) || meaning === 'nearly-flat') ||
    tokens.slice(end, end + 3).some(({ figure }) => figure)
  )
    return false
  const from = tokens.findLastIndex((token, at) => at < first && (token.figure || /^[,，;；:：]$/.test(token.text)))
  const said = text.slice((tokens[from]?.end ?? start) - start, (tokens[first]?.start ?? start) - start).toLowerCase()
  const words = ` ${said.replace(/[^\p{L}]+/gu, ' ')} `
  const isSaid = (noun: string) => (/\p{Script=Han}/u.test(noun) ? said.includes(noun) : words.includes(` ${noun} `))
  return entries(lexicons[language].particles.unmeasured).some(isSaid)
}

/** The clause after, those within it passed over. */
function nextClause(clause: number, { clauses }: Sentence): number {
  const next = clauses.findIndex(({ isWithin }, index) => index > clause && !isWithin)
  return next < 0 ? clauses.length : next
}

/** After a colon or dash, or with a pronoun: it goes on about what was said before. */
function isContinued(clause: number, sentence: Sentence): boolean {
  const first = sentence.clauseOf.indexOf(clause)
  const before = sentence.tokens[first - 1]?.text ?? ''
  return /^[:：—–]$/.test(before) || isParticle('pronoun', first, sentence)
}

/** Whether another movement of the sentence is said of the figure by its name. */
function isOfOther(index: number, word: Word, sentence: Sentence): boolean {
  return sentence.words.some(
    (other) => other !== word && movements.test(other.meaning) && getIs(index, namedBeside(other, sentence), sentence),
  )
}

function hasMovement(clause: number, sentence: Sentence): boolean {
  return movementsIn(sentence).some(({ first }) => sentence.clauseOf[first] === clause)
}

const stepsIn = derived(({ words }: Sentence): readonly Word[] =>
  words.filter(({ meaning }) => movements.test(meaning) || comparatives.has(meaning)),
)

const movementsIn = derived(({ words }: Sentence): readonly Word[] =>
  words.filter(({ meaning }) => movements.test(meaning)),
)

function byNearness(indexes: readonly number[], { first, end }: Word): number[] {
  const distance = (index: number) => (index < first ? first - index : index - end)
  return indexes.toSorted((a, b) => distance(a) - distance(b))
}

/** Whether a figure is of one of the indicators that a name stands for, or of the category. */
export function getIs(index: number, name: Name | undefined, sentence: Sentence): boolean {
  const figure = tokenFigure(sentence, index)?.observation
  if (!figure || !name) return false
  const { indicators, category } = name
  return indicators.includes(figure.indicator) || (category !== undefined && isOfCategory(figure, category))
}

function isOfCategory({ categories }: Observation, { dimension, category }: { dimension: string; category: string }) {
  return categories[dimension] === category
}

/** What a word is of where it has no figure: the thing beside it, or its part's one thing: births fell in the North. */
export function namedNow(word: Word, sentence: Sentence): Observation | undefined {
  const { names, things, clauseOf, tokens, dataset } = sentence
  const isHere = (one: Name) => {
    const [from, to] = one.first < word.first ? [one.end, word.first] : [word.end, one.first]
    return (
      clauseOf[one.first] === clauseOf[word.first] && !tokens.slice(from, to).some(({ text }) => /^[,，]$/.test(text))
    )
  }
  // The fewest sales, fewer sales: what an extreme or a comparison counts.
  const isOfPart = things.some(({ category }) => category) && !things.some((one) => one.category && isHere(one))
  const isCounting = extremes.test(word.meaning) || (isComparison(word) && !isOfPart)
  // Loans less visits: a difference.
  const isLess = isComparison(word) && names.some(({ end }) => end === word.first)
  const counted = isCounting && !isLess ? names.find(({ first }) => first >= word.end) : undefined
  const beside = namedBeside(word, sentence) ?? names.findLast(({ end }) => end <= word.first) ?? counted
  // 除交货时间外，其余均低于临界点: of the others.
  const rest = particlesIn('residual', sentence).find((at) => beside && beside.end <= at && at < word.first) ?? -1
  if (rest >= 0 && !things.some(({ first, end }) => first <= rest && rest < end)) return undefined
  const own = things.find(({ end, category }) => category && end === beside?.first)
  // Rose for men and fell for women.
  const next = things.find(({ first, category }) => category && first > word.end && first - word.end <= 2)
  const isRight =
    next &&
    tokens
      .slice(word.end, next.first)
      .every((_, at) => (['of', 'in', 'apart'] as const).some((kind) => isParticle(kind, word.end + at, sentence)))
  const ofOne = own ?? (isRight ? next : undefined)
  const [category, ...rests] = ofOne ? [ofOne] : getCategories()
  const here = names.filter(isHere)
  const called = here.length > 0 ? here : names
  const isWhole = own !== undefined || category === undefined
  const only = names.length === 0 && category ? onlyBrokenDownBy(category.category, dataset) : []
  const getSeries = (id: string) => (category?.category ? seriesInCategory(id, category.category, sentence) : id)
  const all = isWhole ? (beside?.indicators ?? []) : [...called.flatMap(({ indicators }) => indicators), ...only]
  // Tonnage, where ports have one without a total: that of all.
  const known = all.filter((id) => latestLevel(getSeries(id), dataset))
  const ids = new Set(known.length > 0 ? known : all)
  const [id, ...others] = ids
  if (id === undefined || others.length > 0) return undefined
  // Nitrogen dioxide at the roadside: one thing, of two categories.
  const series = getSeries(id)
  return rests.every((one) => isCalled(series, one)) ? latestLevel(series, dataset) : undefined

  /** The categories that it is of: those beside the word, or the sentence's, of a thing known by category alone. */
  function getCategories(): readonly Name[] {
    // Wie im Norden stieg sie auch im Süden: of the South.
    const isLike = ({ first }: Name) => first <= 3 && isParticle('like', 0, sentence)
    const categories = things.filter((one) => one.category && !isLike(one))
    const here = categories.filter(isHere)
    // In the Isles, arrears fell.
    const comma = tokens.findIndex(({ text }) => /^[,，]$/.test(text))
    const opening = categories.filter((one) => one.end === comma && isParticle('in', 0, sentence))
    const near = here.length > 0 || comma > word.first ? here : opening
    // Barley production declined, although yields went up: those of barley.
    const isTold = near.length === 0 && beside && !latestLevel(beside.indicators[0] ?? '', dataset)
    if (isTold || !movements.test(word.meaning)) return isTold ? categories : near
    // Complaints about Beam rose, those about Alta fell and those about Corda did not.
    const moved = movementsIn(sentence).findLast(({ end }) => end <= word.first)
    const before = near.filter(({ first, end }) => end <= word.first && first >= (moved?.end ?? 0))
    return before.length === 1 ? before : near
  }
}

/**
 * An indicator's series in a category; in other dimensions as a figure like it, else as the sentence's figures,
 * else as what it names: nitrogen dioxide at the roadside.
 */
export function seriesInCategory(
  id: string,
  { dimension, category }: NonNullable<Name['category']>,
  sentence: Sentence,
  like?: Observation,
): string {
  const { dimensions, indicators } = sentence.dataset
  const all = indicators.get(id)?.dimensions ?? []
  const alone = `${id}[${category}]`
  if (all.length < 2) return alone
  const printed = (like ? [like] : observationsAt(sentence)).filter(({ indicator }) => indicator === id)
  const onlyOf = (other: string) =>
    [
      printed.flatMap(({ categories }) => categories[other] ?? []),
      sentence.things.flatMap((one) => (one.category?.dimension === other ? one.category.category : [])),
    ].find((some) => new Set(some).size === 1)?.[0]
  const said = all.flatMap((one): [string, string][] => {
    const own = one === dimension ? category : onlyOf(one)
    return own === undefined ? [] : [[one, own]]
  })
  const own = all.flatMap((one) => dimensions.get(one) ?? [])
  const { key } = toSeries(id, Object.fromEntries(said), own)
  return findObservation(sentence.dataset, key) ? key : alone
}

/** Whether a series is what a name stands for. */
export function isCalled(series: string, { indicators, category }: Name): boolean {
  return category ? series.split(/[[,\]]/).includes(category.category, 1) : indicators.includes(series)
}

/** Private renting up: the one indicator of which there is a figure of a category, where no other is named. */
export function onlyBrokenDownBy(category: Name['category'], dataset: Dataset): readonly string[] {
  if (!category) return []
  const ids = [...dataset.indicators.values()].flatMap(({ id, dimensions }) =>
    dimensions.includes(category.dimension) && findObservation(dataset, `${id}[${category.category}]`) ? [id] : [],
  )
  return ids.length === 1 ? ids : []
}

/** What a word is said of by the name beside it: "loans fell", "the fall in loans", "fewer loans". */
export function namedBeside(word: Word, sentence: Sentence): Name | undefined {
  return namesBeside(sentence)(word)
}

/** The noun for a movement that a word is of, with no comma between and no figure but its start: 降幅由{then}扩大. */
export function paceBefore({ first }: Word, sentence: Sentence): Word | undefined {
  const pace = sentence.words.findLast((one) => one.end <= first && isPace(one, sentence))
  const between = pace ? sentence.tokens.slice(pace.end, first) : []
  const isFrom = between.some((_, at) => isParticle('from', (pace?.end ?? 0) + at, sentence))
  return between.some(({ text, figure }) => (figure && !isFrom) || /^[,，;；]$/.test(text)) ? undefined : pace
}

/** Whether a word is a noun for how far something moved: 涨幅. */
export function isPace({ meaning, first }: Word, sentence: Sentence): boolean {
  return (meaning === 'up' || meaning === 'down') && isParticle('pace', first, sentence)
}

const namesBeside = derived((sentence: Sentence) => derived((word: Word) => nameBeside(word, sentence)))

function nameBeside(word: Word, sentence: Sentence): Name | undefined {
  const { things, clauseOf, tokens } = sentence
  // The heaviest losses to the second.
  const next = extremes.test(word.meaning) ? wordAt(word.end, sentence) : undefined
  if (next && movements.test(next.meaning)) return namedBeside(next, sentence)
  const clause = clauseOf[word.first]
  const after = [0, 1, 2]
    .flatMap((further) => thingsAt(sentence).get(word.end + further) ?? [])
    .find(({ first }) => clauseOf[first] === clause)
  // Fewer of them failed.
  const isSmall = (at: number) =>
    isParticle('of', at, sentence) ||
    (extremes.test(word.meaning) && isParticle('apart', at, sentence)) ||
    (at > word.end && isParticle('pronoun', at, sentence))
  const isJoined = (name: Name) => {
    for (let at = word.end; at < name.first; at++)
      if (!isSmall(at) && !(isOwnPart && isParticle('to', at, sentence))) return false
    return true
  }
  // The gains went to the first ({a}), the losses to the second ({b}).
  const comma = tokens.findLastIndex(({ text }, at) => at < word.first && /^[,，]$/.test(text))
  const isOwnPart =
    comma >= 0 && movements.test(word.meaning) && !things.some(({ first }) => first > comma && first < word.first)
  const copula = after && wordBefore(after.first, sentence)
  const isCopula = copula?.meaning === 'verb' && copula.first >= word.end
  if (after && extremes.test(word.meaning) && isCopula) return after
  // Households economised on transport.
  const isOn = movements.test(word.meaning) && word.end - word.first > 1 && isParticle('apart', word.end - 1, sentence)
  if (after && isOn && after.first === word.end) return after
  if (after && isJoined(after) && (comparatives.has(word.meaning) || after.first > word.end)) return after
  const inverted = invertedSubject(word, sentence)
  if (inverted) return inverted
  const from = subjectFrom(word, sentence)
  return things.findLast(({ first, end }) => end <= word.first && end > from && clauseOf[first] === clause)
}

/** The German subject after a verb that begins its part: obwohl mehr kamen, ging die Zahl der Beschwerden zurück. */
function invertedSubject({ first, end, meaning }: Word, { tokens, things, language }: Sentence): Name | undefined {
  const isFirst = lexicons[language].hasCapitalNouns === true && /^[,)]$/.test(tokens[first - 1]?.text ?? '')
  if (!isFirst || !movements.test(meaning)) return undefined
  const border = tokens.findIndex(({ text, figure }, at) => at >= end && (figure || /^[,;:(.]$/.test(text)))
  return things.find((name) => name.first >= end && name.first < border)
}

const thingsAt = derived(
  ({ things }: Sentence): ReadonlyMap<number, Name> => new Map(things.toReversed().map((name) => [name.first, name])),
)

/** From where on a thing before a word may be what it is said of: after the last other movement. */
function subjectFrom(word: Word, sentence: Sentence): number {
  // After a comma an adjective belongs to what follows it: fewer loans, more people.
  const comma = [1, 2].find((back) => /^[,，]$/.test(sentence.tokens[word.first - back]?.text ?? ''))
  const isThan = (word.meaning === 'above' || word.meaning === 'below') && isParticle('than', word.end - 1, sentence)
  if (comma !== undefined && (isThan || (comma === 1 && comparatives.has(word.meaning)))) return word.first - comma + 1
  // Growth slowed: the growth belongs to what is said of it.
  const isPace = word.meaning === 'slowed' || word.meaning === 'gained-pace'
  const last = movementsIn(sentence).findLast(
    ({ first, meaning }) => first < word.first && !(isPace && (meaning === 'up' || meaning === 'down')),
  )
  return last?.first ?? -1
}

/** The figures after a word, up to the next statement. */
function forwardRun(word: Word, sentence: Sentence, here: readonly number[]): number[] {
  const end = nextStatement(word, sentence)
  return here.filter((index) => index >= word.end && index < end)
}

function nextStatement(word: Word, sentence: Sentence): number {
  const { tokens } = sentence
  // The cost was unchanged, and {candidates} took part.
  const isOver = /^[,，]$/.test(tokens[word.end]?.text ?? '') && isParticle('and', word.end + 1, sentence)
  if (isOver && movements.test(word.meaning) && tokens[word.end + 2]?.figure) return word.end
  // The largest increase: what moved is what the extreme is said of.
  const isOfExtreme = ({ first }: Word) => extremes.test(word.meaning) && first - word.end <= 2
  const isStop = (other: Word) =>
    (movements.test(other.meaning) && !isOfExtreme(other)) ||
    (comparatives.has(word.meaning) && comparatives.has(other.meaning))
  const stop = stepsIn(sentence).find((other) => other.first >= word.end && isStop(other))?.first ?? tokens.length
  return Math.min(stop, firstFrom(word.end, statementsIn(sentence)) ?? stop)
}

/** Where a part after a comma or an and that has a verb of its own before its first figure says something else. */
const statementsIn = derived((sentence: Sentence): readonly number[] => {
  const { words, tokens, names, clauseOf } = sentence
  const verbs = words.filter(
    ({ meaning, first }) => meaning === 'verb' || (meaning === 'earlier' && isParticle('pronoun', first, sentence)),
  )
  const starts = verbs.map(({ first }) => first)
  const isStart = (index: number): boolean => {
    const isComma = /^[,，]$/.test(tokens[index]?.text ?? '')
    // 增长{rate}，占{share}: a verb after an amount begins a statement.
    if (isComma && tokens[index - 1]?.figure && starts.includes(index + 1) && isChinese(tokens[index + 1])) return true
    // {piles}，同比增长近五成，利用率{rate}: and so does the name of the next figure.
    const isSaid = firstFrom(0, figuresIn(sentence)) ?? index
    const next =
      isComma && isSaid < index && isChinese(tokens[index + 1])
        ? names.find(({ first }) => first === index + 1)
        : undefined
    if (next && getIs(firstFrom(index, figuresIn(sentence)) ?? -1, next, sentence)) return true
    // Went up again, and stands at: with a comma as without.
    if (isComma ? isParticle('and', index + 1, sentence) : !isParticle('and', index, sentence)) return false
    const verb = verbs[starts.indexOf(firstFrom(index + 1, starts) ?? -1)]
    if (
      !verb ||
      clauseOf[verb.first] !== clauseOf[index] ||
      verb.first >= (firstFrom(index + 1, figuresIn(sentence)) ?? tokens.length)
    )
      return false
    // The smallest gain, in the North, now is: the verb goes on with what stands before the first comma.
    const isBack = tokens
      .slice(Math.max(index + 1, verb.first - 2), verb.first)
      .some(({ text }) => /^[,，]$/.test(text))
    if (isBack && verb.first - index <= 6) return false
    // Right after it the verb goes on with the same subject: and stands at.
    return isChinese(tokens[verb.first])
      ? names.some(({ first, end }) => first > index && end <= verb.first)
      : verb.first > index + (isParticle('today', index + 1, sentence) ? 2 : 1) || verb.meaning !== 'verb'
  }
  return tokens.flatMap((_, index) => (isStart(index) ? [index] : []))
})

/** The first of some places in order that is not before another. */
function firstFrom(place: number, places: readonly number[]): number | undefined {
  const last = lastNotAbove(places, place - 1)
  return places.slice(last, last + 2).find((one) => one >= place)
}

function isChinese(token: Token | undefined): boolean {
  return /\p{Script=Han}/u.test(token?.text ?? '')
}

function backwardRun(word: Word, sentence: Sentence, here: readonly number[]): number[] {
  const { language, things } = sentence
  // {it}，同比增长、环比下降: both of what stands before.
  const isJoined = ({ end }: Word) =>
    language === 'zh' &&
    isParticle('and', end, sentence) &&
    !things.some(({ first }) => first > end && first < word.first) &&
    !here.some((index) => index > end && index < word.first)
  const from = movementsIn(sentence).findLast((one) => one.end <= word.first && !isJoined(one))?.end ?? 0
  return here.filter((index) => index < word.first && index >= from).toReversed()
}
