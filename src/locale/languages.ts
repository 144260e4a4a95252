/** The languages of documents: a new one is a folder here, and the compiler names what it lacks. */
export const languages = ['en', 'zh', 'fr', 'de', 'es'] as const

export type Language = (typeof languages)[number]

/** Tags of a known language that its words would be wrong for: they are simplified characters. */
const otherScripts = /^zh-(?:.*-)?(?:hant|tw|hk|mo)\b/i

/** The language of a BCP 47 tag as far as its words are known: `zh` of `zh-Hans-CN`, none of `zh-Hant`. */
export function getLanguage(tag: string): Language | undefined {
  if (otherScripts.test(tag)) return undefined
  return languages.find((language) => language === primaryLanguage(tag))
}

/** The tag that texts are kept under: `en` for `en-GB`; that of a language without words here stays. */
export function textTag(tag: string): string {
  return getLanguage(tag) ?? tag
}

/** Why documents cannot be in a tag's language if more than words is missing; undefined where a folder would do. */
export function getLack(tag: string): string | undefined {
  if (otherScripts.test(tag)) return 'its characters would be the simplified ones of zh'
  return /^(?:ar|fa|he|ur|yi|ps|sd|ug|dv)\b/i.test(tag)
    ? 'it runs from right to left, and tables, cards, columns and charts are not mirrored; its words may stand in a document in another language'
    : undefined
}

/** The language of a BCP 47 tag, without region and script: `zh` of `zh-Hans-CN`. */
export function primaryLanguage(tag: string): string {
  return (tag.split('-')[0] ?? tag).toLowerCase()
}
