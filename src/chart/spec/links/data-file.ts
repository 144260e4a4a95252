import { readRecords } from '../../../dataset/yaml/csv.ts'
import { placeAt, sourceText } from '../../../files/source-text.ts'
import { windRings } from '../wind-rings.ts'

/**
 * The text of a data file. Throws, saying where in the file, where it is none that rows can be made of: what Vega makes of it all the same is an empty or
 * a wrong chart.
 */
export function checkedData(address: string, text: string): string {
  const fault = getFault(address, text)
  if (fault !== undefined) throw new Error(`malformed: ${address}${fault}`)
  return /\.(?:geo|topo)?json$/i.test(address) ? windRings(text) : text
}

function getFault(address: string, text: string): string | undefined {
  if (text.trim() === '') return ': an empty file'
  if (/^\s*<(!doctype|html)/i.test(text)) return ': a page of HTML'
  return /\.csv$/i.test(address) ? csvFault(address, text) : undefined
}

/** Vega takes a quote that is never closed for the rest of the file, and a row that is too short for empty fields. */
function csvFault(address: string, text: string): string | undefined {
  const source = sourceText(address, text)
  const { records, diagnostics } = readRecords(source)
  const [first] = diagnostics
  if (first) return `, line ${first.place?.line}: ${first.message}`
  const [header = [], ...rows] = records
  if (rows.length === 0) return ': no rows under its header'
  const ragged = rows.find((row) => row.length !== header.length)
  if (!ragged) return undefined
  const { line } = placeAt(source, ragged[0]?.offset ?? 0)
  return `, line ${line}: ${ragged.length} fields, where the header has ${header.length}`
}
