import { groupBy } from '../../dataset/group-by.ts'
import { likest } from '../../dataset/likest.ts'
import type { ExpectedText } from './expected-text.ts'
import type { FoundText } from './read/found-document.ts'
import { similarity, type WordBag, wordBag } from './word-bag.ts'

/** Less alike than this, a page is somebody else's. */
const leastAlike = 0.3

/** By so much a page is more likely the one of its number. */
const ownPage = 0.02

/** The page of the build that each page of a file is like, by words: pages may be moved, copied or from elsewhere. */
export function matchPages(
  found: readonly FoundText[],
  expected: readonly ExpectedText[],
): ReadonlyMap<number, number> {
  // What a deck's charts hold is more than is drawn of it: their slides are known by their other words.
  const isDrawn = found.some(({ medium }) => medium === 'chart')
  const aside = new Set(['alt', 'notes', ...(isDrawn ? ['chart'] : [])])
  const built = pageBags(expected, aside)
  const pages = pageBags(found, aside)
  const bySameWords = new Map([...built].reverse().map(([page, bag]) => [getWords(bag), page]))
  return new Map(
    [...pages].flatMap(([page, bag]) => {
      // A page like its own, or of the same words, is not held against all: for 1,000 slides, a million comparisons.
      if (similarity(bag, built.get(page) ?? new Map()) > 1 - ownPage) return [[page, page] as const]
      const same = bySameWords.get(getWords(bag))
      if (same !== undefined && bag.size > 0) return [[page, same] as const]
      const likeness = ([number, words]: [number, WordBag]) => similarity(bag, words) + (number === page ? ownPage : 0)
      const [number] = likest(built, likeness, leastAlike) ?? []
      return number === undefined ? [] : [[page, number] as const]
    }),
  )
}

const getWords = (bag: WordBag): string => [...bag].sort().join()

function pageBags(
  texts: readonly Pick<FoundText, 'page' | 'text' | 'medium'>[],
  aside: ReadonlySet<string>,
): Map<number, WordBag> {
  // Notes are longer than slides, and often left out.
  const own = texts.filter(({ medium }) => !aside.has(medium))
  const pages = [...groupBy(own, ({ page }) => page)]
  return new Map(
    pages.flatMap(([page, parts]) =>
      page === undefined ? [] : [[page, wordBag(parts.map(({ text }) => text).join('\n'))] as const],
    ),
  )
}
