import { parsePeriod, periodsOverlap } from '../../dataset/figure/period.ts'
import { monthsBetween } from '../../dataset/figure/shift-period.ts'
import type { Observation, Period } from '../../dataset/types.ts'
import type { Diagnostic } from '../../diagnostic.ts'
import type { Language } from '../../locale/languages.ts'
import type { Locale } from '../../locale/types.ts'
import { baseWords } from '../../locale/words/bases.ts'
import { mentionPeriod } from '../evidence/mention-period.ts'
import { readNumbers } from '../numbers/numbers-in-text.ts'
import { figureAt, figuresIn, type Sentence } from './sentences.ts'

/** Words for what a change counts from: a date, so many months before, or the period before. */
export interface BaseMention {
  start: number
  end: number
  base: { at: Period } | { months: number } | { periodBefore: number }
}

/** The words of a text that say what changes count from: `since 2020`, `on December 2024`, `a year before`, `the previous quarter`. */
export function readBases(text: string, language: Language): BaseMention[] {
  return [...dated(text, language), ...spans(text, language), ...previous(text, language)].sort(
    (a, b) => a.start - b.start,
  )
}

function dated(text: string, language: Language): BaseMention[] {
  if (!/(?:19|20)\d\d/.test(text)) return []
  return readNumbers(text, language).flatMap((mention) => {
    const at = mention.kind === 'date' ? mentionPeriod(mention.text) : undefined
    const word = at === undefined ? null : baseWords[language].before.exec(text.slice(0, mention.start))
    // On a day, and from a date to another, something was or lasted.
    const isOther =
      word &&
      /^(?:on|from)\b/i.test(word[0]) &&
      /^\d{1,2} \p{L}|^\s*(?:to|until|till|–)\s/u.test(mention.text + text.slice(mention.end))
    return at === undefined || !word || isOther ? [] : [{ start: word.index, end: mention.end, base: { at } }]
  })
}

function spans(text: string, language: Language): BaseMention[] {
  const { back } = baseWords[language]
  return back.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(({ 0: whole, 1: number, 2: unit, index }) => {
      const months = countOf(number, language) * unitMonths(unit ?? '', language)
      return months > 0 ? [{ start: index, end: index + whole.length, base: { months } }] : []
    }),
  )
}

function previous(text: string, language: Language): BaseMention[] {
  return [...text.matchAll(baseWords[language].previous)].flatMap(({ 0: whole, index, ...groups }) => {
    const unit = [groups[1], groups[2], groups[3]].find((group) => group !== undefined) ?? ''
    return [{ start: index, end: index + whole.length, base: { periodBefore: unitMonths(unit, language) } }]
  })
}

function countOf(number: string | undefined, language: Language): number {
  if (!number) return 1
  if (/^\d+$/.test(number)) return Number(number)
  return baseWords[language].numerals.findIndex((forms) => new RegExp(`^(?:${forms})$`, 'iu').test(number)) + 1
}

function unitMonths(unit: string, language: Language): number {
  const { units } = baseWords[language]
  const known = Object.keys(units).filter((name) => unit.toLowerCase().startsWith(name))
  const [longest] = known.sort((a, b) => b.length - a.length)
  return longest === undefined ? 0 : (units[longest] ?? 0)
}

/** Whether a change counts from what the words say; one whose base nobody states does not. */
export function hasBase({ since, period }: Observation, { base }: BaseMention): boolean {
  if (typeof since !== 'string') return false
  if ('at' in base) return periodsOverlap(since, base.at)
  const months = monthsBetween(since, period)
  if ('months' in base) return months === base.months
  const year = parsePeriod(period)?.end.slice(0, 4)
  // At the end of the year before, or in the same part of it.
  return months === base.periodBefore || (base.periodBefore === 12 && periodsOverlap(since, String(Number(year) - 1)))
}

const parts = /^[,，;:；：—–!?！？]$/

/** The change that words for a base are said of: that of the same stretch between commas, else the last before it in its clause; where no figure stands before it, the first after it. */
export function changeBeside(first: number, sentence: Sentence): Observation | undefined {
  const { clauseOf, tokens, language } = sentence
  const changes = figuresIn(sentence).filter((index) => figureAt(sentence, index)?.observation.measure !== 'value')
  const start = tokens.findLastIndex(({ text }, index) => index < first && parts.test(text))
  const comma = tokens.findIndex(({ text }, index) => index > first && parts.test(text))
  const near = changes.filter((index) => index > start && (comma < 0 || index < comma))
  const before = near.findLast((index) => index < first)
  const after = near.find((index) => index > first)
  const [own = before ?? after] = baseWords[language].leads ? [after ?? before] : []
  const earlier = changes.findLast((index) => index < first && clauseOf[index] === clauseOf[first])
  const isOpening = figuresIn(sentence).every((index) => index > first)
  const index = own ?? earlier ?? (isOpening ? changes[0] : undefined)
  return index === undefined ? undefined : figureAt(sentence, index)?.observation
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
