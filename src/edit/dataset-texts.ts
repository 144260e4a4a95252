import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseIncomplete, readDatasetFiles } from '../dataset/read/read.ts'
import type { Dataset } from '../dataset/types.ts'
import type { Diagnostic } from '../diagnostic.ts'
import { decodeFile } from '../files/source-text.ts'
import { writeOutputs } from '../files/write-outputs.ts'

/** The texts of a dataset's files by path relative to the report folder, without those that cannot be decoded. */
export function readDatasetTexts(folder: string): Map<string, string> {
  const { files } = readDatasetFiles(folder)
  return new Map(
    files.flatMap((file) => {
      const { value } = decodeFile(file)
      return value ? [[file.path, value.text] as const] : []
    }),
  )
}

/** The files of a dataset that cannot be read as text: what is done with the others would leave out what is in them. */
export function unreadFiles(folder: string): Diagnostic[] {
  const { files, unread } = readDatasetFiles(folder)
  return [...unread, ...files.flatMap((file) => decodeFile(file).diagnostics)]
}

/** The dataset that such texts are, as far as it can be read, and all that is wrong with it. */
export function parseDatasetTexts(texts: ReadonlyMap<string, string>): { dataset: Dataset; diagnostics: Diagnostic[] } {
  const encoder = new TextEncoder()
  return parseIncomplete([...texts].map(([path, text]) => ({ path, bytes: encoder.encode(text) })))
}

/** Writes the texts of a dataset's files, all or none; a byte order mark that a file had stays. */
export function writeDatasetTexts(folder: string, texts: ReadonlyMap<string, string>): Diagnostic[] {
  const outputs = [...texts].map(([name, text]) => ({
    name,
    bytes: Buffer.from(`${hasMark(join(folder, name)) ? '\ufeff' : ''}${text}`),
  }))
  return outputs.length > 0 ? writeOutputs(folder, outputs) : []
}

function hasMark(path: string): boolean {
  try {
    return readFileSync(path).subarray(0, 3).equals(Buffer.from('\ufeff'))
  } catch {
    return false
  }
}
