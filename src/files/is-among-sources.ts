import { relative, sep } from 'node:path'

/** Whether an absolute path is in `data/` or `templates/` of a report folder, or is one of them: what is written there would be read as the report's own. */
export function isAmongSources(path: string, folder: string): boolean {
  const [top = ''] = relative(folder, path).split(sep)
  return top === 'data' || top === 'templates'
}
