import { observationKey } from '../../dataset/figure/reference.ts'
import { groupBy } from '../../dataset/group-by.ts'
import type { Dataset, Indicator } from '../../dataset/types.ts'
import { type Name, tellingNames } from './names.ts'
import type { Misnamed } from './naming.ts'
import { isParticle } from './particles.ts'
import type { Word } from './read-words.ts'
import { figureAt, figuresIn, type Sentence } from './sentences.ts'
import { getIs, isRespective } from './tie-figures.ts'

/** Figures that stand in one order and their things in another: Pumps and Valves with {valves} and {pumps} respectively, {men} were women and {women} were men. */
export function exchangedFigures(sentence: Sentence): Misnamed[] {
  const groups = isRespective(sentence) ? respectiveGroups(sentence) : [alternating(sentence)]
  return groups.flatMap((pairs) => exchanged(pairs, sentence).slice(0, 1))
}

/** A level where its thing is said to have moved by so much, or a change where it is said to have come to it: rose by {loans}, amounted to {loans.by}. */
export function exchangedMeasures(sentence: Sentence, dataset: Dataset): Misnamed[] {
  return figuresIn(sentence).flatMap((index) => {
    const figure = figureAt(sentence, index)?.observation
    const isBy = isParticle('by', index - 1, sentence)
    const word = sentence.words.findLast(
      (one) => one.end === index || one.end === index - 1 || (isBy && one.end < index && isWay(one)),
    )
    const own = dataset.indicators.get(figure?.indicator ?? '')
    if (!figure || !own || !word || !isSubject(own, word, index, sentence)) return []
    const isOther = figure.measure === 'value' ? isAmount(own, word, index, sentence) : isReached(word, index, sentence)
    if (!isOther) return []
    const named = observationKey(figure.series, figure.measure === 'value' ? 'change' : 'value', figure.period)
    return [{ first: word.first, end: index, figure, named }]
  })
}

/** Whether a word is said of a figure’s own thing: by its name, or by how its name begins: Incidents of incidents attended, 游客 of 游客人次. */
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
  const figure = figureAt(sentence, index)?.observation
  const isGrowth = figure?.quantity.value.lt(0) || (own.unit === 'percent' && own.denominator === undefined)
  const isBy = word.end === index ? !isParticle('to', index - 1, sentence) : isParticle('by', index - 1, sentence)
  return isWay(word) && isBy && !isGrowth && !sentence.words.some((other) => other !== word && isWay(other))
}

/** Whether an unsigned change stands as what something came to. */
function isReached(word: Word, index: number, sentence: Sentence): boolean {
  const { text, start, words, clauseOf, tokens } = sentence
  const printed = figureAt(sentence, index)
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
    const figure = figureAt(sentence, index)?.observation
    const isOwn = getIs(index, name, sentence)
    const isOfOther = pairs.some((other) => other.name !== name && getIs(index, other.name, sentence))
    if (!figure || isOwn || !isOfOther) return []
    return [{ first: name.first, end: name.end, figure, named: name.indicators[0] ?? name.category?.category ?? '' }]
  })
}

/** As many things before the figures as there are of a kind: a change of each, then a rate of each. */
function respectiveGroups(sentence: Sentence): Pair[][] {
  const kinds = groupBy(figuresIn(sentence), (index) => {
    const figure = figureAt(sentence, index)?.observation
    return `${figure?.measure} ${figure?.quantity.unit} ${figure?.period}`
  })
  return [...kinds.values()].map((group) => {
    const things = distinctiveNames(group, sentence)
      .filter(({ end }) => end <= (group[0] ?? 0))
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

/** Names and figures of which each stands between two of the other: a figure belongs to the name beside it on the same side each time. */
function alternating(sentence: Sentence): Pair[] {
  const names = distinctiveNames(figuresIn(sentence), sentence)
  const figures = figuresIn(sentence).filter((index) => names.some((name) => getIs(index, name, sentence)))
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
    names.some((name) => name.first > index && name.first - index <= 2 && getIs(index, name, sentence))
  return isInTurn && (isAfter || !pairs.some(isNamedAfter)) ? pairs : []
}
