import { getLanguage, type Language, primaryLanguage } from '../../../locale/languages.ts'
import { recent } from '../../../memory/derived.ts'
import type { LocalText, Unit, UnitSign } from '../../types.ts'

/** Units that `Intl` names, by the plural that a dataset writes: CLDR has their names and plurals in each language. */
const measured: Readonly<Record<string, string>> = {
  'degrees-celsius': 'celsius',
  'degrees-fahrenheit': 'fahrenheit',
  feet: 'foot',
  inches: 'inch',
  litres: 'liter',
  kilometres: 'kilometer',
  metres: 'meter',
  centimetres: 'centimeter',
  millimetres: 'millimeter',
}

/** What CLDR as `Intl` has it lacks, in English (one, several) and Chinese; in other languages the symbol, which all read. */
const others: Readonly<Record<string, readonly [symbol: string, one: string, several: string, zh: string]>> = {
  tonnes: ['t', 'tonne', 'tonnes', '吨'],
  'kilowatt-hours': ['kWh', 'kilowatt-hour', 'kilowatt-hours', '千瓦时'],
  'megawatt-hours': ['MWh', 'megawatt-hour', 'megawatt-hours', '兆瓦时'],
  'gigawatt-hours': ['GWh', 'gigawatt-hour', 'gigawatt-hours', '吉瓦时'],
  'terawatt-hours': ['TWh', 'terawatt-hour', 'terawatt-hours', '太瓦时'],
  kilowatts: ['kW', 'kilowatt', 'kilowatts', '千瓦'],
  megawatts: ['MW', 'megawatt', 'megawatts', '兆瓦'],
  'square-metres': ['m²', 'square metre', 'square metres', '平方米'],
  'square-kilometres': ['km²', 'square kilometre', 'square kilometres', '平方公里'],
  'cubic-metres': ['m³', 'cubic metre', 'cubic metres', '立方米'],
}

/** How many a rate is of: births per 1,000 people. */
const rates: Readonly<Record<string, number>> = {
  'per-mille': 1000,
  'per-1000': 1000,
  'per-10000': 10_000,
  'per-100000': 100_000,
}

/** What CLDR has no names of, in each language: `{n}` is a number as the language writes it. */
const words: Readonly<Record<'per' | 'per-mille' | 'ratio' | 'index', Readonly<Record<Language, string>>>> = {
  per: { en: 'per {n}', zh: '/{n}', fr: 'pour {n}', de: 'je {n}', es: 'por cada {n}' },
  'per-mille': { en: 'per mille', zh: '‰', fr: 'pour mille', de: 'Promille', es: 'por mil' },
  ratio: { en: 'ratio', zh: '比', fr: 'rapport', de: 'Verhältnis', es: 'razón' },
  index: {
    en: 'index, {n} = 100',
    zh: '指数（{n}年=100）',
    fr: 'indice, {n} = 100',
    de: 'Index, {n} = 100',
    es: 'índice, {n} = 100',
  },
}

/** How many a rate is of; undefined for another unit. */
export function rateBase(unit: string): number | undefined {
  return rates[unit]
}

/** Whether a number of a unit stands alone, and only a caption says the unit: 126.7 of an index, 1.6 of a ratio. */
export function isBare(unit: string): boolean {
  return unit === 'ratio' || unit.startsWith('index-')
}

/** The names of units that need no declaration, for messages; currencies by their ISO 4217 codes besides, and `index-2015`. */
export const listedUnits: readonly string[] = [
  ...Object.keys(rates),
  'ratio',
  'hours',
  'days',
  'years',
  'hectares',
  ...Object.keys(measured),
  ...Object.keys(others),
]

/** A unit that needs no declaration, named in each of some languages: `EUR`, `hours`, `per-1000`, `index-2015`; undefined where there is none of the name. */
export function listedUnit(id: string, languages: readonly string[]): Unit | undefined {
  if (/^[A-Z]{3}$/.test(id)) return isCurrency(id) ? toCurrency(id, languages) : undefined
  if (rates[id] !== undefined) return toRate(id, languages)
  if (id === 'ratio') return { id, label: words.ratio, said: false }
  const [, base] = /^index-(\d{4})$/.exec(id) ?? []
  if (base) return { id, label: inEach(languages, (tag) => wordsIn(tag, 'index').replace('{n}', base)), said: false }
  const other = others[id]
  if (other) return toOther(id, other, languages)
  const name = measured[id] ?? id.replace(/s$/, '')
  const isKnown = id !== name && Intl.supportedValuesOf('unit').includes(name)
  if (!isKnown) return undefined
  const named = (count: number) => inEach(languages, (tag) => nameUnit(tag, name, count))
  return { id, label: named(2), singular: named(1), said: true }
}

function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf('currency').includes(code)
}

/** In English as a dataset writes it: litres. */
function nameUnit(tag: string, unit: string, count: number): string {
  const parts = new Intl.NumberFormat(tag === 'en' ? 'en-GB' : tag, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
  }).formatToParts(count)
  return parts.find(({ type }) => type === 'unit')?.value ?? unit
}

