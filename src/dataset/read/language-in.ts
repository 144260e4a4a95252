import { getLanguage, primaryLanguage } from '../../locale/languages.ts'
import type { Report } from '../types.ts'

/** A document's language by its tag: one of the report's, else another that is supported; undefined otherwise. */
export function languageIn({ language, languages }: Report, tag: string | undefined): string | undefined {
  if (tag === undefined || !getLanguage(tag)) return undefined
  const primary = primaryLanguage(tag)
  return [...languages, language].find((one) => primaryLanguage(one) === primary) ?? primary
}
