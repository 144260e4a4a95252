import { type ClaimWords, createClaimWords, type MovementVerb } from '../words/claim-words.ts'

type Forms = readonly [singular: string, plural: string, participle: string, ing: string]

const movements: Record<MovementVerb, { up: Forms; down: Forms }> = {
  rise: { up: regular('augment'), down: regular('baiss') },
  grow: { up: ['s’accroît', 's’accroissent', 'progressé', 'progressant'], down: regular('diminu') },
  increase: { up: regular('augment'), down: regular('diminu') },
  widen: {
    up: ['s’élargit', 's’élargissent', 'augmenté', 's’élargissant'],
    down: ['se réduit', 'se réduisent', 'diminué', 'se réduisant'],
  },
  climb: { up: ['grimpe', 'grimpent', 'grimpé', 'grimpant'], down: regular('recul') },
}

/** The words in French; past and perfect are one, with avoir, whose participle agrees with nothing before it. */
export const frenchClaims: ClaimWords = createClaimWords({
  movements,
  conjugate: ([singular, plural, participle, ing], tense, isPlural) => {
    switch (tense) {
      case 'past':
      case 'perfect':
        return `${isPlural ? 'ont' : 'a'} ${participle}`
      case 'present':
        return isPlural ? plural : singular
      case 'ing':
        return `en ${ing}`
    }
  },
  unchanged: {
    past: ['n’a pas changé', 'n’ont pas changé'],
    present: ['ne change pas', 'ne changent pas'],
    perfect: ['n’a pas changé', 'n’ont pas changé'],
    ing: ['sans changement', 'sans changement'],
  },
  compared: {
    many: ['plus nombreux que', 'moins nombreux que', 'aussi nombreux que'],
    much: ['plus que', 'moins que', 'autant que'],
    high: ['plus élevé que', 'moins élevé que', 'aussi élevé que'],
    large: ['plus grand que', 'plus petit que', 'aussi grand que'],
    fast: ['plus vite que', 'moins vite que', 'aussi vite que'],
  },
  portions: {
    'nearly-all': 'presque tous',
    'three-quarters': 'environ trois quarts',
    'two-thirds': 'environ deux tiers',
    half: 'environ la moitié',
    third: 'environ un tiers',
    quarter: 'environ un quart',
    few: 'moins d’un dixième',
    majority: 'plus de la moitié',
    minority: 'moins de la moitié',
  },
})

function regular(stem: string): Forms {
  return [`${stem}e`, `${stem}ent`, `${stem}é`, `${stem}ant`]
}
