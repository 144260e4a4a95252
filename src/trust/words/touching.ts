import { percentagePoints } from '../../dataset/figure/unit/unit.ts'
import { listedNames, namedMeasures } from '../../dataset/figure/unit/unit-list.ts'
import { tagIn } from '../../dataset/read/language-in.ts'
import type { Dataset, Observation } from '../../dataset/types.ts'
import type { Passage } from '../../document/parse/text/passages.ts'
import type { Language } from '../../locale/languages.ts'
import { isSaid } from '../../locale/words/is-said.ts'
import { lexicons } from '../../locale/words/lexicons.ts'
import { constants, derived } from '../../memory/derived.ts'
import { saysPoints } from '../numbers/figure-index.ts'
import { endOfNumber, readNumbers, startOfNumber } from '../numbers/numbers-in-text.ts'
import { unitMonths } from './bases.ts'
import { isMedian, isTarget } from './names.ts'
import { isOrdinal } from './particles.ts'
import { addPhrase, createPhrases, findPhrases, type PhraseTree } from './phrases.ts'
import { entries, isComparison } from './read-words.ts'
import { type Sentence, wordAt } from './sentences.ts'
import { getTokens, type Token, textAt } from './tokens.ts'

/** Words that touch a helper's number as if they were part of it. */
export interface Touching {
  /** In the passage. */
  start: number
  end: number
  /** What it is: `a scale`, `a currency`. */
  what: string
  figure: Observation
}

/**
 * Scales, currencies, signs, qualifiers and units that touch a figure and were not printed with it.
 * `isWritten` says of a place in the passage that its author wrote it.
 */
export function touchingWords(passage: Passage, sentence: Sentence, isWritten: (index: number) => boolean): Touching[] {
  const numbersIn = tagIn(sentence.dataset.report, sentence.language)
  return sentence.tokens.flatMap(({ figure }, index) => {
    if (!figure) return []
    const { start, end, observation } = figure
    const found = (from: number, to: number, what: string): Touching[] =>
      isWritten(from < start ? from : to - 1) ? [{ start: from, end: to, what, figure: observation }] : []
    const before = startBefore(passage.text, start, numbersIn)
    const after = endAfter(passage.text, figure, numbersIn)
    const said = passage.text.slice(end, after)
    // A report that counts in basis points says so itself.
    const { label, singular } = sentence.dataset.units.get(observation.quantity.unit) ?? {}
    const isOwnUnit =
      [label, singular].some((name) => name?.[sentence.language] === said.trim()) &&
      !isPrinted(observation.quantity.unit, passage.text.slice(start, end), sentence.dataset, sentence.language)
    const unit = unitAfter(index, sentence, { ...figure, printed: passage.text.slice(start, end) })
    // What may come to be above a figure is not judged; below under 38,000 is said twice all the same.
    const isSetAgainst = () =>
      isOtherLevel(observation, sentence.dataset) ||
      isTarget(observation, sentence.dataset, sentence.language) ||
      isOpen(index, sentence)
    const isMiddle =
      isMedian(observation, sentence.dataset) &&
      sentence.words.some(({ meaning, factor }) => meaning === 'share' && factor === '0.5')
    // Half of them spent {it} or more.
    const isHalf = isMiddle && isComparison(wordAt(index + 1, sentence))
    const isCompared = () =>
      isOwnSign(passage.text.slice(before, start), passage.text.slice(start, end), observation) ||
      isReach(passage.text.slice(before, start), index, sentence) ||
      isMiddle ||
      isBoundOfAll(passage.text.slice(before, start), observation, sentence) ||
      (isSetAgainst() && observation.quantity.qualifier === undefined)
    return [
      ...(before < start && !isCompared() ? found(before, start, whatBefore(passage.text.slice(before, start))) : []),
      ...(after > end && !isPoints(said, observation) && !isOwnUnit && !isHalf
        ? found(end, after, 'a scale or unit')
        : unit
          ? found(unit.start, unit.end, 'a unit')
          : []),
      ...perBeside(index, sentence, observation).flatMap((per) => found(per.start, per.end, 'a rate')),
    ]
  })
}

