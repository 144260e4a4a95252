import type { Contents, Heading } from '../../../document/types.ts'
import { addAside, inTextColumn, joinPieces, type Piece } from '../../pieces/pieces.ts'
import { textPiece } from '../../pieces/text-piece.ts'
import { fontStyle } from '../../text/run-style.ts'
import { runText, toRuns } from '../../text/runs.ts'
import type { Setting } from '../../text/setting.ts'
import type { Item, SetParagraph, Tag, TextStyle } from '../../types.ts'
import { type Grid, ruleItem } from '../page-grid.ts'
import type { PagePlaces } from '../page-places.ts'

/** Room for a page's number at the right, points. */
const numberRoom = 24

/** The headings in the contents, and where they stand. */
export interface ContentsInput {
  contents: Contents
  headings: readonly Heading[]
  places: PagePlaces
  /** The structure elements that it stands in. */
  tags: Tag[]
  /** Whether a heading of the author's is their title. */
  isTitled: boolean
}

/** The contents: each heading as a link, with its page; their title in the margin, or above where there is none. */
export function contentsPieces(input: ContentsInput, grid: Grid, setting: Setting): Piece[] {
  const toc: Tag[] = [...input.tags, { type: 'TOC', id: setting.nextId() }]
  const label = labelPiece(input, toc, grid, setting)
  const [first, ...rest] = entryPieces(input, grid.textWidth, toc, setting.styles.body, setting)
  if (!first) return []
  const entries = [first, ...rest].map(inTextColumn)
  const pieces = input.isTitled
    ? entries
    : grid.sideWidth > 0
      ? entries.map((piece, index) => (index === 0 ? addAside(piece, { kind: 'lead', piece: label }) : piece))
      : [{ ...label, keepWithNext: true }, ...entries]
  return pieces.map((piece, index) => ({
    ...piece,
    keepWithNext: index === 0 || index === pieces.length - 2,
    continues: index > 0,
  }))
}

/** The contents in the margin, as one piece. */
export function marginContents(input: ContentsInput, grid: Grid, setting: Setting): Piece {
  const toc: Tag[] = [...input.tags, { type: 'TOC', id: setting.nextId() }]
  const label = labelPiece(input, toc, grid, setting)
  return joinPieces([label, ...entryPieces(input, grid.sideWidth, toc, setting.styles.tableCell, setting)], {
    spaceBefore: 0,
  })
}

function labelPiece({ contents }: ContentsInput, toc: readonly Tag[], grid: Grid, setting: Setting): Piece {
  const { styles, locale } = setting
  return textPiece(
    {
      runs: [{ text: locale.word('contents') }],
      style: { ...styles.subheading, leading: styles.body.leading },
      width: grid.sideWidth || grid.textWidth,
      source: contents.place,
      tags: [...toc, { type: 'Caption', id: setting.nextId() }],
      spaceBefore: styles.subheading.leading * 1.4,
    },
    setting,
  )
}

function entryPieces(
  { headings, places }: ContentsInput,
  width: number,
  toc: readonly Tag[],
  style: TextStyle,
  setting: Setting,
): Piece[] {
  return headings.map((heading) => entryPiece(heading, places.anchors.get(heading.id), width, toc, style, setting))
}

function entryPiece(
  { id, depth, children, place }: Heading,
  page: number | undefined,
  width: number,
  toc: readonly Tag[],
  style: TextStyle,
  setting: Setting,
): Piece {
  const unit = setting.theme.page.baseline / 2
  const words = runText(toRuns(children))
  const text = textPiece(
    {
      runs: [{ text: words, href: `#${id}` }],
      style: { ...style, weight: depth === 2 ? 'bold' : 'regular' },
      width: width - numberRoom,
      indent: depth === 2 ? 0 : style.size,
      source: place,
      name: words,
      tags: [...toc, { type: 'TOCI', id: setting.nextId() }, { type: 'Reference', id: setting.nextId() }],
    },
    setting,
  )
  const number = page === undefined ? '' : String(page)
  return {
    ...text,
    spaceBefore: unit / 2,
    split: undefined,
    place: (x, y) => [
      ...text.place(x, y).map((item) => addNumber(item, number, id, x + width, setting)),
      ruleItem('Contents rule', x, y + text.height + unit / 4, width, 0.25, 'rule'),
    ],
  }
}

/** The entry with its page at the end of its last line, right-aligned. */
function addNumber(item: Item, number: string, id: string, right: number, setting: Setting): Item {
  if (item.type !== 'text' || number === '') return item
  return { ...item, paragraphs: item.paragraphs.map((paragraph) => withNumber(paragraph, number, id, right, setting)) }
}

function withNumber(
  paragraph: SetParagraph,
  number: string,
  id: string,
  right: number,
  { fonts }: Setting,
): SetParagraph {
  // The space parts the words from the number where both are copied or read aloud.
  const run = { text: ` ${number}`, href: `#${id}`, weight: 'regular' as const }
  const width = fonts.width(run.text, fontStyle(run, paragraph.style), paragraph.style.size)
  const lines = paragraph.lines.map((line, index) =>
    index < paragraph.lines.length - 1 ? line : { ...line, runs: [...line.runs, { ...run, x: right - width, width }] },
  )
  return { ...paragraph, runs: [...paragraph.runs, run], lines }
}
