import { groupBy } from '../../dataset/group-by.ts'
import type { ExpectedText } from './expected-text.ts'
import type { TextMatcher } from './match-texts.ts'
import { oneSpaced, unspaced } from './mention-key.ts'
import type { FoundDocument, FoundText } from './read/found-document.ts'
import type { Reworded } from './verification.ts'

/**
 * What the build has and a file lacks: slides, pages; in decks also boxes, rows, alternative texts, unreplaced charts.
 * `held` are texts of the build that something was held against.
 */
export function goneParts(
  found: FoundDocument,
  own: readonly ExpectedText[],
  pageOf: TextMatcher['pageOf'],
  held: ReadonlySet<ExpectedText>,
): Reworded[] {
  const pages = gonePages(found, own, pageOf)
  const isOnPaper = found.kind !== 'deck' && own[0]?.document === 'deck'
  if (isOnPaper || found.texts.some(({ isPage }) => isPage)) return pages
  const slides = new Map<number | undefined, number>()
  for (let slide = found.pages; slide > 0; slide--) slides.set(pageOf(slide), slide)
  const isThere = findStanding(found, own, pageOf)
  const isGoneChart = findGoneCharts(found, own, pageOf)
  const shapes = describedShapes(found, pageOf)
  const lost = own.filter((one) => {
    if (one.medium === 'chart') return found.kind === 'deck' && isGoneChart(one)
    const isWords = one.medium === 'text' || one.medium === 'table'
    const isDescribed = one.medium === 'alt' && found.kind === 'deck' && shapes.has(`${one.page} ${one.item}`)
    return (isWords || isDescribed) && !one.isRunning && !held.has(one) && !isThere(one)
  })
  const items = lost.flatMap(({ page, item, text, chart }): Reworded[] => {
    const slide = slides.get(page)
    return slide === undefined
      ? []
      : [{ what: 'gone', page: slide, item, was: oneSpaced(chart?.alt ?? text).slice(0, 80), is: '' }]
  })
  return [...pages, ...items]
}

/**
 * Slides and pages of the build that none in the file is like, by their first words.
 * A page only if few of its texts are in the file: other programs break pages elsewhere.
 */
function gonePages(
  { kind, pages, texts }: FoundDocument,
  own: readonly ExpectedText[],
  pageOf: TextMatcher['pageOf'],
): Reworded[] {
  const there = new Set(Array.from({ length: pages }, (_, index) => pageOf(index + 1)))
  const found = new Set(texts.map(({ text }) => oneSpaced(text)))
  const isGone = (printed: readonly ExpectedText[]): boolean => {
    // A chart of several panels, or notes, which a handout may be without, are no measure of what stands there.
    const words = printed.filter(({ medium }) => medium !== 'chart' && medium !== 'notes')
    return kind === 'deck' || words.filter(({ text }) => found.has(oneSpaced(text))).length * 3 < words.length
  }
  return [...groupBy(own, ({ page }) => page)].flatMap(([page, printed]) => {
    const words = printed.filter(({ medium }) => medium === 'text')
    // A page begins with its running line, which others have too.
    const longest = words.toSorted((one, other) => other.text.length - one.text.length)[0]
    const said = kind === 'deck' ? words[0] : longest && { ...longest, item: 'All' }
    return said && page > 0 && !there.has(page) && isGone(printed)
      ? [{ what: 'gone', page, item: said.item, was: oneSpaced(said.text).slice(0, 80), is: '' }]
      : []
  })
}

/** Charts and tables of a deck that keeps alternative texts, by slide and name; LibreOffice keeps none of them. */
function describedShapes({ texts }: FoundDocument, pageOf: TextMatcher['pageOf']): ReadonlySet<string> {
  const place = ({ page, item }: FoundText) => `${pageOf(page ?? 0)} ${item}`
  const described = new Set(texts.filter(({ medium }) => medium === 'alt').map(place))
  const shapes = texts.filter(({ medium }) => medium === 'chart' || medium === 'table')
  // Of pictures it does.
  const isKept = shapes.some((one) => !one.isPicture && described.has(place(one)))
  return new Set(shapes.filter(({ isPicture }) => isKept || isPicture).map(place))
}

/** Whether a text of the build is in a deck: on its slide in any shape, or on another if the build has it once. */
function findStanding(
  { texts }: FoundDocument,
  own: readonly ExpectedText[],
  pageOf: TextMatcher['pageOf'],
): (one: ExpectedText) => boolean {
  const found = texts.map(({ page, text }) => ({ slide: String(pageOf(page ?? 0)), words: unspaced(text) }))
  const anywhere = new Set(found.map(({ words }) => words))
  const bySlide = groupBy(found, ({ slide }) => slide)
  const times = groupBy(own, ({ text }) => unspaced(text))
  // A page's end may part a paragraph.
  const isRest = (words: string, { length }: string) => length > 0 && anywhere.has(words.slice(length))
  const isParted = (words: string) => found.some((one) => words.startsWith(one.words) && isRest(words, one.words))
  return ({ page, text }) => {
    const words = unspaced(text)
    if (times.get(words)?.length === 1 && anywhere.has(words)) return true
    return bySlide.get(String(page))?.some((one) => one.words.includes(words)) || isParted(words)
  }
}

/** Whether a chart of the build is not on its slide, which shows fewer charts and pictures than the build has there. */
function findGoneCharts(
  { texts, pictures }: FoundDocument,
  own: readonly ExpectedText[],
  pageOf: TextMatcher['pageOf'],
): (one: ExpectedText) => boolean {
  const shown = [
    ...texts.filter(({ medium }) => medium === 'chart'),
    ...pictures.filter(({ svg }) => svg === undefined),
  ]
  const bySlide = groupBy(shown, ({ page }) => pageOf(page ?? 0))
  const drawn = groupBy(own, ({ medium, page }) => `${medium} ${page}`)
  const alts = new Set(texts.flatMap(({ medium, text }) => (medium === 'alt' ? [text] : [])))
  return ({ page, item, chart }) => {
    const there = bySlide.get(page) ?? []
    const isThere = there.some((one) => one.item === item) || alts.has(chart?.alt ?? '')
    return !isThere && there.length < (drawn.get(`chart ${page}`)?.length ?? 0)
  }
}
