import type { Forms, MovementWords } from '../words/movement-words.ts'

/** The words in French; past and perfect are one, with avoir, whose participle agrees with nothing before it. */
export const frenchMovements: MovementWords = {
  verbs: {
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
}

function verb(singular: string, plural: string, participle: string, ing: string): Forms {
  const past = [`a ${participle}`, `ont ${participle}`] as const
  return { past, present: [singular, plural], perfect: past, ing: `en ${ing}` }
}

function regular(stem: string): Forms {
  return verb(`${stem}e`, `${stem}ent`, `${stem}é`, `${stem}ant`)
}
