import type { LocalText, Observation, Quantity, Unit } from '../../dataset/types.ts'
import { axisDigits } from '../axis-digits.ts'
import { changeDirection, type Direction } from '../change-direction.ts'
import { digitsIn, roundTo, type Scale, scaleDigits, scaleFor } from '../digits.ts'
import { intervalEnds } from '../interval-ends.ts'
import { isSaid } from '../is-said.ts'
import { isSpan, type PeriodParts, periodParts } from '../period-parts.ts'
import { getRuns } from '../runs.ts'
import type { Locale, PeriodForm, QuantityOptions } from '../types.ts'
import { englishMonths } from './months.ts'
import { englishWords } from './words.ts'

const tie = '\u00a0'
const minus = '\u2212'

/** English says 961,000 in digits and goes over to words at a million. */
const spoken: readonly Scale[] = [
  { name: 'trillion', exponent: 12 },
  { name: 'billion', exponent: 9 },
  { name: 'million', exponent: 6 },
]
const named: readonly Scale[] = [...spoken, { name: 'thousand', exponent: 3 }]

const cardinals = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
]

const placeWords = { figure: 'Figure', table: 'Table', page: 'Page' }

/** How things are said in English; `text` chooses among a text's languages. */
export function createEnglish(language: string, text: (text: LocalText) => string): Locale {
  return {
    ...englishWords,
    language,
    text,
    quantity: (quantity, unit, options) => sayQuantity(quantity, text, unit, options),
    says: (unit) => isSaid(unit, 'en'),
    scaled: sayScaled,
    scaleOf: (scale, { label }) => `${scale} ${text(label)}`,
    scales: named.map(({ name }) => name),
    interval: (quantity, unit) => sayInterval(quantity, text, unit),
    change: (change, unit) => sayChange(change, text, unit),
    changeWords,
    andRate: (change, rate) => `${change}, or ${rate}`,
    since: (change, period, type) =>
      `${change} ${type === 'flow' ? 'on' : 'since'} ${/months to /.test(period) ? 'the ' : ''}${period}`,
    axis: sayAxis,
    period: (period, form = 'long') => sayPeriod(periodParts(period), form),
    asOf: getSayAs,
    date: (isoDate) => sayPeriod(periodParts(isoDate), 'long'),
    list: sayList,
    ordinal,
    cardinal: (number) => cardinals[number] ?? String(number),
    edition: ordinal,
    editionName: (number) => `${ordinal(number)}${tie}edition`,
    editions: (numbers) => sayList(getRuns(numbers).map(({ first, last }) => sayRun(first, last))),
    paragraphs: (numbers) =>
      `${numbers.length === 1 ? 'paragraph' : 'paragraphs'}${tie}${sayList(numbers.map(String))}`,
    labelled: (label, text) => `${label}: ${text}`,
    figuresOver: (count, first, last) =>
      `${count} ${count === 1 ? 'figure' : 'figures'}, ${sayPeriodRange(first, last)}`,
    calculatedFrom: (cites) => `${englishWords.fixed.ownCalculations} from ${cites}`,
    capital: (text) => text.replace(/^[[*]*\p{Ll}/u, (start) => start.toUpperCase()),
    saidBy: (speaker) => `said by ${speaker}`,
    printedAs: (form) => `printed there as “${form}”`,
    word: (key) => englishWords.fixed[key],
    numbered: (label, number) => `${label}${tie}${number}`,
    caption: (label, number) => `${label}${tie}${number}.`,
    pageOf: (number, total) => `Page${tie}${number} of${tie}${total}`,
    places: (kind, count) => ({
      before: `${placeWords[kind]}${count === 1 ? '' : 's'}${tie}`,
      between: ', ',
      after: '',
    }),
    continued: (part) => (part === 1 ? 'continued' : `continued ${part}`),
    aside: (text, remark) => `${text} (${remark})`,
    apposed: (name, role) => `${name}, ${role}`,
    lower,
    embargoed: (date) => `Embargoed until ${date}`,
    compiled: (date) => `Compiled ${date}`,
  }
}

function sayQuantity(
  quantity: Quantity,
  text: (text: LocalText) => string,
  unit: Unit,
  { qualifier = true, unit: withUnit = false, unsigned = false }: QuantityOptions = {},
): string {
  const { negative, digits, scale } = scaleDigits(quantity.value, quantity.precision, spoken, 3)
  const number = `${negative && !unsigned ? minus : ''}${digits}${scale ? tie + scale.name : ''}`
  const isOne = digits === '1' && !scale
  const said = number + sayUnit(unit, isOne, withUnit, text)
  return qualifier && quantity.qualifier ? `${quantity.qualifier}${tie}${said}` : said
}

/** What follows the number: a per cent sign, or a name tied to it; nothing where the label says it. */
function sayUnit(unit: Unit, isOne: boolean, always: boolean, text: (text: LocalText) => string): string {
  if (unit.id === 'percent') return '%'
  if (unit.id === 'percentage-points') return `${tie}percentage ${isOne ? 'point' : 'points'}`
  if (!isSaid(unit, 'en') && !always) return ''
  return tie + text(isOne ? (unit.singular ?? unit.label) : unit.label)
}

function sayScaled({ value, precision, qualifier }: Quantity, scale: string): string | undefined {
  const found = named.find(({ name }) => name === scale)
  if (!found) return undefined
  const isNegative = roundTo(value, precision).lt(0)
  return `${qualifier ? qualifier + tie : ''}${isNegative ? minus : ''}${digitsIn(value, precision, found.exponent, 3)}`
}

function sayInterval(quantity: Quantity, text: (text: LocalText) => string, unit: Unit): string {
  const { low, high, precision } = intervalEnds(quantity)
  if (!low.isFinite() && !high.isFinite()) return englishWords.fixed.notStated
  const end = (value: typeof low) => sayQuantity({ ...quantity, value, precision }, text, unit, { qualifier: false })
  if (!high.isFinite()) return `at least ${end(low)}`
  if (!low.isFinite()) return `at most ${end(high)}`
  if (low.eq(high)) return end(low)
  const exponent = scaleFor(high, spoken)?.exponent ?? 0
  const sign = unit.id === 'percent' ? '%' : ''
  return `${low.lt(0) ? minus : ''}${digitsIn(low, precision, exponent, 3)}${sign} to ${end(high)}`
}

function sayChange(change: Observation, text: (text: LocalText) => string, unit: Unit): string {
  const amount = sayQuantity(change.quantity, text, unit, { unsigned: true })
  return changeWords(changeDirection(change), amount, change.quantity.qualifier !== undefined)
}

function changeWords(direction: Direction, amount: string, qualified: boolean): string {
  if (direction === 'flat') return englishWords.fixed.unchanged
  return `${direction}${qualified ? ' by' : ''} ${amount}`
}

function sayAxis(value: number, unit: Unit, step?: number, largest?: number): string {
  const { negative, digits, scale } = axisDigits({ value, step, largest }, spoken, 3)
  const sign = unit.id === 'percent' ? '%' : ''
  return `${negative ? minus : ''}${digits}${sign}${scale ? tie + scale.name : ''}`
}

function sayPeriod(parts: PeriodParts, form: PeriodForm): string {
  const month = (number: number) => (englishMonths[number - 1] ?? '').slice(0, form !== 'long' ? 3 : undefined)
  switch (parts.kind) {
    case 'year':
      return String(parts.year)
    case 'half':
      return form !== 'long'
        ? `H${parts.half} ${parts.year}`
        : `${parts.half === 1 ? 'first' : 'second'} half of ${parts.year}`
    case 'quarter':
      return `Q${parts.quarter} ${parts.year}`
    case 'month':
      return `${month(parts.month)} ${parts.year}`
    case 'day':
      return `${parts.day}${tie}${month(parts.month)} ${parts.year}`
    case 'week':
      return form !== 'long' ? `W${parts.week} ${parts.year}` : `week${tie}${parts.week} of ${parts.year}`
    case 'split-year':
      return parts.name
    case 'range':
      return sayRange(parts.first, parts.last, form)
    case 'ending': {
      const count = form !== 'long' ? String(parts.months) : (cardinals[parts.months] ?? String(parts.months))
      return `${count}${tie}months to ${sayPeriod(parts.last, form)}`
    }
  }
}

/** A year that both ends share is said once: January to February 2020. */
function sayRange(first: PeriodParts, last: PeriodParts, form: PeriodForm): string {
  const [start, end] = [sayPeriod(first, form), sayPeriod(last, form)]
  const isOneYear = 'year' in first && 'year' in last && first.kind !== 'year' && first.year === last.year
  const shortened = isOneYear ? start.replace(new RegExp(`(?: of)? ${first.year}$`), '') : start
  return form !== 'long' ? `${shortened}\u2013${end}` : `${shortened} to ${end}`
}

function sayPeriodRange(first: string, last: string): string {
  const start = sayPeriod(periodParts(first), 'long')
  return first === last ? start : `${start} to ${sayPeriod(periodParts(last), 'long')}`
}

function getSayAs(period: string, type: 'stock' | 'flow' | 'ratio'): string {
  const parts = periodParts(period)
  const isNamed = parts.kind === 'half' || parts.kind === 'ending'
  const said = isNamed ? `the ${sayPeriod(parts, 'long')}` : sayPeriod(parts, 'long')
  if (parts.kind === 'day' && type === 'flow') return `On ${said}`
  if (type === 'flow' || (type === 'ratio' && isSpan(parts))) return `In ${said}`
  return isSpan(parts) ? `At the end of ${said}` : `As of ${said}`
}

function sayList(items: readonly string[]): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`
}

function sayRun(first: number, last: number): string {
  return first === last ? ordinal(first) : `${ordinal(first)} to ${ordinal(last)}`
}

function ordinal(number: number): string {
  const tens = number % 100
  if (tens >= 11 && tens <= 13) return `${number}th`
  const endings: Record<number, string> = { 1: 'st', 2: 'nd', 3: 'rd' }
  return `${number}${endings[number % 10] ?? 'th'}`
}

/** A second capital or a digit marks an acronym or a name: GDP, 5G, e-Commerce stand. */
function lower(text: string): string {
  const [first = ''] = text.split(/\s/)
  return /^\p{Lu}[^\p{Lu}\d]*$/u.test(first) && first.length > 1 ? text.charAt(0).toLowerCase() + text.slice(1) : text
}
