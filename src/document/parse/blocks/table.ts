import type { Link, PhrasingContent, Table as TableNode, TableRow } from 'mdast'
import { loneFigure } from '../../lone-figure.ts'
import { plainText } from '../../plain-text.ts'
import type { Block, Inline, Table, TableCell } from '../../types.ts'
import { getPlace, type Parsing, report } from '../parsing.ts'
import { parseInlines } from '../text/inlines.ts'

/** A table. Rows must be as long as the header, as Markdown would silently fill or cut them: others are errors. */
export function parseTable(node: TableNode, parsing: Parsing): Block[] {
  const [header, ...rows] = node.children
  if (!header) return []
  const width = header.children.length
  const parsed = rows.map((row) => {
    checkWidth(row, width, parsing)
    return parseRow(row, false, parsing)
  })
  const table: Table = {
    type: 'table',
    align: header.children.map((_, index) => node.align?.[index] ?? usualSide(parsed.map((row) => row[index]))),
    header: parseRow(header, true, parsing),
    rows: parsed,
    place: getPlace(node, parsing),
  }
  return [table]
}

/** Where the author gives no side to a column: numbers, and what stands in for one, at the right, words at the left. */
function usualSide(column: readonly (TableCell | undefined)[]): 'left' | 'right' {
  const cells = column.map((cell) => cell?.children ?? [])
  const isNumber = (cell: readonly Inline[]) => loneFigure(cell) !== undefined
  const isNone = (cell: readonly Inline[]) => cell.every(isAbsent) || /^\P{L}*$/u.test(plainText(cell))
  return cells.some(isNumber) && cells.every((cell) => isNumber(cell) || isNone(cell)) ? 'right' : 'left'
}

function isAbsent(inline: Inline): boolean {
  return inline.type === 'text' && inline.absent !== undefined
}

/** The cells of a row; all of a header row may begin with upper heads, of another row the first. */
function parseRow(row: TableRow, isHeader: boolean, parsing: Parsing): TableCell[] {
  return row.children.map((cell, column) => {
    const heads = isHeader || column === 0 ? upperHeads(cell.children) : 0
    if (heads === 0) return { children: parseInlines(cell.children, parsing) }
    const over = cell.children.slice(0, heads).filter(isUpperHead)
    return {
      children: trimStart(parseInlines(cell.children.slice(heads), parsing)),
      over: over.map((head) => parseInlines(head.children, parsing)),
    }
  })
}

/**
 * How many of a cell's first nodes are upper heads or white space:
 * `[Men](head:) 2023` stands under Men, as do its neighbours that begin alike.
 */
function upperHeads(nodes: readonly PhrasingContent[]): number {
  const count = nodes.findLastIndex(isUpperHead) + 1
  return nodes.slice(0, count).every((node) => isUpperHead(node) || isWhite(node)) ? count : 0
}

function isUpperHead(node: PhrasingContent): node is Link {
  return node.type === 'link' && node.url === 'head:'
}

function isWhite(node: PhrasingContent): boolean {
  return node.type === 'text' && node.value.trim() === ''
}

function trimStart([first, ...rest]: readonly Inline[]): Inline[] {
  if (first?.type !== 'text') return first ? [first, ...rest] : []
  const value = first.value.trimStart()
  return value === '' ? rest : [{ ...first, value }, ...rest]
}

function checkWidth(row: TableRow, width: number, parsing: Parsing): void {
  const cells = row.children.length
  if (cells === width) return
  const hint = cells > width ? 'to print a bar in a cell, write \\|' : 'an empty cell needs its bars too: | |'
  report(parsing, `a row of ${cells} cells in a table of ${width} columns`, getPlace(row, parsing), hint)
}
