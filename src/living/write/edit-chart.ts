import type { LivingLabel, LivingSetting, LivingVector } from '../../build/base/living-types.ts'
import { childElements, childNamed, descendants, elementXml, escapeText, type XmlElement } from '../../opc/xml.ts'
import { getAddresses } from '../../trust/verify/read/read-chart.ts'
import { isSameNumber } from '../merge/merge-series.ts'
import { insert, setAttribute, setContent, setElement } from './edit-elements.ts'
import type { PackageEditor } from './edit-package.ts'
import { editPieces } from './edit-text.ts'
import type { CellValues } from './edit-workbook.ts'

/** Writes a vector's values into its cache and fits its range of cells; returns what its cells are to hold. */
export function writeVector(
  editor: PackageEditor,
  vector: LivingVector,
  values: readonly (string | null)[],
): CellValues {
  writeCache(editor, vector, values)
  const isText = vector.cache.name.startsWith('c:str') || vector.cache.name === 'c:lvl'
  const formula = resized(vector, values.length)
  if (formula === undefined || !vector.formula) return new Map()
  if (values.length !== vector.values.length) setContent(editor, vector.formula, formula)
  const before = getAddresses(formulaText(vector.formula))
  const cells = getAddresses(formula)
  // The name of a series is the head of a table's column, which is always words.
  const isWord = (value: string | null) => isText && (vector.role === 'c:tx' || Number.isNaN(Number(value ?? 'x')))
  return new Map([
    ...cells.map((address, index) => [address, toCell(values[index] ?? null, isWord)] as const),
    ...before.slice(cells.length).map((address) => [address, { value: null, isText }] as const),
  ])
}

function toCell(value: string | null, isWord: (value: string | null) => boolean) {
  return { value, isText: isWord(value) }
}

function formulaText(formula: XmlElement): string {
  return formula.children.filter((child) => typeof child === 'string').join('')
}

function writeCache(
  editor: PackageEditor,
  { cache, values: before }: LivingVector,
  values: readonly (string | null)[],
): void {
  const points = childElements(cache).filter(({ name }) => name === 'c:pt')
  const count = childNamed(cache, 'c:ptCount')
  const isSameShape =
    values.length === before.length && values.every((value, index) => (value === null) === (before[index] === null))
  if (isSameShape) {
    for (const point of points) {
      const index = Number(point.attributes.idx)
      const value = values[index] ?? null
      const held = childNamed(point, 'c:v')
      if (held && value !== null && value !== before[index]) setContent(editor, held, value)
    }
    return
  }
  const xml = values
    .flatMap((value, index) => (value === null ? [] : [`<c:pt idx="${index}"><c:v>${escapeText(value)}</c:v></c:pt>`]))
    .join('')
  if (!count) return
  const { part, start } = editor.spanOf(count)
  editor.replace(part, start, editor.spanOf(points.at(-1) ?? count).end, `<c:ptCount val="${values.length}"/>${xml}`)
}

/** A column's range fitted to its values; undefined for what names no cells, such as LibreOffice's `categories`. */
function resized({ formula, values }: LivingVector, length: number): string | undefined {
  const text = formula && formulaText(formula)
  if (text === undefined || getAddresses(text).length === 0) return undefined
  if (length === values.length) return text
  const match = /^(.*!)(\$?[A-Z]+\$?)(\d+)(?::(\$?[A-Z]+\$?)(\d+))?$/.exec(text)
  if (!match || (match[4] !== undefined && match[4].replaceAll('$', '') !== match[2]?.replaceAll('$', ''))) return text
  const [, sheet = '', column = '', first = ''] = match
  const last = Number(first) + length - 1
  return last === Number(first) ? `${sheet}${column}${first}` : `${sheet}${column}${first}:${column}${last}`
}

/** Moves what is said of one point, a label or a look, to another point. */
export function movePoint(editor: PackageEditor, element: XmlElement, index: number): void {
  const idx = childNamed(element, 'c:idx')
  if (idx && idx.attributes.val !== String(index)) setElement(editor, idx, `<c:idx val="${index}"/>`)
}

/**
 * Places a label beside its point as a build does, where it has come to the point's other side, or to another point
 * (`isOther`), or says more or less than before.
 */
export function placeLabel(
  editor: PackageEditor,
  label: XmlElement,
  drawn: XmlElement | undefined,
  isOther: boolean,
): void {
  if (!drawn) return
  const [own, fresh] = [label, drawn].map((one) => childNamed(one, 'c:layout'))
  const [side, drawnSide] = [label, drawn].map((one) => childNamed(one, 'c:dLblPos'))
  const now = drawnSide?.attributes.val
  const turns = side !== undefined && now !== undefined && now !== side.attributes.val
  if (turns) setAttribute(editor, side, 'val', now)
  if (!turns && !isOther) return
  const [index] = childElements(label)
  if (own) setElement(editor, own, fresh ? elementXml(fresh) : '')
  else if (fresh && index) insert(editor, index, 'end', elementXml(fresh))
}

/** Writes other words at a point, in their looks. */
export function editLabel(editor: PackageEditor, { pieces, text }: LivingLabel, words: string): void {
  if (text !== words) editPieces(editor, pieces, [{ start: 0, end: text.length, text: words }])
}

/** Sets what a chart is drawn with to what it is drawn with now, where it stands as it was built. */
export function writeSetting(
  editor: PackageEditor,
  setting: LivingSetting,
  was: string | undefined,
  now: string | undefined,
): void {
  if (was === undefined || now === undefined) return
  const [stands, built] = [bareFormat(setting.value), bareFormat(was)]
  // LibreOffice drops all but one thousand-dividing comma if a format's language groups by no-break spaces.
  // Then 101.7 billion would read 101,700,000.0 billion.
  const isCut = stands !== built && stands === built.replaceAll(/,{2,}/g, ',')
  const isAsBuilt = isSameNumber(setting.value, was) || stands === built
  if (isCut || (isAsBuilt && was !== now)) setAttribute(editor, setting.element, setting.attribute, now)
}

/** A number format without LibreOffice's variations: quoted signs, the language in each part, kinds of spaces. */
function bareFormat(format: string): string {
  return format.replaceAll(/\[\$-\w+\]|["\\]/g, '').replaceAll(/\s/g, ' ')
}

/** Puts a build's point labels on a series of a deck, at the size of its labels there. */
export function insertLabels(
  editor: PackageEditor,
  series: XmlElement,
  drawn: XmlElement,
  labels: readonly XmlElement[],
): void {
  const list = childNamed(series, 'c:dLbls')
  if (!list || labels.length === 0) return
  const before = childElements(list).findLast(({ name }) => name === 'c:dLbl')
  const xml = labels.map((label) => asLarge(label, drawn, series)).join('')
  insert(editor, before ?? list, before ? 'end' : 'contentStart', xml)
}

/** What a build draws, in the size of letters that people have given the labels of the series. */
export function asLarge(element: XmlElement, drawn: XmlElement, series: XmlElement): string {
  const getSize = (one: XmlElement) => {
    const labels = childNamed(one, 'c:dLbls')
    return descendants(labels, 'a:defRPr')[0]?.attributes.sz
  }
  const [was, stands] = [getSize(drawn), getSize(series)]
  const xml = elementXml(element)
  return was !== undefined && stands !== undefined ? xml.replaceAll(`sz="${was}"`, `sz="${stands}"`) : xml
}
