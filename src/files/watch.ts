import { readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { watch } from 'chokidar'

/** Most editors have written the one file by then. */
const shortQuiet = 15
/** Others save in several steps (truncate and write, rename away and write anew): wait until they are done. */
const longQuiet = 80
/** chokidar tells no second change of a file within this time. */
const untold = 50

/**
 * Calls `rebuild` once the files below `data/` and `templates/` of a report folder have changed and are quiet again,
 * one
 * call at a time; what changes meanwhile gives one more call. Resolves when the signal aborts, after the last call is
 * done.
 */
export async function watchReport(
  folder: string,
  rebuild: (changed: readonly string[]) => Promise<void>,
  signal: AbortSignal,
  ready: () => void,
): Promise<void> {
  const changed = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()

  const run = async (): Promise<void> => {
    if (changed.size === 0 || signal.aborted) return
    const files = [...changed].sort()
    changed.clear()
    const read = files.map((file) => getStamp(folder, file))
    await Promise.all([rebuild(files), wait(untold)])
    const since = files.filter((file, index) => getStamp(folder, file) !== read[index])
    for (const file of since) changed.add(file)
    if (since.length > 0) runOnceQuiet(quietFor(folder, changed))
  }
  const watcher = watch(folder, { ignoreInitial: true, ignored: (path) => !isSource(relative(folder, path)) })
  const runOnceQuiet = (quiet: number, isAfterGit = false): void => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      const isWriting = isGitWriting(folder)
      // What git wrote last is told a little later than its lock is gone.
      if (isWriting || isAfterGit) runOnceQuiet(longQuiet, isWriting)
      else running = running.then(run)
    }, quiet)
  }
  watcher.on('all', (_event, path) => {
    changed.add(relative(folder, path).replaceAll(sep, '/'))
    runOnceQuiet(quietFor(folder, changed))
  })
  watcher.on('ready', ready)

  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
  clearTimeout(timer)
  await Promise.all([watcher.close(), running])
}

/** Differs once a file was written or replaced; undefined where there is none. */
function getStamp(folder: string, file: string): string | undefined {
  const found = statSync(join(folder, file), { throwIfNoEntry: false })
  return found && `${found.ino} ${found.mtimeMs} ${found.size}`
}

/** How many milliseconds the changed files must stay as they are before they are taken for whole. */
function quietFor(folder: string, changed: ReadonlySet<string>): number {
  const isWritten = [...changed].every((file) => statSync(join(folder, file), { throwIfNoEntry: false })?.size)
  return changed.size === 1 && isWritten ? shortQuiet : longQuiet
}

/** Whether a build may read a path of a report: it, `data`, `templates` and below, but no backup or swap file. */
function isSource(path: string): boolean {
  const [top = '', ...below] = path.split(sep)
  const name = below.at(-1) ?? ''
  return ['', 'data', 'templates'].includes(top) && !name.startsWith('.') && !/(~|\.tmp|\.swp|\.swx|\.bak)$/.test(name)
}

/** A lock that is older was left behind by a git that was killed, milliseconds. */
const longest = 10_000

/** Whether git is writing a folder's repository, as when it switches branches: its index is locked until then. */
function isGitWriting(folder: string): boolean {
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
