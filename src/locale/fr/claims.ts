import { createClaimWords, type Forms } from '../words/claim-words.ts'

/** The words in French; past and perfect are one, with avoir, whose participle agrees with nothing before it. */
export const frenchClaims = createClaimWords({
  movements: {
    rise: [regular('augment'), regular('baiss')],
    grow: [verb('s’accroît', 's’accroissent', 'progressé', 'progressant'), regular('diminu')],
    increase: [regular('augment'), regular('diminu')],
    widen: [
      verb('s’élargit', 's’élargissent', 'augmenté', 's’élargissant'),
      verb('se réduit', 'se réduisent', 'diminué', 'se réduisant'),
    ],
    climb: [verb('grimpe', 'grimpent', 'grimpé', 'grimpant'), regular('recul')],
  },
  unchanged: {
    past: ['n’a pas changé', 'n’ont pas changé'],
    present: ['ne change pas', 'ne changent pas'],
    perfect: ['n’a pas changé', 'n’ont pas changé'],
    ing: 'sans changement',
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

function verb(singular: string, plural: string, participle: string, ing: string): Forms {
  const past = [`a ${participle}`, `ont ${participle}`] as const
  return { past, present: [singular, plural], perfect: past, ing: `en ${ing}` }
}

function regular(stem: string): Forms {
  return verb(`${stem}e`, `${stem}ent`, `${stem}é`, `${stem}ant`)
}
