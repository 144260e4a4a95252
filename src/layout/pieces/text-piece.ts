import type { Place } from '../../diagnostic.ts'
import type { ColorName } from '../../theme/theme.ts'
import { type BrokenText, breakText, naturalWidth, noteLabels, placeText, startAligned } from '../text/set-text.ts'
import { checkGlyphs, type Setting } from '../text/setting.ts'
import type { Role, Run, SetParagraph, Tag, TextItem, TextStyle } from '../types.ts'
import { createPiece, cutOnce, type Piece } from './pieces.ts'

/** A paragraph to set: its words, its style, what it is. */
export interface ParagraphInput {
  runs: readonly Run[]
  style: TextStyle
  width: number
  source: Place
  tags: Tag[]
  role?: Role
  name?: string
  spaceBefore?: number
  keepWithNext?: boolean
  breakBefore?: boolean
  /** Points that the text stands in from the left; a marker stands in that room. */
  indent?: number
  marker?: { text: string; ordered: boolean } | undefined
  anchor?: string | undefined
  outline?: SetParagraph['outline']
  section?: string | undefined
  color?: ColorName
  /** Flush on both sides, where the theme asks for it: running text. */
  isRunning?: boolean
}

/** Fewest lines of a paragraph on either side of a page break: no widow, no orphan. */
const minimumLines = 2

/** A paragraph as a piece that may be cut between lines. */
export function textPiece(input: ParagraphInput, setting: Setting): Piece {
  checkGlyphs(input.runs, input.style, input.source, setting)
  const width = breakWidth(input.width - (input.indent ?? 0), setting)
  const style = startAligned(input.runs, input.style)
  const text = breakText(input.runs, style, width, setting.fonts, input.isRunning ? setting.hyphenate : undefined)
  return linesPiece(input, text, true, setting)
}

/** A slide's lines are broken 1.5 % short of the box, as PowerPoint, without kerning, sets text slightly wider. */
export function breakWidth(width: number, { medium }: Setting): number {
  return medium === 'slide' ? width * 0.985 : width
}

function linesPiece(input: ParagraphInput, text: BrokenText, isStart: boolean, setting: Setting): Piece {
  const part = (from: number, to?: number): BrokenText => {
    const lines = text.lines.slice(from, to)
    return { ...text, lines, lasts: text.lasts.slice(from, to), height: lines.length * text.style.leading }
  }
  const cut = (count: number): [Piece, Piece] => [
    linesPiece({ ...input, keepWithNext: false }, part(0, count), isStart, setting),
    linesPiece(input, part(count), false, setting),
  ]
  return createPiece({
    height: text.height,
    cutsWord: text.cutsWord,
    notes: text.runs.some(({ href }) => href?.startsWith('#note-')) ? noteLabels(text) : [],
    spaceBefore: isStart ? (input.spaceBefore ?? 0) : 0,
    keepWithNext: input.keepWithNext ?? false,
    breakBefore: isStart && (input.breakBefore ?? false),
    source: input.source,
    section: input.section,
    place: (x, y) => [toItem(input, text, isStart, x, y, setting)],
    split: cutOnce((height) => {
      const count = Math.min(Math.floor(height / text.style.leading), text.lines.length - minimumLines)
      return count < minimumLines ? undefined : count
    }, cut),
  })
}

function toItem(
  input: ParagraphInput,
  text: BrokenText,
  isStart: boolean,
  x: number,
  y: number,
  setting: Setting,
): TextItem {
  const { marker, indent = 0, anchor, outline, tags, spaceBefore = 0 } = input
  const turns = text.isRightToLeft
  const markerWidth = naturalWidth([{ text: marker?.text ?? '' }], text.style, setting.fonts)
  return {
    type: 'text',
    name: input.name ?? setting.locale.names.text,
    role: input.role ?? 'body',
    box: { x, y, width: input.width, height: text.height },
    verticalAlign: 'top',
    paragraphs: [
      placeText(text, turns ? x + input.width - indent - text.width : x + indent, y, setting.fonts, {
        tags,
        spaceBefore,
        ...(marker && isStart ? { marker: { ...marker, x: turns ? x + input.width - markerWidth : x, indent } } : {}),
        ...(isStart ? { anchor, outline } : {}),
      }),
    ],
  }
}
