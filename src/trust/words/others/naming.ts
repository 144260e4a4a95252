import { wholeOf } from '../../../dataset/asked-observations.ts'
import {
  comparePeriods,
  isNamedBy,
  isPartOf,
  periodEnd,
  periodStart,
  periodsOverlap,
  periodYear,
  sameDays,
} from '../../../dataset/figure/period.ts'
import { observationKey } from '../../../dataset/figure/reference.ts'
import { monthsBetween } from '../../../dataset/figure/shift-period.ts'
import type { Dataset, Indicator, Observation, Period } from '../../../dataset/types.ts'
import type { Particle } from '../../../locale/words/lexicon.ts'
import { derived } from '../../../memory/derived.ts'
import { areSame, inYearOf, partsNamed, seasonsNamed, weeksNamed } from '../../evidence/mention-period.ts'
import { basesOf } from '../bases.ts'
import { findCategories, type Name, namedAim, nameWords, tellingWords } from '../names.ts'
import { isBygone, isParticle, particlesIn, withArticle } from '../particles.ts'
import { readWords } from '../read-words.ts'
import {
  figureAt,
  figuresIn,
  isPlain,
  type NamedPeriod,
  namedPeriods,
  observationsAt,
  periodTokens,
  type Sentence,
  wordAt,
  wordBefore,
} from '../sentences.ts'
import { getTokens } from '../tokens.ts'

/** A figure under the name of something else. */
export interface Misnamed {
  /** Tokens of the name. */
  first: number
  end: number
  figure: Observation
  /** What the words name: an indicator's id, or a period. */
  named: string
}

/** Figures that stand where the sentence names another indicator: as its subject, or right after the number. */
export function misnamedFigures(sentence: Sentence): Misnamed[] {
  return figuresIn(sentence).flatMap((index) => {
    const figure = figureAt(sentence, index)?.observation
    const own = figure && sentence.dataset.indicators.get(figure.indicator)
    if (!figure || !own) return []
    // A target of {it} starts.
    const counted = namedAim(own)(sentence.language) ? undefined : countedAfter(index, sentence)
    // {of campers} overnight stays, of which they are a part: what is counted.
    const isWhole = counted !== undefined && wholesOf(own, sentence).some((id) => counted.indicators.includes(id))
    const before = subjectBefore(index, sentence, own)
    const isOfWhole =
      before !== undefined &&
      wholesOf(own, sentence).some((id) => before.indicators.includes(id)) &&
      isAfterOf(before.first, sentence)
    const name = (isWhole ? undefined : counted) ?? (isOfWhole ? undefined : before)
    const other = [name, nameBeside(index, own, sentence), objectAfter(index, own, sentence)].find(
      (one) => one && isOther(one, own, figure, sentence),
    )
    return other ? [{ first: other.first, end: other.end, figure, named: other.indicators[0] ?? '' }] : []
  })
}

/** A small part of spending, one in five users, spending on books: the name of a whole, with words for its part around it. */
export function isNarrowed({ first, end, named, figure }: Misnamed, sentence: Sentence): boolean {
  const own = sentence.dataset.indicators.get(figure.indicator)
  const isShare = sentence.words.some(
    (word) => /^(?:share|few)$/.test(word.meaning) && (word.end === end || [0, 1].includes(first - word.end)),
  )
  const isFurther = isParticle('apart', end, sentence) && /^\p{L}/u.test(sentence.tokens[end + 1]?.text ?? '')
  return own !== undefined && wholesOf(own, sentence).includes(named) && (isShare || isFurther)
}

/** Figures of a category that nothing names, here or before, where another of its dimension stands before them: in the Uplands, deaths fell by {the Lakes’}; girls ({boys}). */
export function strayCategories(sentence: Sentence, before: string): Misnamed[] {
  const { things, dataset, language, tokens } = sentence
  const named = things.flatMap(({ category, first, end }) => (category ? [{ ...category, first, end }] : []))
  if (named.length === 0) return []
  const above = findCategories(getTokens(before), dataset, language).flatMap(({ all }) => all)
  return figuresIn(sentence).flatMap((index) => {
    const figure = figureAt(sentence, index)?.observation
    // While nursing grew by {a}, other staff {b}: nothing else may be said to be of it.
    const start = Math.max(
      figuresIn(sentence).findLast((at) => at < index) ?? -1,
      tokens.findLastIndex(({ text }, at) => at < index && /^[,，;；:：]$/.test(text)),
    )
    const isClear = (end: number) => {
      const from = Math.max(start + 1, end)
      const unknown = tokens.slice(from, index).filter((_, at) => !isKnownWord(from + at, sentence))
      // The lowest fifth received {it}: a verb that no list has.
      return (from < index || end === index) && unknown.length <= (end > start ? 1 : 0)
    }
    const isJoined = isParticle('and', index + 1, sentence) && figureAt(sentence, index + 2) !== undefined
    return Object.entries(figure?.categories ?? {}).flatMap(([dimension, own]) => {
      const isOwn = (one: { dimension: string; category: string }) =>
        one.dimension === dimension && one.category === own
      const other = named.findLast((one) => one.dimension === dimension && one.end <= index)
      if (!figure || !other || isOwn(other)) return []
      const isPrinted = observationsAt(
        sentence,
        figuresIn(sentence).filter((at) => at < index || isJoined),
      ).some((one) => one.indicator === figure.indicator && one.categories[dimension] === other.category)
      const isSaid =
        isPrinted ||
        [...named, ...above].some(isOwn) ||
        isComparedBetween(other.first, index, sentence) ||
        isLeftOut(other.first, sentence) ||
        !isClear(other.end)
      return isSaid && !isBracketed(other, index, sentence)
        ? []
        : [{ first: other.first, end: other.end, figure, named: other.category }]
    })
  })
}

