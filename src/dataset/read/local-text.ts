import { textTag } from '../../locale/languages.ts'
import type { LocalText } from '../types.ts'
import type { LocalTextEntry } from './schema.ts'

/** A text by language; one that is not given by language is in the report's. That of a region is the language's, unless that has its own. */
export function toLocalText(entry: LocalTextEntry, language: string): LocalText {
  if (typeof entry === 'string') return { [textTag(language)]: entry }
  const keep = (tag: string) => (entry[textTag(tag)] === undefined ? textTag(tag) : tag)
  return Object.fromEntries(Object.entries(entry).map(([tag, text]) => [keep(tag), text]))
}
