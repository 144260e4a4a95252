import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readRecords } from '../../../dataset/yaml/csv.ts'
import { isLinkAddress } from '../../../files/link-address.ts'
import { statPath } from '../../../files/read-file.ts'
import { isInside } from '../../../files/read-inside.ts'
import { placeAt, sourceText } from '../../../files/source-text.ts'
import { windRings } from '../wind-rings.ts'

/**
 * A Vega loader of text below the report folder only, never the network; http, https and mailto links pass.
 * Its rejections reach Vega's logger and become diagnostics.
 */
export function createLoader(folder: string) {
  const load = async (address: string): Promise<string> => readDataInside(folder, address)
  return {
    load,
    file: load,
    http: load,
    sanitize: async (address: string) => {
      if (!isLinkAddress(address)) throw new Error(`link refused: ${address}`)
      return { href: address }
    },
  }
}

/** The text of a data file below the report folder. Throws, saying why, where it cannot be had. */
export function readDataInside(folder: string, address: string): string {
  return checkedData(address, decode(readBytesInside(folder, address), address))
}

/** The bytes of a file below the report folder. Throws, saying why, where it cannot be had. */
export function readBytesInside(folder: string, address: string): Uint8Array {
  const path = join(folder, localPath(address))
  if (!statPath(path)?.isFile()) throw new Error(`no such file: ${address}`)
  if (!isInside(folder, path)) throw new Error(`leads out of the folder: ${address}`)
  return readFileSync(path)
}

/** A chart's data may be large, but not without end. */
const mostBytes = 500_000_000

function decode(bytes: Uint8Array, address: string): string {
  if (bytes.length > mostBytes) throw new Error(`larger than ${mostBytes / 1e6} MB: ${address}`)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Error(`not UTF-8: ${address}`)
  }
}

function localPath(address: string): string {
  if (/^([a-z][a-z0-9+.-]*:|\/)/i.test(address)) throw new Error(`not a file of the folder: ${address}`)
  return address
}

/**
 * The text of a data file. Throws, saying where in the file, where it is none that rows can be made of: what Vega makes
 * of it all the same is an empty or
 * a wrong chart.
 */
function checkedData(address: string, text: string): string {
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
