/** The languages that the words of a document can be in. */
export const languages = ['en', 'zh'] as const

/** Whether `getLocale` knows the language of a BCP 47 tag. */
export function isKnownLanguage(tag: string): boolean {
  return languages.some((language) => language === primaryLanguage(tag))
}

/** The language of a BCP 47 tag, without region and script: `zh` of `zh-Hans-CN`. */
export function primaryLanguage(tag: string): string {
  return (tag.split('-')[0] ?? tag).toLowerCase()
}
