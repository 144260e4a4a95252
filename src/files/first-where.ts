/** The index of the first of ordered values for which a condition holds, by binary search: long texts ask often. */
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
