import { comparePeriods, isNamedBy } from '../../../dataset/figure/period.ts'
import { observationKey } from '../../../dataset/figure/reference.ts'
import { movedAlong } from '../../../dataset/figure/shift-period.ts'
import { findObservation } from '../../../dataset/find.ts'
import { groupBy } from '../../../dataset/group-by.ts'
import type { Dataset, LocalText, Observation } from '../../../dataset/types.ts'
import { earlier } from '../../../document/claim/history.ts'
import type { Language } from '../../../locale/languages.ts'
import { lexicons } from '../../../locale/words/lexicons.ts'
import { constants, derived } from '../../../memory/derived.ts'
import { isParticle, particlesIn } from '../particles.ts'
import { addEntry, createPhrases, findPhrases } from '../phrases.ts'
import { entries, readWords, type Word } from '../read-words.ts'
import { figuresIn, indicatorsIn, namedPeriods, observationsAt, type Sentence, tokenFigure } from '../sentences.ts'
import { getTokens } from '../tokens.ts'
import { compared } from './comparisons/compared-pair.ts'
import { ofBalances } from './deficits.ts'
import { levelAtBase, partsBeforeNow } from './since.ts'
import { getLevel, getLists, isOwnChange, levelBefore, type Reading } from './word-claims.ts'

const closing = /^(?:narrower|down|less)$/
const widening = /^(?:wider|up|more)$/
const extreme = /^(?:largest|smallest|record|lowest)$/

/** Whether a word is said of the gap between two things: the gap between A and B widened, the widening gap. */
export function isOfGap({ meaning, first, end }: Word, sentence: Sentence): boolean {
  const { words, names, clauseOf, dataset } = sentence
  if (![closing, widening, extreme, /^(?:below|above|flat)$/].some((kind) => kind.test(meaning))) return false
  // A gap with a figure of its own moves as any other.
  if (indicatorsIn(sentence).some((id) => isGap(id, dataset))) return false
  const isOther = (from: number, to: number) =>
    words.some(
      (one) =>
        one.first >= from &&
        one.end <= to &&
        /^(?:up|down|more|less|narrower|wider|deficit|surplus)$/.test(one.meaning),
    )
  // The gap was the narrowest; but mit Abstand die größte.
  const isSaid = (from: number) => words.some((one) => one.meaning === 'verb' && one.first >= from && one.end <= first)
  return words.some(
    (gap) =>
      gap.meaning === 'gap' &&
      !names.some((name) => name.first <= gap.first && gap.end <= name.end) &&
      clauseOf[gap.first] === clauseOf[first] &&
      (gap.end <= first
        ? !isOther(gap.end, first) && (!extreme.test(meaning) || isSaid(gap.end))
        : gap.first - end <= 1),
  )
}

/** A sentence with the words for balances and for gaps that have figures of their own as these move. */
export function ofOwnWays(sentence: Sentence): Sentence {
  return ofGaps(ofBalances(sentence))
}

/** A sentence about gaps alone that have figures of their own: they narrow and widen as anything falls and rises. */
function ofGaps(sentence: Sentence): Sentence {
  const { names, words, dataset } = sentence
  const named = names.flatMap(({ indicators }) => indicators)
  const known = named.some((id) => findObservation(dataset, id)) ? named : []
  const said = figuresIn(sentence).length > 0 ? indicatorsIn(sentence) : known
  // What is known of a sentence is kept with it.
  if (said.length === 0 || !words.some(({ meaning }) => ways[meaning])) return sentence
  if (!said.every((id) => isGap(id, dataset))) return sentence
  return { ...sentence, words: words.map((word) => ({ ...word, meaning: ways[word.meaning] ?? word.meaning })) }
}

const ways: Readonly<Partial<Record<Word['meaning'], Word['meaning']>>> = { narrower: 'down', wider: 'up' }

/** Whether an indicator is how far two things are apart: in percentage points, or called a gap in any language. */
export function isGap(id: string, { indicators }: Dataset): boolean {
  const { unit, label = {} } = indicators.get(id) ?? {}
  return unit === 'percentage-points' || isCalledGap(label)
}

const isCalledGap = derived((label: LocalText) =>
  Object.entries(label).some(([language, name]) => {
    const tokens = getTokens(name)
    // The whole lexicon of a language that nobody writes in need not be set up.
    if (findPhrases(gapWords(language as Language), tokens).length === 0) return false
    return readWords(tokens, language as Language).some(({ meaning }) => meaning === 'gap')
  }),
)

