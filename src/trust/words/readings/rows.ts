import { periodStart } from '../../../dataset/figure/period.ts'
import type { Dataset, Observation } from '../../../dataset/types.ts'
import { earlier } from '../../../document/claim/history.ts'
import { readNumbers } from '../../numbers/numbers-in-text.ts'
import { countSaid } from '../particles.ts'
import type { Word } from '../read-words.ts'
import { figureAt, figuresIn, type Sentence } from '../sentences.ts'
import { getIs, namedBeside, tiedFigures } from '../tie-figures.ts'
import { sinceBeside } from './since.ts'
import { type ClaimText, getLevel } from './word-claims.ts'

/** How many times in a row: the number word or ordinal within it or near. */
export function rowClaims(
  word: Word,
  sentence: Sentence,
  nearest: Observation | undefined,
  dataset: Dataset,
): ClaimText[] {
  const way = wayOf(word, sentence)
  if (!way) return []
  // For the fifth year running visits rose: what rose is named after it.
  const [index = -1] = tiedFigures(way, sentence)
  const figure = nearest ?? figureAt(sentence, index)?.observation ?? figureOfName(way, sentence)
  const level = figure && getLevel(dataset, figure)
  if (!level) return []
  const times = word.meaning === 'each-time' ? timesSince(word, level, sentence, dataset) : timesNear(word, sentence)
  const rule = way.meaning === 'up' || way.meaning === 'wider' ? 'rose-in-a-row' : 'fell-in-a-row'
  return times === undefined ? [] : [[rule, level.key, times]]
}

/** How often in a row each time is: since a time that is named, else twice at least. */
function timesSince(word: Word, level: Observation, sentence: Sentence, dataset: Dataset): number {
  const since = sinceBeside(word, sentence)
  if (since === undefined) return 2
  return earlier(dataset, level).filter(({ period }) => periodStart(period) >= periodStart(since)).length
}

/** The movement that was one in a row: of its own clause; of another where the word has no figure of its own. */
function wayOf({ first }: Word, sentence: Sentence): Word | undefined {
  const { words, clauseOf } = sentence
  const ways = words.filter(({ meaning }) => /^(?:up|down|narrower|wider)$/.test(meaning))
  const here = ways.filter((way) => clauseOf[way.first] === clauseOf[first])
  const hasFigure = figuresIn(sentence).some((index) => clauseOf[index] === clauseOf[first])
  return here.findLast((way) => way.first < first) ?? here[0] ?? (hasFigure ? undefined : ways[0])
}

/** The figure, anywhere in the sentence, of what a word names as its own: the fourth year in which stays rose; they number. */
function figureOfName(word: Word, sentence: Sentence): Observation | undefined {
  const named = namedBeside(word, sentence)
  const index = figuresIn(sentence).find((one) => getIs(one, named, sentence))
  return figureAt(sentence, index ?? -1)?.observation
}

function timesNear({ first, end }: Word, { tokens, language }: Sentence): number | undefined {
  const near = [
    ...tokens.slice(first, end),
    ...tokens.slice(Math.max(0, first - 4), first).toReversed(),
    ...tokens.slice(end, end + 3),
  ]
  for (const { text } of near) {
    const count = countSaid(text, language)
    if (count !== undefined) return count
    const [number] = readNumbers(text, 'en')
    if (number?.kind === 'number' && number.value.isInteger() && number.value.lt(100)) return number.value.toNumber()
  }
  return undefined
}
