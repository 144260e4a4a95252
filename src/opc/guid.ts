import { sha256 } from '../files/sha256.ts'

/** A GUID from words, always the same (RFC 9562, version 8). In upper case: PowerPoint calls lower case damaged. */
export function toGuid(words: string): string {
  const hex = sha256(words).toUpperCase()
  return `{${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-A${hex.slice(17, 20)}-${hex.slice(20, 32)}}`
}
