import type { LocalText } from '../dataset/types.ts'
import { createGerman } from './de/de.ts'
import { germanWords } from './de/words.ts'
import { createEnglish } from './en/en.ts'
import { englishWords } from './en/words.ts'
import { createSpanish } from './es/es.ts'
import { spanishWords } from './es/words.ts'
import { createFrench } from './fr/fr.ts'
import { frenchWords } from './fr/words.ts'
import { getLanguage, type Language, languages, primaryLanguage } from './languages.ts'
import type { Locale } from './types.ts'
import type { Words } from './words/words.ts'
import { chineseWords } from './zh/words.ts'
import { createChinese } from './zh/zh.ts'

const creators: Readonly<Record<Language, (language: string, text: Locale['text']) => Locale>> = {
  en: createEnglish,
  zh: createChinese,
  fr: createFrench,
  de: createGerman,
  es: createSpanish,
}

const words: Readonly<Record<Language, Words>> = {
  en: englishWords,
  zh: chineseWords,
  fr: frenchWords,
  de: germanWords,
  es: spanishWords,
}

/** How things are said in the language of a BCP 47 tag; texts that lack it are taken from the report's first language. Throws for a language that `getLanguage` does not know. */
export function getLocale(tag: string, reportLanguage: string = tag): Locale {
  const text = (text: LocalText) =>
    chooseText(text, [tag, primaryLanguage(tag), reportLanguage, primaryLanguage(reportLanguage)])
  return creators[knownLanguage(tag)](tag, text)
}

/** What is said in the language of a BCP 47 tag whatever the report. Throws as `getLocale` does. */
export function getWords(tag: string): Words {
  return words[knownLanguage(tag)]
}

/** The words of all languages: for reading what is in a language that nobody has stated. */
export const allWords: readonly Words[] = languages.map((language) => words[language])

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
