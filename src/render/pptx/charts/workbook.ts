import type { NativeCell, NativeColumn } from '../../../chart/native/native-types.ts'
import { cellName } from '../../../opc/cell-name.ts'
import { element, toXml, type XmlElement } from '../../../opc/xml.ts'
import { writeZip } from '../../../opc/zip.ts'
import { officeTheme } from './office-theme.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** What a workbook says of itself: one sheet, and the program that it is like. */
const book = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
  `<workbook xmlns="${main}" xmlns:r="${office}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`,
  ' mc:Ignorable="x15" xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main">',
  '<fileVersion appName="xl" lastEdited="7" lowestEdited="6" rupBuild="10507"/><workbookPr/>',
  '<bookViews><workbookView xWindow="0" yWindow="500" windowWidth="20960" windowHeight="15960"/></bookViews>',
  '<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets><calcPr calcId="0" concurrentCalc="0"/></workbook>\n',
].join('')

/** A chart's workbook: one sheet, a header for each column. Equal columns give equal bytes; texts are no formulas. */
export function writeWorkbook(columns: readonly NativeColumn[], date: Date): Uint8Array {
  const [texts, formats] = [new Map<string, number>(), new Map<string, number>()]
  const table = sheetTable(columns, main)
  const sheet = sheetElement(columns, texts, formats, table !== undefined)
  const files: [string, string | XmlElement][] = [
    ['[Content_Types].xml', contentTypes(table !== undefined)],
    ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', book],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ['worksheet', 'worksheets/sheet1.xml'],
        ['theme', 'theme/theme1.xml'],
        ['styles', 'styles.xml'],
        ['sharedStrings', 'sharedStrings.xml'],
      ]),
    ],
    ['xl/worksheets/sheet1.xml', sheet],
    ['xl/theme/theme1.xml', officeTheme],
    ['xl/styles.xml', stylesElement([...formats.keys()])],
    ['xl/sharedStrings.xml', stringsElement([...texts.keys()])],
    ...(table ? tableFiles(table) : []),
  ]
  const bytes = files.map(([name, content]): [string, Uint8Array] => [
    name,
    Buffer.from(typeof content === 'string' ? content : toXml(content), 'utf8'),
  ])
  return writeZip(new Map(bytes), date)
}

function tableFiles(table: XmlElement): [string, XmlElement][] {
  return [
    ['xl/worksheets/_rels/sheet1.xml.rels', relations([['table', '../tables/table1.xml']])],
    ['xl/tables/table1.xml', table],
  ]
}

