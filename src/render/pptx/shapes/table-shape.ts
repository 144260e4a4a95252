import type { Point } from '../../../graphics/types.ts'
import type { SetCell, SetRow, TableItem } from '../../../layout/types.ts'
import { element, type XmlElement } from '../../../opc/xml.ts'
import { fillElement, lineElement } from '../color.ts'
import { toEmu } from '../emu.ts'
import { oneLevel } from '../parts/list-style.ts'
import { frameElement, type ShapeNaming } from './shape.ts'
import { type TableStyle, tableStyleId } from './table-style.ts'
import { levelParagraphs, type TextContext, textBody } from './text-body.ts'

/**
 * A native table, its header row marked for screen readers (pptxgenjs issue 1299), with a cell for each column.
 * pptxgenjs leaves rows ragged, which PowerPoint calls damaged.
 */
export function tableShape(item: TableItem, naming: ShapeNaming, style: TableStyle, context: TextContext): XmlElement {
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
  return frameElement(naming, item.box, 'http://schemas.openxmlformats.org/drawingml/2006/table', table, true)
}

/** Points between a cell's edge and its text, the least that the layout left anywhere in the table. */
function cellPadding({ rows }: TableItem): Point {
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

function rowElement(row: SetRow, item: TableItem, padding: Point, style: TableStyle, context: TextContext): XmlElement {
  const form = { ...rowForm(row, item, style), padding }
  return element(
    'a:tr',
    { h: toEmu(row.height) },
    item.columns.map((_, column) => cellElement(row.cells[column], form, context)),
  )
}

type RowForm = ReturnType<typeof rowForm> & { padding: Point }

/** What a row's cells share. The style knows one head row, the first; other heads are styled cell by cell. */
function rowForm(row: SetRow, { rows, rules }: TableItem, style: TableStyle) {
  const isFirst = row === rows[0]
  const isLastHead = row.header && row === rows.findLast(({ header }) => header)
  const rule = isLastHead ? rules.header : rules.row
  const styled = isFirst ? style.rules.header : style.rules.row
  const isAsStyled = rule.color === styled.color && rule.width === styled.width
  return {
    /** The characters that the table's style gives them. */
    characters: isFirst ? style.header : style.body,
    /** The rule below, where it is not the style's. */
    border: isAsStyled ? undefined : rule,
    /** The lines of its highest cell, of heads: those of fewer stand on the row's foot. */
    headLines: row.header ? Math.max(0, ...row.cells.map(({ paragraph }) => paragraph.lines.length)) : 0,
  }
}

function cellElement(cell: SetCell | undefined, form: RowForm, context: TextContext): XmlElement {
  const { padding, headLines } = form
  const inherited = oneLevel({ font: 'body', italic: false, align: 'left', ...form.characters })
  const paragraphs = cell && !cell.covered ? levelParagraphs([cell.paragraph], cell.box.x + padding.x, false) : []
  const [x, y] = [toEmu(padding.x), toEmu(padding.y)]
  const isOnFoot = headLines > 0 && ((cell?.span?.rows ?? 1) > 1 || (cell?.paragraph.lines.length ?? 0) < headLines)
  const anchor = isOnFoot ? 'b' : 't'
  return element('a:tc', mergeAttributes(cell), [
    textBody('a:txBody', element('a:bodyPr'), paragraphs, inherited, context),
    element('a:tcPr', { marL: x, marR: toEmu(padding.x + (cell?.shift ?? 0)), marT: y, marB: y, anchor }, [
      form.border && lineElement(form.border, context.theme, 'a:lnB'),
      cell?.fill ? fillElement(cell.fill, context.theme) : undefined,
    ]),
  ])
}

/** How many columns and rows a cell spans, or that another spans it. */
function mergeAttributes({
  span,
  covered,
}: Pick<SetCell, 'span' | 'covered'> = {}): Record<string, string | undefined> {
  const count = (value = 1): string | undefined => (value > 1 ? String(value) : undefined)
  return {
    rowSpan: count(span?.rows),
    gridSpan: count(span?.columns),
    hMerge: covered === 'left' ? '1' : undefined,
    vMerge: covered === 'above' ? '1' : undefined,
  }
}
