import { findObservation } from '../../../dataset/find.ts'
import type { Dataset, Observation } from '../../../dataset/types.ts'
import { isParticle } from '../particles.ts'
import type { Word } from '../read-words.ts'
import { figureAt, figuresIn, type Sentence } from '../sentences.ts'
import { growthAt, growthClaim } from './comparisons.ts'
import { groupClaims } from './groups.ts'
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
