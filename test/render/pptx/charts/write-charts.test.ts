import { beforeAll, describe, expect, test } from 'vitest'
import type { NativeChart } from '../../../../src/chart/native/native-types.ts'
import { parseXml } from '../../../../src/opc/parse-xml.ts'
import { childElements, childNamed, descendants, getText, toXml, type XmlElement } from '../../../../src/opc/xml.ts'
import { readZip } from '../../../../src/opc/zip.ts'
import { type ChartParts, chartParts } from '../../../../src/render/pptx/charts/write-charts.ts'
import { nativeChart } from '../../../chart/native-sample.ts'
import { theme } from '../../deck-fixture.ts'
import { everyNativeChart, type NamedChart } from '../../native-chart/native-deck.ts'

const date = new Date('2024-03-22T00:00:00Z')
let charts: NamedChart[] = []
let parts: ChartParts[] = []

beforeAll(async () => {
  charts = await everyNativeChart()
  parts = writeAll()
})

const writeAll = () => charts.map(({ chart }, index) => chartParts(chart, index + 1, theme, date))

/** The chart's XML, and the cells of its workbook by address. */
function read([chart, workbook]: ChartParts): {
  xml: XmlElement
  cells: Map<string, string>
  files: Map<string, Uint8Array>
} {
  if (chart.content instanceof Uint8Array || !(workbook?.content instanceof Uint8Array)) throw new TypeError('no chart')
  const files = readZip(workbook.content)
  const xml = (name: string) => parseXml(Buffer.from(files.get(name) ?? []).toString('utf8'))
  const strings = descendants(xml('xl/sharedStrings.xml'), 't').map(getText)
  const cells = descendants(xml('xl/worksheets/sheet1.xml'), 'c').map((cell): [string, string] => {
    const value = getText(childNamed(cell, 'v') ?? '')
    return [cell.attributes.r ?? '', cell.attributes.t === 's' ? (strings[Number(value)] ?? '') : value]
  })
  // As a reader of the file meets it.
  return { xml: parseXml(toXml(chart.content)), cells: new Map(cells), files }
}

/** Each reference to cells with the values that the chart keeps of them. */
function references(xml: XmlElement): { formula: string; points: Map<number, string> }[] {
  return ['c:numRef', 'c:strRef'].flatMap((name) =>
    descendants(xml, name).map((reference) => ({
      formula: getText(childNamed(reference, 'c:f') ?? ''),
      points: new Map(
        descendants(reference, 'c:pt').map(({ attributes, children }) => [
          Number(attributes.idx),
          children.map(getText).join(''),
        ]),
      ),
    })),
  )
}

function addresses(formula: string): string[] {
  const [, column = '', first, last = first] = /^Sheet1!\$([A-Z]+)\$(\d+)(?::\$[A-Z]+\$(\d+))?$/.exec(formula) ?? []
  const [from, to] = [Number(first), Number(last)]
  return Array.from({ length: to - from + 1 }, (_, index) => `${column}${from + index}`)
}

test('what a chart shows is what its workbook holds, cell by cell', () => {
  expect(charts.length).toBeGreaterThan(80)
  for (const [index, { name }] of charts.entries()) {
    const { xml, cells } = read(parts[index] ?? expect.unreachable())
    for (const { formula, points } of references(xml)) {
      const held = addresses(formula).map((address) => cells.get(address))
      expect(
        held.map((_, row) => points.get(row)),
        `${name} ${formula}`,
      ).toEqual(held)
    }
  }
})

test('every series refers to a name, and to values that a plot has', () => {
  for (const [index, { chart }] of charts.entries()) {
    const { xml } = read(parts[index] ?? expect.unreachable())
    const series = descendants(xml, 'c:ser')
    expect(series).toHaveLength(chart.plots.reduce((sum, plot) => sum + plot.series.length, 0))
    for (const one of series)
      expect(childElements(one).some(({ name }) => name === 'c:val' || name === 'c:yVal')).toBe(true)
  }
})

