import type { ClaimWords, MovementVerb, Tense } from '../claim-words.ts'

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
export const germanClaims: ClaimWords = {
  moved: (direction, tense, isPlural, verb) => {
    if (direction === 'flat') return unchanged(tense, isPlural)
    const [past, present, perfect, ing] = movements[verb][direction]
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
  compared: (direction, kind) => {
    const [more, less, same] = {
      many: ['mehr als', 'weniger als', 'so viele wie'],
      much: ['mehr als', 'weniger als', 'so viel wie'],
      high: ['höher als', 'niedriger als', 'so hoch wie'],
      large: ['größer als', 'kleiner als', 'so groß wie'],
      fast: ['schneller als', 'langsamer als', 'so schnell wie'],
    }[kind]
    return (direction === 'up' ? more : direction === 'down' ? less : same) ?? ''
  },
  portion: (portion) =>
    ({
      'nearly-all': 'fast alle',
      'three-quarters': 'etwa drei Viertel',
      'two-thirds': 'etwa zwei Drittel',
      half: 'etwa die Hälfte',
      third: 'etwa ein Drittel',
      quarter: 'etwa ein Viertel',
      few: 'weniger als ein Zehntel',
      majority: 'mehr als die Hälfte',
      minority: 'weniger als die Hälfte',
    })[portion],
}

function unchanged(tense: Tense, isPlural: boolean): string {
  switch (tense) {
    case 'past':
      return isPlural ? 'blieben unverändert' : 'blieb unverändert'
    case 'present':
      return isPlural ? 'bleiben unverändert' : 'bleibt unverändert'
    case 'perfect':
      return isPlural ? 'sind unverändert geblieben' : 'ist unverändert geblieben'
    case 'ing':
      return 'unverändert'
  }
}
