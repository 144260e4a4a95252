import type * as z from 'zod'
import { type Diagnostic, suggest } from '../diagnostic.ts'
import { errorAt, type Located, type Path, unreadable, valueAt, without } from './located.ts'

/** What is left of a file's data without what the schema refuses, and the names of what was left out. */
export interface Validation<T> {
  value: T | undefined
  diagnostics: Diagnostic[]
  dropped: string[]
}

/** Stands among dropped names where a whole section was left out, so that any name may have been in it. */
export const everything = '*'

type Issue = z.core.$ZodIssue

/**
 * Checks data against a schema. Each fault is an error at its place; the faulty value is left out, and with it whatever
 * cannot stand without it, so that the rest can be checked on.
 */
export function validate<T>(schema: z.ZodType<T>, located: Located): Validation<T> {
  const first = schema.safeParse(located.value)
  if (first.success) return { value: first.data, diagnostics: [], dropped: [] }
  const issues = first.error.issues.map(deepest)
  const misspelt = new Set(issues.flatMap(misspeltKeys))
  const told = issues.filter((issue) => !misspelt.has(pathOf(issue).join('/')))
  const diagnostics = told.flatMap((issue) => issueErrors(issue, located))
  return { diagnostics, ...prune(schema, located.value, issues) }
}

/** Leaves out what the issues name, and then, where the schema is still not content, what holds it. */
function prune<T>(schema: z.ZodType<T>, value: unknown, issues: readonly Issue[]): Omit<Validation<T>, 'diagnostics'> {
  const dropped: string[] = []
  let left = value
  let open = issues
  while (open.length > 0) {
    // From the last to the first, so that the indexes of lists stay true.
    for (const path of open.flatMap((issue) => faultyPaths(issue, left)).reverse()) {
      left = without(left, path)
      dropped.push(String(path[1] ?? everything))
    }
    if (left === undefined) return { value: undefined, dropped }
    const result = schema.safeParse(left)
    if (result.success) return { value: result.data, dropped }
    open = result.error.issues.map(deepest)
  }
  return { value: undefined, dropped }
}

/** The paths to leave out for an issue: the keys not known, or the value, or what lacks the value. */
function faultyPaths(issue: Issue, value: unknown): Path[] {
  const path = pathOf(issue)
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [...path, key])
  if (valueAt(value, path) !== undefined) return [path]
  // What is left out of a list is not counted by index; its holder goes as a whole.
  return [path.slice(0, -1)]
}

/** Keys, with their paths, that were meant by keys not known: `unit` for `units`. That they are missing is no other fault. */
function misspeltKeys(issue: Issue): string[] {
  if (issue.code !== 'unrecognized_keys') return []
  const known = keysIn(issue.message)
  return issue.keys.flatMap((key) => {
    const meant = known.find((name) => suggest(key, known)?.includes(` ${name}?`))
    return meant === undefined ? [] : [[...pathOf(issue), meant].join('/')]
  })
}

/** The keys that the error of a map's schema names. */
function keysIn(expected: string): string[] {
  return expected.replace(/^one of /, '').split(', ')
}

function issueErrors(issue: Issue, located: Located): Diagnostic[] {
  const path = pathOf(issue)
  const value = valueAt(located.value, path)
  const name = nameOf(path)
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
  const hint = suggest(key, keysIn(expected))
  return errorAt(located.keyPlace([...path, key]), `unknown key: ${key}`, { expected, hint })
}

/** Of a union's issue, the one of the branch that came furthest. */
function deepest(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue
  const inner = issue.errors.flat().filter(({ path }) => path.length > 0)
  const [deep] = inner
  return deep ? deepest({ ...deep, path: [...issue.path, ...deep.path] }) : issue
}

function pathOf({ path }: Issue): (string | number)[] {
  return path.map((key) => (typeof key === 'symbol' ? String(key) : key))
}

/** `label`, or `observations[2]` for an item of a list. */
function nameOf(path: Path): string {
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
