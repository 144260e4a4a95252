import { getLanguage, type Language, primaryLanguage } from '../../locale/languages.ts'
import type { Report } from '../types.ts'

type Languages = Pick<Report, 'language' | 'languages'>

/** A document's language by its tag: one of the report's, else another that is supported; undefined otherwise. */
export function languageIn(report: Languages, tag: string | undefined): string | undefined {
  const language = tag === undefined ? undefined : getLanguage(tag)
  return language && tagIn(report, language)
}

/** The tag that a report has for a language, with its region: es-MX, in which 1.5 is no 15. */
export function tagIn({ language, languages }: Languages, own: Language): string {
  return [...languages, language].find((one) => primaryLanguage(one) === own) ?? own
}
