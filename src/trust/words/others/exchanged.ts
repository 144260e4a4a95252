import { observationKey } from '../../../dataset/figure/reference.ts'
import { groupBy } from '../../../dataset/group-by.ts'
import type { Indicator, Observation } from '../../../dataset/types.ts'
import { baseWords } from '../../../locale/words/bases.ts'
import { type Name, tellingNames } from '../names.ts'
import { isParticle, particlesIn } from '../particles.ts'
import { isComparison, type Word } from '../read-words.ts'
import { isSaidAsChange } from '../readings/word-claims.ts'
import { figuresIn, isPlain, namedPeriods, type Sentence, tokenFigure } from '../sentences.ts'
import { getIs, isRespective } from '../tie-figures.ts'
import { partsNamedIn } from './mistimed.ts'
import { isComparedBetween, type Misnamed } from './naming.ts'

/** Figures in another order than their things: Pumps and Valves with {valves} and {pumps} respectively. */
export function exchangedFigures(sentence: Sentence): Misnamed[] {
  const groups = isRespective(sentence)
    ? respectiveGroups(sentence)
    : [...alternatingOf(sentence), aroundThan(sentence)]
  return groups.flatMap((pairs) => exchanged(pairs, sentence).slice(0, 1))
}

/**
 * The things on both sides of a than, and two figures after them that are set against each other:
 * higher in cities than in the countryside ({cities} against {countryside}).
 */
function aroundThan(sentence: Sentence): Pair[] {
  const [index, next, ...others] = figuresIn(sentence)
  if (index === undefined || next === undefined || others.length > 0) return []
  const pair = [index, next]
  const names = distinctiveNames(pair, sentence).filter(({ category }) => category)
  const than = particlesIn('than', sentence).findLast((at) => at < index) ?? -1
  const [one, more] = names.filter(({ end }) => end <= than)
  const [other, ...rest] = names.filter(({ first, end }) => first > than && end <= index)
  const isLinked = next - index <= 3 && isParticle('against', next - 1, sentence)
  if (!one || !other || more || rest.length > 0 || !isLinked) return []
  return [
    { name: one, index },
    { name: other, index: next },
  ]
}

/** A level for a movement, or a change for what was reached: rose by {loans}, amounted to {loans.by}. */
export function exchangedMeasures(sentence: Sentence): Misnamed[] {
  return figuresIn(sentence).flatMap((index) => {
    const figure = tokenFigure(sentence, index)?.observation
    const isBy = isParticle('by', index - 1, sentence)
    const word = sentence.words.findLast(
      (one) => one.end === index || one.end === index - 1 || (isBy && one.end < index && isWay(one)),
    )
    const own = sentence.dataset.indicators.get(figure?.indicator ?? '')
    if (!figure || !own || !word || !isSubject(own, word, index, sentence)) return []
    const isOther = figure.measure === 'value' ? isAmount(own, word, index, sentence) : isReached(word, index, sentence)
    if (!isOther) return []
    const named = observationKey(figure.series, figure.measure === 'value' ? 'change' : 'value', figure.period)
    return [{ first: word.first, end: index, figure, named }]
  })
}

/** Whether a word is said of a figure's own thing, by name or how it begins: Incidents of incidents attended. */
function isSubject(own: Indicator, { first, meaning }: Word, index: number, sentence: Sentence): boolean {
  const { tokens, things, language, text, start } = sentence
  // Nahm die Zahl der Batteriespeicher um {it} zu.
  const isBy = meaning !== 'verb' && isParticle('by', index - 1, sentence)
  const name = things.findLast(({ end }) => end <= (isBy ? index : first))
  if (name) return getIs(index, name, sentence) && (meaning !== 'verb' || name.end === first)
  const before = text.slice(0, (tokens[first]?.start ?? start) - start)
  return tellingNames(own, language).some((words) =>
    language === 'zh'
      ? words.length > 2 && before.includes(words.slice(0, 2).join(''))
      : words.length > 1 &&
        [words[0], own.type === 'flow' ? undefined : words.at(-1)].includes(tokens[first - 1]?.stem ?? ''),
  )
}

