import type { TextRun } from './text-properties.ts'

/** The runs with equal neighbours joined, as if typed: a number from the dataset is no run of its own. */
export function joinRuns(runs: readonly TextRun[]): TextRun[] {
  const joined: TextRun[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (last && isAlike(last, run)) joined[joined.length - 1] = { ...last, text: last.text + run.text }
    else joined.push(run)
  }
  return joined
}

/**
 * All of a run but its text, its origin, and its measured font and direction (PowerPoint finds its own).
 * A record, so that the compiler asks for what is added.
 */
const looks: Readonly<
  Record<Exclude<keyof TextRun, 'text' | 'observation' | 'statuses' | 'fallback' | 'superior' | 'level'>, true>
> = {
  weight: true,
  italic: true,
  dotted: true,
  color: true,
  superscript: true,
  scale: true,
  href: true,
  language: true,
  isSlideNumber: true,
}

function isAlike(a: TextRun, b: TextRun): boolean {
  for (const look in looks) if (Reflect.get(a, look) !== Reflect.get(b, look)) return false
  return true
}
