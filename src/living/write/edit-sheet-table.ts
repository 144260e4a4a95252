import { columnName, columnNumber } from '../../opc/cell-name.ts'
import { childElements, childNamed, escapeAttribute } from '../../opc/xml.ts'
import type { PackageEditor } from './edit-package.ts'

/** The values of a sheet by address, such as `B2`; `fresh` are the addresses of those that were written anew. */
interface Sheet {
  values: ReadonlyMap<string, string>
  fresh: ReadonlySet<string>
}

/** Makes the table over a sheet's cells as wide and long as they are, its columns called as their heads: Excel opens no other without a repair. */
export function fitTable(editor: PackageEditor, part: string, sheet: Sheet): void {
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
  const [whole, own] = [editor.spanOf(root), editor.spanOf(columns)]
  const tag = editor.written(part, whole.start, whole.contentStart)
  editor.replace(part, whole.start, whole.contentStart, tag.replaceAll(`ref="${root.attributes.ref}"`, `ref="${ref}"`))
  editor.replace(part, own.start, own.end, `<tableColumns count="${heads.length}">${written.join('')}</tableColumns>`)
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