/** Where a number that stood in the figure's place would begin: at a qualifier, a currency or a sign before it. */
function startBefore(text: string, start: number, language: string): number {
  const from = Math.max(0, start - 24)
  const prefix = text.slice(from, start)
  if (/(?:^|[.;:!?。；：！？])\s*$/.test(prefix)) return start
  // The city gave us 3 million: no dollars; some 550 firms: as exact as any.
  const begins = /\b(?:us|some)\s*$/i.test(prefix) ? prefix.length : startOfNumber(language)(prefix)
  // {a} plus {b}: a sum.
  if (/\d[^\p{L}]*\s(?:\p{L}+\s)?(?:plus|minus)\s$/iu.test(prefix)) return start
  const sign = /(?:[-−+±￥]\s?|\b(?:minus|plus)\s)$/i.exec(prefix)
  return from + Math.min(begins, sign?.index ?? prefix.length)
}

/** Where the figure's number would end with what follows it: a scale, a unit. */
function endAfter(text: string, { start, end }: { start: number; end: number }, language: string): number {
  const after = text.slice(end, end + 24)
  return /^[\s-]?[\p{L}%]/u.test(after) ? start + endOfNumber(text.slice(start, end), after, language) : end
}

/** Gained {by} points, of an index: in French and Spanish percentage points are called so too. */
function isPoints(after: string, { quantity, measure }: Pick<Observation, 'quantity' | 'measure'>): boolean {
  return measure !== 'rate' && saysPoints(after, quantity.unit)
}

/** Each had at least {the smallest of them}: a bound of all, which is one of them. */
function isBoundOfAll(
  before: string,
  { indicator, categories, measure, period, quantity }: Observation,
  { words, language, dataset: { observations } }: Sentence,
): boolean {
  // None has fewer than {the least}.
  const isNone = words[0]?.meaning === 'not' && words[0].first === 0
  if (!isNone && !words.some(({ meaning }) => meaning === 'all')) return false
  const dimensions = Object.keys(categories).join()
  const all = [...observations.values()].filter(
    (one) =>
      one.indicator === indicator &&
      one.measure === measure &&
      one.period === period &&
      dimensions !== '' &&
      Object.keys(one.categories).join() === dimensions,
  )
  const [bound] = readNumbers(`${before}1`, language)
  const qualifier = bound?.kind === 'number' ? bound.qualifier : undefined
  const side = qualifier === (isNone ? 'under' : 'at least') ? 1 : qualifier === (isNone ? 'over' : 'at most') ? -1 : 0
  return side !== 0 && all.length > 1 && all.every((one) => one.quantity.value.cmp(quantity.value) * side >= 0)
}

/** The sign of a change printed by size alone: minus {by}; of a balance above zero: +{it}; ± {a margin of error}. */
function isOwnSign(before: string, printed: string, { measure, quantity }: Observation): boolean {
  if (measure === 'value' && quantity.unit === percentagePoints.id && /^±\s?$/.test(before)) return true
  if (/^[^\d]*[-−+]/.test(printed)) return false
  if (quantity.value.isNegative()) return measure !== 'value' && /^(?:[-−]|(?:minus|menos|moins)\s)$/i.test(before)
  return (measure === 'value' ? /^\+\s?$/ : /^(?:\+|(?:plus|más)\s)$/i).test(before)
}

