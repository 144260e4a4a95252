import { isRightToLeft, visualOrder } from '../../fonts/bidi.ts'
import type { Fonts } from '../../fonts/fonts.ts'
import type { Run, SetLine, SetParagraph, TextStyle } from '../types.ts'
import { bestLines, mostParted, mostWidened } from './best-lines.ts'
import { gapsIn, isWideGap, isWideText, spacesIn } from './gaps.ts'
import type { Hyphenate } from './hyphenation.ts'
import { type Atom, fitAtoms, joinAtoms, measureText, sumWidths, type TextPart, trailingWidth } from './text-atoms.ts'

/** Lines broken for a width, before they are placed. */
export interface BrokenText {
  runs: Run[]
  style: TextStyle
  width: number
  lines: Atom[][]
  /** Lines times leading, in points. */
  height: number
  /** Spaces are widened so that all lines but a segment's last end at the right edge. */
  justified: boolean
  /** By line: it is the last before a line break or the end. */
  lasts: boolean[]
  /** The paragraph runs from right to left. */
  isRightToLeft: boolean
  /** A word of letters is wider than the lines, and so is cut between any two; an address is to be. */
  cutsWord: boolean
}

/** The style whose lines begin where reading begins: at the right for right-to-left. Tables and cards keep theirs. */
export function startAligned(runs: readonly Run[], style: TextStyle): TextStyle {
  const turns = style.align === 'left' && isRightToLeft(runs.map(({ text }) => text).join(''))
  return turns ? { ...style, align: 'right' } : style
}

/** Breaks a paragraph into the fewest lines that fit (points), as even as possible, without a lonely last word. */
export function breakText(
  given: readonly Run[],
  style: TextStyle,
  width: number,
  fonts: Fonts,
  /** Justifies text with words that can be parted, or with none to part (Chinese); all else has a ragged edge. */
  hyphenator?: Hyphenate,
): BrokenText {
  // On a ground of the accent links are as light as other words: their own colour would not be seen.
  const seen = style.color === 'onAccent' ? given.map((run) => ({ ...run, color: style.color })) : given
  const { runs, isRightToLeft, atoms } = measureText(seen, style, fonts)
  const hyphenate = hyphenator && canJustify(runs, hyphenator) ? hyphenator : undefined
  const [em, room] = [{ ...style, size: 1 }, width / style.size]
  const segments = atoms(hyphenate).map((segment) =>
    segment.length === 0
      ? [[]]
      : bestLines(fitAtoms(segment, em, room, fonts, hyphenate !== undefined), room, hyphenate !== undefined),
  )
  const lines = segments.flat()
  return {
    runs,
    style,
    width,
    lines,
    height: lines.length * style.leading,
    justified: hyphenate !== undefined,
    isRightToLeft,
    lasts: segments.flatMap((segment) => segment.map((_, index) => index === segment.length - 1)),
    cutsWord: atoms(hyphenate).some((segment) =>
      segment.some((atom) => atom.width - atom.trailing > room && isWord(atom)),
    ),
  }
}

const isWord = ({ pieces }: Atom): boolean => /^\p{P}*\p{L}+[\p{P}\s]*$/u.test(pieces.map(({ text }) => text).join(''))

/** Whether most of a text can be parted, or break after almost every character: else justifying tears lines apart. */
function canJustify(runs: readonly Run[], hyphenate: Hyphenate): boolean {
  const known = runs.map(({ text, language }) =>
    hyphenate.knows(language) || isWideText(text) ? text.length : -text.length,
  )
  return known.reduce((sum, length) => sum + length, 0) > 0
}

/** What a paragraph has beside its text. */
export type ParagraphExtras = Partial<Pick<SetParagraph, 'marker' | 'anchor' | 'outline' | 'spaceBefore'>> &
  Pick<SetParagraph, 'tags'>

/** Places broken lines with their first line's top at `y` and their left edge at `x`, points from the page's corner. */
export function placeText(text: BrokenText, x: number, y: number, fonts: Fonts, extras: ParagraphExtras): SetParagraph {
  const { style } = text
  const first = y + baselineDrop(style, fonts)
  return {
    spaceBefore: 0,
    ...extras,
    style,
    runs: text.runs,
    isRightToLeft: text.isRightToLeft,
    ...(text.justified && { isJustified: true }),
    lines: text.lines.map((line, index) =>
      placeLine(joinAtoms(line, style, fonts), x, first + index * style.leading, text, !text.lasts[index], fonts),
    ),
  }
}

