import type { ClaimWords, MovementVerb, Tense } from '../claim-words.ts'

type Forms = readonly [past: string, singular: string, plural: string, participle: string, ing: string]

const movements: Record<MovementVerb, { up: Forms; down: Forms }> = {
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
    const [past, singular, plural, participle, ing] = movements[verb][direction]
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