/** Has fallen every year, up to {it}; va de {a} jusqu’à {b}: how far it went, and no bound. */
function isReach(said: string, index: number, { words }: Sentence): boolean {
  const isWay = ({ first, meaning }: { first: number; meaning: string }) =>
    first < index && /^(?:up|down|range)$/.test(meaning)
  return /^(?:up to|bis zu|jusqu[’']à)\s*$/i.test(said) && words.some(isWay)
}

/** After a word that says what is not so, or not yet: may, would, expect to. */
function isOpen(index: number, { clauses, clauseOf }: Sentence): boolean {
  return index > (clauses[clauseOf[index] ?? 0]?.openFrom ?? 0)
}

/** Above the 1.342 million of 2019: a comparison with another time, which is judged as one. */
function isOtherLevel({ measure, period, series }: Observation, { report, observations }: Dataset): boolean {
  return measure === 'value' && period !== report.period && observations.has(`${series}@${report.period}`)
}

function whatBefore(text: string): string {
  if (/[$€£¥￥]|(?:RMB|CNY|USD|EUR|GBP|JPY|HKD|US|Rs)\s?$/.test(text)) return 'a currency'
  return /[-+−±]|minus|plus/i.test(text) ? 'a sign' : 'a qualifier'
}

/** The ids that the unit at the beginning of tokens may have: `people`, `yuan`; none where they begin with no unit. */
export function unitsAt(tokens: readonly Token[], dataset: Dataset, language: Language): readonly string[] {
  const [found] = findPhrases(getUnits(dataset)(language), tokens)
  return found?.first === 0 ? found.value : []
}

/** Whether a token names a hundredth of what money is counted in: two cents. */
export function isHundredth(at: number, { tokens, dataset, language }: Sentence): boolean {
  return unitsAt(tokens.slice(at, at + 1), dataset, language).includes('hundredth')
}

/** The word right after a figure where it is the name of another unit than the figure's. */
function unitAfter(
  index: number,
  sentence: Sentence,
  { observation: { indicator, quantity, measure }, printed }: { observation: Observation; printed: string },
): Token | undefined {
  const { dataset, language } = sentence
  const tokens = sentence.tokens.slice(index + 1, index + 7)
  const all = findPhrases(getUnits(dataset)(language), tokens)
  // Of a rate, what it is per: {rate} deaths per 1,000.
  const per = isRate(quantity.unit)
    ? all.find(({ first, value }) => value.some(isRate) && !tokens.slice(0, first).some((one) => one.figure))
    : undefined
  const found = per ?? all[0]
  if (!found || (found.first > 0 && !per)) return undefined
  // {it}: second in the world.
  if (isPoints(` ${tokens[0]?.text}`, { measure, quantity }) || isOrdinal(tokens[found.first]?.text ?? '', language))
    return undefined
  // Complaints per 10,000 lines, by the name of the indicator.
  if (!per && found.value.some(isRate) && dataset.indicators.get(indicator)?.type === 'ratio') return undefined
  // {6.4} children, of children per teacher.
  const label = getTokens(dataset.units.get(quantity.unit)?.label[language] ?? '')
  const isOwnStart = tokens.slice(0, found.end).every(({ stem }, at) => stem === label[at]?.stem)
  const isOwn =
    isOwnStart || found.value.includes(quantity.unit) || endsName(tokens.slice(0, found.end), quantity.unit, dataset)
  // 升 is a litre, and 升至 is none.
  const isInWord = sentence.words.some(({ first, end }) => first === index + 1 && end > index + 1 + found.end)
  if (isInWord) return undefined
  // {deaths} deaths, which is a unit as well.
  const isName = sentence.names.some(({ first, indicators }) => first === index + 1 && indicators.includes(indicator))
  if (isName && !isOwn && !per) return undefined
  // What the helper prints itself is not said again: 30.0%%, 6.2 days days.
  if (isOwn && !isPrinted(quantity.unit, printed, dataset, language)) return undefined
  // Closures: premises that an inspector ordered to close.
  if (!per && isCountedSo(tokens.slice(0, found.end), indicator, dataset, language)) return undefined
  // A rate is said in per cent, and a change of a share in points, by the helper itself.
  const isPerCent = quantity.unit === 'percent' || quantity.unit === 'percentage-points' || measure === 'rate'
  if (!isPerCent && !dataset.units.has(quantity.unit)) return undefined
  const first = tokens[found.first]
  return first && { ...first, end: tokens[found.end - 1]?.end ?? first.end }
}

/** {a total} per student, 每公顷…{total}: what only a rate is per, beside a sum or count; of what the dataset counts. */
function perBeside(index: number, sentence: Sentence, { indicator, quantity }: Observation): Token[] {
  const { dataset, language, tokens } = sentence
  const own = dataset.indicators.get(indicator)
  const names = own ? [own.label, own.definition, dataset.units.get(quantity.unit)?.label] : []
  const isOfRate = names.some((text) => getTokens(text?.[language] ?? '').some((token) => isPer(token, language)))
  if (!own || own.type === 'ratio' || isOfRate) return []
  const border = tokens.findLastIndex(
    (one, at) => at < index && (one.figure !== undefined || /^[,，;；。]$/.test(one.text)),
  )
  const [from, to] = language === 'zh' ? [border + 1, index] : [index + 1, index + 4]
  const at = tokens.findIndex((token, at) => at >= from && at < to && isPer(token, language))
  const isNear = at >= 0 && tokens.slice(from, language === 'zh' ? from : at).every(({ text }) => /^\p{L}/u.test(text))
  const [noun] = tokens.slice(at + 1)
  const isTime = unitMonths(noun?.text ?? '', language) > 0
  const isCounted =
    noun !== undefined &&
    countedIn(dataset)(language).has(language === 'zh' ? `${noun.text}${tokens[at + 2]?.text}` : noun.text)
  const per = tokens[at]
  return isNear && per && noun && isCounted && !isTime ? [{ ...per, end: noun.end }] : []
}

function isPer({ text }: Token, language: Language): boolean {
  return entries(lexicons[language].particles.per).includes(text)
}

/** What one of the things that a report counts is called, but for times. */
const countedIn = derived((dataset: Dataset) =>
  constants(
    (language: Language) =>
      new Set(
        [...dataset.units.values()].map(({ label, singular }) => (singular ?? label)[language]?.toLowerCase() ?? ''),
      ),
  ),
)

function isRate(unit: string): boolean {
  return unit.startsWith('per-')
}

/** Whether what an indicator counts begins its definition. */
function isCountedSo(said: readonly Token[], id: string, { indicators }: Dataset, language: Language): boolean {
  const definition = getTokens(indicators.get(id)?.definition?.[language] ?? '')
  return definition.length > said.length && said.every(({ stem }, at) => definition[at]?.stem === stem)
}

/** Index points, said as points; euros/kg, as euros; tonnes per hectare, as tonnes. */
function endsName(tokens: readonly Token[], id: string, { units }: Dataset): boolean {
  const said = tokens.map(({ text }) => text).join(/\p{Script=Han}/u.test(tokens[0]?.text ?? '') ? '' : ' ')
  return Object.values(units.get(id)?.label ?? {})
    .map((label) => label.toLowerCase())
    .some(
      (label) => [`${said}/`, `${said} per `].some((start) => label.startsWith(start)) || label.endsWith(` ${said}`),
    )
}

function isPrinted(id: string, printed: string, { units }: Dataset, language: Language): boolean {
  const unit = units.get(id)
  // A template may leave out a unit that is said elsewhere.
  const isBare = /^\D*\d[^\p{L}]*$/u.test(printed)
  return id === 'percent' || id === 'percentage-points' || (unit !== undefined && isSaid(unit, language) && !isBare)
}

/** What a text says that a rate is per: deaths per 100,000 people. */
export function rateNamed(text: string, dataset: Dataset, language: Language) {
  const tokens = getTokens(text)
  const found = findPhrases(getUnits(dataset)(language), tokens).find(({ value }) => value.some(isRate))
  return found && { text: textAt(text, tokens, found), scale: 0, units: found.value }
}

/** The ids that a text may have as the name of a unit; none where it is more than one, or other. */
export function unitsNamed(text: string, dataset: Dataset, language: Language): readonly string[] {
  const tokens = getTokens(text)
  const [found] = findPhrases(getUnits(dataset)(language), tokens)
  return found?.first === 0 && found.end === tokens.length ? found.value : []
}

/** Names of units: those of the lexicon, and those that the report declares, by the ids that they may stand for. */
const getUnits = derived((dataset: Dataset) => constants((language: Language) => createUnits(dataset, language)))

function createUnits({ units }: Dataset, language: Language): PhraseTree<string[]> {
  const tree = createPhrases<string[]>()
  const names = Object.entries(lexicons[language].units).map(([id, words]) => ({ id, words: entries(words) }))
  // A report may name a unit otherwise than the lexicon does, and currencies by their codes.
  const called = [...units.values()].map(({ id, label }) => {
    const names = [...Object.values(label), ...(/^[A-Z]{3}$/.test(id) ? listedNames(id) : [])]
    return { id, names: new Set(names.map(plain)) }
  })
  const getIds = (words: readonly string[]) =>
    called.flatMap(({ id, names }) => (words.some((word) => names.has(plain(word))) ? [id] : []))
  for (const { id, words } of names) {
    const ids = [id, `${id}s`, ...getIds(words)]
    for (const word of words) addPhrase(tree, word, ids)
  }
  // Visitors are people, offences are cases; other things that a report counts are no other's.
  const general = entries(lexicons[language].particles.general)
  for (const { id, label, singular } of [...units.values(), ...namedMeasures([language])]) {
    for (const word of [label[language], singular?.[language]])
      if (word !== undefined && id !== 'people' && !general.includes(word)) addPhrase(tree, word, [id])
  }
  return tree
}

function plain(text: string): string {
  return text.toLowerCase().replace(/^=|s$/g, '')
}
