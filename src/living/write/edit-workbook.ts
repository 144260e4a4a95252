import { groupBy } from '../../dataset/group-by.ts'
import { columnName, columnNumber } from '../../opc/cell-name.ts'
import { childElements, childNamed, descendants, escapeAttribute, escapeText, type XmlElement } from '../../opc/xml.ts'
import { writeZip } from '../../opc/zip.ts'
import { readCells, sheetParts } from '../../trust/verify/read/read-workbook.ts'
import { isSameNumber } from '../merge/merge-series.ts'
import { editTag, getTag, insert, setElement, setInner, source } from './edit-elements.ts'
import { openEditor, type PackageEditor } from './edit-package.ts'

/** What a cell is to hold: a number as text, so that no digit is lost; null for nothing. */
export interface CellValue {
  value: string | null
  isText: boolean
  /** Another number format than it has. */
  format?: string | undefined
}

/** What cells are to hold, by sheet and address: `Sheet1!B2`. */
export type CellValues = ReadonlyMap<string, CellValue>

/** A workbook with other values in some cells, all else as it stands; `kept` are cells with a formula, which stays. */
export function editWorkbook(
  bytes: Uint8Array,
  values: CellValues,
  date: Date,
): { bytes: Uint8Array; kept: [address: string, value: string | null][] } {
  const editor = openEditor(bytes)
  const present = readCells(editor)
  const changed = new Map(
    [...values].filter(
      ([address, { value, format }]) => format !== undefined || !isSameNumber(present.get(address) ?? null, value),
    ),
  )
  const styles = addStyles(editor, [...new Set([...changed.values()].flatMap(({ format }) => format ?? []))])
  const kept: [address: string, value: string | null][] = []
  for (const [sheet, part] of sheetParts(editor)) {
    const own = new Map(onSheet(sheet, changed))
    if (own.size === 0) continue
    const formulas = descendants(editor.xml(part), 'c').filter((cell) => childNamed(cell, 'f'))
    for (const { attributes } of formulas) {
      const asked = own.get(attributes.r ?? '')
      if (asked) kept.push([attributes.r ?? '', asked.value])
    }
    editSheet(editor, editor.xml(part), own, styles)
    const values = new Map(onSheet(sheet, present))
    for (const [cell, { value }] of own) {
      if (value === null) values.delete(cell)
      else values.set(cell, value)
    }
    for (const table of editor.related(part, 'table')) fitTable(editor, table, { values, fresh: new Set(own.keys()) })
  }
  return { bytes: editor.changed().length === 0 ? bytes : writeZip(editor.files(), date), kept }
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

function editSheet(
  editor: PackageEditor,
  root: XmlElement | undefined,
  values: CellValues,
  styles: ReadonlyMap<string, string>,
): void {
  const data = childNamed(root, 'sheetData')
  if (!data) return
  const rows = new Map(childElements(data).map((row) => [Number(row.attributes.r), row]))
  const byRow = groupBy(values, ([cell]) => Number(/\d+$/.exec(cell)?.[0]))
  const numbers = [...new Set([...rows.keys(), ...byRow.keys()])].sort((a, b) => a - b)
  const content = numbers
    .map((number, index) => {
      // A new cell looks like the one above it.
      const above = rows.get(number)
        ? undefined
        : rows.get(numbers.slice(0, index).findLast((one) => rows.has(one)) ?? 0)
      return rowXml(editor, { number, row: rows.get(number), above }, new Map(byRow.get(number) ?? []), styles)
    })
    .join('')
  setInner(editor, data, content)
}

function rowXml(
  editor: PackageEditor,
  { number, row, above }: { number: number; row: XmlElement | undefined; above: XmlElement | undefined },
  values: CellValues,
  styles: ReadonlyMap<string, string>,
): string {
  if (row && values.size === 0) return source(editor, row)
  const cells = new Map(childElements(row).map((cell) => [cell.attributes.r ?? '', cell]))
  const names = [...new Set([...cells.keys(), ...values.keys()])].sort((a, b) => getColumn(a) - getColumn(b))
  const content = names.map((name) => {
    const cell = cells.get(name)
    const value = values.get(name)
    const isKept = value === undefined || (cell && childNamed(cell, 'f'))
    const style = styles.get(value?.format ?? '') ?? cell?.attributes.s ?? styleAbove(above, getColumn(name))
    return isKept ? (cell ? source(editor, cell) : '') : cellXml(name, style, value)
  })
  const tag = row ? getTag(editor, row).replace(/\s*\/?>$/, '') : `<row r="${number}"`
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

/** Adds number formats to a workbook's styles; returns each one's style number, or none without styles. */
function addStyles(editor: PackageEditor, formats: readonly string[]): Map<string, string> {
  const [main] = editor.related('/', 'officeDocument')
  const [part] = editor.related(main, 'styles')
  const root = editor.xml(part)
  const looks = childNamed(root, 'cellXfs')
  if (formats.length === 0 || !root || !looks) return new Map()
  const known = childNamed(root, 'numFmts')
  const first = Math.max(163, ...childElements(known).map(({ attributes }) => Number(attributes.numFmtId))) + 1
  const numbers = formats.map(
    (format, index) => `<numFmt numFmtId="${first + index}" formatCode="${escapeAttribute(format)}"/>`,
  )
  if (known) extend(editor, known, numbers)
  else {
    const list = `<numFmts count="${numbers.length}">${numbers.join('')}</numFmts>`
    insert(editor, root, 'contentStart', list)
  }
  const styles = formats.map(
    (_, index) => `<xf numFmtId="${first + index}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  )
  extend(editor, looks, styles)
  const count = childElements(looks).length
  return new Map(formats.map((format, index) => [format, String(count + index)]))
}

/** Puts more at the end of a list that says how many it holds. */
function extend(editor: PackageEditor, list: XmlElement, added: readonly string[]): void {
  const { part, contentStart, contentEnd } = editor.spanOf(list)
  const count = childElements(list).length + added.length
  const held = editor.written(part, contentStart, contentEnd)
  setElement(editor, list, `<${list.name} count="${count}">${held}${added.join('')}</${list.name}>`)
}

/** The values of a sheet by address, such as `B2`; `fresh` are the addresses of those that were written anew. */
interface Sheet {
  values: ReadonlyMap<string, string>
  fresh: ReadonlySet<string>
}

/** Fits a sheet's table to its cells, with columns named by their heads: otherwise Excel repairs the file. */
function fitTable(editor: PackageEditor, part: string, sheet: Sheet): void {
  const root = editor.xml(part)
  const columns = childNamed(root, 'tableColumns')
  const match = /^([A-Z]+)(\d+):[A-Z]+\d+$/.exec(root?.attributes.ref ?? '')
  if (!root || !columns || !match) return
  const [first, top] = [columnNumber(match[1] ?? 'A'), Number(match[2])]
  const known = childElements(columns)
  const heads = getHeads(sheet, first, top, known.length)
  const most = Math.max(0, ...known.map(({ attributes }) => Number(attributes.id)))
  const bottom = getBottom(sheet, first, top, heads.length)
  const ref = `${columnName(first)}${top}:${columnName(first + heads.length - 1)}${bottom}`
  const isSame = ref === root.attributes.ref && heads.every((head, index) => head === known[index]?.attributes.name)
  if (isSame || heads.length === 0) return
  const written = heads.map((head, index) => {
    const id = known[index]?.attributes.id ?? most + 1 + index - known.length
    return `<tableColumn id="${id}" name="${escapeAttribute(head)}"/>`
  })
  editTag(editor, root, (tag) => tag.replaceAll(`ref="${root.attributes.ref}"`, `ref="${ref}"`))
  setElement(editor, columns, `<tableColumns count="${heads.length}">${written.join('')}</tableColumns>`)
}

/** The heads of a table; columns beside it that people have added are none of it. */
function getHeads({ values, fresh }: Sheet, first: number, top: number, known: number): string[] {
  const heads: string[] = []
  for (let column = first; ; column++) {
    const address = `${columnName(column)}${top}`
    const head = values.get(address)
    if (head === undefined || (heads.length >= known && !fresh.has(address))) return heads
    heads.push(head)
  }
}

/** The last row with something in it; a table has one at least. */
function getBottom({ values }: Sheet, first: number, top: number, width: number): number {
  let bottom = top + 1
  for (const address of values.keys()) {
    const [, column = 'A', row = '1'] = /^([A-Z]+)(\d+)$/.exec(address) ?? []
    const at = columnNumber(column) - first
    if (at >= 0 && at < width) bottom = Math.max(bottom, Number(row))
  }
  return bottom
}
