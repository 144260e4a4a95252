import { comparePeriods, periodsOverlap, periodYear } from '../../dataset/figure/period.ts'
import type { Observation } from '../../dataset/types.ts'
import { getLanguage } from '../../locale/languages.ts'
import type { Meaning } from '../../locale/words/lexicon.ts'
import { constants, derived } from '../../memory/derived.ts'
import { mentionUnit, sameBound } from '../numbers/figure-index.ts'
import { type NumberMention, readNumbers } from '../numbers/numbers-in-text.ts'
import { readWords } from '../words/read-words.ts'
import { getTokens } from '../words/tokens.ts'
import { datesAmong, isComparedWith, isFormer, isOfOtherNumber, yearBeforeWords } from './mention-period.ts'
import { numbersBeside, periodBeside } from './period-beside.ts'
import { quantitiesIn, rangeEnd, type SourceParagraph, sentenceSpanAt, wordsAround } from './source-paragraphs.ts'

/** What the text of a source says against an observation of the dataset. */
export interface EvidenceFault {
  severity: 'error' | 'warning'
  /** `the source says over 47 million`. */
  message: string
  /** The words of the source. */
  words: string
  paragraph: number
}

/** A number of a source that says an observation. */
export interface Evidence {
  observation: Observation
  paragraph: SourceParagraph
  mention: NumberMention
}

/** Finds an observation's number in the paragraphs that it names; what is found, and what is wrong. */
export function checkStatement(
  observation: Observation,
  paragraphs: readonly SourceParagraph[],
): { found: Evidence[]; faults: EvidenceFault[] } {
  const named = observation.statement?.paragraphs ?? []
  const results = named.map((number) => {
    const paragraph = paragraphs.find((one) => one.number === number)
    return paragraph ? checkParagraph(observation, paragraph, paragraphs) : missingParagraph(number, paragraphs.length)
  })
  const found = results.flatMap((result) => result.found)
  // A change need not be stated in every paragraph that states its level.
  const isSaidElsewhere = observation.statement?.areInherited === true && found.length > 0
  const reported = isSaidElsewhere ? results.filter((result) => result.found.length > 0) : results
  return { found, faults: reported.flatMap(({ faults }) => faults) }
}

const none = /\b(?:no|none|nobody|zero|nil|kein\p{L}*|niemand|aucune?|ning[uú]n\p{L}*)\b|没有|未发生|无/iu
const unchanged =
  /\b(?:unchanged|no change|flat|same|steady|stable|unverändert|gleich\p{L}*|inchangée?s?|sin cambios|igual)\b|持平|不变/iu

/** Whether a paragraph says a nought in words: there were no accidents; unchanged from the year before. */
function saysNone({ quantity, measure }: Observation, { text }: SourceParagraph): boolean {
  return quantity.value.isZero() && (measure === 'value' ? none : unchanged).test(text)
}

interface Result {
  found: Evidence[]
  faults: EvidenceFault[]
}

function missingParagraph(number: number, count: number): Result {
  const message = `the source has ${count} paragraphs, and no paragraph ${number}`
  return { found: [], faults: [{ severity: 'error', message, words: '', paragraph: number }] }
}

function checkParagraph(observation: Observation, paragraph: SourceParagraph, all: readonly SourceParagraph[]): Result {
  const quantities = quantitiesIn(paragraph)
  const said = quantities.filter((mention) => isSaid(observation, mention, paragraph))
  const turned = said.map((mention) => directionFault(observation, mention, paragraph))
  const right = said.filter((_, index) => !turned[index])
  if (right.length === 0 && saysNone(observation, paragraph)) return { found: [], faults: [] }
  if (right.length > 0) {
    const found = right.map((mention) => ({ observation, paragraph, mention }))
    const period = right.every((mention) => hasOtherPeriod(observation, mention, paragraph))
      ? periodFault(observation, right[0], paragraph)
      : undefined
    return { found, faults: period ? [period] : [] }
  }
  const [first] = turned.filter((fault) => fault !== undefined)
  return { found: [], faults: [first ?? explainAbsence(observation, paragraph, quantities, all)] }
}

/** Whether a number says the observation, as it stands or as a table's head means it. */
function isSaid(observation: Observation, mention: NumberMention, { text, language, cells }: SourceParagraph): boolean {
  const says = (one: NumberMention | undefined) => one !== undefined && saysIt(observation, one, language)
  if (says(mention) || says(cells?.get(mention.start)?.meant)) return true
  // Each observation is held against each number, and few are bounds.
  const bound = observation.quantity.qualifier || observation.quantity.forms ? rangeEnd(text, mention) : undefined
  return bound !== undefined && says({ ...mention, qualifier: bound })
}

