// What is worked out of unchanging values, and kept; nobody can tell but by the time. What stages make
// from build to build is kept by `Memory`.

interface Kept<K, V> {
  get(key: K): { value: V } | undefined
  set(key: K, made: { value: V }): unknown
}

function keeping<K, V, Given extends unknown[]>(
  kept: Kept<K, V>,
  make: (key: K, ...given: Given) => V,
): (key: K, ...given: Given) => V {
  return (key, ...given) => {
    const known = kept.get(key)
    if (known) return known.value
    const made = { value: make(key, ...given) }
    kept.set(key, made)
    return made.value
  }
}

/** A function that keeps what it works out of a value for as long as the value lives. The value never changes. */
export function derived<K extends WeakKey, V>(make: (key: K) => V): (key: K) => V {
  return keeping(new WeakMap(), make)
}

/** A function that makes a constant for each of a few keys (languages, time zones), when it is first asked for. */
export function constants<K extends string, V>(make: (key: K) => V): (key: K) => V {
  return keeping(new Map(), make)
}

/**
 * A function that keeps its results for recent texts, about as many as given.
 * What is given beside a text must not change the result.
 */
export function recent<V, Given extends unknown[]>(
  most: number,
  make: (text: string, ...given: Given) => V,
): (text: string, ...given: Given) => V {
  // By generations: what is asked for again stays in the younger.
  let [young, old] = [new Map<string, { value: V }>(), new Map<string, { value: V }>()]
  const set = (text: string, made: { value: V }): void => {
    if (young.size >= most) [young, old] = [new Map(), young]
    young.set(text, made)
  }
  const get = (text: string): { value: V } | undefined => {
    const known = young.get(text)
    if (known) return known
    const made = old.get(text)
    if (made) set(text, made)
    return made
  }
  return keeping({ get, set }, make)
}

/** A constant that is made when it is first asked for. */
export function once<V>(make: () => V): () => V {
  let made: { value: V } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
