import { diffArrays } from 'diff'

/** A stretch of two sequences where they differ: what only the first has, and what the second has in its place. */
export interface Difference<T, U> {
  gone: T[]
  come: U[]
}

/** Where two sequences differ; an item is known again by its key. */
export function differences<T, U>(
  before: readonly T[],
  after: readonly U[],
  keyBefore: (item: T) => string,
  keyAfter: (item: U) => string,
): Difference<T, U>[] {
  const found: Difference<T, U>[] = []
  let [i, j, isOpen] = [0, 0, false]
  for (const { added, removed, count } of diffArrays(before.map(keyBefore), after.map(keyAfter))) {
    const isSame = !added && !removed
    if (!isSame && !isOpen) found.push({ gone: [], come: [] })
    isOpen = !isSame
    const part = found.at(-1)
    const [left, right] = [before.slice(i, i + (added ? 0 : count)), after.slice(j, j + (removed ? 0 : count))]
    if (isOpen) part?.gone.push(...left)
    if (isOpen) part?.come.push(...right)
    i += left.length
    j += right.length
  }
  return found
}