describe('faults of pptxgenjs', () => {
  const every = () => parts.map((one) => read(one).xml)

  test('a third axis: two for each plot, and each one there', () => {
    for (const xml of every()) {
      const axes = ['c:catAx', 'c:dateAx', 'c:valAx'].flatMap((name) => descendants(xml, name))
      const ids = axes.map((axis) => childNamed(axis, 'c:axId')?.attributes.val)
      for (const plot of childElements(descendants(xml, 'c:plotArea')[0]).filter(({ name }) =>
        name.endsWith('Chart'),
      )) {
        const used = childElements(plot).filter(({ name }) => name === 'c:axId')
        expect(used).toHaveLength(/pie|doughnut/.test(plot.name) ? 0 : 2)
        for (const { attributes } of used) expect(ids).toContain(attributes.val)
      }
    }
  })

  test('lines and areas that are inverted, lines without grouping', () => {
    for (const xml of every()) {
      for (const name of ['c:lineChart', 'c:areaChart']) {
        for (const plot of descendants(xml, name)) {
          expect(descendants(plot, 'c:invertIfNegative')).toEqual([])
          expect(childNamed(plot, 'c:grouping')).toBeDefined()
        }
      }
    }
  })

  test('empty points, rounded corners, a title that nobody asked for', () => {
    for (const [index, xml] of every().entries()) {
      expect(descendants(xml, 'c:v').filter((value) => getText(value) === '')).toEqual([])
      expect(descendants(xml, 'c:roundedCorners')[0]?.attributes.val).toBe('0')
      expect(
        descendants(xml, 'c:title').length > 0 || descendants(xml, 'c:autoTitleDeleted')[0]?.attributes.val === '1',
      ).toBe(true)
      expect(charts[index]?.chart.title === undefined).toBe(
        descendants(xml, 'c:autoTitleDeleted')[0]?.attributes.val === '1',
      )
    }
  })

  const table = ['xl/tables/table1.xml', 'xl/worksheets/_rels/sheet1.xml.rels']

  test('a table over all cells of the sheet, where their headers differ', () => {
    const found = parts.flatMap((one) => {
      const { files } = read(one)
      const xml = files.get('xl/tables/table1.xml')
      return xml === undefined
        ? []
        : [{ table: Buffer.from(xml).toString(), sheet: String(files.get('xl/worksheets/sheet1.xml')) }]
    })
    expect(found.length).toBeGreaterThan(parts.length / 2)
    for (const { table: xml, sheet } of found) {
      const [, ref] = / ref="([^"]*)"/.exec(xml) ?? []
      expect(sheet).toContain(`<dimension ref="${ref}"/>`)
    }
  })

  test('files and dates of its own in the workbook', () => {
    for (const one of parts) {
      const names = [...read(one).files.keys()].filter((name) => !table.includes(name))
      expect(names.sort()).toEqual([
        '[Content_Types].xml',
        '_rels/.rels',
        'xl/_rels/workbook.xml.rels',
        'xl/sharedStrings.xml',
        'xl/styles.xml',
        'xl/theme/theme1.xml',
        'xl/workbook.xml',
        'xl/worksheets/sheet1.xml',
      ])
    }
  })

  test('other bytes each time', async () => {
    expect(writeAll().map((one) => one.map(({ content }) => content))).toEqual(
      parts.map((one) => one.map(({ content }) => content)),
    )
  })
})

async function written(spec: object): Promise<ReturnType<typeof read> & { chart: NativeChart }> {
  const chart = await nativeChart(spec)
  return { ...read(chartParts(chart, 1, theme, date)), chart }
}

const x = { field: 'a', type: 'nominal' }
const y = { field: 'b', type: 'quantitative' }

test('texts are texts, whatever they look like', async () => {
  const values = [
    { a: '=1+1', b: 0 },
    { a: '<b> & "c"', b: 2 },
  ]
  const { cells, files } = await written({ data: { values }, mark: 'bar', encoding: { x: { ...x, sort: null }, y } })
  expect(cells.get('A2')).toBe('=1+1')
  expect(cells.get('A3')).toBe('<b> & "c"')
  expect(cells.get('B2')).toBe('0')
  const sheet = Buffer.from(files.get('xl/worksheets/sheet1.xml') ?? []).toString('utf8')
  expect(sheet).not.toContain('<f>')
})

test('percentages are cells that say percent', async () => {
  const values = [{ a: 'A', b: 0.775 }]
  const axis = { format: '.1%' }
  const { cells, files } = await written({ data: { values }, mark: 'bar', encoding: { x, y: { ...y, axis } } })
  expect(cells.get('B2')).toBe('0.775')
  expect(Buffer.from(files.get('xl/styles.xml') ?? []).toString('utf8')).toContain('formatCode="0.0%"')
})

test("colours are the theme's by name where they are the theme's", async () => {
  const values = [{ a: 'A', b: 1 }]
  const { xml } = await written({ data: { values }, mark: { type: 'bar', opacity: 0.5 }, encoding: { x, y } })
  const [color] = descendants(descendants(xml, 'c:ser')[0] ?? expect.unreachable(), 'a:schemeClr')
  expect(color?.attributes.val).toBe('accent1')
  expect(color && childNamed(color, 'a:alpha')?.attributes.val).toBe('50000')
})

test('words have the fonts of the theme, East Asian too, and the language', async () => {
  const values = [{ a: 'A', b: 1 }]
  const { xml } = await written({ data: { values }, mark: 'bar', encoding: { x, y } })
  expect(descendants(xml, 'a:ea').map(({ attributes }) => attributes.typeface)).toContain('+mn-ea')
  expect(descendants(xml, 'c:lang')[0]?.attributes.val).toBe('en-US')
})

test('labels that are alike are one rule for the series; others are labels of points', async () => {
  const values = ['A', 'B'].map((a, b) => ({ a, b: b + 1 }))
  const text = (filter: string) => ({
    data: { values },
    encoding: { x, y },
    layer: [{ mark: 'bar' }, { transform: [{ filter }], mark: { type: 'text', dy: -8 }, encoding: { text: y } }],
  })
  expect(descendants((await written(text('true'))).xml, 'c:dLbl')).toEqual([])
  expect(descendants((await written(text('datum.b > 1'))).xml, 'c:dLbl')).toHaveLength(1)
})