/** Whether a number has value, digits, unit and qualifier of the observation, or is the source's own form of it. */
function saysIt(observation: Observation, mention: NumberMention, language: string): boolean {
  const own = observation.quantity
  const quantity = own.forms?.[language] ?? own
  const form = printedForms(observation)(language)
  const unit = form ? form.unit : mentionUnit(own.unit)
  const value = (form?.value ?? quantity.value).abs()
  const precision = form?.precision ?? quantity.precision
  const qualifier = form ? (form.qualifier ?? quantity.qualifier) : quantity.qualifier
  return (
    mention.unit === unit &&
    mention.value.abs().eq(value) &&
    // −€2.1 million is no profit; of a loss of €2.1 million the word says the sign.
    !(observation.measure === 'value' && mention.value.isNegative() && !own.value.isNegative()) &&
    hasDigits(mention, precision) &&
    sameBound(mention.qualifier, qualifier)
  )
}

/** The digits of the dataset, or more of a smaller scale that only fill it up: 2480万 for 24.8 million. */
function hasDigits(mention: NumberMention, precision: number): boolean {
  const isFilledUp = mention.precision === mention.scale && mention.precision <= precision
  return mention.precision === precision || isFilledUp
}

/** An observation's number in the source's own form, if the dataset has one. Read once for all numbers of a source. */
const printedForms = derived(({ quantity, statement }: Observation) =>
  constants((language: string): NumberMention | undefined => {
    const restated = statement?.isRestated ? statement.printed : undefined
    const written = quantity.forms?.[language]?.text ?? restated ?? ''
    const printed = readNumbers(written, language).find((one) => one.kind === 'number')
    return printed?.kind === 'number' ? printed : undefined
  }),
)

const ways: Readonly<Partial<Record<Meaning, 'up' | 'down'>>> = { up: 'up', down: 'down' }
const comparisons: typeof ways = { ...ways, more: 'up', less: 'down' }
const sides: typeof ways = { ...ways, above: 'up', below: 'down' }

/** The direction a clause says of a number: by a word right after it, else the last before, else the first after. */
function directionSaid({ text, language }: SourceParagraph, { start, end }: NumberMention): 'up' | 'down' | undefined {
  const sentence = sentenceSpanAt(text, start)
  const tokens = getTokens(text.slice(sentence.start, sentence.end))
  const words = readWords(tokens, getLanguage(language) ?? 'en').map(({ first, meaning }) => {
    return { at: sentence.start + (tokens[first]?.start ?? 0), meaning }
  })
  // 24,300 more, 24,300 visits fewer.
  const beside = words.find(
    ({ at, meaning }) => comparisons[meaning] && at >= end && /^\s*(?:\p{L}+\s)?$/u.test(text.slice(end, at)),
  )
  if (beside) return comparisons[beside.meaning]
  const isNear = (between: string) => !(between.length <= 40 ? /[;；]/ : /[,;，；]/).test(between)
  const before = words.findLast(({ at, meaning }) => ways[meaning] && at < start && isNear(text.slice(at, start)))
  if (before) return ways[before.meaning]
  // Ist um {it} auf … gestiegen, lag um {it} unter …
  const after = words.find(({ at, meaning }) => sides[meaning] && at >= end && !/[,;，；]\s/.test(text.slice(end, at)))
  return after && sides[after.meaning]
}

/** A fall that is written as a rise, or the other way round. */
function directionFault(
  observation: Observation,
  mention: NumberMention,
  paragraph: SourceParagraph,
): EvidenceFault | undefined {
  const { measure, quantity } = observation
  if (measure === 'value' || quantity.value.isZero()) return undefined
  const said = mention.value.isNegative() ? 'down' : directionSaid(paragraph, mention)
  const meant = quantity.value.isNegative() ? 'down' : 'up'
  if (said === undefined || said === meant) return undefined
  const message = `the source says that it went ${said}, the dataset that it went ${meant}`
  return faultAt('error', message, mention, paragraph)
}

/** Whether the number's sentence names periods, and neither the observation's nor its base among them. */
function hasOtherPeriod(observation: Observation, mention: NumberMention, paragraph: SourceParagraph): boolean {
  const own = [observation.period, ...(observation.since ? [observation.since] : [])]
  const besideIt = periodBeside(paragraph, mention, periodYear(observation.period))
  if (besideIt !== undefined) return !own.some((one) => periodsOverlap(one, besideIt))
  const { start, end } = sentenceSpanAt(paragraph.text, mention.start)
  const all = datesAmong(paragraph.text, paragraph.numbers)
  const isCompared = (date: { start: number }) => isComparedWith(paragraph.text, date.start)
  const isWithin = (date: { start: number; end: number }) => date.start >= start && date.end <= end
  const beside = numbersBeside(paragraph)
  const isOther = (date: { start: number; end: number }) =>
    (beside.get(date.end) ?? mention) !== mention || isOfOtherNumber(paragraph.text, date.start, mention.end)
  const dates = all.filter((date) => date.period !== undefined && !isCompared(date) && !isOther(date))
  const inSentence = dates.filter(isWithin)
  // A sentence without a date speaks of the one before it, unless that is what something was compared with there.
  const isBase = (date: { start: number }) => isOfOtherNumber(paragraph.text, date.start, Math.max(0, date.start - 80))
  const before = dates.filter((date) => date.end <= start && !isBase(date))
  const named = inSentence.length > 0 ? inSentence : before.slice(-1)
  const isOwn = ({ period }: { period: string | undefined }) =>
    period !== undefined && own.some((one) => periodsOverlap(one, period))
  // More than in 2024 (11.48 million): what is compared with is stated right after it.
  const formers = all.filter((date) => isCompared(date) && paragraph.text.slice(date.end, mention.start) === ' (')
  const isLater = ({ period }: { period: string | undefined }) =>
    period !== undefined && comparePeriods(observation.period, period) < 0
  const isOfBefore = yearBeforeWords.test(paragraph.text.slice(start, end)) || isFormer(paragraph.text, mention.start)
  if (isOfBefore && named.some(isLater)) return false
  // Of those aged 16 to 34 50.4% (47.1% in 2023), of those aged 35 to 59 51.7% (52.1%): brackets are of that year.
  const isBracketed = paragraph.text[mention.start - 1] === '(' && paragraph.text[mention.end] === ')'
  if (isBracketed && all.some(isOwn)) return false
  return named.length > 0 && !named.some(isOwn) && !formers.some(isOwn)
}

