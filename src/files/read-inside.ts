import { readdirSync, realpathSync } from 'node:fs'
import { isAbsolute, join, posix, relative, sep } from 'node:path'
import { type Diagnostic, errorAt, failed, type Outcome, suggest } from '../diagnostic.ts'
import { explainReadFailure, isThere, readFile, statPath } from './read-file.ts'
import { type DatasetFile, decodeFile, hiddenCharacters, lineAt, maximumBytes, type SourceText } from './source-text.ts'

/**
 * Reads a text file of the report folder; `file` is relative to it, with forward slashes.
 * A path or link that leads out of the folder is an error, and nothing there is read.
 */
export function readTextInside(folder: string, file: string): Outcome<SourceText> {
  const path = join(folder, file)
  if (!isThere(path))
    return refusal(
      file,
      `no such file: ${file}`,
      suggest(file, listInside(folder, posix.dirname(file), '').value ?? []),
    )
  const read = readFileInside(folder, file)
  return 'bytes' in read ? readText(read) : failed(read)
}

/** A file's bytes; only its size where it is too large, and an error where it cannot be read. */
export function readFileInside(folder: string, file: string): DatasetFile | Diagnostic {
  const path = join(folder, file)
  const found = statPath(path)
  if (found && !isInside(folder, path))
    return getFault(file, `leads out of the report folder: ${file}`, 'copy the file into the report folder')
  if (found?.isFile() && found.size > maximumBytes(path))
    return { path: file, bytes: new Uint8Array(), size: found.size }
  const { bytes, why } = readFile(path, maximumBytes(path))
  return bytes ? { path: file, bytes } : getFault(file, `cannot be read: ${file} (${why})`)
}

/** Reads a text file that the command line names, wherever it is. */
export function readTextAt(path: string): Outcome<SourceText> {
  const { bytes, why } = readFile(path, maximumBytes(path))
  return bytes ? readText({ path, bytes }) : refusal(path, `cannot be read: ${path} (${why})`)
}

function readText(file: DatasetFile): Outcome<SourceText> {
  const { value, diagnostics } = decodeFile(file)
  const hidden = value
    ? hiddenCharacters(value).map((one) => ({ ...one, excerpt: one.place && lineAt(value, one.place.line) }))
    : []
  return { value, diagnostics: [...diagnostics, ...hidden] }
}

/** Whether an existing path is in the folder, once every symbolic link is followed. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(realpathSync(folder), realpathSync(path))
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

/** The sorted files of a report's folder whose names end so; none if it is missing, an error if unreadable. */
export function listInside(folder: string, under: string, ending: string): Outcome<string[]> {
  const path = join(folder, under)
  if (!isThere(path)) return { value: [], diagnostics: [] }
  const found = statPath(path)
  const failed = (message: string, hint?: string) => ({ value: [], diagnostics: [getFault(under, message, hint)] })
  if (!found?.isDirectory()) return failed(`not a folder: ${under}`, `it holds the *${ending} files of the report`)
  if (!isInside(folder, path))
    return failed(`leads out of the report folder: ${under}`, 'copy it into the report folder')
  try {
    const names = readdirSync(path).filter((name) => name.endsWith(ending) && !name.startsWith('.'))
    return { value: names.sort().map((name) => posix.join(under, name)), diagnostics: [] }
  } catch (error) {
    return failed(`cannot be read: ${under} (${explainReadFailure(error)})`)
  }
}

function refusal(file: string, message: string, hint?: string): Outcome<SourceText> {
  return failed(getFault(file, message, hint))
}

function getFault(file: string, message: string, hint?: string): Diagnostic {
  return errorAt({ file, line: 1, column: 1 }, message, { hint })
}
