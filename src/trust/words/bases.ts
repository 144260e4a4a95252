import { isNamedBy, parsePeriod, periodsOverlap } from '../../dataset/figure/period.ts'
import { monthsBetween } from '../../dataset/figure/shift-period.ts'
import type { Observation, Period } from '../../dataset/types.ts'
import type { Diagnostic } from '../../diagnostic.ts'
import type { Language } from '../../locale/languages.ts'
import { matchesIn } from '../../locale/numbers/matches.ts'
import type { Locale } from '../../locale/types.ts'
import { baseWords, numeralIn } from '../../locale/words/bases.ts'
import { constants, recent } from '../../memory/derived.ts'
import { dateAt, inYearOf, lastQuarter, partsNamed } from '../evidence/mention-period.ts'
import { readNumbers } from '../numbers/numbers-in-text.ts'
import { countSaid, isParticle } from './particles.ts'
import { figuresIn, type Sentence, tokenFigure } from './sentences.ts'

/** Words for a change's base: a date, part of an unsaid year, months before, the period before, the year's start. */
export interface BaseMention {
  start: number
  end: number
  base:
    | { at: Period; until?: Period }
    | { part: Period }
    | { months: number }
    | { periodBefore: number }
    | { isYearStart: true }
}

/** Words for what changes count from: `since 2020`, `on December 2024`, `a year before`, `the previous quarter`. */
export const basesIn = constants((language: Language) =>
  recent(5000, (text): readonly BaseMention[] => {
    const ofUnits = namesUnit(language).test(text)
      ? [...previous(text, language), ...spans(text, language), ...yearStarts(text, language)]
      : []
    const all = [...dated(text, language), ...ofUnits]
    return all.sort((a, b) => a.start - b.start).filter(({ start }, index) => all[index - 1]?.start !== start)
  }),
)

/** What is in all words for a base that are no date. Few texts have it, and the patterns are many. */
const namesUnit = constants((language: Language) => {
  const { units, step } = baseWords[language]
  return new RegExp([...Object.keys(units), ...(step ? [step] : [])].join('|'), 'iu')
})

/** The bases that a sentence says. */
export function getBases({ text, language }: Sentence): readonly BaseMention[] {
  return basesIn(language)(text)
}

function dated(text: string, language: Language): BaseMention[] {
  const dates = /(?:1[89]|20)\d\d/.test(text) ? readNumbers(text, language).filter(({ kind }) => kind === 'date') : []
  const years = dates.flatMap((mention): BaseMention[] => {
    const { start, period: at } = dateAt(text, mention)
    // On a day, and from a date to another, something was or lasted.
    const isDay = /^\d{1,2} \p{L}|^\s*(?:to|until|till|–)\s/u.test(mention.text + text.slice(mention.end))
    return at === undefined ? [] : [{ start, end: mention.end, base: { at }, isDay }].flatMap(asBase)
  })
  const span = between()
  const parts = partsNamed(text).map(({ start, end, period: part }) => {
    const isDay =
      part.startsWith('P') ||
      /\b\d{1,2} $|^$/.test(text.slice(0, start)) ||
      /^ (?:\d|to\b|until\b|till\b|–)/.test(text.slice(end))
    return { start, end, base: { part }, isDay }
  })
  return [...(span ? [span] : years), ...parts.flatMap(asBase)]

  /** Between 2015 and 2025, from 2015 to 2025. */
  function between(): BaseMention | undefined {
    const { span } = baseWords[language]
    if (dates.length !== 2) return undefined
    const [from, until] = dates.map((mention) => ({ ...dateAt(text, mention), end: mention.end }))
    const before = span[0].exec(text.slice(0, from?.start))
    if (!from?.period || !until?.period || !before) return undefined
    if (!span[1].test(text.slice(from.end, until.start))) return undefined
    const start = before[0].startsWith(',') ? from.start : before.index
    return { start, end: until.end, base: { at: from.period, until: until.period } }
  }

  function asBase({ isDay, ...mention }: BaseMention & { isDay: boolean }): BaseMention[] {
    const { before, after } = baseWords[language]
    const word = before.exec(text.slice(0, mention.start))
    const [behind] = (word ? undefined : after?.exec(text.slice(mention.end))) ?? []
    if (behind) return [{ ...mention, end: mention.end + behind.length }]
    return !word || (isDay && /^(?:on|from)\b/i.test(word[0])) ? [] : [{ ...mention, start: word.index }]
  }
}