const gapWords = constants((language: Language) => {
  const tree = createPhrases<true>()
  for (const entry of entries(lexicons[language].words.gap)) addEntry(tree, entry, true)
  return tree
})

/** How far two levels are apart by a word before another: the gap fell below four points; A leads B by over four. */
export function gapSize({ first }: Word, sentence: Sentence): string | undefined {
  const { words, names, clauseOf } = sentence
  const isBy = isParticle('by', first - 1, sentence)
  const isNamed = (gap: Word) => names.some((name) => name.first <= gap.first && gap.end <= name.end)
  const isGap = words.some(
    (gap) =>
      (gap.meaning === 'gap' || (isBy && /^(?:above|below)$/.test(gap.meaning))) &&
      gap.end <= first &&
      clauseOf[gap.first] === clauseOf[first] &&
      !isNamed(gap),
  )
  const [a, b, ...others] = observationsAt(sentence)
  if (!isGap || a?.measure !== 'value' || b?.measure !== 'value' || others.length > 0) return undefined
  if (a.quantity.unit !== b.quantity.unit || a.series === b.series) return undefined
  return a.quantity.value.gt(b.quantity.value) ? `${a.key} - ${b.key}` : `${b.key} - ${a.key}`
}

/** The gap was the narrowest in the series: against that of each time before; nothing where no history is spoken of. */
function gapsBefore(meaning: Word['meaning'], a: Observation, b: Observation, sentence: Sentence): Reading {
  const isHistory =
    /^(?:record|lowest)$/.test(meaning) ||
    sentence.words.some((word) => word.meaning === 'ever') ||
    particlesIn('history', sentence).length > 0
  const [top, low] = a.quantity.value.gt(b.quantity.value) ? [a, b] : [b, a]
  const times = isHistory && a.period === b.period ? earlier(sentence.dataset, a) : []
  return times.flatMap(({ period }) => {
    const then = [top, low].map(({ series }) => observationKey(series, 'value', period))
    const isKnown = then.every((key) => sentence.dataset.observations.has(key))
    const rule = /^(?:smallest|lowest)$/.test(meaning) ? 'less-than' : 'more-than'
    return isKnown ? [[rule, `${top.key} - ${low.key}`, then.join(' - ')]] : []
  })
}

/**
 * Levels that a gap may lie between: those printed, except of another thing that it is in;
 * if none, those of the one thing and its two categories that are named.
 */
function gapLevels({ first: at }: Word, sentence: Sentence): readonly Observation[] {
  const { words, names, things, lists, dataset } = sentence
  const printed = observationsAt(sentence).filter(({ measure }) => measure === 'value')
  const gap = words.findLast(({ meaning, end }) => meaning === 'gap' && end <= at)
  const isIn = gap !== undefined && isParticle('in', gap.end, sentence)
  const of = names.find(({ first }) => isIn && first > gap.end && first - gap.end <= 3)
  if (of && printed.some(({ indicator }) => !of.indicators.includes(indicator))) return []
  const [id, ...others] = names.flatMap(({ indicators }) => indicators)
  // Between the rates of the public and the private sector.
  const [a, b, ...more] = names.flatMap(({ indicators: [one = '', ...same] }) =>
    same.length === 0 ? (findObservation(dataset, one) ?? []) : [],
  )
  if (printed.length === 0 && a && b && names.length === 2 && more.length === 0) return [a, b]
  if (printed.length > 0 || others.length > 0) return printed
  const named = things.flatMap(({ category }) => category?.category ?? [])
  // 城乡差距: of the two that what they are broken down by has.
  const [list] = lists.flatMap(({ dimension = '' }) =>
    [...(dataset.dimensions.get(dimension)?.categories.keys() ?? [])].join(' '),
  )
  const both = list?.split(' ') ?? []
  return (named.length === 0 && both.length === 2 ? both : named).flatMap(
    (category) => findObservation(dataset, `${id}[${category}]`) ?? [],
  )
}

