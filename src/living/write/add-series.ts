import type { LivingSeries, LivingVector, Vector } from '../../build/base/living-types.ts'
import { columnName, columnNumber } from '../../opc/cell-name.ts'
import {
  childElements,
  childNamed,
  descendants,
  elementXml,
  escapeText,
  getText,
  type XmlElement,
} from '../../opc/xml.ts'
import { getAddresses } from '../../trust/verify/read/read-chart.ts'
import { findVector } from '../merge/merge-series.ts'
import { asLarge } from './edit-chart.ts'
import { source } from './edit-elements.ts'
import type { PackageEditor } from './edit-package.ts'
import type { CellValues } from './edit-workbook.ts'

/** A new series: as the build draws it, next to a shared one, with values for the categories in the deck. */
export interface NewSeries {
  element: XmlElement
  name: string
  values: readonly (string | null)[]
  /** As the deck has the series beside it, and as the build draws that. */
  beside: LivingSeries
  drawn: XmlElement
  /** Its own numbers in the chart, and its column in the sheet. */
  index: number
  column: number
}

/** A series in its neighbour's looks and the build's colour, and what its cells are to hold. */
export function seriesXml(editor: PackageEditor, series: NewSeries): { xml: string; cells: CellValues } {
  const { beside, name, values, column } = series
  const [head, body] = ['c:tx', 'c:val'].map((role) =>
    moveRange(findVector(beside, role), role === 'c:tx' ? 1 : values.length, column),
  )
  const inner = childElements(series.element).map((child) => {
    switch (child.name) {
      case 'c:idx':
      case 'c:order':
        return `<${child.name} val="${series.index}"/>`
      case 'c:tx':
        return `<c:tx><c:strRef><c:f>${escapeText(head ?? name)}</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${escapeText(name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>`
      case 'c:cat':
        return childXml(editor, beside.element, 'c:cat')
      case 'c:val':
        return valuesXml(editor, series, body)
      case 'c:spPr':
      case 'c:marker':
        return ownLook(editor, series, child)
      case 'c:dLbls':
        return asLarge(child, series.drawn, beside.element)
      case 'c:extLst':
        return ''
      default:
        return elementXml(child)
    }
  })
  return { xml: `<c:ser>${inner.join('')}</c:ser>`, cells: toCells(head, body, name, values) }
}

/** A range as long as is asked for in another column; undefined for what names no cells. */
function moveRange(vector: LivingVector | undefined, length: number, column: number): string | undefined {
  const text = vector?.formula && getText(vector.formula)
  const match = /^(.*!)\$?[A-Z]+\$?(\d+)/.exec(text ?? '')
  if (!match || getAddresses(text ?? '').length === 0) return undefined
  const [, sheet = '', row = '1'] = match
  const [letters, first] = [columnName(column), Number(row)]
  const last = first + length - 1
  return last === first ? `${sheet}$${letters}$${first}` : `${sheet}$${letters}$${first}:$${letters}$${last}`
}

function valuesXml(editor: PackageEditor, { beside, values, name }: NewSeries, range: string | undefined): string {
  const model = childNamed(beside.element, 'c:val')
  const format = descendants(model, 'c:formatCode')[0]
  const code = format ? source(editor, format) : ''
  const points = values.flatMap((value, index) =>
    value === null ? [] : [`<c:pt idx="${index}"><c:v>${escapeText(value)}</c:v></c:pt>`],
  )
  return `<c:val><c:numRef><c:f>${escapeText(range ?? name)}</c:f><c:numCache>${code}<c:ptCount val="${values.length}"/>${points.join('')}</c:numCache></c:numRef></c:val>`
}

/** The look of the series beside it where the deck gives it one, in the colour of this one. */
function ownLook(editor: PackageEditor, { beside, drawn, element }: NewSeries, look: XmlElement): string {
  const model = childXml(editor, beside.element, look.name)
  const [was, is] = [getFill(drawn), getFill(element)]
  if (model === '' || was === undefined || is === undefined) return elementXml(look)
  const stands = getFill(beside.element)
  return model.replaceAll(stands ?? was, is)
}

/** The first fill of a series, as XML. */
function getFill(series: XmlElement): string | undefined {
  const look = childNamed(series, 'c:spPr')
  const fill = descendants(look, 'a:solidFill')[0]
  return fill && elementXml(fill)
}

function toCells(
  head: string | undefined,
  body: string | undefined,
  name: string,
  values: readonly (string | null)[],
): CellValues {
  const [top, ...rows] = [...getAddresses(head ?? ''), ...getAddresses(body ?? '')]
  if (top === undefined) return new Map()
  return new Map<string, { value: string | null; isText: boolean }>([
    [top, { value: name, isText: true }],
    ...rows.map((address, index) => [address, { value: values[index] ?? null, isText: false }] as const),
  ])
}

function childXml(editor: PackageEditor, parent: XmlElement, name: string): string {
  const child = childNamed(parent, name)
  return child ? source(editor, child) : ''
}

/** The first column of a sheet that neither the series nor the cells of the workbook take. */
export function freeColumn(
  series: readonly { vectors: readonly (Vector & { formula?: XmlElement | undefined })[] }[],
  cells: Iterable<string>,
): number {
  const named = series.flatMap(({ vectors }) =>
    vectors.flatMap(({ formula }) => getAddresses(formula ? getText(formula) : '')),
  )
  const columns = [...named, ...cells].map((address) => columnNumber(/!?([A-Z]+)\d+$/.exec(address)?.[1] ?? 'A'))
  return Math.max(0, ...columns) + 1
}
