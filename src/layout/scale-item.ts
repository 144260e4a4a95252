import type { Box, Item, SetParagraph, TableItem, TextItem } from './types.ts'

/** A page's items smaller, moved by some points: lengths times `scale`, then `x` and `y` added. */
export interface Shrinking {
  scale: number
  x: number
  y: number
}

/** An item scaled and moved; as all lengths scale alike, lines break where they did. */
export function scaleItem(item: Item, by: Shrinking): Item {
  const box = scaleBox(item.box, by)
  switch (item.type) {
    case 'text':
      return scaleText(item, by)
    case 'chart':
      return { ...item, box, original: item.original ?? item }
    case 'table':
      return scaleTable({ ...item, box }, by)
    case 'polyline':
      return {
        ...item,
        box,
        points: item.points.map(({ x, y }) => ({ x: x * by.scale + by.x, y: y * by.scale + by.y })),
        stroke: { ...item.stroke, width: item.stroke.width * by.scale },
        dot: { ...item.dot, radius: item.dot.radius * by.scale },
      }
    case 'picture':
      return { ...item, box, whole: scaleBox(item.whole, by) }
    case 'rect':
      return { ...item, box, stroke: item.stroke && { ...item.stroke, width: item.stroke.width * by.scale } }
  }
}

/** A text scaled and moved. */
export function scaleText(item: TextItem, by: Shrinking): TextItem {
  const paragraphs = item.paragraphs.map((paragraph) => scaleParagraph(paragraph, by))
  return { ...item, box: scaleBox(item.box, by), paragraphs }
}

function scaleBox({ x, y, width, height }: Box, by: Shrinking): Box {
  return { x: x * by.scale + by.x, y: y * by.scale + by.y, width: width * by.scale, height: height * by.scale }
}

function scaleParagraph(paragraph: SetParagraph, by: Shrinking): SetParagraph {
  const { style, lines, spaceBefore, marker } = paragraph
  const { scale, x, y } = by
  return {
    ...paragraph,
    style: { ...style, size: style.size * scale, leading: style.leading * scale },
    spaceBefore: spaceBefore * scale,
    marker: marker && { ...marker, x: marker.x * scale + x, indent: marker.indent * scale },
    lines: lines.map(({ baseline, runs }) => ({
      baseline: baseline * scale + y,
      runs: runs.map((run) => ({ ...run, x: run.x * scale + x, width: run.width * scale })),
    })),
  }
}

function scaleTable(item: TableItem, by: Shrinking): TableItem {
  const { header, row } = item.rules
  return {
    ...item,
    columns: item.columns.map((width) => width * by.scale),
    rules: {
      header: { ...header, width: header.width * by.scale },
      row: { ...row, width: row.width * by.scale },
    },
    rows: item.rows.map((set) => ({
      ...set,
      height: set.height * by.scale,
      cells: set.cells.map((cell) => ({
        ...cell,
        box: scaleBox(cell.box, by),
        paragraph: scaleParagraph(cell.paragraph, by),
        shift: cell.shift === undefined ? undefined : cell.shift * by.scale,
      })),
    })),
  }
}
