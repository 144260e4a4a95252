import { observationKey } from '../../dataset/figure/reference.ts'
import type { Dataset, Indicator } from '../../dataset/types.ts'
import type { Language } from '../../locale/languages.ts'
import { definitionsIn, lexicons } from '../../locale/words/lexicons.ts'
import {
  findCategories,
  findLists,
  findNames,
  findParts,
  isTarget,
  type Name,
  type NamedCategory,
  nameWords,
} from './names.ts'
import { entries, isComparison, readPhrases, type Word } from './read-words.ts'
import { getTokens, type Token } from './tokens.ts'

/** A sentence as it is read. */
interface Reading {
  tokens: readonly Token[]
  /** Its words of the lexicon, also those that mean nothing. */
  phrases: readonly Word[]
  /** Those that mean something. */
  said: readonly Word[]
  dataset: Dataset
  language: Language
}

/** What a sentence names and says. */
interface Things {
  things: readonly Name[]
  names: readonly Name[]
  lists: readonly Name[]
  words: readonly Word[]
}

/** What the tokens of a sentence name, and its words that are parts of no name. */
export function readThings(tokens: readonly Token[], text: string, dataset: Dataset, language: Language): Things {
  const phrases = readPhrases(tokens, language)
  const said = phrases.filter(({ meaning }) => meaning !== 'none')
  const reading: Reading = { tokens, phrases, said, dataset, language }
  const found = categoriesIn(reading)
  const lists = findLists(tokens, dataset, language)
  const whole = nameThings(reading, found, lists)
  const names = whole.map((name) => withParts(name, reading))
  // The fires of dwelling fires are no fires of their own.
  const categories = found
    .filter((category) => !isWithin(category, names))
    .map(({ first, end, all }): Name => ({ indicators: [], category: ofFigures(all, tokens), first, end }))
  const known = [...names.filter((name) => !isUnit(name, reading)), ...categories]
  const things = [...known, ...partsIn(reading, known, categories)].sort((a, b) => a.first - b.first)
  // The district of Hill district is no list of them.
  const ownLists = lists.filter((list) => !isWithin(list, things))
  return { things, names, lists: ownLists, words: wordsIn(reading, text, things, lists) }
}

/** The categories that are named as such. */
function categoriesIn(reading: Reading): NamedCategory[] {
  const { tokens, phrases, said, dataset, language } = reading
  const { auxiliary = '', be, residual } = lexicons[language].particles
  const textAt = (index: number) => tokens[index]?.text ?? ''
  const isVerb = ({ first }: NamedCategory) =>
    entries(auxiliary).includes(textAt(first - 1)) && entries(be).includes(textAt(first))
  // Increased, beside a category called Increase of what is not printed: a movement.
  const isMovement = ({ first, end, all }: NamedCategory) =>
    lexicons[language].hasCapitalNouns !== true &&
    said.some((word) => word.first === first && word.end === end && /^(?:up|down)$/.test(word.meaning)) &&
    !tokens.some(({ figure }) => all.some(({ dimension }) => figure?.observation.categories[dimension]))
  // The education of higher education is no category of that name.
  const isOfPhrase = ({ first, end }: NamedCategory) =>
    phrases.some((word) => word.meaning === 'none' && word.end === end && word.first === end - 2 && word.first < first)
  // More than any other species, where Other species is a category.
  const isAnyOther = ({ first, end }: NamedCategory) =>
    tokens.some(({ figure }) => figure) &&
    entries(residual).includes(textAt(first)) &&
    said.some((word) => word.first < first && first < word.end && word.end < end)
  return findCategories(tokens, dataset, language).filter(
    (one) => ![isVerb, isMovement, isOfPhrase, isAnyOther].some((is) => is(one)),
  )
}

