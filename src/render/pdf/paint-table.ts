import { tableRules } from '../../layout/table-rules.ts'
import type { SetCell, SetRow, TableItem, Tag } from '../../layout/types.ts'
import type { PageCanvas } from './page-painter.ts'
import { type DrawnLink, paintParagraph } from './text/paint-paragraph.ts'

/** Draws a table's fills, rules and cells, tagged row by row; the links in it. A repeated header is an artifact: who listens hears it once. */
export function paintTable(item: TableItem, canvas: PageCanvas): DrawnLink[] {
  paintFills(item, canvas)
  paintRules(item, canvas)
  const table = canvas.tree.element(item.tags)
  table.attributes = { ...table.attributes, summary: item.alt }
  return item.rows.flatMap((row, index) =>
    row.repeated ? paintRepeated(row, canvas) : paintRow(item, row, index, canvas),
  )
}

function paintFills({ rows }: TableItem, { painter }: PageCanvas): void {
  for (const { box, fill } of rows.flatMap((row) => row.cells)) {
    if (!fill) continue
    painter.mark('Layout')
    painter.fill(box, fill)
  }
}

function paintRules(item: TableItem, { painter }: PageCanvas): void {
  painter.mark('Layout')
  for (const { x, y, width, stroke } of tableRules(item)) {
    painter.fill({ x, y: y - stroke.width / 2, width, height: stroke.width }, stroke.color)
  }
}

function paintRepeated(row: SetRow, canvas: PageCanvas): DrawnLink[] {
  return row.cells.flatMap(({ paragraph }) => paintParagraph(paragraph, 'Repeated', canvas))
}

function paintRow(item: TableItem, row: SetRow, index: number, canvas: PageCanvas): DrawnLink[] {
  const path = row.tags.length > 0 ? row.tags : [...item.tags, { type: 'TR' as const, id: `${item.name}/${index}` }]
  return row.cells.flatMap((cell, column) => {
    if (cell.covered) return []
    if (cell.repeated) return paintParagraph(cell.paragraph, 'Repeated', canvas)
    // An empty cell has its element too: each row has as many as the header.
    const element = canvas.tree.element(cellTags(cell, path, column))
    return paintParagraph(cell.paragraph, element, canvas)
  })
}

/** The path of a cell, the header's with the direction that it heads. */
function cellTags({ paragraph, header }: SetCell, row: readonly Tag[], column: number): readonly Tag[] {
  const own: Tag = { type: header ? 'TH' : 'TD', id: `${row.at(-1)?.id}/${column}` }
  const path = paragraph.tags.length > 0 ? paragraph.tags : [...row, own]
  return path.map((tag) => (tag.type === 'TH' && !tag.scope ? { ...tag, scope: header ?? 'Column' } : tag))
}
