import type { Forms, MovementWords } from '../words/movement-words.ts'

type Pair = readonly [singular: string, plural: string]

const wuchs = verb(['wuchs', 'wuchsen'], ['wächst', 'wachsen'], 'gewachsen', 'wachsend')
const schrumpfte = verb(['schrumpfte', 'schrumpften'], ['schrumpft', 'schrumpfen'], 'geschrumpft', 'schrumpfend')
const stieg = verb(['stieg', 'stiegen'], ['steigt', 'steigen'], 'gestiegen', 'steigend')
const fiel = verb(['fiel', 'fielen'], ['fällt', 'fallen'], 'gefallen', 'fallend')

/** The words in German: verbs in one piece, for a helper cannot part them around its sentence. */
export const germanMovements: MovementWords = {
  verbs: {
    rise: [stieg, verb(['sank', 'sanken'], ['sinkt', 'sinken'], 'gesunken', 'sinkend')],
    grow: [wuchs, schrumpfte],
    increase: [stieg, fiel],
    widen: [wuchs, schrumpfte],
    climb: [verb(['kletterte', 'kletterten'], ['klettert', 'klettern'], 'geklettert', 'kletternd'), fiel],
  },
  unchanged: {
    past: ['blieb unverändert', 'blieben unverändert'],
    present: ['bleibt unverändert', 'bleiben unverändert'],
    perfect: ['ist unverändert geblieben', 'sind unverändert geblieben'],
    ing: 'unverändert',
  },
}

function verb(past: Pair, present: Pair, participle: string, ing: string): Forms {
  return { past, present, perfect: [`ist ${participle}`, `sind ${participle}`], ing }
}
