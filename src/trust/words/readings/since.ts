import { comparePeriods, periodsOverlap, periodYear } from '../../../dataset/figure/period.ts'
import type { Dataset, Observation, Period } from '../../../dataset/types.ts'
import { earlier } from '../../../document/claim/history.ts'
import { derived } from '../../../memory/derived.ts'
import { partsNamed } from '../../evidence/mention-period.ts'
import { type BaseMention, basesOf, hasBase } from '../bases.ts'
import { isParticle } from '../particles.ts'
import type { Word } from '../read-words.ts'
import { figureAt, type NamedPeriod, namedPeriods, observationsAt, type Sentence } from '../sentences.ts'
import { levelBefore, type Reading } from './word-claims.ts'

/** The time that a word says to be counted from: doubled since 2019, the highest since the first quarter of 2024, so hoch wie seit 2022 nicht, 2022年以来最高, 2022年的两倍. */
export function sinceBeside({ first, end, meaning }: Word, sentence: Sentence): Period | undefined {
  const { words } = sentence
  // Rose for the first time since 2018: the time belongs to that it was the first.
  if (words.some((one) => one.meaning === 'first-time' && (one.first === end || one.end === first))) return undefined
  // Fell to {it}, the lowest since 2022: the time belongs to the extreme.
  const isOfExtreme = (named: NamedPeriod) =>
    words.some((one) => one.first >= end && one.end <= named.first && extremes.test(one.meaning))
  const isAfter = (named: NamedPeriod) =>
    !isOfExtreme(named) &&
    [-1, 0, 1, 2, 3, 4, 5].some(
      (after) =>
        end + after < named.first && named.first - end - after <= 6 && isParticle('from', end + after, sentence),
    )
  const isBefore = (named: NamedPeriod) =>
    named.end <= first &&
    first - named.end <= 4 &&
    ((meaning === 'times' && isParticle('from', named.first - 1, sentence)) ||
      words.some((word) => word.first === named.end && word.end <= first && word.meaning === 'within') ||
      (named.end === first - 1 && isParticle('of', named.end, sentence)))
  const isWithin = (named: NamedPeriod) => named.first > first && named.end <= end
  const all = namedPeriods(sentence)
  const named = all.find((one) => isWithin(one) || isAfter(one)) ?? all.find(isBefore)
  return named?.period ?? baseAfter(end, sentence)
}

const extremes = /^(?:record|lowest|largest|smallest|best|worst|rank)$/

/** Down by a third on 2020: the date that a change counts from, right after the words for it. */
function baseAfter(end: number, sentence: Sentence): Period | undefined {
  const from = (sentence.tokens[end - 1]?.end ?? 0) - sentence.start
  const [base] = basesOf(sentence).flatMap((mention) =>
    'at' in mention.base && mention.start >= from && mention.start - from <= 2 ? mention.base.at : [],
  )
  return base
}

/** The time that a sentence begins with, from which all in it is counted: Since the second quarter, … Compared with 2023, … */
export function sinceOpening(sentence: Sentence): Period | undefined {
  const [named] = namedPeriods(sentence)
  const isFrom =
    isParticle('from', (named?.first ?? 0) - 1, sentence) ||
    basesOf(sentence).some(({ base, start }) => 'at' in base && start <= 1)
  const isOpening = named !== undefined && named.first <= 4 && isFrom
  return isOpening && !figureAt(sentence, named.end) ? named.period : undefined
}

/** The earlier level that the words for a base beside a comparison or movement name: lower than in the second quarter, than a year earlier. */
export function levelAtBase(
  word: Word,
  level: Observation,
  sentence: Sentence,
  dataset: Dataset,
): Observation | undefined {
  const mention = ownBase(word, sentence)
  return mention && earlier(dataset, level).findLast(({ period }) => hasBase({ ...level, since: period }, mention))
}

