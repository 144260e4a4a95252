import LineBreaker from 'linebreak'
import { isRightToLeft } from '../../fonts/bidi.ts'
import type { Fonts } from '../../fonts/fonts.ts'
import { emptyHalf, endsHalfEmpty } from '../../fonts/wide-marks.ts'
import { derived, once } from '../../memory/derived.ts'
import type { Run, TextStyle } from '../types.ts'
import { isWideGap, spacesIn, splitAtWideGaps } from './gaps.ts'
import type { Hyphenate } from './hyphenation.ts'
import { isTied } from './is-tied.ts'
import { coverRuns, fontStyle, levelRuns, runSize } from './run-style.ts'

/** A segment of one run on one line. */
export interface TextPart {
  run: Run
  text: string
  width: number
}

/** What may not be broken: the text between two opportunities, with the space that follows it. */
export interface Atom {
  pieces: TextPart[]
  width: number
  /** Width of the spaces at its end, or of the empty half of a Chinese mark there, which vanish at a line's end. */
  trailing: number
  /** How many spaces it has, those at its end and others. */
  spaces: { trailing: number; inner: number }
  /** How many other gaps it has to widen in a justified line, and whether one more parts it from what follows. */
  gaps: { after: number; inner: number }
  /** Width of the hyphen that a line's end after it would add; undefined where it ends a word. */
  hyphen?: number | undefined
}

/** A text as it is set at a size of one point: measured once, however many sizes and widths are tried for it. */
export interface MeasuredText {
  /** In the fonts that have their characters. */
  runs: Run[]
  isRightToLeft: boolean
  /** Of the widest segment. */
  width(): number
  /** Those of each segment; with a hyphenator, whose words are parted and where a justified line is widened. */
  atoms(hyphenate?: Hyphenate): Atom[][]
  /** Whether its fonts have no glyph for a character. */
  lacksGlyphs(): boolean
}

/** Measures a text in the face of a style. */
export function measureText(runs: readonly Run[], style: TextStyle, fonts: Fonts): MeasuredText {
  const byFace = measured(fonts)(runs)
  const face = [style.font, style.weight, style.italic, style.tabular, style.dots].join()
  const known = byFace.get(face) ?? measure(runs, { ...style, size: 1 }, fonts)
  byFace.set(face, known)
  return known
}

const measured = derived((_: Fonts) => derived((_: readonly Run[]) => new Map<string, MeasuredText>()))

function measure(given: readonly Run[], style: TextStyle, fonts: Fonts): MeasuredText {
  const turns = isRightToLeft(given.map(({ text }) => text).join(''))
  const runs = coverRuns(levelRuns(given, turns), style, fonts)
  const segments = splitAtBreaks(runs)
  const ragged = once(() => segments.map((segment) => toAtoms(segment, style, fonts)))
  const justified = derived((hyphenate: Hyphenate) =>
    segments.map((segment) => addGaps(toAtoms(segment, style, fonts, hyphenate))),
  )
  return {
    runs,
    isRightToLeft: turns,
    width: once(() =>
      Math.max(...segments.map((segment) => sumWidths(segment.map((run) => toPiece(run, run.text, style, fonts))))),
    ),
    atoms: (hyphenate) => (hyphenate ? justified(hyphenate) : ragged()),
    lacksGlyphs: once(() => segments.flat().some((run) => fonts.missing(run.text, fontStyle(run, style)).length > 0)),
  }
}

/** The runs between line breaks (`\n` runs). */
export function splitAtBreaks(runs: readonly Run[]): Run[][] {
  const segments: Run[][] = [[]]
  for (const run of runs) {
    if (run.text === '\n') segments.push([])
    else segments.at(-1)?.push(run)
  }
  return segments
}

/** Atoms with where a justified line of them is widened. */
function addGaps(atoms: readonly Atom[]): Atom[] {
  const texts = atoms.map(({ pieces }) => pieces.map(({ text }) => text).join(''))
  return atoms.map((atom, index) => {
    const text = texts[index] ?? ''
    const after = isWideGap([...text].at(-1) ?? '', [...(texts[index + 1] ?? '')][0] ?? '') ? 1 : 0
    return { ...atom, gaps: { after, inner: Math.max(0, splitAtWideGaps(text).length - 1) } }
  })
}

/** The atoms of a segment without line breaks. */
function toAtoms(runs: readonly Run[], style: TextStyle, fonts: Fonts, hyphenate?: Hyphenate): Atom[] {
  const text = runs.map((run) => run.text).join('')
  const raised = raisedStarts(runs)
  const breaker = new LineBreaker(text)
  const atoms: Atom[] = []
  let start = 0
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    if (isTied(text, next.position) || raised.has(next.position)) continue
    const word = text.slice(start, next.position)
    const ends = hyphenate ? partWord(word, languageAt(runs, start), hyphenate).map((end) => start + end) : []
    for (const end of ends) {
      const part = toAtom(runs, start, end, style, fonts)
      atoms.push({ ...part, hyphen: hyphenWidth(part, style, fonts) })
      start = end
    }
    const last = toAtom(runs, start, next.position, style, fonts)
    // An author's soft hyphen.
    atoms.push(word.endsWith('\u00ad') ? { ...last, hyphen: hyphenWidth(last, style, fonts) } : last)
    start = next.position
  }
  return atoms
}

/** Where raised runs start, which belong to what stands before them. */
function raisedStarts(runs: readonly Run[]): ReadonlySet<number> {
  let start = 0
  const starts = runs.map(({ text, superscript }) => {
    start += text.length
    return superscript ? start - text.length : -1
  })
  return new Set(starts)
}

