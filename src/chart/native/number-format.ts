import { getWords } from '../../locale/get-locale.ts'
import { numberLanguage } from '../../locale/languages.ts'
import { englishMarks } from '../../locale/numbers/digits.ts'
import { numberWords } from '../../locale/numbers/numbers.ts'

/** A number within words: sign, digits with or without separators, decimals. */
const number = /([-+\u2212]?)(\d{1,3}(?:[,\u202f\u00a0 ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)/

const scales: readonly [factor: number, code: string][] = [
  [1, ''],
  [1e3, ','],
  [1e6, ',,'],
  [1e9, ',,,'],
  [1e12, ',,,,'],
]

/**
 * Excel divides by thousands only: counts in 万 and 亿 are divided by less, and the point is set as a letter before their
 * last digits
 * (`0\.00,,"亿"`), so that there can be no more of them and no fewer. Excel's own `0!.00,,` says something else in
 * LibreOffice.
 */
const pointed: readonly [factor: number, decimals: number, code: string][] = [
  [1e8, 2, '0\\.00,,'],
  [1e8, 5, '0\\.00000,'],
  [1e4, 1, '0\\.0,'],
  [1e4, 4, '0\\.0000'],
]

/**
 * The Excel number format by which a value says a text in a language: `0.000,,," billion"` for 1,092,000,000 and `1.092
 * billion`; undefined where there is none. Excel
 * and PowerPoint write points and commas as their machine has them, LibreOffice as the format's language does.
 */
export function formatSaying(value: number, said: string, language = 'en'): string | undefined {
  const text = englishMarks(said, numberWords[numberLanguage(language)].notation)
  const format = plainFormat(value, text, said)
  const { sheetLocale, scaledSheetLocale = sheetLocale } = getWords(language).charts
  // It groups digits by points, so that a number which has groups too keeps the language's own.
  const isScaled = format !== undefined && /0,/.test(format) && !format.includes('#,')
  // Where its words have a semicolon, its parts cannot be told.
  return format && /[.,]/.test(format) && !text.includes(';')
    ? format.replace(/(?<=^|;)/g, isScaled ? scaledSheetLocale : sheetLocale)
    : format
}

/** The format of a text with English marks that prints what is said; digits in a unit stay (pour 100 000). */
function plainFormat(value: number, text: string, said: string): string | undefined {
  const match = number.exec(text)
  if (!match) return undefined
  const [whole, ownSign = '', digits = ''] = match
  // The sign may stand before a currency: −€2.7 billion.
  const lead = said.slice(0, match.index)
  const [, before = lead, sign = ownSign, currency = ''] =
    (ownSign === '' && /^(.*)([-\u2212])(\s*[^\s\d]?)$/.exec(lead)) || []
  const leads = { before, sign, currency }
  const after = said.slice(match.index + whole.length)
  const shown = Number(digits.replace(/[^\d.]/g, ''))
  const decimals = /\.(\d+)$/.exec(digits)?.[1]?.length ?? 0
  if ((sign === '-' || sign === '\u2212') !== value < 0 && shown !== 0) return undefined
  const pattern = `${/[,\s]/.test(digits) ? '#,##0' : '0'}${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`
  const size = Math.abs(value)
  if (after.startsWith('%') && says(size * 100, shown, decimals))
    return signed(leads, `${pattern}%${quoted(after.slice(1))}`)
  for (const [factor, code] of scales) {
    if (says(size / factor, shown, decimals)) return signed(leads, `${pattern}${code}${quoted(after)}`)
  }
  for (const [factor, exact, code] of pointed) {
    if (/^[万亿]/.test(after) && decimals === exact && says(size / factor, shown, decimals))
      return signed(leads, `${code}${quoted(after)}`)
  }
  return undefined
}

/** Whether a value printed with so many decimals is the number shown. */
function says(value: number, shown: number, decimals: number): boolean {
  const unit = 10 ** -decimals
  return Math.abs(value - shown) <= unit / 2 + Math.abs(value) * 1e-12 && (shown !== 0 || value < unit)
}

/** A written sign needs a section of its own: Excel puts a hyphen before a negative number, nothing before others. */
function signed({ before, sign, currency }: { before: string; sign: string; currency: string }, rest: string): string {
  if (sign === '+') return `${quoted(before)}+${quoted(currency)}${rest}`
  const plain = `${quoted(before + currency)}${rest}`
  return sign === '' || (sign === '-' && before === '') ? plain : `${plain};${quoted(before + sign + currency)}${rest}`
}

/** A format of positive numbers, with a true minus for negative ones. */
export function withMinus(format: string): string {
  return format.includes(';') ? format : `${format};${format.replace(/^(?:\[\$[^\]]*\])?/, '$&"\u2212"')}`
}

/** A format with commas between thousands: `#,##0,," million"`. */
export function withThousands(format: string): string {
  return format.replace(/"[^"]*"|(?<![0#.\\])0(?=[.,"]|$)/g, (part) => (part === '0' ? '#,##0' : part))
}

