import { Decimal } from 'decimal.js'
import { parseSpec, specError } from '../../chart/spec/json/spec-file.ts'
import type { Chart, ChartRow, DrawnText } from '../../chart/types.ts'
import { listedNames } from '../../dataset/figure/unit/unit-list.ts'
import { groupBy } from '../../dataset/group-by.ts'
import type { Dataset, Observation } from '../../dataset/types.ts'
import type { Diagnostic } from '../../diagnostic.ts'
import { firstWhere } from '../../files/first-where.ts'
import { getLanguage, textTag } from '../../locale/languages.ts'
import { derived } from '../../memory/derived.ts'
import { isUnit } from '../heads/check-captions.ts'
import { readUnit } from '../heads/unit-tail.ts'
import { isOfScale, type NumberMention, readNumbers } from '../numbers/numbers-in-text.ts'
import { getName } from './check-drawn-values.ts'

/**
 * The digits that a drawn chart shows: those of labels and titles are figures of the series that it shows, names or
 * years of its rows, or stand in the spec as they
 * are, where typed numbers are looked for; those at an axis and a legend say what stands there. A chart that says what
 * it works out may print that.
 */
export function checkDrawnTexts(chart: Chart, texts: readonly DrawnText[], dataset: Dataset): Diagnostic[] {
  const { value: spec } = parseSpec(chart)
  if (!spec) return []
  const isNamed = getName(spec) !== undefined
  const labels = isNamed ? [] : texts.filter(({ tick }) => !tick)
  const printed = labels.flatMap(({ text }) => foundNowhere(text, chart, dataset))
  const units = chart.workedOut || isNamed ? [] : [...new Set(chart.observations.map(({ quantity }) => quantity.unit))]
  const touching = texts.flatMap((text) => otherUnit(text, chart, units, dataset))
  const lost = texts.map(({ text }) => text).filter((text) => /\b(?:undefined|NaN)\b/.test(text))
  const faults = [
    ...lost.slice(0, 1).map((text) => `prints what its data do not have: ${text}`),
    ...[...new Set(touching)].map((unit) => `prints a unit that no figure of the chart is in: ${unit}`),
    ...[...new Set(printed)].map((number) => `prints a number that comes from no figure: ${number}`),
    ...falseTicks(
      texts.filter(({ tick }) => tick),
      chart,
    ),
  ]
  return faults.map((message) => ({ ...specError(chart, ['encoding'], message), kind: 'charts', hint }))
}

const hint =
  'print a field of the rows (valueText, changeText, rateText), or name what is worked out: "usermeta": { "briefwright": { "says": "…" } }'

/** The numbers of a drawn text that nothing bears out. */
function foundNowhere(text: string, { rows, observations, text: spec, language }: Chart, dataset: Dataset): string[] {
  if (!/\p{Nd}/u.test(text)) return []
  const ids = new Set(rows.map(({ unit }) => unit))
  const units = [...ids].map((id) => dataset.units.get(id)?.label[textTag(language)] ?? '')
  return readNumbers(text, language).flatMap((mention) => {
    const written = text.slice(mention.start, mention.end).trim()
    if (spec.includes(written) || isInNames(mention, text, rows)) return []
    const isNumber = mention.kind === 'number' && mention.form === 'digits'
    // Where no comma parts the thousands, 1930 people look like a year, and 1970.5 like a month.
    const year = mention.kind === 'date' && /^\d{4}(?:\.\d+)?$/.test(written) ? new Decimal(written) : undefined
    const size = year ? { value: year, precision: -year.decimalPlaces(), scale: 0 } : isNumber ? mention : undefined
    // A chart may show changes that are worked out for it alone.
    const known = [seriesSizes(dataset), getSizes(observations)]
    const isKnown = (one: SaidSize) => known.some((sizes) => isFigure(one, sizes, rows))
    const multiple = size && getMultiple(text.slice(mention.end), dataset, language)
    const sizes = multiple ? [scaledBy(size, multiple)] : size ? [size, ...unscaled(size, units, language)] : []
    if (sizes.some(isKnown)) return []
    // The day of the build is a date that no row has.
    if (mention.kind === 'date') return isOfRows(written, rows) || spec.includes('now()') ? [] : [written]
    return isNumber ? [written] : []
  })
}

