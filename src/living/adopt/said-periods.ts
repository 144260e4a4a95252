import { parsePeriod, periodsOverlap } from '../../dataset/figure/period.ts'
import type { Period } from '../../dataset/types.ts'
import { anyYear, datesAmong, partsNamed } from '../../trust/evidence/mention-period.ts'
import { readNumbers } from '../../trust/numbers/numbers-in-text.ts'
import { dayIn, likeCase, replaceMonth, sayDayAnew } from './said-days.ts'

/** A period named in a text; `period` has `*` for a year that is not said: `*-Q3`. */
export interface SaidPeriod {
  start: number
  end: number
  period: string
}

const quarters = ['first', 'second', 'third', 'fourth']
const digitsOfHan = '一二三四'

/** Forms that dates in prose do not take: quarters and halves as Q3 and H1, months in digits. */
const forms = [
  /(?<![\w.])(?<year>(?:1[89]|20)\d\d)[- /]?(?<part>Q[1-4]|H[12])(?!\d)/g,
  /(?<![\w.])(?<part>Q[1-4]|H[12])[ ,/’'-]*(?<year>(?:1[89]|20)\d\d)(?!\d)/g,
  /(?<![\d.,/-])(?<year>(?:1[89]|20)\d\d)[-./](?<part>0[1-9]|1[0-2])(?![\d.,/-])/g,
  /(?<![\d.,/-])(?<part>0?[1-9]|1[0-2])\/(?<year>(?:1[89]|20)\d\d)(?!\d)/g,
  /(?<![\w.])(?<part>Q[1-4]|H[12])(?!\w)/g,
]

/** The periods that a text names, in order; of months only those with their year. */
export function periodsIn(text: string, language: string): SaidPeriod[] {
  return timesNamed(text, language).filter(({ period }) => !/^\*-\d/.test(period))
}

/** The periods that a text names, months without their year too: `*-05`. */
export function timesIn(text: string, language: string): string[] {
  return timesNamed(text, language).map(({ period }) => period)
}

function timesNamed(text: string, language: string): SaidPeriod[] {
  const written = forms.flatMap((form) =>
    [...text.matchAll(form)].map(({ 0: { length }, index: start, groups: { year = '*', part = '' } = {} }) => {
      return { start, end: start + length, period: `${year}-${part.replace('H', 'S').padStart(2, '0')}` }
    }),
  )
  const dated = datesAmong(text, readNumbers(text, language)).flatMap(({ period, ...at }) =>
    period === undefined ? [] : [{ ...at, period }],
  )
  const parts = partsNamed(text).flatMap(({ period, ...at }) =>
    period.startsWith(anyYear) ? [{ ...at, period: period.replace(anyYear, '*') }] : [],
  )
  // Of two that share words the first.
  const found: SaidPeriod[] = []
  for (const one of [...written, ...dated, ...parts])
    if (!found.some(({ start, end }) => start < one.end && one.start < end)) found.push(one)
  return found.sort((a, b) => a.start - b.start)
}

/** Whether a figure's period may be the one that is named. */
export function isSaid(said: string, period: Period): boolean {
  if (said.startsWith('*')) return period.endsWith(said.slice(1))
  return periodsOverlap(said, period)
}

/** A date's words as they say another period in the same form; undefined where they cannot: read again, they must say it. */
export function saidAnew(words: string, from: Period, to: Period, language: string): string | undefined {
  const [before, after] = [parsePeriod(from), parsePeriod(to)]
  // A day of one month may be none of another, but for the last.
  const isDay = /(?<!\d)\d{1,2}(?:st|nd|rd|th)?[ \u00a0](?:of )?\p{L}{3}|\p{L}{3,}\.? \d{1,2}(?!\d)|\d日/u.test(words)
  if (!before || !after) return undefined
  if (isDay) return dayIn(words) === before.end ? sayDayAnew(words, after.end) : undefined
  const [year, month] = [Number(before.end.slice(0, 4)), Number(before.end.slice(5, 7))]
  const [newYear, newMonth] = [Number(after.end.slice(0, 4)), Number(after.end.slice(5, 7))]
  const quarter = (of: number) => Math.ceil(of / 3)
  const said = replaceMonth(words, month, newMonth)
    .replace(/([QH])[1-4]/, (_, form: string) => `${form}${form === 'H' ? Math.ceil(newMonth / 6) : quarter(newMonth)}`)
    .replace(/\b(first|second|third|fourth)(?= quarter)/i, (word) =>
      likeCase(quarters[quarter(newMonth) - 1] ?? word, word),
    )
    .replace(/[一二三四](?=季度)/, digitsOfHan.charAt(quarter(newMonth) - 1))
    .replace(/\b(first|second)(?= half)/i, (word) => likeCase(quarters[Math.ceil(newMonth / 6) - 1] ?? word, word))
    .replace(/[上下](?=半年)/, newMonth > 6 ? '下' : '上')
    .replace(String(year), String(newYear))
  const [again, ...others] = periodsIn(said, language)
  return again && others.length === 0 && again.period === to ? said : undefined
}
