import { Decimal } from 'decimal.js'
import type { BaseFigure } from '../../../build/base/base-types.ts'
import { toBaseFigure } from '../../../build/base/make-base.ts'
import { powerOfTen } from '../../../dataset/figure/unit/power-of-ten.ts'
import { isPercentage } from '../../../dataset/figure/unit/unit.ts'
import type { Dataset, Observation } from '../../../dataset/types.ts'
import type { Language } from '../../../locale/languages.ts'
import { lexicons } from '../../../locale/words/lexicons.ts'
import { constants, derived, recent } from '../../../memory/derived.ts'
import type { NumberMention } from '../../../trust/numbers/numbers-in-text.ts'
import { directionBefore } from '../../../trust/verify/direction.ts'
import { nameWords } from '../../../trust/words/names.ts'
import { entries } from '../../../trust/words/read-words.ts'
import { getTokens } from '../../../trust/words/tokens.ts'
import { unitsAt } from '../../../trust/words/touching.ts'
import { getForm } from '../../merge/number-form.ts'
import { pointScale } from '../point-scale.ts'
import { isSaidPeriod } from '../said-periods.ts'
import type { DeckNumber, NumberContext } from './deck-numbers.ts'
import {
  isHan,
  isOfChange,
  isOfContents,
  isPhone,
  listedIn,
  namedByHeads,
  type Spoken,
  type Understood,
  understand,
} from './understand.ts'

/** What a deck's numbers are held against. */
export interface Known {
  dataset: Dataset
  language: Language
  observations: readonly Observation[]
  /** The keys of the figures that a number without a date means. */
  current: ReadonlySet<string>
}

/** What a number may be. */
export interface NumberJudgement {
  number: DeckNumber
  /** Keys of figures that it surely is (one), whose digits match and that all its words allow but for `doubts`. */
  sure: readonly string[]
  likely: readonly Candidate[]
  alike: readonly string[]
}

/** A figure that has the digits of a number. */
export interface Candidate {
  observation: Observation
  /** The power of ten that the number leaves out. */
  scale: number
  /** What keeps it from being sure that others like it may clear up: too few digits, a scale that nobody names. */
  doubts: readonly ('digits' | 'scale')[]
}

/** What is said of a number by the words around it. */
interface Said {
  language: Language
  contexts: readonly (NumberContext & { of: Understood })[]
  /** The indicators that it is said of; empty where none or several are named. */
  indicators: readonly string[]
  isMovement: boolean
  /** Whether something stands beside it that speaks of another thing, of plans, or of nothing that is known. */
  isDoubtful: boolean
  isPerCent: boolean
  scales: ReadonlySet<number>
}

/** Holds a number of a deck against all figures: its digits and unit, and what the words around it name. */
export function judgeNumber(number: DeckNumber, known: Known): NumberJudgement {
  const candidates = getCandidates(number, known)
  if (candidates.length === 0) return { number, sure: [], likely: [], alike: [] }
  const said = readContexts(number, known)
  const fitting = candidates.filter((one) => fits(one.observation, number, said, known))
  const likely = fitting.map((one) => ({ ...one, doubts: getDoubts(one, number, said) }))
  const [only, ...others] = likely
  const isSure =
    !said.isDoubtful &&
    only !== undefined &&
    others.length === 0 &&
    only.doubts.length === 0 &&
    !hasRival(only, candidates, said, known)
  const alike = candidates.filter(
    ({ scale }) => scale === 0 || said.scales.has(scale) || number.printed.type === 'point',
  )
  return {
    number,
    sure: isSure ? [only.observation.key] : [],
    likely: said.isDoubtful ? [] : likely,
    alike: rank(likely, alike, said).map(({ observation }) => observation.key),
  }
}

/**
 * Whether a figure of now with the same digits has most of its name in the sentence: rural netizens, net increase.
 * Of what stayed as it was, the level of now is the rival of the one of then.
 */
function hasRival(
  { observation, scale }: Candidate,
  candidates: readonly Candidate[],
  { contexts: [own] }: Said,
  { dataset, language, current }: Known,
): boolean {
  if (!own || own.heads) return false
  const stems = new Set(getTokens(own.text).map(({ stem }) => stem))
  return candidates.some((one) => {
    const indicator = dataset.indicators.get(one.observation.indicator)
    if (!indicator || one.scale !== scale || !current.has(one.observation.key)) return false
    if (one.observation.indicator === observation.indicator)
      return own.of.isFlat && one.observation.series === observation.series && one.observation.key !== observation.key
    const words = [...new Set(nameWords(indicator, language))]
    return words.filter((word) => stems.has(word)).length * 2 >= words.length
  })
}