const comparing = /^(?:than|above|below|faster|slower)$/

/** Whether a word stands between two places that compares what stands there. */
export function isComparedBetween(from: number, to: number, { words }: Sentence): boolean {
  return words.some(({ meaning, first, end }) => comparing.test(meaning) && first >= from && end <= to)
}

/** Whether a name stands after words that leave it out: without, outside, other than. */
function isLeftOut(first: number, sentence: Sentence): boolean {
  return [1, 2, 3].some((back) => leavesOut(first - back, sentence))
}

function leavesOut(at: number, sentence: Sentence): boolean {
  return leavingOut.some((kind) => isParticle(kind, at, sentence))
}

/** Whether a token is no word, or a plain one, or one of the dataset's names. */
export function isKnownWord(at: number, sentence: Sentence): boolean {
  const { tokens, things, calledBy } = sentence
  return (
    !/^\p{L}/u.test(tokens[at]?.text ?? '') ||
    isPlain(at, sentence) ||
    (calledBy[at]?.length ?? 0) > 0 ||
    things.some(({ first, end }) => first <= at && at < end)
  )
}

/** What an indicator is a part of, and what that is a part of. */
function wholesOf(own: Indicator, { dataset }: Sentence): readonly string[] {
  const wholes = new Set<string>()
  let next = own.partOf
  while (next !== undefined && !wholes.has(next)) {
    wholes.add(next)
    next = dataset.indicators.get(next)?.partOf
  }
  return [...wholes]
}

/** Things counted by which way they went, said to have gone another, which others of their unit did: {falling} cities rose. */
export function contraryFigures(sentence: Sentence): Misnamed[] {
  const { language, dataset } = sentence
  const waysOf = ({ label }: Indicator) =>
    readWords(getTokens(label[language] ?? ''), language).flatMap(({ meaning }) => (ways.test(meaning) ? meaning : []))
  return figuresIn(sentence).flatMap((index) => {
    const figure = figureAt(sentence, index)?.observation
    const own = figure?.measure === 'value' ? dataset.indicators.get(figure.indicator) : undefined
    const word = wordAt(index + 1, sentence) ?? wordAt(index + 2, sentence)
    const [way, ...others] = own ? waysOf(own) : []
    if (!own || !figure || !word || !way || others.length > 0 || !ways.test(word.meaning) || word.meaning === way)
      return []
    const other = [...dataset.indicators.values()].find(
      (one) => one.unit === own.unit && waysOf(one).join() === word.meaning,
    )
    return other ? [{ first: word.first, end: word.end, figure, named: other.id }] : []
  })
}

const ways = /^(?:up|down|flat)$/

/** Of those who started treatment, {it} were admitted; one mobile line in two, {it}: of the whole. The number of members is that of members. */
function isAfterOf(first: number, sentence: Sentence): boolean {
  const isWithinShare = sentence.words.some(
    (word) => word.meaning === 'share' && word.first <= first && first < word.end,
  )
  const isOf = (at: number) => isParticle('part-of', at, sentence) && !isParticle('number', at - 1, sentence)
  return isWithinShare || [1, 2, 3].some((back) => isOf(first - back))
}

/** The name right after a figure: {loans} members. */
function countedAfter(index: number, { names }: Sentence): Name | undefined {
  return names.find(({ first }) => first === index + 1)
}

/** The thing in a figure’s unit that is right before it and of, or right after it where it opens a sentence: the target of {it}; at {it}, staff numbers were … */
function nameBeside(index: number, own: Indicator, sentence: Sentence): Name | undefined {
  const { things, tokens, dataset } = sentence
  const isOf = isParticle('part-of', index - 1, sentence)
  const isOpening = index === 1 && isParticle('apart', 0, sentence) && !isParticle('part-of', 0, sentence)
  const comma = tokens.slice(0, 4).findIndex(({ text }) => /^[,，]$/.test(text))
  const name = things.find(({ first, end }) =>
    isOf ? end === index - 1 : isOpening && comma > 0 && first === comma + 1,
  )
  return name && isOfUnit(name, own, dataset) && !isAfterOf(name.first, sentence) && !isOfShare(name.first, sentence)
    ? name
    : undefined
}

/** The thing in a figure’s unit that people or amounts right after it are said to be of: {it} people use online payment, {it} in sales of goods. */
function objectAfter(index: number, own: Indicator, sentence: Sentence): Name | undefined {
  const { tokens, things, words, dataset, language } = sentence
  const name = things.find(({ first }) => first > index)
  // A Chinese word is two tokens, as a rule.
  const most = language === 'zh' ? 8 : 5
  if (!name || name.first - index > most || figureAt(sentence, index)?.observation.measure !== 'value') return undefined
  const between = tokens.slice(index + 1, name.first)
  const isPlainly =
    between.every(({ text, figure }) => !figure && /^\p{L}/u.test(text)) &&
    words.every(({ meaning, first }) => first <= index || first >= name.first || meaning === 'verb') &&
    !['except', 'left-out', 'and', 'to', 'from', 'than', 'none'].some((kind) =>
      between.some((_, at) => isParticle(kind as Particle, index + 1 + at, sentence)),
    )
  return isPlainly && isOfUnit(name, own, dataset) ? name : undefined
}

