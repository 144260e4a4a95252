/** Where each language is most spoken (Unicode's likely subtags); a table, because asking `Intl.Locale` takes longer than writing a slide. */
const regions: Readonly<Record<string, string>> = {
  ar: 'EG',
  cs: 'CZ',
  da: 'DK',
  de: 'DE',
  el: 'GR',
  en: 'US',
  es: 'ES',
  fa: 'IR',
  fi: 'FI',
  fr: 'FR',
  he: 'IL',
  hi: 'IN',
  hu: 'HU',
  id: 'ID',
  it: 'IT',
  ja: 'JP',
  ko: 'KR',
  nl: 'NL',
  no: 'NO',
  pl: 'PL',
  pt: 'BR',
  ro: 'RO',
  ru: 'RU',
  sv: 'SE',
  th: 'TH',
  tr: 'TR',
  uk: 'UA',
  vi: 'VN',
  zh: 'CN',
}

/** A language tag with its region, which PowerPoint needs to choose a dictionary: `en-US` for `en`, `zh-TW` for `zh-Hant`. A tag that names one, or whose language is not known here, stays as it is. */
export function toRegionalLanguage(tag: string): string {
  if (tag === 'zh-Hant') return 'zh-TW'
  const region = regions[tag.replace(/-Hans$/, '')]
  return region === undefined ? tag : `${tag.replace(/-Hans$/, '')}-${region}`
}
