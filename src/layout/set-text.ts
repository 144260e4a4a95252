import LineBreaker from 'linebreak'
import { embeddingLevels, hasRightToLeft, isRightToLeft, visualOrder } from '../bidi.ts'
import type { FontStyle, Fonts } from '../fonts.ts'
import { isTied } from './is-tied.ts'
import type { Run, SetLine, SetParagraph, TextStyle } from './types.ts'

/** Superscripts are set at this part of the size. */
export const superscriptScale = 0.65

/** Lines broken for a width, before they are placed. */
export interface BrokenText {
  runs: Run[]
  style: TextStyle
  width: number
  lines: Piece[][]
  /** Lines times leading, in points. */
  height: number
  /** Spaces are widened so that all lines but a stretch's last end at the right edge. */
  justified: boolean
  /** By line: it is the last before a line break or the end. */
  lasts: boolean[]
  /** The paragraph runs from right to left. */
  isRightToLeft: boolean
}

/** A stretch of one run on one line. */
interface Piece {
  run: Run
  text: string
  width: number
}

/** What may not be broken: the text between two opportunities, with the space that follows it. */
interface Atom {
  pieces: Piece[]
  width: number
  /** Width of the spaces at its end, which vanish at a line's end. */
  trailing: number
  /** How many spaces it has, those at its end and others. */
  spaces: { trailing: number; inner: number }
  /** Width of the hyphen that a line's end after it would add; undefined where it ends a word. */
  hyphen?: number | undefined
}

/** Parts words by the patterns of their language; `language` where it is not the document's. */
export interface Hyphenate {
  /** Whether the words of a language can be parted. */
  knows(language?: string): boolean
  /** A word with a soft hyphen wherever it may be parted. */
  part(word: string, language?: string): string
}

/** The font style of a run in a paragraph. */
export function fontStyle(run: Run, style: TextStyle): FontStyle {
  const { fallback, level = 0 } = run
  const { font, weight, italic, tabular } = style
  const { superior } = run
  const face = { font, weight: run.weight ?? weight, italic: run.italic ?? italic, fallback, tabular, superior }
  return level % 2 === 1 ? { ...face, rightToLeft: true } : face
}

/** The runs parted where their characters are of another font: what the family has no glyph for is set in the first of the theme's fallbacks that has one. */
export function coverRuns(runs: readonly Run[], style: TextStyle, fonts: Fonts): Run[] {
  return runs
    .map((run) => withSuperiors(run, style, fonts))
    .flatMap((run) => {
      const stretches = run.text === '\n' ? [] : fonts.cover(run.text, fontStyle(run, style))
      if (stretches.length <= 1 && stretches[0]?.fallback === undefined) return [run]
      return stretches.map(({ text, fallback }) => ({ ...run, text, fallback }))
    })
}

function withSuperiors(run: Run, style: TextStyle, fonts: Fonts): Run {
  return run.superscript && fonts.hasSuperiors(run.text, fontStyle(run, style)) ? { ...run, superior: true } : run
}

/** The size that a run is set at, in points. */
export function runSize(run: Run, style: TextStyle): number {
  return style.size * (run.superscript && !run.superior ? superscriptScale : 1) * (run.scale ?? 1)
}

/** The style of a paragraph in whose lines the text begins where it is read from: at the right where it runs to the left. Labels in tables and cards stand where these want them. */
export function startAligned(runs: readonly Run[], style: TextStyle): TextStyle {
  const turns = style.align === 'left' && isRightToLeft(runs.map(({ text }) => text).join(''))
  return turns ? { ...style, align: 'right' } : style
}

/** Breaks a paragraph into the fewest lines that fit a width (points), as even as they can be, and none with a lonely last word. */
export function breakText(
  given: readonly Run[],
  style: TextStyle,
  width: number,
  fonts: Fonts,
  /** Justifies text of which the words can be parted; all other text has a ragged edge. */
  hyphenator?: Hyphenate,
): BrokenText {
  const turns = isRightToLeft(given.map(({ text }) => text).join(''))
  const runs = coverRuns(levelRuns(given, turns), style, fonts)
  const hyphenate = hyphenator && canJustify(runs, hyphenator) ? hyphenator : undefined
  const stretches = splitAtBreaks(runs).map((stretch) => {
    const atoms = toAtoms(stretch, style, width, fonts, hyphenate)
    return atoms.length === 0
      ? [[]]
      : bestLines(atoms, width, hyphenate ? style.size : undefined).map((line) => joinPieces(line, style, fonts))
  })
  const lines = stretches.flat()
  return {
    runs,
    style,
    width,
    lines,
    height: lines.length * style.leading,
    justified: hyphenate !== undefined,
    isRightToLeft: turns,
    lasts: stretches.flatMap((stretch) => stretch.map((_, index) => index === stretch.length - 1)),
  }
}

