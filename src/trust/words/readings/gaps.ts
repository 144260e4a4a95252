import { comparePeriods } from '../../../dataset/figure/period.ts'
import { groupBy } from '../../../dataset/group-by.ts'
import type { Dataset } from '../../../dataset/types.ts'
import type { Word } from '../read-words.ts'
import { indicatorsIn, observationsAt, type Sentence } from '../sentences.ts'
import { levelBefore, type Reading } from './word-claims.ts'

const closing = /^(?:narrower|down|less)$/
const widening = /^(?:wider|up|more)$/

/** Whether a word is said of the gap between two things: the gap between A and B widened, the widening gap. */
export function isOfGap({ meaning, first, end }: Word, sentence: Sentence, { indicators }: Dataset): boolean {
  const { words, names, clauseOf } = sentence
  if (!closing.test(meaning) && !widening.test(meaning) && !/^(?:below|above|flat)$/.test(meaning)) return false
  // A gap with a figure of its own moves as any other.
  if (indicatorsIn(sentence).some((id) => indicators.get(id)?.unit === 'percentage-points')) return false
  const isOther = (from: number, to: number) =>
    words.some(
      (one) =>
        one.first >= from &&
        one.end <= to &&
        /^(?:up|down|more|less|narrower|wider|deficit|surplus)$/.test(one.meaning),
    )
  return words.some(
    (gap) =>
      gap.meaning === 'gap' &&
      !names.some((name) => name.first <= gap.first && gap.end <= name.end) &&
      clauseOf[gap.first] === clauseOf[first] &&
      (gap.end <= first ? !isOther(gap.end, first) : gap.first - end <= 1),
  )
}

/** How far apart two levels are of which a sentence says so in a word before another: the gap fell below four points: {a} and {b}. */
export function gapSize({ first }: Word, { words, names, clauseOf, ...sentence }: Sentence): string | undefined {
  const isNamed = (gap: Word) => names.some((name) => name.first <= gap.first && gap.end <= name.end)
  const isGap = words.some(
    (gap) => gap.meaning === 'gap' && gap.end <= first && clauseOf[gap.first] === clauseOf[first] && !isNamed(gap),
  )
  const [a, b, ...others] = observationsAt({ words, names, clauseOf, ...sentence })
  if (!isGap || a?.measure !== 'value' || b?.measure !== 'value' || others.length > 0) return undefined
  if (a.quantity.unit !== b.quantity.unit || a.series === b.series) return undefined
  return a.quantity.value.gt(b.quantity.value) ? `${a.key} - ${b.key}` : `${b.key} - ${a.key}`
}

/** How far the last two levels of a kind are apart, against how far they were; nothing where there are not two. */
export function gapReadings({ meaning }: Word, sentence: Sentence, dataset: Dataset): Reading[] {
  const levels = observationsAt(sentence).filter(({ measure }) => measure === 'value')
  // {exports} and {imports}, compared with what both were before.
  const ofSeries = [...groupBy(levels, ({ series }) => series).values()]
  const [[a, thenA] = [], [b, thenB] = [], ...others] = ofSeries.map((group) =>
    group.toSorted((one, other) => comparePeriods(other.period, one.period)),
  )
  const before = [a && (thenA ?? levelBefore(dataset, a)), b && (thenB ?? levelBefore(dataset, b))]
  const isPair = a && b && others.length === 0 && a.quantity.unit === b.quantity.unit
  if (!isPair || !before[0] || !before[1] || before[0].period !== before[1].period) return []
  const [top, low] = a.quantity.value.gt(b.quantity.value) ? [0, 1] : [1, 0]
  const now = `${[a, b][top]?.key} - ${[a, b][low]?.key}`
  const then = `${before[top]?.key} - ${before[low]?.key}`
  if (meaning === 'flat') return [[['agrees', now, then]]]
  const isSmaller = closing.test(meaning) || meaning === 'below'
  return [[[isSmaller ? 'less-than' : 'more-than', now, then]]]
}
