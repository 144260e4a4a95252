import { groupBy } from '../../dataset/group-by.ts'
import { likest, likestPairs } from '../../dataset/likest.ts'
import { escapePattern } from '../../files/escape-pattern.ts'
import { allWords } from '../../locale/get-locale.ts'
import { readNumbers } from '../../trust/numbers/numbers-in-text.ts'
import { matchPages } from '../../trust/verify/match-pages.ts'
import { normalizedText, oneSpaced } from '../../trust/verify/mention-key.ts'
import { similarity, type WordBag, wordBag } from '../../trust/verify/word-bag.ts'
import type { Mark } from './base-types.ts'
import type { TextKind } from './living-types.ts'

/** What is known of a text when its counterpart is looked for. */
export interface Alignable {
  slide: number
  item: string
  kind: TextKind
  text: string
  /** The figures that a build printed in it; of an edited text none are known. */
  marks?: readonly Mark[] | undefined
}

type ShapePlace = Pick<Alignable, 'slide' | 'item' | 'kind'>

/** Less alike than this, a text of a slide is another; of another slide, more is asked. */
const leastAlike = 0.5
const leastAlikeElsewhere = 0.75

/** Words fewer than this are like too many others to be known again on another slide. */
const fewWords = 4

/**
 * For each text of a deck the one of the build that it was: the same words on the slide that its own is like, else like
 * words there, else its neighbour's
 * neighbour, else the same words on any slide, for shapes are moved and copied. Names of shapes only tip the scales:
 * programs rename them.
 */
export function alignTexts<B extends Alignable, F extends Alignable>(
  built: readonly B[],
  found: readonly F[],
  slides: ReadonlyMap<number, number>,
): Map<F, B> {
  const known = built.map((one) => toKnown(one, one.slide))
  const wanted = found.map((one) => toKnown(one, one.slide === 0 ? 0 : (slides.get(one.slide) ?? -1)))
  const pairs = new Map<F, B>()
  const taken = new Set<string>()
  const pair = (one: Known<F>, other: Known<B>) => {
    pairs.set(one.of, other.of)
    taken.add(takenKey(one, other))
  }
  const isOpen = (one: Known<F>) => !pairs.has(one.of)
  const isFree = (one: Known<F>, other: Known<B>) => !taken.has(takenKey(one, other))
  const bySlide = groupBy(known, ({ slide, of }) => `${slide} ${of.kind}`)
  const here = (one: Known<F>) => bySlide.get(`${one.slide} ${one.of.kind}`) ?? []

  for (const isSameItem of [true, false]) {
    for (const one of wanted.filter((one) => isOpen(one) && !isBuiltLine(one.of))) {
      const same = here(one).find(
        (other) => other.words === one.words && isFree(one, other) && (!isSameItem || other.of.item === one.of.item),
      )
      if (same) pair(one, same)
    }
  }
  const scored = wanted
    .filter(isOpen)
    .flatMap((one) => here(one).map((other) => ({ one, other, score: likeness(one, other) })))
  for (const { one, other, score } of scored.sort((a, b) => b.score - a.score)) {
    const least = addsNumber(one.of, other.of) ? (isRunning(other.of.item) ? 2 : leastAlikeElsewhere) : leastAlike
    if (score >= least && isOpen(one) && isFree(one, other)) pair(one, other)
  }
  pairNeighbours(wanted, known, pairs, pair, isFree)
  // A number that is a paragraph of its own says nothing of what it counts: 191 may be another thing's.
  const isPart = ({ of }: Known<F>) =>
    isLittle(of.text) && found.some((other) => other !== of && isSameShape(other, of) && !isLittle(other.text))
  for (const one of wanted.filter((one) => isOpen(one) && !isPart(one))) {
    const other = findElsewhere(one, known)
    if (other) pair(one, other)
  }
  pairNeighbours(wanted, known, pairs, pair, isFree)
  return pairs
}

/**
 * Matches a deck's slides to the build's by their words, with the same sources.
 * A duplicate that prints few of its figures belongs to another report, such as another region's.
 */
