// pdfjs replaces some builtins by slower functions, for all code of the process. This is loaded before it.

const own = (
  [
    [Array.prototype, 'push'],
    [Function.prototype, 'toString'],
    [JSON, 'parse'],
    [JSON, 'stringify'],
  ] as const
).map(([owner, name]) => ({ owner, name, value: Reflect.get(owner, name) as unknown }))

/** Gives the language its own functions back. */
export function restoreBuiltins(): void {
  for (const { owner, name, value } of own) Object.defineProperty(owner, name, { value })
}
