import { textTag } from '../../locale/languages.ts'
import type { LocalText } from '../types.ts'
import type { LocalTextEntry } from './schema.ts'

/** A text by language, by default the report's. A region uses its language's text unless it has its own. */
export function toLocalText(entry: LocalTextEntry, language: string): LocalText {
  if (typeof entry === 'string') return { [textTag(language)]: entry }
  const keep = (tag: string) => (entry[textTag(tag)] === undefined ? textTag(tag) : tag)
  return Object.fromEntries(Object.entries(entry).map(([tag, text]) => [keep(tag), text]))
}
