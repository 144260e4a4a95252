import type { Meaning } from './lexicon.ts'

/** Meanings of which one is false where the other is true. */
export const opposites: readonly (readonly [Meaning, Meaning])[] = [
  ['up', 'down'],
  ['more', 'less'],
  ['above', 'below'],
  ['narrower', 'wider'],
  ['better', 'worse'],
  ['record', 'lowest'],
  ['largest', 'smallest'],
  ['fastest', 'slowest'],
  ['faster', 'slower'],
  ['majority', 'minority'],
  ['majority', 'few'],
  ['all', 'few'],
  ['nearly-all', 'few'],
  ['slowed', 'gained-pace'],
  ['flat', 'up'],
  ['flat', 'down'],
  ['up', 'narrower'],
  ['down', 'wider'],
  ['deficit', 'surplus'],
]

const held: ReadonlySet<Meaning> = new Set([
  ...opposites.flat(),
  ...(['times', 'share', 'rank', 'best', 'worst', 'met', 'missed', 'alike'] as const),
])

/** Whether a word says something of figures by itself: which way they went, how they compare. */
export function isHeld(meaning: Meaning): boolean {
  return held.has(meaning)
}
