import { parsePeriod, periodEnd, periodStart, periodYear } from '../../dataset/figure/period.ts'
import type { Period } from '../../dataset/types.ts'
import { matchesIn } from '../../locale/numbers/matches.ts'
import { numberWords } from '../../locale/numbers/numbers.ts'
import { baseWords, numeralIn } from '../../locale/words/bases.ts'
import { once, recent } from '../../memory/derived.ts'
import { type NumberInText, readNumbers } from '../numbers/numbers-in-text.ts'
import { plainCharacters } from '../numbers/plain-characters.ts'

/** Which month a name or its beginning is, in any language. */
export function monthNamed(name: string): number {
  return monthsByName().get(name) ?? 0
}

/** Months by each beginning of their names, from three letters; of several that begin so, a language's first. */
const monthsByName = once(() => {
  const found = new Map<string, number>()
  for (const { months } of Object.values(numberWords)) {
    const names = months.map((month) => month.toLowerCase())
    const beginnings = names.flatMap((name) => Array.from(name).map((_, at) => name.slice(0, at + 1)))
    for (const beginning of beginnings.filter(({ length }) => length >= 3)) {
      const month = names.findIndex((name) => name.startsWith(beginning)) + 1
      found.set(beginning, Math.max(found.get(beginning) ?? 0, month))
    }
  }
  return found
})

/** The period that a date in words names: `December 2023` → 2023-12, `2023年` → 2023; undefined without a year. */
export function mentionPeriod(mention: string): Period | undefined {
  const text = plainCharacters(mention).text
  const year = /(?:1[89]|20)\d\d/.exec(text)?.[0]
  if (year === undefined) return undefined
  const words = [...text.matchAll(/\p{L}{3,}/gu)].map(([word]) => monthNamed(word.toLowerCase()))
  const month =
    words.find((one) => one > 0) ||
    Number(/(\d{1,2})月(?!.*月)/.exec(text)?.[1] ?? /^\d{4}-(\d{2})/.exec(text)?.[1] ?? 0)
  return month >= 1 && month <= 12 ? `${year}-${String(month).padStart(2, '0')}` : year
}

/** One to four in digits and in words, as they begin in each language. */
export const ordinals: readonly (readonly string[])[] = [
  ['1', 'first', 'premier', 'erste', 'primer'],
  ['2', 'second', 'deuxième', 'zweite', 'segundo'],
  ['3', 'third', 'troisième', 'dritte', 'tercer'],
  ['4', 'fourth', 'quatrième', 'vierte', 'cuarto'],
]
/** Which one an ordinal says, of four: second; 0 where it is none. */
export function getOrdinal(word: string): number {
  return ordinals.findIndex((names) => names.some((name) => word.toLowerCase().startsWith(name))) + 1
}

