import type { FontStyle, Fonts, SetGlyph } from '../../../fonts/fonts.ts'
import { createComposer } from '../../../graphics/font-subset.ts'
import type { EmbeddedFont } from '../../../graphics/pdfkit.ts'
import { gapsIn, splitAtWideGaps } from '../../../layout/text/gaps.ts'
import { formatNumber } from '../file/format-number.ts'

/** A text to draw in one style: left edge `x` and baseline `y`, in points from the page's top left corner. */
export interface GlyphText {
  text: string
  style: FontStyle
  size: number
  x: number
  y: number
  /** Points; in justified lines, gaps (spaces, and between Chinese characters) take the difference. */
  width?: number | undefined
  /** Its paragraph is mostly Chinese: a justified line may be widened between characters. */
  isWide?: boolean | undefined
  /** The last character is a hyphen that breaks a word, and copies as a soft hyphen. */
  hyphenated?: boolean | undefined
}

/** A segment of glyphs as elements of a TJ array. Widths are parts of the em. */
interface Segment {
  shown: string
  width: number
  spaces: number
  actual?: string | undefined
}

/** Shows texts in a font that a document embeds, each word encoded once. */
export type TextShower = (text: GlyphText) => { operators: string; actual?: string | undefined }[]

/**
 * Shows texts (ISO 32000-1, 9.4) in the current fill colour, on a page whose y runs down, and adds their glyphs to the
 * font. Parts
 * that copy as another text come apart, for the caller to mark. Throws where the font has no glyph: it would print as a
 * box.
 */
export function createTextShower(font: EmbeddedFont, fonts: Fonts): TextShower {
  const encoded = new Map<string, Segment[]>()
  const numberOf = createNumbering(font)
  const encode = (word: string, { style, size, text }: GlyphText): Segment[] => {
    // Of the size only where glyphs are raised; an entry for each is simpler, and there are few.
    const key = `${size} ${style.rightToLeft ? 'turned ' : ''}${style.tabular ? 'tabular ' : ''}${style.superior ? 'superior ' : ''}${word}`
    let segments = encoded.get(key)
    if (!segments) {
      segments = encodeGlyphs(fonts.glyphs(word, style), font, numberOf, size, {
        text,
        em: fonts.face(style).unitsPerEm,
      })
      encoded.set(key, segments)
    }
    return segments
  }
  return (text) => {
    const parts = splitHyphen(text).flatMap((part) => (isWidened(text, fonts) ? splitWide(part) : [part]))
    const segments = parts.flatMap(({ word, actual, gap }) => {
      const encoded = encode(word, text).map((segment) => (actual === undefined ? segment : { ...segment, actual }))
      const last = encoded.at(-1)
      return gap && last ? [...encoded.slice(0, -1), { ...last, spaces: last.spaces + 1 }] : encoded
    })
    const space = spaceCorrection(text, segments)
    let { x } = text
    return joinPlain(segments).map((parts) => {
      const operators = showSegments(parts, { ...text, x }, space, font)
      for (const { width, spaces } of parts) x += (width + spaces * space) * text.size
      return { operators, actual: parts[0]?.actual }
    })
  }
}

interface Part {
  word: string
  actual?: string
  /** A justified line is widened after it. */
  gap?: boolean
}

function isWidened({ text, style, size, width, isWide }: GlyphText, fonts: Fonts): boolean {
  return (
    isWide === true &&
    width !== undefined &&
    gapsIn(text, true) > 0 &&
    Math.abs(width - fonts.width(text, style, size)) >= leastSlack
  )
}

/** A word parted where a justified line is widened between Chinese characters. */
function splitWide(part: Part): Part[] {
  const words = splitAtWideGaps(part.word)
  return words.map((word, index) => ({ ...part, word, gap: index < words.length - 1 }))
}

/** A text's words and spaces from left to right, and the hyphen that breaks a word. */
function splitHyphen({ text, hyphenated, style }: GlyphText): Part[] {
  const end = hyphenated ? -1 : text.length
  const words = (text.slice(0, end).match(/[ \u00a0]+|[^ \u00a0]+/g) ?? []).map((word) => ({ word }))
  if (style.rightToLeft) words.reverse()
  return hyphenated ? [...words, { word: text.slice(end), actual: '\u00ad' }] : words
}

/** Less is rounding, in points. */
const leastSlack = 0.02

/** What each space is wider than the font's, in parts of the em. */
function spaceCorrection({ width, size }: GlyphText, segments: readonly Segment[]): number {
  const spaces = segments.reduce((sum, segment) => sum + segment.spaces, 0)
  if (width === undefined || spaces === 0) return 0
  const slack = width / size - segments.reduce((sum, segment) => sum + segment.width, 0)
  return Math.abs(slack * size) < leastSlack ? 0 : slack / spaces
}

