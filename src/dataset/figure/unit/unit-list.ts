import {
  getLanguage,
  languages as knownLanguages,
  type Language,
  primaryLanguage,
  textTag,
} from '../../../locale/languages.ts'
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

/** Names of one and of several in each language. */
type Names = Readonly<Record<Language, readonly [one: string, several: string]>>

/** A measure by its English, Chinese, French, German and Spanish names; no plural where the language has none. */
export function names(
  en: string,
  zh: string,
  fr: string,
  de: string,
  es: string,
  plurals: Partial<Record<Language, string>> = {},
): Names {
  const pair = (one: string, several = one) => [one, several] as const
  return {
    en: pair(en, plurals.en ?? `${en}s`),
    zh: pair(zh),
    fr: pair(fr, plurals.fr ?? `${fr}s`),
    de: pair(de, plurals.de),
    es: pair(es, plurals.es ?? `${es}s`),
  }
}

const hours = (en: string, zh: string, fr: string, de: string, es: string) =>
  names(`${en}-hour`, `${zh}时`, `${fr}heure`, `${de}stunde`, `${es}-hora`, { de: `${de}stunden`, es: `${es}s-hora` })

/** What CLDR as `Intl` has it lacks, by symbol and names. */
const others: Readonly<Record<string, readonly [symbol: string, names: Names]>> = {
  tonnes: ['t', names('tonne', '吨', 'tonne', 'Tonne', 'tonelada', { de: 'Tonnen' })],
  'kilowatt-hours': ['kWh', hours('kilowatt', '千瓦', 'kilowatt', 'Kilowatt', 'kilovatio')],
  'megawatt-hours': ['MWh', hours('megawatt', '兆瓦', 'mégawatt', 'Megawatt', 'megavatio')],
  'gigawatt-hours': ['GWh', hours('gigawatt', '吉瓦', 'gigawatt', 'Gigawatt', 'gigavatio')],
  'terawatt-hours': ['TWh', hours('terawatt', '太瓦', 'térawatt', 'Terawatt', 'teravatio')],
  kilowatts: ['kW', names('kilowatt', '千瓦', 'kilowatt', 'Kilowatt', 'kilovatio')],
  megawatts: ['MW', names('megawatt', '兆瓦', 'mégawatt', 'Megawatt', 'megavatio')],
  'square-metres': ['m²', squared('metre', '平方米', 'mètre', 'meter', 'metro')],
  'square-kilometres': ['km²', squared('kilometre', '平方公里', 'kilomètre', 'kilometer', 'kilómetro')],
  'cubic-metres': [
    'm³',
    names('cubic metre', '立方米', 'mètre cube', 'Kubikmeter', 'metro cúbico', {
      fr: 'mètres cubes',
      es: 'metros cúbicos',
    }),
  ],
}

function squared(en: string, zh: string, fr: string, de: string, es: string): Names {
  const plurals = { fr: `${fr}s carrés`, es: `${es}s cuadrados` }
  return names(`square ${en}`, zh, `${fr} carré`, `Quadrat${de}`, `${es} cuadrado`, plurals)
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

/** Names of units that need no declaration, for messages, besides ISO 4217 currency codes and `index-2015`. */
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

/** A unit that needs no declaration, named in each language: `EUR`, `hours`, `index-2015`; undefined if unknown. */
export function listedUnit(id: string, languages: readonly string[]): Unit | undefined {
  if (/^[A-Z]{3}$/.test(id)) return isCurrency(id) ? toCurrency(id, languages) : undefined
  if (rates[id] !== undefined) return toRate(id, languages)
  if (id === 'ratio') return { id, label: words.ratio, said: false }
  const [, base] = /^index-(\d{4})$/.exec(id) ?? []
  if (base) return { id, label: inEach(languages, (tag) => wordsIn(tag, 'index').replace('{n}', base)), said: false }
  const [, other] = others[id] ?? []
  if (other) return namedUnit(id, other, languages)
  const name = measured[id] ?? id.replace(/s$/, '')
  const isKnown = id !== name && Intl.supportedValuesOf('unit').includes(name)
  if (!isKnown) return undefined
  const named = (count: number) => inEach(languages, (tag) => nameUnit(tag, name, count))
  const unit: Unit = { id, label: named(2), singular: named(1), said: true }
  if (!id.startsWith('degrees-')) return unit
  return {
    ...unit,
    sign: Object.fromEntries(languages.map((tag) => [textTag(tag), getSign(tag, { style: 'unit', unit: name })])),
  }
}

/** Measures that `Intl` has no names of, whether or not a report has them: watt-hours, tonnes, squares, rates. */
export function namedMeasures(languages: readonly string[]): Unit[] {
  return [
    ...Object.entries(others).map(([id, [, named]]) => namedUnit(id, named, languages)),
    ...Object.keys(rates).map((id) => toRate(id, languages)),
  ]
}

/** Whether a code is a currency’s, by ISO 4217. */
export function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf('currency').includes(code)
}

