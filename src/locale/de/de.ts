import type { LocalText } from '../../dataset/types.ts'
import type { Direction } from '../change-direction.ts'
import type { Scale } from '../numbers/digits.ts'
import { type NumberGrammar, sayNumbers } from '../numbers/number-grammar.ts'
import { isSpan, periodParts } from '../period-parts.ts'
import type { Locale } from '../types.ts'
import { commonForms } from '../words/common-forms.ts'
import { sayList, sayRuns } from '../words/phrases.ts'
import { createSayPeriod } from '../words/say-period.ts'
import { germanMonths, germanShortMonths } from './months.ts'
import { germanCardinals as cardinals, germanNumbers } from './numbers.ts'
import { germanWords } from './words.ts'

const tie = '\u00a0'

const spoken: readonly Scale[] = [
  { name: 'Billion', plural: 'Billionen', short: 'Bio.', exponent: 12 },
  { name: 'Milliarde', plural: 'Milliarden', short: 'Mrd.', exponent: 9 },
  { name: 'Million', plural: 'Millionen', short: 'Mio.', exponent: 6 },
]

const numbers: NumberGrammar = {
  notation: germanNumbers.notation,
  spoken,
  named: [...spoken, { name: 'Tausend', short: 'Tsd.', exponent: 3 }],
  tie,
  percent: `${tie}%`,
  points: { one: 'Prozentpunkt', many: 'Prozentpunkte' },
  isOne: (plain) => plain === '1',
  ofScale: (unit) => unit,
  qualifiers: {
    over: `mehr als${tie}`,
    'at least': `mindestens${tie}`,
    nearly: `knapp${tie}`,
    under: `weniger als${tie}`,
    'at most': `höchstens${tie}`,
    about: `rund${tie}`,
  },
  atLeast: 'mindestens ',
  atMost: 'höchstens ',
  to: ' bis ',
  scalesBoth: false,
  notStated: germanWords.fixed.notStated,
}

const placeWords = { figure: 'Abbildung', table: 'Tabelle', page: 'Seite' }
const placesWords = { figure: 'Abbildungen', table: 'Tabellen', page: 'Seiten' }

const sayPeriod = createSayPeriod({
  months: germanMonths,
  shortMonths: germanShortMonths,
  cardinals,
  half: ({ half, year }, isLong) =>
    isLong ? `${half === 1 ? 'erstes' : 'zweites'} Halbjahr ${year}` : `H${half} ${year}`,
  quarter: ({ quarter, year }, isLong) => (isLong ? `${quarter}. Quartal ${year}` : `Q${quarter} ${year}`),
  week: ({ week, year }, isLong) => `${isLong ? 'Kalenderwoche' : 'KW'}${tie}${week}/${year}`,
  month: (month, year) => `${month} ${year}`,
  day: (day, month, year) => `${day}.${tie}${month} ${year}`,
  to: 'bis',
  of: '',
  monthsTo: 'Monate bis',
})

/** How things are said in German; `text` chooses among a text's languages. */
export function createGerman(language: string, text: (text: LocalText) => string): Locale {
  const { amount, ...said } = sayNumbers(numbers, 'de', text)
  return {
    ...germanWords,
    ...said,
    ...commonForms({ fixed: germanWords.fixed, amount, changeWords, sayPeriod, cardinals }),
    language,
    text,
    andRate: (change, rate, direction) =>
      `${change} oder ${direction === 'flat' ? '' : direction === 'up' ? 'plus ' : 'minus '}${rate}`,
    since: (change, period) => `${change} gegenüber ${inDative(period)}`,
    asOf: sayAsOf,
    list: (items) => sayList(items, 'und'),
    ordinal,
    edition: ordinal,
    editionName: (number) => `${ordinal(number)}${tie}Ausgabe`,
    editions: (numbers) => sayRuns(numbers, ordinal, 'bis', 'und'),
    paragraphs: (numbers) =>
      `${numbers.length === 1 ? 'Absatz' : 'Absätze'}${tie}${sayList(numbers.map(String), 'und')}`,
    figuresOver: (count, first, last) => `${count}${tie}${count === 1 ? 'Zahl' : 'Zahlen'}, ${sayPeriods(first, last)}`,
    plainChecks: (count) =>
      count === 1
        ? 'Eine Prüfung erfolgt ohne Auftrag: einer Veränderung, Rate, eines Teils oder Anteils mit den zugrunde liegenden Zahlen.'
        : `${count} Prüfungen erfolgen ohne Auftrag: Veränderungen, Raten, Teile und Anteile stimmen mit den zugrunde liegenden Zahlen überein.`,
    calculatedFrom: (cites) => `${germanWords.fixed.ownCalculations} nach ${cites}`,
    saidBy: (speaker) => `laut ${speaker}`,
    printedAs: (form) => `dort gedruckt als „${form}“`,
    caption: (label, number) => `${label}${tie}${number}:`,
    pageOf: (number, total) => `Seite${tie}${number} von${tie}${total}`,
    places: (kind, count) => ({
      before: `${(count === 1 ? placeWords : placesWords)[kind]}${tie}`,
      between: ', ',
      after: '',
    }),
    continued: (part) => (part === 1 ? 'Fortsetzung' : `Fortsetzung ${part}`),
    // Nouns keep their capitals inside a sentence.
    lower: (text) => text,
    embargoed: (date) => `Sperrfrist bis ${date}`,
    compiled: (date) => `Zusammengestellt am ${date}`,
    released: (date) => `Veröffentlicht am ${date}`,
    nextRelease: (date) => `Nächste Ausgabe am ${date}`,
  }
}

function changeWords(direction: Direction, amount: string): string {
  if (direction === 'flat') return germanWords.fixed.unchanged
  return `${direction === 'up' ? 'plus' : 'minus'} ${amount}`
}

/** A period after gegenüber: dem ersten Halbjahr 2023, den drei Monaten bis Juni. */
function inDative(period: string): string {
  return period
    .replace(/^(erste|zweite)s Halbjahr/, 'dem $1n Halbjahr')
    .replace(/^(\d\. Quartal)/, 'dem $1')
    .replace(/^(\S+\u00a0)Monate/, 'den $1Monaten')
}

function sayPeriods(first: string, last: string): string {
  const start = sayPeriod(periodParts(first), 'long')
  return first === last ? start : `${start} bis ${sayPeriod(periodParts(last), 'long')}`
}

function sayAsOf(period: string, type: 'stock' | 'flow' | 'ratio'): string {
  const parts = periodParts(period)
  const said = sayPeriod(parts, 'long')
  const isStock = !(type === 'flow' || (type === 'ratio' && isSpan(parts)))
  switch (parts.kind) {
    case 'day':
      return `Am ${said}`
    case 'month':
      return `Im ${said}`
    case 'half':
    case 'quarter':
      return isStock ? `Ende ${said}` : inDative(said).replace(/^dem/, 'Im')
    case 'week':
      return isStock ? `Ende der ${said}` : `In der ${said}`
    case 'ending':
      return `In ${inDative(said)}`
    case 'year':
      return isStock ? `Ende ${said}` : `Im Jahr ${said}`
    default:
      return isStock ? `Ende ${said}` : `In ${said}`
  }
}

function ordinal(number: number): string {
  return `${number}.`
}
