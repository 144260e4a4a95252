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

/** Where Spanish has a point before decimals and commas between groups, by CLDR: Latin America but for its south. */
export const pointedSpanish: readonly string[] = '419 BR BZ CU DO GT HN MX NI PA PE PR SV US'.split(' ')

/** What numbers are written in: a language, Spanish with points, or German with the months of Austria. */
export type NumberLanguage = Language | 'es-419' | 'de-AT'

/** How numbers are written under a BCP 47 tag, in a language that is not known as in English. */
export function numberLanguage(tag: string): NumberLanguage {
  const language = getLanguage(tag) ?? 'en'
  if (language === 'de' && getRegion(tag) === 'AT') return 'de-AT'
  return language === 'es' && pointedSpanish.includes(getRegion(tag) ?? '') ? 'es-419' : language
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

/** The region of a BCP 47 tag: `MX` of `es-MX`, `419` of `es-419`. */
export function getRegion(tag: string): string | undefined {
  return /-([a-z]{2}|\d{3})(?:-|$)/i.exec(tag)?.[1]?.toUpperCase()
}

/** The language of a BCP 47 tag, without region and script: `zh` of `zh-Hans-CN`. */
export function primaryLanguage(tag: string): string {
  return (tag.split('-')[0] ?? tag).toLowerCase()
}
