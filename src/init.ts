import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Diagnostic } from './diagnostic.ts'

/** The files of a small report that builds at once; beside this file in the source, beside the bundle in the package. */
const starter = fileURLToPath(new URL('../src/init/starter/', import.meta.url))

/** Copies the starter report into a new or empty folder; an empty list is success. Nothing is ever overwritten. */
export function initReport(folder: string): Diagnostic[] {
  const found = statSync(folder, { throwIfNoEntry: false })
  if (found && !found.isDirectory()) return refuse(`a file, where a new folder is expected: ${folder}`)
  if (found && readdirSync(folder).length > 0) return refuse(`the folder is not empty: ${folder}`)
  mkdirSync(folder, { recursive: true })
  cpSync(starter, folder, { recursive: true })
  // npm leaves files named .gitignore out of a package, so the starter's goes by another name there.
  if (existsSync(join(folder, 'gitignore'))) renameSync(join(folder, 'gitignore'), join(folder, '.gitignore'))
  return []
}

function refuse(message: string): Diagnostic[] {
  return [{ severity: 'error', message, hint: 'name a new folder; briefwright overwrites nothing' }]
}
