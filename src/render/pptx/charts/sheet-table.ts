import type { NativeColumn } from '../../../chart/native/native-types.ts'
import { cellName } from '../../../opc/cell-name.ts'
import { element, type XmlElement } from '../../../opc/xml.ts'

/**
 * An Excel table over all of a sheet, with which a chart grows when somebody adds a row below it. None where Excel
 * would not have one: without rows, with
 * headers that are empty, alike or of several lines.
 */
export function sheetTable(columns: readonly NativeColumn[], namespace: string): XmlElement | undefined {
  const headers = columns.map(({ header }) => header)
  const height = Math.max(0, ...columns.map(({ cells }) => cells.length))
  const isApart = new Set(headers.map((header) => header.toLowerCase())).size === headers.length
  if (height === 0 || !isApart || headers.some((header) => header === '' || /[\r\n]/.test(header))) return undefined
  return element(
    'table',
    {
      xmlns: namespace,
      id: 1,
      name: 'Table1',
      displayName: 'Table1',
      ref: `A1:${cellName(height, columns.length - 1)}`,
      totalsRowShown: 0,
    },
    [
      element(
        'tableColumns',
        { count: headers.length },
        headers.map((name, index) => element('tableColumn', { id: index + 1, name })),
      ),
      element('tableStyleInfo', {
        name: 'TableStyleLight1',
        showFirstColumn: 0,
        showLastColumn: 0,
        showRowStripes: 0,
        showColumnStripes: 0,
      }),
    ],
  )
}
