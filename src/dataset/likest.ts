/** The one that is most like, the first of equals; what is less like than `least` is another. */
export function likest<T>(others: Iterable<T>, likeness: (other: T) => number, least: number): T | undefined {
  let [best, most]: [T | undefined, number] = [undefined, -1]
  for (const other of others) {
    const here = likeness(other)
    if (here < least || here <= most) continue
    best = other
    most = here
  }
  return best
}

/** Each with the one of its others that it is like, the likest of all first; none has two. */
export function likestPairs<A, B>(
  ones: readonly A[],
  othersOf: (one: A) => readonly B[],
  likeness: (one: A, other: B) => number,
  least: number,
): Map<A, B> {
  const scored = ones.flatMap((one) => othersOf(one).map((other) => ({ one, other, score: likeness(one, other) })))
  const pairs = new Map<A, B>()
  const taken = new Set<B>()
  for (const { one, other, score } of scored.sort((a, b) => b.score - a.score)) {
    if (score < least || pairs.has(one) || taken.has(other)) continue
    pairs.set(one, other)
    taken.add(other)
  }
  return pairs
}

/** Pairs each that has none yet with the first of the others that is the same and of no pair. */
export function pairLeft<A, B>(
  pairs: Map<A, B>,
  ones: readonly A[],
  others: readonly B[],
  isSame: (one: A, other: B) => boolean,
): void {
  const taken = new Set(pairs.values())
  for (const one of ones) {
    const other = pairs.has(one) ? undefined : others.find((next) => !taken.has(next) && isSame(one, next))
    if (other === undefined) continue
    pairs.set(one, other)
    taken.add(other)
  }
}
