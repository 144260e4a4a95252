import type { Run, SetParagraph } from '../../../layout/types.ts'

/**
 * The runs of a paragraph with a no-break space between its last two words, where the layout has both on the last of
 * several
 * lines: PowerPoint fills each line as far as it can, and would leave the last word alone on one.
 */
export function tieLastWords({ runs, lines }: Pick<SetParagraph, 'runs' | 'lines'>): Run[] {
  const last = lines.at(-1)?.runs.map(({ text }) => text) ?? []
  if (lines.length < 2 || !last.join('').trim().includes(' ')) return [...runs]
  const at = runs.findLastIndex(({ text }, index) => lastSpace(text, index === runs.length - 1) >= 0)
  return runs.map((run, index) => (index === at ? tie(run, index === runs.length - 1) : run))
}

/** Of a paragraph's last run, the spaces at its end part no words. */
function lastSpace(text: string, isLast: boolean): number {
  return (isLast ? text.trimEnd() : text).lastIndexOf(' ')
}

function tie(run: Run, isLast: boolean): Run {
  const space = lastSpace(run.text, isLast)
  return { ...run, text: `${run.text.slice(0, space)}\u00a0${run.text.slice(space + 1)}` }
}