export function alignSlides(built: readonly Alignable[], found: readonly Alignable[]): ReadonlyMap<number, number> {
  const isAside = ({ item }: Alignable) => isRunning(item) || isSourceLine(item)
  // LibreOffice renames all: what stands at each slide's foot is known by its words then.
  const lines = found.some(isAside) ? [] : built.filter(isAside).map(({ text }) => normalizedText(text))
  const asides = new Set(lines)
  const bagged = (texts: readonly Alignable[]) =>
    texts
      .filter((one) => one.slide > 0 && !isAside(one) && !asides.has(normalizedText(one.text)))
      .map(({ slide, text, kind }) => ({ page: slide, text, medium: kind === 'file' ? ('text' as const) : kind }))
  const toExpected = (texts: readonly Alignable[]) =>
    bagged(texts).map((text) => ({ ...text, document: 'deck' as const, item: '', language: 'en', runs: [] }))
  const toFound = (texts: readonly Alignable[]) => bagged(texts).map((text) => ({ ...text, item: '' }))
  const pairs = matchPages(toFound(found), toExpected(built))
  const getShare = ([page, slide]: readonly [number, number]) => {
    const said = found.flatMap((one) => (one.slide === page ? one.text : [])).join('\n')
    const own = built.filter((one) => one.slide === slide && one.kind === 'text').flatMap((one) => printedIn(said, one))
    return own.length === 0 ? 1 : own.filter(Boolean).length / own.length
  }
  const isOther = (pair: readonly [number, number]) =>
    [...pairs].some((twin) => twin[1] === pair[1] && getShare(pair) < Math.min(0.5, getShare(twin)))
  return new Map([...pairs].filter((pair) => !isOther(pair)))
}

/** Of each figure of a built text, whether a text prints it, and not only a number that holds its digits. */
function printedIn(text: string, { text: own, marks = [] }: Alignable): boolean[] {
  const numbers = marks.map(([start, length]) => escapePattern(own.slice(start, start + length)))
  return numbers.map((number) => new RegExp(`(?<![\\p{L}\\d.,])${number}(?![.,]?\\d)`, 'u').test(text))
}

/** Less alike than this, two builds' slides are two slides. */
const leastAlikeBuilds = 0.45

/** Matches a later build's slides to a former one's by words and figures, one to one, since builds add no copies. */
export function alignBuilds(former: readonly Alignable[], later: readonly Alignable[]): ReadonlyMap<number, number> {
  const was = slideBags(former)
  const pairs = likestPairs(slideBags(later), () => was, alikeSlides, leastAlikeBuilds)
  return new Map([...pairs].map(([is, { slide }]) => [is.slide, slide]))
}

interface SlideBag {
  slide: number
  words: WordBag
  measures: ReadonlySet<string>
}

/** What each slide says, without what every slide says. */
function slideBags(texts: readonly Alignable[]): SlideBag[] {
  const own = texts.filter(({ slide, kind, item }) => slide > 0 && kind === 'text' && !isRunning(item))
  return [...groupBy(own, ({ slide }) => slide)].map(([slide, said]) => ({
    slide,
    words: wordBag(said.map(({ text }) => text).join('\n')),
    measures: new Set(said.flatMap(({ marks = [] }) => marks.map(toMeasure))),
  }))
}

function alikeSlides(a: SlideBag, b: SlideBag): number {
  const shared = [...a.measures].filter((one) => b.measures.has(one)).length
  const most = Math.max(a.measures.size, b.measures.size)
  return similarity(a.words, b.words) + (most === 0 ? 0 : (0.3 * shared) / most) - (a.slide === b.slide ? 0 : 0.01)
}

/** A figure of whatever period. */
function toMeasure([, , key]: Mark): string {
  return key.replace(/@.*/, '')
}

interface Known<T> {
  of: T
  /** The slide of the build; -1 for one that is like none. */
  slide: number
  words: string
  bag: WordBag
}

function toKnown<T extends Alignable>(of: T, slide: number): Known<T> {
  return { of, slide, words: normalizedText(of.text), bag: wordBag(of.text) }
}

/** A built text has one counterpart on each slide of the deck: slides are duplicated. */
function takenKey<F extends Alignable, B extends Alignable>(one: Known<F>, other: Known<B>): string {
  const { slide, item, kind, text } = other.of
  return `${one.of.slide} ${slide} ${kind} ${item} ${text}`
}