/** Kept, for each new one takes as long as reading a small file. */
const unitFormat = recent(
  200,
  (_key: string, tag: string, unit: string) =>
    new Intl.NumberFormat(tag === 'en' ? 'en-GB' : tag, { style: 'unit', unit, unitDisplay: 'long' }),
)

/** In English as a dataset writes it: litres. */
function nameUnit(tag: string, unit: string, count: number): string {
  const parts = unitFormat(`${tag} ${unit}`, tag, unit).formatToParts(count)
  return parts.find(({ type }) => type === 'unit')?.value ?? unit
}

/** Languages that print money's name after the number, 42亿英镑, with their own currency's name where CLDR differs. */
const saysByName: Readonly<Record<string, Readonly<Record<string, string>>>> = { zh: { CNY: '元' } }

function toCurrency(code: string, languages: readonly string[]): Unit {
  const named = (count: number) =>
    inEach(languages, (tag) => saysByName[primaryLanguage(tag)]?.[code] ?? nameCurrency(tag, code, count))
  const signs = languages
    .filter((tag) => !saysByName[primaryLanguage(tag)])
    .map((tag) => [textTag(tag), getSign(tag, { style: 'currency', currency: code })] as const)
  return { id: code, label: named(2), singular: named(1), said: true, sign: Object.fromEntries(signs) }
}

function nameCurrency(tag: string, currency: string, count: number): string {
  const format = { style: 'currency', currency, currencyDisplay: 'name', maximumFractionDigits: 0 } as const
  return currencyPart(new Intl.NumberFormat(tag, format).formatToParts(count)) ?? currency
}

/** A currency's or a temperature's sign with its place: `£4.2`, `4,2\u00a0€`, `4.2°C`. */
function getSign(tag: string, options: Intl.NumberFormatOptions): UnitSign {
  const parts = new Intl.NumberFormat(tag, options).formatToParts(2)
  const at = parts.findIndex(({ type }) => type === 'currency' || type === 'unit')
  const text = parts[at]?.value ?? ''
  const isBefore = at < parts.findIndex(({ type }) => type === 'integer')
  const gap = parts.some(({ type }) => type === 'literal') ? '\u00a0' : ''
  return { text, place: isBefore ? 'before' : 'after', gap }
}

function currencyPart(parts: readonly Intl.NumberFormatPart[]): string | undefined {
  return parts.find(({ type }) => type === 'currency')?.value
}

/** How sources in any language write a listed unit: signs, codes, symbols, names. Empty for a report's own units. */
export const listedNames = recent(200, (id: string): string[] => {
  if (/^[A-Z]{3}$/.test(id)) return isCurrency(id) ? currencyNames(id) : []
  const [symbol, other] = others[id] ?? []
  if (symbol !== undefined) return [symbol, ...Object.values(other ?? {}).flat()]
  const unit = measured[id] ?? id.replace(/s$/, '')
  if (unit === id || !Intl.supportedValuesOf('unit').includes(unit)) return []
  return knownLanguages.flatMap((tag) =>
    (['short', 'long'] as const).flatMap((unitDisplay) => {
      const format = new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay })
      return [1, 2].flatMap((count) => format.formatToParts(count).find(({ type }) => type === 'unit')?.value ?? [])
    }),
  )
})

function currencyNames(code: string): string[] {
  const signs = knownLanguages.flatMap((tag) =>
    (['symbol', 'narrowSymbol'] as const).flatMap((currencyDisplay) => {
      const format = new Intl.NumberFormat(tag, { style: 'currency', currency: code, currencyDisplay })
      return currencyPart(format.formatToParts(2)) ?? []
    }),
  )
  const names = knownLanguages.flatMap((tag) => [1, 2].map((count) => nameCurrency(tag, code, count)))
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
    const text = id === 'per-mille' ? '‰' : primaryLanguage(tag) === 'zh' ? label[textTag(tag)] : undefined
    if (text === undefined) return []
    // 3,9 ‰ where it is 3,9 %.
    return [[textTag(tag), { text, place: 'after', gap: getSign(tag, { style: 'percent' }).gap } as const] as const]
  })
  return { id, label, said: true, sign: Object.fromEntries(signs) }
}

function wordsIn(tag: string, name: keyof typeof words): string {
  return words[name][getLanguage(tag) ?? 'en']
}

/** A measure as a unit, by its names in some languages. */
export function namedUnit(id: string, names: Names, languages: readonly string[] = knownLanguages): Unit {
  const named = (at: 0 | 1) => inEach(languages, (tag) => names[getLanguage(tag) ?? 'en'][at])
  return { id, label: named(1), singular: named(0), said: true }
}

function inEach(languages: readonly string[], name: (tag: string) => string): LocalText {
  return Object.fromEntries(languages.map((tag) => [textTag(tag), name(tag)]))
}
