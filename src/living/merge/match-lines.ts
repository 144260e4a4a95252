/** A row or column of a table: its head, and what else it is known by, such as the figures in it. */
export interface Line {
  head: string
  marks: ReadonlySet<string>
}

/** What a line is known by: its marks before its head, for a head such as a date may stand over other figures a year later. */
const [byHead, byPlace, leastAlike] = [0.6, 0.05, 0.5]

/** For the index of each line its index in another table, the most alike first; what is like none is the one in its place where that is like none either. */
export function matchLines(from: readonly Line[], to: readonly Line[]): Map<number, number> {
  const pairs = new Map<number, number>()
  const taken = new Set<number>()
  const scored = from.flatMap((line, index) =>
    to.map((other, at) => ({ index, at, score: alike(line, other, index === at) })),
  )
  for (const { index, at, score } of scored.sort((a, b) => b.score - a.score)) {
    if (score < leastAlike || pairs.has(index) || taken.has(at)) continue
    pairs.set(index, at)
    taken.add(at)
  }
  from.forEach((line, index) => {
    const other = to[index]
    const isBare = line.marks.size === 0 || other?.marks.size === 0
    if (from.length !== to.length || pairs.has(index) || taken.has(index) || !other) return
    if (isBare || shared(line, other) > 0) pairs.set(index, index)
  })
  return pairs
}

function alike(a: Line, b: Line, isSamePlace: boolean): number {
  const most = Math.max(a.marks.size, b.marks.size)
  return (most === 0 ? 0 : shared(a, b) / most) + (a.head === b.head ? byHead : 0) + (isSamePlace ? byPlace : 0)
}

function shared(a: Line, b: Line): number {
  return [...a.marks].filter((mark) => b.marks.has(mark)).length
}
