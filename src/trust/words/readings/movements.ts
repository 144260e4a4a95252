import { comparePeriods, periodEnd, periodStart, periodYear } from '../../../dataset/figure/period.ts'
import { observationKey } from '../../../dataset/figure/reference.ts'
import { movedAlong } from '../../../dataset/figure/shift-period.ts'
import { findObservation } from '../../../dataset/find.ts'
import type { Dataset, Observation, Period } from '../../../dataset/types.ts'
import { earlier } from '../../../document/claim/history.ts'
import { baseWords } from '../../../locale/words/bases.ts'
import { lexicons } from '../../../locale/words/lexicons.ts'
import { derived } from '../../../memory/derived.ts'
import { inYearOf } from '../../evidence/mention-period.ts'
import { getBases, isBaseAt, isInBase } from '../bases.ts'
import { partsNamedIn } from '../others/mistimed.ts'
import { isParticle, particlesIn } from '../particles.ts'
import type { Word } from '../read-words.ts'
import {
  figuresIn,
  namedPeriods,
  observationsAt,
  observationsNamed,
  type Sentence,
  tokenFigure,
  wordAt,
  wordBefore,
} from '../sentences.ts'
import { isAmountAt, isPace, movements, namedBeside } from '../tie-figures.ts'
import { isHundredth, unitsAt } from '../touching.ts'
import { growthAt, growthClaim } from './comparisons/amounts.ts'
import { getLatest } from './extremes.ts'
import { groupClaims, numberAt, partClaims } from './groups.ts'
import { firstMovement, isStep } from './rows.ts'
import {
  firstAfter,
  isFirstMovement,
  levelAtBase,
  levelNamed,
  levelOfOtherBase,
  levelSince,
  sinceAnyOf,
  sinceBeside,
  sinceOpening,
  sinceThen,
} from './since.ts'
import {
  type ClaimText,
  getLevel,
  getLists,
  isOwnChange,
  isSaidAsChange,
  levelBefore,
  movementClaims,
  type Reading,
} from './word-claims.ts'

