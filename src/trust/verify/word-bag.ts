/** How often each word stands in a text; numbers aside, so that a text is known again when they were changed. */
export type WordBag = ReadonlyMap<string, number>

/** The words of a text in lower case, of Chinese its characters. */
export function wordBag(text: string): WordBag {
  const bag = new Map<string, number>()
  for (const [word] of text.toLowerCase().matchAll(/\p{Script=Han}|(?:(?!\p{Script=Han})\p{L})+/gu))
    bag.set(word, (bag.get(word) ?? 0) + 1)
  return bag
}

/** Whether all words of one of something's names stand in a text. */
export function isNamed(names: readonly string[], text: string): boolean {
  const words = wordBag(text)
  return names.some((name) => {
    const own = [...wordBag(name).keys()]
    return own.length > 0 && own.every((word) => words.has(word))
  })
}

/** Dice's coefficient: 1 for the same words, 0 where none is shared or there are none. */
export function similarity(a: WordBag, b: WordBag): number {
  const [sizeA, sizeB] = [bagSize(a), bagSize(b)]
  if (sizeA + sizeB === 0) return 0
  let shared = 0
  for (const [word, count] of a) shared += Math.min(count, b.get(word) ?? 0)
  return (2 * shared) / (sizeA + sizeB)
}

function bagSize(bag: WordBag): number {
  let size = 0
  for (const count of bag.values()) size += count
  return size
}
