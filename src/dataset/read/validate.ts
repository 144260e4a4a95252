import type * as z from 'zod'
import { type Diagnostic, errorAt, suggest } from '../../diagnostic.ts'
import { isMap } from '../is-map.ts'
import { type Located, type Path, unreadable, valueAt } from '../yaml/located.ts'

/** What is left of a file's data without what the schema refuses, and the names of what was left out. */
export interface Validation<T> {
  value: T | undefined
  /** The places of what is in `value`, whose lists may have lost items. */
  located: Located
  diagnostics: Diagnostic[]
  dropped: string[]
}

/** Stands among dropped names where a whole section was left out, so that any name may have been in it. */
export const everything = '*'

const mostRepaired = 300

type Issue = z.core.$ZodIssue

/**
 * Checks data against a schema. Each fault is an error at its place; the faulty value is left out, and with it whatever
 * cannot stand without it, and a misspelt key is read as the one that was meant, so that the rest can be checked on.
 */
export function validate<T>(schema: z.ZodType<T>, located: Located): Validation<T> {
  const first = schema.safeParse(located.value)
  if (first.success) return { value: first.data, located, diagnostics: [], dropped: [] }
  const issues = first.error.issues.map(deepest)
  const misspelt = new Set(issues.flatMap(misspeltKeys))
  const reported = issues.filter((issue) => !misspelt.has(getPath(issue).join('/')))
  const diagnostics = reported.flatMap((issue) => issueErrors(issue, located))
  // What is left of a file of so many faults tells nothing more, and each is fixed in a copy of the whole.
  if (issues.length > mostRepaired) return { value: undefined, located, diagnostics, dropped: [everything] }
  const { changes, value } = repairUntilRight(schema, located.value, issues)
  const dropped = changes.flatMap((change) =>
    change.type === 'leave out' ? [String(change.path[1] ?? everything)] : [],
  )
  return { value, located: repairLocated(located, changes), diagnostics, dropped }
}

/** The changes after which the schema is content, and what it makes of the data then. */
function repairUntilRight<T>(
  schema: z.ZodType<T>,
  data: unknown,
  issues: readonly Issue[],
): { changes: Repair[]; value: T | undefined } {
  const changes: Repair[] = []
  let left = data
  let open = issues
  while (open.length > 0 && left !== undefined) {
    // From the last to the first, so that the indexes of lists stay true.
    const round = outermost(open.flatMap((issue) => getRepairs(issue, left))).reverse()
    left = round.reduce(repair, left)
    changes.push(...round)
    const result = schema.safeParse(left)
    if (result.success) return { changes, value: result.data }
    open = result.error.issues.map(deepest)
  }
  return { changes, value: undefined }
}

/** The changes but for those inside what another leaves out: done after it, they would hit the next item of a list. */
function outermost(changes: readonly Repair[]): Repair[] {
  const within = (inner: Repair, outer: Repair) =>
    outer.type === 'leave out' && outer.path.every((key, index) => key === inner.path[index])
  const same = (a: Repair, b: Repair) => within(a, b) && within(b, a)
  return changes.filter(
    (one, index) =>
      !changes.some((other, at) => at !== index && within(one, other) && !(same(one, other) && at > index)),
  )
}

/** What an issue asks for: the value left out, or what lacks a value; a key that is not known renamed or left out. */
function getRepairs(issue: Issue, value: unknown): Repair[] {
  const path = getPath(issue)
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => repairKey(key, path, issue.message, value))
  return [{ type: 'leave out', path: valueAt(value, path) === undefined ? path.slice(0, -1) : path }]
}

function repairKey(key: string, path: Path, expected: string, value: unknown): Repair {
  const meant = meantKey(key, expected)
  // What an item is of without a key that it was to have, nobody knows.
  if (meant === undefined && isObservation(path)) return { type: 'leave out', path }
  const free = meant !== undefined && valueAt(value, [...path, meant]) === undefined
  return free ? { type: 'rename', path, from: key, to: meant } : { type: 'leave out', path: [...path, key] }
}

