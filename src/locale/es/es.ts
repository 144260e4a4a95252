import { createLanguage } from '../create-language.ts'
import { pointedSpanish } from '../languages.ts'
import type { Scale } from '../numbers/digits.ts'
import type { NumberGrammar } from '../numbers/number-grammar.ts'
import { latinForms } from '../words/latin-forms.ts'
import { sayList } from '../words/phrases.ts'
import { createSayAsOf, createSayPeriod } from '../words/say-period.ts'
import { spanishMonths, spanishShortMonths } from './months.ts'
import { spanishCardinals as cardinals } from './numbers.ts'
import { spanishPrepositions } from './prepositions.ts'
import { pointedWords, spanishWords } from './words.ts'

const { meet, sincePeriod, untilPeriod } = spanishPrepositions

const tie = '\u00a0'

/** A thousand millions have no word that is used: 1092 millones; a billón is 10^12. */
const spoken: readonly Scale[] = [
  { name: 'billón', plural: 'billones', exponent: 12 },
  { name: 'millón', plural: 'millones', short: 'mill.', exponent: 6 },
]

const numbers: NumberGrammar = {
  spoken,
  named: [...spoken, { name: 'millar', plural: 'millares', exponent: 3 }],
  percent: `${tie}%`,
  points: { one: 'punto porcentual', many: 'puntos porcentuales' },
  ofScale: (unit) => `de ${unit}`,
  qualifiers: {
    over: 'más de',
    'at least': 'al menos',
    nearly: 'casi',
    under: 'menos de',
    'at most': 'como máximo',
    about: 'unos',
  },
  to: 'a',
}

const quarters = ['primer', 'segundo', 'tercer', 'cuarto']

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
  monthsTo: (count) => `${count}${tie}meses hasta`,
})

const sayAsOf = createSayAsOf({
  day: ['El', 'El'],
  month: ['En', 'En'],
  half: ['Al final del', 'En el'],
  quarter: ['Al final del', 'En el'],
  week: ['Al final de la', 'En la'],
  ending: ['En los', 'En los'],
  other: ['A finales de', 'En'],
})

/** How things are said in Spanish. */
export const spanishLanguage = createLanguage({
  language: 'es',
  words: spanishWords,
  numbers,
  sayPeriod,
  regions: Object.fromEntries(pointedSpanish.map((region) => [region, { words: pointedWords }])),
  moved: (direction, amount) => `${direction === 'up' ? 'aumento' : 'descenso'} de ${amount}`,
  asOf: sayAsOf,
  figuresOver: (count, span) => `${count}${tie}${count === 1 ? 'cifra' : 'cifras'}, ${span}`,
  forms: {
    ...latinForms({
      cardinals,
      ordinal: (number) => `${number}.º`,
      edition,
      to: 'a',
      and: 'y',
      paragraph: ['párrafo', 'párrafos'],
      places: { figure: ['Figura', 'Figuras'], table: ['Tabla', 'Tablas'], page: ['Página', 'Páginas'] },
    }),
    list: (items) => sayList(items, /^h?i(?!e)/i.test(items.at(-1) ?? '') ? 'e' : 'y'),
    andRate: (change, rate) => `${change}, o ${rate}`,
    meet,
    since: (change, period, type) =>
      `${change} ${type === 'flow' ? `respecto ${untilPeriod(period)}` : `desde ${sincePeriod(period)}`}`,
    editionName: (number) => `${edition(number)}${tie}edición`,
    plainChecks: (count) =>
      count === 1
        ? 'Una comprobación se hace sin pedirla: de un cambio, una tasa, una parte o una proporción con las cifras de las que procede.'
        : `${count} comprobaciones se hacen sin pedirlas: los cambios, las tasas, las partes y las proporciones concuerdan con las cifras de las que proceden.`,
    calculatedFrom: (cites) => `${spanishWords.fixed.ownCalculations} a partir de ${cites}`,
    saidBy: (speaker) => `según ${speaker}`,
    printedAs: (form) => `impreso allí como «${form}»`,
    pageOf: (number, total) => `Página${tie}${number} de${tie}${total}`,
    continued: (part) => (part === 1 ? 'continuación' : `continuación ${part}`),
    embargoed: (date) => `Embargado hasta el ${date}`,
    compiled: (date) => `Elaborado el ${date}`,
    released: (date) => `Publicado el ${date}`,
    nextRelease: (date) => `Próxima edición el ${date}`,
    retrieved: (date) => `consultado el ${date}`,
  },
})

function edition(number: number): string {
  return `${number}.ª`
}
