import { hash as digest } from 'node:crypto'

/** A key that values of equal content share: short, and different for different content. Functions are themselves alone. */
export type ContentKey = (value: unknown) => string

/** Longer texts, and objects that are written longer, stand in a key as their hash. */
const longest = 400

/**
 * Makes keys of values. What an object is written as is remembered with it, so values must never change; large ones are read once, however often
 * they are asked about.
 */
export function createContentKey(): ContentKey {
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