/** Whether a level stands as what something moved by; one in per cent may be a growth itself. */
function isAmount(own: Indicator, word: Word, index: number, sentence: Sentence): boolean {
  const figure = tokenFigure(sentence, index)?.observation
  const isPercent = own.unit === 'percent'
  const isCalledGrowth = baseWords[sentence.language].change.test(own.label[sentence.language] ?? '')
  // Food added {its contribution} to inflation.
  const isPart = own.unit === 'percentage-points' && Object.keys(figure?.categories ?? {}).length > 0
  const isNamed = sentence.things.some(({ indicators }) => indicators.includes(own.id))
  const isGrowth =
    (isPart && !isNamed) ||
    figure?.quantity.value.lt(0) ||
    isCalledGrowth ||
    // Transport prices rose by {the rate on a year earlier}, but not inflation did.
    (figure && isSaidAsChange(figure, word, sentence)) ||
    (isPercent && own.denominator === undefined)
  const isTo = isParticle('to', index - 1, sentence) || isParticle('but-only', index - 1, sentence)
  const isBy = word.end === index ? !isTo : isParticle('by', index - 1, sentence)
  return isWay(word) && isBy && !isGrowth && !sentence.words.some((other) => other !== word && isWay(other))
}

/** Whether an unsigned change stands as what something came to. */
function isReached(word: Word, index: number, sentence: Sentence): boolean {
  const { text, start, words, clauseOf, tokens } = sentence
  const printed = tokenFigure(sentence, index)
  const isUnsigned =
    printed !== undefined && /^[\p{Sc}\d]/u.test(text.slice(printed.start - start, printed.end - start))
  const others = words.filter((other) => other !== word && clauseOf[other.first] === clauseOf[index])
  // 增幅达{it}: the size of the change.
  const isTo = isParticle('to', index - 1, sentence) && tokens[index - 1]?.text !== '达'
  if (isWay(word)) return isTo && isUnsigned && !others.some(isWay)
  const isPlain = ({ meaning }: Word) => /^(?:verb|about|earlier)$/.test(meaning)
  return isUnsigned && word.meaning === 'verb' && others.every(isPlain)
}

function isWay({ meaning }: Word): boolean {
  return meaning === 'up' || meaning === 'down'
}

interface Pair {
  name: Name
  index: number
}

/** Pairs of which the figure is not its name's, but that of another pair. */
function exchanged(pairs: readonly Pair[], sentence: Sentence): Misnamed[] {
  if (pairs.length < 2) return []
  return pairs.flatMap(({ name, index }) => {
    const figure = tokenFigure(sentence, index)?.observation
    const isOwn = getIs(index, name, sentence)
    const isOfOther = pairs.some((other) => other.name !== name && getIs(index, other.name, sentence))
    if (!figure || isOwn || !isOfOther) return []
    return [{ first: name.first, end: name.end, figure, named: name.indicators[0] ?? name.category?.category ?? '' }]
  })
}

/** As many things before the figures as there are of a kind: a change of each, then a rate of each. */
function respectiveGroups(sentence: Sentence): Pair[][] {
  const kinds = groupBy(figuresIn(sentence), (index) => {
    const figure = tokenFigure(sentence, index)?.observation
    return `${figure?.measure} ${figure?.quantity.unit} ${figure?.period}`
  })
  return [...kinds.values()].map((group) => {
    const things = distinctiveNames(group, sentence)
      .filter(({ end }) => end <= group[0])
      .slice(-group.length)
    return things.length === group.length ? things.map((name, at) => ({ name, index: group[at] ?? -1 })) : []
  })
}

/** The names of some of the figures, not of all: those that tell them apart. */
function distinctiveNames(figures: readonly number[], sentence: Sentence): Name[] {
  return sentence.things.filter((name) => {
    const own = figures.filter((index) => getIs(index, name, sentence))
    return own.length > 0 && own.length < figures.length
  })
}

