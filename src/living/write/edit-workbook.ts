import { groupBy } from '../../dataset/group-by.ts'
import { columnNumber } from '../../opc/cell-name.ts'
import { childElements, childNamed, descendants, escapeText, type XmlElement } from '../../opc/xml.ts'
import { writeZip } from '../../opc/zip.ts'
import { readCells } from '../../trust/verify/read/read-workbook.ts'
import { isSameNumber } from '../merge/merge-series.ts'
import { addStyles } from './add-styles.ts'
import { openEditor, type PackageEditor } from './edit-package.ts'
import { fitTable } from './edit-sheet-table.ts'

/** What a cell is to hold: a number as text, so that no digit is lost; null for nothing. */
export interface CellValue {
  value: string | null
  isText: boolean
  /** Another number format than it has. */
  format?: string | undefined
}

/** What cells are to hold, by sheet and address: `Sheet1!B2`. */
export type CellValues = ReadonlyMap<string, CellValue>

/** A workbook with other values in some cells, all else as it stands; a cell with a formula keeps it. */
export function editWorkbook(bytes: Uint8Array, values: CellValues, date: Date): Uint8Array {
  const editor = openEditor(bytes)
  const present = readCells(editor)
  const changed = new Map(
    [...values].filter(
      ([address, { value, format }]) => format !== undefined || !isSameNumber(present.get(address) ?? null, value),
    ),
  )
  const styles = addStyles(editor, [...new Set([...changed.values()].flatMap(({ format }) => format ?? []))])
  for (const [sheet, part] of sheetParts(editor)) {
    const own = new Map(onSheet(sheet, changed))
    if (own.size === 0) continue
    editSheet(editor, part, own, styles)
    const values = new Map(onSheet(sheet, present))
    for (const [cell, { value }] of own) {
      if (value === null) values.delete(cell)
      else values.set(cell, value)
    }
    for (const table of editor.related(part, 'table')) fitTable(editor, table, { values, fresh: new Set(own.keys()) })
  }
  return editor.changed().length === 0 ? bytes : writeZip(editor.files(), date)
}

/** What stands on a sheet, by cell. */
function onSheet<T>(sheet: string, values: ReadonlyMap<string, T>): [cell: string, value: T][] {
  return [...values].flatMap(([address, value]): [string, T][] => {
    const [name, cell] = splitAddress(address)
    return name === sheet ? [[cell, value]] : []
  })
}

function splitAddress(address: string): [string, string] {
  const at = address.lastIndexOf('!')
  return [address.slice(0, at), address.slice(at + 1)]
}

function sheetParts(editor: PackageEditor): [name: string, part: string][] {
  const [main] = editor.related('/', 'officeDocument')
  const workbook = main === undefined ? undefined : editor.xml(main)
  if (main === undefined || !workbook) return []
  const targets = new Map(editor.relations(main).map(({ id, target }) => [id, target]))
  return descendants(workbook, 'sheet').flatMap(({ attributes }) => {
    const part = targets.get(attributes['r:id'] ?? '')
    return part === undefined ? [] : [[attributes.name ?? '', part] as [string, string]]
  })
}

function editSheet(editor: PackageEditor, part: string, values: CellValues, styles: ReadonlyMap<string, string>): void {
  const root = editor.xml(part)
  const data = childNamed(root, 'sheetData')
  if (!root || !data) return
  const { start, contentStart, contentEnd, end } = editor.spanOf(data)
  const rows = new Map(childElements(data).map((row) => [Number(row.attributes.r), row]))
  const byRow = groupBy(values, ([cell]) => Number(/\d+$/.exec(cell)?.[0]))
  const numbers = [...new Set([...rows.keys(), ...byRow.keys()])].sort((a, b) => a - b)
  const content = numbers
    .map((number, index) => {
      // A new cell looks like the one above it.
      const above = rows.get(number)
        ? undefined
        : rows.get(numbers.slice(0, index).findLast((one) => rows.has(one)) ?? 0)
      return rowXml(editor, part, { number, row: rows.get(number), above }, new Map(byRow.get(number) ?? []), styles)
    })
    .join('')
  if (contentEnd < end) editor.replace(part, contentStart, contentEnd, content)
  else editor.replace(part, start, end, `<sheetData>${content}</sheetData>`)
}

function rowXml(
  editor: PackageEditor,
  part: string,
  { number, row, above }: { number: number; row: XmlElement | undefined; above: XmlElement | undefined },
  values: CellValues,
  styles: ReadonlyMap<string, string>,
): string {
  const source = (element: XmlElement) => {
    const { start, end } = editor.spanOf(element)
    return editor.written(part, start, end)
  }
  if (row && values.size === 0) return source(row)
  const cells = new Map(childElements(row).map((cell) => [cell.attributes.r ?? '', cell]))
  const names = [...new Set([...cells.keys(), ...values.keys()])].sort((a, b) => getColumn(a) - getColumn(b))
  const content = names.map((name) => {
    const cell = cells.get(name)
    const value = values.get(name)
    const isKept = value === undefined || (cell && childNamed(cell, 'f'))
    const style = styles.get(value?.format ?? '') ?? cell?.attributes.s ?? styleAbove(above, getColumn(name))
    return isKept ? (cell ? source(cell) : '') : cellXml(name, style, value)
  })
  const span = row && editor.spanOf(row)
  const tag = span ? editor.written(part, span.start, span.contentStart).replace(/\s*\/?>$/, '') : `<row r="${number}"`
  return `${tag}>${content.join('')}</row>`
}

function styleAbove(row: XmlElement | undefined, column: number): string | undefined {
  return childElements(row).find(({ attributes }) => getColumn(attributes.r ?? 'A') === column)?.attributes.s
}

function getColumn(cell: string): number {
  return columnNumber(/^[A-Z]+/.exec(cell)?.[0] ?? 'A')
}

function cellXml(name: string, style: string | undefined, { value, isText }: CellValue): string {
  const head = `<c r="${name}"${style === undefined ? '' : ` s="${style}"`}`
  if (value === null) return `${head}/>`
  return isText
    ? `${head} t="inlineStr"><is><t xml:space="preserve">${escapeText(value)}</t></is></c>`
    : `${head}><v>${escapeText(value)}</v></c>`
}