function isObservation(path: Path): boolean {
  return path.at(-2) === 'observations'
}

/** Keys, with their paths, that were meant by keys not known: `unit` for `units`. That they are missing is no other fault. */
function misspeltKeys(issue: Issue): string[] {
  if (issue.code !== 'unrecognized_keys') return []
  return issue.keys.flatMap((key) => {
    const meant = meantKey(key, issue.message)
    return meant === undefined ? [] : [[...getPath(issue), meant].join('/')]
  })
}

/** Of the keys that a schema's error names, the one that is suggested for a key not known. */
function meantKey(key: string, expected: string): string | undefined {
  const known = keysIn(expected)
  const hint = suggest(key, known)
  return known.find((name) => hint?.includes(` ${name}?`))
}

/** The keys that the error of a map's schema names. */
function keysIn(expected: string): string[] {
  return expected.replace(/^one of /, '').split(', ')
}

function issueErrors(issue: Issue, located: Located): Diagnostic[] {
  const path = getPath(issue)
  const value = valueAt(located.value, path)
  const name = getName(path)
  const expected = issue.message
  if (value === unreadable) return []
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, path, expected, located))
    case 'invalid_key':
      return [
        errorAt(located.keyPlace(path), `not a name: ${name}`, { expected: issue.issues[0]?.message ?? expected }),
      ]
    case 'invalid_value': {
      if (value === undefined) return [missing(path, expected, located)]
      const hint = typeof value === 'string' ? suggest(value, issue.values.map(String)) : undefined
      return [errorAt(located.place(path), `unknown ${name}: ${show(value)}`, { expected, hint })]
    }
    default: {
      if (value === undefined) return [missing(path, expected, located)]
      return [errorAt(located.place(path), `not right for ${name}: ${show(value)}`, { expected })]
    }
  }
}

function missing(path: Path, expected: string, located: Located): Diagnostic {
  return errorAt(located.place(path), `missing: ${path.at(-1) ?? located.file}`, { expected })
}

function unknownKey(key: string, path: Path, expected: string, located: Located): Diagnostic {
  const place = located.keyPlace([...path, key])
  const own = `of a dimension write category: ${show(valueAt(located.value, [...path, key]))}; where the figure is not there, value: not stated`
  const hint = suggest(key, keysIn(expected)) ?? (isObservation(path) ? own : undefined)
  return errorAt(place, `unknown key: ${key}`, { expected, hint })
}

/** Of a union's issue, the one of the branch that came furthest. */
function deepest(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue
  const inner = issue.errors.flat().filter(({ path }) => path.length > 0)
  const [deep] = inner
  return deep ? deepest({ ...deep, path: [...issue.path, ...deep.path] }) : issue
}

function getPath({ path }: Issue): (string | number)[] {
  return path.map((key) => (typeof key === 'symbol' ? String(key) : key))
}

/** `label`, or `observations[2]` for an item of a list. */
function getName(path: Path): string {
  const last = path.at(-1)
  if (last === undefined) return 'the file'
  return typeof last === 'number' ? `${path.at(-2) ?? ''}[${last}]` : last
}

function show(value: unknown): string {
  if (value === null) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a map'
  if (value === '') return 'an empty text'
  const text = String(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

/** A change to data that keeps the rest readable: a value left out, or a key read as the one that was meant. */
type Repair = { type: 'leave out'; path: Path } | { type: 'rename'; path: Path; from: string; to: string }

/** The data with the change; undefined where the whole is left out. */
function repair(value: unknown, change: Repair): unknown {
  switch (change.type) {
    case 'leave out':
      return at(value, change.path.slice(0, -1), (holder) => leaveOut(holder, change.path.at(-1)))
    case 'rename':
      return at(value, change.path, (map) => renameKey(map, change.from, change.to))
  }
}

/** The data after the changes, with the places where its values stand in the file. */
function repairLocated(located: Located, changes: readonly Repair[]): Located {
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
