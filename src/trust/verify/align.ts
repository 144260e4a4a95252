/** A stretch of two sequences where they differ: what only the first has, and what the second has in its place. */
export interface Difference<T, U> {
  gone: T[]
  come: U[]
}

/** Where two sequences differ, by their longest common subsequence; an item is known again by its key. */
export function differences<T, U>(
  before: readonly T[],
  after: readonly U[],
  keyBefore: (item: T) => string,
  keyAfter: (item: U) => string,
): Difference<T, U>[] {
  const [a, b] = [before.map(keyBefore), after.map(keyAfter)]
  const common = commonLengths(a, b)
  const found: Difference<T, U>[] = []
  let open: Difference<T, U> | undefined
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      open = undefined
      i += 1
      j += 1
      continue
    }
    if (!open) {
      open = { gone: [], come: [] }
      found.push(open)
    }
    const takeBefore = j >= b.length || (i < a.length && (common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0))
    if (takeBefore) open.gone.push(...before.slice(i, ++i))
    else open.come.push(...after.slice(j, ++j))
  }
  return found
}

/** For each pair of ends of the sequences, the length of what they have in common. */
function commonLengths(a: readonly string[], b: readonly string[]): number[][] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0))
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const row = lengths[i]
      const below = lengths[i + 1]
      if (row && below) row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
    }
  }
  return lengths
}
