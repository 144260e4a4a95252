import type { LocalText } from '../../dataset/types.ts'
import type { Direction } from '../change-direction.ts'
import type { Scale } from '../numbers/digits.ts'
import { type NumberGrammar, sayNumbers } from '../numbers/number-grammar.ts'
import { isSpan, periodParts } from '../period-parts.ts'
import type { Locale } from '../types.ts'
import { commonForms } from '../words/common-forms.ts'
import { sayList, sayRuns } from '../words/phrases.ts'
import { createSayPeriod } from '../words/say-period.ts'
import { spanishMonths, spanishShortMonths } from './months.ts'
import { spanishCardinals as cardinals, spanishNumbers } from './numbers.ts'
import { spanishWords } from './words.ts'

const tie = '\u00a0'

/** A thousand millions have no word that is used: 1092 millones; a billón is 10^12. */
const spoken: readonly Scale[] = [
  { name: 'billón', plural: 'billones', exponent: 12 },
  { name: 'millón', plural: 'millones', short: 'mill.', exponent: 6 },
]

const numbers: NumberGrammar = {
  notation: spanishNumbers.notation,
  spoken,
  named: [...spoken, { name: 'millar', plural: 'millares', exponent: 3 }],
  tie,
  percent: `${tie}%`,
  points: { one: 'punto porcentual', many: 'puntos porcentuales' },
  isOne: (plain) => plain === '1',
  ofScale: (unit) => `de ${unit}`,
  qualifiers: {
    over: `más de${tie}`,
    'at least': `al menos${tie}`,
    nearly: `casi${tie}`,
    under: `menos de${tie}`,
    'at most': `como máximo${tie}`,
    about: `unos${tie}`,
  },
  atLeast: 'al menos ',
  atMost: 'como máximo ',
  to: ' a ',
  scalesBoth: false,
  notStated: spanishWords.fixed.notStated,
}

const quarters = ['primer', 'segundo', 'tercer', 'cuarto']
const placeWords = { figure: 'Figura', table: 'Tabla', page: 'Página' }

const sayPeriod = createSayPeriod({
  months: spanishMonths,
  shortMonths: spanishShortMonths,
  cardinals,
  half: ({ half, year }, isLong) => (isLong ? `${quarters[half - 1]} semestre de ${year}` : `S${half} ${year}`),
  quarter: ({ quarter, year }, isLong) =>
    isLong ? `${quarters[quarter - 1]} trimestre de ${year}` : `T${quarter} ${year}`,
  week: ({ week, year }, isLong) => `${isLong ? 'semana' : 'sem.'}${tie}${week} de ${year}`,
  month: (month, year, isLong) => `${month}${isLong ? ' de' : ''} ${year}`,
  day: (day, month, year, isLong) => (isLong ? `${day} de${tie}${month} de ${year}` : `${day}${tie}${month} ${year}`),
  to: 'a',
  of: 'de',
  monthsTo: 'meses hasta',
})

/** How things are said in Spanish; `text` chooses among a text's languages. */
export function createSpanish(language: string, text: (text: LocalText) => string): Locale {
  const { amount, ...said } = sayNumbers(numbers, 'es', text)
  return {
    ...spanishWords,
    ...said,
    ...commonForms({ fixed: spanishWords.fixed, amount, changeWords, sayPeriod, cardinals }),
    language,
    text,
    andRate: (change, rate) => `${change}, o ${rate}`,
    since: (change, period, type) =>
      `${change} ${type === 'flow' ? 'respecto a' : 'desde'} ${withArticle(period)}`.replace(' a el ', ' al '),
    asOf: sayAsOf,
    list: (items) => sayList(items, /^h?i(?!e)/i.test(items.at(-1) ?? '') ? 'e' : 'y'),
    ordinal: (number) => `${number}.º`,
    edition,
    editionName: (number) => `${edition(number)}${tie}edición`,
    editions: (numbers) => sayRuns(numbers, edition, 'a', 'y'),
    paragraphs: (numbers) =>
      `${numbers.length === 1 ? 'párrafo' : 'párrafos'}${tie}${sayList(numbers.map(String), 'y')}`,
    figuresOver: (count, first, last) =>
      `${count}${tie}${count === 1 ? 'cifra' : 'cifras'}, ${sayPeriods(first, last)}`,
    plainChecks: (count) =>
      count === 1
        ? 'Una comprobación se hace sin pedirla: de un cambio, una tasa, una parte o una proporción con las cifras de las que procede.'
        : `${count} comprobaciones se hacen sin pedirlas: los cambios, las tasas, las partes y las proporciones concuerdan con las cifras de las que proceden.`,
    calculatedFrom: (cites) => `${spanishWords.fixed.ownCalculations} a partir de ${cites}`,
    saidBy: (speaker) => `según ${speaker}`,
    printedAs: (form) => `impreso allí como «${form}»`,
    caption: (label, number) => `${label}${tie}${number}.`,
    pageOf: (number, total) => `Página${tie}${number} de${tie}${total}`,
    places: (kind, count) => ({
      before: `${placeWords[kind]}${count === 1 ? '' : 's'}${tie}`,
      between: ', ',
      after: '',
    }),
    continued: (part) => (part === 1 ? 'continuación' : `continuación ${part}`),
    embargoed: (date) => `Embargado hasta el ${date}`,
    compiled: (date) => `Elaborado el ${date}`,
    released: (date) => `Publicado el ${date}`,
    nextRelease: (date) => `Próxima edición el ${date}`,
  }
}

function changeWords(direction: Direction, amount: string): string {
  if (direction === 'flat') return spanishWords.fixed.unchanged
  return `${direction === 'up' ? 'aumento' : 'descenso'} de ${amount}`
}

function withArticle(period: string): string {
  if (/trimestre|semestre/.test(period)) return `el ${period}`
  if (/^sem/.test(period)) return `la ${period}`
  return /meses hasta/.test(period) ? `los ${period}` : period
}

function sayPeriods(first: string, last: string): string {
  const start = sayPeriod(periodParts(first), 'long')
  return first === last ? start : `de ${start} a ${sayPeriod(periodParts(last), 'long')}`
}

function sayAsOf(period: string, type: 'stock' | 'flow' | 'ratio'): string {
  const parts = periodParts(period)
  const said = sayPeriod(parts, 'long')
  const isStock = !(type === 'flow' || (type === 'ratio' && isSpan(parts)))
  switch (parts.kind) {
    case 'day':
      return `El ${said}`
    case 'month':
      return `En ${said}`
    case 'half':
    case 'quarter':
      return isStock ? `Al final del ${said}` : `En el ${said}`
    case 'week':
      return isStock ? `Al final de la ${said}` : `En la ${said}`
    case 'ending':
      return `En los ${said}`
    default:
      return isStock ? `A finales de ${said}` : `En ${said}`
  }
}

function edition(number: number): string {
  return `${number}.ª`
}
