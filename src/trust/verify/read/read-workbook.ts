import type { OpenedPackage } from '../../../opc/open-package.ts'
import { childElements, childNamed, descendants, getText, type XmlElement } from '../../../opc/xml.ts'

/** The cells of a workbook by sheet and address: `Sheet1!B2` → `1092000000`; texts as texts, empty cells left out. */
export function readCells(opened: OpenedPackage): ReadonlyMap<string, string> {
  const [main] = opened.related('/', 'officeDocument')
  const workbook = main === undefined ? undefined : opened.xml(main)
  if (main === undefined || !workbook) return new Map()
  const targets = new Map(opened.relations(main).map(({ id, target }) => [id, target]))
  const strings = sharedStrings(opened, main)
  const sheets = childElements(childNamed(workbook, 'sheets')).map(({ attributes }) => ({
    name: attributes.name ?? '',
    xml: opened.xml(targets.get(attributes['r:id'] ?? '') ?? ''),
  }))
  return new Map(sheets.flatMap(({ name, xml }) => (xml ? sheetCells(name, xml, strings) : [])))
}

function sharedStrings(opened: OpenedPackage, main: string): string[] {
  const [part] = opened.related(main, 'sharedStrings')
  return childElements(part === undefined ? undefined : opened.xml(part)).map((item) =>
    descendants(item, 't').map(getText).join(''),
  )
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
      return value && strings[Number(getText(value))]
    case 'inlineStr':
      return descendants(cell, 't').map(getText).join('')
    default:
      return value && getText(value)
  }
}
