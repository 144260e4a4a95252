import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { statPath } from './read-file.ts'

/** Makes a folder and its parents. Throws where it cannot: Node's own recursive mkdir never ends below /proc. */
export function makeFolder(path: string): void {
  if (statPath(path)?.isDirectory()) return
  if (!statPath(dirname(path))) makeFolder(dirname(path))
  try {
    mkdirSync(path)
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!statPath(path)?.isDirectory()) throw error
  }
}
