import { createLanguage } from '../create-language.ts'
import type { Scale } from '../numbers/digits.ts'
import type { NumberGrammar } from '../numbers/number-grammar.ts'
import { latinForms } from '../words/latin-forms.ts'
import { createSayAsOf, createSayPeriod } from '../words/say-period.ts'
import { frenchMonths, frenchShortMonths } from './months.ts'
import { frenchCardinals as cardinals } from './numbers.ts'
import { elided, frenchPrepositions } from './prepositions.ts'
import { frenchWords } from './words.ts'

const { meet, sincePeriod, untilPeriod } = frenchPrepositions

const tie = '\u00a0'

/** French goes over to words at a million, and stays with milliards: a billion (10^12) is rarely said. */
const spoken: readonly Scale[] = [
  { name: 'milliard', plural: 'milliards', short: 'Md', exponent: 9 },
  { name: 'million', plural: 'millions', short: 'M', exponent: 6 },
]

const numbers: NumberGrammar = {
  spoken,
  named: [...spoken, { name: 'millier', plural: 'milliers', exponent: 3 }],
  percent: `${tie}%`,
  points: { one: 'point de pourcentage', many: 'points de pourcentage' },
  // Of less than two things French speaks in the singular: 1,5 million.
  isOne: (plain) => Number(plain) < 2,
  ofScale: elided,
  qualifiers: {
    over: 'plus de',
    'at least': 'au moins',
    nearly: 'près de',
    under: 'moins de',
    'at most': 'au plus',
    about: 'environ',
  },
  to: 'à',
}

const quarters = ['premier', 'deuxième', 'troisième', 'quatrième']

const sayPeriod = createSayPeriod({
  months: frenchMonths,
  shortMonths: frenchShortMonths,
  cardinals,
  half: ({ half, year }, isLong) => (isLong ? `${quarters[half - 1]} semestre ${year}` : `S${half} ${year}`),
  quarter: ({ quarter, year }, isLong) =>
    isLong ? `${quarters[quarter - 1]} trimestre ${year}` : `T${quarter} ${year}`,
  week: ({ week, year }, isLong) => (isLong ? `semaine${tie}${week} de ${year}` : `S.${tie}${week} ${year}`),
  month: (month, year) => `${month} ${year}`,
  day: (day, month, year) => `${day === 1 ? '1er' : day}${tie}${month} ${year}`,
  to: 'à',
  of: 'de',
  monthsTo: (count) => `${count}${tie}mois jusqu’à`,
})

const sayAsOf = createSayAsOf({
  day: ['Au', 'Le'],
  half: ['À la fin du', 'Au'],
  quarter: ['À la fin du', 'Au'],
  week: ['À la fin de la', 'En'],
  ending: ['Sur les', 'Sur les'],
  month: ['En', 'En'],
  other: ['Fin', 'En'],
})

/** How things are said in French. */
export const frenchLanguage = createLanguage({
  language: 'fr',
  words: frenchWords,
  numbers,
  regions: { CH: { numbers: { percent: '%' } } },
  sayPeriod,
  moved: (direction, amount) =>
    `en ${direction === 'up' ? 'hausse' : 'baisse'} ${/^environ/.test(amount) ? `d’${amount}` : `de ${amount}`}`,
  asOf: sayAsOf,
  figuresOver: (count, span) => `${count}${tie}${count < 2 ? 'chiffre' : 'chiffres'}, ${span}`,
  forms: {
    ...latinForms({
      cardinals,
      ordinal,
      to: 'à',
      and: 'et',
      paragraph: ['paragraphe', 'paragraphes'],
      places: { figure: ['Figure', 'Figures'], table: ['Tableau', 'Tableaux'], page: ['Page', 'Pages'] },
    }),
    andRate: (change, rate) => `${change}, soit ${rate}`,
    meet,
    since: (change, period, type) =>
      `${change} ${type === 'flow' ? `par rapport ${untilPeriod(period)}` : `depuis ${sincePeriod(period)}`}`,
    editionName: (number) => `${ordinal(number)}${tie}édition`,
    labelled: (label, text) => `${label}${tie}: ${text}`,
    plainChecks: (count) =>
      count === 1
        ? 'Une vérification est faite sans être demandée : d’une variation, d’un taux, d’une partie ou d’une part avec les chiffres dont elle provient.'
        : `${count} vérifications sont faites sans être demandées : les variations, les taux, les parties et les parts concordent avec les chiffres dont ils proviennent.`,
    calculatedFrom: (cites) => `${frenchWords.fixed.ownCalculations} d’après ${cites}`,
    saidBy: (speaker) => `selon ${speaker}`,
    printedAs: (form) => `imprimé là sous la forme «${tie}${form}${tie}»`,
    pageOf: (number, total) => `Page${tie}${number} sur${tie}${total}`,
    continued: (part) => (part === 1 ? 'suite' : `suite ${part}`),
    embargoed: (date) => `Sous embargo jusqu’au ${date}`,
    compiled: (date) => `Établi le ${date}`,
    released: (date) => `Publié le ${date}`,
    nextRelease: (date) => `Prochaine édition le ${date}`,
    retrieved: (date) => `consulté le ${date}`,
  },
})

function ordinal(number: number): string {
  return number === 1 ? '1er' : `${number}e`
}
