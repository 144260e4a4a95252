import { tableRules } from '../../layout/table-rules.ts'
import type { TableItem } from '../../layout/types.ts'
import type { PageCanvas } from './page-painter.ts'
import { type DrawnLink, paintParagraph } from './text/paint-paragraph.ts'

/** Draws a table, tagged by row; returns its links. A repeated header is an artifact, so as to be read aloud once. */
export function paintTable(item: TableItem, canvas: PageCanvas): DrawnLink[] {
  paintFills(item, canvas)
  paintRules(item, canvas)
  const table = canvas.tree.element(item.tags)
  table.attributes = { ...table.attributes, summary: item.alt }
  return item.rows.flatMap(({ cells }) =>
    cells.flatMap(({ covered, repeated, paragraph }) => {
      if (covered) return []
      // An empty cell has its element too: each row has as many as the header.
      return paintParagraph(paragraph, repeated ? 'Repeated' : canvas.tree.element(paragraph.tags), canvas)
    }),
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
