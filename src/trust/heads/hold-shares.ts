import type { Dataset, Observation } from '../../dataset/types.ts'
import type { Locale } from '../../locale/types.ts'
import type { Meaning } from '../../locale/words/lexicon.ts'
import { getJudgeWord } from '../words/judge-words.ts'
import { nameWords, tellingWords } from '../words/names.ts'
import { isSmall, readWords, type Word } from '../words/read-words.ts'
import { getWhole } from '../words/readings/word-claims.ts'
import { getSentences, type Sentence } from '../words/sentences.ts'
import { getTokens, textAt } from '../words/tokens.ts'
import type { HeldWay } from './hold-most.ts'
import type { Head } from './read-heads.ts'

const parts: ReadonlySet<Meaning> = new Set(['share', 'majority', 'minority', 'nearly-all', 'few'])

/** What says that a text is not of now alone, or not said to be so. */
export const apart: ReadonlySet<Meaning> = new Set(['not', 'open', 'earlier', 'within', 'ever'])

/**
 * Parts that words without a number claim (The newcomers are mostly rural), held to the shares below of that name.
 * Several may be a large part together, so a large part is wrong only of one that stands alone.
 */
export function holdShares({ text, place, figures, where }: Head, dataset: Dataset, locale: Locale): HeldWay[] {
  const shares = figures.filter((figure) => isShareOfNow(figure, dataset))
  if (shares.length === 0 || /\p{Nd}/u.test(text)) return []
  if (!readWords(getTokens(text), locale.primary).some(({ meaning }) => parts.has(meaning))) return []
  const [sentence, ...more] = getSentences({ text, figures: [], offsets: [] }, dataset, locale.primary)
  if (!sentence || more.length > 0 || sentence.words.some(({ meaning }) => apart.has(meaning))) return []
  const called = shares.filter((share) => isCalledIn(share, sentence))
  const [only, ...others] = new Set(shares.map(({ key }) => key))
  const isAlone = others.length === 0 && called.some(({ key }) => key === only)
  return sentence.words.flatMap((word): HeldWay[] => {
    if (!parts.has(word.meaning)) return []
    const judged = called.map((share) => getJudgeWord(word, [share], sentence, locale)).filter((one) => one.length > 0)
    const isTrue = judged.some((claims) => claims.every(({ verdict }) => verdict === 'holds'))
    // Some may be more than half together, and never few.
    const wrongs = judged.map((claims) => claims.find(({ verdict }) => verdict === 'fails'))
    const isFalse = isAlone || word.meaning === 'few' || word.meaning === 'minority'
    const wrong = isFalse && !wrongs.includes(undefined) ? wrongs[0] : undefined
    const said = textAt(text, sentence.tokens, word)
    if (isTrue) return [{ place, word: said, isTrue, where }]
    return wrong ? [{ place, word: said, isTrue, claim: { claim: wrong, text }, where }] : []
  })
}

/** A part of a whole, in per cent or as a number of what the dataset knows all of, now. */
function isShareOfNow(figure: Observation, dataset: Dataset): boolean {
  const { measure, quantity, period, indicator } = figure
  const { report, indicators } = dataset
  const isNow = report.period.startsWith(period) || period.startsWith(report.period)
  const isRatio = quantity.unit === 'percent' && indicators.get(indicator)?.type === 'ratio'
  return isNow && measure === 'value' && (isRatio || getWhole(figure, dataset) !== undefined)
}

/** Whether a text has a word of a figure's names or categories that says nothing else; in Chinese, two characters. */
function isCalledIn({ indicator, categories }: Observation, { tokens, words, language, dataset }: Sentence): boolean {
  const own = dataset.indicators.get(indicator)
  const labels = Object.entries(categories).flatMap(([id, one]) => {
    const { label = {} } = dataset.dimensions.get(id)?.categories.get(one) ?? {}
    return tellingWords(label[language] ?? '', language)
  })
  const names = [...(own ? nameWords(own, language) : []), ...labels]
  const isSaid = (at: number) => words.some(({ first, end }: Word) => first <= at && at < end)
  const free = tokens.map(({ stem, text }, at) => (isSaid(at) || isSmall(text, language) ? '' : stem))
  // 农村, not 农 alone.
  const isWhole = (at: number, place: number) => language !== 'zh' || names[place + 1] === free[at + 1]
  return free.some((stem, at) => names.some((name, place) => name === stem && isWhole(at, place)))
}
