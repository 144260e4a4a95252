import { isPercentage } from '../../../dataset/figure/unit/unit.ts'
import type { Dataset, Observation } from '../../../dataset/types.ts'
import { isParticle, particlesIn } from '../particles.ts'
import type { Word } from '../read-words.ts'
import { type Sentence, wordAt } from '../sentences.ts'
import { type ClaimText, levelBefore, type Reading } from './word-claims.ts'

/**
 * Multiples within which a small difference lies, and beyond which a large one does.
 * For shares: points up to which a difference always counts as small, or from which it counts as large.
 */
const degrees = {
  marginally: { within: [0.95, 1.055], points: 1 },
  slightly: { within: [0.9, 1.11], points: 2 },
  creeping: { within: [0.8, 1.25], points: 3 },
  plunging: { beyond: [0.98, 1.02], points: 1 },
  sharply: { beyond: [0.99, 1.01], points: 1 },
} as const

/** What slightly or sharply adds to a reading: a difference of less than a tenth, of more than a hundredth. */
export function withDegree(readings: readonly Reading[], word: Word, sentence: Sentence): Reading[] {
  const degree = getDegree(word, sentence)
  if (!degree) return [...readings]
  return readings.map((claims) => [
    ...claims,
    ...claims.flatMap((claim) => degreeClaims(degree, claim, sentence.dataset)),
  ])
}

type Degree = keyof typeof degrees

/** Rose slightly, a slight rise: in the words around, without comma or figure between, or share or number after. */
function getDegree({ first, end }: Word, sentence: Sentence): Degree | undefined {
  const { tokens } = sentence
  const isSize = (at: number) =>
    /^(?:share|times|above|below|more|less|about)$/.test(wordAt(at, sentence)?.meaning ?? '')
  const near = [first - 1, first - 2, end, end + 1, end + 2, end + 3, end + 4]
  const isHere = (at: number) => {
    // The strongest fall is no strong one.
    const isExtreme = (one: Word) =>
      /^(?:larg|small|fast|slow)est$/.test(one.meaning) && one.first <= at && at < one.end
    if (!near.includes(at) || sentence.words.some(isExtreme)) return false
    const [from, to] = at < first ? [at + 1, first] : [end, at]
    return (
      !tokens.slice(from, to).some(({ text, figure }) => figure || /^[,;:，；：、]$/.test(text)) &&
      (at + 1 === first || !isSize(at + 1))
    )
  }
  if (isParticle('plunging', first, sentence)) return 'plunging'
  // Edged up.
  if (isParticle('slightly', first, sentence)) return 'creeping'
  return (['marginally', 'slightly', 'sharply'] as const).find((degree) => particlesIn(degree, sentence).some(isHere))
}

function degreeClaims(degree: Degree, [rule, ...args]: ClaimText, dataset: Dataset): ClaimText[] {
  const [from, to] = getLevels(String(rule), args.map(String), dataset)
  if (!from || !to || from.quantity.value.lte(0) || to.quantity.value.lte(0)) return []
  const { points, ...ends } = degrees[degree]
  const apart = to.quantity.value.minus(from.quantity.value).abs()
  const isShare = isPercentage(to.quantity.unit)
  if ('within' in ends) {
    const [low, high] = ends.within
    return isShare && apart.lte(points) ? [] : [['between', to.key, `${low} * ${from.key}`, `${high} * ${from.key}`]]
  }
  if (isShare && apart.gte(points)) return []
  const [low, high] = ends.beyond
  const isUp = rule === 'rose' || rule === 'more-than'
  return [isUp ? ['more-than', to.key, `${high} * ${from.key}`] : ['less-than', to.key, `${low} * ${from.key}`]]
}

/** The two levels that a claim compares, the one that it counts from first. */
function getLevels(rule: string, [a = '', b]: readonly string[], dataset: Dataset): (Observation | undefined)[] {
  const { observations } = dataset
  const [one, other] = [observations.get(a), observations.get(b ?? '')]
  if (/^(?:more|less)-than$/.test(rule)) return one?.measure === 'value' ? [other, one] : []
  if (!/^(?:rose|fell)$/.test(rule) || !one) return []
  if (b !== undefined) return [one, other]
  const level = observations.get(`${one.series}@${one.period}`)
  return [level && levelBefore(dataset, level), level]
}
