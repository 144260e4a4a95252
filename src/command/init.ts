import { cpSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Diagnostic } from '../diagnostic.ts'
import { explainWriteFailure } from '../files/explain-write-failure.ts'
import { makeFolder } from '../files/make-folder.ts'
import { packageRoot } from '../files/package-root.ts'
import { isThere, statPath } from '../files/read-file.ts'

/** The files of a small report that builds at once. */
const starter = join(packageRoot, 'src/init/starter')

/** Copies the starter report into a new or empty folder; an empty list is success. Nothing is ever overwritten, and where something fails, nothing is left there. */
export function initReport(folder: string): Diagnostic[] {
  const isNew = !isThere(folder)
  try {
    const found = statPath(folder)
    if (found && !found.isDirectory()) return refuse(`a file, where a new folder is expected: ${folder}`)
    if (found && readdirSync(folder).length > 0) return refuse(`the folder is not empty: ${folder}`)
    makeFolder(folder)
    copyStarter(folder)
    return []
  } catch (error) {
    if (isNew && statPath(folder)) rmSync(folder, { recursive: true, force: true })
    return [{ ...explainWriteFailure(error, folder), hint: 'name another folder' }]
  }
}

/** The whole starter, or nothing: it is copied below a temporary name first. */
function copyStarter(folder: string): void {
  const staging = mkdtempSync(join(folder, '.briefwright-'))
  const placed: string[] = []
  try {
    cpSync(starter, staging, { recursive: true })
    // npm leaves files named .gitignore out of a package, so the starter's goes by another name there.
    if (existsSync(join(staging, 'gitignore'))) renameSync(join(staging, 'gitignore'), join(staging, '.gitignore'))
    for (const name of readdirSync(staging)) {
      renameSync(join(staging, name), join(folder, name))
      placed.push(name)
    }
  } catch (error) {
    for (const name of placed) rmSync(join(folder, name), { recursive: true, force: true })
    throw error
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
}

function refuse(message: string): Diagnostic[] {
  return [{ severity: 'error', message, hint: 'name a new folder; briefwright overwrites nothing' }]
}