/** 61.4 million tonnes, where figures are counted in millions of tonnes; 75 basis points, where in such. */
function unscaled(size: SaidSize, units: readonly string[], language: string): SaidSize[] {
  const isOfUnit = size.scale !== 0 && units.some((unit) => isOfScale(unit, size.scale, language))
  return isOfUnit ? [{ ...scaledBy(size, -size.scale), scale: 0 }] : []
}

/** The power of ten of a unit's multiple at the start of a text: −3 of GWh where figures are in TWh; 0 elsewhere. */
function getMultiple(after: string, dataset: Dataset, language: string): number {
  const [word = ''] = /^\s?\p{L}+/u.exec(after) ?? []
  return readUnit(word, dataset, getLanguage(language) ?? 'en')?.scale ?? 0
}

function scaledBy({ value, precision, scale }: SaidSize, power: number): SaidSize {
  return { value: value.mul(`1e${power}`), precision: precision + power, scale }
}

/** The unit, sign or per cent beside a number of an axis or a label, where no figure is in that. */
function otherUnit(
  { text, tick }: DrawnText,
  { language, rows }: Chart,
  units: readonly string[],
  dataset: Dataset,
): string[] {
  const isName = tick && typeof tick.value !== 'number'
  const [mention] = units.length === 0 || isName ? [] : readNumbers(text, language)
  if (mention?.kind !== 'number' || mention.form !== 'digits' || isInNames(mention, text, rows)) return []
  const isPercent = mention.unit !== undefined && mention.scale === 0
  const words = [isPercent ? '%' : '', text.slice(mention.end), /\p{Sc}/u.exec(mention.text)?.[0] ?? '']
  return words.filter((word) => {
    const named = word === '' ? undefined : readUnit(word, dataset, getLanguage(language) ?? 'en')
    const isOwn = (unit: string) =>
      listedNames(unit).includes(word) || (isPercent && unit.startsWith('percent')) || (named && isUnit(named, unit))
    return named && named.scale === 0 && !named.units.includes('scale') && !units.some(isOwn)
  })
}

/** Whether a mention lies in a name of the rows: a category 16 to 24. */
function isInNames({ start, end }: { start: number; end: number }, text: string, rows: readonly ChartRow[]): boolean {
  return namesWithDigits(rows).some((name) => {
    const at = text.indexOf(name)
    return at >= 0 && at <= start && end <= at + name.length
  })
}

const namesWithDigits = derived((rows: readonly ChartRow[]) => {
  const words = rows.flatMap((row) => Object.entries(row).filter(([field]) => !/^(?:value|change|rate)/.test(field)))
  return [...new Set(words.flatMap(([, word]) => (typeof word === 'string' && /\p{Nd}/u.test(word) ? [word] : [])))]
})

/** Whether each year of a date is one of the rows'. */
function isOfRows(date: string, rows: readonly ChartRow[]): boolean {
  const years = date.match(/\d{4}/g) ?? []
  return years.every((year) => rows.some((row) => row.period.includes(year) || row.date.includes(year)))
}

type SaidSize = Pick<NumberMention, 'value' | 'precision' | 'scale'>

const scales = [0, -2, 3, 4, 6, 8, 9, 12]

/** Whether a number is a figure of the rows' series, rounded as printed, in thousands, millions and the like. */
function isFigure(
  mention: SaidSize,
  sizes: ReadonlyMap<string, readonly number[]>,
  rows: readonly ChartRow[],
): boolean {
  const ranges = (mention.scale === 0 ? scales : [0]).map((scale) => saidRange(mention, scale))
  return getSeries(rows).some((one) => ranges.some((range) => holdsOne(sizes.get(one) ?? [], range)))
}

const getSeries = derived((rows: readonly ChartRow[]) => [...new Set(rows.map(({ series }) => series))])

const seriesSizes = derived(({ observations }: Dataset) => getSizes([...observations.values()]))

/** The sizes of the figures of each series, intervals' ends too, in their order. */
const getSizes = derived((observations: readonly Observation[]): ReadonlyMap<string, readonly number[]> => {
  const groups = groupBy(observations, ({ series }) => series)
  const ends = ({ quantity: { value, interval } }: Observation) =>
    [value, interval.low, interval.high].map((size) => Math.abs(size.toNumber()))
  return new Map([...groups].map(([series, group]) => [series, group.flatMap(ends).sort((a, b) => a - b)]))
})

interface Range {
  low: number
  high: number
}

