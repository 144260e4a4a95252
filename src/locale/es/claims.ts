import { createClaimWords, type Forms } from '../words/claim-words.ts'

type Pair = readonly [singular: string, plural: string]

const aumentó = verb(['aumentó', 'aumentaron'], ['aumenta', 'aumentan'], 'aumentado', 'en aumento')
const disminuyó = verb(['disminuyó', 'disminuyeron'], ['disminuye', 'disminuyen'], 'disminuido', 'en descenso')

/** The words in Spanish. */
export const spanishClaims = createClaimWords({
  movements: {
    rise: [
      verb(['subió', 'subieron'], ['sube', 'suben'], 'subido', 'subiendo'),
      verb(['bajó', 'bajaron'], ['baja', 'bajan'], 'bajado', 'bajando'),
    ],
    grow: [verb(['creció', 'crecieron'], ['crece', 'crecen'], 'crecido', 'creciendo'), disminuyó],
    increase: [aumentó, disminuyó],
    widen: [
      verb(['se amplió', 'se ampliaron'], ['se amplía', 'se amplían'], 'aumentado', 'ampliándose'),
      verb(['se redujo', 'se redujeron'], ['se reduce', 'se reducen'], 'disminuido', 'reduciéndose'),
    ],
    climb: [
      verb(['trepó', 'treparon'], ['trepa', 'trepan'], 'trepado', 'trepando'),
      verb(['cayó', 'cayeron'], ['cae', 'caen'], 'caído', 'cayendo'),
    ],
  },
  unchanged: {
    past: ['no varió', 'no variaron'],
    present: ['no varía', 'no varían'],
    perfect: ['no ha variado', 'no han variado'],
    ing: 'sin cambios',
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

function verb(past: Pair, present: Pair, participle: string, ing: string): Forms {
  return { past, present, perfect: [`ha ${participle}`, `han ${participle}`], ing }
}
