import { isMap } from '../is-map.ts'
import type { Located, Path } from '../yaml/located.ts'

/** A change to data that keeps the rest readable: a value left out, or a key read as the one that was meant. */
export type Repair = { type: 'leave out'; path: Path } | { type: 'rename'; path: Path; from: string; to: string }

/** The data with the change; undefined where the whole is left out. */
export function repair(value: unknown, change: Repair): unknown {
  switch (change.type) {
    case 'leave out':
      return at(value, change.path.slice(0, -1), (holder) => leaveOut(holder, change.path.at(-1)))
    case 'rename':
      return at(value, change.path, (map) => renameKey(map, change.from, change.to))
  }
}

/** The data after the changes, with the places where its values stand in the file. */
export function repairLocated(located: Located, changes: readonly Repair[]): Located {
  if (changes.length === 0) return located
  const original = (path: Path) => changes.reduceRight(pathBefore, path)
  return {
    ...located,
    value: changes.reduce(repair, located.value),
    isWritten: (path) => located.isWritten(original(path)),
    place: (path, index) => located.place(original(path), index),
    keyPlace: (path) => located.keyPlace(original(path)),
  }
}

/** Where a value stood before a change. */
function pathBefore(path: Path, change: Repair): Path {
  const holder = change.type === 'rename' ? change.path : change.path.slice(0, -1)
  const step = path[holder.length]
  if (step === undefined || !holder.every((key, index) => key === path[index])) return path
  const before =
    change.type === 'rename' ? (step === change.to ? change.from : step) : indexBefore(step, change.path.at(-1))
  return [...holder, before, ...path.slice(holder.length + 1)]
}

/** What follows an item that is left out of a list moves up by one. */
function indexBefore(step: string | number, leftOut: string | number | undefined): string | number {
  return typeof step === 'number' && typeof leftOut === 'number' && step >= leftOut ? step + 1 : step
}

/** The data with what stands at a path changed. */
function at(value: unknown, path: Path, change: (value: unknown) => unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return change(value)
  if (Array.isArray(value)) return value.map((item, index) => (index === key ? at(item, rest, change) : item))
  if (!isMap(value)) return value
  return { ...value, [key]: at(value[key], rest, change) }
}

function leaveOut(holder: unknown, key: string | number | undefined): unknown {
  if (key === undefined) return undefined
  if (Array.isArray(holder)) return holder.filter((_, index) => index !== key)
  return isMap(holder) ? Object.fromEntries(Object.entries(holder).filter(([name]) => name !== key)) : holder
}

function renameKey(map: unknown, from: string, to: string): unknown {
  return isMap(map)
    ? Object.fromEntries(Object.entries(map).map(([name, item]) => [name === from ? to : name, item]))
    : map
}