/** From the top of a paragraph to its first baseline, points. */
export function baselineDrop(style: TextStyle, fonts: Fonts): number {
  const own = { font: style.font, weight: style.weight, italic: style.italic }
  const ascent = fonts.ascent(own, style.size)
  return (style.leading - ascent - fonts.descent(own, style.size)) / 2 + ascent
}

function placeLine(
  pieces: readonly TextPart[],
  x: number,
  baseline: number,
  text: BrokenText,
  isJustified: boolean,
  fonts: Fonts,
): SetLine {
  const { style, width } = text
  // A few Chinese characters within other words stay together, and are copied so.
  const isWide = text.justified && isWideText(text.runs.map((run) => run.text).join(''))
  const more = widening(pieces, text, isJustified, isWide, fonts)
  const inner = pieces.map((piece) => piece.width + gapsIn(piece.text, isWide) * more)
  const widths = inner.map((own, index) => own + (isWide && isParted(pieces[index], pieces[index + 1]) ? more : 0))
  const rest = width - widths.reduce((sum, own) => sum + own, 0)
  const start = x + (style.align === 'right' ? rest : style.align === 'center' ? rest / 2 : 0)
  const lefts = leftEdges(
    widths,
    pieces.map(({ run }) => run.level ?? 0),
    start,
  )
  const runs = pieces.map(({ run, text }, index) => ({
    ...run,
    text,
    x: lefts[index] ?? 0,
    width: inner[index] ?? 0,
    ...(isWide && { isWide }),
  }))
  return { baseline, runs }
}

/**
 * Points by which each gap of a line is widened to reach the right edge, where possible.
 * Only spaces are narrowed; the empty half of a last mark stands beyond the edge.
 */
function widening(
  pieces: readonly TextPart[],
  { style, width, justified }: BrokenText,
  isJustified: boolean,
  isWide: boolean,
  fonts: Fonts,
): number {
  if (!justified) return 0
  const slack = width - sumWidths(pieces) + trailingWidth(pieces, style, fonts)
  const count = (countIn: (text: string) => number) => pieces.reduce((total, { text }) => total + countIn(text), 0)
  const between = isWide ? pieces.filter((piece, index) => isParted(piece, pieces[index + 1])).length : 0
  const spaces = count(spacesIn)
  const gaps = slack < 0 ? spaces : count((own) => gapsIn(own, isWide)) + between
  const most = (spaces * mostWidened + (gaps - spaces) * mostParted) * style.size
  const isFilled = slack < 0 || (isJustified && slack <= most)
  return isFilled && gaps > 0 ? slack / gaps : 0
}

/** Whether a justified line is widened between two pieces, a number in one font and Chinese in another. */
function isParted(piece: TextPart | undefined, next: TextPart | undefined): boolean {
  return isWideGap([...(piece?.text ?? '')].at(-1) ?? '', [...(next?.text ?? '')][0] ?? '')
}

/** Where each piece of a line starts: side by side from `start`, in their visual order from left to right. */
function leftEdges(widths: readonly number[], levels: readonly number[], start: number): number[] {
  const lefts: number[] = []
  let left = start
  for (const index of visualOrder(levels)) {
    lefts[index] = left
    left += widths[index] ?? 0
  }
  return lefts
}

/** The width of a text that is not broken, in points. */
export function naturalWidth(runs: readonly Run[], style: TextStyle, fonts: Fonts): number {
  return measureText(runs, style, fonts).width() * style.size
}

/** The width of the widest part that cannot be broken, in points. */
export function minimumWidth(runs: readonly Run[], style: TextStyle, fonts: Fonts): number {
  const atoms = measureText(runs, style, fonts).atoms().flat()
  return Math.max(0, ...atoms.map((atom) => atom.width - atom.trailing)) * style.size
}

/** The labels of the footnotes that broken text refers to. */
export function noteLabels({ lines }: BrokenText): string[] {
  const runs = new Set(lines.flatMap((line) => line.flatMap(({ pieces }) => pieces.map(({ run }) => run))))
  return [...runs].flatMap(({ href }) => href?.match(/^#note-(.+)$/)?.slice(1) ?? [])
}
