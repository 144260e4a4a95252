/** A function that works its value out when it is first asked, and keeps it. */
export function once<T>(work: () => T): () => T {
  let known: { value: T } | undefined
  return () => {
    known ??= { value: work() }
    return known.value
  }
}
