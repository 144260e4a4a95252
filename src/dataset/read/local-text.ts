import type { LocalText } from '../types.ts'
import type { LocalTextEntry } from './schema.ts'

/** A text by language; one that is not given by language is in the report's. */
export function toLocalText(entry: LocalTextEntry, language: string): LocalText {
  return typeof entry === 'string' ? { [language]: entry } : entry
}
