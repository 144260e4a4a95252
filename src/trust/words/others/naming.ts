import { getWholeDataset } from '../../../dataset/asked-observations.ts'
import type { Dataset, Indicator, Observation } from '../../../dataset/types.ts'
import type { Particle } from '../../../locale/words/lexicon.ts'
import { findCategories, getTarget, type Name, namedAim, nameWords, tellingWords } from '../names.ts'
import { isParticle, particlesIn, withArticle } from '../particles.ts'
import { isComparison, readWords } from '../read-words.ts'
import { figuresIn, isPlain, observationsAt, type Sentence, tokenFigure, wordAt } from '../sentences.ts'
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
  // What was first published has another name in the data, and none of its own in a sentence on revisions.
  if (particlesIn('revised', sentence).length > 0) return []
  return figuresIn(sentence).flatMap((index) => {
    const figure = tokenFigure(sentence, index)?.observation
    const own = figure && sentence.dataset.indicators.get(figure.indicator)
    if (!figure || !own) return []
    // A target of {it} starts.
    const counted = namedAim(own)(sentence.language) ? undefined : countedAfter(index, sentence)
    // {of campers} overnight stays, of which they are a part: what is counted.
    const isWhole = counted !== undefined && getWholes(own, sentence).some((id) => counted.indicators.includes(id))
    const before = subjectBefore(index, sentence, own)
    const isOfWhole =
      before !== undefined &&
      getWholes(own, sentence).some((id) => before.indicators.includes(id)) &&
      isAfterOf(before.first, sentence)
    const name = (isWhole ? undefined : counted) ?? (isOfWhole ? undefined : before)
    const other = [name, nameBeside(index, own, sentence), objectAfter(index, own, sentence)].find(
      (one) => one && isOther(one, own, figure, sentence),
    )
    return other ? [{ first: other.first, end: other.end, figure, named: other.indicators[0] ?? '' }] : []
  })
}

/** The name of a whole with words for its part around it: a small part of spending, spending on books. */
export function isNarrowed({ first, end, named, figure }: Misnamed, sentence: Sentence): boolean {
  const own = sentence.dataset.indicators.get(figure.indicator)
  const isShare = sentence.words.some(
    (word) => /^(?:share|few)$/.test(word.meaning) && (word.end === end || [0, 1].includes(first - word.end)),
  )
  const isFurther = isParticle('apart', end, sentence) && /^\p{L}/u.test(sentence.tokens[end + 1]?.text ?? '')
  return own !== undefined && getWholes(own, sentence).includes(named) && (isShare || isFurther)
}

