import type { Outcome } from '../diagnostic.ts'
import { createContentKey } from './content-key.ts'

/** What a stage makes a value from; a function where gathering them is work, which is done only where something is remembered. */
export type Inputs = readonly unknown[] | (() => readonly unknown[])

/** Keeps what stages have made, by what they made it from. Only for stages that read nothing else, and values that nobody changes. */
export interface Memory {
  /** What the stage made of equal inputs before, else what `make` makes of them now. */
  remember<T>(stage: string, inputs: Inputs, make: () => T): T
  /** A part of a value, the same object as long as its content is; the whole where there is no such part, or nothing is remembered. */
  part<T>(whole: T, cut: (whole: T) => T | undefined): T
  /** Ends a build. After a good one, what neither it nor the good one before asked for is forgotten; after a failed one, what was new in it. */
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
    remember<T>(stage: string, inputs: Inputs, make: () => T): T {
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
