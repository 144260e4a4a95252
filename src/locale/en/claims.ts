import { type ClaimWords, createClaimWords, type MovementVerb } from '../words/claim-words.ts'

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
export const englishClaims: ClaimWords = createClaimWords({
  movements,
  conjugate: ([past, singular, plural, participle, ing], tense, isPlural) => {
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
  unchanged: {
    past: ['was unchanged', 'were unchanged'],
    present: ['is unchanged', 'are unchanged'],
    perfect: ['has not changed', 'have not changed'],
    ing: ['unchanged', 'unchanged'],
  },
  compared: {
    many: ['more than', 'fewer than', 'as many as'],
    much: ['more than', 'less than', 'as much as'],
    high: ['higher than', 'lower than', 'as high as'],
    large: ['larger than', 'smaller than', 'as large as'],
    fast: ['faster than', 'slower than', 'as fast as'],
  },
  portions: {
    'nearly-all': 'nearly all',
    'three-quarters': 'about three quarters',
    'two-thirds': 'about two thirds',
    half: 'about half',
    third: 'about a third',
    quarter: 'about a quarter',
    few: 'less than a tenth',
    majority: 'more than half',
    minority: 'less than half',
  },
})

function regular(verb: string): Forms {
  const past = verb.endsWith('e') ? `${verb}d` : `${verb}ed`
  return [past, `${verb}s`, verb, past, verb.endsWith('e') ? `${verb.slice(0, -1)}ing` : `${verb}ing`]
}