function likeness<F extends Alignable, B extends Alignable>(one: Known<F>, other: Known<B>): number {
  const [own, others] = [getMeasures(one.of), getMeasures(other.of)]
  // Equal figures count for more than words: many texts share the few words around another figure, notes none.
  const isNote = isBuiltLine(one.of)
  const alike = isNote && own === others && own ? 1 : similarity(one.bag, other.bag)
  const isOpen = own === undefined || others === undefined
  const bySame = isOpen ? (isNote && own !== others ? -0.4 : 0) : own === others ? 0.6 : -0.4
  return alike === 0 && bySame <= 0 ? 0 : alike + bySame + (one.of.item === other.of.item ? 0.15 : 0)
}

/** Whether a person's text has a number where the built one has none: shared period words soon make texts alike. */
function addsNumber({ text, marks }: Alignable, built: Alignable): boolean {
  const hasNumber = (words: string) => readNumbers(words, 'en').some(({ kind }) => kind === 'number')
  return marks === undefined && built.marks?.length === 0 && hasNumber(text) && !hasNumber(built.text)
}

/**
 * Whether it is a built line of notes.
 * Those of one figure over time follow each other: one build's latest is the next one's former, to the letter.
 */
function isBuiltLine({ kind, marks }: Alignable): boolean {
  return kind === 'notes' && marks !== undefined
}

/** The figures of a text, of whatever period. */
function getMeasures({ marks = [] }: Alignable): string | undefined {
  return marks.length === 0 ? undefined : marks.map(toMeasure).join(' ')
}

/** A paragraph of little but a number is known by the one before or after it in its shape. */
function pairNeighbours<F extends Alignable, B extends Alignable>(
  wanted: readonly Known<F>[],
  known: readonly Known<B>[],
  pairs: ReadonlyMap<F, B>,
  pair: (one: Known<F>, other: Known<B>) => void,
  isFree: (one: Known<F>, other: Known<B>) => boolean,
): void {
  const places = new Map(known.map(({ of }, index) => [of, index]))
  const step = (direction: 1 | -1) => (one: Known<F>, index: number) => {
    const before = wanted[index - direction]
    const partner = before && isSameShape(before.of, one.of) ? pairs.get(before.of) : undefined
    const place = partner && places.get(partner)
    const next = place === undefined ? undefined : known[place + direction]
    if (pairs.has(one.of) || !partner || !next || !isSameShape(partner, next.of) || !isFree(one, next)) return
    if (isLittle(one.of.text) && isLittle(next.of.text)) pair(one, next)
  }
  wanted.forEach(step(1))
  for (let index = wanted.length - 1; index >= 0; index--) {
    const one = wanted[index]
    if (one) step(-1)(one, index)
  }
}

/** Whether an item by its name is at the foot of every slide, in whatever language. */
export function isRunning(item: string): boolean {
  return allWords.some(({ names }) => [names.footer, names.date, names.slideNumber].includes(item))
}

function isSourceLine(item: string): boolean {
  return allWords.some(({ names }) => names.source === item)
}

/** Whether two texts stand in one shape, or in the notes of one slide. */
export function isSameShape(a: ShapePlace, b: ShapePlace): boolean {
  return a.slide === b.slide && a.item === b.item && a.kind === b.kind
}

/** Little but a number: `1.092 billion`, `about 77.5%`. */
function isLittle(text: string): boolean {
  return /\d/.test(text) && oneSpaced(text).split(' ').length <= 4
}

function findElsewhere<F extends Alignable, B extends Alignable>(
  one: Known<F>,
  known: readonly Known<B>[],
): Known<B> | undefined {
  // A person's words may hold all those of a foot.
  const others = known.filter(({ of }) => of.kind === one.of.kind && isRunning(of.item) === isRunning(one.of.item))
  const same = others.filter(({ words }) => words === one.words)
  if (same.length > 0) return same.find(({ slide }) => slide === one.slide) ?? same[0]
  // Lines of notes and alternative texts have the same words around another figure.
  if (one.of.kind !== 'text' || one.bag.size < fewWords) return undefined
  // Words with numbers in them say more than the same without.
  const hasNumber = ({ words }: Pick<Known<F>, 'words'>) => /\d/.test(words)
  const saysFigure = ({ of }: Known<B>) => {
    const printed = one.of.marks ? [] : printedIn(one.of.text, of)
    return printed.length === 0 || printed.includes(true)
  }
  const alike = others.filter((other) => hasNumber(other) === hasNumber(one) && saysFigure(other))
  return likest(alike, (other) => similarity(one.bag, other.bag), leastAlikeElsewhere)
}
