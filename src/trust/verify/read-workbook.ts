import type { OpenedPackage } from '../../render/package/open-package.ts'
import { childElements, childNamed, descendants, textOf, type XmlElement } from '../../render/package/xml.ts'

/** The cells of a workbook by sheet and address: `Sheet1!B2` → `1092000000`; texts as texts, empty cells left out. */
export function readCells(opened: OpenedPackage): ReadonlyMap<string, string> {
  const main = opened.relations.get('/')?.find(({ type }) => type.endsWith('/officeDocument'))
  const workbook = main && opened.xml.get(main.target)
  if (!main || !workbook) return new Map()
  const targets = new Map(opened.relations.get(main.target)?.map(({ id, target }) => [id, target]))
  const strings = sharedStrings(opened, main.target)
  const sheets = childElements(childNamed(workbook, 'sheets')).map(({ attributes }) => ({
    name: attributes.name ?? '',
    xml: opened.xml.get(targets.get(attributes['r:id'] ?? '') ?? ''),
  }))
  return new Map(sheets.flatMap(({ name, xml }) => (xml ? sheetCells(name, xml, strings) : [])))
}

function sharedStrings(opened: OpenedPackage, main: string): string[] {
  const relation = opened.relations.get(main)?.find(({ type }) => type.endsWith('/sharedStrings'))
  const root = relation && opened.xml.get(relation.target)
  return childElements(root).map((item) => descendants(item, 't').map(textOf).join(''))
}

function sheetCells(sheet: string, xml: XmlElement, strings: readonly string[]): [string, string][] {
  return descendants(xml, 'c').flatMap((cell): [string, string][] => {
    const value = cellValue(cell, strings)
    return value === undefined ? [] : [[`${sheet}!${cell.attributes.r ?? ''}`, value]]
  })
}

function cellValue(cell: XmlElement, strings: readonly string[]): string | undefined {
  const value = childNamed(cell, 'v')
  switch (cell.attributes.t) {
    case 's':
      return value && strings[Number(textOf(value))]
    case 'inlineStr':
      return descendants(cell, 't').map(textOf).join('')
    default:
      return value && textOf(value)
  }
}
