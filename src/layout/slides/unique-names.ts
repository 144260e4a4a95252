import type { Item } from '../types.ts'

/** Names made unique on their slide or page by a number in brackets behind the second of a kind. */
export function uniqueNames(items: readonly Item[]): Item[] {
  const seen = new Map<string, number>()
  return items.map((item) => {
    const count = (seen.get(item.name) ?? 0) + 1
    seen.set(item.name, count)
    return count === 1 ? item : { ...item, name: `${item.name} (${count})` }
  })
}
