import type { LocalText } from '../../dataset/types.ts'
import type { Direction } from '../change-direction.ts'
import type { Scale } from '../numbers/digits.ts'
import { type NumberGrammar, sayNumbers } from '../numbers/number-grammar.ts'
import { isSpan, type PeriodParts, periodParts } from '../period-parts.ts'
import type { Locale, PeriodForm } from '../types.ts'
import { commonForms } from '../words/common-forms.ts'
import { sayList, sayRuns } from '../words/phrases.ts'
import { createSayPeriod } from '../words/say-period.ts'
import { englishMonths } from './months.ts'
import { englishNumbers } from './numbers.ts'
import { englishCardinals as cardinals } from './spoken-numbers.ts'
import { englishWords } from './words.ts'

const tie = '\u00a0'

/** English says 961,000 in digits and goes over to words at a million. */
const spoken: readonly Scale[] = [
  { name: 'trillion', exponent: 12 },
  { name: 'billion', exponent: 9 },
  { name: 'million', exponent: 6 },
]

const numbers: NumberGrammar = {
  notation: englishNumbers.notation,
  spoken,
  named: [...spoken, { name: 'thousand', exponent: 3 }],
  tie,
  percent: '%',
  points: { one: 'percentage point', many: 'percentage points' },
  isOne: (plain) => plain === '1',
  ofScale: (unit) => unit,
  qualifiers: {
    over: `over${tie}`,
    'at least': `at least${tie}`,
    nearly: `nearly${tie}`,
    under: `under${tie}`,
    'at most': `at most${tie}`,
    about: `about${tie}`,
  },
  atLeast: 'at least ',
  atMost: 'at most ',
  to: ' to ',
  scalesBoth: false,
  notStated: englishWords.fixed.notStated,
}

const placeWords = { figure: 'Figure', table: 'Table', page: 'Page' }

const sayBare = createSayPeriod({
  months: englishMonths,
  shortMonths: englishMonths.map((month) => month.slice(0, 3)),
  cardinals,
  half: ({ half, year }, isLong) =>
    isLong ? `${half === 1 ? 'first' : 'second'} half of ${year}` : `H${half} ${year}`,
  quarter: ({ quarter, year }) => `Q${quarter} ${year}`,
  week: ({ week, year }, isLong) => (isLong ? `week${tie}${week} of ${year}` : `W${week} ${year}`),
  month: (month, year) => `${month} ${year}`,
  day: (day, month, year) => `${day}${tie}${month} ${year}`,
  to: 'to',
  of: 'of',
  monthsTo: 'months to',
})

/** Prose says the first half of 2025 and the three months to June 2025, heads and axes H1 2025 and Apr–Jun 2025. */
function sayPeriod(parts: PeriodParts, form: PeriodForm): string {
  const hasArticle = form === 'long' && (parts.kind === 'half' || parts.kind === 'ending')
  return `${hasArticle ? 'the ' : ''}${sayBare(parts, form)}`
}

/** How things are said in English; `text` chooses among a text's languages. */
export function createEnglish(language: string, text: (text: LocalText) => string): Locale {
  const { amount, ...said } = sayNumbers(numbers, 'en', text)
  return {
    ...englishWords,
    ...said,
    ...commonForms({ fixed: englishWords.fixed, amount, changeWords, sayPeriod, cardinals }),
    language,
    text,
    andRate: (change, rate) => `${change}, or ${rate}`,
    since: (change, period, type) => `${change} ${type === 'flow' ? 'on' : 'since'} ${period}`,
    asOf: getSayAs,
    list: (items) => sayList(items, 'and'),
    ordinal,
    edition: ordinal,
    editionName: (number) => `${ordinal(number)}${tie}edition`,
    editions: (numbers) => sayRuns(numbers, ordinal, 'to', 'and'),
    paragraphs: (numbers) =>
      `${numbers.length === 1 ? 'paragraph' : 'paragraphs'}${tie}${sayList(numbers.map(String), 'and')}`,
    figuresOver: (count, first, last) =>
      `${count} ${count === 1 ? 'figure' : 'figures'}, ${sayPeriodRange(first, last)}`,
    plainChecks: (count) =>
      count === 1
        ? 'One check is made without being asked: of a change, rate, part or share with the figures that it is made of.'
        : `${count} checks are made without being asked: changes, rates, parts and shares agree with the figures that they are made of.`,
    calculatedFrom: (cites) => `${englishWords.fixed.ownCalculations} from ${cites}`,
    saidBy: (speaker) => `said by ${speaker}`,
    printedAs: (form) => `printed there as “${form}”`,
    caption: (label, number) => `${label}${tie}${number}.`,
    pageOf: (number, total) => `Page${tie}${number} of${tie}${total}`,
    places: (kind, count) => ({
      before: `${placeWords[kind]}${count === 1 ? '' : 's'}${tie}`,
      between: ', ',
      after: '',
    }),
    continued: (part) => (part === 1 ? 'continued' : `continued ${part}`),
    embargoed: (date) => `Embargoed until ${date}`,
    compiled: (date) => `Compiled ${date}`,
    released: (date) => `Released ${date}`,
    nextRelease: (date) => `Next release ${date}`,
  }
}

function changeWords(direction: Direction, amount: string, qualified: boolean): string {
  if (direction === 'flat') return englishWords.fixed.unchanged
  return `${direction}${qualified ? ' by' : ''} ${amount}`
}

function sayPeriodRange(first: string, last: string): string {
  const start = sayPeriod(periodParts(first), 'long')
  return first === last ? start : `${start} to ${sayPeriod(periodParts(last), 'long')}`
}

function getSayAs(period: string, type: 'stock' | 'flow' | 'ratio'): string {
  const parts = periodParts(period)
  const said = sayPeriod(parts, 'long')
  if (parts.kind === 'day' && type === 'flow') return `On ${said}`
  if (type === 'flow' || (type === 'ratio' && isSpan(parts))) return `In ${said}`
  return isSpan(parts) ? `At the end of ${said}` : `As of ${said}`
}

function ordinal(number: number): string {
  const tens = number % 100
  if (tens >= 11 && tens <= 13) return `${number}th`
  const endings: Record<number, string> = { 1: 'st', 2: 'nd', 3: 'rd' }
  return `${number}${endings[number % 10] ?? 'th'}`
}
