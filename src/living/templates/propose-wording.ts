import { createTwoFilesPatch } from 'diff'
import type { Diagnostic } from '../../diagnostic.ts'
import type { SourceText } from '../../files/source-text.ts'
import { rewordLine } from './reword-line.ts'

/** A paragraph of the present build, and what a person's wording of it says with the present figures. */
export interface Reworded {
  slide: number
  printed: string
  said: string
}

/** People's wording as a patch for a template, and a warning for each paragraph that cannot be put into it. */
export function proposeWording(
  { file, text }: Pick<SourceText, 'file' | 'text'>,
  reworded: readonly Reworded[],
): { patch: string; left: Diagnostic[] } {
  const lines = text.split('\n')
  const left: Diagnostic[] = []
  for (const { slide, printed, said } of reworded) {
    const found = lines.flatMap((line, index) => {
      const written = rewordLine(line, printed, said)
      return written === undefined || written === line ? [] : [{ index, written }]
    })
    const [only, ...others] = found
    if (only && others.length === 0) lines[only.index] = only.written
    else
      left.push({
        severity: 'warning',
        message: `slide ${slide}: not in the patch, for no one line of ${file} prints it with all its figures: ${said}`,
      })
  }
  const now = lines.join('\n')
  if (now === text) return { patch: '', left }
  const patch = createTwoFilesPatch(`a/${file}`, `b/${file}`, text, now, '', '', { context: 1 })
  return { patch: patch.replace(/^=+\n/, '').replace(/\t$/gm, ''), left }
}
