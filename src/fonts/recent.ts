/** A map that keeps what was used of late: at most twice `most` entries, the longest unused ones dropped first, by the thousand rather than one by one. */
export interface Recent<K, V> {
  get(key: K): V | undefined
  set(key: K, value: V): void
}

export function createRecent<K, V>(most: number): Recent<K, V> {
  let recent = new Map<K, V>()
  let older = new Map<K, V>()
  const set = (key: K, value: V): void => {
    if (recent.size >= most) {
      older = recent
      recent = new Map()
    }
    recent.set(key, value)
  }
  return {
    get: (key) => {
      const value = recent.get(key)
      if (value !== undefined) return value
      const found = older.get(key)
      if (found !== undefined) set(key, found)
      return found
    },
    set,
  }
}