/** Figures of a category named nowhere, here or before, after another: in the Uplands, deaths fell by {the Lakes'}. */
export function strayCategories(sentence: Sentence, before: string): Misnamed[] {
  const { things, dataset, language, tokens } = sentence
  const named = things.flatMap(({ category, first, end }) => (category ? [{ ...category, first, end }] : []))
  if (named.length === 0) return []
  const above = findCategories(getTokens(before), dataset, language).flatMap(({ all }) => all)
  return figuresIn(sentence).flatMap((index) => {
    const figure = tokenFigure(sentence, index)?.observation
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
    const isJoined = isParticle('and', index + 1, sentence) && tokenFigure(sentence, index + 2) !== undefined
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
        isOfFigureBefore(other.first, sentence) ||
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

/** Whether a name's clause begins right after a figure, which it is of: from {a} where a person was under 35 to {b}. */
function isOfFigureBefore(first: number, sentence: Sentence): boolean {
  const clause = sentence.clauseOf[first] ?? 0
  const start = sentence.clauseOf.indexOf(clause)
  return sentence.clauses[clause]?.isWithin === true && tokenFigure(sentence, start - 1) !== undefined
}

/** Whether a name stands after words that leave it out: without, outside, other than. */
export function isLeftOut(first: number, sentence: Sentence): boolean {
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
function getWholes(own: Indicator, { dataset }: Sentence): readonly string[] {
  const wholes = new Set<string>()
  let next = own.partOf
  while (next !== undefined && !wholes.has(next)) {
    wholes.add(next)
    next = dataset.indicators.get(next)?.partOf
  }
  return [...wholes]
}

/** Things counted by their direction but said to have gone as others of their unit did: {falling} cities rose. */
export function contraryFigures(sentence: Sentence): Misnamed[] {
  const { language, dataset } = sentence
  const getWays = ({ label }: Indicator) =>
    readWords(getTokens(label[language] ?? ''), language).flatMap(({ meaning }) => (ways.test(meaning) ? meaning : []))
  return figuresIn(sentence).flatMap((index) => {
    const figure = tokenFigure(sentence, index)?.observation
    const own = figure?.measure === 'value' ? dataset.indicators.get(figure.indicator) : undefined
    const word = wordAt(index + 1, sentence) ?? wordAt(index + 2, sentence)
    const [way, ...others] = own ? getWays(own) : []
    if (!own || !figure || !word || !way || others.length > 0 || !ways.test(word.meaning) || word.meaning === way)
      return []
    const other = [...dataset.indicators.values()].find(
      (one) => one.unit === own.unit && getWays(one).join() === word.meaning,
    )
    return other ? [{ first: word.first, end: word.end, figure, named: other.id }] : []
  })
}

const ways = /^(?:up|down|flat)$/

/** Of those who started, {it}; one line in two, {it}: of the whole. The number of members is that of members. */
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

/**
 * The thing in a figure's unit right before it and of, or right after if it opens the sentence: the target of {it};
 * at {it}, staff numbers were …
 */
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

/** The thing in a figure's unit that people or amounts after it are of: {it} people use online payment. */
function objectAfter(index: number, own: Indicator, sentence: Sentence): Name | undefined {
  const { tokens, things, words, dataset, language } = sentence
  const name = things.find(({ first }) => first > index)
  // A Chinese word is two tokens, as a rule.
  const most = language === 'zh' ? 8 : 5
  if (!name || name.first - index > most || tokenFigure(sentence, index)?.observation.measure !== 'value')
    return undefined
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
  if (tokens.some((_, at) => isApart(at)) || isActor(only, index, own, sentence)) return undefined
  // Exports were {surplus} higher than imports: how far apart two things are.
  if (isComparison(wordAt(index + 1, sentence))) return undefined
  const isClose = words.some(({ first, end }) => first >= only.end && end <= index) && index - only.end <= 6
  const isColon =
    (only.end === index && /^[,，;；]?$/.test(tokens[only.first - 1]?.text ?? '')) ||
    (index - only.end <= 2 && (/^[:：为]$/.test(tokens[only.end]?.text ?? '') || isBracketed(only, index, sentence)))
  return (isClose && !isComparedBetween(only.end, index, sentence)) || isColon ? only : undefined
}

/** Members of one scheme paid {charges of that scheme}: those of a named category act, and the figure is a ratio. */
function isActor({ end }: Name, index: number, { type }: Indicator, sentence: Sentence): boolean {
  const { categories = {} } = tokenFigure(sentence, index)?.observation ?? {}
  const place = sentence.things.find(({ category, first }) => category && first > end && first - end <= 2)
  const isOwn = place?.category !== undefined && categories[place.category.dimension] === place.category.category
  const verb = sentence.words.find(({ meaning, first }) => meaning === 'verb' && first >= (place?.end ?? index))
  const isDoing = verb !== undefined && verb.end <= index && !isParticle('be', verb.first, sentence)
  return type === 'ratio' && isOwn && isDoing
}

/** More than half of expenditure ({on staff}): of a part of what is named. */
function isOfShare(first: number, { words }: Sentence): boolean {
  return words.some(
    ({ meaning, end }) => /^(?:share|majority|minority)$/.test(meaning) && end <= first && first - end <= 2,
  )
}

/** Whether a figure is alone in brackets or between commas after a name of which no part is said: wealth ({income}). */
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
  const before = figuresIn(sentence).filter((index) => tokenFigure(sentence, index)?.observation === figure)
  const isOfName = (index: number) =>
    name.indicators.includes(tokenFigure(sentence, index)?.observation.indicator ?? '')
  const isSwapped = before.some((index) => countedAfter(index, sentence) === name && figuresIn(sentence).some(isOfName))
  if (isNamedToo) return isSwapped
  const [other] = name.indicators.flatMap((id) => indicators.get(id) ?? [])
  // {it}: target missed.
  const isHeld = sentence.words.some(({ meaning }) => /^(?:met|missed|above|below)$/.test(meaning))
  if (isHeld && other && getTarget(other.id, sentence.dataset, sentence.language) === own.id) return false
  if (!other || !isSameKind(other, own, figure)) return false
  const ownWords = nameWords(own, sentence.language)
  const said = sentence.tokens.slice(name.first, name.end).map(({ stem }) => stem)
  const stems = sentence.tokens.map(({ stem }) => stem)
  const isOfCategory = Object.entries(figure.categories).some(([id, part]) => {
    const { label } = sentence.dataset.dimensions.get(id)?.categories.get(part) ?? {}
    return tellingWords(label?.[sentence.language] ?? '', sentence.language).some((word) => stems.includes(word))
  })
  // Industry pays, {it} learn for their job: words of the figure's own name, without a unit or category to mistake.
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

/** Figures of one category under the name of another without a figure: Women borrowed … of men. */
export function misplacedFigures(sentence: Sentence): Misnamed[] {
  const { clauseOf, words } = sentence
  const named = sentence.things.flatMap(({ category, first, end }) => (category ? [{ ...category, first, end }] : []))
  return named.flatMap(({ dimension, category, first, end }) => {
    // {men} on average, against the {women} of men.
    const at = withArticle(first, sentence) - 1
    const owned = isParticle('apart', at, sentence) ? tokenFigure(sentence, at - 1)?.observation : undefined
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
    // The most common after English.
    const isLeftOut =
      isParticle('left-out', at, sentence) && words.some(({ meaning }) => /^(?:larg|small)est$/.test(meaning))
    const isCompared = words.some(
      (word) => comparing.test(word.meaning) && word.end <= first && clauseOf[word.first] === clauseOf[first],
    )
    if (isCompared || isLeftOut) return []
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

/** A whole under the name of a part that has a figure of its own: in the North, rents rose by {all regions}. */
export function wholesOfParts(sentence: Sentence): Misnamed[] {
  const { clauseOf, things, dataset } = sentence
  const clauseFigures = (at: number) => figuresIn(sentence).filter((index) => clauseOf[index] === clauseOf[at])
  return things.flatMap(({ category, first, end }) => {
    const placed = figureOfPlace({ first, end }, sentence)
    const [near = -1, ...others] = figureOfLabel(end, sentence).concat(category ? clauseFigures(first) : [])
    const index = placed ?? near
    const figure = tokenFigure(sentence, index)?.observation
    if (!category || !figure || figure.categories[category.dimension] !== undefined) return []
    const isOwn = (name: Name) => name.indicators.includes(figure.indicator)
    // 农村居民消费价格上涨{it}
    const until = things.find((one) => one.first === end && isOwn(one))?.end ?? end
    const isFar = index - until > 6 || index < until || others.some((one) => one !== index)
    const isAlone = things.every((one) => one.first === first || clauseOf[one.first] !== clauseOf[first] || isOwn(one))
    const isSaidOf = !isFar && isAlone && isSubject({ first, end: until }, index, things.filter(isOwn), sentence)
    if (placed === undefined && !isSaidOf) return []
    // Which figures there are is no question of what they say.
    const part = [...getWholeDataset(dataset).observations.values()].find(
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
  const { dataset, language, tokens, things, words, clauseOf } = sentence
  const isNamed = (own: string) => things.some(({ category }) => category?.category === own)
  return figuresIn(sentence).flatMap((index) => {
    const figure = tokenFigure(sentence, index)?.observation
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
    // More than all adults, than among all adults.
    const isCompared = words.some((word) => comparing.test(word.meaning) && word.end <= first && first - word.end <= 1)
    return first >= 0 && !isOfAll && !isCompared && clauseOf[first] === clauseOf[index]
      ? [{ first, end, figure, named: whole ?? '' }]
      : []
  })
}

/** The figure right before a name and its leading word: {it} jobs in health care; undefined if the name goes on. */
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
  return [at - 1, ...(isNoun ? [at - 2] : [])].find((index) => tokenFigure(sentence, index))
}

/** Whether a clause says its figure of a name: before it only small words and what is counted, between only a verb. */
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
  if (!isColon || !tokenFigure(sentence, end + 1)) return []
  // Fell in the North, rose in the South: {a} and {b}.
  const isJoined = isParticle('and', end + 2, sentence) && tokenFigure(sentence, end + 3)
  return isJoined ? [end + 1, end + 3] : [end + 1]
}
