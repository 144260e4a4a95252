import { findObservation } from '../../../dataset/find.ts'
import type { Dataset, Indicator, Observation } from '../../../dataset/types.ts'
import type { Language } from '../../../locale/languages.ts'
import { lexicons } from '../../../locale/words/lexicons.ts'
import { constants, derived } from '../../../memory/derived.ts'
import { namesOf } from '../names.ts'
import { isParticle } from '../particles.ts'
import { entries, type Word } from '../read-words.ts'
import { figureAt, figuresIn, type Sentence } from '../sentences.ts'
import { getTokens } from '../tokens.ts'
import type { ClaimText } from './word-claims.ts'

/** A figure of a sentence by the token that prints or names it. */
interface Mention {
  at: number
  figure: Observation
}

/** What is held against a target: met, missed, above, short of, whichever of the two stands first. */
export function targetClaims(word: Word, sentence: Sentence, dataset: Dataset): ClaimText[] {
  // Missed by over a point: that is how far.
  const isAmount = sentence.words.some(({ meaning, end }) => /^(?:met|missed)$/.test(meaning) && end <= word.first)
  if (isAmount) return []
  const all = [...printed(sentence), ...named(sentence, dataset)]
  const isOfTarget = ({ figure }: Mention) => isTarget(figure, dataset, sentence.language)
  const target = nearest(all.filter(isOfTarget), word) ?? unnamed(all, sentence, dataset)
  const others = all.filter((one) => !isOfTarget(one) && isAlike(one.figure, target?.figure))
  const actual = nearest(others, word)
  if (!target || !actual) return []
  const isCeiling = dataset.indicators.get(actual.figure.indicator)?.good === 'down'
  if (word.meaning === 'met') return [[isCeiling ? 'at-most' : 'at-least', actual.figure.key, target.figure.key]]
  const isAbove = word.meaning === 'missed' ? isCeiling : word.meaning === 'above' || word.meaning === 'more'
  const isThan = sentence.words.some(({ meaning, end }) => meaning === 'than' && end <= target.at)
  const isTurned = !isThan && target.at < word.first && isObject(actual, word, sentence)
  return [[isAbove !== isTurned ? 'more-than' : 'less-than', actual.figure.key, target.figure.key]]
}

/** Whether a figure is of what is aimed at, by the name of its indicator: Target for treatment, 吞吐量计划. */
export function isTarget({ indicator }: Observation, { indicators }: Dataset, language: Language): boolean {
  const own = indicators.get(indicator)
  return own !== undefined && isTargetName(own)(language)
}

const isTargetName = derived((indicator: Indicator) =>
  constants((language: Language) => {
    const words = entries(lexicons[language].particles.target)
    return namesOf(indicator, language).some((name) => {
      const stems = getTokens(name).map(({ stem }) => stem)
      return words.some(
        (word) => [stems[0], stems.at(-1)].includes(word) || (/\p{Script=Han}/u.test(word) && name.includes(word)),
      )
    })
  }),
)

function printed(sentence: Sentence): Mention[] {
  return figuresIn(sentence).flatMap((at) => {
    const figure = figureAt(sentence, at)?.observation
    return figure?.measure === 'value' ? [{ at, figure }] : []
  })
}

/** What is named, with its figure of now; where that is printed too, it is the same. */
function named({ names }: Sentence, dataset: Dataset): Mention[] {
  return names.flatMap(({ indicators: [id, ...others], first }) => {
    const figure = id === undefined || others.length > 0 ? undefined : findObservation(dataset, id)
    return figure ? [{ at: first, figure }] : []
  })
}

/** The ministry’s target: the one target of the dataset in the unit of what is printed. */
function unnamed(all: readonly Mention[], sentence: Sentence, dataset: Dataset): Mention | undefined {
  const at = sentence.tokens.findIndex((_, index) => isParticle('target', index, sentence))
  const units = all.map(({ figure }) => figure.quantity.unit)
  if (at < 0) return undefined
  const targets = [...dataset.indicators.values()].filter((one) => isTargetName(one)(sentence.language))
  const [only, ...others] = targets.filter(({ unit }) => units.includes(unit))
  const figure = only && others.length === 0 ? findObservation(dataset, only.id) : undefined
  return figure && { at, figure }
}

function isAlike(a: Observation, b: Observation | undefined): boolean {
  return a.quantity.unit === b?.quantity.unit && a.period === b.period
}

function nearest(mentions: readonly Mention[], { first }: Word): Mention | undefined {
  return mentions.toSorted((a, b) => Math.abs(a.at - first) - Math.abs(b.at - first))[0]
}

/** The target is above what was reached: with no sign between that ends the clause. */
function isObject({ at }: Mention, { end }: Word, { clauseOf }: Sentence): boolean {
  return at >= end && clauseOf[at] === clauseOf[end - 1]
}
