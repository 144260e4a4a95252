import type { Diagnostic } from './diagnostic.ts'

/** The code of a system error, such as ENOSPC; empty for any other. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/** Why the outputs could not be written into the folder, and what to do. */
export function explainWriteFailure(error: unknown, folder: string): Diagnostic {
  const at = error instanceof Error && 'path' in error ? String(error.path) : folder
  const target = error instanceof Error && 'dest' in error ? String(error.dest) : at
  const kept = 'the former files stand as they were'
  const failure = (message: string, hint: string): Diagnostic => ({
    severity: 'error',
    message,
    hint: `${hint}; ${kept}`,
  })
  switch (errorCode(error)) {
    case 'EEXIST':
    case 'ENOTDIR':
      return failure(`the out folder is a file: ${folder}`, 'name another folder with --out')
    case 'EISDIR':
      return failure(
        `a folder stands where the file should go: ${target}`,
        'move it away, or name another folder with --out',
      )
    case 'EROFS':
      return failure(`the disk is read-only: ${folder}`, 'name another folder with --out')
    case 'EACCES':
    case 'EPERM':
      return failure(`not allowed to write: ${target}`, 'close the file where it is open, or mend its permissions')
    case 'EBUSY':
    case 'ETXTBSY':
      return failure(`the file is in use: ${target}`, 'close it in PowerPoint or the PDF reader, and build again')
    case 'ENOSPC':
    case 'EDQUOT':
      return failure(`the disk is full: ${folder}`, 'make room, and build again')
    default:
      return failure(`cannot write: ${error instanceof Error ? error.message : String(error)}`, 'see the message above')
  }
}
