import type { Block, KeyFigure, List, Note, Quote, Table } from '../../../document/types.ts'
import { toRuns } from '../../../layout/text/runs.ts'
import type { Run } from '../../../layout/types.ts'
import type { LeveledParagraph } from '../shapes/text-body.ts'
import { type ListStyle, levelAt } from './list-style.ts'

/** Speaker notes as paragraphs: bold, links, lists and their numbers kept; a table becomes a line for each row. */
export function notesParagraphs(blocks: readonly Block[], levels: ListStyle): LeveledParagraph[] {
  const set: SetParagraph = (runs, level = 0, start) => ({
    runs: runs.map(withoutColor),
    wanted: { ...levelAt(levels, level), ...(start !== undefined && { bullet: undefined }) },
    level,
    extras: { numbering: start === undefined ? undefined : { scheme: 'arabicPeriod', start } },
  })
  return blocks.flatMap((block) => blockParagraphs(block, 0, set))
}

/** Makes a paragraph of a list's level, numbered where the list has a start. */
type SetParagraph = (runs: Run[], level?: number, start?: number) => LeveledParagraph

/** Notes are black on white; a link has its own colour. */
function withoutColor(run: Run): Run {
  return { ...run, color: undefined }
}

function blockParagraphs(block: Block, level: number, set: SetParagraph): LeveledParagraph[] {
  const within = (blocks: readonly Block[]): LeveledParagraph[] =>
    blocks.flatMap((child) => blockParagraphs(child, level, set))
  switch (block.type) {
    case 'heading':
      return [set(toRuns(block.children, { weight: 'bold' }), level)]
    case 'paragraph':
      return [set(toRuns(block.children), level)]
    case 'sourceLine':
      return [set(toRuns(block.children, { italic: true }), level)]
    case 'list':
      return listParagraphs(block, level, set)
    case 'table':
      return tableParagraphs(block, level, set)
    case 'chart':
      return [set([{ text: block.alt }], level)]
    case 'keyFigures':
      return block.figures.map((figure) => set(keyFigureRuns(figure), level + 1))
    case 'columns':
      return block.columns.flatMap(within)
    case 'quote':
      return [...within(block.children), ...attribution(block, level, set)]
    case 'note':
      return [...noteTitle(block, level, set), ...within(block.children)]
    case 'speakerNotes':
    case 'footnote':
      return within(block.children)
    case 'slideOptions':
    case 'pageBreak':
    case 'contents':
    case 'sourceList':
      return []
  }
}

function listParagraphs(list: List, level: number, set: SetParagraph): LeveledParagraph[] {
  return list.items.flatMap(([first, ...rest]) => {
    const start = list.ordered ? list.start : undefined
    const head =
      first?.type === 'paragraph'
        ? [set(toRuns(first.children), level + 1, start)]
        : first
          ? blockParagraphs(first, level + 1, set)
          : []
    return [...head, ...rest.flatMap((block) => blockParagraphs(block, level + 1, set))]
  })
}

/** `Instant messaging: 1.060 billion, up 21.55 million`. */
function tableParagraphs(table: Table, level: number, set: SetParagraph): LeveledParagraph[] {
  return table.rows.map((cells) => {
    const runs = cells.flatMap((cell, column) => {
      const separator = column === 0 ? '' : column === 1 ? ': ' : ', '
      return [...(separator ? [{ text: separator }] : []), ...toRuns(cell.children)]
    })
    return set(runs, level + 1)
  })
}

function keyFigureRuns({ value, label, change }: KeyFigure): Run[] {
  const movement = change.length > 0 ? [{ text: ', ' }, ...toRuns(change)] : []
  return [...toRuns(value, { weight: 'bold' }), { text: ' ' }, ...toRuns(label), ...movement]
}

function attribution(quote: Quote, level: number, set: SetParagraph): LeveledParagraph[] {
  return quote.attribution ? [set([{ text: '— ' }, ...toRuns(quote.attribution)], level)] : []
}

function noteTitle({ title }: Note, level: number, set: SetParagraph): LeveledParagraph[] {
  return title ? [set([{ text: title, weight: 'bold' }], level)] : []
}
