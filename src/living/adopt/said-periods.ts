import { parsePeriod, periodsOverlap } from '../../dataset/figure/period.ts'
import type { Period } from '../../dataset/types.ts'
import type { TextEdit } from '../../edit/text-edit.ts'
import { elided } from '../../locale/fr/prepositions.ts'
import { getLanguage } from '../../locale/languages.ts'
import { anyYear, areSame, datesIn, ordinals, partsNamed } from '../../trust/evidence/mention-period.ts'
import { dayIn, likeCase, replaceMonth, sayDayAnew } from './said-days.ts'

/** A period named in a text; `period` has `*` for a year that is not said: `*-Q3`. */
export interface SaidPeriod {
  start: number
  end: number
  period: string
}

/** The ordinals of quarters, a list for each language. */
const quarters = [1, 2, 3, 4].map((language) => ordinals.map((names) => names[language] ?? ''))
const endings = { en: ['st', 'nd', 'rd', 'th'], fr: ['er', 'e', 'e', 'e'] }
/** A quarter's and a half's names behind an ordinal: `deuxième`, `2e`, `2.`, `2.º`. */
const nouns = [
  [4, 'quarter|trimestre|quartal'],
  [2, 'half|semestre|halbjahr'],
] as const
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
  const dated = datesIn(text, language).flatMap(({ period, ...at }) =>
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
export function isSaidPeriod(said: string, period: Period): boolean {
  if (said.startsWith('*')) return period.endsWith(said.slice(1))
  return periodsOverlap(said, period)
}

/** A date's words for another period in the same form; undefined unless they read back as that period. */
export function saidAnew(words: string, from: Period, to: Period, language: string): string | undefined {
  const [before, after] = [parsePeriod(from), parsePeriod(to)]
  // A day of one month may be none of another, but for the last.
  const isDay = /(?<!\d)\d{1,2}(?:st|nd|rd|th)?[ \u00a0](?:of )?\p{L}{3}|\p{L}{3,}\.? \d{1,2}(?!\d)|\d日/u.test(words)
  if (!before || !after) return undefined
  if (isDay || dayIn(words)) return dayIn(words) === before.end ? sayDayAnew(words, after.end, language) : undefined
  const [year, month] = [Number(before.end.slice(0, 4)), Number(before.end.slice(5, 7))]
  const [newYear, newMonth] = [Number(after.end.slice(0, 4)), Number(after.end.slice(5, 7))]
  const quarter = (of: number) => Math.ceil(of / 3)
  const moved = replaceMonth(words, month, newMonth, language)
  const [first = 0, newFirst = 0] = [before, after].map(({ start }) => Number(start.slice(5, 7)))
  // Of several months, April to June, the first too.
  const months = ['ending', 'quarter', 'half'].includes(before.form)
    ? replaceMonth(moved, first, newFirst, language)
    : moved
  const said = withOrdinals(months, newMonth)
    .replace(
      /(?<!\p{L})([QTHS])[1-4](?!\d)/u,
      (_, form: string) => `${form}${/[HS]/.test(form) ? Math.ceil(newMonth / 6) : quarter(newMonth)}`,
    )
    .replace(/[一二三四](?=季度)/, digitsOfHan.charAt(quarter(newMonth) - 1))
    .replace(/[上下](?=半年)/, newMonth > 6 ? '下' : '上')
    .replace(String(year), String(newYear))
  const [again, ...others] = periodsIn(said, language)
  return again && others.length === 0 && areSame(again.period, to) ? said : undefined
}

/** A date's edit, in French with the word before it: d’avril, de juillet. */
export function dateEdits(text: string, edit: TextEdit, language: string): TextEdit[] {
  const [before, own = ''] =
    (getLanguage(language) === 'fr' && /(?<!\p{L})(d)(?:['’]|e )$/iu.exec(text.slice(0, edit.start))) || []
  if (before === undefined) return [edit]
  const isElided = elided(edit.text).startsWith('d’')
  if (isElided !== before.endsWith(' ')) return [edit]
  return [{ start: edit.start - before.length, end: edit.start, text: `${own}${isElided ? '’' : 'e '}` }, edit]
}

/** Words with the quarter or half of a month for the one that they number: `2e trimestre`, `second half`. */
function withOrdinals(words: string, month: number): string {
  return nouns.reduce((text, [parts, noun]) => {
    const place = Math.ceil((month * parts) / 12) - 1
    const behind = `(?=\\p{L}*[.º]*[ \\u00a0](?:${noun}))`
    return text
      .replace(new RegExp(`(?<!\\p{L})(?:${quarters.flat().join('|')})${behind}`, 'iu'), (word) =>
        likeCase(quarters.find((names) => names.includes(word.toLowerCase()))?.[place] ?? word, word),
      )
      .replace(new RegExp(`(?<!\\d)[1-4](er|e|ème|st|nd|rd|th)?${behind}`, 'iu'), (_, ending?: string) => {
        const own = ending && endings[/^(?:er?|ème)$/.test(ending) ? 'fr' : 'en'][place]
        const kind = ending === 'ème' && place > 0 ? ending : own
        return `${place + 1}${kind ?? ''}`
      })
  }, words)
}
