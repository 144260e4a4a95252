import type { Language } from '../../locale/languages.ts'
import type { Qualifier } from '../types.ts'

/** The words of a language that bound a number: before it, and after it with its unit. */
export interface BoundingWords {
  before: Readonly<Record<Qualifier, readonly string[]>>
  after: Readonly<Partial<Record<Qualifier, readonly string[]>>>
}

/** As sources print them: read in values of the dataset and in texts. */
export const boundingWords: Readonly<Record<Language, BoundingWords>> = {
  en: {
    before: {
      'at least': ['at least', 'no less than', 'no fewer than', 'not less than', 'a minimum of', '\u2265'],
      'at most': ['at most', 'up to', 'no more than', 'not more than', 'a maximum of', '\u2264'],
      over: ['over', 'just over', 'well over', 'more than', 'above', 'exceeding', 'upwards of', '>'],
      nearly: ['nearly', 'very nearly', 'almost', 'close to', 'just under', 'just short of'],
      under: ['under', 'well under', 'less than', 'fewer than', 'below', '<'],
      about: ['about', 'around', 'approximately', 'approx.', 'roughly', 'some', 'circa', 'c.', '~', '\u2248'],
    },
    after: {
      'at least': ['or more', 'or above', 'and above', 'at least'],
      'at most': ['or fewer', 'or less', 'or below', 'at most'],
    },
  },
  zh: {
    before: {
      'at least': ['至少', '最少', '不少于', '不低于', '不小于', '\u2265'],
      'at most': ['至多', '最多', '不超过', '不多于', '不高于', '不大于', '\u2264'],
      over: ['超过', '超出', '超', '逾', '突破', '多于', '高于', '大于'],
      nearly: ['接近', '将近', '近', '几近'],
      under: ['不足', '不到', '低于', '少于', '小于', '未达'],
      about: ['约为', '大约', '大概', '大致', '约', '\u2248'],
    },
    after: {
      'at least': ['及以上', '或以上', '以上'],
      'at most': ['及以下', '或以下', '以内'],
      about: ['左右'],
    },
  },
  fr: {
    before: {
      'at least': ['au moins', 'au minimum', 'pas moins de', 'pas moins d’', '\u2265'],
      'at most': ['au plus', 'au maximum', 'jusqu’à', "jusqu'à", 'pas plus de', 'pas plus d’', '\u2264'],
      over: ['plus de', 'plus d’', 'un peu plus de', 'bien plus de', 'au-dessus de', 'au-delà de', 'supérieur à', '>'],
      nearly: ['près de', 'près d’', 'presque', 'pas loin de', 'un peu moins de'],
      under: ['moins de', 'moins d’', 'au-dessous de', 'inférieur à', '<'],
      about: [
        ...['environ', 'autour de', 'à peu près', 'quelque', 'quelques', 'approximativement', 'de l’ordre de'],
        ...['~', '\u2248'],
      ],
    },
    after: {
      'at least': ['ou plus', 'au moins', 'au minimum'],
      'at most': ['ou moins', 'au plus', 'au maximum'],
      about: ['environ'],
    },
  },
  de: {
    before: {
      'at least': ['mindestens', 'wenigstens', 'nicht weniger als', '\u2265'],
      'at most': ['höchstens', 'maximal', 'bis zu', 'nicht mehr als', '\u2264'],
      over: ['mehr als', 'etwas mehr als', 'über', 'gut', 'oberhalb von', '>'],
      nearly: ['knapp', 'fast', 'beinahe', 'nahezu', 'etwas weniger als'],
      under: ['weniger als', 'unter', 'unterhalb von', '<'],
      about: ['rund', 'etwa', 'ungefähr', 'circa', 'ca.', 'zirka', 'an die', '~', '\u2248'],
    },
    after: { 'at least': ['oder mehr', 'und mehr'], 'at most': ['oder weniger'] },
  },
  es: {
    before: {
      'at least': ['al menos', 'por lo menos', 'como mínimo', 'no menos de', '\u2265'],
      'at most': ['como máximo', 'a lo sumo', 'no más de', '\u2264'],
      over: ['más de', 'algo más de', 'por encima de', 'superior a', '>'],
      nearly: ['casi', 'cerca de', 'prácticamente', 'algo menos de'],
      under: ['menos de', 'por debajo de', 'inferior a', '<'],
      about: ['unos', 'unas', 'alrededor de', 'aproximadamente', 'en torno a', '~', '\u2248'],
    },
    after: {
      'at least': ['o más', 'como mínimo', 'al menos'],
      'at most': ['o menos', 'como máximo'],
      about: ['aproximadamente'],
    },
  },
}

/** Bounding words, each with what it says; longer ones first. */
export function saidAs(words: BoundingWords['after']): (readonly [word: string, says: Qualifier])[] {
  return Object.entries(words)
    .flatMap(([says, forms]) => forms.map((form) => [form, says as Qualifier] as const))
    .toSorted(([a], [b]) => b.length - a.length)
}
