import { relative, sep } from 'node:path'
import { type Diagnostic, plainError } from '../diagnostic.ts'

/** Whether an absolute path is in or is a report's `data/` or `templates/`: a file there would be read as a source. */
export function isAmongSources(path: string, folder: string): boolean {
  const [top = ''] = relative(folder, path).split(sep)
  return top === 'data' || top === 'templates'
}

/** Why documents may not be written into a folder that a report is made from; `--out` names it as `asked`. */
export function refusedOut(out: string, folder: string, asked: string | undefined): Diagnostic[] {
  if (!isAmongSources(out, folder)) return []
  const message = `documents there would be taken for the report's sources: ${asked}`
  return [plainError(message, { hint: 'name a folder outside data/ and templates/ with --out' })]
}
