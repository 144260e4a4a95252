import { createLanguage } from '../create-language.ts'
import type { Scale } from '../numbers/digits.ts'
import type { NumberGrammar } from '../numbers/number-grammar.ts'
import { latinForms } from '../words/latin-forms.ts'
import { createSayAsOf, createSayPeriod, type PeriodWords } from '../words/say-period.ts'
import { austrianMonths, austrianShortMonths, germanMonths, germanShortMonths } from './months.ts'
import { germanCardinals as cardinals } from './numbers.ts'
import { austrianWords, germanWords, swissWords } from './words.ts'

const tie = '\u00a0'

const spoken: readonly Scale[] = [
  { name: 'Billion', plural: 'Billionen', short: 'Bio.', exponent: 12 },
  { name: 'Milliarde', plural: 'Milliarden', short: 'Mrd.', exponent: 9 },
  { name: 'Million', plural: 'Millionen', short: 'Mio.', exponent: 6 },
]

const numbers: NumberGrammar = {
  spoken,
  named: [...spoken, { name: 'Tausend', short: 'Tsd.', exponent: 3 }],
  percent: `${tie}%`,
  points: { one: 'Prozentpunkt', many: 'Prozentpunkte' },
  qualifiers: {
    over: 'mehr als',
    'at least': 'mindestens',
    nearly: 'knapp',
    under: 'weniger als',
    'at most': 'höchstens',
    about: 'rund',
  },
  to: 'bis',
}

const periods: PeriodWords = {
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
  monthsTo: (count) => `${count}${tie}Monate bis`,
}

const austria = {
  words: austrianWords,
  sayPeriod: createSayPeriod({ ...periods, months: austrianMonths, shortMonths: austrianShortMonths }),
}

/** As the Federal Chancellery writes: 10\u202f920,5 and 2,3%. */
const switzerland = {
  words: swissWords,
  numbers: { notation: { decimal: ',', group: '\u202f', leastGrouped: 5 }, percent: '%' },
}

const sayAsOf = createSayAsOf({
  day: ['Am', 'Am'],
  month: ['Im', 'Im'],
  half: ['Ende', 'Im'],
  quarter: ['Ende', 'Im'],
  week: ['Ende der', 'In der'],
  ending: ['In den', 'In den'],
  year: ['Ende', 'Im Jahr'],
  other: ['Ende', 'In'],
})

/** How things are said in German. */
export const germanLanguage = createLanguage({
  language: 'de',
  words: germanWords,
  numbers,
  sayPeriod: createSayPeriod(periods),
  regions: { AT: austria, CH: switzerland, LI: switzerland },
  moved: (direction, amount) => `${direction === 'up' ? 'plus' : 'minus'} ${amount}`,
  asOf: (said, kind, isStock) =>
    sayAsOf(isStock && kind !== 'ending' ? said : inDative(said).replace(/^de[mn] /, ''), kind, isStock),
  figuresOver: (count, span) => `${count}${tie}${count === 1 ? 'Zahl' : 'Zahlen'}, ${span}`,
  forms: {
    ...latinForms({
      cardinals,
      ordinal,
      to: 'bis',
      and: 'und',
      paragraph: ['Absatz', 'Absätze'],
      places: { figure: ['Abbildung', 'Abbildungen'], table: ['Tabelle', 'Tabellen'], page: ['Seite', 'Seiten'] },
    }),
    andRate: (change, rate, direction) =>
      `${change} oder ${direction === 'flat' ? '' : direction === 'up' ? 'plus ' : 'minus '}${rate}`,
    since: (change, period) => `${change} gegenüber ${inDative(period)}`,
    editionName: (number) => `${ordinal(number)}${tie}Ausgabe`,
    plainChecks: (count) =>
      count === 1
        ? 'Eine Prüfung erfolgt ohne Auftrag: einer Veränderung, Rate, eines Teils oder Anteils mit den zugrunde liegenden Zahlen.'
        : `${count} Prüfungen erfolgen ohne Auftrag: Veränderungen, Raten, Teile und Anteile stimmen mit den zugrunde liegenden Zahlen überein.`,
    calculatedFrom: (cites) => `${germanWords.fixed.ownCalculations} nach ${cites}`,
    saidBy: (speaker) => `laut ${speaker}`,
    printedAs: (form) => `dort gedruckt als „${form}“`,
    caption: (label, number) => `${label}${tie}${number}:`,
    pageOf: (number, total) => `Seite${tie}${number} von${tie}${total}`,
    continued: (part) => (part === 1 ? 'Fortsetzung' : `Fortsetzung ${part}`),
    // Nouns keep their capitals inside a sentence.
    lower: (text) => text,
    embargoed: (date) => `Sperrfrist bis ${date}`,
    compiled: (date) => `Zusammengestellt am ${date}`,
    released: (date) => `Veröffentlicht am ${date}`,
    nextRelease: (date) => `Nächste Ausgabe am ${date}`,
    retrieved: (date) => `abgerufen am ${date}`,
  },
})

/** A period after gegenüber: dem ersten Halbjahr 2023, den drei Monaten bis Juni. */
function inDative(period: string): string {
  return period
    .replace(/^(erste|zweite)s Halbjahr/, 'dem $1n Halbjahr')
    .replace(/^(\d\. Quartal)/, 'dem $1')
    .replace(/^(\S+\u00a0)Monate/, 'den $1Monaten')
}

function ordinal(number: number): string {
  return `${number}.`
}
