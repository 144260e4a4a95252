import { groupBy } from '../../dataset/group-by.ts'
import { likest } from '../../dataset/likest.ts'
import { constants, once } from '../../memory/derived.ts'
import { type ExpectedMention, type ExpectedText, mentionsIn } from './expected-text.ts'
import { matchPages } from './match-pages.ts'
import { oneSpaced, valueKey } from './mention-key.ts'
import type { FoundText } from './read/found-document.ts'
import { similarity, type WordBag, wordBag } from './word-bag.ts'

/** What the build prints that a found text is to be held against. */
export interface TextMatch {
  /** One of the same page that is like it. */
  like: ExpectedText | undefined
  /** The numbers of that page, by their value: they may have been moved to another shape. */
  there: ReadonlyMap<string, ExpectedMention>
}

export interface TextMatcher {
  /** The text that the build prints to the letter, spaces aside, wherever it stands now. */
  exact(text: FoundText): ExpectedText | undefined
  match(text: FoundText): TextMatch
  /** The marks of status that the build prints in the same words, if no place of them has those that stand there. */
  otherMarks(text: FoundText): string | undefined
  /** What the build prints here in place of a text that it has elsewhere, without a figure: another chart's title. */
  displaced(text: FoundText): ExpectedText | undefined
  /** What is left of a text outside the structure without the build's heads and feet, and a foot that is missing. */
  rest(text: FoundText): { left: string; lost: string | undefined }
  /** The words of a chart that nothing of the build says. */
  foreign(text: FoundText): readonly string[]
  /** Whether the table's columns may have moved: its head is another, and no row below it stands as it was built. */
  hasMoved(row: FoundText): boolean
  /** The page of the build that a page of the file is like. */
  pageOf(page: number): number | undefined
}

/** Less alike than this, a text is a new one; or no copy of one that stands in the file as it was built too. */
const [leastAlike, leastCopied] = [0.45, 1.05]

/** Finds what the build prints for each text of a file; what only changed files need is worked out on demand. */
export function createTextMatcher(expected: readonly ExpectedText[], found: readonly FoundText[]): TextMatcher {
  const byText = new Map(expected.map((text) => [oneSpaced(text.text), text]))
  const getPages = once(() => groupBy(expected, ({ text }) => oneSpaced(text)))
  const chartLines = new Set(expected.flatMap(chartWords))
  const parted = once(() => partedByPages(expected, found))
  const pages = once(() => matchPages(found, expected))
  const places = once(() => createPlaces(expected, found, pages()))
  const rows = once(() => groupBy(found, ({ head }) => head))
  const isBuilt = (text: string) => byText.has(oneSpaced(text))
  return {
    exact: (found) => {
      const text = oneSpaced(found.text)
      // A slide's title follows its number here; no space parts it from a Chinese title, nor notes from right to left.
      return (
        byText.get(text) ??
        byText.get(text.replace(/^\d{1,3}(?: |[.)] ?|(?=\p{Script=Han}))/u, '')) ??
        asDrawn(found, chartLines) ??
        asKeywords(found, expected) ??
        parted().get(text)
      )
    },
    match: (text) => {
      const { byPage, open } = places()
      const page = text.page === undefined ? 0 : (pages().get(text.page) ?? -1)
      const there = byPage.get(page) ?? []
      const like = mostAlike(text, text.isPage ? [wholePage(there)] : open(page)) ?? mostAlike(text, there, leastCopied)
      return { like, there: mentionsByValue(there) }
    },
    otherMarks: ({ text, marks }) => {
      const same = getPages().get(oneSpaced(text)) ?? []
      return marks === undefined || same.some((one) => (one.marks ?? '') === marks) ? undefined : same[0]?.marks
    },
    displaced: (text) => {
      const { medium, page } = text
      const same = getPages().get(oneSpaced(text.text)) ?? []
      const notes = page !== undefined && medium === 'notes' ? pages().get(page) : undefined
      if (notes !== undefined && !same.some((one) => one.page === notes))
        return expected.find((one) => one.medium === 'notes' && one.page === notes)
      if (medium !== 'text' || page === undefined || same.some((one) => one.page === page)) return undefined
      const own = pages().get(page)
      if (own === undefined || same.some((one) => one.page === own || one.runs.some(({ observation }) => observation)))
        return undefined
      return places()
        .open(own)
        .map((one) => one.text)
        .find((one) => one.medium === 'text' && same.some(({ item }) => item === one.item))
    },
    rest: ({ text, page }) => {
      const there = places().open(pages().get(page ?? 0) ?? -1)
      const words = oneSpaced(text)
      const heads = there.filter((one) => one.words.length > 3).sort((a, b) => b.words.length - a.words.length)
      const left = heads.reduce((rest, one) => rest.replaceAll(one.words, ' '), words).trim()
      const lost = there.find((one) => one.text.isRunning && !words.includes(one.words))
      return { left, lost: lost?.words }
    },
    foreign: ({ text }) =>
      text.split('\n').filter((line) => {
        const words = oneSpaced(line)
        return /\p{L}{2}/u.test(words) && !chartLines.has(words) && !byText.has(words)
      }),
    hasMoved: ({ head }) =>
      head !== undefined &&
      !isBuilt(head) &&
      !rows()
        .get(head)
        ?.some(({ text }) => text !== head && isBuilt(text)),
    pageOf: (page) => pages().get(page),
  }
}

