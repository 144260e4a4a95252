import type { LivingLabel, LivingSetting, LivingVector } from '../../build/base/living-types.ts'
import {
  childElements,
  childNamed,
  descendants,
  elementXml,
  escapeAttribute,
  escapeText,
  type XmlElement,
} from '../../opc/xml.ts'
import { getAddresses } from '../../trust/verify/read/read-chart.ts'
import { isSameNumber } from '../merge/merge-series.ts'
import { editPieces, type PackageEditor } from './edit-package.ts'
import type { CellValues } from './edit-workbook.ts'

/** Writes the values of a vector into its cache, and its range of cells as long as they are; returns what its cells are to hold. */
export function writeVector(
  editor: PackageEditor,
  part: string,
  vector: LivingVector,
  values: readonly (string | null)[],
): CellValues {
  writeCache(editor, part, vector, values)
  const isText = vector.cache.name.startsWith('c:str') || vector.cache.name === 'c:lvl'
  const formula = resized(vector, values.length)
  if (formula === undefined || !vector.formula) return new Map()
  const { contentStart, contentEnd } = editor.spanOf(vector.formula)
  if (values.length !== vector.values.length) editor.replace(part, contentStart, contentEnd, escapeText(formula))
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
  part: string,
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
      if (value !== null && value !== before[index]) setValue(editor, part, point, value)
    }
    return
  }
  const xml = values
    .flatMap((value, index) => (value === null ? [] : [`<c:pt idx="${index}"><c:v>${escapeText(value)}</c:v></c:pt>`]))
    .join('')
  const countSpan = count && editor.spanOf(count)
  if (!countSpan) return
  const lastSpan = editor.spanOf(points.at(-1) ?? count)
  editor.replace(part, countSpan.start, lastSpan.end, `<c:ptCount val="${values.length}"/>${xml}`)
}

function setValue(editor: PackageEditor, part: string, point: XmlElement, value: string): void {
  const element = childNamed(point, 'c:v')
  const span = element && editor.spanOf(element)
  if (span) editor.replace(part, span.contentStart, span.contentEnd, escapeText(value))
}

/** A column's range as long as there are values; undefined for what names no cells, such as `categories` of LibreOffice. */
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
export function movePoint(editor: PackageEditor, part: string, element: XmlElement, index: number): void {
  const idx = childNamed(element, 'c:idx')
  const span = idx && editor.spanOf(idx)
  if (span && idx.attributes.val !== String(index))
    editor.replace(part, span.start, span.end, `<c:idx val="${index}"/>`)
}

/** Writes other words at a point, in their looks. */
export function writeLabel(editor: PackageEditor, part: string, { pieces, text }: LivingLabel, words: string): void {
  if (text !== words) editPieces(editor, part, pieces, [{ start: 0, end: text.length, text: words }])
}

/** Takes an element out of its part. */
export function removeElement(editor: PackageEditor, part: string, element: XmlElement): void {
  const { start, end } = editor.spanOf(element)
  editor.replace(part, start, end, '')
}

/** Sets what a chart is drawn with to what it is drawn with now, where it stands as it was built. */
export function writeSetting(
  editor: PackageEditor,
  part: string,
  setting: LivingSetting,
  was: string | undefined,
  now: string | undefined,
): void {
  if (was === undefined || now === undefined || was === now || !isSameNumber(setting.value, was)) return
  setSetting(editor, part, setting, now)
}

/** Sets what a chart is drawn with, whoever has set it. */
export function setSetting(
  editor: PackageEditor,
  part: string,
  { element, attribute }: LivingSetting,
  now: string,
): void {
  const { start, contentStart } = editor.spanOf(element)
  const tag = editor.written(part, start, contentStart)
  const pattern = new RegExp(`(\\s${attribute}\\s*=\\s*)(?:"[^"]*"|'[^']*')`)
  editor.replace(
    part,
    start,
    contentStart,
    tag.replace(pattern, (_, name: string) => `${name}"${escapeAttribute(now)}"`),
  )
}

/** Puts labels of points, as a build draws them on a series, on that series of a deck, as large as its labels are there. */
export function insertLabels(
  editor: PackageEditor,
  part: string,
  series: XmlElement,
  drawn: XmlElement,
  labels: readonly XmlElement[],
): void {
  const list = childNamed(series, 'c:dLbls')
  if (!list || labels.length === 0) return
  const before = childElements(list).findLast(({ name }) => name === 'c:dLbl')
  const at = before ? editor.spanOf(before).end : editor.spanOf(list).contentStart
  editor.replace(part, at, at, labels.map((label) => asLarge(label, drawn, series)).join(''))
}

/** What a build draws, in the size of letters that people have given the labels of the series. */
export function asLarge(element: XmlElement, drawn: XmlElement, series: XmlElement): string {
  const sizeOf = (one: XmlElement) => {
    const labels = childNamed(one, 'c:dLbls')
    return labels && descendants(labels, 'a:defRPr')[0]?.attributes.sz
  }
  const [was, stands] = [sizeOf(drawn), sizeOf(series)]
  const xml = elementXml(element)
  return was !== undefined && stands !== undefined ? xml.replaceAll(`sz="${was}"`, `sz="${stands}"`) : xml
}
