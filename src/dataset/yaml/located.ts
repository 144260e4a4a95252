import type { Place } from '../../diagnostic.ts'

/** Where in a file's data a value stands: keys of maps, indexes of lists. */
export type Path = readonly (string | number)[]

/** Data read from a file, as plain values, with the place of each of them. */
export interface Located {
  file: string
  value: unknown
  /** Names that the file uses but that could not be read; an error about each is reported. */
  dropped: readonly string[]
  /** Whether a value stands at the path in the file, even one that was refused. */
  isWritten(path: Path): boolean
  /** The place of the value at a path, `index` characters into its text, or of the nearest existing value. */
  place(path: Path, index?: number): Place
  /** The place of the key that names the value at the path. */
  keyPlace(path: Path): Place
}

/** Stands for a value that could not be read, whose error is reported already. */
export const unreadable: unique symbol = Symbol('unreadable')

/** `data/figures.yaml:12:5`. */
export function formatPlace({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`
}

/** The value at a path of plain data, or undefined. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((parent, key) => (isContainer(parent) ? parent[key] : undefined), value)
}

function isContainer(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null
}