function contentTypes(hasTable: boolean): XmlElement {
  const override = (PartName: string, ContentType: string) => element('Override', { PartName, ContentType })
  return element('Types', { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' }, [
    element('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }),
    element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    override('/xl/workbook.xml', `${sheetType}.sheet.main+xml`),
    override('/xl/worksheets/sheet1.xml', `${sheetType}.worksheet+xml`),
    override('/xl/theme/theme1.xml', 'application/vnd.openxmlformats-officedocument.theme+xml'),
    override('/xl/styles.xml', `${sheetType}.styles+xml`),
    override('/xl/sharedStrings.xml', `${sheetType}.sharedStrings+xml`),
    ...(hasTable ? [override('/xl/tables/table1.xml', `${sheetType}.table+xml`)] : []),
  ])
}

function relations(targets: readonly (readonly [string, string])[]): XmlElement {
  return element(
    'Relationships',
    { xmlns: 'http://schemas.openxmlformats.org/package/2006/relationships' },
    targets.map(([type, Target], index) =>
      element('Relationship', { Id: `rId${index + 1}`, Type: `${office}/${type}`, Target }),
    ),
  )
}

/** What is numbered from 0 in the order of first use: a workbook's texts, and its number formats. */
type Numbers = Map<string, number>

function getNumber(text: string, known: Numbers): number {
  const number = known.get(text) ?? known.size
  known.set(text, number)
  return number
}

function stringsElement(texts: readonly string[]): XmlElement {
  const strings = texts.map((text) => element('si', {}, [element('t', { 'xml:space': 'preserve' }, [text])]))
  return element('sst', { xmlns: main }, strings)
}

const firstFormat = 164

/** The looks of cells; 0 is the plain one, 1 that of texts which Excel would take for formulas if they were typed. */
function stylesElement(formats: readonly string[]): XmlElement {
  const numbers = formats.map((formatCode, index) => element('numFmt', { numFmtId: firstFormat + index, formatCode }))
  const plain = { fontId: 0, fillId: 0, borderId: 0 }
  const border = ['left', 'right', 'top', 'bottom', 'diagonal'].map((side) => element(side))
  return element('styleSheet', { xmlns: main }, [
    numbers.length > 0 ? element('numFmts', { count: numbers.length }, numbers) : undefined,
    element('fonts', { count: 1 }, [
      element('font', {}, [
        element('sz', { val: 11 }),
        element('name', { val: 'Calibri' }),
        element('family', { val: 2 }),
      ]),
    ]),
    element('fills', { count: 2 }, [
      element('fill', {}, [element('patternFill', { patternType: 'none' })]),
      element('fill', {}, [element('patternFill', { patternType: 'gray125' })]),
    ]),
    element('borders', { count: 1 }, [element('border', {}, border)]),
    element('cellStyleXfs', { count: 1 }, [element('xf', { numFmtId: 0, ...plain })]),
    element('cellXfs', { count: formats.length + 2 }, [
      element('xf', { numFmtId: 0, ...plain, xfId: 0 }),
      element('xf', { numFmtId: 0, ...plain, xfId: 0, quotePrefix: true }),
      ...formats.map((_, index) =>
        element('xf', { numFmtId: firstFormat + index, ...plain, xfId: 0, applyNumberFormat: true }),
      ),
    ]),
    element('cellStyles', { count: 1 }, [element('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 })]),
  ])
}

function sheetElement(
  columns: readonly NativeColumn[],
  texts: Numbers,
  formats: Numbers,
  hasTable: boolean,
): XmlElement {
  const height = Math.max(0, ...columns.map(({ cells }) => cells.length))
  const rows = Array.from({ length: height }, (_, row) =>
    element(
      'row',
      { r: row + 2 },
      columns.map(({ cells, format }, index) =>
        cellElement(cells[row] ?? null, cellName(row + 1, index), format, texts, formats),
      ),
    ),
  )
  const headers = columns.map(({ header }, index) => cellElement(header, cellName(0, index), 'General', texts, formats))
  return element('worksheet', { xmlns: main, 'xmlns:r': office }, [
    element('dimension', { ref: `A1:${cellName(height, Math.max(0, columns.length - 1))}` }),
    element('sheetViews', {}, [element('sheetView', { tabSelected: true, workbookViewId: 0 })]),
    element('sheetFormatPr', { defaultRowHeight: 15 }),
    element(
      'cols',
      {},
      columns.map((column, index) =>
        element('col', { min: index + 1, max: index + 1, width: getWidth(column), customWidth: true }),
      ),
    ),
    element('sheetData', {}, [element('row', { r: 1 }, headers), ...rows]),
    hasTable ? element('tableParts', { count: 1 }, [element('tablePart', { 'r:id': 'rId1' })]) : undefined,
  ])
}

/** Characters that the widest cell takes. */
function getWidth({ header, cells, format }: NativeColumn): number {
  const lengths = cells.map((cell) =>
    typeof cell === 'string' ? cell.length : format.replace(/"|\[.*?\]/g, '').length + 4,
  )
  return Math.min(48, Math.max(9, header.length + 2, ...lengths.map((length) => length + 2)))
}

function cellElement(
  cell: NativeCell,
  r: string,
  format: string,
  texts: Numbers,
  formats: Numbers,
): XmlElement | undefined {
  if (cell === null) return undefined
  if (typeof cell === 'number') {
    const s = format === 'General' ? undefined : getNumber(format, formats) + 2
    return element('c', { r, s }, [element('v', {}, [String(cell)])])
  }
  const looksLikeFormula = /^[=+\-@\t\r]/.test(cell)
  const v = element('v', {}, [String(getNumber(cell, texts))])
  return element('c', { r, s: looksLikeFormula ? 1 : undefined, t: 's' }, [v])
}

/**
 * An Excel table over all of a sheet, with which a chart grows when somebody adds a row below it. None where Excel
 * would not have one: without rows, with
 * headers that are empty, alike or of several lines.
 */
function sheetTable(columns: readonly NativeColumn[], namespace: string): XmlElement | undefined {
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
