/** What a text is as JSON, where it is of a kind; undefined where it is not, or no JSON. */
export function parseJsonAs<T>(text: string, isOfKind: (value: unknown) => value is T): T | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isOfKind(value) ? value : undefined
  } catch {
    return undefined
  }
}
