import type { TextRun } from './text-properties.ts'

/** The runs with neighbours of one style made one, as a person would have typed them: a number that is looked up in the dataset is no run of its own. */
export function joinRuns(runs: readonly TextRun[]): TextRun[] {
  const joined: TextRun[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (last && isAlike(last, run)) joined[joined.length - 1] = { ...last, text: last.text + run.text }
    else joined.push(run)
  }
  return joined
}

/** All that a run has beside its text, where that comes from and the font and direction that it was measured with (PowerPoint finds its own); a record, so that the compiler asks for what is added. */
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
