import type { SetRow, Stroke, TableItem } from './types.ts'

/** A rule below some cells of a row, its middle at `y`; points. */
export interface TableRule {
  x: number
  y: number
  width: number
  stroke: Stroke
}

/** White at either end of a rule below a head that spans columns, points, so that neighbours stand apart. */
const headGap = 4

/** The rules of a table: below each row but for cells that go on in the next, below upper heads as far as they span. */
export function tableRules({ box, columns, rows, rules }: TableItem): TableRule[] {
  const lastHead = rows.findLastIndex(({ header }) => header)
  let y = box.y
  return rows.flatMap((row, index) => {
    y += row.height
    if (index < lastHead) return headRules(row, y, rules.row)
    const stroke = index === lastHead ? rules.header : rules.row
    return segments(columns, rows[index + 1]).map(([left, width]) => ({ x: box.x + left, y, width, stroke }))
  })
}

function headRules({ cells }: SetRow, y: number, stroke: Stroke): TableRule[] {
  const spanning = cells.filter(({ span }) => span && span.columns > 1)
  return spanning.map(({ box }) => ({ x: box.x + headGap, y, width: box.width - 2 * headGap, stroke }))
}

/** From the left and how wide: the columns whose cells end above the next row, neighbours together. */
function segments(columns: readonly number[], next: SetRow | undefined): [left: number, width: number][] {
  const found: [left: number, width: number][] = []
  let left = 0
  for (const [column, width] of columns.entries()) {
    const isOpen = next?.cells[column]?.covered === 'above'
    const last = found.at(-1)
    if (!isOpen && last && column > 0 && next?.cells[column - 1]?.covered !== 'above') last[1] += width
    else if (!isOpen) found.push([left, width])
    left += width
  }
  return found
}
