import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { errorCode } from './explain-write-failure.ts'
import { statPath } from './read-file.ts'

/** Makes a folder and those above it, where they are not there. Throws where one cannot be made; Node's own recursive mkdir then never ends below /proc. */
export function makeFolder(path: string): void {
  if (statPath(path)?.isDirectory()) return
  try {
    mkdirSync(path)
  } catch (error) {
    if (errorCode(error) !== 'ENOENT' || dirname(path) === path || statPath(dirname(path))) throw error
    makeFolder(dirname(path))
    mkdirSync(path)
  }
}
