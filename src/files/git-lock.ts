import { readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** A lock that is older was left behind by a git that was killed, milliseconds. */
const longest = 10_000

/** Whether git is writing the files of the repository that holds a folder, as in a switch of branches: it locks its index until all are there. */
export function isGitWriting(folder: string): boolean {
  const lock = statSync(join(gitFolder(folder) ?? folder, 'index.lock'), { throwIfNoEntry: false })
  return lock !== undefined && Math.abs(Date.now() - lock.mtimeMs) < longest
}

/** The folder where git keeps the index of the repository around a folder; a worktree's is named in a file. */
function gitFolder(folder: string): string | undefined {
  const path = join(folder, '.git')
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isDirectory()) return path
  if (found) return resolve(folder, /^gitdir: (.+)$/m.exec(readFileSync(path, 'utf8'))?.[1] ?? '.git')
  const parent = dirname(folder)
  return parent === folder ? undefined : gitFolder(parent)
}
