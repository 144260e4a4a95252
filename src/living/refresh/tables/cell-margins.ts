import { childElements, childNamed, type XmlElement } from '../../../opc/xml.ts'
import { editTag } from '../../write/edit-elements.ts'
import type { MatchedTable, Refreshing } from '../types.ts'

/** Cell margins that align decimal points follow the build's where nobody has set others. */
export function followMargins(matched: MatchedTable, { editor }: Refreshing): void {
  const { table, rows, columns } = matched
  table.rows.forEach(({ element }, index) => {
    getRowCells(element).forEach((cell, place) => {
      const row = rows.toNow.get(rows.toBuilt.get(index) ?? -1)
      const margin = getMargin(matched, row, columns.toNow.get(columns.toBuilt.get(place) ?? -1))
      const own = childNamed(cell, 'a:tcPr')
      const isOwn = own === undefined || margin === undefined || own.attributes.marL !== margin.marL
      if (isOwn || own.attributes.marR === margin.marR) return
      editTag(editor, own, (tag) => withMargin(tag, margin))
    })
  })
}

/** The margins of a cell of the present build. */
export function getMargin(
  { drawn }: MatchedTable,
  row: number | undefined,
  column: number | undefined,
): Readonly<Record<string, string>> | undefined {
  const cell = getRowCells(drawn?.rows[row ?? -1]?.element)[column ?? -1]
  return childNamed(cell, 'a:tcPr')?.attributes
}

/** A cell's properties with the build's margin at its right. */
export function withMargin(xml: string, margin: Readonly<Record<string, string>> | undefined): string {
  const right = margin?.marR
  return right === undefined ? xml : xml.replace(/(<a:tcPr\b[^>]*\smarR=")\d+/, `$1${right}`)
}

/** The cells of a row of a table on a slide. */
export function getRowCells(row: XmlElement | undefined): XmlElement[] {
  return childElements(row).filter(({ name }) => name === 'a:tc')
}
