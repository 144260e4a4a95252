import type { NativeColumn } from '../../../chart/native/native-types.ts'
import { columnName } from '../../../opc/cell-name.ts'
import { element, type XmlElement } from '../../../opc/xml.ts'
import { valueElement } from './paint-elements.ts'

/** The cells of a column's rows, first and last from 0; the header stands above row 0. */
function getRange(column: number, [first, last]: readonly [number, number]): string {
  const letters = columnName(column)
  return `Sheet1!$${letters}$${first + 2}${first === last ? '' : `:$${letters}$${last + 2}`}`
}

/** `<c:tx>`: a series' name, the header of its column. */
export function nameReference(column: number, { header }: NativeColumn): XmlElement {
  return element('c:tx', {}, [
    element('c:strRef', {}, [
      element('c:f', {}, [`Sheet1!$${columnName(column)}$1`]),
      element('c:strCache', {}, [valueElement('c:ptCount', 1), point(0, header)]),
    ]),
  ])
}

/** A reference to cells with their values beside it: numbers where every cell is one, texts otherwise. A missing value has no point at all (pptxgenjs writes an empty one for null and NaN). */
export function cellsReference(
  name: string,
  index: number,
  column: NativeColumn,
  rows: readonly [number, number],
): XmlElement {
  const cells = column.cells.slice(rows[0], rows[1] + 1)
  const isText = cells.some((cell) => typeof cell === 'string')
  const count = valueElement('c:ptCount', rows[1] - rows[0] + 1)
  const points = cells.flatMap((cell, row) => (cell === null ? [] : [point(row, String(cell))]))
  const formula = element('c:f', {}, [getRange(index, rows)])
  if (isText) {
    return element(name, {}, [element('c:strRef', {}, [formula, element('c:strCache', {}, [count, ...points])])])
  }
  const format = element('c:formatCode', {}, [column.format])
  return element(name, {}, [element('c:numRef', {}, [formula, element('c:numCache', {}, [format, count, ...points])])])
}

function point(idx: number, value: string): XmlElement {
  return element('c:pt', { idx }, [element('c:v', {}, [value])])
}
