import { type Diagnostic, plainError } from '../diagnostic.ts'

/** The code of a system error, such as ENOSPC; empty for any other. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/** Why the outputs could not be written into the folder, and what to do. */
export function explainWriteFailure(error: unknown, folder: string): Diagnostic {
  const path = error instanceof Error && 'path' in error ? String(error.path) : folder
  const at = path.includes('.briefwright-') ? folder : path
  const target = error instanceof Error && 'dest' in error ? String(error.dest) : at
  const code = errorCode(error)
  const [what, of, todo] = failures[code] ?? ['cannot write', 'target', elsewhere]
  const where = { folder, name: brief(folder), target }[of]
  const said = code in failures ? '' : ` (the system says ${code || String(error)})`
  return plainError(`${what}: ${where}${said}`, { hint: `${todo}; the former files stand as they were` })
}

type Failure = readonly [what: string, of: 'folder' | 'name' | 'target', todo: string]

const elsewhere = 'name another folder'
const inTheWay: Failure = ['a file stands where the folder should be', 'folder', elsewhere]
const notAllowed: Failure = [
  'not allowed to write',
  'target',
  'close the file where it is open, or change its permissions',
]
const inUse: Failure = ['the file is in use', 'target', 'close it in PowerPoint or the PDF reader, and build again']
const full: Failure = ['the disk is full', 'folder', 'make room, and build again']

/** By the codes of the system. */
const failures: Readonly<Record<string, Failure>> = {
  EEXIST: inTheWay,
  ENOTDIR: inTheWay,
  EISDIR: ['a folder stands where the file should go', 'target', 'move it away, or name another folder'],
  ENOENT: ['no folder can be made there', 'folder', elsewhere],
  ELOOP: ['links that lead in a circle', 'folder', elsewhere],
  ENAMETOOLONG: ['a name that is too long for the disk', 'name', 'name a shorter one'],
  EROFS: ['the disk is read-only', 'folder', elsewhere],
  EACCES: notAllowed,
  EPERM: notAllowed,
  EBUSY: inUse,
  ETXTBSY: inUse,
  ENOSPC: full,
  EDQUOT: full,
  EFBIG: full,
}

function brief(path: string): string {
  return path.length <= 120 ? path : `${path.slice(0, 60)}…${path.slice(-40)}`
}
