import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { isAbsolute, join, posix, relative, sep } from 'node:path'
import { type Outcome, suggest } from './diagnostic.ts'

/** A text file of a report; its path is relative to the report folder, with forward slashes. */
export interface TextFile {
  file: string
  text: string
}

/** Far more than any template or spec; what is larger is a mistake. */
const maximumBytes = 10 * 1024 * 1024

/**
 * Reads a UTF-8 file of the report folder, line ends as `\n`, no byte order mark.
 * A path or link that leads out of the folder is an error, and nothing there is read.
 */
export function readTextInside(folder: string, file: string): Outcome<TextFile> {
  const path = join(folder, file)
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return trouble(file, `no such file: ${file}`, suggest(file, listInside(folder, posix.dirname(file), '')))
  if (!isInside(folder, path)) {
    return trouble(file, `leads out of the report folder: ${file}`, 'copy the file into the report folder')
  }
  if (!found.isFile()) return trouble(file, `not a file: ${file}`)
  if (found.size > maximumBytes) return trouble(file, `larger than 10 MB: ${file}`)
  const text = decodeUtf8(readFileSync(path))
  if (text === undefined) return trouble(file, `not UTF-8 text: ${file}`, 'save it as UTF-8')
  return { value: { file, text }, diagnostics: [] }
}

/** Whether an existing path is in the folder, once every symbolic link is followed. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(realpathSync(folder), realpathSync(path))
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

/** The files of a folder of the report whose names end so, sorted, relative to the report folder; none where there is no such folder. */
export function listInside(folder: string, under: string, ending: string): string[] {
  const path = join(folder, under)
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory() || !isInside(folder, path)) return []
  return readdirSync(path)
    .filter((name) => name.endsWith(ending) && !name.startsWith('.'))
    .sort()
    .map((name) => posix.join(under, name))
}

function trouble(file: string, message: string, hint?: string): Outcome<TextFile> {
  return {
    value: undefined,
    diagnostics: [{ severity: 'error', message, place: { file, line: 1, column: 1 }, hint }],
  }
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n')
  } catch {
    return undefined
  }
}
