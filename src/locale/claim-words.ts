import type { Direction } from './types.ts'

export const tenses = ['past', 'present', 'perfect', 'ing'] as const
/** `rose`, `rises`, `has risen`, `rising`. */
export type Tense = (typeof tenses)[number]

export const verbs = ['rise', 'grow', 'increase', 'widen', 'climb'] as const
/** A verb for upwards; its partner for downwards goes with it. */
export type MovementVerb = (typeof verbs)[number]

export const comparisonKinds = ['many', 'much', 'high', 'large', 'fast'] as const
/** What is compared: things counted, an amount, a level, a size, a speed. */
export type ComparisonKind = (typeof comparisonKinds)[number]

export const portions = [
  'nearly-all',
  'three-quarters',
  'two-thirds',
  'half',
  'third',
  'quarter',
  'few',
  'majority',
  'minority',
] as const
/** A share in words, named as the claim that it makes; the first that holds is the one to say. */
export type Portion = (typeof portions)[number]

/** Words that state a fact about figures, chosen by the figures. */
export interface ClaimWords {
  /** `rose`, `fell`, `was unchanged`; in tense and number. */
  moved(direction: Direction, tense: Tense, isPlural: boolean, verb: MovementVerb): string
  /** `more than`, `fewer than`, `as many as`: what is up, down or flat against another. */
  compared(direction: Direction, kind: ComparisonKind): string
  /** `nearly all`, `about two thirds`. */
  portion(portion: Portion): string
}

type Forms = readonly [past: string, singular: string, plural: string, participle: string, ing: string]

const english: Record<MovementVerb, { up: Forms; down: Forms }> = {
  rise: { up: ['rose', 'rises', 'rise', 'risen', 'rising'], down: ['fell', 'falls', 'fall', 'fallen', 'falling'] },
  grow: {
    up: ['grew', 'grows', 'grow', 'grown', 'growing'],
    down: ['shrank', 'shrinks', 'shrink', 'shrunk', 'shrinking'],
  },
  increase: { up: regular('increase'), down: regular('decrease') },
  widen: { up: regular('widen'), down: regular('narrow') },
  climb: { up: regular('climb'), down: ['dropped', 'drops', 'drop', 'dropped', 'dropping'] },
}

/** The words in English. */
export const englishClaims: ClaimWords = {
  moved: (direction, tense, isPlural, verb) => {
    if (direction === 'flat') return unchanged(tense, isPlural)
    const [past, singular, plural, participle, ing] = english[verb][direction]
    switch (tense) {
      case 'past':
        return past
      case 'present':
        return isPlural ? plural : singular
      case 'perfect':
        return `${isPlural ? 'have' : 'has'} ${participle}`
      case 'ing':
        return ing
    }
  },
  compared: (direction, kind) => {
    const [more, less, same] = {
      many: ['more', 'fewer', 'many'],
      much: ['more', 'less', 'much'],
      high: ['higher', 'lower', 'high'],
      large: ['larger', 'smaller', 'large'],
      fast: ['faster', 'slower', 'fast'],
    }[kind]
    return direction === 'flat' ? `as ${same} as` : `${direction === 'up' ? more : less} than`
  },
  portion: (portion) =>
    ({
      'nearly-all': 'nearly all',
      'three-quarters': 'about three quarters',
      'two-thirds': 'about two thirds',
      half: 'about half',
      third: 'about a third',
      quarter: 'about a quarter',
      few: 'less than a tenth',
      majority: 'more than half',
      minority: 'less than half',
    })[portion],
}

/** The words in Chinese, whose verbs have neither tense nor number. */
export const chineseClaims: ClaimWords = {
  moved: (direction, _tense, _isPlural, verb) => {
    if (direction === 'flat') return '持平'
    const pairs = { rise: '上升下降', grow: '增长减少', increase: '增加减少', widen: '扩大缩小', climb: '上升下降' }
    return direction === 'up' ? pairs[verb].slice(0, 2) : pairs[verb].slice(2)
  },
  compared: (direction, kind) => {
    const [more, less, same] = {
      many: ['多于', '少于', '等于'],
      much: ['多于', '少于', '等于'],
      high: ['高于', '低于', '持平于'],
      large: ['大于', '小于', '等于'],
      fast: ['快于', '慢于', '同步于'],
    }[kind]
    return (direction === 'up' ? more : direction === 'down' ? less : same) ?? ''
  },
  portion: (portion) =>
    ({
      'nearly-all': '几乎全部',
      'three-quarters': '约四分之三',
      'two-thirds': '约三分之二',
      half: '约半数',
      third: '约三分之一',
      quarter: '约四分之一',
      few: '不到一成',
      majority: '超过半数',
      minority: '不足半数',
    })[portion],
}

function regular(verb: string): Forms {
  const past = verb.endsWith('e') ? `${verb}d` : `${verb}ed`
  return [past, `${verb}s`, verb, past, verb.endsWith('e') ? `${verb.slice(0, -1)}ing` : `${verb}ing`]
}

function unchanged(tense: Tense, isPlural: boolean): string {
  switch (tense) {
    case 'past':
      return `${isPlural ? 'were' : 'was'} unchanged`
    case 'present':
      return `${isPlural ? 'are' : 'is'} unchanged`
    case 'perfect':
      return `${isPlural ? 'have' : 'has'} not changed`
    case 'ing':
      return 'unchanged'
  }
}