/** Which part of its year stands before the year: `third quarter of`, `1. Halbjahr`, `H1`. */
const partBefore =
  /(?<![a-zà-ÿ\d])(?:([QHTS])([1-4])|([1-4])([TS])|(?:(?:the|im) )?([1-4](?=[.a-zèºᵉ])|[a-zà-ÿ]+)(?:\.º|\.|ers?|[eè](?:me)?|ᵉʳ?|º|st|nde?|rd|th|[drt]o)? (quarter|trimestre|Quartal|half|semestre|Halbjahr)e?s?(?: of| del?| de l['’]année)?)[-,/ ]+$/i
const partAfter = /^第?([一二三四1-4])季度|^([上下])半年|^前(三季度|(?:\d{1,2}|[二三四五六七八九十])(?=个月))(?:个月)?/

/** What makes a month the last of several: three months to, the year to, July to, between July and. */
const monthsBefore =
  /(?<![A-Za-zÀ-ÿ\d])(?:the )?(?:(?:([A-Za-z]+|\d{1,2})[ \u00a0]months|(?<year>year)) (?:to|ending|ended)|(?:(?:[Ff]rom|[Vv]on|[Dd]e|[Dd]esde) )?(?<from>[A-Za-zÀ-ÿ]{3,})(?: (?:to|bis|à|a) |\s?[–-]\s?)|(?:[Bb]etween|[Zz]wischen|[Ee]ntre) (?<between>[A-Za-zÀ-ÿ]{3,}) (?:and|und|et|y))(?: |$)?$/
/** Words that make a year its first months or quarters: the first nine months of, in den ersten drei Quartalen. */
const monthsFirst =
  /(?<![a-zà-ÿ\d])(?:the )?\xad*(?:(?:first|ersten|premiers|primeros) ([a-zà-ÿ]+|\d{1,2}) (?:months|Monaten?|mois|meses|(quarters|Quartalen?|trimestres))|([a-zà-ÿ]+|\d{1,2}) (?:premiers|primeros) (?:mois|meses|(trimestres)))\xad*(?: of(?: the year)?| de l['’]année| des Jahres| del año| del?)? $/i

/** A financial or school year: 2024/25, 2024–25; 2011-12 is a month. */
function splitYear(said: string): Period | undefined {
  const [, first = '', mark, last = ''] = /^(\d{4})([/–-])(\d{2})$/.exec(said) ?? []
  const year = `${first}/${last}`
  const isMonth = mark === '-' && Number(last) <= 12
  return parsePeriod(year) && !isMonth ? year : undefined
}

/**
 * A date in a text, widened by the words around it to a quarter or half, or to the months that end with it:
 * `third quarter of 2025`, `three months to June 2024`.
 */
export function dateAt(text: string, { start, end, text: said }: { start: number; end: number; text: string }) {
  const year = splitYear(said) ?? mentionPeriod(said)
  if (year === undefined) return { start, end, period: year }
  if (year.includes('/')) return { start, end, period: year }
  if (year.length > 4) return monthsTo(text, { start, end, period: year }, said)
  const before = text.slice(Math.max(0, start - 40), start) + said.slice(0, said.indexOf(year))
  const [firsts = '', ahead, quarters, many = ahead, trimesters = quarters] = monthsFirst.exec(before) ?? []
  const months = countSaid(many ?? '') * (trimesters ? 3 : 1)
  if (months > 0) return { start: start + said.indexOf(year) - firsts.length, end, period: getFirst(year, months) }
  const [words = '', letter, digit, first, turned, ordinal = '', form] = partBefore.exec(before) ?? []
  const number = digit ?? first ?? getOrdinal(ordinal)
  if (Number(number) > 0) {
    const isHalf = /^[hs]/i.test(letter ?? turned ?? form ?? '')
    const from = Math.min(start, start + said.indexOf(year) - words.length)
    return { start: from, end, period: `${year}-${isHalf ? 'S' : 'Q'}${number}` }
  }
  const [after = '', quarter = '', half, monthsSaid] = partAfter.exec(text.slice(end, end + 6)) ?? []
  if (after === '') return { start, end, period: year }
  if (monthsSaid)
    return {
      start,
      end: end + after.length,
      period: getFirst(year, monthsSaid === '三季度' ? 9 : countSaid(monthsSaid)),
    }
  const part = half ? `S${'上下'.indexOf(half) + 1}` : `Q${'一二三四'.indexOf(quarter) + 1 || quarter}`
  return { start, end: end + after.length, period: `${year}-${part}` }
}

/** The dates among the numbers of a text, each with the period that it names; without one where it names no year. */
export function datesAmong(text: string, numbers: readonly NumberInText[]): ReturnType<typeof dateAt>[] {
  return numbers.flatMap((one) => (one.kind === 'date' ? [dateAt(text, one)] : []))
}

/** The dates of a text in a language (BCP 47), as `datesAmong` gives them. */
export function datesIn(text: string, language: string): ReturnType<typeof dateAt>[] {
  return datesAmong(text, readNumbers(text, language))
}

/** In Chinese: 2026年7—9月, 截至2026年9月的3个月. */
const monthsWithin = /(\d{1,2})月?[—–至到-]\d{1,2}月$/
const monthsAfter = /^的(\d{1,2}|[二三四五六九])个月/

/** The months that end with a month: so many, or from another on. */
function monthsTo(text: string, month: { start: number; end: number; period: Period }, said = '') {
  const before = monthsBefore.exec(text.slice(Math.max(0, month.start - 32), month.start))
  const [words = '', count = ''] = before ?? []
  const { year, from: first = '', between = first } = before?.groups ?? {}
  const from = monthNamed(between.toLowerCase()) || Number(monthsWithin.exec(said)?.[1] ?? 0)
  const [after = '', counted = ''] = monthsAfter.exec(text.slice(month.end, month.end + 8)) ?? []
  const span = (Number(month.period.slice(5)) - from + 12) % 12
  const months = from > 0 ? span + 1 : year ? 12 : countSaid(count || counted)
  if (months < 2) return month
  return { start: month.start - words.length, end: month.end + after.length, period: `P${months}M/${month.period}` }
}

/** The first month of a time that is named by two: from March to August 2025; undefined for other times. */
export function firstMonth(text: string, { start, end, period = '' }: ReturnType<typeof dateAt>): Period | undefined {
  const words = text
    .slice(start, end)
    .toLowerCase()
    .split(/[^\p{L}]+/u)
  const isOfTwo = period.startsWith('P') && words.slice(0, 2).some((word) => monthNamed(word) > 0)
  return isOfTwo ? periodStart(period).slice(0, 7) : undefined
}

/** The last quarter of a year counted by quarters: year ending September 2024 → 2024-Q3; other periods unchanged. */
export function lastQuarter(period: Period): Period {
  const [, year, month = ''] = /^P12M\/(\d{4})-(\d\d)$/.exec(period) ?? []
  return year && Number(month) % 3 === 0 ? `${year}-Q${Number(month) / 3}` : period
}

function getFirst(year: Period, months: number): Period {
  return `P${months}M/${year}-${String(months).padStart(2, '0')}`
}

const numerals = [
  ...Object.values(baseWords).map((words) => words.numerals),
  [...baseWords.en.numerals, 'eleven', 'twelve'],
]

function countSaid(word: string): number {
  return Number(word) || Math.max(...numerals.map((own) => numeralIn(word, own)))
}

const parts =
  /(?:(?:quarter|trimestre|Quartal|half|semestre|Halbjahr)e?s?|(?:months|Monaten?|mois|meses|quarters|Quartalen?|trimestres)(?: of the year| de l['’]année| des Jahres| del año)?)(?![a-zà-ÿ])|(?=第?[一二三四1-4]季度|[上下]半年|前(?:三季度|[\d一二三四五六七八九十]+个月))/giu
/** An ordinal that stands without what it counts: in the first, im ersten, au premier, en el primero. */
const ordinalAlone = /(?<=\b(?:[io][nf] the|from the|im|au|du|en el|del) )\p{L}+(?=[,.;:)]|$)/giu
const hasYear = /^[,.]?(?: of| del?)? ?(?:1[89]|20)\d\d/u

/** The year that parts of a year stand in where nobody says which. */
export const anyYear = '2000'

/** A part of a year, in the year of a period. */
export function inYearOf(period: Period, part: Period): Period {
  return part.replace(/\d{4}/, periodYear(period))
}

/** Quarters, halves, months and months to a month named without a year, in a given one: the second quarter, May. */
export function partsNamed(text: string, year: string = anyYear): readonly PartMention[] {
  return year === anyYear ? partsOfAnyYear(text) : partsIn(text, year)
}

type PartMention = { start: number; end: number; period: Period }

const partsOfAnyYear = recent(2000, (text) => partsIn(text, anyYear))

function partsIn(text: string, year: string): PartMention[] {
  const named = matchesIn(text, parts)
  const quarters = [...named, ...(named.length > 0 ? matchesIn(text, ordinalAlone) : [])].flatMap(
    ({ 0: word, index }) => {
      const at = index + word.length
      // More than in the first: of the halves that are named before.
      const [noun = ''] = named.findLast((one) => one.index < index && getOrdinal(word) > 0) ?? []
      const said = `${text.slice(0, at)} ${noun && `${noun} `}${year}${text.slice(at)}`
      const from = at + 1 + (noun === '' ? 0 : noun.length + 1)
      const { start, end, period } = dateAt(said, { start: from, end: from + 4, text: year })
      return period === undefined || period === year
        ? []
        : [{ start: Math.min(start, at), end: Math.max(at, end - from + at - 4), period }]
    },
  )
  const months = [...text.matchAll(/\p{L}{3,}|(?:\d{1,2}月?[—–至到-])?\d{1,2}月/gu)].flatMap(({ 0: word, index }) => {
    const month = monthWritten(word)
    const period = `${year}-${String(month).padStart(2, '0')}`
    return month > 0 ? [monthsTo(text, { start: index, end: index + word.length, period }, word)] : []
  })
  const all = [...quarters, ...months]
  const isWithin = ({ start, end }: PartMention) =>
    all.some((one) => one.start <= start && end <= one.end && end - start < one.end - one.start)
  const isDated = ({ start, end }: PartMention) =>
    hasYear.test(text.slice(end)) || /(?:1[89]|20)\d\d年?$/.test(text.slice(Math.max(0, start - 5), start))
  return all.filter((one) => !isWithin(one) && !isDated(one))
}

const week =
  /(?<![a-zà-ÿ])(?:weeks?|(?:Kalender)?wochen?|KW|semaine|semana|sem\.|S\.|W)[\s\u00a0]?(?<number>\d{1,2})(?![\d.,%]*\d|[a-zà-ÿ]|\/)|第(?<han>\d{1,2})周/giu

/** The weeks that a text names by their number and without their year, in a given one: week 46, KW 46, 第46周. */
export function weeksNamed(text: string, year: string = anyYear): { start: number; end: number; period: Period }[] {
  return matchesIn(text, week).flatMap(({ 0: said, index, groups: { number, han } = {} }) => {
    const period = `${year}-W${(number ?? han ?? '').padStart(2, '0')}`
    const end = index + said.length
    return parsePeriod(period) && !hasYear.test(text.slice(end)) ? [{ start: index, end, period }] : []
  })
}

/** The seasons that a text names, as the weather is counted by: winter is the three months to a February. */
export const seasonsNamed = recent(2000, (text): PartMention[] =>
  matchesIn(text, seasonWords()).map((match) => {
    const [said, ...groups] = match
    const season = groups.findIndex((group) => group !== undefined) % 4
    const month = String(season * 3 + 2).padStart(2, '0')
    return { start: match.index, end: match.index + said.length, period: `P3M/${anyYear}-${month}` }
  }),
)

/** A group for each season, of language after language. */
const seasonWords = once(() => {
  const all = Object.values(numberWords).flatMap(({ seasons }) => seasons.map((names) => `(${names})`))
  return new RegExp(`(?<![a-zà-ÿ])(?:${all.join('|')})(?![a-zà-ÿ])`, 'giu')
})

/** Which month a word is; in English may and march are others. */
function monthWritten(word: string): number {
  const small = word.toLowerCase()
  const named = monthNamed(small) || (word.endsWith('月') ? Number(/(\d+)月$/.exec(word)?.[1] ?? 0) : 0)
  if (named === 0) return 0
  const isName = word !== small || (numberWords.en.months ?? []).every((month) => month.toLowerCase() !== small)
  return isName ? named : 0
}

/** The last quarter, half or month that a text names without its year, in a period's year; else `--Q4`, `--03`. */
export function getPart(text: string, period?: Period): string | undefined {
  const part = partsNamed(text).findLast((one) => one.period.startsWith(`${anyYear}-`))
  return part && (period === undefined ? `-${part.period.slice(4)}` : inYearOf(period, part.period))
}

/** Whether a text names the quarter, half or months of a period without its year: the second quarter, 二季度, May. */
export function namesPart(text: string, period: Period): boolean {
  return partsNamed(text, periodYear(period)).some((one) => areSame(one.period, period))
}

/** Whether two names are of the same days: a quarter, and the three months to its last. */
export function areSame(a: Period, b: Period): boolean {
  return periodStart(a) === periodStart(b) && periodEnd(a) === periodEnd(b)
}

/** Whether the words before a date make it the base of a change, and nothing else is of that date. */
export function isComparedWith(text: string, start: number): boolean {
  // Since September 2023, when 211,200 were waiting.
  const isToldOf = /^[^,.;]{4,20}, when\b/.test(text.slice(start, start + 30))
  return !isToldOf && isBase(text, start)
}

/** Whether a change counts from a date: 2.4% more than in 2024. */
export function isBase(text: string, start: number): boolean {
  return comparesWith(text.slice(Math.max(0, start - 40), start))
}

/** Whether a date after a number is another's: 2.1 million, after 3.4 in 2024; 2.1 million; in 2024 it was 3.4. */
export function isOfOtherNumber(text: string, start: number, end: number): boolean {
  const between = text.slice(end, start)
  return (
    /[;；]/.test(between) ||
    (between.length <= 80 &&
      (/\b(?:after|from|against|compared (?:with|to)|après|contre|tras|frente a) [^;]{0,16}\d[^;,]{0,24} (?:in(?: the)?|au|en(?: el)?) ?$/i.test(
        between,
      ) ||
        /\b(?:nach|gegenüber) [^;]{0,16}\d[^;,]{0,24} $/i.test(between)))
  )
}

/** Words for the year before the one that a sentence is about. */
export const yearBeforeWords =
  /\b(?:(?:a|one) year (?:earlier|before|ago)|(?:previous|preceding|prior|last) year|year before|Vorjahr\p{L}*|ein Jahr zuvor|Jahr(?:es)? (?:davor|zuvor)|année précédente|an(?:née)? (?:plus tôt|auparavant|avant)|año (?:anterior|antes))|上年|上一年|去年|一年前/iu

/** Whether the words before a number say that another is compared with it: on the €29.1 million of 2024, nach 2,1 %. */
export function isFormer(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 40), start).replace(/(?:\b(?:the|de[nmr]|l[aeo]s) )?\p{Sc}?$/u, '')
  return comparesWith(before) || /\b(?:after|nach|après|contre|tras) $/i.test(before)
}

function comparesWith(before: string): boolean {
  return comparing.test(before) && (!/\bon\s*$/i.test(before) || moved.test(before))
}

/** What moved *on* a time or number. Members are counted on 31 December, infringements found on 86 vessels. */
const moved =
  /%|\b(?:cent|points?|more|fewer|less|higher|lower|up|down|increase|rise|rose|growth|grew|decrease|fall|fell|drop|decline|gain)\b/i

const comparing =
  /(?<![a-zà-ÿ])(?:compared (?:with|to)|from|since(?: \S+ (?:began|started) in)?|than(?: in| at)?|against|versus|over|v?on|\bsame [\w-]+(?: [\w-]+)? (?:of|in)|\bmême \S+ (?:de|en)|\bgleichen \S+|\bmismo \S+ del?|par rapport (?:à|aux?)|depuis|qu['’](?:en|aux?)|que (?:en(?: el)?|fin)|gegenüber|seit|als(?: im jahr)?|respecto (?:a|de)|frente al?|(?:más|menos|plus|moins) que|desde)\xad*(?: (?:at )?the (?:end|start|beginning) of)?\s*$|[较比从自]$/i