/** Up and down: of a level that is itself a growth, of what moved, or of each member of a group. */
export function movementReadings(
  rule: 'rose' | 'fell',
  word: Word,
  near: readonly Observation[],
  sentence: Sentence,
): Reading[] {
  const { dataset } = sentence
  if (isParticle('revised', word.first, sentence) || isParticle('revised', word.end - 1, sentence))
    return revisedReadings(rule, sentence)
  const ofThen = movedThen(rule, word, sentence)
  if (ofThen) return ofThen
  const said = beforeComparison(word, near, sentence).map((one) => levelOfOtherBase(one, word, sentence))
  // A smaller increase than the {growth} of May: of what are growths themselves.
  const isSized =
    isParticle('than', word.end, sentence) && /^(?:more|less)$/.test(wordBefore(word.first, sentence)?.meaning ?? '')
  const grown = isSized ? near.filter((one) => isSaidAsChange(one, word, sentence)) : []
  if (grown.length > 0) return [grown.map((one) => growthClaim(rule === 'rose' ? 'more' : 'less', one))]
  const tied = isConceded(word, sentence) ? said.map((one) => ofReport(one, dataset)) : said
  const pace = isPace(word, sentence) && tied[0] ? getLevel(dataset, tied[0]) : undefined
  if (pace && isOwnChange(pace, dataset)) return [[growthClaim(rule === 'rose' ? 'more' : 'less', pace)]]
  // Came down for the first time since 2022, yet remain above the {then} of two years ago: on the time before.
  const isFirstTime = wordAt(word.end, sentence)?.meaning === 'first-time'
  const reached = isFirstTime && near[0] ? findObservation(dataset, near[0].series) : undefined
  const step = reached && stepTo(rule, reached, sentence)
  if (step) return [step]
  const between = betweenClaims(rule, word, near, sentence)
  if (between) return [between]
  const along = alongClaims(rule, word, sentence)
  if (along) return [along]
  const part = partClaims(rule, word, sentence)
  if (part.length > 0) return [part]
  const group = groupClaims(rule, word, sentence)
  if (group.length > 0 && areOfOtherMovement(word, sentence)) return [group]
  const growths = growthsInBrackets(word, sentence)
  if (growths.length > 0) return [growths.map((one) => growthClaim(rule === 'rose' ? 'more' : 'less', one))]
  if (!hasFigureNear(word, sentence)) return [group]
  const growth = growthSaid(word, sentence)
  const isStarted = startAfter(word.end, sentence) >= 0
  const ofFirst = { ...word, end: firstAfter(word.first, sentence) ?? word.end }
  const since = isStarted
    ? undefined
    : (sinceBeside(ofFirst, sentence) ?? sinceThen(word, tied, sentence) ?? sinceOpening(sentence))
  const levels = tied.filter(({ measure }) => measure === 'value')
  // Have risen since 2024, when they were {it}: to now.
  const [past] = levels.filter(({ period }) => period === since)
  const level =
    levels.find((one) => one !== past) ??
    (past && levelSince(word, past, sentence)) ??
    levelOfOtherClause(word, tied, sentence)
  const then = since && level && levelNamed(level, since, dataset)
  const base = level && (then || levelAtBase(word, level, sentence) || levelBefore(dataset, level))
  const counted = level && countedStep(rule, word, level, base, sentence)
  if (counted) return [counted]
  if (level && isFirstMovement(word, sentence)) return [firstMovement(rule, level, since, dataset)]
  const row = rowAfter(word, sentence)
  // Rose for the third year running but has yet to regain {what it was}: a step, and no way from one level to another.
  const moving = (row ? tied.slice(0, 1) : tied).filter((one) => isInGroup(one, group))
  const later = row && row.end <= word.first && level ? levelSince(word, level, sentence) : undefined
  const ofRow = later ? stepTo(rule, later, sentence) : lastStep(rule, tied, sentence)
  const rowStep = row && isStep(row, sentence) ? ofRow : undefined
  const way = fromTo(rule, word, tied, sentence)
  const moved = then
    ? [[rule, then.key, level.key]]
    : growth
      ? [growthClaim(rule === 'rose' ? 'more' : 'less', growth)]
      : (rowStep ?? way ?? movementClaims(rule, moving, dataset))
  const isPlain = !then && !growth && !rowStep && !way && group.length === 0
  const ofLast = isPlain && isParticle('recovering', word.first, sentence) ? lastStep(rule, tied, sentence) : undefined
  const readings = isPlain && level ? sinceAnyOf(moved, word, rule, level, sentence) : [[...moved, ...group]]
  return ofLast ? [...readings, ofLast] : readings
}

/** Rose in all regions but the North, where it fell from {then} to {it}: all figures are of what moved otherwise. */
function areOfOtherMovement({ first, end }: Word, sentence: Sentence): boolean {
  const { words, clauseOf } = sentence
  const isOther = (at: number) =>
    clauseOf[at] !== clauseOf[first] &&
    words.some(
      (one) => movements.test(one.meaning) && one.first >= end && one.end <= at && clauseOf[one.first] === clauseOf[at],
    )
  return figuresIn(sentence).length > 0 && figuresIn(sentence).every(isOther)
}

/** The growth that a movement is said by: rose 3.0%, or by 3.0%, a {growth} rise; undefined where none is said. */
function growthSaid(word: Word, sentence: Sentence): Observation | undefined {
  const { clauseOf } = sentence
  // Prices rose 3.0%, or by 3.0%: not to, which is said of what stands there, nor from it to another.
  const isWay = [1, 2].some(
    (after) => tokenFigure(sentence, word.end + after) && isParticle('to', word.end + after + 1, sentence),
  )
  const isTo = isWay || (word.end - word.first > 1 && isParticle('to', word.end - 1, sentence))
  const amounts = figuresIn(sentence).filter((at) => clauseOf[at] === clauseOf[word.first] && isAmountAt(at, sentence))
  // Prices are up by 3.0%; die Preise sind um 3,0 % gestiegen.
  const isVerbLast = lexicons[sentence.language].hasCapitalNouns === true
  const by =
    amounts.find((at) => at >= word.end) ?? (isVerbLast ? amounts.findLast((at) => at < word.first) : undefined)
  const next = isParticle('apart', word.end, sentence) ? word.end + 1 : word.end
  // A {growth} rise.
  const isNoun = tokenFigure(sentence, word.first - 1) !== undefined && isParticle('article', word.first - 2, sentence)
  const place = tokenFigure(sentence, next) ? next : (by ?? (isNoun ? word.first - 1 : next))
  return isTo ? undefined : growthAt(place, word, sentence)
}

