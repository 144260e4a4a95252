import type { SetCell, SetRow, TableItem } from '../../../layout/types.ts'
import { element, type XmlElement } from '../../../opc/xml.ts'
import { fillElement, lineElement } from '../color.ts'
import { toEmu } from '../emu.ts'
import { oneLevel } from '../parts/list-style.ts'
import { namingElement, type ShapeNaming, transformElement } from './shape.ts'
import { type TableStyle, tableStyleId } from './table-style.ts'
import { levelParagraphs, type TextContext, textBody } from './text-body.ts'

/** A native table, its header row marked for screen readers (pptxgenjs issue 1299) and each row with a cell for each column (pptxgenjs leaves ragged rows ragged, which PowerPoint calls damaged). */
export function tableShape(
  item: TableItem,
  naming: ShapeNaming,
  placeholder: XmlElement | undefined,
  style: TableStyle,
  context: TextContext,
): XmlElement {
  const properties = element(
    'a:tblPr',
    {
      firstRow: item.rows[0]?.header || undefined,
      firstCol: item.rows.some(({ cells }) => cells[0]?.header === 'Row') || undefined,
    },
    [element('a:tableStyleId', {}, [tableStyleId])],
  )
  const padding = cellPadding(item)
  const table = element('a:tbl', {}, [
    properties,
    element(
      'a:tblGrid',
      {},
      item.columns.map((width) => element('a:gridCol', { w: toEmu(width) })),
    ),
    ...item.rows.map((row) => rowElement(row, item, padding, style, context)),
  ])
  return element('p:graphicFrame', {}, [
    element('p:nvGraphicFramePr', {}, [
      namingElement(naming),
      element('p:cNvGraphicFramePr', {}, [element('a:graphicFrameLocks', { noGrp: true })]),
      element('p:nvPr', {}, [placeholder]),
    ]),
    transformElement('p:xfrm', item.box),
    element('a:graphic', {}, [
      element('a:graphicData', { uri: 'http://schemas.openxmlformats.org/drawingml/2006/table' }, [table]),
    ]),
  ])
}

/** Points between a cell's edge and its text, the least that the layout left anywhere in the table. */
interface Padding {
  x: number
  y: number
}

function cellPadding({ rows }: TableItem): Padding {
  const cells = rows.flatMap((row) => row.cells)
  return { x: least(cells.flatMap(sideGaps)), y: least(cells.map(verticalGap)) }
}

/** The smallest gap; of an empty table, none. */
function least(gaps: readonly number[]): number {
  const smallest = gaps.reduce((least, gap) => Math.min(least, gap), Number.POSITIVE_INFINITY)
  return Number.isFinite(smallest) ? Math.max(0, smallest) : 0
}

function sideGaps({ box, paragraph, shift = 0 }: SetCell): number[] {
  return paragraph.lines.flatMap(({ runs }) => {
    const [first, last] = [runs[0], runs.at(-1)]
    return first && last ? [first.x - box.x, box.x + box.width - last.x - last.width - shift] : []
  })
}

function verticalGap({ box, paragraph }: SetCell): number {
  return (box.height - Math.max(1, paragraph.lines.length) * paragraph.style.leading) / 2
}

function rowElement(
  row: SetRow,
  item: TableItem,
  padding: Padding,
  style: TableStyle,
  context: TextContext,
): XmlElement {
  const rule = row.header ? item.rules.header : item.rules.row
  const styled = row.header ? style.rules.header : style.rules.row
  const isAsStyled = rule.color === styled.color && rule.width === styled.width
  const border = isAsStyled ? undefined : lineElement(rule, context.theme, 'a:lnB')
  return element(
    'a:tr',
    { h: toEmu(row.height) },
    item.columns.map((_, column) => cellElement(row, row.cells[column], padding, border, style, context)),
  )
}

function cellElement(
  row: SetRow,
  cell: SetCell | undefined,
  padding: Padding,
  border: XmlElement | undefined,
  style: TableStyle,
  context: TextContext,
): XmlElement {
  const characters = row.header ? style.header : style.body
  const inherited = oneLevel({ font: 'body', italic: false, align: 'left', ...characters })
  const paragraphs = cell ? levelParagraphs([cell.paragraph], cell.box.x + padding.x, false) : []
  const [x, y] = [toEmu(padding.x), toEmu(padding.y)]
  return element('a:tc', {}, [
    textBody('a:txBody', element('a:bodyPr'), paragraphs, inherited, context),
    element('a:tcPr', { marL: x, marR: toEmu(padding.x + (cell?.shift ?? 0)), marT: y, marB: y, anchor: 't' }, [
      border,
      cell?.fill ? fillElement(cell.fill, context.theme) : undefined,
    ]),
  ])
}
