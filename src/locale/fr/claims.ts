import type { ClaimWords, MovementVerb, Tense } from '../claim-words.ts'

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
export const frenchClaims: ClaimWords = {
  moved: (direction, tense, isPlural, verb) => {
    if (direction === 'flat') return unchanged(tense, isPlural)
    const [singular, plural, participle, ing] = movements[verb][direction]
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
  compared: (direction, kind) => {
    const [more, less, same] = {
      many: ['plus nombreux que', 'moins nombreux que', 'aussi nombreux que'],
      much: ['plus que', 'moins que', 'autant que'],
      high: ['plus élevé que', 'moins élevé que', 'aussi élevé que'],
      large: ['plus grand que', 'plus petit que', 'aussi grand que'],
      fast: ['plus vite que', 'moins vite que', 'aussi vite que'],
    }[kind]
    return (direction === 'up' ? more : direction === 'down' ? less : same) ?? ''
  },
  portion: (portion) =>
    ({
      'nearly-all': 'presque tous',
      'three-quarters': 'environ trois quarts',
      'two-thirds': 'environ deux tiers',
      half: 'environ la moitié',
      third: 'environ un tiers',
      quarter: 'environ un quart',
      few: 'moins d’un dixième',
      majority: 'plus de la moitié',
      minority: 'moins de la moitié',
    })[portion],
}

function regular(stem: string): Forms {
  return [`${stem}e`, `${stem}ent`, `${stem}é`, `${stem}ant`]
}

function unchanged(tense: Tense, isPlural: boolean): string {
  switch (tense) {
    case 'past':
    case 'perfect':
      return `${isPlural ? 'n’ont' : 'n’a'} pas changé`
    case 'present':
      return isPlural ? 'ne changent pas' : 'ne change pas'
    case 'ing':
      return 'sans changement'
  }
}
