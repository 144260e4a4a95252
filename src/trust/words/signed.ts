import type { Indicator, Observation } from '../../dataset/types.ts'
import type { Passage } from '../../document/parse/text/passages.ts'
import { getLanguage } from '../../locale/languages.ts'
import { baseWords } from '../../locale/words/bases.ts'
import { lexicons } from '../../locale/words/lexicons.ts'
import { hasPart } from './names.ts'
import { isParticle } from './particles.ts'
import { entries, isComparison, type Word } from './read-words.ts'
import { type Sentence, tokenFigure } from './sentences.ts'

/** A figure whose sign is said twice, by words and by its minus, or by neither, as tokens of its sentence. */
export interface MissaidSign {
  first: number
  end: number
  figure: Observation
  isTwice: boolean
}

/** Whether a word says a level's side of zero: below zero, freezing; of a deviation also below the mean. */
export function saysSide({ end }: Word, { indicator }: Observation, sentence: Sentence): boolean {
  if (isParticle('zero', end, sentence)) return true
  const { language, tokens, dataset } = sentence
  const own = dataset.indicators.get(indicator)
  const isDeviation = hasPart([own?.label, own?.short], lexicons[language].particles.deviation)
  const isNorm = (_: unknown, at: number) => isParticle('norm', at, sentence)
  const isIt = isParticle('pronoun', end, sentence) && tokens.slice(0, end).some(isNorm)
  const norm = tokens.findIndex((token, at) => at >= end && at <= end + 7 && isNorm(token, at))
  const isPlain = !tokens.slice(end, norm).some(({ text, figure }) => figure || /^[,;:(，；：]$/.test(text))
  return (isDeviation || isRatioToNorm(own)) && (isIt || (norm >= 0 && isPlain))
}

/** Whether a sentence says a distance from the usual, so that a deviation has its level's name: {it} above normal. */
export function saysDistance(figure: Observation, sentence: Sentence): boolean {
  return sentence.words.some(
    (word) => isComparison(word) && !isParticle('zero', word.end, sentence) && saysSide(word, figure, sentence),
  )
}

/** Whether a figure says how much there was in per cent of the usual, by its label. */
export function isRatioToNorm(indicator: Indicator | undefined): boolean {
  return Object.entries(indicator?.label ?? {}).some(([tag, label]) => {
    const own = lexicons[getLanguage(tag) ?? 'en']
    const words = label.toLowerCase().split(/[^\p{L}%]+/u)
    const has = (some: string | undefined) => entries(some ?? '').some((word) => words.includes(word.replace('=', '')))
    return has(own.particles.norm) && has(`${own.units.percent}, percentage, pourcentage, porcentaje`)
  })
}

/** Figures whose words and number together say the sign wrongly: fell by −12%; a balance of 2.7 billion below zero. */
export function missaidSigns({ text }: Passage, sentence: Sentence): MissaidSign[] {
  return sentence.tokens.flatMap(({ figure: printed }, index) => {
    if (!printed) return []
    const { observation: figure, start, end } = printed
    if (/[▼▽↓]\s*$/u.test(text.slice(0, start))) return []
    const says = figure.measure === 'value' ? saysOfLevel : saysOfChange
    const fault = says(figure, text.slice(start, end), index, sentence)
    return fault ? [{ ...fault, end: index + 1, figure }] : []
  })
}

/** What says nothing of which way a figure went. */
const sayNoWay =
  /^(?:verb|than|earlier|not|open|beside|within|contrast|ever|former|latter|all|few|about|over-a-year|majority|minority|nearly-all|share|times)$/

function isLess(meaning: Word['meaning']): boolean {
  return meaning === 'less' || meaning === 'below'
}

type Fault = Pick<MissaidSign, 'first' | 'isTwice'>

/** A change printed with a minus after a word of movement or by; a fall by its size alone, without a word for it. */
function saysOfChange(
  { quantity }: Observation,
  printed: string,
  index: number,
  sentence: Sentence,
): Fault | undefined {
  const { words, tokens, text, language } = sentence
  if (/^[^\d(]*[-−]\s?\d/.test(printed)) {
    const isSaid = isParticle('by', index - 1, sentence) || words.some((word) => isMovementTo(index, word))
    return isSaid ? { first: index - 1, isTwice: true } : undefined
  }
  const isSaid =
    words.some(({ meaning }) => !sayNoWay.test(meaning)) ||
    baseWords[language].change.test(text) ||
    /^[-−]$/.test(tokens[index - 1]?.text ?? '')
  return quantity.value.lt(0) && !isSaid ? { first: index, isTwice: false } : undefined
}

function isMovementTo(index: number, { meaning, end }: Sentence['words'][number]): boolean {
  return end === index && (meaning === 'up' || meaning === 'down' || meaning === 'narrower' || meaning === 'wider')
}

/** The first of figures with only commas or an and between: fell by {a}, {b} and {c}. */
function startOfRow(index: number, sentence: Sentence): number {
  const isJoined = /^[,，]$/.test(sentence.tokens[index - 1]?.text ?? '') || isParticle('and', index - 1, sentence)
  return isJoined && tokenFigure(sentence, index - 2) ? startOfRow(index - 2, sentence) : index
}

/** A level below zero with a minus after down by; or without one, and no word that says so. */
function saysOfLevel(level: Observation, printed: string, index: number, sentence: Sentence): Fault | undefined {
  if (!level.quantity.value.lt(0)) return undefined
  const { words, clauseOf, tokens } = sentence
  const first = startOfRow(index, sentence)
  const isBy = isParticle('by', first - 1, sentence)
  const isOf = isParticle('apart', first - 1, sentence)
  const isSame = ({ first }: Word) => clauseOf[first] === clauseOf[index]
  const isDown = words.some(
    (word) =>
      word.meaning === 'down' &&
      // A {size} decline; are {size} down.
      (word.first === index + 1 || word.end === first || (isOf && word.end === first - 1) || (isBy && isSame(word))),
  )
  // The steepest decline was in the North, at {size}; 降幅由{a}收窄至{b}
  const isOfFall = words.some(
    (word) =>
      word.meaning === 'down' &&
      word.end <= index &&
      (isSame(word) || !tokens.slice(word.end, index).some(({ text }) => /^[,;，；]$/.test(text))) &&
      !words.some((other) => other.meaning === 'up' && other.first >= word.end && other.end <= index && isSame(other)),
  )
  if (/[-−负]/.test(printed)) return isBy && isDown ? { first: index - 2, isTwice: true } : undefined
  const isSaid = words.some(
    (word) =>
      isSame(word) &&
      (word.meaning === 'deficit' ||
        (isLess(word.meaning) && (word.first === index + 1 || saysSide(word, level, sentence)))),
  )
  return isDown || isSaid || isOfFall ? undefined : { first: index, isTwice: false }
}
