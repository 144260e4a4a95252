import type { Absence } from '../../dataset/types.ts'
import type { Place } from '../../diagnostic.ts'
import type { Claim } from '../claim/claim.ts'
import { guardNumber } from './escape.ts'

/** A stretch of filled Markdown and where it comes from. */
export interface FilledPart {
  text: string
  /** Of a template's text, the place of its first character; of what an expression printed, the expression's place. */
  place: Place
  /**
   * `template`: the author's words; `author`: those from elsewhere, escaped; `helper`: a helper's Markdown;
   * `data`: an escaped value; `gap`: nothing, after a failure; `claim`: nothing, before checked words.
   */
  by: 'template' | 'author' | 'helper' | 'data' | 'gap' | 'claim'
  /** Of what needs a figure that is not there, until what stands with it is left out. */
  absence?: Absence | undefined
  /** Of a `claim`, with the length of its words. */
  claim?: (Claim & { length: number }) | undefined
}

/** Filled Markdown that knows its way back: each offset to the template's place, through loops and partials. */
export interface Filled {
  markdown: string
  placeOf(offset: number): Place
  /** Whether the character was written by the author, in the template or another place, not by a helper. */
  isAuthored(offset: number): boolean
  /** Whether something between two offsets failed and printed nothing, so that what is missing is already reported. */
  hasGap(start: number, end: number): boolean
  /** The claims made, each with the offsets between which its words stand. */
  claims: readonly (Claim & { start: number; end: number })[]
  /** What was left out because its figures are not there, a line each. */
  leftOut: readonly string[]
  /** The template line at a place. */
  lineAt(place: Place): string | undefined
}

/** The pieces joined; `texts` are the templates by file, for the lines that diagnostics show. */
export function joinParts(
  pieces: readonly FilledPart[],
  texts: ReadonlyMap<string, string>,
  leftOut: readonly string[] = [],
): Filled {
  const joined = layPieces(pieces)
  const starts = joined.map(({ start }) => start)
  const pieceAt = (offset: number) => joined[lastNotAbove(starts, offset)]
  const gaps = joined.flatMap(({ by, start }) => (by === 'gap' ? [start] : []))
  const lines = new Map([...texts].map(([file, text]) => [file, text.split('\n')]))
  const nowhere = { file: [...texts.keys()][0] ?? '', line: 1, column: 1 }
  return {
    markdown: joined.map(({ text }) => text).join(''),
    placeOf: (offset) => {
      const piece = pieceAt(offset)
      if (!piece) return nowhere
      const { place, by, start } = piece
      return by === 'template' ? { ...place, column: place.column + offset - start } : place
    },
    isAuthored: (offset) => {
      const by = pieceAt(offset)?.by
      return by === 'template' || by === 'author'
    },
    hasGap: (start, end) => gaps.some((gap) => gap >= start && gap <= end),
    claims: joined.flatMap(({ claim, start }) => (claim ? [{ ...claim, start, end: start + claim.length }] : [])),
    leftOut,
    lineAt: ({ file, line }) => lines.get(file)?.[line - 1]?.replace(/\r$/, ''),
  }
}

/** Markdown that no template made, such as a test's: each place is its own. */
export function plainMarkdown(file: string, text: string): Filled {
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? []
  const pieces = lines.map(
    (line, index): FilledPart => ({ text: line, place: { file, line: index + 1, column: 1 }, by: 'template' }),
  )
  return joinParts(pieces, new Map([[file, text]]))
}

interface LaidPiece extends FilledPart {
  start: number
}

/** Each piece with its offset; what it prints is adjusted to the line that it lands on. */
function layPieces(pieces: readonly FilledPart[]): LaidPiece[] {
  const laid: LaidPiece[] = []
  let start = 0
  let line = ''
  pieces.forEach((piece, index) => {
    const text = piece.by === 'template' ? piece.text : fitLine(piece.text, line, pieces[index + 1]?.text ?? '')
    laid.push({ ...piece, text, start })
    start += text.length
    line = (line + text).slice((line + text).lastIndexOf('\n') + 1)
  })
  return laid
}

/** Several lines are indented as the first; a bare number at the start of a line does not become a list's. */
function fitLine(text: string, before: string, after: string): string {
  const isNumber = /^\d{1,9}$/.test(text) && /^[.)]/.test(after) && /^[\s>*+\-\d.)]*$/.test(before)
  if (isNumber) return guardNumber(text)
  return /^[ \t]*$/.test(before) ? text.replaceAll('\n', `\n${before}`) : text
}

/** The index of the last start that is not above the offset. Asked of each character, it makes no function. */
export function lastNotAbove(starts: readonly number[], offset: number): number {
  let [from, to] = [0, starts.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((starts[middle] ?? 0) > offset) to = middle
    else from = middle + 1
  }
  return Math.max(0, from - 1)
}