/** Those that fit first, then those of a named indicator; others where their digits are no chance. */
function rank(likely: readonly Candidate[], alike: readonly Candidate[], { indicators }: Said): Candidate[] {
  const isNamed = ({ observation }: Candidate) => indicators.includes(observation.indicator)
  const rest = alike.filter((one) => !likely.some(({ observation }) => observation === one.observation))
  const isDistinctive = ({ observation: { quantity } }: Candidate) =>
    quantity.value.precision(false) >= 3 || isPercentage(quantity.unit)
  const enough = rest.filter((one) => isNamed(one) || isDistinctive(one))
  return [...likely, ...enough.filter(isNamed), ...enough.filter((one) => !isNamed(one))].slice(0, 4)
}

function getCandidates({ printed }: DeckNumber, { observations }: Known): Candidate[] {
  const [value, reach, formOf] =
    printed.type === 'mention'
      ? ([
          printed.mention.value,
          0.5 * 10 ** printed.mention.precision,
          (figure: BaseFigure) => mentionScale(printed.mention, figure),
        ] as const)
      : ([
          new Decimal(Number(Number(printed.value).toPrecision(12))),
          0,
          (figure: BaseFigure) => pointScale(printed.value, printed.isPerCent, figure),
        ] as const)
  const size = Math.abs(value.toNumber())
  // A look at floats first: exact comparisons of each number with each figure would take seconds.
  const isNear = (figure: number) =>
    scales.some((power) => Math.abs(size * 10 ** power - figure) <= Math.max(reach * 10 ** power, figure * 0.01))
  const all = observations
    .filter(({ quantity }) => isNear(Math.abs(quantity.value.toNumber())))
    .flatMap((observation): Candidate[] => {
      const scale = formOf(toBaseFigure(observation))
      return scale === undefined ? [] : [{ observation, scale, doubts: [] }]
    })
  // What has all digits is not the rounding of something else.
  const exact = all.filter(({ observation, scale }) =>
    observation.quantity.value.abs().eq(value.abs().times(powerOfTen(scale))),
  )
  return exact.length > 0 ? exact : all
}

const scales = [0, 2, 3, 4, 6, 8, 9, 12]

/** The power of ten that a text leaves out of a figure; undefined where it does not print it. */
function mentionScale(mention: NumberMention, figure: BaseFigure): number | undefined {
  const form = getForm(mention, figure)
  const isOpposite = mention.value.isNegative() && !figure[0].startsWith('-')
  return form && !isOpposite ? form.scale - mention.scale : undefined
}

// Titles and heads are read again for each number below them.
const understood = derived((dataset: Dataset) =>
  constants((language: Language) => recent(1000, (text) => understand(text, dataset, language))),
)

function readContexts(number: DeckNumber, { dataset, language }: Known): Said {
  const contexts = number.contexts.map((context) => ({ ...context, of: understood(dataset)(language)(context.text) }))
  const naming = contexts.map((context) => getNames(context, dataset, language))
  const { indicators = [], isClear = true } = naming.find((one) => one.indicators.length > 0) ?? {}
  const [own] = contexts
  const stems = naming.flatMap((one) => [...one.known])
  return {
    language,
    contexts,
    indicators: isClear ? indicators : [],
    isMovement:
      contexts.some((one) => (one.heads ? one.of.isMovement : false)) ||
      (own !== undefined && isMoved(own, language)) ||
      /^[+▲▼△▽]/.test(number.says),
    isDoubtful:
      isNoQuantity(number, own?.of.periods ?? [], language) ||
      contexts.some(({ of }) => of.isOpen) ||
      contexts.some((one) => (one.heads ? hasStrangers(one, stems) : false)) ||
      (own?.start !== undefined && isOfOther(own, language)),
    isPerCent: contexts.some(({ of }) => of.isPerCent),
    scales: new Set(contexts.flatMap(({ of }) => of.scales)),
  }
}

interface Naming {
  indicators: readonly string[]
  /** Whether they are named as one thing. */
  isClear: boolean
  /** Stems of the words that name them. */
  known: ReadonlySet<string>
}

function getNames(context: NumberContext & { of: Understood }, dataset: Dataset, language: Language): Naming {
  const { heads, of } = context
  if (heads) {
    const { indicators, stems } = namedByHeads(heads, dataset, language)
    return { indicators, isClear: true, known: stems }
  }
  const spoken = governing(of.names, context, language)
  const sets = new Set(spoken.map(({ of: ids }) => ids.join()))
  return { indicators: [...new Set(spoken.flatMap(({ of: ids }) => ids))], isClear: sets.size === 1, known: new Set() }
}

/**
 * What a number of a sentence is about: what is named right after it, else last before it, else later on.
 * In words without a number, such as a title's, all that is named.
 */
