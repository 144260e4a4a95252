import { observationKey } from '../../../dataset/figure/reference.ts'
import { findObservation } from '../../../dataset/find.ts'
import type { Dataset, Observation } from '../../../dataset/types.ts'
import { countSaid, isParticle } from '../particles.ts'
import type { Word } from '../read-words.ts'
import { figureAt, figuresIn, type Sentence } from '../sentences.ts'
import { growthAt, growthClaim } from './comparisons.ts'
import { type ClaimText, movementClaims, type Reading } from './word-claims.ts'

/** Up and down: of a level that is itself a growth, of what moved, or of each member of a group. */
export function movementReadings(
  rule: 'rose' | 'fell',
  word: Word,
  tied: readonly Observation[],
  sentence: Sentence,
  dataset: Dataset,
): Reading[] {
  const group = groupClaims(rule, word, sentence, dataset)
  if (!hasFigureNear(word, sentence)) return [group]
  // Prices rose 3.0%, or by 3.0%: not to, which is said of what stands there.
  const growth = growthAt(isParticle('apart', word.end, sentence) ? [word.end + 1] : [word.end], word, sentence)
  const moved = growth
    ? [growthClaim(rule === 'rose' ? 'more' : 'less', growth)]
    : (fromTo(rule, word, tied, sentence, dataset) ?? movementClaims(rule, tied, dataset))
  return [[...moved, ...group]]
}

/** From one level to another, as they stand: what is said is held to that order, whichever is the earlier. Where no second follows, it is the one said before, or that of now. */
function fromTo(
  rule: 'rose' | 'fell',
  { first, end }: Word,
  tied: readonly Observation[],
  sentence: Sentence,
  dataset: Dataset,
): ClaimText[] | undefined {
  const from = figureAfter('from', end, sentence)
  const a = figureAt(sentence, from)?.observation
  if (!a || !tied.includes(a) || a.measure !== 'value') return undefined
  const isOne = (index: number) => {
    const other = figureAt(sentence, index)?.observation
    return other?.series === a.series && other.measure === 'value' && other.key !== a.key
  }
  const to = figureAfter('to', from + 1, sentence)
  const before = figuresIn(sentence).findLast((index) => index < first && isOne(index))
  const now = findObservation(dataset, a.series)
  const b = figureAt(sentence, isOne(to) ? to : (before ?? -1))?.observation ?? now
  return b && b.key !== a.key ? [[rule, a.key, b.key]] : undefined
}

/** The figure that a small word leads to, of the next few words. */
function figureAfter(particle: 'from' | 'to', start: number, sentence: Sentence): number {
  return sentence.tokens.findIndex(
    ({ figure }, at) => figure && at >= start && at < start + 12 && isParticle(particle, at - 1, sentence),
  )
}

/** Up and down alone are prepositions as often: they say something only with their figure near. */
export function hasFigureNear({ first, end }: Word, sentence: Sentence): boolean {
  if (end - first > 1 || !isParticle('bare', first, sentence)) return true
  const near = sentence.tokens.slice(end, end + 3)
  const before = figureAt(sentence, first - 1)?.observation
  return near.some(({ figure }) => figure !== undefined) || (before !== undefined && before.measure !== 'value')
}

/** All branches gained, each gained over 60 million: what is said of a list of the dataset, or of several things named before, is held to each of them. */
function groupClaims(rule: 'rose' | 'fell', word: Word, sentence: Sentence, dataset: Dataset): ClaimText[] {
  const members = membersBefore(word, sentence)
  if (members.length === 0) return []
  const amount = [0, 1, 2].map((after) => figureAt(sentence, word.end + after)?.observation).find((one) => one)
  if (!amount || amount.measure === 'rate') return [['each', rule, members.join(' ')]]
  const side = rule === 'rose' ? 'at-least' : 'at-most'
  const changes = members.map((member) => observationKey(member, 'change', amount.period))
  const known = changes.filter((key) => dataset.observations.has(key) && key !== amount.key)
  return known.map((key) => [side, key, amount.key])
}

/** The members of the list that all or each is said of in a word's clause, or the things that each follows. */
function membersBefore(word: Word, sentence: Sentence): readonly string[] {
  const { lists, names, words, clauseOf, tokens, language } = sentence
  const clause = clauseOf[word.first]
  const all = words.find(({ meaning, first }) => meaning === 'all' && clauseOf[first] === clause)
  const isExcept = tokens.some((_, at) => at < word.first && isParticle('except', at, sentence))
  if (!all || isExcept) return []
  // All branches, all four branches, the branches all.
  const isCount = (at: number) => countSaid(tokens[at]?.text ?? '', language) !== undefined
  const list = lists.find(
    ({ first, end }) =>
      clauseOf[first] === clause &&
      (first === all.end || (first === all.end + 1 && isCount(all.end)) || (end <= all.first && all.end <= word.first)),
  )
  if (list) return list.indicators
  const before = names.filter(({ end, first }) => end <= all.first && clauseOf[first] === clause)
  return all.end === word.first && before.length >= 2 ? before.flatMap(({ indicators }) => indicators.slice(0, 1)) : []
}
