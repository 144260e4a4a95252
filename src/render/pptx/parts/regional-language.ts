import { constants } from '../../../memory/derived.ts'

/**
 * A tag with its likely region (Unicode), which PowerPoint needs for a dictionary: `en-US`, `zh-TW` for `zh-Hant`.
 * A tag that says more, or whose language has no one region, stays as it is.
 */
export const toRegionalLanguage: (tag: string) => string = constants((tag) => {
  const [, language] = /^([a-z]{2,3})(?:-Han[st])?$/.exec(tag) ?? []
  const { region = '' } = language === undefined ? {} : new Intl.Locale(tag).maximize()
  return /^[A-Z]{2}$/.test(region) ? `${language}-${region}` : tag
})