function governing<T>(
  items: readonly Spoken<T>[],
  { start, end, text }: NumberContext,
  language: Language,
): readonly Spoken<T>[] {
  if (start === undefined || end === undefined) return items
  const after = items.find((one) => one.start >= end)
  const gap = after === undefined ? undefined : text.slice(end, after.start)
  const isAside = after !== undefined && /^\s*[(（]$/.test(gap ?? '') && /^\s*[)）]/.test(text.slice(after.end))
  if (after && gap !== undefined && (isClose(gap, language) || isAside)) return [after]
  const before = items.findLast((one) => one.end <= start)
  if (before) return [before]
  return after && gap !== undefined && !/[\d(（;；:：]/.test(gap) ? [after] : []
}

/** A word or two that join a number to its noun: `1.092 billion (of) netizens`. */
function isClose(gap: string, language: Language): boolean {
  const { parting, counters } = listedIn(language)
  const words = getTokens(gap)
  if (words.every(({ text }) => counters.has(text))) return words.length <= 2
  return (
    words.length <= 3 && words.every(({ text }) => /^[\p{L}'’-]+$/u.test(text) && !parting.has(text) && !isHan(text))
  )
}

function isMoved({ text, start, end, of }: NumberContext & { of: Understood }, language: Language): boolean {
  if (start === undefined || end === undefined) return false
  // Sind auf 738.000 gestiegen: the level.
  if (isAfterParticle('to', text, start, language)) return false
  const isAfter = of.moves.some((word) => word.start >= end && text.slice(end, word.start).trim() === '')
  return directionBefore(text, start) !== '' || /[▲▼△▽+]\s*$/.test(text.slice(0, start)) || isAfter
}

/** Digits that are no quantity though they look like one: of telephones, of lists and their pages. */
function isNoQuantity(
  { contexts, says, printed }: DeckNumber,
  periods: readonly { end: number }[],
  language: Language,
): boolean {
  const { leading } = listedIn(language)
  const [own, ...rest] = contexts
  const isList = rest.some(({ text }) => isOfContents(text, language))
  if (own?.start === undefined || own.end === undefined) return isList
  const [before, after] = [own.text.slice(0, own.start), own.text.slice(own.end)]
  const isWhole = /^\d+$/.test(says)
  const isAfterDate = periods.some(({ end }) => end === before.trimEnd().length)
  const isOfPhone =
    (/[\d)][\s-]$/.test(before) && !isAfterDate) ||
    /^(?:[\s-]|\s-\s?)\d/.test(after) ||
    isPhone(before.replace(/[.:：\s]*$/, ''), language)
  const isPlace =
    isWhole && /^\s*$/.test(before) && /^(?:[.)、]|\s+\p{L})/u.test(after) && !/[.,]/.test(says) && says.length < 3
  const isPage =
    /(?:\.{3,}|…|\t|·{2,})\s*$/.test(before) ||
    (isWhole &&
      printed.type === 'mention' &&
      /\p{L}\s+$/u.test(before) &&
      after.trim() === '' &&
      !leading.has(getTokens(before).at(-1)?.text ?? ''))
  return isList || isOfPhone || isPlace || isPage
}

/** Whether a head or label has words that say nothing known: it tells of something else, or of a part. */
function hasStrangers({ of }: { of: Understood }, known: readonly string[]): boolean {
  return of.strangers.some(({ stem }) => !known.includes(stem))
}

/** Whether unknown words before or after a number show that it is about something other than what is named. */
function isOfOther({ text, start = 0, end = 0, of }: NumberContext & { of: Understood }, language: Language): boolean {
  const names = governing(of.names, { start, end, text }, language)
  const [first, last] = [
    Math.min(start, ...names.map((one) => one.start)),
    Math.max(end, ...names.filter((one) => one.start >= end).map((one) => one.end)),
  ]
  const from = clauseStart(text, first)
  if (of.strangers.some((one) => one.start >= from && one.end <= start)) return true
  // Revenue per employee is not the number of employees, nor are employees’ shares.
  const isOwner = (one: Spoken<unknown>) => /^(?:['’]|\s+(?:per|pro|par|por)\b)/i.test(text.slice(one.end))
  if (names.some((one) => isOwner(one) || /\b(?:per|pro|par|por)\s+$/i.test(text.slice(0, one.start)))) return true
  const rest = text.slice(last).split(/[,;:，；：。()（）—–]/)[0] ?? ''
  const part = getTokens(rest).find((token) => listedIn(language).ofPart.has(token.text))
  return (
    part !== undefined && of.strangers.some((one) => one.start >= last + part.start && one.end <= last + rest.length)
  )
}

function clauseStart(text: string, at: number): number {
  return Math.max(0, ...[...text.slice(0, at).matchAll(/[,;，；()（）—–]/g)].map(({ index }) => index + 1))
}

function fits(one: Observation, number: DeckNumber, said: Said, known: Known): boolean {
  return (
    said.indicators.includes(one.indicator) &&
    isRightMeasure(one, said, known) &&
    hasRightCategories(one, said, known.dataset) &&
    isRightPeriod(one, said, known) &&
    isRightUnit(one, number, said, known)
  )
}

function isRightMeasure({ measure, indicator }: Observation, { isMovement }: Said, known: Known): boolean {
  const { dataset, language } = known
  const label = dataset.indicators.get(indicator)?.label[language] ?? ''
  return measure === 'value' ? !isMovement || isOfChange(label, language) : isMovement
}

/** Each category that is named must be its own, and each of its own be named. */
function hasRightCategories(
  { indicator, categories }: Observation,
  { contexts, language }: Said,
  { indicators }: Dataset,
): boolean {
  const dimensions = indicators.get(indicator)?.dimensions ?? []
  const named = new Map<string, ReadonlySet<string>>()
  for (const context of contexts) {
    const { of } = context
    for (const dimension of new Set(of.categories.map((one) => one.of.dimension))) {
      const own = of.categories.filter((one) => one.of.dimension === dimension)
      const spoken = governing(own, context, language)
      if (!named.has(dimension) && spoken.length > 0)
        named.set(dimension, new Set(spoken.map((one) => one.of.category)))
    }
    if (of.isTotal) for (const dimension of dimensions) if (!named.has(dimension)) named.set(dimension, new Set())
  }
  const isOther = [...named].some(([dimension, set]) => !dimensions.includes(dimension) && set.size > 0)
  return (
    !isOther &&
    dimensions.every((dimension) => {
      const set = named.get(dimension) ?? new Set()
      const own = categories[dimension]
      return own === undefined ? set.size === 0 : set.size === 1 && set.has(own)
    })
  )
}

function isRightPeriod({ key, period, since, measure }: Observation, said: Said, { current }: Known): boolean {
  const { contexts, language } = said
  const [own] = contexts
  for (const context of contexts) {
    const { of } = context
    if (of.periods.length === 0) continue
    const spoken = of.periods.map(({ period: named, ...span }) => ({ ...span, of: named }))
    const dates = governing(spoken, context, language)
    if (dates.length === 0) continue
    const isOwn = dates.some((date) => isSaidPeriod(date.of, period))
    const isBase =
      measure !== 'value' && typeof since === 'string' && dates.some((date) => isSaidPeriod(date.of, since))
    return isOwn || (isBase && current.has(key))
  }
  // From 1.2 million: not the one of now.
  if (measure === 'value' && own && isAfterParticle('from', own.text, own.start, language)) return !current.has(key)
  return current.has(key) || (measure === 'value' && own?.of.isPast === true)
}

/** Whether the word right before a number is one of a kind: from, to. */
function isAfterParticle(kind: 'from' | 'to', text: string, start: number | undefined, language: Language): boolean {
  const word = start === undefined ? undefined : getTokens(text.slice(0, start)).at(-1)?.text
  return word !== undefined && entries(lexicons[language].particles[kind]).includes(word)
}

function isRightUnit(
  { quantity }: Observation,
  { printed, contexts }: DeckNumber,
  { isPerCent }: Said,
  { dataset, language }: Known,
): boolean {
  if (printed.type === 'point') return true
  const [own] = contexts
  if (isPercentage(quantity.unit)) return printed.mention.unit !== undefined || (isPerCent && own?.heads !== undefined)
  const after = own?.end === undefined ? '' : own.text.slice(own.end)
  const units = unitsAt(getTokens(after), dataset, language)
  const isCurrency = /[$€£¥]|(?<!\p{L})(?:RMB|CNY|USD|EUR|GBP|JPY|HKD|SEK|NOK|DKK|CHF)\s?$/u.test(
    printed.mention.text + (own?.text.slice(Math.max(0, (own.start ?? 0) - 4), own.start ?? 0) ?? ''),
  )
  const isMoney = /^[A-Z]{3}$/.test(quantity.unit)
  return (units.length === 0 || units.includes(quantity.unit) || units.includes('scale')) && (!isCurrency || isMoney)
}

function getDoubts({ scale }: Candidate, { printed, contexts }: DeckNumber, { scales }: Said): Candidate['doubts'] {
  const isShort =
    printed.type === 'mention'
      ? getDigits(printed.mention) < (printed.mention.unit || printed.mention.scale !== 0 || contexts[0]?.heads ? 2 : 3)
      : printed.value.replace(/[^\d]/g, '').length < 2
  const isUnnamed =
    printed.type === 'mention' ? scale !== 0 && !scales.has(scale) : scale !== 0 && scale !== 2 && !scales.has(scale)
  return [...(isShort ? (['digits'] as const) : []), ...(isUnnamed ? (['scale'] as const) : [])]
}

/** How many digits are printed: 3 of 12.0. */
function getDigits({ value, precision }: { value: { e: number }; precision: number }): number {
  return value.e - precision + 1
}
