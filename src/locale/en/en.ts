import { createLanguage } from '../create-language.ts'
import type { Scale } from '../numbers/digits.ts'
import type { NumberGrammar } from '../numbers/number-grammar.ts'
import { latinForms } from '../words/latin-forms.ts'
import { createSayAsOf, createSayPeriod, type PeriodWords } from '../words/say-period.ts'
import { englishMonths } from './months.ts'
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
  spoken,
  named: [...spoken, { name: 'thousand', exponent: 3 }],
  percent: '%',
  points: { one: 'percentage point', many: 'percentage points' },
  qualifiers: {
    over: 'over',
    'at least': 'at least',
    nearly: 'nearly',
    under: 'under',
    'at most': 'at most',
    about: 'about',
  },
  to: 'to',
}

/** Prose says the first half of 2025 and the three months to June 2025, heads and axes H1 2025 and Apr–Jun 2025. */
const periods: PeriodWords = {
  months: englishMonths,
  shortMonths: englishMonths.map((month) => month.slice(0, 3)),
  cardinals,
  half: ({ half, year }, isLong) =>
    isLong ? `the ${half === 1 ? 'first' : 'second'} half of ${year}` : `H${half} ${year}`,
  quarter: ({ quarter, year }) => `Q${quarter} ${year}`,
  week: ({ week, year }, isLong) => (isLong ? `week${tie}${week} of ${year}` : `W${week} ${year}`),
  month: (month, year) => `${month} ${year}`,
  day: (day, month, year) => `${day}${tie}${month} ${year}`,
  to: 'to',
  of: 'of',
  monthsTo: (count) => `the ${count}${tie}months to`,
}

const sayAsOf = createSayAsOf({
  day: ['As of', 'On'],
  month: ['As of', 'In'],
  other: ['At the end of', 'In'],
})

/** How things are said in English. */
export const englishLanguage = createLanguage({
  language: 'en',
  words: englishWords,
  numbers,
  sayPeriod: createSayPeriod(periods),
  regions: {
    US: { sayPeriod: createSayPeriod({ ...periods, day: (day, month, year) => `${month}${tie}${day}, ${year}` }) },
  },
  moved: (direction, amount, qualified) => `${direction}${qualified ? ' by' : ''} ${amount}`,
  asOf: sayAsOf,
  figuresOver: (count, span) => `${count} ${count === 1 ? 'figure' : 'figures'}, ${span}`,
  forms: {
    ...latinForms({
      cardinals,
      ordinal,
      to: 'to',
      and: 'and',
      paragraph: ['paragraph', 'paragraphs'],
      places: { figure: ['Figure', 'Figures'], table: ['Table', 'Tables'], page: ['Page', 'Pages'] },
    }),
    andRate: (change, rate) => `${change}, or ${rate}`,
    since: (change, period, type) => `${change} ${type === 'flow' ? 'on' : 'since'} ${period}`,
    editionName: (number) => `${ordinal(number)}${tie}edition`,
    plainChecks: (count) =>
      count === 1
        ? 'One check is made without being asked: of a change, rate, part or share with the figures that it is made of.'
        : `${count} checks are made without being asked: changes, rates, parts and shares agree with the figures that they are made of.`,
    calculatedFrom: (cites) => `${englishWords.fixed.ownCalculations} from ${cites}`,
    saidBy: (speaker) => `said by ${speaker}`,
    printedAs: (form) => `printed there as “${form}”`,
    pageOf: (number, total) => `Page${tie}${number} of${tie}${total}`,
    continued: (part) => (part === 1 ? 'continued' : `continued ${part}`),
    embargoed: (date) => `Embargoed until ${date}`,
    compiled: (date) => `Compiled ${date}`,
    released: (date) => `Released ${date}`,
    nextRelease: (date) => `Next release ${date}`,
    retrieved: (date) => `retrieved ${date}`,
  },
})

function ordinal(number: number): string {
  const tens = number % 100
  if (tens >= 11 && tens <= 13) return `${number}th`
  const endings: Record<number, string> = { 1: 'st', 2: 'nd', 3: 'rd' }
  return `${number}${endings[number % 10] ?? 'th'}`
}
