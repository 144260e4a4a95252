import { type ClaimWords, createClaimWords, type MovementVerb } from '../words/claim-words.ts'

type Forms = readonly [
  past: readonly [string, string],
  present: readonly [string, string],
  perfect: string,
  ing: string,
]

const movements: Record<MovementVerb, { up: Forms; down: Forms }> = {
  rise: {
    up: [['stieg', 'stiegen'], ['steigt', 'steigen'], 'ist gestiegen', 'steigend'],
    down: [['sank', 'sanken'], ['sinkt', 'sinken'], 'ist gesunken', 'sinkend'],
  },
  grow: {
    up: [['wuchs', 'wuchsen'], ['wächst', 'wachsen'], 'ist gewachsen', 'wachsend'],
    down: [['schrumpfte', 'schrumpften'], ['schrumpft', 'schrumpfen'], 'ist geschrumpft', 'schrumpfend'],
  },
  increase: {
    up: [['stieg', 'stiegen'], ['steigt', 'steigen'], 'ist gestiegen', 'steigend'],
    down: [['fiel', 'fielen'], ['fällt', 'fallen'], 'ist gefallen', 'fallend'],
  },
  widen: {
    up: [['wuchs', 'wuchsen'], ['wächst', 'wachsen'], 'ist gewachsen', 'wachsend'],
    down: [['schrumpfte', 'schrumpften'], ['schrumpft', 'schrumpfen'], 'ist geschrumpft', 'schrumpfend'],
  },
  climb: {
    up: [['kletterte', 'kletterten'], ['klettert', 'klettern'], 'ist geklettert', 'kletternd'],
    down: [['fiel', 'fielen'], ['fällt', 'fallen'], 'ist gefallen', 'fallend'],
  },
}

/** The words in German: verbs in one piece, for a helper cannot part them around its sentence. */
export const germanClaims: ClaimWords = createClaimWords({
  movements,
  conjugate: ([past, present, perfect, ing], tense, isPlural) => {
    const form = isPlural ? 1 : 0
    switch (tense) {
      case 'past':
        return past[form]
      case 'present':
        return present[form]
      case 'perfect':
        return isPlural ? perfect.replace(/^ist/, 'sind') : perfect
      case 'ing':
        return ing
    }
  },
  unchanged: {
    past: ['blieb unverändert', 'blieben unverändert'],
    present: ['bleibt unverändert', 'bleiben unverändert'],
    perfect: ['ist unverändert geblieben', 'sind unverändert geblieben'],
    ing: ['unverändert', 'unverändert'],
  },
  compared: {
    many: ['mehr als', 'weniger als', 'so viele wie'],
    much: ['mehr als', 'weniger als', 'so viel wie'],
    high: ['höher als', 'niedriger als', 'so hoch wie'],
    large: ['größer als', 'kleiner als', 'so groß wie'],
    fast: ['schneller als', 'langsamer als', 'so schnell wie'],
  },
  portions: {
    'nearly-all': 'fast alle',
    'three-quarters': 'etwa drei Viertel',
    'two-thirds': 'etwa zwei Drittel',
    half: 'etwa die Hälfte',
    third: 'etwa ein Drittel',
    quarter: 'etwa ein Viertel',
    few: 'weniger als ein Zehntel',
    majority: 'mehr als die Hälfte',
    minority: 'weniger als die Hälfte',
  },
})
