import { isAbsolute, join } from 'node:path'
import type { Diagnostic } from '../diagnostic.ts'
import type { Log } from './log.ts'
import { showPath } from './show-path.ts'

/** A log for a command on a report's folder, with file paths relative to where the command runs. */
export function reportLog(folder: string, log: Log): Log {
  return { ...log, diagnostic: (diagnostic) => log.diagnostic(placedFrom(folder, diagnostic)) }
}

/** Stages name the files of a report by their paths in it, and others by absolute paths or names that are none. */
function placedFrom(folder: string, diagnostic: Diagnostic): Diagnostic {
  const { place } = diagnostic
  if (!place) return diagnostic
  const isOfReport = /^(data|templates)(\/|$)/.test(place.file)
  if (!isOfReport && !isAbsolute(place.file)) return diagnostic
  return { ...diagnostic, place: { ...place, file: showPath(isOfReport ? join(folder, place.file) : place.file) } }
}
