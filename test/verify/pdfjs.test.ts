import { expect, it } from 'vitest'

/** All functions that the language gives, by name. */
function builtins(): Map<string, unknown> {
  const owners = Object.entries({ Array, Function, JSON, Map, Math, Number, Object, Promise, Set, String, Uint8Array })
  const all = owners.flatMap(([name, owner]) => [
    [name, owner] as const,
    [`${name}.prototype`, Reflect.get(owner, 'prototype')] as const,
  ])
  return new Map(
    all.flatMap(([name, owner]) =>
      Object.entries(Object.getOwnPropertyDescriptors(owner ?? {})).map(
        ([key, { value }]) => [`${name}.${key}`, value as unknown] as const,
      ),
    ),
  )
}

it('leaves the functions of the language as they are', async () => {
  const before = builtins()
  const { getDocument } = await import('../../src/verify/pdfjs.ts')
  expect(getDocument).toBeTypeOf('function')
  const after = builtins()
  expect([...before].filter(([name, own]) => !Object.is(after.get(name), own)).map(([name]) => name)).toEqual([])
  for (const own of [Array.prototype.push, JSON.parse, JSON.stringify]) expect(String(own)).toContain('[native code]')
})
