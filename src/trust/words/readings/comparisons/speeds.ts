import { observationKey } from '../../../../dataset/figure/reference.ts'
import { isPercentage } from '../../../../dataset/figure/unit/unit.ts'
import type { Measure, Observation } from '../../../../dataset/types.ts'
import type { Name } from '../../names.ts'
import type { Word } from '../../read-words.ts'
import { namedPeriods, observationsAt, type Sentence } from '../../sentences.ts'
import { tiedObservations } from '../../tie-figures.ts'
import { type ClaimText, getSize, isOwnChange, isSaidAsChange } from '../word-claims.ts'
import { compared, comparedPair, has, thanAfter, type WordedPair } from './compared-pair.ts'
import { isOfNothing } from './comparisons.ts'
import { stepPair } from './past-pair.ts'

/** Faster and slower: the rates of two things. */
export function speedClaims(word: Word, sentence: Sentence): ClaimText[] {
  if (isOfNoFigure(word, sentence) || isOfNothing(word, sentence) || isOfUnnamed(word, sentence)) return []
  const steps = stepPair(word, sentence)
  if (steps) return [compared(word.meaning === 'faster' ? 'more' : 'less', steps)]
  const pair = comparedPair(word, thanAfter(word, sentence) ?? word, sentence, () => true)
  if (!pair) return ownPace(word, sentence)
  if (pair[0].series === pair[1].series) {
    const ofGrowths = growthsCompared(word, pair, sentence)
    return ofGrowths.length > 0 ? ofGrowths : ownPace(word, sentence)
  }
  const ofChanges = changesCompared(word, pair, sentence)
  if (ofChanges) return [ofChanges]
  const ofGrowths = growthsCompared(word, pair, sentence)
  if (ofGrowths.length > 0) return ofGrowths
  const id = ({ series, period }: Observation, measure: Measure) => observationKey(series, measure, period)
  // Of shares, which are said in points, the larger step is the faster.
  const isShares = pair.every(({ indicator }) => isPercentage(sentence.dataset.indicators.get(indicator)?.unit ?? ''))
  const isFall =
    has('down', word, sentence) &&
    // Prices rose faster than the catch shrank: of two ways.
    !has('up', word, sentence) &&
    pair.some((one) => sentence.dataset.observations.get(id(one, 'rate'))?.quantity.value.isNegative())
  const rule = (word.meaning === 'faster') !== isFall ? 'faster-than' : 'slower-than'
  if (!isShares) return [[rule, id(pair[0], 'value'), id(pair[1], 'value')]]
  const side = word.meaning === 'faster' ? 'more-than' : 'less-than'
  return [[side, id(pair[0], 'change'), id(pair[1], 'change')]]
}

/** Grew faster than a year before: than the same thing then. */
function ownPace(word: Word, sentence: Sentence): ClaimText[] {
  const tied = tiedObservations(word, sentence)
  const [own, ...others] = tied.length > 0 ? tied : observationsAt(sentence)
  const isOne = own !== undefined && others.every(({ series }) => series === own.series)
  // Grew to {it}, faster than in the year before.
  const isLevel = own?.measure === 'value' && has('up', word, sentence)
  const isGain = own?.measure === 'change' && !own.quantity.value.isNegative()
  // Than in 2024, with which the report compares.
  const { comparison } = sentence.dataset.report
  const isThan = namedPeriods(sentence).some(({ first, period }) => first > word.end && period === comparison)
  if (!isOne || !(isLevel || isGain) || !(isThan || has('earlier', word, sentence))) return []
  return [[word.meaning === 'faster' ? 'gained-pace' : 'slowed', observationKey(own.series, 'value', own.period)]]
}

/** Two levels of what is called a growth: the economy will grow faster in one year ({a}) than in another ({b}). */
function growthsCompared(word: Word, pair: WordedPair, { dataset }: Sentence): ClaimText[] {
  const isGrowth = pair.every((one) => isOwnChange(one, dataset))
  return isGrowth ? [[word.meaning === 'faster' ? 'more-than' : 'less-than', pair[0].key, pair[1].key]] : []
}

/** Exports rose more strongly than imports, both levels being changes: the larger of two falls goes further down. */
function changesCompared(word: Word, pair: WordedPair, sentence: Sentence): ClaimText | undefined {
  const isChange = (one: Observation) => isSaidAsChange(one, word, sentence)
  if (!pair.every(isChange)) return undefined
  const isFall = has('down', word, sentence) && pair.every(({ quantity }) => quantity.value.isNegative())
  return [word.meaning === 'faster' ? 'more-than' : 'less-than', ...pair.map(isFall ? getSize : ({ key }) => key)]
}

/** As costs rose faster than sales: in a clause within another, of what has neither a figure nor a name in it. */
function isOfNoFigure({ first }: Word, { clauseOf, clauses, tokens, things }: Sentence): boolean {
  const clause = clauseOf[first] ?? 0
  const isHere = (at: number) => clauseOf[at] === clause
  const isNamed = things.some((name) => isHere(name.first) && name.end <= first)
  return clauses[clause]?.isWithin === true && !isNamed && !tokens.some(({ figure }, at) => figure && isHere(at))
}

/** A的增速慢于B，说明其余增长更快（{a}、{b}）: of what has no name, after what the figures in brackets are of. */
function isOfUnnamed({ first }: Word, { language, tokens, things, words }: Sentence): boolean {
  const comma = tokens.findLastIndex(({ text }, at) => at < first && /^[，；]$/.test(text))
  const isPace = ({ meaning, end }: Word) => /^(?:faster|slower)$/.test(meaning) && end <= comma
  const isHere = ({ first: at }: Name) => at > comma && at < first
  return (
    language === 'zh' &&
    words.some(isPace) &&
    !things.some(isHere) &&
    !tokens.slice(comma, first).some(({ figure }) => figure)
  )
}