/** Whether a name is of a thing in the unit of another. */
function isOfUnit({ indicators }: Name, own: Indicator, dataset: Dataset): boolean {
  return indicators.some((id) => dataset.indicators.get(id)?.unit === own.unit)
}

/** The one name before a figure in its clause, with a verb of being or moving between and no other figure. */
function subjectBefore(index: number, sentence: Sentence, own: Indicator): Name | undefined {
  const { words, clauseOf, tokens } = sentence
  // Burglary: {it}.
  const isNamed = ({ end, indicators }: Name) => end === index - 1 && indicators.length > 0
  // More were closed than received: {closed} against {received}.
  const isLabel =
    /^[:：]$/.test(tokens[index - 1]?.text ?? '') &&
    sentence.things.some(isNamed) &&
    !isComparedBetween(0, index, sentence)
  const names = isLabel ? sentence.things.filter(({ indicators }) => indicators.length > 0) : sentence.names
  const clause = clauseOf[isLabel ? index - 1 : index]
  const before = names.filter(({ end, first }) => end <= index && clauseOf[first] === clause)
  // Harbour visits: the name of the whole says only what is counted.
  const isWhole = (name: Name) => before.length > 1 && own.partOf !== undefined && name.indicators.includes(own.partOf)
  const [only, ...others] = before.filter((name) => !isWhole(name))
  if (!only || others.length > 0 || figuresIn(sentence).some((one) => one < index && clauseOf[one] === clause))
    return undefined
  // Something else comes first: readers of the branches.
  const isApart = (at: number) =>
    at < only.first &&
    clauseOf[at] === clause &&
    isParticle('apart', at, sentence) &&
    // Aus Wasserkraft kamen {it}.
    !(at === 0 && only.first === 1 && only.end + 1 === index) &&
    // The number of loans is said of loans.
    !isParticle('number', at - 1, sentence)
  if (tokens.some((_, at) => isApart(at))) return undefined
  // Exports were {surplus} higher than imports: how far apart two things are.
  if (/^(?:more|less|above|below)$/.test(wordAt(index + 1, sentence)?.meaning ?? '')) return undefined
  const isClose = words.some(({ first, end }) => first >= only.end && end <= index) && index - only.end <= 6
  const isColon =
    (only.end === index && /^[,，;；]?$/.test(tokens[only.first - 1]?.text ?? '')) ||
    (index - only.end <= 2 && (/^[:：为]$/.test(tokens[only.end]?.text ?? '') || isBracketed(only, index, sentence)))
  return (isClose && !isComparedBetween(only.end, index, sentence)) || isColon ? only : undefined
}

/** More than half of expenditure ({on staff}): of a part of what is named. */
function isOfShare(first: number, { words }: Sentence): boolean {
  return words.some(
    ({ meaning, end }) => /^(?:share|majority|minority)$/.test(meaning) && end <= first && first - end <= 2,
  )
}

/** Whether a figure stands alone in brackets or between commas after a name, of which no part is said: wealth ({income}). */
function isBracketed({ first, end }: Pick<Name, 'first' | 'end'>, index: number, sentence: Sentence): boolean {
  const { tokens } = sentence
  return (
    end === index - 1 &&
    !isOfShare(first, sentence) &&
    [end, index + 1].every((at) => /^[()（）,，]$/.test(tokens[at]?.text ?? ''))
  )
}

/** Whether a name is of another thing than the figure's, with nothing in the sentence that says the figure's own. */
function isOther(name: Name, own: Indicator, figure: Observation, sentence: Sentence): boolean {
  const { indicators } = sentence.dataset
  if (name.indicators.includes(own.id)) return false
  const isNamedToo = sentence.names.some(({ indicators }) => indicators.includes(own.id))
  const before = figuresIn(sentence).filter((index) => figureAt(sentence, index)?.observation === figure)
  const isOfName = (index: number) => name.indicators.includes(figureAt(sentence, index)?.observation.indicator ?? '')
  const isSwapped = before.some((index) => countedAfter(index, sentence) === name && figuresIn(sentence).some(isOfName))
  if (isNamedToo) return isSwapped
  const [other] = name.indicators.flatMap((id) => indicators.get(id) ?? [])
  if (!other || !isSameKind(other, own, figure)) return false
  const ownWords = nameWords(own, sentence.language)
  const said = sentence.tokens.slice(name.first, name.end).map(({ stem }) => stem)
  const stems = sentence.tokens.map(({ stem }) => stem)
  const isOfCategory = Object.entries(figure.categories).some(([id, part]) => {
    const { label } = sentence.dataset.dimensions.get(id)?.categories.get(part) ?? {}
    return tellingWords(label?.[sentence.language] ?? '', sentence.language).some((word) => stems.includes(word))
  })
  // Industry pays, {it} learn for their job: a word of the figure's own name, and no unit, or its category, to mistake it by.
  if ((other.unit !== own.unit || isOfCategory) && said.every((word) => ownWords.includes(word))) return false
  const otherWords = nameWords(other, sentence.language)
  const rest = ownWords.filter((word) => !otherWords.includes(word))
  const isNamed = rest.some((word) => stems.some((stem) => isInflected(stem, word)))
  // The name of the whole may stand for the part, where the words that tell the part are there too.
  return !isNamed && !isPartOfName(otherWords, ownWords, rest)
}

/** Whether two long words differ in their last letter alone: Campingplätze, Campingplätzen. */
function isInflected(a: string, b: string): boolean {
  const [short = '', long = ''] = [a, b].toSorted((one, other) => one.length - other.length)
  return a === b || (short.length >= 6 && long.length - short.length <= 1 && long.startsWith(short))
}

