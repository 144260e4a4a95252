import { percent } from '../../dataset/figure/unit/unit.ts'
import { groupBy } from '../../dataset/group-by.ts'
import type { Indicator, Observation } from '../../dataset/types.ts'
import type { Claim } from '../../document/claim/claim.ts'
import type { Locale } from '../../locale/types.ts'
import { lexicons } from '../../locale/words/lexicons.ts'
import { constants } from '../../memory/derived.ts'
import { basesOf } from './bases.ts'
import { isOfBase, type JudgedWord, judgeWord } from './judge-words.ts'
import { nameWords } from './names.ts'
import { isKnownWord } from './others/naming.ts'
import { isParticle } from './particles.ts'
import { isComparison, type Word } from './read-words.ts'
import { numberAt } from './readings/groups.ts'
import { isResidual } from './readings/word-claims.ts'
import { isOfNow, type Sentence, wordAt } from './sentences.ts'
import { extremes, movements } from './tie-figures.ts'
import { getTokens, type Token } from './tokens.ts'
import { unitsAt } from './touching.ts'

/** What a sentence without a figure says by no name but that of a list or of its members, of each indicator that is broken down so, or of the one of those that figures before it are of: two operators lost customers, only the South gained, electric cars have overtaken petrol. A word is borne out where one of them does; where one of them can tell nothing of it, nobody knows what is meant. */
export function judgeGroups(sentence: Sentence, before: readonly Observation[], locale: Locale): JudgedWord[] {
  const { dataset, lists, things, names } = sentence
  if ((!isOfNow(sentence) && basesOf(sentence).length === 0) || names.length > 0) return []
  if (things.length + lists.length === 0) return judgeCalled(sentence, locale)
  const dimension = dimensionOf(sentence)
  const isBroken = (id: string) => dataset.indicators.get(id)?.dimensions.includes(dimension) === true
  const printed = [...new Set(before.map(({ indicator }) => indicator).filter(isBroken))]
  const meant = printed.length > 0 ? printed : [...dataset.indicators.keys()].filter(isBroken)
  if (printed.length > 1) return []
  const asked = meant.flatMap((indicator) => judgeGroupOf(indicator, sentence, locale))
  const leading = meant.filter((id) => isNumberOf(dataset.indicators.get(id)))
  return [...groupBy(asked, ({ word }) => word.first).values()].flatMap((ofWord) => {
    // Dunes is ahead of Alto, where only one of two things that are counted so can tell: nobody knows which is meant; no price leads.
    const asking = isPlace(ofWord[0]?.word) ? leading : meant
    return ofWord.length < asking.length
      ? []
      : (ofWord.find(({ claims }) => claims.every(({ verdict }) => verdict === 'holds')) ?? ofWord.slice(0, 1))
  })
}

/** The list that a sentence names, or of which it names a member. */
function dimensionOf({ lists, things }: Sentence): string {
  const [first = ''] = [...lists, ...things].flatMap(
    ({ dimension, category }) => dimension ?? category?.dimension ?? [],
  )
  return first
}

/** Whether a word puts one thing before or behind another. */
function isPlace(word: Word | undefined): boolean {
  return /^(?:above|below|alike)$/.test(word?.meaning ?? '')
}

/** Whether an indicator is a number of things, money or a part of a whole, of which one may have more than another. */
function isNumberOf(own: Indicator | undefined): boolean {
  return own?.type !== 'ratio' || (own.unit === percent.id && own.denominator !== undefined)
}

/** Satisfaction down, trust up: of what alone has such a word in its name. */
function judgeCalled(sentence: Sentence, locale: Locale): JudgedWord[] {
  return sentence.words.flatMap((word) => {
    const [from, until] = partAround(word, sentence)
    const called = sentence.calledBy.slice(from, until)
    const [id, ...others] = new Set(called.flat())
    const first = from + called.findIndex(({ length }) => length > 0)
    const isKnown = called.every((_, at) => isKnownWord(from + at, sentence))
    if (id === undefined || others.length > 0 || !isKnown || (word.first <= first && first < word.end)) return []
    const name = { indicators: [id], first, end: first + 1 }
    const judged = judgeWord(word, { ...sentence, names: [name], things: [name] }, locale)
    return judged.claims.length > 0 ? [judged] : []
  })
}

/** From where to where between commas a word stands. */
function partAround(word: Word, { tokens }: Sentence): readonly [number, number] {
  const borders = tokens.flatMap(({ text }, at) => (/^[,，;；]$/.test(text) ? [at] : []))
  return [(borders.findLast((at) => at < word.first) ?? -1) + 1, borders.find((at) => at >= word.end) ?? tokens.length]
}

