import type { Forms, MovementWords } from '../words/movement-words.ts'

type Pair = readonly [singular: string, plural: string]

const aumentó = verb(['aumentó', 'aumentaron'], ['aumenta', 'aumentan'], 'aumentado', 'en aumento')
const disminuyó = verb(['disminuyó', 'disminuyeron'], ['disminuye', 'disminuyen'], 'disminuido', 'en descenso')

/** The words in Spanish. */
export const spanishMovements: MovementWords = {
  verbs: {
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
}

function verb(past: Pair, present: Pair, participle: string, ing: string): Forms {
  return { past, present, perfect: [`ha ${participle}`, `han ${participle}`], ing }
}
