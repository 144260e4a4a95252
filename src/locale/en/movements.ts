import type { Forms, MovementWords } from '../words/movement-words.ts'

/** The words in English. */
export const englishMovements: MovementWords = {
  verbs: {
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
}

function verb(past: string, singular: string, plural: string, participle: string, ing: string): Forms {
  return { past, present: [singular, plural], perfect: [`has ${participle}`, `have ${participle}`], ing }
}

function regular(stem: string): Forms {
  const past = stem.endsWith('e') ? `${stem}d` : `${stem}ed`
  return verb(past, `${stem}s`, stem, past, `${stem.replace(/e$/, '')}ing`)
}
