import { isScalar, parseDocument, visit } from 'yaml'
import type { DatasetFile } from '../../dataset/source-text.ts'
import type { Place } from '../../diagnostic.ts'

/** The file with another value at a place, a scalar of YAML or a field of CSV; every other character stays. Undefined where no value begins there. */
export function replaceWritten(file: DatasetFile, place: Place, written: string): DatasetFile | undefined {
  const whole = Buffer.from(file.bytes).toString('utf8')
  const mark = whole.startsWith('\ufeff') ? '\ufeff' : ''
  const text = whole.slice(mark.length)
  const start = offsetOf(text, place)
  const end = /\.csv$/.test(file.path) ? fieldEnd(text, start) : scalarEnd(text, start)
  if (end === undefined) return undefined
  const value = /\.csv$/.test(file.path) ? quoteField(written) : quoteScalar(written)
  const bytes = Buffer.from(`${mark}${text.slice(0, start)}${value}${text.slice(end)}`)
  return { ...file, bytes, size: bytes.length }
}

function offsetOf(text: string, { line, column }: Place): number {
  let start = 0
  for (let number = 1; number < line; number++) {
    const next = /\r\n|\r|\n/g
    next.lastIndex = start
    const found = next.exec(text)
    if (!found) return text.length
    start = found.index + found[0].length
  }
  return start + column - 1
}

function scalarEnd(text: string, start: number): number | undefined {
  let end: number | undefined
  visit(parseDocument(text), {
    Scalar: (_, node) => {
      if (isScalar(node) && node.range?.[0] === start) end = node.range[1]
    },
  })
  return end
}

function fieldEnd(text: string, start: number): number | undefined {
  const field = /"(?:[^"]|"")*"|[^,\r\n]*/y
  field.lastIndex = start
  return field.exec(text) ? field.lastIndex : undefined
}

/** Plain where YAML takes it for text in a flow too; a number alone is read as text by the schema. */
function quoteScalar(value: string): string {
  return /^[-\p{L}\p{N}][-\p{L}\p{N}.% ]*$/u.test(value) && !value.startsWith('- ') ? value : JSON.stringify(value)
}

function quoteField(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
}
