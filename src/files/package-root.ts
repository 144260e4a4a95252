import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of this package, from the source as from the bundle: what it ships as files lies below. */
export const packageRoot = findRoot(dirname(fileURLToPath(import.meta.url)))

function findRoot(folder: string): string {
  return existsSync(join(folder, 'LICENSE')) || dirname(folder) === folder ? folder : findRoot(dirname(folder))
}
