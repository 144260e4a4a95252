import { isAbsolute, relative } from 'node:path'

/** A path as its user would type it: relative to where the command runs, unless it leads up and away. */
export function showPath(path: string): string {
  const way = relative(process.cwd(), path)
  if (way === '') return '.'
  return way.startsWith('..') || isAbsolute(way) ? path : way
}
