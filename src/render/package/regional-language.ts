/** A language tag with the region where it is most spoken, which PowerPoint needs to choose a dictionary (`en` → `en-US`); a tag that names one, and what is no tag, as it stands. */
export function toRegionalLanguage(tag: string): string {
  try {
    const locale = new Intl.Locale(tag)
    const { region } = locale.maximize()
    return locale.region || !region ? tag : `${locale.language}-${region}`
  } catch {
    return tag
  }
}
