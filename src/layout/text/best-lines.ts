import type { Atom } from './text-atoms.ts'

/** A possible line: how much of the width is left, and its looks. Lengths are parts of the text's size. */
interface Candidate {
  /** Less than none where its spaces must be narrowed. */
  slack: number
  width: number
  isFirst: boolean
  isLast: boolean
  /** Between words. */
  spaces: number
  /** Other places where it is widened, between Chinese characters. */
  gaps: number
  /** One word, which may be hyphenated elsewhere. */
  isWord: boolean
  /** Its spaces are widened and narrowed. */
  justified: boolean
}

/** The spaces of justified text are narrowed by no more than this part of the size. */
const mostNarrowed = 0.05

/**
 * The breaks with the least total badness (as Knuth and Plass); a line costs 10, more than evenness can save.
 * Widths are parts of the text's size.
 */
export function bestLines(atoms: readonly Atom[], width: number, justified: boolean): Atom[][] {
  const cost = new Float64Array(atoms.length + 1).fill(Number.POSITIVE_INFINITY)
  const from = new Int32Array(atoms.length + 1)
  cost[0] = 0
  for (let end = 1; end <= atoms.length; end++) {
    let used = 0
    let spaces = 0
    let gaps = 0
    let isWord = true
    for (let start = end - 1; start >= 0; start--) {
      const atom = atoms[start]
      const last = atoms[end - 1]
      if (!atom || !last) break
      used += atom.width
      spaces += atom.spaces.inner + (start < end - 1 ? atom.spaces.trailing : 0)
      gaps += atom.gaps.inner + (start < end - 1 ? atom.gaps.after : 0)
      isWord &&= start === end - 1 || atom.hyphen !== undefined
      const slack = width - (used - last.trailing + (last.hyphen ?? 0))
      const narrowed = justified ? spaces * mostNarrowed : 0
      if (slack < -0.001 - narrowed && start < end - 1) break
      const candidate = {
        slack,
        width,
        isFirst: start === 0,
        isLast: end === atoms.length,
        spaces,
        gaps,
        isWord,
        justified,
      }
      const total = (cost[start] ?? 0) + 10 + lineCost(candidate) + hyphenCost(last, atoms[start - 1])
      if (total < (cost[end] ?? 0)) {
        cost[end] = total
        from[end] = start
      }
    }
  }
  const lines: Atom[][] = []
  for (let end = atoms.length; end > 0; end = from[end] ?? 0) lines.unshift(atoms.slice(from[end], end))
  return lines
}

/**
 * The square of the empty part; justified, the cube of how far spaces are widened, so that no line is torn apart.
 * A last line that is short, or of a lone word that is no long one, or of a character or two, costs much.
 */
function lineCost({ slack, width, isFirst, isLast, spaces, gaps, isWord, justified }: Candidate): number {
  if (isLast && slack >= 0) {
    const isLone = spaces === 0 && gaps < 3 && !(isWord && slack <= width / 2)
    return isFirst ? 0 : (slack > width * 0.8 ? 0.5 : 0) + (isLone ? 0.3 : 0)
  }
  if (!justified) return (slack / width) ** 2
  const most = slack < 0 ? spaces * mostNarrowed : Math.max(mostWidened, spaces * mostWidened + gaps * wellWidened)
  const part = Math.abs(slack) / Math.max(mostNarrowed, most)
  if (part <= 1) return 0.1 * part ** 3
  const canFill = gaps > 0 && slack > 0 && slack <= spaces * mostWidened + gaps * mostParted
  return canFill ? 0.1 * part ** 2 : (gaps > 0 ? 1 : 0.5) + (slack / width) ** 2
}

/** A hyphen costs a little, two on end more. */
function hyphenCost(last: Atom, before: Atom | undefined): number {
  if (last.hyphen === undefined) return 0
  return before?.hyphen === undefined ? 0.02 : 0.1
}

/** Spaces are widened by no more than this part of the size: past it, a ragged line looks better than a river. */
export const mostWidened = 0.5

/**
 * How far gaps between Chinese characters may widen unseen, as a part of the size.
 * Up to the other where the line cannot end elsewhere (CLREQ allows a quarter).
 */
const wellWidened = 0.1
export const mostParted = 0.25