function quoted(text: string): string {
  if (text === '') return ''
  return /^ $/.test(text) ? '" "' : `"${text.replaceAll('"', '""')}"`
}

/** One format by which each value prints its text, with a section for zero or up to three by size; else undefined. */
export function commonFormat(pairs: readonly { value: number; text: string }[], language = 'en'): string | undefined {
  const said = pairs.map(({ value, text }) => ({ value, format: formatSaying(value, text, language) }))
  if (said.some(({ format }) => format === undefined)) return undefined
  const formats = said.flatMap(({ value, format }) => (format === undefined ? [] : [{ value, format }]))
  const others = formats.filter(({ value }) => value !== 0)
  const distinct = [...new Set(others.map(({ format }) => format))]
  const zero = formats.find(({ value }) => value === 0)?.format
  const [first] = distinct
  if (first === undefined) return zero
  if (distinct.length === 1) {
    if (zero === undefined || zero === first) return first
    return first.includes(';') ? undefined : `${withMinus(first)};${zero}`
  }
  return bySigns(others, zero) ?? bySize(others, zero)
}

/**
 * One format for an axis's labels, so that they follow the data.
 * In 万 and 亿 it may print more decimals than Vega (`9.50亿` for `9.5亿`), which is better than typed labels.
 */
export function axisFormat(pairs: readonly { value: number; text: string }[], language = 'en'): string | undefined {
  const filled = pairs.map(({ value, text }) => ({ value, text: filledUp(text) }))
  return commonFormat(pairs, language) ?? commonFormat(filled, language)
}

/** `9.50亿` for `9.5亿`, `500.0万` for `500万`. */
function filledUp(text: string): string {
  return text.replace(
    /(\d+)(?:\.(\d+))?(?=(万(?!亿)|亿))/,
    (_, whole: string, fraction = '', unit: string) =>
      `${whole}.${String(fraction).padEnd(unit === '亿' ? 2 : 1, '0')}`,
  )
}

/** `0;"−"0`: the format of negative numbers goes with that of positive ones. */
function bySigns(formats: readonly { value: number; format: string }[], zero: string | undefined): string | undefined {
  const positive = new Set(formats.filter(({ value }) => value > 0).map(({ format }) => format))
  const negative = new Set(formats.filter(({ value }) => value < 0).map(({ format }) => format))
  const [plus] = positive
  const [minus] = negative
  if (positive.size !== 1 || negative.size !== 1 || plus === undefined || minus === undefined) return undefined
  const below = minus.includes(';') ? minus.slice(minus.indexOf(';') + 1) : `-${minus}`
  return plus.includes(';') ? undefined : `${plus};${below}${zero === undefined || zero === plus ? '' : `;${zero}`}`
}

/** `[>=1000000]0.0,,"M";[>=1000]0,"k";0`: Excel takes two conditions. */
function bySize(formats: readonly { value: number; format: string }[], zero: string | undefined): string | undefined {
  if (formats.some(({ value }) => value < 0)) return undefined
  const sorted = [...formats].sort((a, b) => b.value - a.value)
  const runs: { from: number; format: string }[] = []
  for (const { value, format } of sorted) {
    const last = runs.at(-1)
    if (last?.format === format) last.from = value
    else runs.push({ from: value, format })
  }
  if (zero !== undefined && runs.at(-1)?.format !== zero) runs.push({ from: 0, format: zero })
  if (runs.length > 3 || runs.length < 2 || new Set(runs.map(({ format }) => format)).size !== runs.length)
    return undefined
  return runs.map(({ from, format }, index) => (index < runs.length - 1 ? `[>=${from}]${format}` : format)).join(';')
}
