import { boundingWords } from '../../dataset/figure/bounding-words.ts'
import { bareYear, daysBefore, type NumberWords, year } from '../numbers/number-words.ts'
import { countFrom, createSpoken } from '../numbers/spoken-words.ts'
import { spanishMonths, spanishShortMonths } from './months.ts'

/** From none to twenty. */
export const spanishCardinals: readonly string[] =
  'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte'.split(
    ' ',
  )

const month =
  '(?:ene(?:ro|\\.)?|feb(?:rero|\\.)?|mar(?:zo|\\.)?|abr(?:il|\\.)?|may(?:o|\\.)?|jun(?:io|\\.)?|jul(?:io|\\.)?|ago(?:sto|\\.)?|sept?(?:iembre|\\.)?|oct(?:ubre|\\.)?|nov(?:iembre|\\.)?|dic(?:iembre|\\.)?)(?![a-zá-ÿ])'
const ordinal = '(?:primer|segundo|tercer|cuarto|1\\.º|1\\.er|[2-4]\\.º|3\\.er)'
/** What a number is followed by that counts something: a plural that is no small word. */
const counted =
  '(?!(?:los|las|sus|mis|nos|más|menos|tras|unos|unas|dos|tres|seis|entonces|además|jamás|después|antes|pues|años|estos|estas|esos|esas)\\b)[a-zá-ÿ]{3,}s(?![a-zá-ÿ])'
const counting = new RegExp(`^ ${counted}`)
const scales = { cientos: 2, mil: 3, millón: 6, millones: 6, billón: 12, billones: 12 }
const scaleWords = 'cientos?|mil(?: millones)?|miles|millón|millones|billón|billones|mill\\.|M'

/** Numbers in Spanish: 1092 without a group, 10.920,5; millones up to billón, which is 10^12. */
export const spanishNumbers: NumberWords = {
  notation: { decimal: ',', group: '.', leastGrouped: 5 },
  otherGroups: ' ',
  alongside: [],
  bounds: boundingWords.es,
  scale: '\\s?(?:cientos?|mil millones|mil|miles|millón|millones|mill\\.|billón|billones)(?![a-zá-ÿ])',
  powers: { ...scales, ciento: 2, miles: 3, 'mill.': 6, 'mil millones': 9 },
  points: '\\s?(?:puntos?(?: porcentual(?:es)?| b[áa]sicos?)?|pp|p\\. ?p\\.)(?![a-zá-ÿ])',
  percent: '\\s?(?:%|por ciento(?![a-zá-ÿ]))',
  dates: [
    `${daysBefore('\\d{1,2}(?:\\.º)?', '(?:y|al|o)(?: el)?')}\\d{1,2}(?:\\.º)? de ${month}(?: del? ${year})?`,
    `${month} (?:del? )?${year}`,
    `${ordinal} (?:trimestre|semestre)(?: (?:del? )?${year})?`,
    `[TS][1-4] ${year}`,
    '\\d{1,2}[/.]\\d{1,2}[/.](?:\\d{4}|\\d\\d)(?!\\d)',
    'semana \\d{1,2}(?!\\.\\d{3})',
  ],
  bareYear: bareYear({
    before: 'en|de|del|desde|a|hasta|finales de|año|entre|y|antes de|tras|desde',
    counted,
    units: `(?:%|${scaleWords}|por ciento|puntos?|euros?|yuanes|personas)(?![a-zá-ÿ])`,
  }),
  ordinals: '(?<![\\d.,])\\d+(?:\\.?[ºª]|\\.(?:er|o|a)(?![a-zá-ÿ]))',
  labels:
    '\\b(?:figuras?|fig\\.|tablas?|cuadros?|gráficos?|páginas?|págs?\\.|pp?\\.|diapositivas?|secci(?:ón|ones)|capítulos?|párrafos?|notas?|pasos?|partes?|anexos?|n\\.º|números?|edición|recuadros?|versión) ?\\d+(?:\\.\\d+)*(?: ?\\/ ?\\d+)?(?!\\d)(?:(?:, | y | a | de |-)\\d+(?![\\d%]|[.,]\\d| ?(?:por|puntos?|[mb]il)))*',
  isNumbering: (_, after) => !counting.test(after),
  scaleStart: 'por ciento|mil|bill',
  to: ['a', 'y'],
  between: ['entre', 'y'],
  months: spanishMonths,
  shortMonths: spanishShortMonths,
  seasons: ['invierno', 'primavera', 'verano', 'otoño'],
  spoken: createSpoken({
    alone: {
      ...countFrom(11, spanishCardinals.slice(11)),
      veinticinco: 25,
      treinta: 30,
      cuarenta: 40,
      cincuenta: 50,
      sesenta: 60,
      setenta: 70,
      ochenta: 80,
      noventa: 90,
      cien: 100,
      'la mitad': 0.5,
      'un tercio': 1 / 3,
      'dos tercios': 2 / 3,
      'un cuarto': 0.25,
      'una cuarta parte': 0.25,
      'tres cuartas partes': 0.75,
      'una quinta parte': 0.2,
      'una décima parte': 0.1,
      'el doble': 2,
      'el triple': 3,
      duplicado: 2,
      triplicado: 3,
      'una docena': 12,
      'una decena': 10,
      'un centenar': 100,
      decenas: 10,
      centenares: 100,
      miles: 1000,
    },
    small: { un: 1, una: 1, uno: 1, ...countFrom(2, spanishCardinals.slice(2, 11)) },
    scales,
    measures: 'veces|de cada|personas|años|meses|semanas|días',
    percent: 'por ciento',
    points: 'puntos?(?: porcentual(?:es)?)?',
  }),
}

/** The same where decimals have a point: 1092, 10,920.5. */
export const latinAmericanNumbers: NumberWords = {
  ...spanishNumbers,
  notation: { decimal: '.', group: ',', leastGrouped: 4 },
  otherGroups: '',
}
