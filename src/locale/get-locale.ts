import type { LocalText } from '../dataset/types.ts'
import { createEnglish } from './en.ts'
import type { Locale } from './types.ts'
import { createChinese } from './zh.ts'

/** The languages that the words of a document can be in. */
export const languages = ['en', 'zh'] as const

/** Whether `getLocale` knows the language of a BCP 47 tag. */
export function isKnownLanguage(tag: string): boolean {
  return languages.some((language) => language === primary(tag))
}

/** How things are said in the language of a BCP 47 tag; texts that lack it are taken from the report's first language. Throws for a language that `isKnownLanguage` denies. */
export function getLocale(tag: string, reportLanguage: string = tag): Locale {
  const text = (text: LocalText) => chooseText(text, [tag, primary(tag), reportLanguage, primary(reportLanguage)])
  switch (primary(tag)) {
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

function primary(tag: string): string {
  return (tag.split('-')[0] ?? tag).toLowerCase()
}
