import { constants } from '../../../memory/derived.ts'

/** A language tag with the region where it is most spoken (Unicode's likely subtags), which PowerPoint needs to choose a dictionary: `en-US` for `en`, `zh-TW` for `zh-Hant`. A tag that says more, or whose language has no one region, stays as it is. */
export const toRegionalLanguage: (tag: string) => string = constants((tag) => {
  const [, language] = /^([a-z]{2,3})(?:-Han[st])?$/.exec(tag) ?? []
  const { region = '' } = language === undefined ? {} : new Intl.Locale(tag).maximize()
  return /^[A-Z]{2}$/.test(region) ? `${language}-${region}` : tag
})
