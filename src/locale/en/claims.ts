import { createClaimWords, type Forms } from '../words/claim-words.ts'

/** The words in English. */
export const englishClaims = createClaimWords({
  movements: {
    rise: [verb('rose', 'rises', 'rise', 'risen', 'rising'), verb('fell', 'falls', 'fall', 'fallen', 'falling')],
    grow: [
      verb('grew', 'grows', 'grow', 'grown', 'growing'),
      verb('shrank', 'shrinks', 'shrink', 'shrunk', 'shrinking'),
    ],
    increase: [regular('increase'), regular('decrease')],
    widen: [regular('widen'), regular('narrow')],
    climb: [regular('climb'), verb('dropped', 'drops', 'drop', 'dropped', 'dropping')],
  },
  unchanged: {
    past: ['was unchanged', 'were unchanged'],
    present: ['is unchanged', 'are unchanged'],
    perfect: ['has not changed', 'have not changed'],
    ing: 'unchanged',
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

function verb(past: string, singular: string, plural: string, participle: string, ing: string): Forms {
  return { past, present: [singular, plural], perfect: [`has ${participle}`, `have ${participle}`], ing }
}

function regular(stem: string): Forms {
  const past = stem.endsWith('e') ? `${stem}d` : `${stem}ed`
  return verb(past, `${stem}s`, stem, past, `${stem.replace(/e$/, '')}ing`)
}
