import { lstatSync, readFileSync, type Stats, statSync } from 'node:fs'
import { errorCode } from './explain-write-failure.ts'

/** A file's bytes, or why there are none, in words: `no such file`. */
export type FileRead = { bytes: Uint8Array; why?: undefined } | { bytes?: undefined; why: string; isMissing: boolean }

/** More than any document or template is. */
const mostOfDocument = 500_000_000

/** Reads a file of at most so many bytes. A folder, pipe, socket or device is none: reading one might never end. */
export function readFile(path: string, most = mostOfDocument): FileRead {
  try {
    const found = statSync(path)
    if (!found.isFile()) return { why: found.isDirectory() ? 'a folder' : 'a pipe, socket or device', isMissing: true }
    if (found.size > most)
      return { why: `too large: ${megabytes(found.size)}, more than ${megabytes(most)}`, isMissing: false }
    return { bytes: readFileSync(path) }
  } catch (error) {
    return { why: explainReadFailure(error), isMissing: true }
  }
}

/** `13.5 MB`. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e8 ? 1 : 0)} MB`
}

/** Why the system gives no file, in words. */
export function explainReadFailure(error: unknown): string {
  const code = errorCode(error)
  return readFailures[code] ?? (code === '' ? String(error) : `the system says ${code}`)
}

const readFailures: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  ENOTDIR: 'a file stands where its path has a folder',
  EISDIR: 'a folder',
  EACCES: 'not allowed to read it',
  EPERM: 'not allowed to read it',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
  EIO: 'the disk fails',
}

/** What stands at a path, links followed; undefined where nothing does, or nothing that can be reached. */
export function statPath(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

/** Whether a name is taken, be it by a link that leads nowhere: such a file is meant, and is no missing one. */
export function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined
  } catch (error) {
    return errorCode(error) === 'EACCES'
  }
}
