import { type ClaimWords, createClaimWords, type MovementVerb } from '../words/claim-words.ts'

type Forms = readonly [
  past: readonly [string, string],
  present: readonly [string, string],
  participle: string,
  ing: string,
]

const aument: Forms = [['aumentó', 'aumentaron'], ['aumenta', 'aumentan'], 'aumentado', 'en aumento']
const disminu: Forms = [['disminuyó', 'disminuyeron'], ['disminuye', 'disminuyen'], 'disminuido', 'en descenso']

const movements: Record<MovementVerb, { up: Forms; down: Forms }> = {
  rise: {
    up: [['subió', 'subieron'], ['sube', 'suben'], 'subido', 'subiendo'],
    down: [['bajó', 'bajaron'], ['baja', 'bajan'], 'bajado', 'bajando'],
  },
  grow: { up: [['creció', 'crecieron'], ['crece', 'crecen'], 'crecido', 'creciendo'], down: disminu },
  increase: { up: aument, down: disminu },
  widen: {
    up: [['se amplió', 'se ampliaron'], ['se amplía', 'se amplían'], 'aumentado', 'ampliándose'],
    down: [['se redujo', 'se redujeron'], ['se reduce', 'se reducen'], 'disminuido', 'reduciéndose'],
  },
  climb: {
    up: [['trepó', 'treparon'], ['trepa', 'trepan'], 'trepado', 'trepando'],
    down: [['cayó', 'cayeron'], ['cae', 'caen'], 'caído', 'cayendo'],
  },
}

/** The words in Spanish. */
export const spanishClaims: ClaimWords = createClaimWords({
  movements,
  conjugate: ([past, present, participle, ing], tense, isPlural) => {
    const form = isPlural ? 1 : 0
    switch (tense) {
      case 'past':
        return past[form]
      case 'present':
        return present[form]
      case 'perfect':
        return `${isPlural ? 'han' : 'ha'} ${participle}`
      case 'ing':
        return ing
    }
  },
  unchanged: {
    past: ['no varió', 'no variaron'],
    present: ['no varía', 'no varían'],
    perfect: ['no ha variado', 'no han variado'],
    ing: ['sin cambios', 'sin cambios'],
  },
  compared: {
    many: ['más que', 'menos que', 'tantos como'],
    much: ['más que', 'menos que', 'tanto como'],
    high: ['más alto que', 'más bajo que', 'tan alto como'],
    large: ['mayor que', 'menor que', 'tan grande como'],
    fast: ['más rápido que', 'más despacio que', 'tan rápido como'],
  },
  portions: {
    'nearly-all': 'casi todos',
    'three-quarters': 'alrededor de tres cuartas partes',
    'two-thirds': 'alrededor de dos tercios',
    half: 'alrededor de la mitad',
    third: 'alrededor de un tercio',
    quarter: 'alrededor de una cuarta parte',
    few: 'menos de una décima parte',
    majority: 'más de la mitad',
    minority: 'menos de la mitad',
  },
})
