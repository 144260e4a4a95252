import type { LocalText } from '../dataset/types.ts'
import { createEnglish } from './en.ts'
import { primaryLanguage } from './languages.ts'
import type { Locale } from './types.ts'
import { createChinese } from './zh.ts'

/** How things are said in the language of a BCP 47 tag; texts that lack it are taken from the report's first language. Throws for a language that `isKnownLanguage` denies. */
export function getLocale(tag: string, reportLanguage: string = tag): Locale {
  const text = (text: LocalText) =>
    chooseText(text, [tag, primaryLanguage(tag), reportLanguage, primaryLanguage(reportLanguage)])
  switch (primaryLanguage(tag)) {
    case 'en':
      return createEnglish(tag, text)
    case 'zh':
      return createChinese(tag, text)
    default:
      throw new Error(`a language without a locale: ${tag}`)
  }
}

/** The text in the first of the languages that it has, else in any. */
function chooseText(text: LocalText, tags: readonly string[]): string {
  const tag = tags.find((tag) => text[tag] !== undefined)
  return (tag !== undefined ? text[tag] : Object.values(text)[0]) ?? ''
}
