import type { TextRun } from './text-body.ts'

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

const looks = ['weight', 'italic', 'color', 'superscript', 'href', 'language'] as const

function isAlike(a: TextRun, b: TextRun): boolean {
  return !a.isSlideNumber && !b.isSlideNumber && looks.every((look) => a[look] === b[look])
}
