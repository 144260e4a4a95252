import type { Period } from '../../../dataset/types.ts'
import { isParticle } from '../particles.ts'
import type { Word } from '../read-words.ts'
import { type NamedPeriod, namedPeriods, type Sentence } from '../sentences.ts'

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
  return namedPeriods(sentence).find((named) => isAfter(named) || isBefore(named))?.period
}

/** The time that a sentence begins with, from which all in it is counted: Since the second quarter, … */
export function sinceOpening(sentence: Sentence): Period | undefined {
  const [named] = namedPeriods(sentence)
  const isOpening = named !== undefined && named.first <= 2 && isParticle('from', named.first - 1, sentence)
  return isOpening && /^[,，]$/.test(sentence.tokens[named.end]?.text ?? '') ? named.period : undefined
}
