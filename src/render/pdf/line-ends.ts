import type { SetLine, SetParagraph } from '../../layout/types.ts'

/** What stood in the text where a line ends: a space, nothing (between Chinese characters, after a dash), or the middle of a word that was hyphenated. */
export type LineEnd = 'space' | 'none' | 'hyphen'

/** How each line of a paragraph ends, found by laying its lines along its unbroken text, so that copied text reads as it was written. */
export function lineEnds({ runs, lines }: Pick<SetParagraph, 'runs' | 'lines'>): LineEnd[] {
  const text = joinText(runs)
  const parts = lines.map((line) => joinText(line.runs))
  if (parts.length === 1 && parts[0] === text) return ['none']
  const gaps = new RegExp(parts.map(linePattern).join(''), 'u').exec(text)?.slice(1)
  return parts.map((part, index) => {
    // Where the lines say what the text does not, a space parts the words at least.
    if (!gaps) return index < parts.length - 1 ? 'space' : 'none'
    return lineEnd(part, gaps[index] ?? '')
  })
}

/** Soft hyphens say where a word may break; they are not printed. */
function joinText(runs: SetLine['runs'] | SetParagraph['runs']): string {
  return runs
    .map((run) => run.text)
    .join('')
    .replaceAll('\u00ad', '')
}

const hyphen = /[-\u2010]$/u

/** The line's words; then, captured, what follows them: the hyphen where it is the text's own, and white space. */
function linePattern(line: string): string {
  const words = line.trimEnd()
  return `${escapeRegExp(words.replace(hyphen, ''))}(${hyphen.test(words) ? '[-\\u2010]?' : ''}\\s*)`
}

function lineEnd(line: string, gap: string): LineEnd {
  if (hyphen.test(line.trimEnd()) && !/^[-\u2010]/u.test(gap)) return 'hyphen'
  return /\s$/u.test(gap) && !/\s$/u.test(line) ? 'space' : 'none'
}

function escapeRegExp(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