function spans(text: string, language: Language): BaseMention[] {
  const { back } = baseWords[language]
  return back.flatMap((pattern) =>
    matchesIn(text, pattern).flatMap(({ 0: whole, 1: number, 2: unit, index }) => {
      const months = getCount(number, language) * unitMonths(unit ?? '', language)
      return months > 0 || unit === baseWords[language].step
        ? [{ start: index, end: index + whole.length, base: { months } }]
        : []
    }),
  )
}

function yearStarts(text: string, language: Language): BaseMention[] {
  return matchesIn(text, baseWords[language].yearStart).map(({ 0: whole, index }) => ({
    start: index,
    end: index + whole.length,
    base: { isYearStart: true },
  }))
}

function previous(text: string, language: Language): BaseMention[] {
  return matchesIn(text, baseWords[language].previous).flatMap(({ 0: whole, index, ...groups }) => {
    const unit = [groups[1], groups[2], groups[3]].find((group) => group !== undefined) ?? ''
    return [{ start: index, end: index + whole.length, base: { periodBefore: unitMonths(unit, language) } }]
  })
}

function getCount(number: string | undefined, language: Language): number {
  if (!number) return 1
  if (/^\d+$/.test(number)) return Number(number)
  return numeralIn(number, baseWords[language].numerals)
}

/** Whether a token is of words for a base. */
export function isInBase(at: number, sentence: Sentence): boolean {
  const start = (sentence.tokens[at]?.start ?? 0) - sentence.start
  return getBases(sentence).some((base) => base.start <= start && start < base.end)
}

/** Whether words for a base begin at a token. */
export function isBaseAt(at: number, sentence: Sentence): boolean {
  const start = (sentence.tokens[at]?.start ?? 0) - sentence.start
  return getBases(sentence).some((base) => base.start === start)
}

/** How many months the number and unit of time at a token come to: four quarters; none where no such stand there. */
export function monthsSaid(at: number, { tokens, language }: Sentence): number {
  return (countSaid(tokens[at]?.text ?? '', language) ?? 0) * unitMonths(tokens[at + 1]?.text ?? '', language)
}

/** Whether words speak of years: for the third year running, 连续三年. */
export function speaksOfYears(words: string, language: Language): boolean {
  const ofYear = Object.entries(baseWords[language].units).flatMap(([unit, months]) => (months === 12 ? unit : []))
  return new RegExp(`(?<![a-zà-ÿ-])(?:${ofYear.join('|')})`, 'iu').test(words)
}

/** How many months a unit of time has, by how its word begins; none where it is no such word. */
export function unitMonths(unit: string, language: Language): number {
  const { units } = baseWords[language]
  const known = Object.keys(units).filter((name) => unit.toLowerCase().startsWith(name))
  const [longest] = known.sort((a, b) => b.length - a.length)
  return longest === undefined ? 0 : (units[longest] ?? 0)
}

/** Whether a change counts from what the words say; one whose base nobody states does not. */
export function hasBase({ since, period }: Observation, { base }: BaseMention): boolean {
  if (typeof since !== 'string') return false
  if ('at' in base) {
    const isUntil = base.until === undefined || isNamedBy(period, base.until)
    return isUntil && (isNamedBy(since, base.at) || since === lastQuarter(base.at))
  }
  if ('part' in base) return periodsOverlap(since, inYearOf(since, base.part))
  const months = monthsBetween(since, period)
  const year = Number(parsePeriod(period)?.end.slice(0, 4))
  // In its first part, or the last of the year before.
  if ('isYearStart' in base)
    return parsePeriod(since)?.start === `${year}-01-01` || parsePeriod(since)?.end === `${year - 1}-12-31`
  if ('months' in base) return months === (base.months || getLength(period))
  // At the end of the year before, or in the same part of it.
  return months === base.periodBefore || (base.periodBefore === 12 && periodsOverlap(since, String(year - 1)))
}