/** Segments in groups that are shown at once: those that copy as the font says together, each other alone. */
function joinPlain(segments: readonly Segment[]): Segment[][] {
  const groups: Segment[][] = []
  for (const segment of segments) {
    const last = groups.at(-1)
    if (last && last[0]?.actual === undefined && segment.actual === undefined) last.push(segment)
    else groups.push([segment])
  }
  return groups
}

function showSegments(
  segments: readonly Segment[],
  { size, x, y }: Pick<GlyphText, 'size' | 'x' | 'y'>,
  space: number,
  font: EmbeddedFont,
): string {
  const shown = segments.map((segment) => segment.shown + move(-space * segment.spaces)).join('')
  return `BT /${font.id} ${formatNumber(size)} Tf 1 0 0 -1 ${formatNumber(x)} ${formatNumber(y)} Tm [${shown}] TJ ET`
}

/** Every space copies as a plain one: a no-break space would not be found by who searches for `1.092 billion`. */
const anySpace = /^[\u00a0\u2000-\u200a\u202f\u205f]$/u

/** What a dot copies as that has a glyph of its own: without text it would copy as a control character. */
const zeroWidth = '\u200b'

/** A word's glyphs, added to the font; those that the font has for another text, used before, come apart. */
function encodeGlyphs(
  glyphs: readonly SetGlyph[],
  font: EmbeddedFont,
  numberOf: Numbering,
  size: number,
  { text, em }: { text: string; em: number },
): Segment[] {
  const segments: Segment[] = []
  for (const glyph of glyphs) {
    if (glyph.id === 0) throw new Error(`the font has no glyph for: ${glyph.text}, in "${text}"`)
    const copies = anySpace.test(glyph.text) ? ' ' : glyph.text === '' ? zeroWidth : glyph.text
    const segment = {
      shown: showGlyph(glyph, useGlyph(glyph, copies, font, numberOf(glyph, copies, em)), size),
      width: glyph.advance,
      spaces: /^[ \u00a0]$/.test(glyph.text) ? 1 : 0,
    }
    const last = segments.at(-1)
    if (last) segments[segments.length - 1] = joinSegments(last, segment)
    else segments.push(segment)
  }
  return segments
}

function joinSegments(a: Segment, b: Segment): Segment {
  // `<0001><0002>` is `<00010002>`.
  const shown =
    a.shown.endsWith('>') && b.shown.startsWith('<') ? a.shown.slice(0, -1) + b.shown.slice(1) : a.shown + b.shown
  return { shown, width: a.width + b.width, spaces: a.spaces + b.spaces }
}

/**
 * A glyph's number in the embedded font, to which it is added with its width and text; once for each text that it
 * stands for, so that each
 * copies as itself (an Arabic shape to which dots are set makes several letters).
 */
function useGlyph(glyph: SetGlyph, copies: string, { widths, unicode }: EmbeddedFont, code: number): number {
  widths[code] ??= glyph.width * 1000
  unicode[code] ??= [...copies].map((character) => character.codePointAt(0) ?? 0)
  return code
}

/** The number of a glyph in the embedded font; `em` in the font's own units. */
type Numbering = (glyph: SetGlyph, copies: string, em: number) => number

function createNumbering({ subset, unicode }: EmbeddedFont): Numbering {
  const compose = createComposer(subset)
  /** Numbers of glyphs that the subset itself cannot find, by glyph, parts and text. */
  const extra = new Map<string, number>()
  return ({ id, parts = [] }, copies, em) => {
    if (parts.length === 0) {
      const code = subset.includeGlyph(id)
      const copied = unicode[code]
      if (copied === undefined || String.fromCodePoint(...copied) === copies) return code
    }
    const inUnits = parts.map((part) => ({ id: part.id, x: Math.round(part.x * em), y: Math.round(part.y * em) }))
    const key = JSON.stringify([id, copies, inUnits])
    const code = extra.get(key) ?? (parts.length === 0 ? subset.glyphs.push(id) - 1 : compose({ id, parts: inUnits }))
    extra.set(key, code)
    return code
  }
}

/** A glyph's number and its moves, which TJ counts leftward in thousandths of an em; raised, in its own TJ. */
function showGlyph({ width, advance, offset }: SetGlyph, code: number, size: number): string {
  const hex = `<${code.toString(16).padStart(4, '0')}>`
  const raised = offset.y === 0 ? hex : `] TJ ${formatNumber(offset.y * size)} Ts [${hex}] TJ 0 Ts [`
  return move(-offset.x) + raised + move(width - advance + offset.x)
}

/** With a space before it, for numbers may meet. */
function move(by: number): string {
  const thousandths = formatNumber(by * 1000)
  return thousandths === '0' ? '' : ` ${thousandths}`
}
