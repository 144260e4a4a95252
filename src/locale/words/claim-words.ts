import type { Direction } from '../change-direction.ts'

export const tenses = ['past', 'present', 'perfect', 'ing'] as const
/** `rose`, `rises`, `has risen`, `rising`. */
export type Tense = (typeof tenses)[number]

export const verbs = ['rise', 'grow', 'increase', 'widen', 'climb'] as const
/** A verb for upwards; its partner for downwards goes with it. */
export type MovementVerb = (typeof verbs)[number]

export const comparisonKinds = ['many', 'much', 'high', 'large', 'fast'] as const
/** What is compared: things counted, an amount, a level, a size, a speed. */
export type ComparisonKind = (typeof comparisonKinds)[number]

export const portions = [
  'nearly-all',
  'three-quarters',
  'two-thirds',
  'half',
  'third',
  'quarter',
  'few',
  'majority',
  'minority',
] as const
/** A share in words, named as the claim that it makes; the first that holds is the one to say. */
export type Portion = (typeof portions)[number]

/** Words that state a fact about figures, chosen by the figures. */
export interface ClaimWords {
  /** `rose`, `fell`, `was unchanged`; in tense and number. */
  moved(direction: Direction, tense: Tense, isPlural: boolean, verb: MovementVerb): string
  /** `more than`, `fewer than`, `as many as`: what is up, down or flat against another. */
  compared(direction: Direction, kind: ComparisonKind): string
  /** `nearly all`, `about two thirds`. */
  portion(portion: Portion): string
}

/** A verb in its tenses: one form, or those of one thing and of many. */
export type Forms = Readonly<Record<Tense, string | readonly [singular: string, plural: string]>>

/** The words of a language, as data. */
interface ClaimTable {
  movements: Readonly<Record<MovementVerb, readonly [up: Forms, down: Forms]>>
  unchanged: Forms
  compared: Readonly<Record<ComparisonKind, readonly [more: string, less: string, same: string]>>
  portions: Readonly<Record<Portion, string>>
}

/** The words that a table gives. */
export function createClaimWords({ movements, unchanged, compared, portions }: ClaimTable): ClaimWords {
  const choose = <T>(direction: Direction, [up, down, flat]: readonly [T, T, T]) => ({ up, down, flat })[direction]
  return {
    moved: (direction, tense, isPlural, verb) => {
      const form = choose(direction, [...movements[verb], unchanged])[tense]
      return typeof form === 'string' ? form : form[isPlural ? 1 : 0]
    },
    compared: (direction, kind) => choose(direction, compared[kind]),
    portion: (portion) => portions[portion],
  }
}