/** Of all figures, else of levels if each has a change after it: exports {a}, up {rate}; imports {b}, up {rate}. */
function alternatingOf(sentence: Sentence): Pair[][] {
  const all = figuresIn(sentence)
  const levels = all.filter((index) => tokenFigure(sentence, index)?.observation.measure === 'value')
  return [all, ...(levels.length * 2 === all.length ? [levels] : [])].map((some) => alternating(some, sentence))
}

/** Names and figures that alternate: each figure belongs to the name beside it, on the same side each time. */
function alternating(all: readonly number[], sentence: Sentence): Pair[] {
  const names = distinctiveNames(all, sentence)
  const figures = all.filter((index) => names.some((name) => getIs(index, name, sentence)))
  if (names.length !== figures.length) return []
  const isAfter = (figures[0] ?? 0) < (names[0]?.first ?? 0)
  const pairs = names.map((name, at) => ({ name, index: figures[at] ?? -1 }))
  const isInTurn = pairs.every(({ name, index }, at) => {
    const next = pairs[at + 1]
    const [a, b] = isAfter ? [index, name.first] : [name.first, index]
    return a < b && (!next || b < Math.min(next.index, next.name.first))
  })
  // Men lag the {women} of women.
  const isMark = (index: number) => /^[^\p{L}]$/u.test(sentence.tokens[index + 1]?.text ?? '')
  const isNamedAfter = ({ index }: Pair) =>
    !isMark(index) &&
    !isParticle('and', index + 1, sentence) &&
    names.some((name) => name.first > index && name.first - index <= 2 && getIs(index, name, sentence))
  return isInTurn && (isAfter || !pairs.some(isNamedAfter)) ? pairs : []
}

/** Changes right after levels that are not theirs, with no thing named between: Sales were {sales}, up {rate}. */
export function changesOfOthers(sentence: Sentence): Misnamed[] {
  const figures = figuresIn(sentence)
  return figures.flatMap((index, at) => {
    const change = tokenFigure(sentence, index)?.observation
    const last = figures[at - 1]
    if (!change || last === undefined || change.measure === 'value') return []
    if (!isMoveBetween(last, index, sentence) && !isMoreAfter(index, sentence)) return []
    const levels = levelsUpTo(at - 1, figures, sentence)
    const from = (figures[at - levels.length - 1] ?? -1) + 1
    const own = levels.filter(({ series }) => series === change.series)
    if (own.length > 0) {
      const level = own.at(-1)
      if (!level || !isOfOtherTime(change, own, last, index, sentence)) return []
      return [
        { first: last + 1, end: index, figure: change, named: observationKey(level.series, 'rate', level.period) },
      ]
    }
    if (levels.length === 0 || isSaid(change, levels, from, index, sentence)) return []
    return [{ first: last + 1, end: index, figure: change, named: levels.at(-1)?.series ?? '' }]
  })
}

/** Whether a change is neither of nor from the time of the levels before: {the first quarter's}, up {half's rate}. */
function isOfOtherTime(
  { period, since }: Observation,
  levels: readonly Observation[],
  from: number,
  at: number,
  sentence: Sentence,
): boolean {
  const { clauseOf } = sentence
  const times = [...namedPeriods(sentence), ...partsNamedIn(sentence)]
  const isTimed = times.some(({ first }) => first > from && (first < at || clauseOf[first] === clauseOf[at]))
  return !isTimed && levels.every((level) => level.period !== period && level.period !== since)
}

/** Levels right after another's change, or after a level of another thing and time: rose by {visits.by} to {loans}. */
export function levelsOfOthers(sentence: Sentence): Misnamed[] {
  const figures = figuresIn(sentence)
  return figures.flatMap((index, at) => {
    const level = tokenFigure(sentence, index)?.observation
    const last = figures[at - 1] ?? -1
    const before = tokenFigure(sentence, last)?.observation
    if (level?.measure !== 'value' || !before) return []
    // To {services} from {food}: no way from one to the other.
    const isWayBack =
      isParticle('to', last - 1, sentence) && isParticle('from', last + 1, sentence) && index === last + 2
    const isOfOneTime = before.measure === 'value' && before.period === level.period && !isWayBack
    const isOfOtherUnit = before.measure === 'value' && before.quantity.unit !== level.quantity.unit
    if (before.series === level.series || isOfOneTime || isOfOtherUnit) return []
    // One gained more than another: {by} against {its increase}.
    const isCompared = isParticle('against', index - 1, sentence) && isComparedBetween(0, last, sentence)
    if (isCompared || !isWayBetween(last, index, sentence)) return []
    if (isSaid(level, [before], 0, index, sentence)) return []
    return [{ first: last + 1, end: index, figure: level, named: before.series }]
  })
}