function periodFault(
  observation: Observation,
  mention: NumberMention | undefined,
  paragraph: SourceParagraph,
): EvidenceFault | undefined {
  const message = `the source's sentence names another period than ${observation.period}`
  return mention && faultAt('warning', message, mention, paragraph)
}

/** Why the paragraph does not say the observation: what it says in its place. */
function explainAbsence(
  observation: Observation,
  paragraph: SourceParagraph,
  quantities: readonly NumberMention[],
  all: readonly SourceParagraph[],
): EvidenceFault {
  const { quantity, statement } = observation
  const digits = significant(quantity.value.toFixed())
  const say = (message: string, mention: NumberMention) => faultAt('error', message, mention, paragraph)
  const byUnit = quantities.filter((one) => one.unit === mentionUnit(quantity.unit))
  const sameValue = quantities.filter((one) => one.value.abs().eq(quantity.value.abs()))

  const signed = sameValue.find(({ value }) => value.isNegative() && !quantity.value.isNegative())
  if (observation.measure === 'value' && signed) return say(`the source says ${signed.text}: the sign differs`, signed)
  const qualified = sameValue.find(
    (one) =>
      one.unit === mentionUnit(quantity.unit) &&
      one.precision === quantity.precision &&
      one.qualifier !== quantity.qualifier,
  )
  if (qualified) {
    const message = qualified.qualifier
      ? `the source says “${qualified.qualifier}”, which the dataset ${quantity.qualifier ? `has as “${quantity.qualifier}”` : 'leaves out'}`
      : `the dataset says “${quantity.qualifier}”, the source does not`
    return say(message, qualified)
  }
  const precise = sameValue.find((one) => one.unit === mentionUnit(quantity.unit))
  if (precise) return say(`the source prints it with other digits: ${precise.text}`, precise)
  const otherUnit = sameValue[0]
  if (otherUnit)
    return say(
      `the source prints another unit: ${otherUnit.text}; where that is its slip, say printed: ${otherUnit.text}`,
      otherUnit,
    )
  const scaled = byUnit.find((one) => significant(one.value.toFixed()) === digits)
  if (scaled) {
    const power = scaled.value.abs().div(quantity.value.abs()).log(10).round().toNumber()
    return say(
      `the source says ${scaled.text}: the dataset is ${power > 0 ? 'smaller' : 'larger'} by a factor of ten to the power ${Math.abs(power)}`,
      scaled,
    )
  }
  const slipped = byUnit.find((one) => isSlip(significant(one.value.toFixed()), digits))
  if (slipped) return say(`the source says ${slipped.text}: digits differ`, slipped)
  const elsewhere = all.find((one) => quantitiesIn(one).some((mention) => isSaid(observation, mention, one)))
  const where = elsewhere ? `; paragraph ${elsewhere.number} does` : ''
  return {
    severity: 'error',
    message: `paragraph ${paragraph.number} does not say ${statement?.printed ?? ''}${where}`,
    words: byUnit
      .map(({ text }) => text)
      .slice(0, 6)
      .join(' · '),
    paragraph: paragraph.number,
  }
}

/** A fault at a number, with the words around it. */
export function faultAt(
  severity: EvidenceFault['severity'],
  message: string,
  mention: NumberMention,
  paragraph: SourceParagraph,
): EvidenceFault {
  return { severity, message, words: wordsAround(paragraph, mention), paragraph: paragraph.number }
}

/** The digits without sign, point and noughts at the ends. */
function significant(decimal: string): string {
  return decimal.replace(/[-.]/g, '').replace(/^0+|0+$/g, '')
}

/** Two digits changed places, or one is another, missing or too many. */
function isSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1 || Math.max(a.length, b.length) < 2) return false
  let from = 0
  while (from < a.length && a[from] === b[from]) from += 1
  const [restA, restB] = [a.slice(from), b.slice(from)]
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  )
}
