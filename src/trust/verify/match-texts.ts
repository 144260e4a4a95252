import type { ExpectedMention, ExpectedText } from './expected-text.ts'
import type { FoundText } from './found-document.ts'
import { plainText, valueKey } from './mention-key.ts'
import { similarity, type WordBag, wordBag } from './word-bag.ts'

/** What the build prints that a found text is to be held against. */
export interface TextMatch {
  /** The same text to the letter, spaces aside. */
  exact: ExpectedText | undefined
  /** One of the same page that is like it. */
  like: ExpectedText | undefined
  /** The numbers of that page, by their value: they may have been moved to another shape. */
  there: ReadonlyMap<string, ExpectedMention>
}

export interface TextMatcher {
  match(text: FoundText): TextMatch
}

/** Less alike than this, a text is a new one. */
const leastAlike = 0.45

interface Known {
  text: ExpectedText
  plain: string
  bag: WordBag
}

/** Finds for each text of a file what the build prints there. A built text that stands in the file unchanged is no partner for another. */
export function createTextMatcher(
  expected: readonly ExpectedText[],
  pages: ReadonlyMap<number, number>,
  found: readonly FoundText[],
): TextMatcher {
  const known = expected.map((text): Known => ({ text, plain: plainText(text.text), bag: wordBag(text.text) }))
  const byText = new Map(known.map((one) => [one.plain, one]))
  const unchanged = new Set(found.map(({ page, text }) => `${partnerPage(page, pages)} ${plainText(text)}`))
  const byPage = groupByPage(known)
  const keys = new Map([...byPage].map(([page, there]) => [page, mentionsByValue(there)]))
  const match = (text: FoundText): TextMatch => {
    const page = partnerPage(text.page, pages)
    const plain = plainText(text.text)
    const there = byPage.get(page) ?? []
    const exact = there.find((one) => one.plain === plain) ?? byText.get(plain)
    const open = there.filter((one) => !unchanged.has(`${page} ${one.plain}`))
    return {
      exact: exact?.text,
      like: exact ? undefined : mostAlike(text, text.isPage ? [wholePage(there)] : open),
      there: keys.get(page) ?? new Map(),
    }
  }
  return { match }
}

function partnerPage(page: number | undefined, pages: ReadonlyMap<number, number>): number {
  return page === undefined ? 0 : (pages.get(page) ?? 0)
}

function groupByPage(known: readonly Known[]): Map<number, Known[]> {
  const pages = new Map<number, Known[]>()
  for (const one of known) {
    const there = pages.get(one.text.page)
    if (there) there.push(one)
    else pages.set(one.text.page, [one])
  }
  return pages
}

function mentionsByValue(known: readonly Known[]): Map<string, ExpectedMention> {
  return new Map(known.flatMap(({ text }) => text.mentions).map((one) => [valueKey(one.mention), one]))
}

/** All that a page prints, for a file that does not tell its parts. */
function wholePage(there: readonly Known[]): Known {
  const texts = there.map(({ text }) => text).filter(({ medium }) => medium !== 'alt' && medium !== 'notes')
  const text = texts.map((one) => one.text).join('\n')
  const [first] = texts
  const whole: ExpectedText = {
    document: first?.document ?? 'briefing',
    page: first?.page ?? 0,
    item: 'Page',
    medium: 'text',
    text,
    mentions: texts.flatMap(({ mentions }) => mentions),
  }
  return { text: whole, plain: plainText(text), bag: wordBag(text) }
}

function mostAlike(found: FoundText, candidates: readonly Known[]): ExpectedText | undefined {
  const bag = wordBag(found.text)
  const likeness = ({ text, bag: words }: Known) =>
    similarity(bag, words) + (text.item === found.item ? 0.3 : 0) - (text.medium === found.medium ? 0 : 0.4)
  let best: ExpectedText | undefined
  let most = leastAlike
  for (const candidate of candidates) {
    const here = found.isPage ? 1 : likeness(candidate)
    if (here > most) {
      best = candidate.text
      most = here
    }
  }
  return best
}