/** How far the last two levels of a kind are apart, against how far they were; nothing where there are not two. */
export function gapReadings(word: Word, sentence: Sentence): Reading[] {
  const { meaning } = word
  const levels = gapLevels(word, sentence)
  // {exports} and {imports}, compared with what both were before.
  const ofSeries = [...groupBy(levels, ({ series }) => series).values()]
  const [[a, thenA] = [], [b, thenB] = [], ...others] = ofSeries.map((group) =>
    group.toSorted((one, other) => comparePeriods(other.period, one.period)),
  )
  if (extreme.test(meaning)) return a && b && others.length === 0 ? [gapsBefore(meaning, a, b, sentence)] : []
  const before = [a && (thenA ?? levelBefore(sentence.dataset, a)), b && (thenB ?? levelBefore(sentence.dataset, b))]
  const isPair = a && b && others.length === 0 && a.quantity.unit === b.quantity.unit
  if (!isPair || !before[0] || !before[1] || before[0].period !== before[1].period) return []
  const [top, low] = a.quantity.value.gt(b.quantity.value) ? [0, 1] : [1, 0]
  const now = `${[a, b][top]?.key} - ${[a, b][low]?.key}`
  const then = `${before[top]?.key} - ${before[low]?.key}`
  if (meaning === 'flat') return [[['agrees', now, then]]]
  const isSmaller = closing.test(meaning) || meaning === 'below'
  return [[[isSmaller ? 'less-than' : 'more-than', now, then]]]
}

/** Which way a word has a figure differ from an earlier one. */
const sides: Readonly<Partial<Record<Word['meaning'], 'more' | 'less'>>> = {
  ...{ more: 'more', above: 'more', up: 'more' },
  ...{ less: 'less', below: 'less', down: 'less' },
}

/** How far something went, against how far before: added {by} in May, fewer than in April; undefined without two. */
export function gainReadings(word: Word, sentence: Sentence): Reading[] | undefined {
  const { words, tokens, clauseOf } = sentence
  const ofNoun = nounReadings(word, sentence)
  if (ofNoun) return ofNoun
  const side = sides[word.meaning]
  const isVerb = word.meaning === 'above' || word.meaning === 'below'
  if (!side || (isVerb && !isParticle('than', word.end - 1, sentence))) return undefined
  const isMove = word.meaning === 'up' || word.meaning === 'down'
  if (isMove && (!isParticle('from', word.end, sentence) || isParticle('by', word.end, sentence))) return undefined
  const figures = figuresIn(sentence)
  const at = figures.findLast((index) => index < word.first) ?? -1
  const gain = tokenFigure(sentence, at)?.observation
  const isApart = tokens.slice(at, word.first).some(({ text }) => /^[,，]$/.test(text))
  const isSaid = words.some(
    ({ meaning, end }) => /^(?:up|down)$/.test(meaning) && end <= at && clauseOf[end - 1] === clauseOf[at],
  )
  // Than in any year since 2020.
  const isEver = words.some(({ meaning, first }) => meaning === 'ever' && first >= word.first && first - word.end <= 3)
  if (!gain || gain.measure === 'value' || !isApart || !isSaid || isEver) return undefined
  const next = figures.find((index) => index >= word.end)
  const other = next !== undefined && next - word.end <= 4 ? tokenFigure(sentence, next)?.observation : undefined
  const isOwn = other?.series === gain.series && other.measure === gain.measure && other.period !== gain.period
  if (isMove || next !== undefined) return isOwn ? [[compared(side, [gain, other])]] : undefined
  const then = levelThen(gain, word, sentence)
  if (!then || gain.key !== observationKey(gain.series, gain.measure, gain.period)) return undefined
  const before = findObservation(sentence.dataset, observationKey(gain.series, gain.measure, then.period))
  return before ? [[compared(side, [gain, before])]] : []
}

/**
 * How far something went against how far then: the increase, at {by}, was smaller than in 2024;
 * nothing where that is unknown, undefined where no noun for it is compared so.
 */