/** A share or difference may be said of a count: rural netizens are 29.9% of all. */
function isSameKind(other: Indicator, own: Indicator, { measure }: Observation): boolean {
  const isShare = own.unit === 'percent' || own.unit === 'percentage-points'
  return measure !== 'value' || !isShare || other.unit === own.unit
}

/** A thing of which every word is in the figure's own name says no other thing. */
function isPartOfName(other: readonly string[], own: readonly string[], rest: readonly string[]): boolean {
  return other.every((word) => own.includes(word)) && rest.length === 0
}

/** Figures of one category in a clause or under a label that names another of the same dimension, and no figure of that: Women borrowed … of men. */
export function misplacedFigures(sentence: Sentence): Misnamed[] {
  const { clauseOf, words } = sentence
  const named = sentence.things.flatMap(({ category, first, end }) => (category ? [{ ...category, first, end }] : []))
  return named.flatMap(({ dimension, category, first, end }) => {
    // {men} on average, against the {women} of men.
    const at = withArticle(first, sentence) - 1
    const owned = isParticle('apart', at, sentence) ? figureAt(sentence, at - 1)?.observation : undefined
    const isExchanged = observationsAt(sentence).some(({ categories }) => categories[dimension] === category)
    const other = owned?.categories[dimension]
    if (
      owned &&
      isExchanged &&
      other !== undefined &&
      other !== category &&
      named.some((one) => one.category === other)
    )
      return [{ first, end, figure: owned, named: category }]
    const isCompared = words.some(
      (word) => comparing.test(word.meaning) && word.end <= first && clauseOf[word.first] === clauseOf[first],
    )
    if (isCompared) return []
    const label = figureOfLabel(end, sentence)
    const here = figuresIn(sentence).filter((index) => clauseOf[index] === clauseOf[first])
    const own = observationsAt(sentence, label.length > 0 ? label : here)
    const parts = own.filter(({ categories }) => categories[dimension] !== undefined)
    // The gap between herring and mackerel narrowed: {herring} of the former.
    const isNamed = (one: string) =>
      named.some((other) => other.category === one && clauseOf[other.first] === clauseOf[first])
    if (parts.some(({ categories }) => categories[dimension] === category || isNamed(categories[dimension] ?? '')))
      return []
    return parts.slice(0, 1).map((figure) => ({ first, end, figure, named: category }))
  })
}

/** The whole under the name of one of its parts that has a figure of its own: Transport: {all sectors}; in the North, rents rose by {all regions}. */
export function wholesOfParts(sentence: Sentence): Misnamed[] {
  const { clauseOf, things, dataset } = sentence
  const clauseFigures = (at: number) => figuresIn(sentence).filter((index) => clauseOf[index] === clauseOf[at])
  return things.flatMap(({ category, first, end }) => {
    const placed = figureOfPlace({ first, end }, sentence)
    const [near = -1, ...others] = figureOfLabel(end, sentence).concat(category ? clauseFigures(first) : [])
    const index = placed ?? near
    const figure = figureAt(sentence, index)?.observation
    if (!category || !figure || figure.categories[category.dimension] !== undefined) return []
    const isOwn = (name: Name) => name.indicators.includes(figure.indicator)
    // 农村居民消费价格上涨{it}
    const until = things.find((one) => one.first === end && isOwn(one))?.end ?? end
    const isFar = index - until > 6 || index < until || others.some((one) => one !== index)
    const isAlone = things.every((one) => one.first === first || clauseOf[one.first] !== clauseOf[first] || isOwn(one))
    const isSaidOf = !isFar && isAlone && isSubject({ first, end: until }, index, things.filter(isOwn), sentence)
    if (placed === undefined && !isSaidOf) return []
    // Which figures there are is no question of what they say.
    const part = [...wholeOf(dataset).observations.values()].find(
      (one) =>
        one.indicator === figure.indicator &&
        one.period === figure.period &&
        one.categories[category.dimension] === category.category,
    )
    return part ? [{ first, end, figure, named: part.key }] : []
  })
}

/** A part under the name of all of them together: in the Union, GDP grew by {the North's}. */
export function partsOfWholes(sentence: Sentence): Misnamed[] {
  const { dataset, language, tokens, things, clauseOf } = sentence
  const isNamed = (own: string) => things.some(({ category }) => category?.category === own)
  return figuresIn(sentence).flatMap((index) => {
    const figure = figureAt(sentence, index)?.observation
    const [[dimension = '', own = ''] = [], ...others] = Object.entries(figure?.categories ?? {})
    const total = getTokens(dataset.dimensions.get(dimension)?.total[language] ?? '').map(({ stem }) => stem)
    // All, or Total, says many things.
    const whole = figure?.key.replace(/\[[^\]]*\]/, '')
    if (!figure || total.length < 2 || others.length > 0 || isNamed(own) || !dataset.observations.has(whole ?? ''))
      return []
    const first = tokens.findIndex((_, at) => total.every((stem, next) => tokens[at + next]?.stem === stem))
    const end = first + total.length
    // More than half of all regions.
    const isOfAll = isParticle('part-of', withArticle(first, sentence) - 1, sentence)
    return first >= 0 && !isOfAll && clauseOf[first] === clauseOf[index]
      ? [{ first, end, figure, named: whole ?? '' }]
      : []
  })
}