/** Sizes that a printed number, in units of `scale`, may be rounded from; noughts at its end may be unknown digits. */
function saidRange({ value, precision }: SaidSize, scale: number): Range {
  const unit = 10 ** scale
  const noughts = /0*$/.exec(value.abs().toFixed())?.[0].length ?? 0
  const digits = precision === 0 && value.precision() >= 2 ? noughts : precision
  const half = 0.5000001 * 10 ** digits * unit
  const said = Math.abs(value.toNumber()) * unit
  return { low: (said - half) / (1 + 1e-9), high: (said + half) / (1 - 1e-9) }
}

/** Whether one of some sizes in their order lies in a range. */
function holdsOne(sizes: readonly number[], { low, high }: Range): boolean {
  return (sizes[firstWhere(sizes, (size) => size >= low)] ?? Number.POSITIVE_INFINITY) <= high
}

/** Labels of axes and legends that say another number or year, or the name of another, than stands there. */
function falseTicks(texts: readonly DrawnText[], { language, rows }: Chart): string[] {
  const names = new Set(texts.map(({ tick }) => tick?.value))
  // Upper secondary, of upper secondary schools.
  const isCalled = (row: ChartRow, name: unknown) => Object.values(row).some((one) => `${one} `.startsWith(`${name} `))
  // A category that is shown by its id is told by its rows.
  const isOtherRow = ({ text, tick }: DrawnText) =>
    [tick?.value, text].every((name) => typeof name === 'string' && rows.some((row) => isCalled(row, name))) &&
    !rows.some((row) => isCalled(row, tick?.value) && isCalled(row, text))
  const isOtherName = (one: DrawnText) => one.text !== one.tick?.value && (names.has(one.text) || isOtherRow(one))
  const dated = texts.map((text) => withDate(text, language))
  const byAxis = groupBy(dated, ({ tick }) => tick?.axis ?? 0)
  return [...byAxis.values()].flatMap((ticks) => {
    const wrong = ticks.find((tick) => isOtherYear(tick) || isOtherName(tick)) ?? otherNumber(ticks, language)
    return wrong ? [`a label of an axis that does not say what stands there: ${wrong.text} at ${said(wrong)}`] : []
  })
}

/** A label that says a date of a number of milliseconds, with the date itself: S. 40 2024, or ’24. */
function withDate(text: DrawnText, language: string): DrawnText {
  const { tick } = text
  const isTime = typeof tick?.value === 'number' && Math.abs(tick.value) > 1e9
  const isDate =
    isTime && (isShortYear.test(text.text) || readNumbers(text.text, language).some(({ kind }) => kind === 'date'))
  return tick && isDate ? { ...text, tick: { ...tick, value: new Date(tick.value) } } : text
}

function said({ tick }: DrawnText): string {
  return tick?.value instanceof Date ? tick.value.toISOString().slice(0, 10) : String(tick?.value)
}

/** The first number on an axis that is not its place in one scale for all of them. */
function otherNumber(ticks: readonly DrawnText[], language: string): DrawnText | undefined {
  const numbers = ticks.flatMap((tick) => {
    const value = tick.tick?.value
    const mention = readNumbers(tick.text, language).find((one) => one.kind === 'number' && one.form === 'digits')
    return Number.isFinite(value) && typeof value === 'number' && mention?.kind === 'number'
      ? [{ tick, value, mention }]
      : []
  })
  const wrong = scales.map((scale) =>
    numbers.find(({ value, mention }) => !holdsOne([Math.abs(value)], saidRange(mention, scale))),
  )
  return wrong.includes(undefined) ? undefined : wrong[0]?.tick
}

const isShortYear = /^’\d\d$/

/** Whether a label names years, and none of them is its place's. */
function isOtherYear({ text, tick }: DrawnText): boolean {
  const named = isShortYear.test(text) ? [text.slice(1)] : (text.match(/(?<!\d)(?:1[89]|20)\d\d(?!\d)/g) ?? [])
  const value = tick?.value
  if (named.length === 0 || typeof value === 'number' || value === undefined) return false
  // Where clocks are ahead of or behind UTC, a year begins in the other.
  const own =
    value instanceof Date
      ? [-1, 1].map((side) => String(new Date(value.getTime() + side * 86_400_000).getUTCFullYear()))
      : (value.match(/(?<!\d)(?:1[89]|20)\d\d(?!\d)/g) ?? [])
  return own.length > 0 && !named.some((year) => own.some((one) => one.endsWith(year)))
}