/** The runs parted where their text changes its direction, each with its level (UAX #9); as they are where nothing runs from right to left. */
function levelRuns(runs: readonly Run[], isRightToLeft: boolean): Run[] {
  const text = runs.map((run) => run.text).join('')
  if (!hasRightToLeft(text)) return [...runs]
  // A line break ends no paragraph.
  const levels = embeddingLevels(text.replaceAll('\n', '\u2028'), isRightToLeft)
  let start = 0
  return runs.flatMap((run) => {
    const own = levels.slice(start, start + run.text.length)
    start += run.text.length
    return run.text === '\n' ? [run] : partAtLevels(run, own)
  })
}

function partAtLevels(run: Run, levels: Uint8Array): Run[] {
  const starts = [...levels.keys()].filter((at) => at === 0 || levels[at] !== levels[at - 1])
  return starts.map((start, index) => ({
    ...run,
    text: run.text.slice(start, starts[index + 1]),
    level: levels[start],
  }))
}

/** Whether the most of a text is of languages whose words can be parted: else justifying would tear its lines apart. */
function canJustify(runs: readonly Run[], hyphenate: Hyphenate): boolean {
  const known = runs.map(({ text, language }) => (hyphenate.knows(language) ? text.length : -text.length))
  return known.reduce((sum, length) => sum + length, 0) > 0
}

/** The runs between line breaks (`\n` runs). */
function splitAtBreaks(runs: readonly Run[]): Run[][] {
  const stretches: Run[][] = [[]]
  for (const run of runs) {
    if (run.text === '\n') stretches.push([])
    else stretches.at(-1)?.push(run)
  }
  return stretches
}

function toAtoms(runs: readonly Run[], style: TextStyle, width: number, fonts: Fonts, hyphenate?: Hyphenate): Atom[] {
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
    if (word.endsWith('\u00ad')) atoms.push({ ...last, hyphen: hyphenWidth(last, style, fonts) })
    else atoms.push(...fitAtom(last, style, width, fonts))
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
  const pieces: Piece[] = []
  let offset = 0
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, start - offset), Math.max(0, end - offset))
    if (text) pieces.push(toPiece(run, text, style, fonts))
    offset += run.text.length
  }
  return joinAtom(pieces, style, fonts)
}

function joinAtom(pieces: readonly Piece[], style: TextStyle, fonts: Fonts): Atom {
  const text = pieces.map((piece) => piece.text).join('')
  return {
    pieces: [...pieces],
    width: sum(pieces),
    trailing: trailingWidth(pieces, style, fonts),
    spaces: { trailing: spacesIn(/ *$/.exec(text)?.[0] ?? ''), inner: spacesIn(text.trimEnd()) },
  }
}

function toPiece(run: Run, text: string, style: TextStyle, fonts: Fonts): Piece {
  return { run, text, width: fonts.width(text, fontStyle(run, style), runSize(run, style)) }
}

const sum = (pieces: readonly Piece[]): number => pieces.reduce((total, piece) => total + piece.width, 0)

function trailingWidth(pieces: readonly Piece[], style: TextStyle, fonts: Fonts): number {
  const last = pieces.at(-1)
  const spaces = last?.text.match(/ +$/)?.[0]
  return last && spaces ? fonts.width(spaces, fontStyle(last.run, style), runSize(last.run, style)) : 0
}

/** An atom wider than the line (a long address, a word of 200 letters) is cut between characters. */
function fitAtom(atom: Atom, style: TextStyle, width: number, fonts: Fonts): Atom[] {
  if (atom.width - atom.trailing <= width) return [atom]
  const characters = atom.pieces.flatMap(({ run, text }) =>
    [...text].map((character) => toPiece(run, character, style, fonts)),
  )
  const atoms: Atom[] = []
  let pieces: Piece[] = []
  for (const piece of characters) {
    if (pieces.length > 0 && sum(pieces) + piece.width > width) {
      atoms.push(joinAtom(pieces, style, fonts))
      pieces = []
    }
    pieces.push(piece)
  }
  atoms.push(joinAtom(pieces, style, fonts))
  return atoms
}

/** A line as it might be: how much of the width is left, and what it would look like. */
interface Candidate {
  /** Points; less than none where its spaces must be narrowed. */
  slack: number
  width: number
  isFirst: boolean
  isLast: boolean
  /** Between words. */
  spaces: number
  /** In points, of justified text: what its spaces are widened and narrowed by. */
  justified: number | undefined
}

/** The spaces of justified text are narrowed by no more than this part of the size. */
const mostNarrowed = 0.05

/** The break points with the least total badness (Knuth and Plass's principle); each line costs 10, more than any unevenness can save. `justified`: the size of text that is. */
function bestLines(atoms: readonly Atom[], width: number, justified: number | undefined): Atom[][] {
  const cost = new Float64Array(atoms.length + 1).fill(Number.POSITIVE_INFINITY)
  const from = new Int32Array(atoms.length + 1)
  cost[0] = 0
  for (let end = 1; end <= atoms.length; end++) {
    let used = 0
    let spaces = 0
    for (let start = end - 1; start >= 0; start--) {
      const atom = atoms[start]
      const last = atoms[end - 1]
      if (!atom || !last) break
      used += atom.width
      spaces += atom.spaces.inner + (start < end - 1 ? atom.spaces.trailing : 0)
      const slack = width - (used - last.trailing + (last.hyphen ?? 0))
      const narrowed = justified === undefined ? 0 : spaces * justified * mostNarrowed
      if (slack < -0.01 - narrowed && start < end - 1) break
      const candidate = {
        slack,
        width,
        isFirst: start === 0,
        isLast: end === atoms.length,
        spaces,
        justified,
      }
      const total = (cost[start] ?? 0) + 10 + lineCost(candidate) + hyphenCost(last, atoms[start - 1])
      if (total < (cost[end] ?? 0)) {
        cost[end] = total
        from[end] = start
      }
    }
  }
  const lines: Atom[][] = []
  for (let end = atoms.length; end > 0; end = from[end] ?? 0) lines.unshift(atoms.slice(from[end], end))
  return lines
}

