import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isMap } from '../dataset/is-map.ts'
import { parseJsonAs } from '../files/parse-json.ts'
import { readFile } from '../files/read-file.ts'
import { sha256 } from '../files/sha256.ts'
import type { BatchResult } from './batch-task.ts'

/** A line of the batch's record: what became of one variant. */
export interface BatchEntry {
  variant: string
  /** What it was made of: versions, what was asked for, files, fonts. */
  inputs: string
  milliseconds: number
  /** The SHA-256 of each file in its folder; absent where it failed. */
  outputs?: Readonly<Record<string, string>> | undefined
  warnings: number
  /** The messages of its errors. */
  errors: readonly string[]
}

/** A record in the output folder: one JSON object a line, in order of completion, so that interrupted runs resume. */
export const recordName = 'batch.jsonl'

export function toBatchEntry(
  variant: string,
  inputs: string,
  { outputs, milliseconds, diagnostics }: BatchResult,
): BatchEntry {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message)
  const warnings = diagnostics.length - errors.length
  return { variant, inputs, milliseconds, ...(errors.length === 0 && { outputs }), warnings, errors }
}

export function appendEntry(out: string, entry: BatchEntry): void {
  appendFileSync(join(out, recordName), `${JSON.stringify(entry)}\n`)
}

/** The last line of each variant in an earlier batch's record; empty without one. Truncated lines are ignored. */
export function readRecord(out: string): Map<string, BatchEntry> {
  let text = ''
  try {
    text = readFileSync(join(out, recordName), 'utf8')
  } catch {
    return new Map()
  }
  const entries = text.split('\n').flatMap((line) => parseJsonAs(line, isEntry) ?? [])
  return new Map(entries.map((entry) => [entry.variant, entry]))
}

/** Whether the files of a variant are all in its folder as they were made. */
export function holdsOutputs(folder: string, outputs: NonNullable<BatchEntry['outputs']>): boolean {
  return Object.entries(outputs).every(([name, hash]) => {
    const { bytes } = readFile(join(folder, name))
    return bytes !== undefined && sha256(bytes) === hash
  })
}

function isEntry(value: unknown): value is BatchEntry {
  if (!isMap(value)) return false
  const { variant, inputs, outputs = {} } = value
  return typeof variant === 'string' && typeof inputs === 'string' && isMap(outputs)
}
