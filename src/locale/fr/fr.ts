import type { LocalText } from '../../dataset/types.ts'
import type { Direction } from '../change-direction.ts'
import type { Scale } from '../numbers/digits.ts'
import { type NumberGrammar, sayNumbers } from '../numbers/number-grammar.ts'
import { isSpan, periodParts } from '../period-parts.ts'
import type { Locale } from '../types.ts'
import { commonForms } from '../words/common-forms.ts'
import { sayList, sayRuns } from '../words/phrases.ts'
import { createSayPeriod } from '../words/say-period.ts'
import { frenchMonths, frenchShortMonths } from './months.ts'
import { frenchCardinals as cardinals, frenchNumbers } from './numbers.ts'
import { frenchWords } from './words.ts'

const tie = '\u00a0'

/** French goes over to words at a million, and stays with milliards: a billion (10^12) is rarely said. */
const spoken: readonly Scale[] = [
  { name: 'milliard', plural: 'milliards', short: 'Md', exponent: 9 },
  { name: 'million', plural: 'millions', short: 'M', exponent: 6 },
]

const numbers: NumberGrammar = {
  notation: frenchNumbers.notation,
  spoken,
  named: [...spoken, { name: 'millier', plural: 'milliers', exponent: 3 }],
  tie,
  percent: `${tie}%`,
  points: { one: 'point de pourcentage', many: 'points de pourcentage' },
  // Of less than two things French speaks in the singular: 1,5 million.
  isOne: (plain) => Number(plain) < 2,
  ofScale: elided,
  qualifiers: {
    over: `plus de${tie}`,
    'at least': `au moins${tie}`,
    nearly: `près de${tie}`,
    under: `moins de${tie}`,
    'at most': `au plus${tie}`,
    about: `environ${tie}`,
  },
  atLeast: 'au moins ',
  atMost: 'au plus ',
  to: ' à ',
  scalesBoth: false,
  notStated: frenchWords.fixed.notStated,
}

const quarters = ['premier', 'deuxième', 'troisième', 'quatrième']
const placeWords = { figure: 'Figure', table: 'Tableau', page: 'Page' }
const placesWords = { figure: 'Figures', table: 'Tableaux', page: 'Pages' }

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
  monthsTo: 'mois jusqu’à',
})

/** How things are said in French; `text` chooses among a text's languages. */
export function createFrench(language: string, text: (text: LocalText) => string): Locale {
  const { amount, ...said } = sayNumbers(numbers, 'fr', text)
  return {
    ...frenchWords,
    ...said,
    ...commonForms({ fixed: frenchWords.fixed, amount, changeWords, sayPeriod, cardinals }),
    language,
    text,
    andRate: (change, rate) => `${change}, soit ${rate}`,
    since: (change, period, type) =>
      `${change} ${(type === 'flow' ? 'par rapport à ' : 'depuis ') + withArticle(period)}`
        .replace(' à le ', ' au ')
        .replace(' à les ', ' aux '),
    asOf: sayAsOf,
    list: (items) => sayList(items, 'et'),
    ordinal,
    edition: ordinal,
    editionName: (number) => `${ordinal(number)}${tie}édition`,
    editions: (numbers) => sayRuns(numbers, ordinal, 'à', 'et'),
    paragraphs: (numbers) =>
      `${numbers.length === 1 ? 'paragraphe' : 'paragraphes'}${tie}${sayList(numbers.map(String), 'et')}`,
    labelled: (label, text) => `${label}${tie}: ${text}`,
    figuresOver: (count, first, last) =>
      `${count}${tie}${count < 2 ? 'chiffre' : 'chiffres'}, ${sayPeriods(first, last)}`,
    plainChecks: (count) =>
      count === 1
        ? 'Une vérification est faite sans être demandée : d’une variation, d’un taux, d’une partie ou d’une part avec les chiffres dont elle provient.'
        : `${count} vérifications sont faites sans être demandées : les variations, les taux, les parties et les parts concordent avec les chiffres dont ils proviennent.`,
    calculatedFrom: (cites) => `${frenchWords.fixed.ownCalculations} d’après ${cites}`,
    saidBy: (speaker) => `selon ${speaker}`,
    printedAs: (form) => `imprimé là sous la forme «${tie}${form}${tie}»`,
    caption: (label, number) => `${label}${tie}${number}.`,
    pageOf: (number, total) => `Page${tie}${number} sur${tie}${total}`,
    places: (kind, count) => ({
      before: `${(count === 1 ? placeWords : placesWords)[kind]}${tie}`,
      between: ', ',
      after: '',
    }),
    continued: (part) => (part === 1 ? 'suite' : `suite ${part}`),
    embargoed: (date) => `Sous embargo jusqu’au ${date}`,
    compiled: (date) => `Établi le ${date}`,
    released: (date) => `Publié le ${date}`,
    nextRelease: (date) => `Prochaine édition le ${date}`,
  }
}

/** `de personnes`, `d’euros`. */
function elided(noun: string): string {
  return /^[aeiouàâéèêëîïôûùœh]/i.test(noun) ? `d’${noun}` : `de ${noun}`
}

function changeWords(direction: Direction, amount: string): string {
  if (direction === 'flat') return frenchWords.fixed.unchanged
  return `en ${direction === 'up' ? 'hausse' : 'baisse'} ${/^environ/.test(amount) ? `d’${amount}` : `de ${amount}`}`
}

function withArticle(period: string): string {
  if (/trimestre|semestre/.test(period)) return `le ${period}`
  if (/^(?:semaine|S\.)/.test(period)) return `la ${period}`
  return /mois jusqu/.test(period) ? `les ${period}` : period
}

function sayPeriods(first: string, last: string): string {
  const start = sayPeriod(periodParts(first), 'long')
  return first === last ? start : `de ${start} à ${sayPeriod(periodParts(last), 'long')}`
}

function sayAsOf(period: string, type: 'stock' | 'flow' | 'ratio'): string {
  const parts = periodParts(period)
  const said = sayPeriod(parts, 'long')
  const isStock = !(type === 'flow' || (type === 'ratio' && isSpan(parts)))
  switch (parts.kind) {
    case 'day':
      return isStock ? `Au ${said}` : `Le ${said}`
    case 'half':
    case 'quarter':
      return isStock ? `À la fin du ${said}` : `Au ${said}`
    case 'week':
      return isStock ? `À la fin de la ${said}` : `En ${said}`
    case 'ending':
      return `Sur les ${said}`
    case 'month':
      return `En ${said}`
    default:
      return isStock ? `Fin ${said}` : `En ${said}`
  }
}

function ordinal(number: number): string {
  return number === 1 ? '1er' : `${number}e`
}