/** The square of its empty part; of a justified line, the cube of how far its spaces are widened, so that no line is torn apart to save another a little. A last line that is short, or a word by itself, costs much. */
function lineCost({ slack, width, isFirst, isLast, spaces, justified }: Candidate): number {
  if (isLast && slack >= 0) return isFirst ? 0 : (slack > width * 0.8 ? 0.5 : 0) + (spaces === 0 ? 0.3 : 0)
  if (justified === undefined) return (slack / width) ** 2
  const most = justified * (slack < 0 ? mostNarrowed : mostWidened)
  const part = Math.abs(slack) / (Math.max(1, spaces) * most)
  return part <= 1 ? 0.1 * part ** 3 : 0.5 + (slack / width) ** 2
}

/** A hyphen costs a little, two on end more. */
function hyphenCost(last: Atom, before: Atom | undefined): number {
  if (last.hyphen === undefined) return 0
  return before?.hyphen === undefined ? 0.02 : 0.1
}

/** A line's atoms as one piece a run, without the spaces at its end. */
function joinPieces(line: readonly Atom[], style: TextStyle, fonts: Fonts): Piece[] {
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
    lines: text.lines.map((pieces, index) =>
      placeLine(pieces, x, first + index * style.leading, text, text.justified && !text.lasts[index]),
    ),
  }
}

/** From the top of a paragraph to its first baseline, points. */
export function baselineDrop(style: TextStyle, fonts: Fonts): number {
  const own = { font: style.font, weight: style.weight, italic: style.italic }
  const ascent = fonts.ascent(own, style.size)
  return (style.leading - ascent - fonts.descent(own, style.size)) / 2 + ascent
}

/** Spaces are widened by no more than this part of the size: past it, a ragged line looks better than a river. */
const mostWidened = 0.5

function placeLine(
  pieces: readonly Piece[],
  x: number,
  baseline: number,
  { style, width, justified }: BrokenText,
  isJustified: boolean,
): SetLine {
  const slack = width - sum(pieces)
  const spaces = pieces.reduce((count, { text }) => count + spacesIn(text), 0)
  const isFilled = slack < 0 ? justified : isJustified && slack <= spaces * mostWidened * style.size
  const more = isFilled && spaces > 0 ? slack / spaces : 0
  const rest = slack - spaces * more
  const start = x + (style.align === 'right' ? rest : style.align === 'center' ? rest / 2 : 0)
  const widths = pieces.map((piece) => piece.width + spacesIn(piece.text) * more)
  const lefts = leftEdges(
    widths,
    pieces.map(({ run }) => run.level ?? 0),
    start,
  )
  const runs = pieces.map(({ run, text }, index) => ({ ...run, text, x: lefts[index] ?? 0, width: widths[index] ?? 0 }))
  return { baseline, runs }
}

/** Where each piece of a line starts: side by side from `start` on, in the order in which they stand from left to right. */
function leftEdges(widths: readonly number[], levels: readonly number[], start: number): number[] {
  const lefts: number[] = []
  let left = start
  for (const index of visualOrder(levels)) {
    lefts[index] = left
    left += widths[index] ?? 0
  }
  return lefts
}

/** How many spaces a text has that are widened where it is justified: those that tie words too. */
export function spacesIn(text: string): number {
  return text.split(/[ \u00a0]/).length - 1
}

/** The width of a text that is not broken, in points. */
export function naturalWidth(runs: readonly Run[], style: TextStyle, fonts: Fonts): number {
  return Math.max(
    ...splitAtBreaks(coverRuns(levelRuns(runs, false), style, fonts)).map((stretch) =>
      sum(stretch.map((run) => toPiece(run, run.text, style, fonts))),
    ),
  )
}

/** The width of the widest part that cannot be broken, in points. */
export function minimumWidth(runs: readonly Run[], style: TextStyle, fonts: Fonts): number {
  const stretches = splitAtBreaks(coverRuns(levelRuns(runs, false), style, fonts))
  const atoms = stretches.flatMap((stretch) => toAtoms(stretch, style, Number.POSITIVE_INFINITY, fonts))
  return Math.max(0, ...atoms.map((atom) => atom.width - atom.trailing))
}

/** The labels of the footnotes that broken text refers to. */
export function noteLabels({ lines }: BrokenText): string[] {
  return lines.flat().flatMap(({ run }) => run.href?.match(/^#note-(.+)$/)?.slice(1) ?? [])
}