/** The indicators that are named, but for those within a category's name or a list's. */
function nameThings(reading: Reading, categories: readonly NamedCategory[], lists: readonly Name[]): Name[] {
  const { tokens, dataset, language } = reading
  // 服务价格 of 生活用品及服务价格 is no thing of its own; 纯电动汽车销量: no 汽车销量, but the sales of that.
  const cutBy = ({ first, end }: Name) =>
    categories.find((one) => one.first < first && first < one.end && one.end < end)
  const uncut = (name: Name): Name[] => {
    const from = cutBy(name)?.end
    if (from === undefined) return [name]
    const rest = findNames(tokens.slice(from, name.end), dataset, language)
    return rest.map((one) => ({ ...one, first: one.first + from, end: one.end + from }))
  }
  // Prices of all crops, of three crops: a list, and not the crop that is a harvest.
  const isListed = ({ first, end }: Name) =>
    lists.some((list) => list.first === first && list.end === end) &&
    (isAllWord(tokens[first - 1]?.text ?? '', language) || isNumeral(tokens[first - 1], language))
  const named = findNames(tokens, dataset, language)
    .flatMap(uncut)
    // The trains of les trains régionaux are none of all trains.
    .filter((name) => !isWithin(name, categories) && !isListed(name))
  const dimensions = [...categories, ...lists.filter(isListed)].flatMap(({ dimension = '' }) => dimension)
  return joinNames(named, dataset).map((name) =>
    ofBroken(brokenBy(dimensions, name, tokens, dataset), categories, tokens, dataset),
  )
}

/** Per capita revenue, where Revenue is a thing too: what has both in its names, and a part that no other has. */
function withParts(name: Name, { tokens, dataset, language }: Reading): Name {
  const isOwn = (part: Name) => {
    const own = dataset.indicators.get(part.indicators[0] ?? '')
    const words = own && !name.indicators.includes(own.id) ? nameWords(own, language) : []
    return part.end === name.first && tokens.slice(name.first, name.end).every(({ stem }) => words.includes(stem))
  }
  const part = findParts(tokens, dataset, language).find(isOwn)
  return part ? { ...name, indicators: part.indicators, first: part.first } : name
}

/** What is named by a part of its name, beside what is named whole. */
function partsIn({ tokens, said, dataset, language }: Reading, known: readonly Name[], categories: readonly Name[]) {
  // The highest of Highest temperature is no name alone.
  const extremes = said.filter(({ meaning }) => meaning === 'largest' || meaning === 'smallest')
  // Food waste collections: none of the waste collected, which is not broken down so.
  const isOfOther = ({ first, indicators: ids }: Name) => {
    const { dimension = '' } = categories.find(({ end }) => end === first)?.category ?? {}
    const isPrinted = tokens.some(({ figure }) => figure?.observation.categories[dimension])
    return isPrinted && ids.length > 0 && !ids.some((id) => dataset.indicators.get(id)?.dimensions.includes(dimension))
  }
  return findParts(tokens, dataset, language).filter(
    (part) =>
      ![...known, ...extremes].some(({ first, end }) => first <= part.first && part.first < end) && !isOfOther(part),
  )
}

/** Its words that say something, but for those that are parts of names, units or definitions. */
function wordsIn(reading: Reading, text: string, things: readonly Name[], lists: readonly Name[]): Word[] {
  const { tokens, said, dataset, language } = reading
  // 91,600对: couples, not 对 as against.
  const isCounted = (word: Word) => isUnit({ ...word, indicators: [] }, reading)
  // 服务贸易逆差, of a balance below zero: the name says the side.
  const printed = tokens.flatMap(({ figure }) => figure?.observation ?? [])
  const isBelow = printed.some(({ series, period }) =>
    dataset.observations.get(observationKey(series, 'value', period))?.quantity.value.lt(0),
  )
  const isSide = ({ meaning }: Word) => isBelow && meaning === 'deficit'
  // A flight counts as late when it leaves more than an hour after schedule.
  const defined = printed.length === 0 ? definitionsIn(text) : []
  const start = tokens[0]?.start ?? 0
  const isDefined = ({ first }: Word) => {
    const at = (tokens[first]?.start ?? start) - start
    return defined.some((one) => one.start <= at && at < one.end)
  }
  return [...said.filter((word) => !isDefined(word)), ...allsOf(reading, things, lists), ...mostOf(reading, things)]
    .filter((word) => (!isInName(word, things, tokens) || isSide(word)) && !isCounted(word))
    .flatMap((word) => ofTarget(ofThing(word, things, tokens), tokens, dataset, language))
    .toSorted((a, b) => a.first - b.first)
}

