import type { LocalText } from '../dataset/types.ts'
import type { createLanguage } from './create-language.ts'
import { germanLanguage } from './de/de.ts'
import { englishLanguage } from './en/en.ts'
import { spanishLanguage } from './es/es.ts'
import { frenchLanguage } from './fr/fr.ts'
import { getLanguage, type Language, languages, primaryLanguage } from './languages.ts'
import type { Locale } from './types.ts'
import type { Words } from './words/words.ts'
import { chineseLanguage } from './zh/zh.ts'

const known: Readonly<Record<Language, ReturnType<typeof createLanguage>>> = {
  en: englishLanguage,
  zh: chineseLanguage,
  fr: frenchLanguage,
  de: germanLanguage,
  es: spanishLanguage,
}

/**
 * The wording of a BCP 47 tag's language; missing texts come from the report's first language.
 * Throws for a language that `getLanguage` does not know.
 */
export function getLocale(tag: string, reportLanguage: string = tag): Locale {
  const text = (text: LocalText) =>
    chooseText(text, [tag, primaryLanguage(tag), reportLanguage, primaryLanguage(reportLanguage)])
  return known[knownLanguage(tag)].toLocale(tag, text)
}

/** What is said in the language of a BCP 47 tag whatever the report. Throws as `getLocale` does. */
export function getWords(tag: string): Words {
  return known[knownLanguage(tag)].wordsOf(tag)
}

/** The words of all languages: for reading what is in a language that nobody has stated. */
export const allWords: readonly Words[] = languages.map((language) => known[language].wordsOf(language))

function knownLanguage(tag: string): Language {
  const language = getLanguage(tag)
  if (!language) throw new Error(`a language without a locale: ${tag}`)
  return language
}

/** The text in the first of the languages that it has, else in any. */
function chooseText(text: LocalText, tags: readonly string[]): string {
  const tag = tags.find((tag) => text[tag] !== undefined)
  return (tag !== undefined ? text[tag] : Object.values(text)[0]) ?? ''
}
