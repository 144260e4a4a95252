import {
  chmodSync,
  chownSync,
  closeSync,
  copyFileSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { threadId } from 'node:worker_threads'
import type { Diagnostic } from '../diagnostic.ts'
import { errorCode, explainWriteFailure } from './explain-write-failure.ts'
import { makeFolder } from './make-folder.ts'
import { isInside } from './read-inside.ts'

/** A file that a command made, not yet on the disk. */
export interface Output {
  /** Its name in the out folder. */
  name: string
  bytes: Uint8Array
}

/** A file on its way: written beside its final place, so that the last step is a rename within one file system. */
interface Staged {
  target: string
  temporary: string
  /** The former file kept under a second name until all renames are done; undefined where there was none. */
  former: string | undefined
}

/** Named after the process and the thread that write it: several threads may write into one folder. */
const temporaryName = /^\.briefwright-(\d+)-(?:(\d+)-)?\d+\.(?:new|former)$/

/**
 * Writes all outputs into the folder together: each to a temporary file, flushed to the disk, then all renamed.
 * Where anything fails, the former files stand as they were and the errors say why; an empty list is success. A file
 * that was there keeps who may read it,
 * its owner where that is allowed, and, where it is a link, its target's place. A watch, which writes at each save,
 * need not
 * wait for the disk: what a power failure takes, the next build makes again.
 */
export function writeOutputs(folder: string, outputs: readonly Output[], isFlushed = true): Diagnostic[] {
  const staged: Staged[] = []
  try {
    makeFolder(folder)
    for (const place of new Set(outputs.map(({ name }) => dirname(join(folder, name))))) removeLeftovers(place)
    for (const [index, output] of outputs.entries()) staged.push(stage(folder, output, index, isFlushed))
    putInPlace(staged)
    if (isFlushed) flushFolder(folder)
    return []
  } catch (error) {
    return [explainWriteFailure(error, folder)]
  } finally {
    for (const { temporary, former } of staged) {
      rmSync(temporary, { force: true })
      if (former) rmSync(former, { force: true })
    }
  }
}

/** Removes what a command that was killed left in the folders of a report; the files of one that still runs stay. */
export function clearLeftovers(report: string): void {
  for (const folder of ['', 'data', 'templates', 'out']) removeLeftovers(join(report, folder))
}

function removeLeftovers(folder: string): void {
  for (const name of namesIn(folder)) {
    const [, owner, thread] = temporaryName.exec(name) ?? []
    if (owner !== undefined && !isRunning(Number(owner), Number(thread ?? 0)))
      rmSync(join(folder, name), { force: true })
  }
}

/** The names in a folder; none where it cannot be looked into. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Whether what a thread of a process writes may still be wanted; of this thread nothing is. */
function isRunning(pid: number, thread: number): boolean {
  if (pid === process.pid) return thread !== threadId
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}

function stage(folder: string, { name, bytes }: Output, index: number, isFlushed: boolean): Staged {
  const target = followLink(folder, join(folder, name))
  const prefix = join(dirname(target), `.briefwright-${process.pid}-${threadId}-${index}`)
  const temporary = `${prefix}.new`
  try {
    const former = statSync(target, { throwIfNoEntry: false })
    write(temporary, bytes, former ? former.mode & 0o777 : 0o666, isFlushed)
    if (former) keepAccess(former, temporary)
    return { target, temporary, former: keepFormer(target, `${prefix}.former`) }
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

/** Where a link leads to a file of the same folder, that file, so that the link stays; else the path itself. */
function followLink(folder: string, path: string): string {
  try {
    return lstatSync(path).isSymbolicLink() && isInside(folder, path) ? realpathSync(path) : path
  } catch {
    return path
  }
}

/** Gives a new file the mode and owner of the one it replaces: figures under embargo stay unreadable to others. */
function keepAccess(former: Stats, file: string): void {
  try {
    const own = statSync(file)
    if (own.uid !== former.uid || own.gid !== former.gid) chownSync(file, former.uid, former.gid)
  } catch {
    // Only root may give a file away.
  }
  chmodSync(file, former.mode & 0o7777)
}

function write(path: string, bytes: Uint8Array, mode: number, isFlushed: boolean): void {
  const file = openSync(path, 'w', mode)
  try {
    writeFileSync(file, bytes)
    if (isFlushed) fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Gives the former file a second name, so that it can be put back; a copy where the file system has no hard links. */
function keepFormer(target: string, second: string): string | undefined {
  const found = lstatSync(target, { throwIfNoEntry: false })
  if (!found) return undefined
  if (found.isDirectory()) throw Object.assign(new Error('a folder stands there'), { code: 'EISDIR', path: target })
  rmSync(second, { force: true })
  try {
    linkSync(target, second)
  } catch {
    copyFileSync(target, second)
  }
  return second
}

/** Renames all into place; where one cannot be, the ones before it are put back. */
function putInPlace(staged: readonly Staged[]): void {
  const done: Staged[] = []
  try {
    for (const file of staged) {
      renameSync(file.temporary, file.target)
      done.push(file)
    }
  } catch (error) {
    for (const { target, former } of done) former ? renameSync(former, target) : rmSync(target, { force: true })
    throw error
  }
}

/** Makes the renames themselves durable. Windows cannot open a folder, and needs not. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } catch {
    // Some network file systems refuse to flush a folder; the files themselves are safe by now.
  } finally {
    closeSync(handle)
  }
}