/** Prices of all crops: of each of what is named right before; fell at all three types of site, which is no at all. */
function allsOf({ tokens, said, language }: Reading, things: readonly Name[], lists: readonly Name[]): Word[] {
  const { to } = lexicons[language].particles
  return lists.flatMap(({ first }): Word[] => {
    const at = isNumeral(tokens[first - 1], language) ? first - 2 : first - 1
    const isOfThing = things.some(({ end }) => end === at - 1)
    const isAt = entries(to).includes(tokens[at - 1]?.text ?? '')
    const isAll = isAllWord(tokens[at]?.text ?? '', language)
    return (isOfThing || isAt) && isAll && !said.some((word) => word.end === at + 1)
      ? [{ meaning: 'all', first: at, end: at + 1 }]
      : []
  })
}

/** La comunidad que más residuos recogió: has the most of what is named right after. */
function mostOf({ tokens, language }: Reading, things: readonly Name[]): Word[] {
  if (language !== 'es') return []
  return things.flatMap(({ category, first }): Word[] => {
    const said = `${tokens[first - 2]?.text} ${tokens[first - 1]?.text}`
    const meaning = said === 'que más' ? 'largest' : said === 'que menos' ? 'smallest' : undefined
    return meaning && !category ? [{ meaning, first: first - 2, end: first }] : []
  })
}

function isNumeral(token: Token | undefined, language: Language): boolean {
  return entries(lexicons[language].numerals).includes(token?.text ?? '')
}

/** Plus de livraisons: more of them, and not above a number; la tasa de reciclado más alta: the highest. */
function ofThing(word: Word, things: readonly Name[], tokens: readonly Token[]): Word {
  const thing = things.find(({ category, end }) => end === word.first && !category)
  const isMost = /^(?:más|menos)$/.test(tokens[word.first]?.text ?? '') && tokens[word.end]?.text !== 'que'
  if (thing && isMost && /^(?:el|la|los|las)$/.test(tokens[thing.first - 1]?.text ?? '') && isComparison(word))
    return { ...word, meaning: word.meaning === 'more' || word.meaning === 'above' ? 'largest' : 'smallest' }
  if (!things.some(({ first }) => first === word.end)) return word
  const said = `${tokens[word.first]?.text} ${tokens[word.end - 1]?.text}`
  const meaning = /^plus d[e']$/.test(said) ? 'more' : /^moins d[e']$/.test(said) ? 'less' : word.meaning
  return { ...word, meaning }
}

/** 完成全年目标{target}的八成: a target that is printed is none that is yet to be; 全部达到{target}的目标: met it. */
function ofTarget(word: Word, tokens: readonly Token[], dataset: Dataset, language: Language): Word[] {
  const figure = tokens[word.end]?.figure?.observation
  if (language !== 'zh' || !figure || !isTarget(figure, dataset, language)) return [word]
  const [said = '', next = ''] = tokens.slice(word.first, word.end).map(({ text }) => text)
  const { target, to } = lexicons[language].particles
  if (word.meaning === 'open' && entries(target).includes(said + next)) return []
  const isReached = word.meaning === 'verb' && next !== '' && entries(to).includes(said)
  return [isReached ? { ...word, meaning: 'met' } : word]
}

/** Whether a word is all, every, each. */
function isAllWord(text: string, language: Language): boolean {
  return entries(lexicons[language].words.all).some((entry) => entry.replace('=', '') === text)
}

/** Whether a name says only what a figure counts: {catalogue} visits, where visits are an indicator too. */
function isUnit({ first, end, indicators }: Name, { tokens, dataset, language }: Reading): boolean {
  const figure = tokens[first - 1]?.figure?.observation
  const unit = figure && dataset.units.get(figure.quantity.unit)
  if (!figure || !unit || indicators.includes(figure.indicator)) return false
  const said = tokens
    .slice(first, end)
    .map(({ text }) => text)
    .join(' ')
  return [unit.label, unit.singular].some((text) => text?.[language]?.toLowerCase() === said)
}

/** Wheat as a crop or as a good: what the figures of a sentence are broken down by. */
function ofFigures(categories: NamedCategory['all'], tokens: readonly Token[]) {
  const printed = tokens.flatMap(({ figure }) => (figure ? [figure.observation.categories] : []))
  return (
    categories.find(({ dimension, category }) => printed.some((own) => own[dimension] === category)) ??
    categories.find(({ dimension }) => printed.some((own) => own[dimension] !== undefined)) ??
    categories[0]
  )
}

