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
  const kept = 'the former files stand as they were'
  const failure = (message: string, hint: string): Diagnostic => plainError(message, { hint: `${hint}; ${kept}` })
  switch (errorCode(error)) {
    case 'EEXIST':
    case 'ENOTDIR':
      return failure(`a file stands where the folder should be: ${folder}`, 'name another folder')
    case 'EISDIR':
      return failure(`a folder stands where the file should go: ${target}`, 'move it away, or name another folder')
    case 'ENOENT':
      return failure(`no folder can be made there: ${folder}`, 'name another folder')
    case 'ELOOP':
      return failure(`links that lead in a circle: ${folder}`, 'name another folder')
    case 'ENAMETOOLONG':
      return failure(`a name that is too long for the disk: ${brief(folder)}`, 'name a shorter one')
    case 'EROFS':
      return failure(`the disk is read-only: ${folder}`, 'name another folder')
    case 'EACCES':
    case 'EPERM':
      return failure(`not allowed to write: ${target}`, 'close the file where it is open, or mend its permissions')
    case 'EBUSY':
    case 'ETXTBSY':
      return failure(`the file is in use: ${target}`, 'close it in PowerPoint or the PDF reader, and build again')
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return failure(`the disk is full: ${folder}`, 'make room, and build again')
    default:
      return failure(
        `cannot write: ${target} (the system says ${errorCode(error) || String(error)})`,
        'name another folder',
      )
  }
}

function brief(path: string): string {
  return path.length <= 120 ? path : `${path.slice(0, 60)}…${path.slice(-40)}`
}
