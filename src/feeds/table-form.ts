import type { Separator } from '../dataset/yaml/csv.ts'
import { type Diagnostic, errorAt } from '../diagnostic.ts'
import { placeAt, type SourceText } from '../files/source-text.ts'

/** An error for bytes that are no table of text but a workbook, of which nothing can be read. */
export function workbookFault(file: string, bytes: Uint8Array): Diagnostic | undefined {
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4
  const hint = 'save its sheet as CSV (UTF-8), with semicolons or commas'
  if (!isArchive) return undefined
  return errorAt({ file, line: 1, column: 1 }, 'a workbook, where a CSV table is read', { hint })
}

/** An error for a text that is XML or JSON. */
export function formFault(source: SourceText): Diagnostic | undefined {
  const [first] = source.text.trimStart()
  const form = first === '<' ? 'XML' : first === '{' || first === '[' ? 'JSON' : undefined
  const hint = 'ask the service for SDMX-CSV or CSV'
  return form ? errorAt(placeAt(source, 0), `${form}, where a CSV table is read`, { hint }) : undefined
}

/** How the fault of a number begins that may be one of two. */
export const unclearSign = 'not clear which sign parts decimals'

/**
 * A number as data write it, from one of a table whose decimal sign may be a comma: `1.234,5` is `1234.5`. A table with
 * semicolons says nothing of the sign, so a number with a point or comma in it asks for `decimal:`.
 */
export function withDecimalPoint(
  text: string,
  decimal: 'comma' | 'point' | undefined,
  separator: Separator,
): { text: string } | { fault: string; hint: string } {
  const hint = 'write decimal: comma into the feed if 1,5 is one and a half in this table, else decimal: point'
  if (decimal === undefined && separator !== ',' && /\d[.,]\d/.test(text))
    return { fault: `${unclearSign}: ${text}`, hint }
  if (decimal !== 'comma' || !/[.,]|\d\s\d/.test(text)) return { text }
  const [, sign, whole, fraction, unit] =
    /^([+\-\u2212]?)(\d{1,3}(?:[.\u00a0\u2009\u202f ]\d{3})+|\d+)(?:,(\d+))?(\s*[%‰]?)$/.exec(text) ?? []
  if (whole === undefined)
    return {
      fault: `not a number with a decimal comma: ${text}`,
      hint: 'leave out decimal: comma, or correct the table',
    }
  const digits = whole.replaceAll(/\D/g, '')
  return { text: `${sign === '\u2212' ? '-' : sign}${digits}${fraction ? `.${fraction}` : ''}${unit?.trim()}` }
}
