import { cpSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Diagnostic, plainError } from '../../diagnostic.ts'
import { explainWriteFailure } from '../../files/explain-write-failure.ts'
import { makeFolder } from '../../files/make-folder.ts'
import { packageRoot } from '../../files/package-root.ts'
import { isThere, statPath } from '../../files/read-file.ts'

/** Reports to start from, each of which builds at once: a small one, and those of examples/. */
export const examples = ['library', 'survey', 'prices', 'company', 'city'] as const
export type ExampleName = (typeof examples)[number]

const starter = join(packageRoot, 'src/init/starter')

/** Copies a report into a new or empty folder, overwriting nothing; an empty list is success. Failure leaves none. */
export function initReport(folder: string, example: ExampleName = 'library'): Diagnostic[] {
  return place(folder, (staging) => {
    cpSync(example === 'library' ? starter : join(packageRoot, 'examples', example), staging, { recursive: true })
    // npm leaves files named .gitignore out of a package, so the one of all of them goes by another name there.
    rmSync(join(staging, 'gitignore'), { force: true })
    cpSync(join(starter, 'gitignore'), join(staging, '.gitignore'))
  })
}

/** The same with the files of a report, by path. */
export function placeReport(folder: string, files: ReadonlyMap<string, string>): Diagnostic[] {
  return place(folder, (staging) => {
    for (const [path, text] of files) {
      mkdirSync(dirname(join(staging, path)), { recursive: true })
      writeFileSync(join(staging, path), text)
    }
  })
}

function place(folder: string, fill: (staging: string) => void): Diagnostic[] {
  const isNew = !isThere(folder)
  try {
    const found = statPath(folder)
    if (found && !found.isDirectory()) return refuse(`a file, where a new folder is expected: ${folder}`)
    if (found && readdirSync(folder).length > 0) return refuse(`the folder is not empty: ${folder}`)
    makeFolder(folder)
    fillWhole(folder, fill)
    return []
  } catch (error) {
    if (isNew && statPath(folder)) rmSync(folder, { recursive: true, force: true })
    return [{ ...explainWriteFailure(error, folder), hint: 'name another folder' }]
  }
}

/** The whole report, or nothing: it is made below a temporary name first. */
function fillWhole(folder: string, fill: (staging: string) => void): void {
  const staging = mkdtempSync(join(folder, '.briefwright-'))
  const placed: string[] = []
  try {
    fill(staging)
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
  return [plainError(message, { hint: 'name a new folder; briefwright overwrites nothing' })]
}
