/** Values by key, in order of first appearance (`Map.groupBy`, which Node 20 lacks); no group is empty. */
export function groupBy<T, K>(values: Iterable<T>, keyOf: (value: T) => K): Map<K, [T, ...T[]]> {
  const groups = new Map<K, [T, ...T[]]>()
  for (const value of values) {
    const key = keyOf(value)
    const group = groups.get(key)
    if (group) group.push(value)
    else groups.set(key, [value])
  }
  return groups
}

/** The most frequent value by its JSON, the first of equally frequent ones; undefined where there is none. */
export function mostCommon<T>(values: readonly T[], keyOf = (value: T) => JSON.stringify(value) ?? ''): T | undefined {
  const [most] = [...groupBy(values, keyOf).values()].sort((one, other) => other.length - one.length)
  return most?.[0]
}