/** The gap in all age groups: of several indicators so called, without a figure, the one broken down by the named. */
function brokenBy(dimensions: readonly string[], name: Name, tokens: readonly Token[], { indicators }: Dataset): Name {
  const isPrinted = tokens.some(({ figure }) => figure && name.indicators.includes(figure.observation.indicator))
  const broken = name.indicators.filter((id) => indicators.get(id)?.dimensions.some((one) => dimensions.includes(one)))
  return !isPrinted && name.indicators.length > 1 && broken.length === 1 ? { ...name, indicators: broken } : name
}

/**
 * 插混销量, where only sales of new energy vehicles are broken down by power: what is called so right beside a category
 * that it is not broken down by.
 */
function ofBroken(
  name: Name,
  categories: readonly NamedCategory[],
  tokens: readonly Token[],
  { indicators }: Dataset,
): Name {
  const { dimension } = categories.find(({ end }) => end === name.first) ?? {}
  const isBroken = (id: string) => indicators.get(id)?.dimensions.includes(dimension ?? '') === true
  if (dimension === undefined || name.indicators.some(isBroken)) return name
  const said = tokens.slice(name.first, name.end).map(({ stem }) => stem)
  const unit = indicators.get(name.indicators[0] ?? '')?.unit
  const isCalled = ({ label }: Indicator) =>
    Object.values(label).some((text) =>
      endsWith(
        getTokens(text).map(({ stem }) => stem),
        said,
      ),
    )
  const [only, ...others] = [...indicators.values()].filter(
    (one) => isBroken(one.id) && one.unit === unit && isCalled(one),
  )
  return only && others.length === 0 ? { ...name, indicators: [only.id] } : name
}

function endsWith(words: readonly string[], last: readonly string[]): boolean {
  return last.every((word, at) => words.at(at - last.length) === word)
}

/** Harbour visits: a whole's name after a part's says only what is counted; rural penetration: which rural is meant. */
function joinNames(names: readonly Name[], { indicators }: Dataset): Name[] {
  const getUnit = (id: string) => indicators.get(id)?.unit
  const meant = (part: Name, whole: Name): readonly string[] => {
    if (whole.first !== part.end) return []
    const parts = part.indicators.filter((id) => whole.indicators.includes(indicators.get(id)?.partOf ?? ''))
    const [only, ...others] = part.indicators.filter((id) => getUnit(id) === getUnit(whole.indicators[0] ?? ''))
    const isTold = only !== undefined && others.length === 0 && part.indicators.length > 1
    return parts.length > 0 || !isTold ? parts : [only]
  }
  return names.flatMap((name, index) => {
    const [before, after] = [names[index - 1], names[index + 1]]
    if (before && meant(before, name).length > 0) return []
    const own = after ? meant(name, after) : []
    return after && own.length > 0 ? [{ ...name, indicators: own, end: after.end }] : [name]
  })
}

/**
 * A part of a name: the 约 of 网约车 is no about, les moins in les moins de 25 ans no least;
 * nor is the target of {target} what is yet to be.
 */
function isInName({ first, end, meaning }: Word, names: readonly Name[], tokens: readonly Token[]): boolean {
  const isPrinted = ({ indicators }: Name) =>
    tokens.some(({ figure }) => figure && indicators.includes(figure.observation.indicator))
  return names.some(
    (name) =>
      (first < name.first && name.first < end && end < name.end) ||
      // Bau und Ausbau: a category called so.
      (name.category && name.first === first && name.end === end) ||
      // 新增贷款只有{it}
      (first === name.first && name.end < end && (meaning === 'up' || meaning === 'down')) ||
      (name.first <= first &&
        end <= name.end &&
        (name.end - name.first > end - first || (meaning === 'open' && isPrinted(name)))),
  )
}

type Span = Pick<Name, 'first' | 'end'>

/** Whether a name is a part of a longer one. */
function isWithin({ first, end }: Span, names: readonly Span[]): boolean {
  return names.some((name) => name.first <= first && end <= name.end && name.end - name.first > end - first)
}