/** What it says of one indicator. */
function judgeGroupOf(indicator: string, sentence: Sentence, locale: Locale): JudgedWord[] {
  const { dataset, lists, tokens } = sentence
  const isOfList = lists.some(({ dimension }) => dimension !== undefined)
  const unit = dataset.indicators.get(indicator)?.unit ?? ''
  // Two operators raised their fees.
  const isOwnUnit = (at: number) => unitsAt(tokens.slice(at, at + 1), dataset, sentence.language).includes(unit)
  // Sold fewer cars.
  const isBeforeCounted = (at: number) => {
    const next = wordAt(at + 1, sentence)
    return next !== undefined && isComparison(next) && isOwnUnit(next.end)
  }
  const isKnown = (_: Token, at: number) =>
    isKnownWord(at, sentence) ||
    isOfBase(at, sentence) ||
    isBeforeCounted(at) ||
    numberAt(at, sentence) !== undefined ||
    (['except', 'except-for', 'only'] as const).some((kind) => isParticle(kind, at, sentence)) ||
    lists.some(({ first, end }) => first <= at && at < end) ||
    isOwnUnit(at)
  const named = { ...sentence, names: [{ indicators: [indicator], first: 0, end: 0 }] }
  const isCount = ({ text }: Claim) => text.startsWith('count ')
  const areOfSeveral = (claims: readonly Claim[]) =>
    claims.some(({ text }) => /^(?:count|each) /.test(text)) ||
    new Set(claims.map(({ text }) => /\[.*?\]/.exec(text)?.[0])).size > 1
  // Whether what is left over is one of four operators is the author's to say.
  const dimension = dimensionOf(sentence)
  const hasRest = [...(dataset.dimensions.get(dimension)?.categories.keys() ?? [])].some((category) =>
    isResidual(dimension, category, dataset.dimensions),
  )
  const isMoved = sentence.words.some(({ meaning }) => movements.has(meaning))
  return sentence.words.flatMap((word) => {
    const [from, until] = partAround(word, sentence)
    const isNamed = [...lists, ...sentence.things].some(({ first, end }) => first >= from && end <= until)
    // Lost most hours, where Hours lost are counted.
    const isName =
      movements.has(word.meaning) && sentence.calledBy.slice(word.first, word.end).some(({ length }) => length > 0)
    if (!isNamed || isName || !tokens.slice(from, until).every((token, at) => isKnown(token, from + at))) return []
    const isLast = /^[.。,，;；]?$/.test(sentence.tokens[word.end]?.text ?? '')
    const isAhead = isLast && [word.first, word.end - 1].some((at) => isParticle('ahead', at, sentence))
    const judged = judgeWord(isAhead ? { ...word, meaning: 'largest' } : word, named, locale)
    // The North is larger than the South, by what nobody knows.
    const isLead = isAhead || (isPlace(word) && !isParticle('than', word.end - 1, sentence))
    const isOfBoth = ({ text }: Claim) => text.split(`${indicator}[`).length > 2
    const areTwo = isLead && judged.claims.every(isOfBoth) && isBetterHigh(indicator)
    // Corvo grew, had the strongest growth, sold fewer cars than a year ago.
    const isOfIts = isComparison(word)
      ? judged.claims.every(({ text }) => /^(?:rose|fell) /.test(text))
      : movements.has(word.meaning) || extremes.has(word.meaning) || word.meaning === 'for-every'
    if (!isOfList && !isOfIts && !areTwo && !areOfSeveral(judged.claims)) return []
    // Bei den Männern stieg die Zahl stärker: of changes, not of levels.
    const isOfChange = ({ text }: Claim) => !isMoved || !isComparison(word) || /\.(?:change|rate)@/.test(text)
    // Overtook: at what time, what is shown tells.
    const ofEach = judged.claims
      .filter((one) => one.text.includes(`${indicator}[`) && !(hasRest && isCount(one)) && isOfChange(one))
      .slice(0, areTwo ? 1 : undefined)
    return ofEach.length === 0 ? [] : [{ ...judged, word, claims: ofEach }]
  })

  /** Whether who has more of it is ahead: of numbers of things, money, parts of a whole, but not of complaints. */
  function isBetterHigh(id: string): boolean {
    const own = dataset.indicators.get(id)
    const { harm = '' } = lexicons[sentence.language].particles
    const isHarm = harm === '' || (own && nameWords(own, sentence.language).some((word) => harmOf(harm).has(word)))
    return own !== undefined && isNumberOf(own) && (own.good ? own.good === 'up' : !isHarm)
  }
}

const harmOf = constants((words: string) => new Set(getTokens(words).map(({ stem }) => stem)))
