import type { Run, SetParagraph } from '../../../layout/types.ts'

/** What ends a line in the text: a space, nothing (between Chinese characters, after a dash) or a hyphenated word. */
export type LineEnd = 'space' | 'none' | 'hyphen'

/** How each line of a paragraph ends, found along its unbroken text, so that copied text reads as written. */
export function lineEnds({ runs, lines }: Pick<SetParagraph, 'runs' | 'lines'>): LineEnd[] {
  const text = joinText(runs)
  const parts = lines.map((line) => joinText(line.runs))
  const [first = ''] = parts
  if (parts.length === 1 && first === text) return ['none']
  // The lines may be a later part of the text: the paragraph began on the page before.
  const head = first.trimEnd().replace(/[-\u2010]$/, '')
  for (let start = text.indexOf(head); start >= 0; start = text.indexOf(head, start + 1)) {
    const ends = endsFrom(text, start, parts)
    if (ends) return ends
  }
  // Where the lines say what the text does not, a space parts the words at least.
  return parts.map((_, index) => (index < parts.length - 1 ? 'space' : 'none'))
}

/** Soft hyphens say where a word may break; they are not printed. */
function joinText(runs: readonly Run[]): string {
  return runs
    .map((run) => run.text)
    .join('')
    .replaceAll('\u00ad', '')
}

/** How the lines end where they stand in the text from `start` on; undefined where they do not. */
function endsFrom(text: string, start: number, lines: readonly string[]): LineEnd[] | undefined {
  const ends: LineEnd[] = []
  let at = start
  for (const line of lines) {
    const words = line.trimEnd()
    const isWhole = text.startsWith(words, at)
    // A hyphen that the text lacks breaks a word.
    if (!isWhole && !(/[-\u2010]$/.test(words) && text.startsWith(words.slice(0, -1), at))) return undefined
    at += isWhole ? words.length : words.length - 1
    const gap = /\s*/y
    gap.lastIndex = at
    const space = gap.exec(text)?.[0] ?? ''
    at += space.length
    ends.push(!isWhole ? 'hyphen' : space && words === line ? 'space' : 'none')
  }
  return ends
}
