import { parsePeriod, periodsOverlap } from '../../dataset/figure/period.ts'
import type { Period } from '../../dataset/types.ts'
import { getLanguage } from '../../locale/languages.ts'
import { numberWords } from '../../locale/numbers/numbers.ts'
import { mentionPeriod } from '../../trust/evidence/mention-period.ts'
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

/** Forms that say more than a year and that dates in prose seldom take: quarters, halves, months in digits. */
const forms: readonly (readonly [pattern: RegExp, period: (...parts: string[]) => string])[] = [
  [
    /(?<![\w.])((?:1[89]|20)\d\d)[- /]?([QH])([1-4])(?!\d)/g,
    (year, form, number) => `${year}-${form === 'H' ? 'S' : 'Q'}${number}`,
  ],
  [
    /(?<![\w.])([QH])([1-4])[ ,/’'-]*((?:1[89]|20)\d\d)(?!\d)/g,
    (form, number, year) => `${year}-${form === 'H' ? 'S' : 'Q'}${number}`,
  ],
  [
    /\b(first|second|third|fourth) quarter(?: of)? ((?:1[89]|20)\d\d)/gi,
    (word, year) => `${year}-Q${quarters.indexOf(word.toLowerCase()) + 1}`,
  ],
  [
    /\b(first|second) half(?: of)? ((?:1[89]|20)\d\d)/gi,
    (word, year) => `${year}-S${quarters.indexOf(word.toLowerCase()) + 1}`,
  ],
  [
    /((?:1[89]|20)\d\d)年?第?([一二三四1-4])季度/g,
    (year, number) => `${year}-Q${digitsOfHan.indexOf(number) + 1 || number}`,
  ],
  [/((?:1[89]|20)\d\d)年?([上下])半年/g, (year, half) => `${year}-S${half === '上' ? 1 : 2}`],
  [/(?<![\d.,/-])((?:1[89]|20)\d\d)[-./](0[1-9]|1[0-2])(?![\d.,/-])/g, (year, month) => `${year}-${month}`],
  [/(?<![\d.,/-])(0?[1-9]|1[0-2])\/((?:1[89]|20)\d\d)(?!\d)/g, (month, year) => `${year}-${month.padStart(2, '0')}`],
  [/(?<![\w.])Q([1-4])(?![\w])/g, (number) => `*-Q${number}`],
  [/(?<![\w.])H([12])(?![\w])/g, (number) => `*-S${number}`],
  [/\b(first|second|third|fourth) quarter\b/gi, (word) => `*-Q${quarters.indexOf(word.toLowerCase()) + 1}`],
  [/第?([一二三四])季度/g, (number) => `*-Q${digitsOfHan.indexOf(number) + 1}`],
]

/** The periods that a text names, in order. */
export function periodsIn(text: string, language: string): SaidPeriod[] {
  const found: SaidPeriod[] = []
  const isFree = ({ start, end }: SaidPeriod) => !found.some((one) => one.start < end && start < one.end)
  const add = (one: SaidPeriod) => {
    if (isFree(one)) found.push(one)
  }
  for (const [pattern, toPeriod] of forms) {
    for (const match of text.matchAll(pattern)) {
      const [whole, ...parts] = match
      add({ start: match.index, end: match.index + whole.length, period: toPeriod(...parts) })
    }
  }
  for (const { kind, text: said, start, end } of readNumbers(text, language)) {
    const period = kind === 'date' ? mentionPeriod(said) : undefined
    if (period !== undefined) add({ start, end, period })
  }
  return found.sort((a, b) => a.start - b.start)
}

/** The periods that a text names, months without their year too: `*-05`. */
export function timesIn(text: string, language: string): string[] {
  const periods = periodsIn(text, language)
  const { months } = numberWords[getLanguage(language) ?? 'en']
  const alone = [...text.matchAll(/(?<!\d)(\d{1,2})月|\p{L}+/gu)].flatMap(({ 0: word, 1: number, index }) => {
    const month = Number(number ?? months.indexOf(word) + 1)
    const isInPeriod = periods.some(({ start, end }) => start <= index && index < end)
    return month > 0 && !isInPeriod ? [`*-${String(month).padStart(2, '0')}`] : []
  })
  return [...periods.map(({ period }) => period), ...alone]
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
