import { diffArrays } from 'diff'

/** A word, a sign or a figure of a text, or a segment that is taken as one, known again by its key. */
export interface MergeToken {
  key: string
  start: number
  end: number
}

const words = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+|[^\s]/gu

/** The words and signs of a text in order, with segments that are one token each. Spaces are none. */
export function tokenize(text: string, segments: readonly MergeToken[]): MergeToken[] {
  const sorted = [...segments].sort((a, b) => a.start - b.start)
  const tokens: MergeToken[] = []
  let at = 0
  const addWords = (end: number) => {
    for (const match of text.slice(at, end).matchAll(words)) {
      const start = at + match.index
      tokens.push({ key: match[0], start, end: start + match[0].length })
    }
  }
  for (const { start, end, key } of sorted) {
    addWords(start)
    tokens.push({ key, start, end })
    at = end
  }
  addWords(text.length)
  return tokens
}

/** The tokens that two texts have in common, in order: for the index of one the index of the other. */
export function commonTokens(a: readonly MergeToken[], b: readonly MergeToken[]): Map<number, number> {
  const pairs = new Map<number, number>()
  let [i, j] = [0, 0]
  for (const { value, added, removed } of diffArrays(
    a.map(({ key }) => key),
    b.map(({ key }) => key),
  )) {
    if (added) j += value.length
    else if (removed) i += value.length
    else for (let count = 0; count < value.length; count++) pairs.set(i++, j++)
  }
  return pairs
}
