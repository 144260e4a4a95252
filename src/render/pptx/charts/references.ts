import type { NativeColumn } from '../../../chart/native/native-types.ts'
import { columnName } from '../../../opc/cell-name.ts'
import { element, type XmlElement } from '../../../opc/xml.ts'
import { valueElement } from './paint-elements.ts'

/** So many cells of a column, below its header. */
function getRange(column: number, count: number): string {
  const letters = columnName(column)
  return `Sheet1!$${letters}$2${count === 1 ? '' : `:$${letters}$${count + 1}`}`
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

/**
 * A reference to cells with their values: numbers where every cell is one, else texts.
 * A missing value has no point at all (pptxgenjs writes an empty one for null and NaN).
 */
export function cellsReference(name: string, index: number, { cells, format }: NativeColumn): XmlElement {
  const length = Math.max(1, cells.length)
  const isText = cells.some((cell) => typeof cell === 'string')
  const count = valueElement('c:ptCount', length)
  const points = cells.flatMap((cell, row) => (cell === null ? [] : [point(row, String(cell))]))
  const formula = element('c:f', {}, [getRange(index, length)])
  if (isText) {
    return element(name, {}, [element('c:strRef', {}, [formula, element('c:strCache', {}, [count, ...points])])])
  }
  const cache = element('c:numCache', {}, [element('c:formatCode', {}, [format]), count, ...points])
  return element(name, {}, [element('c:numRef', {}, [formula, cache])])
}

function point(idx: number, value: string): XmlElement {
  return element('c:pt', { idx }, [element('c:v', {}, [value])])
}
