import { isCollection, parseDocument, visit } from 'yaml'
import { quoteCsv } from '../dataset/yaml/csv.ts'
import type { Place } from '../diagnostic.ts'
import { writeFlow, writeLike } from '../edit/yaml-scalar.ts'
import { type DatasetFile, sourceText } from '../files/source-text.ts'
import { readNumbers } from './numbers/numbers-in-text.ts'

/** The file with another value at a place (YAML scalar or CSV field), else unchanged; undefined if none is there. */
export function replaceWritten(file: DatasetFile, place: Place, written: string): DatasetFile | undefined {
  const { mark, text, start, found } = locate(file, place)
  if (!found) return undefined
  const { end, write } = found
  const former = text.slice(start, end)
  const value = write(likeWritten(former, written))
  const bytes = Buffer.from(`${mark}${text.slice(0, start)}${value}${text.slice(end)}`)
  return { ...file, bytes, size: bytes.length }
}

/** What is written at a place, without quotes. */
export function getWritten(file: DatasetFile, place: Place): string | undefined {
  const { text, start, found } = locate(file, place)
  return found && text.slice(start, found.end).replace(/^(['"])(.*)\1$/, '$2')
}

function locate(file: DatasetFile, place: Place) {
  const whole = Buffer.from(file.bytes).toString('utf8')
  const mark = whole.startsWith('\ufeff') ? '\ufeff' : ''
  const text = whole.slice(mark.length)
  const start = (sourceText(file.path, text).lineStarts[place.line - 1] ?? text.length) + place.column - 1
  return { mark, text, start, found: /\.csv$/.test(file.path) ? fieldAt(text, start) : scalarAt(text, start) }
}

/** A number with the name of the unit that stands at a place: `yuan`. */
export function withUnit(file: DatasetFile, place: Place, written: string): string {
  const former = getWritten(file, place) ?? ''
  const [number] = readNumbers(former, 'en')
  const unit = number ? former.slice(number.end) : ''
  return written.endsWith(unit) ? written : `${written}${unit}`
}

/** Where a value ends, and how another is written in its place. */
interface WrittenAt {
  end: number
  write(value: string): string
}

function scalarAt(text: string, start: number): WrittenAt | undefined {
  let found: WrittenAt | undefined
  visit(parseDocument(text), {
    Scalar: (_, node, path) => {
      if (node.range?.[0] !== start) return
      const isInFlow = path.some((parent) => isCollection(parent) && parent.flow === true)
      const write = (value: string) => writeLike(node.type, value, isInFlow) ?? writeFlow(value, isInFlow)
      found = { end: node.range[1], write }
    },
  })
  return found
}

function fieldAt(text: string, start: number): WrittenAt | undefined {
  const field = /"(?:[^"]|"")*"|[^,\r\n]*/y
  field.lastIndex = start
  return field.exec(text) ? { end: field.lastIndex, write: quoteCsv } : undefined
}

/** A number as its author writes such: where 96400 stood, 96,401 is written 96401, and the other way round. */
function likeWritten(former: string, written: string): string {
  const number = /\d[\d,]*/
  const [before = '', after = ''] = [number.exec(former)?.[0], number.exec(written)?.[0]]
  // A number below a thousand shows no habit.
  if (/^\d{4,}$/.test(before)) return written.replace(number, after.replaceAll(',', ''))
  if (before.includes(',')) return written.replace(number, after.replaceAll(',', '').replace(/\B(?=(\d{3})+$)/g, ','))
  return written
}
