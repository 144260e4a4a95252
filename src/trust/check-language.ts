import { type Diagnostic, warningAt } from '../diagnostic.ts'
import type { SourceText } from '../files/source-text.ts'
import { primaryLanguage } from '../locale/languages.ts'
import type { Locale } from '../locale/types.ts'
import { getSourceLanguage } from './evidence/source-language.ts'

/** A warning where a template's own words are in another language than the edition that prints them. */
export function checkLanguage({ file, text }: Pick<SourceText, 'file' | 'text'>, { language }: Locale): Diagnostic[] {
  const words = text.replaceAll(/\{\{!--.*?--\}\}|\{\{[^}]*\}\}|^:[^\n]*|\]\([^)]*\)/gmsu, ' ')
  const found = getSourceLanguage(words, words, language)
  // With parts for each language it has the words of several.
  if (primaryLanguage(found) === primaryLanguage(language) || /\blang\b/.test(text)) return []
  const own = file.replace(/(?:\.[A-Za-z-]+)?\.md\.hbs$/, `.${language}.md.hbs`)
  const hint = own === file ? 'translate them' : `write ${own}, or say the language in data/report.yaml`
  const message = `words of another language: ${found}, in the edition in ${language}`
  return [warningAt({ file, line: 1, column: 1 }, message, { hint })]
}
