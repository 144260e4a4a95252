import { getLanguage, primaryLanguage } from '../../locale/languages.ts'
import type { Report } from '../types.ts'

/** The language that a document of a report is in, by the tag that it carries: one of the report's own, else another whose words are known; undefined where none is. */
export function languageIn({ language, languages }: Report, tag: string | undefined): string | undefined {
  if (tag === undefined || !getLanguage(tag)) return undefined
  const primary = primaryLanguage(tag)
  return [...languages, language].find((one) => primaryLanguage(one) === primary) ?? primary
}
