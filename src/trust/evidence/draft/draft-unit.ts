import type { NumberMention } from '../../numbers/numbers-in-text.ts'

/** What a number of a text counts: a unit of the list, or one that the report is to declare. */
export interface DraftUnit {
  id: string
  type: 'stock' | 'flow' | 'ratio'
  /** The words after the number that say the unit, so that they are no part of a name. */
  length: number
  /** Where the report declares it: its name. */
  label?: string | undefined
}

/** Signs and codes before a number, and words after it, that say money. */
const moneyBefore: readonly (readonly [RegExp, string])[] = [
  [/(?:US|U\.S\. ?)\$\s?$|USD\s?$/, 'USD'],
  [/(?:RMB|CNY|CN¥)\s?$/, 'CNY'],
  [/(?:JPY|JP¥)\s?$/, 'JPY'],
  [/£\s?$|GBP\s?$/, 'GBP'],
  [/€\s?$|EUR\s?$/, 'EUR'],
  [/[¥￥]\s?$/, 'CNY'],
  [/\$\s?$/, 'USD'],
]
const moneyAfter: readonly (readonly [RegExp, string])[] = [
  [/^\s?(?:de )?(?:(?:US[ -])?(?:dollars?|d[oó]lares)\b|美元)/i, 'USD'],
  [/^\s?(?:d['’]|de )?(?:euros?\b|€|欧元)/i, 'EUR'],
  [/^\s?(?:pounds?\b|£|英镑)/, 'GBP'],
  [/^\s?(?:yen\b|日元)/, 'JPY'],
  [/^\s?(?:yuan\b|RMB\b|元)/, 'CNY'],
]

/** Words of rates, and units of the list, that may follow a number. */
const listed: readonly (readonly [RegExp, string, DraftUnit['type']])[] = [
  [/^\s?‰/, 'per-mille', 'ratio'],
  [/^\s?(?:per|in every) (?:1,000|thousand)\b/, 'per-1000', 'ratio'],
  [/^\s?(?:per|in every) 10,000\b/, 'per-10000', 'ratio'],
  [/^\s?(?:(?:per|in every) 100,000\b|\/10万)/, 'per-100000', 'ratio'],
  [/^\s?(?:d['’]|de )?(?:hours?\b|heures?\b|stunden?\b|horas?\b|个?小时)/i, 'hours', 'ratio'],
  [/^\s?(?:days?\b|jours?\b|tagen?\b|tage\b|días?\b)/i, 'days', 'ratio'],
  [/^\s?(?:weeks?\b|semaines?\b|wochen?\b|semanas?\b)/i, 'weeks', 'ratio'],
  [/^\s?(?:months?\b|monaten?\b|monate\b)/i, 'months', 'ratio'],
  [/^\s?(?:years?\b|Jahre\b)/, 'years', 'ratio'],
  [/^\s?(?:de )?(?:tonnes?\b|tonnen\b|toneladas?\b|吨)/i, 'tonnes', 'flow'],
  [/^\s?(?:d['’]|de )?(?:hectares?\b|hektar\b|hectáreas?|公顷)/i, 'hectares', 'stock'],
  [/^\s?(?:kWh\b|kilowatt-hours?\b|千瓦时)/, 'kilowatt-hours', 'flow'],
]

/** Things that are counted and are no people, by their words after a number; a Chinese measure word stands for what it counts. */
const things: readonly (readonly [RegExp, string, string])[] = [
  [/^\s?(?:households?\b|户)/, 'households', 'households'],
  [/^\s?(?:companies|firms|enterprises|家)/, 'companies', 'companies'],
  [/^\s?(?:homes|houses|dwellings)\b/, 'homes', 'homes'],
  [/^\s?(?:vehicles|cars|辆)/, 'vehicles', 'vehicles'],
  [/^\s?(?:items|件)/, 'items', 'items'],
  [/^\s?(?:sites|stations|座|个)/, 'units', 'units'],
]

/** What a number counts, by what stands around it; people, where nothing says otherwise. */
export function draftUnit(text: string, { start, end, unit, text: own }: NumberMention): DraftUnit {
  if (unit !== undefined) return { id: unit, type: 'ratio', length: 0 }
  const [before, after] = [
    text.slice(Math.max(0, start - 12), start) + (/^[-−+]?\s?(?:[$€£¥￥]|RMB|CNY|USD|EUR|GBP)/.exec(own)?.[0] ?? ''),
    text.slice(end, end + 30),
  ]
  for (const [pattern, id] of moneyBefore) if (pattern.test(before)) return { id, type: 'flow', length: 0 }
  const match = <T>(list: readonly (readonly [RegExp, ...T[]])[]) =>
    list.flatMap(([pattern, ...rest]) => {
      const [found] = pattern.exec(after) ?? []
      return found === undefined ? [] : [{ found, rest }]
    })[0]
  const money = match(moneyAfter)
  if (money) return { id: money.rest[0] ?? '', type: 'flow', length: money.found.length }
  const rate = match(listed)
  if (rate)
    return { id: rate.rest[0] ?? '', type: (rate.rest[1] ?? 'ratio') as DraftUnit['type'], length: rate.found.length }
  const thing = match(things)
  if (thing)
    return {
      id: thing.rest[0] ?? '',
      type: 'stock',
      label: thing.rest[1],
      length: /\p{Script=Han}/u.test(thing.found) ? thing.found.length : 0,
    }
  // 412,300 TEU: what is written in capitals is a unit of its own.
  const capitals = /^\s?\p{Lu}{2,5}(?![\p{L}\d])/u.exec(after)?.[0]
  if (capitals) {
    const label = capitals.trim()
    return { id: label.toLowerCase(), type: 'flow', label, length: capitals.length }
  }
  const [person = ''] =
    /^\s?(?:(?:de )?(?:people|persons?|personnes?|personas?)\b|Menschen\b|Personen\b|人)/.exec(after) ?? []
  return { id: 'people', type: 'stock', label: 'people', length: person.length }
}
