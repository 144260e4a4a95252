import { capital } from './phrases.ts'

/** What a language needs to say a period behind a preposition. */
interface PeriodWords {
  /** The first that a period is of. */
  articles: readonly (readonly [of: RegExp, article: string])[]
  from(period: string): string
  to: string
  /** A preposition and an article in one: `de le`, `du`. */
  joined: Readonly<Record<string, string>>
  /** How a period begins that a helper says; what ends in a preposition before it, of `from` and `to`. */
  begins: RegExp
  ends: readonly [from: RegExp, to: RegExp]
}

/**
 * Periods behind *since*, *from* and *to*, and behind written words that end in one of the latter: `d’avril`, `au
 * deuxième trimestre 2026`.
 */
export function createPrepositions({ articles, from, to, joined, begins, ends }: PeriodWords) {
  const sincePeriod = (period: string): string =>
    [articles.find(([kind]) => kind.test(period))?.[1], period].filter((word) => word !== undefined).join(' ')
  const join = (said: string) => said.replace(/^\p{L}+ \p{L}+/u, (words) => joined[words] ?? words)
  const fromPeriod = (period: string): string => join(from(sincePeriod(period)))
  const untilPeriod = (period: string): string => join(`${to} ${sincePeriod(period)}`)
  const meet = (before: string, said: string): readonly [string, string] => {
    if (!begins.test(said)) return [before, said]
    if (/(?:^|\n)#{1,6} $/.test(before)) return [before, capital(said)]
    const at = ends.findIndex((end) => end.test(before))
    const joined = (at === 0 ? fromPeriod : untilPeriod)(said).slice(0, -said.length)
    const write = (word: string) => (/^\p{Lu}/u.test(word) ? capital(joined) : joined)
    return [at < 0 ? before : before.replace(ends[at] ?? '', write), said]
  }
  return { sincePeriod, fromPeriod, untilPeriod, meet }
}
