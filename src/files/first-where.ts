/** Where in ordered values those begin for which something holds, by a binary search: texts of a thousand numbers ask for each. */
export function firstWhere<T>(values: readonly T[], holds: (value: T) => boolean): number {
  let [from, to] = [0, values.length]
  while (from < to) {
    const middle = (from + to) >> 1
    const value = values[middle]
    if (value !== undefined && holds(value)) to = middle
    else from = middle + 1
  }
  return from
}
