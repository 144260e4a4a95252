import QuickLRU from 'quick-lru'

// What is worked out of unchanging values, and kept where it is asked for. It is the same whenever it is made, so nobody can tell but by the time; what stages make
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

/** A function that works out of a value what is kept with it, for as long as the value lives. The value never changes. */
export function derived<K extends WeakKey, V>(make: (key: K) => V): (key: K) => V {
  return keeping(new WeakMap(), make)
}

/** A function that makes a constant for each of a few keys (languages, time zones), when it is first asked for. */
export function constants<K extends string, V>(make: (key: K) => V): (key: K) => V {
  return keeping(new Map(), make)
}

/** A function that keeps what it made of the texts of late, as many as are given or a few more; what is given beside a text does not change what is made of it. */
export function recent<V, Given extends unknown[]>(
  most: number,
  make: (text: string, ...given: Given) => V,
): (text: string, ...given: Given) => V {
  return keeping(new QuickLRU({ maxSize: most }), make)
}

/** A constant that is made when it is first asked for. */
export function once<V>(make: () => V): () => V {
  let made: { value: V } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