function nounReadings(word: Word, sentence: Sentence): Reading[] | undefined {
  const { words, clauseOf, dataset, tokens } = sentence
  const { end, meaning } = word
  const isThan = isParticle('than', end - 1, sentence)
  const side = /^(?:above|below)$/.test(meaning) && !isThan ? undefined : (sides[meaning] ?? paces[meaning])
  // Der Anstieg fiel allerdings geringer aus: a word within a clause parts no clauses.
  const isParted = (at: number) => clauseOf[at] !== clauseOf[at - 1] && /^[,;:]$/.test(tokens[at - 1]?.text ?? '')
  const isHere = (at: number) => {
    const [from, to] = at < word.first ? [at, word.first] : [word.first, at]
    return !tokens.slice(from, to).some((_, after) => isParted(from + after + 1))
  }
  // The rise was the largest increase since 2021.
  const isMost = words.some((one) => extreme.test(one.meaning) && one.end <= word.first && word.first - one.end <= 1)
  const noun = words.findLast(
    (one) => !isMost && isStepNoun(one, sentence) && one.end <= word.first && isHere(one.first),
  )
  const [at = -1, ...others] = figuresIn(sentence).filter(isHere)
  const gain = tokenFigure(sentence, at)?.observation
  // It was {by} smaller, of which {by} tonnes less were landed: how far the two are apart.
  const isOfSize = isParticle('by', at - 1, sentence) || isParticle('relative', at - 1, sentence)
  const isApart = at < word.first && word.first - at <= 2 && isOfSize
  if (!side || !noun || !gain || others.length > 0 || gain.measure === 'value' || isApart) return undefined
  if (typeof gain.since !== 'string') return undefined
  const isPast = words.some((one) => one.meaning === 'earlier' && one.first >= end && one.first - end <= 4)
  const then = levelThen(gain, word, sentence) ?? (isPast ? getLevel(dataset, gain) : undefined)
  if (!then) return undefined
  const last = then.period === gain.period ? gain.since : then.period
  const from = movedAlong(last, gain.period, gain.since)
  const keys = [observationKey(gain.series, 'value', last), from && observationKey(gain.series, 'value', from)]
  if (!from || !keys.every((key) => key && dataset.observations.has(key))) return []
  const before = observationKey(gain.series, gain.measure, last, from)
  const rule = side === 'more' ? 'more-than' : 'less-than'
  return [[noun.meaning === 'down' ? [rule, `-1 * ${gain.key}`, `-1 * ${before}`] : [rule, gain.key, before]]]
}

const paces: Readonly<Partial<Record<Word['meaning'], 'more' | 'less'>>> = { faster: 'more', slower: 'less' }

/** Whether a word is a noun for a movement: the increase, ein kräftiger Rückgang. */
function isStepNoun({ meaning, first }: Word, sentence: Sentence): boolean {
  const isLed = [1, 2].some((back) => isParticle('article', first - back, sentence))
  return /^(?:up|down)$/.test(meaning) && isLed && !tokenFigure(sentence, first - 1)
}

/** The level of the time that a comparison names: than in August, than a month before. */
function levelThen(gain: Observation, word: Word, sentence: Sentence): Observation | undefined {
  const level = getLevel(sentence.dataset, gain)
  const named = [...namedPeriods(sentence), ...partsBeforeNow(sentence)].find(
    ({ first }) => first >= word.end && first - word.end <= 6,
  )
  const isThen = ({ period }: Observation) => named !== undefined && isNamedBy(period, named.period)
  return level && (levelAtBase(word, level, sentence) ?? earlier(sentence.dataset, level).findLast(isThen))
}

/** Fell most, the steepest decline, 降幅最大: of growths below zero the lowest, among those that fell; else undefined. */
export function fallReadings(word: Word, figure: Observation | undefined, sentence: Sentence): Reading[] | undefined {
  const { words, dataset, lists } = sentence
  const isLed = (one: Word, most: number) => one.end <= word.first && word.first - one.end <= most
  const isOfFall = words.some(
    (one) =>
      one.meaning === 'down' && (word.meaning === 'majority' ? isLed(one, 0) : one.first === word.end || isLed(one, 3)),
  )
  const rule = falls[word.meaning]
  if (!rule || !isOfFall || !figure?.quantity.value.isNegative() || !isOwnChange(figure, dataset)) return undefined
  return getLists(figure, lists, dataset).map((list) =>
    list.split(' ').flatMap((member) => {
      const other = dataset.observations.get(observationKey(member, 'value', figure.period))
      const isFall = other && other.series !== figure.series && other.quantity.value.isNegative()
      return isFall ? [[rule, figure.key, other.key] as const] : []
    }),
  )
}

const falls: Readonly<Partial<Record<Word['meaning'], string>>> = {
  ...{ largest: 'less-than', fastest: 'less-than', majority: 'less-than' },
  ...{ smallest: 'more-than', slowest: 'more-than' },
}
