import { resolve } from 'node:path'
import { InvalidArgumentError } from 'commander'
import { statPath } from '../files/read-file.ts'

/** The absolute path of a report folder that a command line names; misuse where there is none. */
export function parseFolder(text: string): string {
  const path = resolve(text)
  const found = statPath(path)
  if (text === '' || !found) throw new InvalidArgumentError('no such folder')
  if (!found.isDirectory())
    throw new InvalidArgumentError('not a folder: name the report folder, with data/ and templates/ in it')
  return path
}
