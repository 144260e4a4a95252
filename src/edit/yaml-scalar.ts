import { parse } from 'yaml'

/** What can be written into a YAML file: a text or number as it is to be read, a list of numbers, or a map of these. */
export type Writable = string | readonly number[] | { readonly [key: string]: Writable }

/** A value on one line, lists and maps in flow style; quoted only where YAML would read it as something else. */
export function writeFlow(value: Writable, flow: boolean): string {
  if (typeof value === 'string') return writeScalar(value, flow)
  if (isNumbers(value)) return value.length === 1 ? String(value[0]) : `[${value.join(', ')}]`
  const entries = Object.entries(value).map(([key, one]) => `${key}: ${writeFlow(one, true)}`)
  return `{ ${entries.join(', ')} }`
}

/**
 * A text in the quotes of the one it replaces (of `type`), where it needs or had them.
 * Undefined for what cannot be written on one line.
 */
export function writeLike(type: string | undefined | null, value: Writable, flow: boolean): string | undefined {
  if (typeof value !== 'string' || /[\n\r]/.test(value)) return undefined
  if (type === 'QUOTE_SINGLE') return `'${value.replaceAll("'", "''")}'`
  if (type === 'QUOTE_DOUBLE') return JSON.stringify(value)
  return writeFlow(value, flow)
}

/** The lines of a map in block style, the first without indentation. */
export function writeBlock(map: { readonly [key: string]: Writable }, indent: string, newline: string): string {
  const lines = Object.entries(map).map(([key, value]) =>
    typeof value === 'string' || isNumbers(value)
      ? `${key}: ${writeFlow(value, false)}`
      : `${key}:${newline}${indent}  ${writeBlock(value, `${indent}  `, newline)}`,
  )
  return lines.join(`${newline}${indent}`)
}

function isNumbers(value: Writable): value is readonly number[] {
  return Array.isArray(value)
}

function writeScalar(text: string, flow: boolean): string {
  // Figures stand as they are printed: 77.50 keeps its last digit for the reader of this tool, quoted or not.
  if (/^-?\d+(\.\d+)?$/.test(text)) return text
  if (isPlain(text, flow)) return text
  return /[\n\r\t]/.test(text) ? JSON.stringify(text) : `'${text.replaceAll("'", "''")}'`
}

/** Whether YAML reads the text, unquoted, as that very text. */
function isPlain(text: string, flow: boolean): boolean {
  // Text that YAML would misread or end early is quoted; nested brackets would also slow the parser more and more.
  if (/[\n\r]|^[\s,[\]{}#&*!|>'"%@`]|: | #|[:\s]$/.test(text) || (flow && /[,[\]{}]/.test(text))) return false
  try {
    const read: unknown = parse(flow ? `{ a: ${text} }` : `a: ${text}`, { logLevel: 'silent' })
    return typeof read === 'object' && read !== null && JSON.stringify(read) === JSON.stringify({ a: text })
  } catch {
    return false
  }
}