/** Whether two texts say of a change of a period that it counts from so long before, and not as long: 同比 and 环比. */
export function isOtherPace(one: BaseMention, other: BaseMention, { period }: Observation): boolean {
  const [a, b] = [one, other].map(({ base }) => ('months' in base ? base.months || getLength(period) : undefined))
  return a !== undefined && b !== undefined && a !== b
}

/** In the quarter, im Quartal: whether a unit of time is said for the report's own time. */
export function isOwnUnit(at: number, sentence: Sentence): boolean {
  const { tokens, language, dataset } = sentence
  const months = unitMonths(tokens[at]?.text ?? '', language)
  const lead = isParticle('article', at - 1, sentence) ? at - 2 : at - 1
  return months > 0 && months === getLength(dataset.report.period) && isParticle('in', lead, sentence)
}

/** How many months a month or quarter has. */
function getLength(period: Period): number {
  return Number(/^P(\d+)M$/.exec(parsePeriod(period)?.length ?? '')?.[1] ?? 12)
}

const parts = /^[,，;:；：—–!?！？]$/

/**
 * The change that a base belongs to: in the same stretch between commas, else the last before it in its clause,
 * or, with no figure before it, the first after it.
 */
export function changeBeside(first: number, sentence: Sentence): Observation | undefined {
  const { clauseOf, tokens, language } = sentence
  const changes = figuresIn(sentence).filter((index) => tokenFigure(sentence, index)?.observation.measure !== 'value')
  const start = tokens.findLastIndex(({ text }, index) => index < first && parts.test(text))
  const comma = tokens.findIndex(({ text }, index) => index > first && parts.test(text))
  const near = changes.filter(
    (index) => index > start && (comma < 0 || index < comma) && clauseOf[index] === clauseOf[first],
  )
  const before = near.findLast((index) => index < first)
  const after = near.find((index) => index > first)
  // Um {by} höher als vor einem Jahr: what is compared stands before it.
  const isThan = isParticle('than', first - 1, sentence)
  const [own = before ?? after] = baseWords[language].leads && !(isThan && before) ? [after ?? before] : []
  const earlier = changes.findLast((index) => index < first && clauseOf[index] === clauseOf[first])
  // Having risen between 2012 and 2018, it fell by {by}: the words for it belong to what moved then.
  const isOfOther = sentence.words.some(
    ({ meaning, end }) =>
      /^(?:up|down)$/.test(meaning) && end === first && isParticle('past-perfect', end - 2, sentence),
  )
  // Despite growth over the year, it is {by} short of its level of 2019.
  const isOpening =
    !isOfOther &&
    !sentence.clauses[clauseOf[first] ?? 0]?.isWithin &&
    figuresIn(sentence).every((index) => index > first)
  const index = own ?? earlier ?? (isOpening ? changes[0] : undefined)
  return index === undefined ? undefined : tokenFigure(sentence, index)?.observation
}

/** What words say of the base of a change, and what is true. */
export function otherBase(
  words: string,
  { key, since, series }: Observation,
  where: string,
  locale: Locale,
): Diagnostic {
  const isKnown = typeof since === 'string'
  const truth = isKnown ? `counts from ${locale.period(since)}` : 'has a base that nobody states'
  return {
    severity: 'error',
    kind: 'words',
    message: `${where} “${words}”, and the change there ${truth}: ${key}`,
    hint: isKnown
      ? `say ${locale.period(since)}, or print the change that is meant: {{change "${series}" since="…"}}`
      : `take the words out, or give the change its base: since: in the dataset`,
  }
}