/** The parts of paragraphs cut in two by a page's end, by words: one expected text is two in the file. */
function partedByPages(
  expected: readonly ExpectedText[],
  found: readonly FoundText[],
): ReadonlyMap<string, ExpectedText> {
  const wholes = new Map(expected.map((one) => [oneSpaced(one.text), one]))
  const words = new Set(wholes.keys())
  const unknown = found.filter(({ page, text }) => page !== undefined && !words.has(oneSpaced(text)))
  const byPage = groupBy(
    unknown.map((one): [number, FoundText] => [one.page ?? 0, one]),
    ([page]) => String(page),
  )
  const parts = new Map<string, ExpectedText>()
  for (const head of unknown) {
    for (const [, tail] of byPage.get(String((head.page ?? 0) + 1)) ?? []) {
      const whole = wholes.get(oneSpaced(`${head.text} ${tail.text}`))
      if (!whole) continue
      for (const { text } of [head, tail]) parts.set(oneSpaced(text), { ...whole, text, runs: [{ text }] })
    }
  }
  return parts
}

/** The words that a chart may draw, a line each. */
function chartWords({ medium, text, native }: ExpectedText): string[] {
  if (medium !== 'chart') return []
  const cells = native?.columns.flatMap(({ header, cells }) => [header, ...cells.map(String)]) ?? []
  const labels = native?.plots.flatMap(({ series }) => series).flatMap((series) => series.labels) ?? []
  const shapes = native?.shapes.flatMap((shape) => (shape.type === 'text' ? [shape.text] : [])) ?? []
  const title = native?.title ? [native.title.text] : []
  const ends = labels.flatMap(({ lines }) => (lines ? lines.words.join('\n').slice(0, -lines.value.length) : []))
  const words = [text, ...title, ...cells, ...labels.map((label) => label.text), ...ends, ...shapes]
  return words.flatMap((one) => [one, ...one.split('\n')]).map(oneSpaced)
}

/** A native chart's words stand in another order than its drawing's and are fewer; each must be one of the drawing. */
function asDrawn(
  { medium, text, item, page, isPicture }: FoundText,
  lines: ReadonlySet<string>,
): ExpectedText | undefined {
  if (medium !== 'chart' || isPicture || !text.split('\n').every((line) => lines.has(oneSpaced(line)))) return undefined
  return { document: 'deck', page: page ?? 0, item, medium, text, language: 'en', runs: [{ text }] }
}

/** Keywords, which programs part otherwise: December 2023, or December, 2023. */
function asKeywords({ medium, text }: FoundText, expected: readonly ExpectedText[]): ExpectedText | undefined {
  if (medium !== 'properties') return undefined
  const words = (of: string) => oneSpaced(of.replace(/[,;]/g, ' '))
  return expected.find((one) => one.medium === 'properties' && words(one.text) === words(text))
}

interface Known {
  text: ExpectedText
  words: string
  bag: WordBag
}

interface Places {
  byPage: ReadonlyMap<number, readonly Known[]>
  /** Those of a page that do not stand in the file unchanged: these are no partners for others. */
  open(page: number): readonly Known[]
}

function createPlaces(
  expected: readonly ExpectedText[],
  found: readonly FoundText[],
  pages: ReadonlyMap<number, number>,
): Places {
  const known = expected.map((text): [number, Known] => [
    text.page,
    { text, words: oneSpaced(text.text), bag: wordBag(text.text) },
  ])
  const groups = groupBy(known, ([page]) => String(page))
  const byPage = new Map([...groups].map(([page, there]) => [Number(page), there.map(([, one]) => one)]))
  const unchanged = groupBy(found, ({ page, text }) => placeKey(page === undefined ? 0 : pages.get(page), text))
  const open = constants((page: string) => {
    const times = new Map<string, number>()
    return (groups.get(page) ?? [])
      .map(([, one]) => one)
      .filter(({ words }) => {
        const key = placeKey(Number(page), words)
        const before = times.get(key) ?? 0
        times.set(key, before + 1)
        return before >= (unchanged.get(key)?.length ?? 0)
      })
  })
  return { byPage, open: (page) => open(String(page)) }
}

function placeKey(page: number | undefined, text: string): string {
  return `${page} ${oneSpaced(text)}`
}

function mentionsByValue(known: readonly Known[]): Map<string, ExpectedMention> {
  return new Map(known.flatMap(({ text }) => mentionsIn(text)).map((one) => [valueKey(one.mention), one]))
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
    language: first?.language ?? 'en',
    runs: texts.flatMap(({ runs }) => [...runs, { text: '\n' }]),
  }
  return { text: whole, words: oneSpaced(text), bag: wordBag(text) }
}

/** Rows of a table that are the same but for their heads. */
function isSameRow(a: string, b: string): boolean {
  const cells = (row: string) => row.slice(row.indexOf('\t'))
  return a.includes('\t') && b.includes('\t') && oneSpaced(cells(a)) === oneSpaced(cells(b))
}

function mostAlike(found: FoundText, candidates: readonly Known[], least = leastAlike): ExpectedText | undefined {
  const bag = wordBag(found.text)
  const likeness = ({ text, bag: words }: Known) =>
    similarity(bag, words) +
    (text.item === found.item ? 0.3 : 0) +
    (isSameRow(text.text, found.text) ? 0.5 : 0) -
    (text.medium === found.medium ? 0 : 0.4)
  return likest(candidates, found.isPage ? () => 1 : likeness, least)?.text
}
