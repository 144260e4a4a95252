import type { Table as TableNode, TableRow } from 'mdast'
import type { Block, Table, TableCell } from '../../types.ts'
import { getPlace, type Parsing, report } from '../parsing.ts'
import { parseInlines } from '../text/inlines.ts'

/** A table. Every row has as many cells as the header: Markdown would fill or cut off the others in silence, so they are errors. */
export function parseTable(node: TableNode, parsing: Parsing): Block[] {
  const [header, ...rows] = node.children
  if (!header) return []
  const width = header.children.length
  const table: Table = {
    type: 'table',
    align: header.children.map((_, index) => node.align?.[index] ?? 'left'),
    header: parseRow(header, parsing),
    rows: rows.map((row) => {
      checkWidth(row, width, parsing)
      return parseRow(row, parsing)
    }),
    place: getPlace(node, parsing),
  }
  return [table]
}

function parseRow(row: TableRow, parsing: Parsing): TableCell[] {
  return row.children.map((cell) => ({ children: parseInlines(cell.children, parsing) }))
}

function checkWidth(row: TableRow, width: number, parsing: Parsing): void {
  const cells = row.children.length
  if (cells === width) return
  const hint = cells > width ? 'to print a bar in a cell, write \\|' : 'an empty cell needs its bars too: | |'
  report(parsing, `a row of ${cells} cells in a table of ${width} columns`, getPlace(row, parsing), hint)
}