/** What a movement of a level says: since the time that its own words count from (on the quarter), or that the report compares with, as given, or since one after it, of which the sentence prints the level or says when it was (fell to {it}, lower than in the first quarter), or since the level before, where the sentence tells of several times (eased to {it}, and remains higher than a year ago). */
export function sinceAnyOf(
  compared: Reading,
  word: Word,
  rule: 'rose' | 'fell',
  level: Observation,
  sentence: Sentence,
  dataset: Dataset,
): Reading[] {
  const before = levelBefore(dataset, level)
  const bases = basesOf(sentence)
  const own = ownBase(word, sentence)
  const isSpan = own && !('part' in own.base) && !('at' in own.base)
  const then = isSpan ? levelAtBase(word, level, sentence, dataset) : undefined
  if (then && then.key !== before?.key) return [[[rule, then.key, level.key]]]
  const last = earlier(dataset, level).at(-1)
  const isAlone = observationsAt(sentence).every(({ series, key }) => series !== level.series || key === level.key)
  const step: Reading[] = last && !own && isAlone && tellsOfTimes(word, sentence) ? [[[rule, last.key, level.key]]] : []
  if (!before || bases.some(({ base }) => !('part' in base))) return [compared, ...step]
  const printed = new Set(observationsAt(sentence).map(({ key }) => key))
  const named = partsNamed(sentence.text, periodYear(level.period))
  const within = earlier(dataset, level)
    .filter(({ period }) => comparePeriods(period, before.period) > 0)
    .filter(({ key, period }) => printed.has(key) || named.some((one) => periodsOverlap(one.period, period)))
    .map(({ key }): Reading => [[rule, key, level.key]])
  const isBase = within.length > 0 && bases.some(({ start }) => belongsTo(start, word, sentence))
  return isBase ? within : [compared, ...within, ...step]
}

const steps = /^(?:up|down|better|worse|more|less|above|below)$/

/** The words for a base that belong to a movement or comparison: within or after it, with neither a comma nor another movement between, or at the beginning. */
function ownBase(word: Word, sentence: Sentence): BaseMention | undefined {
  const { words, tokens, start: from } = sentence
  const startOf = (token: number) => (tokens[token]?.start ?? 0) - from
  return basesOf(sentence).find(({ start, end }) => {
    const isBetween = ({ first, meaning }: Word) => first >= word.end && steps.test(meaning) && startOf(first) < start
    const isAfter = start >= startOf(word.first) && end > startOf(word.end - 1) && !words.some(isBetween)
    return (isAfter || start <= 1) && belongsTo(start, word, sentence)
  })
}

/** Whether a since follows a word: with no date, nobody knows since when. */
export function isSinceAfter({ end }: Word, sentence: Sentence): boolean {
  const isSince = (at: number) => isParticle('from', at, sentence) && isParticle('other-time', at, sentence)
  return [0, 1, 2, 3, 4, 5].some((after) => isSince(end + after))
}

/** Whether a sentence says of a movement that it followed on another, or counts another word from a time of its own, or this one from a time that nobody dates: since the spring. */
function tellsOfTimes(word: Word, sentence: Sentence): boolean {
  return (
    pastMovements(sentence).some(({ first }) => first < word.first) ||
    isSinceAfter(word, sentence) ||
    basesOf(sentence).some(({ base }) => !('part' in base))
  )
}

const pastMovements = derived((sentence: Sentence) => {
  const within = new Set(sentence.words.flatMap(({ end, meaning }) => (meaning === 'within' ? [end] : [])))
  return sentence.words.filter(
    ({ first, meaning }) =>
      /^(?:up|down)$/.test(meaning) && (isParticle('past-perfect', first - 1, sentence) || within.has(first)),
  )
})

/** Whether words that begin at a place of a sentence stand at its beginning, or belong to a word before them with no comma between. */
function belongsTo(start: number, { end }: Word, { text, tokens, start: from }: Sentence): boolean {
  return start <= 1 || !/[,，;；]/.test(text.slice((tokens[end - 1]?.end ?? 0) - from, start))
}