/** Rose in all states except Finland, where it fell by {by}: of what claims of a group speak of, if there are such. */
function isInGroup({ series, categories }: Observation, group: Reading): boolean {
  const isOf = (claim: ClaimText) =>
    !/^(?:count|at-least|at-most)$/.test(String(claim[0])) && claim.join(' ').split(/[ @]/).includes(series)
  return group.length === 0 || Object.keys(categories).length === 0 || group.some(isOf)
}

/**
 * After rising in 2024, visits fell to {it}; fell in 2024 and rose in 2025: from the time before, or from as long
 * before as the report compares; undefined where nothing is said so of the one thing with printed figures.
 */
function movedThen(rule: 'rose' | 'fell', { first, end }: Word, sentence: Sentence): Reading[] | undefined {
  const { dataset } = sentence
  const start = isParticle('article', first - 1, sentence) ? first - 1 : first
  const { period: now, comparison } = dataset.report
  const parts = partsNamedIn(sentence).map((part) => ({ ...part, period: inYearOf(now, part.period) }))
  const isAfter = isParticle('after', start - 1, sentence)
  const named = [...namedPeriods(sentence), ...parts].find((one) => one.first >= end && one.first - end <= 1)
  const isPast =
    named !== undefined &&
    !('isPart' in named) &&
    isParticle('in', named.first - 1, sentence) &&
    !isInBase(named.first, sentence) &&
    ![end - 1, end].some((at) => isParticle('than', at, sentence)) &&
    comparePeriods(named.period, comparison) <= 0 &&
    !tokenFigure(sentence, named.end)
  const [series, ...others] = new Set(observationsAt(sentence).map((one) => one.series))
  if (!named || series === undefined || others.length > 0 || !(isAfter || isPast)) return undefined
  const level = dataset.observations.get(observationKey(series, 'value', named.period))
  if (!level) return undefined
  const past = earlier(dataset, level)
  const base = movedAlong(named.period, now, comparison)
  const starts = new Set([past.at(-1), past.find((one) => one.period === base)].flatMap((one) => one ?? []))
  return starts.size > 0 ? [...starts].map((one) => [[rule, one.key, level.key]]) : undefined
}