function languageAt(runs: readonly Run[], offset: number): string | undefined {
  let end = 0
  return runs.find(({ text }) => {
    end += text.length
    return offset < end
  })?.language
}

/** A plain word, in brackets or quotes, before punctuation, after an elision (l’information). */
const partable = /^[\p{Ps}\p{Pi}¿¡]*(?:\p{L}{1,2}['’])?\p{L}{6,}[\p{P}\s]*$/u

/** Where a word may be parted, as offsets into it: no fewer than two letters stand before a hyphen, and three after. */
function partWord(word: string, language: string | undefined, hyphenate: Hyphenate): number[] {
  if (!partable.test(word)) return []
  const parts = hyphenate.part(word, language).split('\u00ad')
  const letters = word.trimEnd().replace(/\p{P}+$/u, '').length
  let end = 0
  const ends = parts.slice(0, -1).map((part) => {
    end += part.length
    return end
  })
  return ends.filter((end) => /\p{L}{2}$/u.test(word.slice(0, end)) && letters - end >= 3)
}

function hyphenWidth({ pieces }: Atom, style: TextStyle, fonts: Fonts): number {
  const run = pieces.at(-1)?.run ?? { text: '' }
  return fonts.width('-', fontStyle(run, style), runSize(run, style))
}

function toAtom(runs: readonly Run[], start: number, end: number, style: TextStyle, fonts: Fonts): Atom {
  const pieces: TextPart[] = []
  let offset = 0
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, start - offset), Math.max(0, end - offset))
    if (text) pieces.push(toPiece(run, text, style, fonts))
    offset += run.text.length
  }
  return joinAtom(pieces, style, fonts)
}

function joinAtom(pieces: readonly TextPart[], style: TextStyle, fonts: Fonts): Atom {
  const text = pieces.map((piece) => piece.text).join('')
  return {
    pieces: [...pieces],
    width: sumWidths(pieces),
    trailing: trailingWidth(pieces, style, fonts),
    gaps: { after: 0, inner: 0 },
    spaces: { trailing: spacesIn(/ *$/.exec(text)?.[0] ?? ''), inner: spacesIn(text.trimEnd()) },
  }
}

/** A segment with its width. */
export function toPiece(run: Run, text: string, style: TextStyle, fonts: Fonts): TextPart {
  return { run, text, width: fonts.width(text, fontStyle(run, style), runSize(run, style)) }
}

/** The width of pieces side by side, in points. */
export const sumWidths = (pieces: readonly TextPart[]): number =>
  pieces.reduce((total, piece) => total + piece.width, 0)

/** The width at a line's end that does not count: its spaces, and the empty half of a Chinese mark. */
export function trailingWidth(pieces: readonly TextPart[], style: TextStyle, fonts: Fonts): number {
  const last = pieces.at(-1)
  if (!last) return 0
  const [face, size] = [fontStyle(last.run, style), runSize(last.run, style)]
  const spaces = last.text.match(/ +$/)?.[0]
  if (spaces) return fonts.width(spaces, face, size)
  const mark = last.text.slice(-1)
  // GB/T 15834, 5.1.10: a mark at a line's end is half as wide.
  return endsHalfEmpty(mark) && fonts.width(mark, face, size) > size * 0.9 ? size * emptyHalf : 0
}

/** Atoms, cut where wider than a line (a long address): between tied parts, else between characters. */
export function fitAtoms(
  atoms: readonly Atom[],
  style: TextStyle,
  width: number,
  fonts: Fonts,
  isJustified: boolean,
): readonly Atom[] {
  const isTooWide = (atom: Atom): boolean => atom.hyphen === undefined && atom.width - atom.trailing > width
  if (!atoms.some(isTooWide)) return atoms
  const fitted = atoms.flatMap((atom) => (isTooWide(atom) ? cutAtom(atom, style, width, fonts) : [atom]))
  return isJustified ? addGaps(fitted) : fitted
}

function cutAtom(atom: Atom, style: TextStyle, width: number, fonts: Fonts): Atom[] {
  const characters = atom.pieces.flatMap(({ run, text }) =>
    [...text].map((character) => toPiece(run, character, style, fonts)),
  )
  const atoms: Atom[] = []
  let pieces: TextPart[] = []
  for (const piece of characters) {
    if (pieces.length > 0 && sumWidths(pieces) + piece.width > width) {
      const end = pieces.findLastIndex(({ text }) => text === ' ') + 1 || pieces.length
      atoms.push(joinAtom(pieces.slice(0, end), style, fonts))
      pieces = pieces.slice(end)
    }
    pieces.push(piece)
  }
  atoms.push(joinAtom(pieces, style, fonts))
  return atoms
}

/** A line's atoms as one piece a run, without the spaces at its end. */
export function joinAtoms(line: readonly Atom[], style: TextStyle, fonts: Fonts): TextPart[] {
  const joined: { run: Run; text: string }[] = []
  for (const { run, text } of line.flatMap((atom) => atom.pieces)) {
    const last = joined.at(-1)
    if (last && last.run === run) joined[joined.length - 1] = { run, text: last.text + text }
    else joined.push({ run, text })
  }
  const last = joined.at(-1)
  const hyphen = line.at(-1)?.hyphen === undefined ? '' : '-'
  if (last) joined[joined.length - 1] = { run: last.run, text: last.text.replace(/ +$/, '') + hyphen }
  return joined.filter(({ text }) => text !== '').map(({ run, text }) => toPiece(run, text, style, fonts))
}
