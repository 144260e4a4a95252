import { join } from 'node:path'
import { z } from 'zod'
import type { Diagnostic } from '../diagnostic.ts'
import type { IncomingTable } from '../edit/rows/merge-rows.ts'
import { readFile } from '../files/read-file.ts'
import { sha256 } from '../files/sha256.ts'
import { writeOutputs } from '../files/write-outputs.ts'
import { fromExported, toExported } from './exported-row.ts'

/** What tables held when they were last imported, newest first: `out/imports.json`. Without it an import goes by what they held when exported. */
const name = 'imports.json'
const schema = z.array(z.object({ table: z.string(), rows: z.array(z.string()) }))

/** Tables that are remembered: as many as people edit at once. */
const remembered = 20
const mostBytes = 50_000_000

/** The table with what it held when it was last imported, where that is known, in place of what it held when exported: it may stay open in a spreadsheet meanwhile. */
export function sinceLastImport(table: IncomingTable, folder: string): IncomingTable {
  const last = table.exported && readRecords(folder).find((one) => one.table === getIdentity(table))
  if (!table.exported || !last) return table
  return { ...table, exported: { ...table.exported, rows: last.rows.flatMap((text) => fromExported(text) ?? []) } }
}

/** Remembers what a table held when it was imported; a warning where that cannot be written. */
export function rememberImport(table: IncomingTable, folder: string): Diagnostic[] {
  if (!table.exported) return []
  const identity = getIdentity(table)
  const own = { table: identity, rows: table.rows.map(({ row }) => toExported(row)) }
  const others = readRecords(folder).filter((one) => one.table !== identity)
  const text = `${JSON.stringify([own, ...others].slice(0, remembered), null, 1)}\n`
  const faults = writeOutputs(join(folder, 'out'), [{ name, bytes: Buffer.from(text) }])
  return faults.map((fault) => ({ ...fault, severity: 'warning' }))
}

/** An export, by all that it held. */
function getIdentity({ exported }: IncomingTable): string {
  const rows = (exported?.rows ?? []).map(toExported).toSorted()
  return sha256(rows.join('\n')).slice(0, 16)
}

function readRecords(folder: string): z.infer<typeof schema> {
  const { bytes } = readFile(join(folder, 'out', name), mostBytes)
  if (!bytes) return []
  try {
    return schema.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8'))).data ?? []
  } catch {
    return []
  }
}
