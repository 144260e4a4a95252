export const tenses = ['past', 'present', 'perfect', 'ing'] as const
/** `rose`, `rises`, `has risen`, `rising`. */
export type Tense = (typeof tenses)[number]

export const verbs = ['rise', 'grow', 'increase', 'widen', 'climb'] as const
/** A verb for upwards; its partner for downwards goes with it. */
export type MovementVerb = (typeof verbs)[number]

/** A verb in its tenses: one form, or those of one thing and of many. */
export type Forms = Readonly<Record<Tense, string | readonly [singular: string, plural: string]>>

/** Words that say which way a figure went, chosen by the figure. */
export interface MovementWords {
  verbs: Readonly<Record<MovementVerb, readonly [up: Forms, down: Forms]>>
  unchanged: Forms
}