/** Whether between two figures only a way from one to the other is said: to, up from, after; (… a year earlier); ，为. */
function isWayBetween(from: number, to: number, sentence: Sentence): boolean {
  const { tokens, words } = sentence
  const between = tokens.map((_, at) => at).slice(from + 1, to)
  const isLink = (at: number) => links.some((kind) => isParticle(kind, at, sentence))
  const isEarlier = words.some(({ meaning, first }) => meaning === 'earlier' && first === to + 1)
  const isBeing = words.some(({ meaning, first, end }) => meaning === 'verb' && first === from + 2 && end === to)
  const isMark = (at: number) => /^[(（,，]$/.test(tokens[at]?.text ?? '')
  const isOpened = (isMark(to - 1) && isEarlier) || (isMark(from + 1) && isBeing)
  return (isOpened || between.some(isLink)) && between.every((at) => isLink(at) || isOpened || isPlain(at, sentence))
}

const links = ['to', 'from', 'against'] as const

/** The levels in a row that end at a figure, since the last change or semicolon. */
function levelsUpTo(at: number, figures: readonly number[], sentence: Sentence): Observation[] {
  const parted = sentence.tokens.findLastIndex(({ text }, token) => /^[;；]$/.test(text) && token < (figures[at] ?? 0))
  const before = figures.slice(0, at + 1).flatMap((index) => tokenFigure(sentence, index)?.observation ?? [])
  const start = before.findLastIndex(({ measure }, one) => measure !== 'value' || (figures[one] ?? 0) < parted)
  return before.slice(start + 1)
}

/** Whether between two figures nothing is said but that the first moved: a comma, a time, a movement. */
function isMoveBetween(from: number, to: number, sentence: Sentence): boolean {
  const isMove = sentence.words.some((word) => isWay(word) && word.first > from && word.end <= to)
  return isMove && sentence.tokens.slice(from + 1, to).every((_, at) => isPlain(from + 1 + at, sentence))
}

/** Whether a change after a comma is how much more that is than then: {a} operations, {it} more than a year earlier. */
function isMoreAfter(index: number, sentence: Sentence): boolean {
  const { tokens, words } = sentence
  const word = words.find((one) => one.first === index + 1 && isComparison(one))
  if (!word || !/^[,，]$/.test(tokens[index - 1]?.text ?? '')) return false
  const next = isParticle('than', word.end, sentence) ? word.end + 1 : word.end
  const times = [...words.filter(({ meaning }) => meaning === 'earlier'), ...namedPeriods(sentence)]
  return times.some(({ first }) => first >= next && first - next <= 2)
}

/** Whether what changed is said before the levels or right after the change: another indicator, and its categories. */
function isSaid(
  { indicator, categories }: Observation,
  levels: readonly Observation[],
  from: number,
  index: number,
  { things, tokens }: Sentence,
): boolean {
  const comma = tokens.findIndex(({ text, figure }, at) => at > index && (figure || /^[,，;；]$/.test(text)))
  const near = things.filter(({ first }) => first >= from && (comma < 0 || first < comma))
  const isOf = (dimension: string, category: string) =>
    levels.some((level) => level.categories[dimension] === category) ||
    near.some((thing) => thing.category?.dimension === dimension && thing.category.category === category)
  return (
    (levels.some((level) => level.indicator === indicator) ||
      near.some(({ indicators }) => indicators.includes(indicator))) &&
    Object.entries(categories).every(([dimension, category]) => isOf(dimension, category))
  )
}