/** Despite the rise, there were {by} fewer than in 2019: what is conceded is of no time that follows. */
function isConceded({ first, end }: Word, sentence: Sentence): boolean {
  const isAmount = isParticle('by', end, sentence) || /^[(（]?$/.test(sentence.tokens[end]?.text ?? '')
  return !isAmount && sentence.words.some((one) => one.meaning === 'beside' && first - one.end <= 2 && one.end <= first)
}

/** The same change since the time that the report compares with. */
function ofReport(figure: Observation, { observations }: Dataset): Observation {
  return observations.get(observationKey(figure.series, figure.measure, figure.period)) ?? figure
}

/** Rose between 2012 and 2018: from level to level, of what moved or of the one thing that the sentence is about. */
function betweenClaims(
  rule: 'rose' | 'fell',
  { end }: Word,
  near: readonly Observation[],
  sentence: Sentence,
): Reading | undefined {
  const { dataset } = sentence
  // Only the young saw the rate rise: of no whole.
  const named = particlesIn('only', sentence).length > 0 ? [] : observationsNamed(sentence)
  const all = near.length > 0 ? near : [...observationsAt(sentence), ...named]
  const [series, ...others] = new Set(all.map((one) => one.series))
  const level = series === undefined || others.length > 0 ? undefined : findObservation(dataset, series)
  // Between April and May, it fell.
  const isPlain = getBases(sentence).length === 0 && near.every(({ measure }) => measure === 'value')
  const span = spanAfter(end, sentence) ?? (isPlain ? spanAfter(0, sentence) : undefined)
  const [a, b] = level ? (span ?? []).map((at) => levelNamed(level, at, dataset)) : []
  return a && b && [[rule, a.key, b.key]]
}

/** The two times between which something went, named right after it: between 2012 and 2018, between April and May. */
export function spanAfter(end: number, sentence: Sentence): readonly [Period, Period] | undefined {
  const { tokens, language } = sentence
  const from = (tokens[end]?.start ?? 0) - sentence.start
  const times = [...namedPeriods(sentence), ...partsNamedIn(sentence)].filter(({ first }) => first === end)
  const months = times.find(({ period }) => period.startsWith('P'))
  if (months && baseWords[language].span[0].test(`${tokens[end]?.text} `)) {
    const { period } = sentence.dataset.report
    const [own, before] = [0, 1].map((back) => inYearOf(String(Number(periodYear(period)) - back), months.period))
    const span = own && periodEnd(own) <= periodEnd(period) ? own : (before ?? '')
    return [periodStart(span).slice(0, 7), periodEnd(span).slice(0, 7)]
  }
  const base = getBases(sentence).find(({ start }) => Math.abs(start - from) <= 1)?.base
  return base && 'at' in base && base.until !== undefined ? [base.at, base.until] : undefined
}

/** The level of a change in another clause: although they eased in June, they remained {by} higher than in 2024. */
function levelOfOtherClause(
  { first }: Word,
  [figure]: readonly Observation[],
  sentence: Sentence,
): Observation | undefined {
  const { clauseOf, dataset } = sentence
  const isHere = figuresIn(sentence).some(
    (at) => clauseOf[at] === clauseOf[first] && tokenFigure(sentence, at)?.observation === figure,
  )
  return figure && figure.measure !== 'value' && !isHere ? getLevel(dataset, figure) : undefined
}

/** Revised down from {a} to {b}: of one time, as first published and as now; of one figure alone nobody knows. */
function revisedReadings(rule: 'rose' | 'fell', sentence: Sentence): Reading[] {
  const [a = -1, b = -1, ...others] = figuresIn(sentence)
  const from = particlesIn('from', sentence).find((at) => at < b && b - at <= 5) ?? -1
  const [then, now] = observationsAt(sentence, from > a ? [b, a] : [a, b])
  return then && now && others.length === 0 && then.period === now.period ? [[[rule, then.key, now.key]]] : []
}

/**
 * Growths in brackets after a movement, up to the next statement of movement: GDP fell in the North ({growth});
 * declines were recorded in the North ({growth}) and in the South ({growth}).
 */
function growthsInBrackets(word: Word, sentence: Sentence): readonly Observation[] {
  const { tokens, words, clauseOf } = sentence
  const next = words.find(({ meaning, first }) => movements.test(meaning) && first >= word.end)?.first ?? tokens.length
  const figures = figuresIn(sentence).filter(
    (at) => at >= word.end && at < next && clauseOf[at] === clauseOf[word.first],
  )
  const isBracketed = (at: number) => {
    const next = tokens.findIndex(({ text, figure }, after) => after > at && (figure || /^[(),;（），；]$/.test(text)))
    return /^[(（]$/.test(tokens[at - 1]?.text ?? '') && /^[)）]$/.test(tokens[next]?.text ?? '')
  }
  const growths = observationsAt(sentence, figures)
  const isGrowth = (one: Observation) => isSaidAsChange(one, word, sentence)
  return figures.every(isBracketed) && growths.every(isGrowth) ? growths : []
}

/** Lost three seats: the level is that much below the one before; undefined if no number of its unit follows. */
function countedStep(
  rule: 'rose' | 'fell',
  { end }: Word,
  level: Observation,
  compared: Observation | undefined,
  sentence: Sentence,
): Reading | undefined {
  const { tokens, language, dataset } = sentence
  const at = isParticle('by', end, sentence) ? end + 1 : end
  const isPart = isHundredth(at + 1, sentence)
  const number = numberAt(at, sentence)
  const count = number !== undefined && isPart ? number / 100 : number
  const { unit } = level.quantity
  const isMoney = /^[A-Z]{3}$/.test(unit)
  const isUnit = isPart ? isMoney : unitsAt(tokens.slice(at + 1, at + 3), dataset, language).includes(unit)
  // Came down by two dollars from the {it} of September.
  const start = tokenFigure(sentence, startAfter(end, sentence))?.observation
  const now = start === level ? findObservation(dataset, level.series) : level
  const before = start ?? compared
  if (count === undefined || !isUnit || !before || !now) return undefined
  return [['as-many-as', now.key, `${before.key} ${rule === 'rose' ? '+' : '-'} ${count}`]]
}

/** Rose to {it}, still below the {past} of 2023: without what is compared with it after a comma. */
function beforeComparison({ end }: Word, tied: readonly Observation[], sentence: Sentence): readonly Observation[] {
  const { words, tokens } = sentence
  const figures = figuresIn(sentence)
  const comma = tokens.findIndex(({ text }, at) => at > end && text === ',' && tokens[at - 1]?.figure !== undefined)
  const compares = words.some(({ meaning, first }) => first > comma && first - comma <= 3 && comparing.has(meaning))
  if (comma < 0 || !(compares || isParticle('not-next', comma + 1, sentence))) return tied
  const own = observationsAt(
    sentence,
    figures.filter((at) => at < comma),
  )
  const isOwn = ({ key }: Observation) => own.some((one) => one.key === key)
  return tied.some(isOwn) ? tied.filter(isOwn) : tied
}

const comparing: ReadonlySet<Word['meaning']> = new Set(['above', 'below', 'more', 'less', 'as-before'])

/** The word that makes a movement one of several in a row. */
function rowAfter(word: Word, { words, clauseOf, things, language }: Sentence): Word | undefined {
  const rows = words.filter(
    ({ meaning, first }) => meaning === 'in-a-row' && clauseOf[first] === clauseOf[word.end - 1],
  )
  // 库存连续两个月下降，降至{it}
  const isLed = (row: Word) =>
    language === 'zh' && row.end <= word.first && !things.some(({ first }) => first >= row.end && first < word.first)
  // The second quarter in a row in which it rose.
  const isOfRow = ({ meaning, end }: Word) =>
    meaning === 'in-a-row' && words.some((one) => one.meaning === 'within' && one.first === end && end < word.first)
  return (
    rows.find(({ first }) => first >= word.end && first - word.end <= 5) ?? rows.findLast(isLed) ?? words.find(isOfRow)
  )
}

/** Rose for the second quarter in a row, in a report that compares with a year before: the last step. */
function lastStep(rule: 'rose' | 'fell', tied: readonly Observation[], sentence: Sentence): ClaimText[] | undefined {
  const said = tied.find(({ measure }) => measure === 'value')
  return said && stepTo(rule, getLatest(said, sentence), sentence)
}

/** From the level before one. */
function stepTo(rule: 'rose' | 'fell', level: Observation, { dataset }: Sentence): ClaimText[] | undefined {
  const before = earlier(dataset, level).at(-1)
  return before && [[rule, before.key, level.key]]
}

/**
 * The level of an earlier time that comes next after a word and its from: rebounded from the second half,
 * when it was {it}; from September's {it}; from their low in March, {it}.
 */
function startAfter(end: number, sentence: Sentence): number {
  const { tokens, words, dataset } = sentence
  const at = tokens.findIndex((token, index) => index >= end && token.figure !== undefined)
  const than = words.find(({ meaning, first }) => meaning === 'than' && first === end)?.first ?? at
  const isStart = (index: number) => index >= end && (index - end <= 6 || isParticle('after', index, sentence))
  const from = [...particlesIn('from', sentence), ...particlesIn('after', sentence)].find(isStart) ?? than
  const level = tokenFigure(sentence, at)?.observation
  const isOther = words.some(({ first, meaning }) => first >= end && first < at && movements.test(meaning))
  const isPast =
    level?.measure === 'value' &&
    comparePeriods(level.period, dataset.report.period) < 0 &&
    !/^[(（]$/.test(tokens[at - 1]?.text ?? '')
  return isPast && from < at && at - from <= 12 && !isOther ? at : -1
}

/**
 * From one level to another as they stand: the statement is held to that order, whichever is the earlier.
 * Where no second follows, it is the one said before, or that of now.
 */
function fromTo(
  rule: 'rose' | 'fell',
  { first, end }: Word,
  tied: readonly Observation[],
  sentence: Sentence,
): Reading | undefined {
  // 由{a}升至{b}
  const isLed = isParticle('from', first - 2, sentence) && tokenFigure(sentence, first - 1) !== undefined
  const next = figureAfter('from', end, sentence)
  const from = isLed ? first - 1 : next < 0 ? startAfter(end, sentence) : next
  const a = tokenFigure(sentence, from)?.observation
  const [past] = tied
  if (past && isUpOn(past, end, sentence)) return [[rule, past.key, past.series]]
  const across = acrossPair(sentence)
  if (a && across?.[0] === a) return acrossClaims(rule, across, sentence)
  const passed = afterPair(end, sentence)
  if (passed) return [[rule, passed[1].key, passed[0].key]]
  if (!a || (!isLed && !tied.includes(a)) || a.measure !== 'value') return undefined
  const isOne = (index: number) => {
    const other = tokenFigure(sentence, index)?.observation
    return other?.series === a.series && other.measure === 'value' && other.key !== a.key
  }
  // 由{a}上升为{b}
  const after = isLed && [end, end + 1].find(isOne)
  const to = after || figureAfter('to', from + 1, sentence)
  const before = figuresIn(sentence).findLast((index) => index < first && isOne(index))
  const now = findObservation(sentence.dataset, a.series)
  const b = tokenFigure(sentence, isOne(to) ? to : (before ?? -1))?.observation ?? now
  return b && b.key !== a.key ? [[rule, a.key, b.key]] : undefined
}

/** Rose to {now} after {then}, to {now}, against {then}: the first level after a movement and an earlier one next. */
function afterPair(end: number, sentence: Sentence): readonly [Observation, Observation] | undefined {
  const at = figuresIn(sentence).find((index) => index >= end) ?? -1
  const next = figuresIn(sentence).find((index) => index > at && index - at <= 3) ?? -1
  const isAgainst = [1, 2].some((back) => next - back > at && isParticle('against', next - back, sentence))
  const [now, then] = observationsAt(sentence, [at, next])
  const isOfTimes = now && then && now.series === then.series && comparePeriods(then.period, now.period) < 0
  const areLevels = now?.measure === 'value' && then?.measure === 'value'
  return at >= 0 && at - end <= 4 && isAgainst && isOfTimes && areLevels ? [now, then] : undefined
}

/** Levels of two categories at one time: falls with income, from {a} among the poorest to {b} among the richest. */
export const acrossPair = derived((sentence: Sentence): readonly [Observation, Observation] | undefined => {
  const from = figureAfter('from', 0, sentence)
  const pair = observationsAt(sentence, from < 0 ? [] : [from, figureAfter('to', from + 1, sentence)])
  const [a, b] = pair
  const isAcross = a?.indicator === b?.indicator && a?.period === b?.period && a?.series !== b?.series
  return a && b && isAcross && pair.every(({ measure }) => measure === 'value') ? [a, b] : undefined
})

/** Rises with age, falls with each age group: of the one thing beside it, broken down by what follows; or undefined. */
function alongClaims(rule: 'rose' | 'fell', word: Word, sentence: Sentence): Reading | undefined {
  const { tokens, dataset, language } = sentence
  if (!isParticle('along-with', word.end, sentence)) return undefined
  const said = tokens.slice(word.end + 1, word.end + 3).map(({ text }) => text)
  // Is highest among the young, and falls with age: of what is named before.
  const beside = namedBeside(word, sentence)
  const named = beside?.category ? sentence.names.flatMap(({ indicators }) => indicators) : (beside?.indicators ?? [])
  const [id = '', ...others] = new Set(named)
  const along = dataset.indicators
    .get(id)
    ?.dimensions.find((one) =>
      [one, dataset.dimensions.get(one)?.label[language]?.toLowerCase() ?? ''].some((name) => said.includes(name)),
    )
  const categories = [...(dataset.dimensions.get(along ?? '')?.categories.keys() ?? [])]
  const levels = categories.flatMap((category) => findObservation(dataset, `${id}[${category}]`) ?? [])
  if (others.length > 0 || levels.length < 2) return undefined
  const side = rule === 'rose' ? 'more-than' : 'less-than'
  return levels.slice(1).map(({ key }, at) => [side, key, levels[at]?.key ?? ''])
}

/** That each of some categories has more, or less, than the one before; if steadily, of those between too. */
function acrossClaims(rule: 'rose' | 'fell', [a, b]: readonly [Observation, Observation], sentence: Sentence): Reading {
  const { words, dataset } = sentence
  const [list = ''] = words.some(({ meaning }) => meaning === 'each-time') ? getLists(a, [], dataset) : []
  const all = list.split(' ')
  const [from, to] = [all.indexOf(a.series), all.indexOf(b.series)]
  const between = from < to ? all.slice(from, to + 1) : all.slice(Math.max(to, 0), from + 1).toReversed()
  const keys = between.length > 1 ? between.map((series) => `${series}@${a.period}`) : [a.key, b.key]
  return keys.slice(1).map((key, at) => [rule === 'rose' ? 'more-than' : 'less-than', key, keys[at] ?? ''])
}

/** The figure that a small word leads to, of the next few words. */
function figureAfter(particle: 'from' | 'to', start: number, sentence: Sentence): number {
  return sentence.tokens.findIndex(
    ({ figure }, at) =>
      figure &&
      at >= start &&
      at < start + 12 &&
      (isParticle(particle, at - 1, sentence) ||
        // From its peak of {it}.
        (isParticle('part-of', at - 1, sentence) && [3, 4].some((back) => isParticle(particle, at - back, sentence)))),
  )
}

/** Up and down alone are prepositions as often: they say something only with their figure near. */
export function hasFigureNear({ first, end }: Word, sentence: Sentence): boolean {
  if (end - first > 1 || !isParticle('bare', first, sentence)) return true
  // The list is up; lists were down on the month.
  const isClear = !/^\p{L}/u.test(sentence.tokens[end]?.text ?? '') || isBaseAt(end, sentence)
  if (isParticle('be', first - 1, sentence) && isClear) return true
  // Radio up, spending down, bills up on the month: a title.
  const isEnd = /^(?:within|beside)$/.test(wordAt(end, sentence)?.meaning ?? '')
  if (sentence.things.some((one) => one.end === first) && (isEnd || isClear)) return true
  const near = sentence.tokens.slice(end, end + 4)
  const before = tokenFigure(sentence, first - 1)?.observation
  return near.some(({ figure }) => figure !== undefined) || (before !== undefined && before.measure !== 'value')
}

/** Up on the {past} of two years ago. */
function isUpOn(past: Observation, end: number, sentence: Sentence): boolean {
  const now = findObservation(sentence.dataset, past.series)
  const isNext = [end + 1, end + 2].some((at) => tokenFigure(sentence, at)?.observation === past)
  return isNext && isParticle('apart', end, sentence) && past.measure === 'value' && now !== undefined && now !== past
}