/** {it} among teenagers, {it} jobs in health care: the figure that stands right before a name and the word that leads to it, with a noun between or none; undefined where the name goes on, or is one of several. */
function figureOfPlace({ first, end }: Pick<Name, 'first' | 'end'>, sentence: Sentence): number | undefined {
  const { tokens, things, words } = sentence
  const at = withArticle(first, sentence) - 1
  const isLed =
    isParticle('in', at, sentence) ||
    (isParticle('apart', at, sentence) && !isParticle('by', at, sentence) && !isParticle('per', at, sentence))
  const next = tokens[end]
  const isOneOf =
    isParticle('and', end, sentence) || things.some((one) => one.first > end && one.first - end <= 2 && one.category)
  const isLonger = next?.isCapital || /^(?:’s|'s|’|-|s)$/.test(next?.text ?? '')
  if (!isLed || isOneOf || isLonger) return undefined
  const isNoun = /^\p{L}/u.test(tokens[at - 1]?.text ?? '') && !words.some((word) => word.first < at && word.end >= at)
  return [at - 1, ...(isNoun ? [at - 2] : [])].find((index) => figureAt(sentence, index))
}

/** Whether a clause says its figure of a name: only small words and what is counted stand before it, and only a verb between. */
function isSubject(
  { first, end }: Pick<Name, 'first' | 'end'>,
  index: number,
  own: readonly Name[],
  sentence: Sentence,
): boolean {
  const { tokens, clauseOf, words } = sentence
  const isOwn = (at: number) => own.some((name) => name.first <= at && at < name.end)
  const isSmall = (at: number) => smallBefore.some((kind) => isParticle(kind, at, sentence))
  const before = tokens.map((_, at) => at).filter((at) => at < first && clauseOf[at] === clauseOf[first])
  if (!before.every((at) => (isSmall(at) || isOwn(at)) && !leavesOut(at, sentence))) return false
  const between = words.filter((word) => word.first >= end && word.end <= index)
  const isLabel = /^[:：]$/.test(tokens[index - 1]?.text ?? '')
  // Transport emitted {it}, came to {it}: whatever the verb.
  const isVerb =
    index > end &&
    index - end <= 2 &&
    !isSmall(end) &&
    tokens.slice(end, index).every(({ text }) => /^\p{L}/u.test(text))
  const isSaid =
    isLabel || (between.length === 0 ? isVerb : between.every(({ meaning }) => /^(?:verb|up|down|flat)$/.test(meaning)))
  const isLeading = (at: number) => isParticle('in', at, sentence) || isParticle('apart', at, sentence)
  const isPlace = before.some(isLeading) && !before.some(isOwn)
  return isSaid && own.every((name) => name.first <= end || name.first > index || isPlace)
}

const leavingOut: readonly Particle[] = ['except', 'left-out', 'not-next']
const smallBefore: readonly Particle[] = ['article', 'in', 'from', 'of', 'apart', 'passive', 'and']

/** The figure right after the colon that ends a label: Rent in the North: {it}. */
function figureOfLabel(from: number, sentence: Sentence): number[] {
  const end = sentence.names.find(({ first }) => first === from)?.end ?? from
  const isColon = /^[:：]$/.test(sentence.tokens[end]?.text ?? '')
  if (!isColon || !figureAt(sentence, end + 1)) return []
  // Fell in the North, rose in the South: {a} and {b}.
  const isJoined = isParticle('and', end + 2, sentence) && figureAt(sentence, end + 3)
  return isJoined ? [end + 1, end + 3] : [end + 1]
}

/** Figures of a time that the clause does not name, though it names another: In 2024 the library counted …; In the first quarter, of a year that needs no word, {figure of the second} */
export function mistimedFigures(sentence: Sentence): Misnamed[] {
  const { report, observations } = sentence.dataset
  if (figuresIn(sentence).length === 0) return []
  // What comes after the report's time is when it was published, but beside what is foreseen.
  const isForeseen = observationsAt(sentence).some(({ status }) => status === 'forecast')
  const parts = observationsAt(sentence).flatMap(({ period }) => (period.length > 4 ? period : []))
  const years = [report.period, ...parts]
  const isLater = ({ period, isPart }: NamedPeriod) =>
    !isForeseen &&
    (isPart ? years.map((year) => inYearOf(year, period)) : [period]).every(
      // Half-years are no time of publication.
      (time) => periodStart(time) > periodEnd(report.period) && !/-S/.test(time) && (isPart || !isYetToCome(time)),
    )
  const isYetToCome = (time: Period) => time.length > 4 && periodStart(time) > report.released
  const named = [...namedPeriods(sentence), ...namedParts(sentence)].filter((one) => !hasBothEnds(one, sentence))
  const exchanged = exchangedTimes(sentence)
  if (exchanged.length > 0) return exchanged
  const beside = named.flatMap((one) => mistimedBeside(one, sentence))
  if (beside.length > 0) return beside
  return named
    .filter((one) => !isLater(one))
    .flatMap((one) =>
      mistimed(one, figuresOfTime(one, named, sentence), sentence).filter(({ figure }) => !isSame(figure, one)),
    )

  /** As in 2020, {it}, which was the same then; as in 2020, the West leads with {it}: that is the same. */
  function isSame(figure: Observation, { first, end, period }: NamedPeriod): boolean {
    if (!saysSame(first, sentence)) return false
    const then = observations.get(observationKey(figure.series, 'value', period))
    const isNext = [end, end + 1].some((at) => figureAt(sentence, at)?.observation === figure)
    return !isNext || figure.measure !== 'value' || !then || then.quantity.value.eq(figure.quantity.value)
  }
}

/** Went from {now} to {then}: two levels of one thing, the later first. */
export function reversedFigures(sentence: Sentence): Misnamed[] {
  if (sentence.words.some(({ meaning }) => meaning === 'range')) return []
  return figuresIn(sentence).flatMap((at) => {
    const [from, to] = [at, at + 2].map((index) => figureAt(sentence, index)?.observation)
    const isWay = isParticle('from', at - 1, sentence) && isParticle('to', at + 1, sentence)
    const isOne = from?.measure === 'value' && to?.measure === 'value' && from.series === to.series
    return isWay && isOne && comparePeriods(from.period, to.period) > 0
      ? [{ first: at - 1, end: at + 3, figure: from, named: to.key }]
      : []
  })
}

/** Rose between January and June, from {January’s} to {June’s}. */
function hasBothEnds({ period }: NamedPeriod, sentence: Sentence): boolean {
  const [first, ...others] = observationsAt(sentence)
  const last = others.find(({ series }) => series === first?.series)
  if (!first || !last || !period.startsWith('P')) return false
  const stretch = inYearOf(last.period, period)
  const isStart = periodStart(first.period) === periodStart(stretch)
  return isStart && periodEnd(last.period) === periodEnd(stretch) && first.period !== last.period
}

/** Figures of one thing in turn with their times, one beside the time of another: by {2027’s} in 2026 and by {2026’s} in 2027. */
function exchangedTimes(sentence: Sentence): Misnamed[] {
  const times = [
    ...namedPeriods(sentence),
    ...namedParts(sentence).filter(({ period }) => !period.startsWith('P')),
  ].sort((a, b) => a.first - b.first)
  const all = figuresIn(sentence)
  const isOfNow = (index: number) => figureAt(sentence, index)?.observation.period === sentence.dataset.report.period
  const figures = all.length > times.length ? all.filter((index) => !isOfNow(index)) : all
  const levels = observationsAt(sentence, figures)
  const [one] = levels
  const isLevels = levels.every(({ series, measure }) => series === one?.series && measure === 'value')
  if (figures.length < 2 || figures.length !== times.length || !isLevels) return []
  const isInTurn = times.every(({ first }, at) => {
    const [index = -1, next = sentence.tokens.length] = figures.slice(at)
    const isAfter = (figures[0] ?? 0) > (times[0]?.first ?? 0)
    return (
      Math.abs(index - first) <= 5 &&
      (isAfter ? first < index && index < (times[at + 1]?.first ?? index + 1) : index < first && first < next)
    )
  })
  const isOf = (figure: Observation, { period, isPart }: NamedPeriod) =>
    isPart ? isOfPart(figure, period) : isOfPeriod(figure, period)
  const isOfOther = (figure: Observation, own: NamedPeriod) =>
    !isOf(figure, own) && times.some((time) => isOf(figure, time))
  if (!isInTurn) return []
  return times.flatMap((time, at) => {
    const figure = levels[at]
    const named = levels.find((other) => isOf(other, time))
    const isExchanged = figure && named && isOfOther(figure, time)
    return isExchanged ? [{ first: time.first, end: time.end, figure, named: named.key }] : []
  })
}

/** Whether a time stands after as or like, and not after as many as. */
function saysSame(first: number, sentence: Sentence): boolean {
  return [1, 2, 3].some(
    (back) =>
      isParticle('like', first - back, sentence) &&
      !sentence.words.some(({ end, meaning }) => end === first - back + 1 && meaning !== 'than'),
  )
}

/** Those that may be of a time: after a colon the next alone (2024: {it}), else those of its clause, up to one that begins with another time (in 2024 {it}, in 2025 {another}). */
function figuresOfTime(
  { first, end }: NamedPeriod,
  named: readonly NamedPeriod[],
  sentence: Sentence,
): readonly number[] {
  const { tokens, clauseOf } = sentence
  const isLabel = /^[:：]$/.test(tokens[end]?.text ?? '') && /^[(（;；,，]$/.test(tokens[first - 1]?.text ?? '(')
  if (isLabel && figureAt(sentence, end + 1)) return [end + 1]
  const next = named.find((other) => other.first > end && figureAt(sentence, other.end))
  return figuresIn(sentence).filter(
    (index) => clauseOf[index] === clauseOf[first] && (next === undefined || index < next.first),
  )
}

/** A level of another time than stands right before it as its own, or than the clause is about: its 2022 level of {it}; in 2022, when it was {it}. */
function mistimedBeside({ first, end, period, isPart }: NamedPeriod, sentence: Sentence): Misnamed[] {
  const { tokens, clauseOf } = sentence
  const index = figuresIn(sentence).find((at) => at > end) ?? -1
  const figure = figureAt(sentence, index)?.observation
  if (figure?.measure !== 'value') return []
  const isLink = (at: number) =>
    /^(?:’s|s|’|的)$/.test(tokens[at]?.text ?? '') ||
    isParticle('point', at, sentence) ||
    (at > end && isParticle('of', at, sentence))
  const isOwn = tokens.slice(end, index).every((_, at) => isLink(end + at))
  const begins = /^[,，]$/.test(tokens[end]?.text ?? '') ? end + 1 : end
  const isAbout =
    isParticle('relative', begins, sentence) && clauseOf[begins] === clauseOf[index] && index - begins <= 6
  const named = isPart ? inYearOf(figure.period, period) : period
  // Winter as a whole was {February’s} colder.
  const isFree = !partsNamedIn(sentence).some((other) => other.first >= end && other.first < index)
  if (isPart && first === 0 && period.startsWith('P') && isFree)
    return isOfOtherStretch(figure, named, sentence.dataset) ? [{ first, end, figure, named }] : []
  return (isOwn || isAbout) && !periodsOverlap(figure.period, named) ? [{ first, end, figure, named }] : []
}

const starts: readonly Particle[] = ['from', 'against']

function mistimed(
  { first, end, period, isPart }: NamedPeriod,
  figures: readonly number[],
  sentence: Sentence,
): Misnamed[] {
  const { tokens, words, dataset } = sentence
  const isPlain = (from: number, to: number) => tokens.slice(from, to).every(({ text }) => /^\p{L}/u.test(text))
  const isSince =
    // Le nombre d’accidents en 2024: of them, and since nothing.
    [1, 2, 3, 4, 5, 6].some(
      (back) =>
        isParticle('from', first - back, sentence) &&
        !(back > 1 && isParticle('part-of', first - back, sentence)) &&
        isPlain(first - back, first),
    ) ||
    isParticle('from-it', end, sentence) ||
    words.some((word) => word.first === end && word.meaning === 'within') ||
    // 是2022年的两倍.
    (isParticle('of', end, sentence) &&
      words.some((word) => word.first === end + 1 && /^(?:times|share)$/.test(word.meaning)))
  const isThan = (at: number) =>
    isParticle('in', at, sentence) && isParticle('than', at - 1, sentence) && !saysSame(first, sentence)
  // Since 2020 up from {2021’s} to {now}.
  const start = figures.find(
    (index) => isParticle('from', index - 1, sentence) && isParticle('to', index + 1, sentence),
  )
  const from = isSince && first <= 1 && start !== undefined ? figureAt(sentence, start)?.observation : undefined
  if (from?.measure === 'value' && comparePeriods(period, from.period) < 0 && !isOfPeriod(from, period))
    return dataset.observations.has(observationKey(from.series, 'value', period))
      ? [{ first, end, figure: from, named: period }]
      : []
  if (isSince || isBygone(end, sentence) || isThan(first - 1) || isThan(first - 2)) return []
  // In 2024, in the 2023–24 school year.
  const at = withArticle(first, sentence)
  const isFirst = first <= 4 && ![...words, ...sentence.things].some((one) => one.first < first)
  const isOpening = at <= 1 || isFirst || /^[,;:，；：]$/.test(tokens[at - 2]?.text ?? '')
  const isIn =
    sentence.language === 'zh' ||
    period.startsWith('P') ||
    (isOpening && /-[SQ]/.test(period)) ||
    [first, at - 1].some((one) => isParticle('in', one, sentence))
  // En 2024, il était de {it}.
  const isLabel = figures[0] === end + 1 || (figures[0] === end + 2 && isParticle('of', end + 1, sentence))
  const near =
    isLabel || isOpening || isOnlyTime(first, figures, sentence)
      ? figures
      : figures.filter((index) =>
          index < first
            ? first - index <= 3 && isBeside(index, first, sentence)
            : index - end <= (isPart && isAtAfter(end, sentence) ? 2 : 1),
        )
  const stretch = (figure: Observation) => (isPart ? inYearOf(figure.period, period) : period)
  const isOf = (figure: Observation) =>
    (isPart ? isOfPart(figure, period) : isOfPeriod(figure, period)) &&
    !(isIn && isOfOtherStretch(figure, stretch(figure), dataset)) &&
    !(isIn && basesOf(sentence).length === 0 && isLongerMove(figure, stretch(figure)))
  // In 2024, {it}, up from {the one of 2023}: a time that opens the sentence is not said of what is only compared with.
  const isStart = (index: number) =>
    index > end &&
    starts.some((kind) => isParticle(kind, index - 1, sentence)) &&
    !isParticle('to', index - 1, sentence)
  const isAlone = isOpening && namedPeriods(sentence).length === 1 && figures.length > 1 && !isStart(figures[0] ?? 0)
  const own = isAlone ? figures.filter((index) => !isStart(index)) : figures
  if (observationsAt(sentence, own).some(isOf)) return []
  // In May the factory closed, and by the third quarter {it} was; in 2025 it peaked in March: the figure's own part is said too.
  // That of a date is of its year: not so in September 2024.
  const isDated = (part: NamedPeriod) =>
    namedPeriods(sentence).some((date) => date.first <= part.first && part.end <= date.end)
  const parts = partsNamedIn(sentence).filter((part) => !isDated(part))
  const isSaid = (figure: Observation, index: number) =>
    parts.some((one) => one.period !== period && isOfPart(figure, one.period)) ||
    // Im 4. Quartal wie immer geöffnet, im Jahr {it}.
    (figure.period.length === 4 && isParticle('year', index - 1, sentence))
  return near.flatMap((index) => {
    const figure = own.includes(index) ? figureAt(sentence, index)?.observation : undefined
    return figure && !isOf(figure) && !isSaid(figure, index) ? [{ first, end, figure, named: stretch(figure) }] : []
  })
}

/** The parts of a year that a sentence says something happened in, without the year: in the second quarter, in May, in week 46. */
export const namedParts = derived((sentence: Sentence): readonly NamedPeriod[] =>
  partsNamedIn(sentence)
    .filter(({ first, end, period }) =>
      sentence.language === 'zh'
        ? isThisYear(first, sentence)
        : period.startsWith('P') ||
          [first - 1, first].some((at) => isParticle('in', at, sentence)) ||
          (isParticle('article', first - 1, sentence) && isParticle('in', first - 2, sentence)) ||
          isTimeSubject(first, end, sentence),
    )
    .map((named) => ({ ...named, isPart: true })),
)

/** Whether a time opens a Chinese sentence, or says of which year it is: 今年前9个月. */
function isThisYear(first: number, { tokens }: Sentence): boolean {
  const before = tokens.slice(0, first).map(({ text }) => text)
  return /^(?:[今本当]年)?$/.test(before.join(''))
}

/** December was {it}, January {another}: a part of a year of which something is said. */
function isTimeSubject(first: number, end: number, sentence: Sentence): boolean {
  const at = withArticle(first, sentence)
  const isOpening = (at === 0 && !isParticle('in', 0, sentence)) || /^[,;:(]$/.test(sentence.tokens[at - 1]?.text ?? '')
  const isPrinted = figureAt(sentence, end) !== undefined
  const isNoun = wordBefore(at, sentence)?.meaning === 'verb' && isAtAfter(end, sentence)
  if (isNoun) return true
  return isOpening
    ? isPrinted || wordAt(end, sentence)?.meaning === 'verb'
    : isPrinted && isParticle('and', at - 1, sentence)
}

/** The last was November, at {it}. */
function isAtAfter(end: number, sentence: Sentence): boolean {
  return /^[,，]$/.test(sentence.tokens[end]?.text ?? '') && isParticle('to', end + 1, sentence)
}

/** Those that it names at all, and the seasons where the figures that it prints are of such. */
export const partsNamedIn = derived((sentence: Sentence): readonly NamedPeriod[] =>
  [
    ...partsNamed(sentence.text),
    ...weeksNamed(sentence.text),
    ...seasonsNamed(sentence.text).filter(({ period }) => hasSeason(period, sentence)),
  ].flatMap((date) => periodTokens(date, sentence)),
)

function hasSeason(season: Period, sentence: Sentence): boolean {
  const { observations } = sentence.dataset
  return observationsAt(sentence).some(({ series, period }) =>
    sameSeasons(period, season).some((one) => observations.has(observationKey(series, 'value', one))),
  )
}

/** A part of a year that ends in the year of a period, or in the next: of December it is that of next year. */
function sameSeasons(period: Period, part: Period): Period[] {
  const next = String(Number(periodYear(period)) + 1)
  return part.startsWith('P') ? [inYearOf(period, part), inYearOf(next, part)] : [inYearOf(period, part)]
}

/** {crimes} crimes in 2024: no word that says something of figures between. */
function isBeside(index: number, first: number, sentence: Sentence): boolean {
  const isFree = !sentence.words.some((word) => word.first > index && word.first < first)
  const at = withArticle(first, sentence) - 1
  return !isObject(index, sentence) && (first - index <= 2 || (isFree && isParticle('in', at, sentence)))
}

/** What something is compared with: loans overtook {the 496,000 of 2023} in 2024; not: {now}, compared with {it} in 2023. */
function isObject(index: number, sentence: Sentence): boolean {
  const isCompared = sentence.words.some(
    ({ meaning, end }) =>
      end === index &&
      (/^(?:above|below)$/.test(meaning) || (meaning === 'than' && isParticle('than', index - 1, sentence))),
  )
  return isCompared && !isParticle('against', index - 1, sentence)
}

/** In a year, said between a subject and its one figure. */
function isOnlyTime(first: number, figures: readonly number[], sentence: Sentence): boolean {
  const { words, clauseOf } = sentence
  const [only, ...others] = figures
  const isIn = isParticle('in', first - 1, sentence)
  // As high as in 2024, at {x}.
  const isCompared = isParticle('than', first - 2, sentence)
  if (!isIn || isCompared || only === undefined || others.length > 0 || only < first) return false
  const own = words.filter((word) => clauseOf[word.first] === clauseOf[first])
  return own.every(({ meaning }) => meaning === 'verb') && particlesIn('other-time', sentence).length === 0
}

/** Whether a figure is of a time, or a change that counts from it. */
export function isOfPeriod({ period, since, measure }: Observation, named: string): boolean {
  return isNamedBy(period, named) || (measure !== 'value' && typeof since === 'string' && isNamedBy(since, named))
}

/** Whether it is of another stretch of time than the one that is named and of which there is a figure too, or a sum that goes beyond it: of September, in the first nine months; of the year, in the first half. */
function isOfOtherStretch(
  { series, indicator, measure, period, quantity }: Observation,
  named: Period,
  { observations, indicators }: Dataset,
): boolean {
  if (areSame(period, named) || !periodsOverlap(period, named)) return false
  const isSum = indicators.get(indicator)?.type === 'flow'
  const [known] = sameDays(named).flatMap((one) => observations.get(observationKey(series, measure, one)) ?? [])
  const isOther = known !== undefined && !known.quantity.value.eq(quantity.value) && (isSum || measure === 'value')
  return isOther || (isSum && measure === 'value' && /^P|-[SQ]/.test(named) && !isPartOf(period, named))
}

/** Whether a change that ends in a quarter or half-year counts from before its beginning: {by} since December of last year, in the second half. */
function isLongerMove({ measure, period, since }: Observation, named: Period): boolean {
  const months = /-S\d$/.test(named) ? 6 : /-Q\d$/.test(named) ? 3 : undefined
  if (measure === 'value' || months === undefined || typeof since !== 'string' || areSame(period, named)) return false
  return isPartOf(period, named) && monthsBetween(since, named) > months
}

/** Whether a figure, or what it counts from, is of the same part of its year as a period. */
function isOfPart(figure: Observation, part: Period): boolean {
  const since = typeof figure.since === 'string' ? [figure.since] : []
  return [figure.period, ...since].some((of) => sameSeasons(of, part).some((one) => isOfPeriod(figure, one)))
}
