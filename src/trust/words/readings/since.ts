import { comparePeriods, periodsOverlap, periodYear } from '../../../dataset/figure/period.ts'
import type { Dataset, Observation, Period } from '../../../dataset/types.ts'
import { earlier } from '../../../document/claim/history.ts'
import { partsNamed } from '../../evidence/mention-period.ts'
import { basesOf, hasBase } from '../bases.ts'
import { isParticle } from '../particles.ts'
import type { Word } from '../read-words.ts'
import { type NamedPeriod, namedPeriods, observationsAt, type Sentence } from '../sentences.ts'
import { levelBefore, type Reading } from './word-claims.ts'

/** The time that a word says to be counted from: doubled since 2019, the highest since the first quarter of 2024, 2022年以来最高, 2022年的两倍. */
export function sinceBeside({ first, end }: Word, sentence: Sentence): Period | undefined {
  const { words, tokens } = sentence
  // Rose for the first time since 2018: the time belongs to that it was the first.
  if (words.some((one) => one.meaning === 'first-time' && (one.first === end || one.end === first))) return undefined
  const isAfter = (named: NamedPeriod) =>
    tokens.some(
      (_, at) =>
        at >= end && at - end <= 5 && at < named.first && named.first - at <= 4 && isParticle('from', at, sentence),
    )
  const isBefore = (named: NamedPeriod) =>
    named.end <= first &&
    first - named.end <= 4 &&
    (words.some((word) => word.first === named.end && word.end <= first && word.meaning === 'within') ||
      (named.end === first - 1 && isParticle('of', named.end, sentence)))
  const named = namedPeriods(sentence).find((one) => isAfter(one) || isBefore(one))
  return named?.period ?? baseAfter(end, sentence)
}

/** Down by a third on 2020: the date that a change counts from, right after the words for it. */
function baseAfter(end: number, sentence: Sentence): Period | undefined {
  const from = (sentence.tokens[end - 1]?.end ?? 0) - sentence.start
  const [base] = basesOf(sentence).flatMap((mention) =>
    'at' in mention.base && mention.start >= from && mention.start - from <= 2 ? mention.base.at : [],
  )
  return base
}

/** The time that a sentence begins with, from which all in it is counted: Since the second quarter, … */
export function sinceOpening(sentence: Sentence): Period | undefined {
  const [named] = namedPeriods(sentence)
  const isOpening = named !== undefined && named.first <= 2 && isParticle('from', named.first - 1, sentence)
  return isOpening && /^[,，]$/.test(sentence.tokens[named.end]?.text ?? '') ? named.period : undefined
}

/** The earlier level that the words after a comparison name: lower than in the second quarter, than a year earlier. */
export function levelAtBase(
  word: Word,
  level: Observation,
  sentence: Sentence,
  dataset: Dataset,
): Observation | undefined {
  const { tokens, start: from } = sentence
  const [first, end] = [tokens[word.first]?.start ?? 0, tokens[word.end - 1]?.end ?? 0].map((at) => at - from)
  const mention = basesOf(sentence).find(
    (one) => one.start >= (first ?? 0) && one.end > (end ?? 0) && belongsTo(one.start, word, sentence),
  )
  return mention && earlier(dataset, level).findLast(({ period }) => hasBase({ ...level, since: period }, mention))
}

/** What a movement of a level says: since the time that the report compares with, as given, or since one after it, of which the sentence prints the level or says when it was. Fell to {it}, lower than in the first quarter. */
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
  if (!before || bases.some(({ base }) => !('part' in base))) return [compared]
  const printed = new Set(observationsAt(sentence).map(({ key }) => key))
  const named = partsNamed(sentence.text, periodYear(level.period))
  const within = earlier(dataset, level)
    .filter(({ period }) => comparePeriods(period, before.period) > 0)
    .filter(({ key, period }) => printed.has(key) || named.some((one) => periodsOverlap(one.period, period)))
    .map(({ key }): Reading => [[rule, key, level.key]])
  const isBase = within.length > 0 && bases.some(({ start }) => belongsTo(start, word, sentence))
  return isBase ? within : [compared, ...within]
}

/** Whether words that begin at a place of a sentence stand at its beginning, or belong to a word before them with no comma between. */
function belongsTo(start: number, { end }: Word, { text, tokens, start: from }: Sentence): boolean {
  return start <= 1 || !/[,，;；]/.test(text.slice((tokens[end - 1]?.end ?? 0) - from, start))
}
