import { basename, dirname, resolve } from 'node:path'
import { type Diagnostic, plainError } from '../diagnostic.ts'
import { isThere } from './read-file.ts'
import { writeOutputs } from './write-outputs.ts'

/** Writes a text where no file stands yet: it may have been edited. */
export function writeNew(path: string, text: string): Diagnostic[] {
  const target = resolve(path)
  if (isThere(target)) return [plainError(`already there: ${path}`, { hint: 'name another file, or remove it first' })]
  return writeOutputs(dirname(target), [{ name: basename(target), bytes: Buffer.from(text) }])
}
