import { type OpenedPackage, openPackage } from '../../../opc/open-package.ts'
import { mainPart } from '../../../opc/opened-deck.ts'
import { childElements, childNamed, descendants, getText, type XmlElement } from '../../../opc/xml.ts'

/** The sheets of a workbook: their names, and the parts that they are. */
export function sheetParts(opened: OpenedPackage): [name: string, part: string][] {
  const main = mainPart(opened)
  return descendants(main?.xml, 'sheet').flatMap(({ attributes }): [string, string][] => {
    const part = opened.target(main?.name ?? '', attributes['r:id'])
    return part === undefined ? [] : [[attributes.name ?? '', part]]
  })
}

/** The cells of the workbook that is embedded in a chart; undefined where there is none that can be read. */
export function workbookCells(
  opened: Pick<OpenedPackage, 'related' | 'bytes'>,
  part: string,
): ReadonlyMap<string, string> | undefined {
  const [workbook] = opened.related(part, 'package')
  const bytes = opened.bytes(workbook)
  return bytes && readCells(openPackage(bytes))
}

/** The cells of a workbook by sheet and address: `Sheet1!B2` → `1092000000`; texts as texts, empty cells left out. */
export function readCells(opened: OpenedPackage): ReadonlyMap<string, string> {
  const [main = ''] = opened.related('/', 'officeDocument')
  const [part = ''] = opened.related(main, 'sharedStrings')
  const strings = childElements(opened.xml(part)).map((item) => descendants(item, 't').map(getText).join(''))
  return new Map(
    sheetParts(opened).flatMap(([name, sheet]) => {
      const xml = opened.xml(sheet)
      return xml ? sheetCells(name, xml, strings) : []
    }),
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
