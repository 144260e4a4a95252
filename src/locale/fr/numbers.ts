import { boundingWords } from '../../dataset/figure/bounding-words.ts'
import { bareYear, daysBefore, type NumberWords, year } from '../numbers/number-words.ts'
import { countFrom, createSpoken } from '../numbers/spoken-words.ts'
import { frenchMonths, frenchShortMonths } from './months.ts'

/** From none to twenty. */
export const frenchCardinals: readonly string[] =
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt'.split(
    ' ',
  )

const month =
  '(?:janv(?:ier|\\.)|févr(?:ier|\\.)|mars|avr(?:il|\\.)|mai|juin|juil(?:let|\\.)|août|sept(?:embre|\\.)|oct(?:obre|\\.)|nov(?:embre|\\.)|déc(?:embre|\\.))'
const ordinal = '(?:premier|deuxième|second|troisième|quatrième|1er|2nd|[2-4](?:e|[eè]me))'
/** What a number is followed by that counts something: a plural that is no small word. */
const counted =
  '(?!(?:les|des|ses|ces|mes|nos|vos|leurs|mais|plus|sans|dans|sous|après|puis|très|tous|toutes|pas|jamais|depuis|vers|dès|lors|alors|moins|aux|deux|trois|ans)\\b)[a-zà-ÿ]{3,}[sx](?![a-zà-ÿ])'
const counting = new RegExp(`^ ${counted}`)
const scales = {
  ...{ cents: 2, cent: 2, mille: 3, million: 6, millions: 6 },
  ...{ milliard: 9, milliards: 9, billion: 12, billions: 12 },
}
const scaleWords = 'cents?|mille|milliers?|millions?|milliards?|billions?'

/** Numbers in French: 1 092 000,5 with narrow no-break spaces, milliard for 10^9. */
export const frenchNumbers: NumberWords = {
  notation: { decimal: ',', group: '\u202f', leastGrouped: 4 },
  otherGroups: ' ',
  alongside: [],
  bounds: boundingWords.fr,
  scale: `\\s?(?:${scaleWords}|Mds?|Mrds?|[Mk](?=\\s?€))(?![a-zà-ÿ])`,
  powers: { ...scales, millier: 3, milliers: 3, m: 6, k: 3, md: 9, mds: 9, mrd: 9, mrds: 9 },
  points: '\\s?(?:points?(?: de (?:pourcentage|base))?|pts?|pp)(?![a-zà-ÿ])',
  percent: '\\s?(?:%|pour ?cent(?![a-zà-ÿ]))',
  spacesMinus: true,
  dates: [
    `${daysBefore('\\d{1,2}(?:er)?', '(?:et|au|ou)(?: le)?')}\\d{1,2}(?:er)? ${month}(?: ${year})?`,
    `${month} ${year}`,
    `${ordinal} (?:trimestre|semestre)(?: (?:de (?:l[’']année )?)?${year})?`,
    `(?:[TS][1-4]|[1-4][TS])[ -]${year}`,
    `\\d{1,2}[/.]\\d{1,2}[/.](?:\\d{4}|\\d\\d)(?!\\d)`,
    '\\d{1,2} ?h(?: ?[0-5]\\d)?(?![a-zà-ÿ\\d])',
    'semaine \\d{1,2}(?! 000)',
  ],
  bareYear: bareYear({
    before: 'en|de|depuis|à|fin|début|mi|an|année|entre|et|par rapport à|dès|avant|après',
    counted,
    units: `(?:%|${scaleWords}|pour ?cent|points?|euros?|yuans?|personnes)`,
  }),
  ordinals: '(?<![\\d.,])\\d+(?:ers?|res?|ères?|nde?s?|es?|èmes?)(?![a-zà-ÿ])',
  labels:
    '(?<![a-zà-ÿ])(?:figures?|fig\\.|tableaux?|graphiques?|pages?|pp?\\.|diapositives?|sections?|chapitres?|paragraphes?|alinéas?|notes?|étapes?|parties?|annexes?|n[o°]|numéros?|édition|encadrés?|version) ?\\d+(?:\\.\\d+)*(?: ?\\/ ?\\d+)?(?!\\d)(?:(?:, | et | à | sur |-)\\d+(?![\\d%]|[.,]\\d| ?(?:pour|points?|[a-z]*illi)))*',
  isNumbering: (_, after) => !counting.test(after),
  scaleStart: 'pour ?cent|[mb]illi',
  to: ['à', 'et'],
  between: ['entre', 'et'],
  months: frenchMonths,
  shortMonths: frenchShortMonths,
  seasons: ['hiver', 'printemps', "(?<=\\b[ld][’']|\\ben |\\bcet )été", 'automne'],
  spoken: createSpoken({
    alone: {
      ...countFrom(11, frenchCardinals.slice(11)),
      trente: 30,
      quarante: 40,
      cinquante: 50,
      soixante: 60,
      'soixante-dix': 70,
      'quatre-vingt': 80,
      'quatre-vingts': 80,
      'quatre-vingt-dix': 90,
      cent: 100,
      mille: 1000,
      'la moitié': 0.5,
      'un tiers': 1 / 3,
      'deux tiers': 2 / 3,
      'un quart': 0.25,
      'trois quarts': 0.75,
      'un cinquième': 0.2,
      'un dixième': 0.1,
      'le double': 2,
      'le triple': 3,
      doubler: 2,
      doublé: 2,
      triplé: 3,
      'une dizaine': 10,
      'une douzaine': 12,
      'une vingtaine': 20,
      'une centaine': 100,
      'un millier': 1000,
      'des dizaines': 10,
      'des centaines': 100,
      'des milliers': 1000,
      'des millions': 1e6,
    },
    small: { un: 1, une: 1, ...countFrom(2, frenchCardinals.slice(2, 11)) },
    scales,
    measures: 'fois|sur|personnes|ans|années|mois|semaines|jours',
    percent: 'pour ?cent',
    points: 'points?(?: de pourcentage)?',
  }),
}
