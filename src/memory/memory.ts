import { hash as digest } from 'node:crypto'
import { Decimal } from 'decimal.js'
import type { Outcome } from '../diagnostic.ts'

/** What a stage makes a value from; a function if gathering is costly, called only where values are remembered. */
export type MemoryInputs = readonly unknown[] | (() => readonly unknown[])

/** Keeps what stages made by its inputs. Only for stages that read nothing else, and values that nobody changes. */
export interface Memory {
  /** What the stage made of equal inputs before, else what `make` makes of them now. */
  remember<T>(stage: string, inputs: MemoryInputs, make: () => T): T
  /** A part of a value, the same object while its content is; the whole if there is no part, or no memory. */
  part<T>(whole: T, cut: (whole: T) => T | undefined): T
  /** Ends a build. A good one forgets what neither it nor the last good one used; a failed one what was new. */
  settle(isGood: boolean): void
}

/** For a single build: remembers nothing, and costs nothing. */
export const noMemory: Memory = {
  remember: (_stage, _inputs, make) => make(),
  part: (whole) => whole,
  settle: () => {},
}

/** A memory for builds on end. */
export function createMemory(): Memory {
  const keyOf = createContentKey()
  let kept = new Map<string, unknown>()
  let asked = new Map<string, unknown>()
  let before = new Map<string, unknown>()
  const memory: Memory = {
    remember<T>(stage: string, inputs: MemoryInputs, make: () => T): T {
      const key = `${stage} ${keyOf(typeof inputs === 'function' ? inputs() : inputs)}`
      const value = asked.has(key) ? asked.get(key) : kept.has(key) ? kept.get(key) : make()
      asked.set(key, value)
      // The same stage with the same inputs gave it: it is what this stage gives.
      return value as T
    },
    part(whole, cut) {
      const part = cut(whole)
      return part === undefined ? whole : memory.remember('part', [part], () => part)
    },
    settle(isGood) {
      if (isGood) {
        kept = new Map([...before, ...asked])
        before = asked
      }
      asked = new Map()
    },
  }
  return memory
}

/** Runs a build that remembers, and settles its memory by how it went. */
export async function settling<T>(memory: Memory, build: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  let isGood = false
  try {
    const outcome = await build()
    isGood = outcome.value !== undefined
    return outcome
  } finally {
    memory.settle(isGood)
  }
}

/** A short key that values of equal content share, and no others. Functions equal only themselves. */
type ContentKey = (value: unknown) => string

/** Longer texts, and objects that are written longer, stand in a key as their hash. */
const longest = 400

/**
 * Makes keys of values. What an object is written as is remembered with it, so values must never change; large ones are
 * read once, however often
 * they are asked about.
 */
function createContentKey(): ContentKey {
  const written = new WeakMap<object, string>()
  let functions = 0
  const remembered = (value: object): string => {
    const known = written.get(value)
    if (known !== undefined) return known
    const text = value instanceof Uint8Array ? value : objectText(value)
    // Small objects are written again faster than they are found.
    if (typeof text === 'string' && text.length <= longest) return text
    const key = hash(text)
    written.set(value, key)
    return key
  }
  const getKey = (value: unknown): string => {
    switch (typeof value) {
      case 'string':
        return value.length <= longest ? JSON.stringify(value) : hash(value)
      case 'function':
        return getIdentity(value)
      case 'object':
        return value === null ? 'null' : remembered(value)
      default:
        return String(value)
    }
  }
  const getIdentity = (value: object): string => {
    const key = written.get(value) ?? `ƒ${++functions}`
    written.set(value, key)
    return key
  }
  const objectText = (value: object): string => {
    if (value instanceof Decimal) return `decimal ${value.valueOf()}`
    if (Array.isArray(value)) return `[${value.map(getKey).join()}]`
    if (value instanceof Map) return `map[${[...value].map(([key, item]) => `${getKey(key)}:${getKey(item)}`).join()}]`
    if (value instanceof Set) return `set[${[...value].map(getKey).join()}]`
    if (value instanceof Date) return `date ${value.getTime()}`
    return `{${Object.entries(value)
      .map(([name, item]) => `${JSON.stringify(name)}:${getKey(item)}`)
      .join()}}`
  }
  return getKey
}

function hash(content: string | Uint8Array): string {
  return digest('sha1', content, 'base64')
}