/** Languages that say money by its name after the number, 42亿英镑, and what they call their own where CLDR has another name. */
const saysByName: Readonly<Record<string, Readonly<Record<string, string>>>> = { zh: { CNY: '元' } }

function toCurrency(code: string, languages: readonly string[]): Unit {
  const named = (count: number) =>
    inEach(languages, (tag) => saysByName[primaryLanguage(tag)]?.[code] ?? nameCurrency(tag, code, count))
  const signs = languages
    .filter((tag) => !saysByName[primaryLanguage(tag)])
    .map((tag) => [tag, signOf(tag, code)] as const)
  return { id: code, label: named(2), singular: named(1), said: true, sign: Object.fromEntries(signs) }
}

function nameCurrency(tag: string, currency: string, count: number): string {
  const format = { style: 'currency', currency, currencyDisplay: 'name', maximumFractionDigits: 0 } as const
  return currencyPart(new Intl.NumberFormat(tag, format).formatToParts(count)) ?? currency
}

/** A currency's sign with its place: `£4.2`, `4,2\u00a0€`. */
function signOf(tag: string, currency: string): UnitSign {
  const parts = new Intl.NumberFormat(tag, { style: 'currency', currency }).formatToParts(2)
  const text = currencyPart(parts) ?? currency
  const isBefore =
    parts.findIndex(({ type }) => type === 'currency') < parts.findIndex(({ type }) => type === 'integer')
  const gap = parts.some(({ type }) => type === 'literal') ? '\u00a0' : ''
  return { text, place: isBefore ? 'before' : 'after', gap }
}

function currencyPart(parts: readonly Intl.NumberFormatPart[]): string | undefined {
  return parts.find(({ type }) => type === 'currency')?.value
}

/** What sources write a listed unit as, whatever the language: signs, codes, symbols, names. Of a unit that a report declares, nothing. */
export const listedNames = recent(200, (id: string): string[] => {
  if (/^[A-Z]{3}$/.test(id)) return isCurrency(id) ? currencyNames(id) : []
  const other = others[id]
  if (other) return [...other]
  const unit = measured[id] ?? id.replace(/s$/, '')
  if (unit === id || !Intl.supportedValuesOf('unit').includes(unit)) return []
  return readLanguages.flatMap((tag) =>
    (['short', 'long'] as const).flatMap((unitDisplay) => {
      const format = new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay })
      return [1, 2].flatMap((count) => format.formatToParts(count).find(({ type }) => type === 'unit')?.value ?? [])
    }),
  )
})

const readLanguages = ['en', 'zh', 'de', 'fr', 'es']

function currencyNames(code: string): string[] {
  const signs = readLanguages.flatMap((tag) =>
    (['symbol', 'narrowSymbol'] as const).flatMap((currencyDisplay) => {
      const format = new Intl.NumberFormat(tag, { style: 'currency', currency: code, currencyDisplay })
      return currencyPart(format.formatToParts(2)) ?? []
    }),
  )
  const names = readLanguages.flatMap((tag) => [1, 2].map((count) => nameCurrency(tag, code, count)))
  // The last word alone too: pounds, dollars, yuan.
  const short = names.flatMap((name) => (/^[a-z ]+$/i.test(name) ? (name.split(' ').at(-1) ?? []) : []))
  return [
    ...new Set([code, ...signs, ...names, ...short, ...(code === 'CNY' ? ['元', 'RMB', 'renminbi', '人民币元'] : [])]),
  ]
}

/** In Chinese a rate per thousand has its sign, ‰, and the others a stroke: 15.1/10万. */
function toRate(id: string, languages: readonly string[]): Unit {
  const count = rates[id] ?? 1
  const inTenThousands = `${count === 10_000 ? '' : count / 10_000}万`
  // Data may be written in English, whatever the documents are in.
  const label = inEach(['en', ...languages], (tag) => {
    const isChinese = primaryLanguage(tag) === 'zh'
    if (id === 'per-mille' || (isChinese && count === 1000)) return wordsIn(tag, 'per-mille')
    return wordsIn(tag, 'per').replace('{n}', isChinese ? inTenThousands : count.toLocaleString(tag))
  })
  const signs = languages.flatMap((tag) => {
    const text = id === 'per-mille' ? '‰' : primaryLanguage(tag) === 'zh' ? label[tag] : undefined
    return text === undefined ? [] : [[tag, { text, place: 'after', gap: '' } as const] as const]
  })
  return { id, label, said: true, sign: Object.fromEntries(signs) }
}

function wordsIn(tag: string, name: keyof typeof words): string {
  return words[name][getLanguage(tag) ?? 'en']
}

function toOther(
  id: string,
  [symbol, one, several, zh]: readonly [string, string, string, string],
  languages: readonly string[],
): Unit {
  const named = (english: string) =>
    inEach(languages, (tag) => (primaryLanguage(tag) === 'en' ? english : primaryLanguage(tag) === 'zh' ? zh : symbol))
  return { id, label: named(several), singular: named(one), said: true }
}

function inEach(languages: readonly string[], name: (tag: string) => string): LocalText {
  return Object.fromEntries(languages.map((tag) => [tag, name(tag)]))
}
