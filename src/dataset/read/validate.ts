import type * as z from 'zod'
import { type Diagnostic, errorAt, shortened, suggest } from '../../diagnostic.ts'
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
 * cannot stand without it, so that the rest can be checked on.
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
  const { gone, value } = leaveOutUntilRight(schema, located.value, issues)
  const dropped = gone.map((path) => String(path[1] ?? everything))
  return { value, located: locatedWithout(located, gone), diagnostics, dropped }
}

/** What has to be left out for the schema to be content, and what it makes of the data then. */
function leaveOutUntilRight<T>(
  schema: z.ZodType<T>,
  data: unknown,
  issues: readonly Issue[],
): { gone: Path[]; value: T | undefined } {
  const gone: Path[] = []
  let left = data
  let open = issues
  while (open.length > 0 && left !== undefined) {
    // From the last to the first, so that the indexes of lists stay true.
    const round = outermost(open.flatMap((issue) => getWrong(issue, left))).reverse()
    left = round.reduce(without, left)
    gone.push(...round)
    const result = schema.safeParse(left)
    if (result.success) return { gone, value: result.data }
    open = result.error.issues.map(deepest)
  }
  return { gone, value: undefined }
}

/** The paths but for those within others: left out after these, they would hit the next item of a list. */
function outermost(paths: readonly Path[]): Path[] {
  const isWithin = (inner: Path, outer: Path) => outer.every((key, index) => key === inner[index])
  return paths.filter(
    (one, index) =>
      !paths.some((other, at) => isWithin(one, other) && (at < index || (at > index && one.length > other.length))),
  )
}

/** What an issue asks to be left out: the value, or what lacks a value; a key that is not known. */
function getWrong(issue: Issue, value: unknown): Path[] {
  const path = getPath(issue)
  if (issue.code !== 'unrecognized_keys') return [valueAt(value, path) === undefined ? path.slice(0, -1) : path]
  // What an item is of without a key that it was to have, nobody knows.
  const item = path.lastIndexOf('observations') + 2
  return issue.keys.map((key) => (item > 1 ? path.slice(0, item) : [...path, key]))
}

/** The paths of keys meant by misspelt ones, `unit` for `units`: that they are missing is no separate fault. */
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
        errorAt(located.keyPlace(path), `not a name: ${name}`, {
          expected: issue.issues[0]?.message ?? expected,
          hint: partedText(value),
        }),
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
  const value = valueAt(located.value, [...path, key])
  const own = `of a dimension write category: ${show(value)}; where the figure is not there, value: not stated`
  const hint = suggest(key, keysIn(expected)) ?? partedText(value) ?? (path.at(-2) === 'observations' ? own : undefined)
  return errorAt(place, `unknown key: ${key}`, { expected, hint })
}

/** What to do where a text within braces was parted at its comma: a key without a value. */
function partedText(value: unknown): string | undefined {
  return value === null ? 'a text with a comma stands in quotes within braces: { label: "Food, drink" }' : undefined
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
  return shortened(String(value), 60)
}

/** The data without what stands at a path; undefined where the whole is left out. */
function without(value: unknown, path: Path): unknown {
  return at(value, path.slice(0, -1), (holder) => leaveOut(holder, path.at(-1)))
}

/** The data without what is at some paths, removed one after another, with the rest's places in the file. */
function locatedWithout(located: Located, gone: readonly Path[]): Located {
  const original = (path: Path) => gone.reduceRight(pathBefore, path)
  return {
    ...located,
    value: gone.reduce(without, located.value),
    isWritten: (path) => located.isWritten(original(path)),
    place: (path, index) => located.place(original(path), index),
    keyPlace: (path) => located.keyPlace(original(path)),
  }
}

/** Where a value stood before another was left out. */
function pathBefore(path: Path, gone: Path): Path {
  const holder = gone.slice(0, -1)
  const step = path[holder.length]
  if (step === undefined || !holder.every((key, index) => key === path[index])) return path
  return [...holder, indexBefore(step, gone.at(-1)), ...path.slice(holder.length + 1)]
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
