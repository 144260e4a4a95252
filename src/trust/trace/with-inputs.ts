/** Figures, by their keys, with those that they were computed from, and so on down. */
export function withInputs(
  keys: Iterable<string>,
  inputsOf: (key: string) => readonly string[] | undefined,
): ReadonlySet<string> {
  const all = new Set<string>()
  const add = (key: string) => {
    if (all.has(key)) return
    all.add(key)
    for (const input of inputsOf(key) ?? []) add(input)
  }
  for (const key of keys) add(key)
  return all
}
