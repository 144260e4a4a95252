import { specError } from '../../chart/spec/json/spec-file.ts'
import type { Chart, ChartRow, Drawing, DrawnText, SeenMark } from '../../chart/types.ts'
import { periodEnd, periodStart } from '../../dataset/figure/period.ts'
import { groupBy } from '../../dataset/group-by.ts'
import type { Dataset } from '../../dataset/types.ts'
import type { Diagnostic, Place } from '../../diagnostic.ts'
import { innerBlocks } from '../../document/inner-blocks.ts'
import { plainText } from '../../document/plain-text.ts'
import { headedSections } from '../../document/slides.ts'
import type { Document } from '../../document/types.ts'
import { parseCssColor } from '../../graphics/css-color.ts'
import type { Language } from '../../locale/languages.ts'
import type { Locale } from '../../locale/types.ts'
import type { Hue } from '../../locale/words/lexicon.ts'
import { lexicons } from '../../locale/words/lexicons.ts'
import { isResidual } from '../../locale/words/series-words.ts'
import { constants } from '../../memory/derived.ts'
import { luminance, toChannels } from '../../theme/theme-colors.ts'
import { dateAt } from '../evidence/mention-period.ts'
import { specTitles } from '../heads/read-heads.ts'
import { readNumbers } from '../numbers/numbers-in-text.ts'
import { findCategories, findNames } from '../words/names.ts'
import { entries } from '../words/read-words.ts'
import { getTokens, type Token } from '../words/tokens.ts'

/** Words that tell what is seen, in the spec of a chart: colours, sides, shades, what stands out. */
export function checkSeen(
  chart: Chart,
  { seen, texts }: Pick<Drawing, 'seen' | 'texts'>,
  dataset: Dataset,
  locale: Locale,
): Diagnostic[] {
  const titles = specTitles(chart).flatMap(({ text, path }) =>
    seenFaults(text, chart, seen, dataset, locale).map((fault) => ({ path, ...fault })),
  )
  const events = texts
    .flatMap((text) => otherEvent(text, locale.primary))
    .map((fault) => ({ path: ['encoding'], ...fault }))
  return [...titles, ...events].map(({ path, message, hint, severity }) => ({
    ...specError(chart, path, message),
    severity,
    kind: 'charts' as const,
    hint,
  }))
}

/** Words with a date at another time on the axis: New rules, January 2024. */
function otherEvent({ text, at }: DrawnText, language: Language): Fault[] {
  const [date, ...others] = at ? readNumbers(text, language).filter(({ kind }) => kind === 'date') : []
  const said = date && dateAt(text, date)
  if (!at || !said?.period || others.length > 0) return []
  const isLast =
    /^[)）\]\s.]*$/.test(text.slice(said.end)) && /(?:^|[,，:：(（]|\bin)\s*$/.test(text.slice(0, said.start))
  const isFirst = said.start === 0 && /^\s*(?:$|[:：,，–—-])/.test(text.slice(said.end))
  // What begins with a day, or a month's first, may be drawn at the end of the one before.
  const spare = 16 * 86_400_000
  const [from, to] = [Date.parse(periodStart(said.period)) - spare, Date.parse(periodEnd(said.period)) + spare]
  if (!(isLast || isFirst) || (at.getTime() >= from && at.getTime() <= to)) return []
  const message = `“${text}” stands at ${at.toISOString().slice(0, 10)}`
  return [{ severity: 'error', message, hint: 'let it stand at its time, or say the time at which it stands' }]
}

/** The same of titles, headings and captions above the one chart of a slide or section. */
export function checkSeenBelow(
  { blocks }: Document,
  drawings: ReadonlyMap<Chart, Drawing>,
  dataset: Dataset,
  locale: Locale,
): Diagnostic[] {
  const told = headedSections(blocks).flatMap(({ heading, below }) => {
    const charts = innerBlocks(below).filter((block) => block.type === 'chart')
    const [block] = charts
    if (!block || charts.length > 1) return []
    const heads = [heading, ...(block.caption ? [{ children: block.caption, place: block.place }] : [])]
    return heads.flatMap(({ children, place }) =>
      seenFaults(plainText(children), block.chart, drawings.get(block.chart)?.seen ?? [], dataset, locale).map(
        (fault) => toDiagnostic(fault, place),
      ),
    )
  })
  return [...new Map(told.map((one) => [`${one.message}${JSON.stringify(one.place)}`, one])).values()]
}

interface Fault {
  message: string
  hint: string
  severity: 'error' | 'warning'
}

function toDiagnostic(fault: Fault, place: Place): Diagnostic {
  return { ...fault, kind: 'charts', place }
}

/** A text with the things in it that have marks, and those marks. */
interface Reading {
  text: string
  tokens: readonly Token[]
  things: readonly Thing[]
  marks: readonly (SeenMark & { data: ChartRow })[]
  language: Language
}

/** A thing that is named, and which rows are of it. */
interface Thing {
  first: number
  end: number
  isOf: (row: ChartRow) => boolean
}

function seenFaults(
  text: string,
  { rows }: Chart,
  seen: readonly SeenMark[],
  dataset: Dataset,
  locale: Locale,
): Fault[] {
  if (seen.length < 2 || text === '') return []
  const marks = seen.flatMap((one) => {
    const data = rowOf(one.datum, rows)
    return data ? [{ ...one, data }] : []
  })
  const tokens = getTokens(text)
  const language = locale.primary
  const reading = { text, tokens, marks, language, things: findThings(tokens, marks, dataset, language) }
  const faults = [...colorFaults(reading), otherSide(reading), otherShade(reading)]
  return [...faults, faults.length > 2 ? undefined : otherAccent(reading, dataset, locale)].filter(
    (one) => one !== undefined,
  )
}

/** The row that a mark's data were, or the first of those that they were made from, by their words. */
function rowOf(datum: object, rows: readonly ChartRow[]): ChartRow | undefined {
  const words = Object.entries(datum).filter(([, value]) => typeof value === 'string')
  const known = words.filter(([field]) => field in (rows[0] ?? {}))
  const isOf = (row: ChartRow) => known.every(([field, value]) => Reflect.get(row, field) === value)
  return known.length > 0 ? rows.find(isOf) : undefined
}

/** The indicators and categories that a text names, of which some marks are, and others not. */
function findThings(tokens: readonly Token[], marks: Reading['marks'], dataset: Dataset, language: Language): Thing[] {
  const categories = findCategories(tokens, dataset, language).map(({ first, end, all }) => ({
    first,
    end,
    isOf: (row: ChartRow) => all.some(({ dimension, category }) => Reflect.get(row, dimension) === category),
  }))
  const names = findNames(tokens, dataset, language).map(({ first, end, indicators }) => ({
    first,
    end,
    isOf: ({ indicator, series }: ChartRow) => indicators.includes(indicator) || indicators.includes(series),
  }))
  const isTelling = ({ isOf }: Thing) => marks.some(({ data }) => isOf(data)) && marks.some(({ data }) => !isOf(data))
  return [...categories, ...names].filter(isTelling).toSorted((a, b) => a.first - b.first)
}

/** A name with a colour that its marks have not: Women (blue), where they are orange. */
function colorFaults({ text, tokens, things, marks, language }: Reading): Fault[] {
  return things.flatMap((thing) => {
    const said = colorOf(thing, tokens, things, language)
    const own = marks.filter(({ data }) => thing.isOf(data))
    if (!said || own.some(({ color }) => isHue(color, said.hue))) return []
    const words = text.slice(tokens[thing.first]?.start, tokens[said.at]?.end)
    const message = `says “${words}”, and that is drawn in ${own[0]?.color}`
    return [{ severity: 'error' as const, message, hint: 'name the colour that it has, or set it in the scale' }]
  })
}

const hues = constants((language: Language) =>
  Object.entries(lexicons[language].colors).flatMap(([hue, words]) =>
    entries(words).map((word) => ({ hue: hue as Hue, word })),
  ),
)

/** The colour that is said of a thing right beside it: Women (blue), Women in blue, blue: women, (dark blue). */
function colorOf({ first, end }: Thing, tokens: readonly Token[], things: readonly Thing[], language: Language) {
  const find = (at: number) => {
    const text = tokens[at]?.text
    const isNamed = things.some((thing) => thing.first <= at && at < thing.end)
    const known = isNamed ? undefined : hues(language).find(({ word }) => word === text)
    return known ? { hue: known.hue, at } : undefined
  }
  const mark = tokens[end]?.text ?? ''
  if (/^[(（[]$/.test(mark)) {
    const close = tokens.findIndex(({ text }, at) => at > end && /^[)）\]]$/.test(text))
    const inside = Array.from({ length: Math.max(0, Math.min(close, end + 5) - end - 1) }, (_, at) => end + 1 + at)
    return inside.map(find).find((one) => one !== undefined)
  }
  if (/^[:：=]$/.test(mark) || entries(lexicons[language].particles.in).includes(mark)) return find(end + 1)
  const before = tokens[first - 1]?.text ?? ''
  return /^[:：=]$/.test(before) ? find(first - 2) : undefined
}

/** Degrees of hue in which people call a colour so, with some to spare on both sides. */
const ranges: Partial<Record<Hue, readonly [from: number, to: number]>> = {
  red: [325, 25],
  orange: [8, 52],
  yellow: [36, 78],
  green: [62, 178],
  teal: [155, 208],
  blue: [172, 268],
  purple: [240, 330],
  pink: [285, 365],
  brown: [0, 50],
}

function isHue(css: string, hue: Hue): boolean {
  const { color = css } = parseCssColor(css) ?? {}
  // A name of CSS: steelblue.
  if (!color.startsWith('#')) return color.includes(hue) || !Object.keys(ranges).some((name) => color.includes(name))
  const channels = toChannels(color).map((channel) => channel / 255)
  const [least = 0, middle = 0, most = 0] = channels.toSorted((a, b) => a - b)
  if (hue === 'black') return most < 0.35
  if (hue === 'grey') return most - least < 0.16
  const at = channels.indexOf(most)
  const turn = most === least ? 0 : (middle - least) / (most - least)
  const isAhead = channels[(at + 1) % 3] === middle && middle !== least
  const degrees = (at * 120 + (isAhead ? 60 : -60) * turn + 360) % 360
  const [from, to] = ranges[hue] ?? [0, 360]
  const isWithin = from <= to && to <= 360 ? degrees >= from && degrees <= to : degrees >= from || degrees <= to % 360
  return most - least >= 0.08 && isWithin
}

/** Names of sides whose marks stand on the other: ← Men · Women →; men left, women right. */
function otherSide({ text, tokens, things, marks, language }: Reading): Fault | undefined {
  const [one, other] = (['left', 'right'] as const).map((side) => thingAt(side, tokens, things, language))
  if (!one || !other || one === other) return undefined
  const middle = ({ isOf }: Thing) => {
    const own = marks.filter(({ data }) => isOf(data)).map(({ x }) => x)
    return own.reduce((sum, x) => sum + x, 0) / own.length
  }
  const message = `says “${text}”, and they are drawn the other way round`
  return middle(one) > middle(other)
    ? { severity: 'error', message, hint: 'let each name stand on the side of its marks' }
    : undefined
}

/** What is said to be on a side: before its word (men to the left), after it and a colon, or beside its arrow. */
function thingAt(
  side: 'left' | 'right',
  tokens: readonly Token[],
  things: readonly Thing[],
  language: Language,
): Thing | undefined {
  const isLeft = side === 'left'
  const arrow = tokens.findIndex(({ text }) => text === (isLeft ? '←' : '→'))
  const words = entries(lexicons[language].particles[side])
  const at = arrow < 0 ? tokens.findIndex(({ text }) => words.includes(text)) : arrow
  if (at < 0) return undefined
  const isAfter = arrow < 0 ? /^[:：]$/.test(tokens[at + 1]?.text ?? '') : isLeft
  const after = things.find(({ first }) => first > at)
  const before = things.findLast(({ end }) => end <= at)
  return isAfter ? (after ?? before) : (before ?? after)
}

/** The darker, the more, where the darker is less. */
function otherShade({ text, marks, language }: Reading): Fault | undefined {
  const { patterns } = lexicons[language]
  const has = (kind: 'darker-more' | 'darker-less') => new RegExp(patterns[kind], 'iu').test(text)
  const side = has('darker-more') ? -1 : has('darker-less') ? 1 : 0
  const shades = marks.flatMap(({ data: { value }, color }) => {
    const hex = parseCssColor(color)?.color ?? ''
    return value !== null && hex.startsWith('#') ? [{ value, light: luminance(hex) }] : []
  })
  if (side === 0 || new Set(shades.map(({ light }) => light)).size < 4) return undefined
  const [least, ...others] = shades.toSorted((a, b) => a.value - b.value)
  const most = others.at(-1)
  const isOther = least && most && Math.sign(most.light - least.light) === -side
  const message = `says “${text}”, and the darkest is the ${side < 0 ? 'least' : 'most'}`
  return isOther ? { severity: 'error', message, hint: 'turn the range of the scale round, or the words' } : undefined
}

/** A title about one thing above a chart in which another alone stands out. */
function otherAccent({ things, marks }: Reading, dataset: Dataset, locale: Locale): Fault | undefined {
  const groups = [...groupBy(marks, ({ color }) => color).values()].toSorted((a, b) => a.length - b.length)
  const [few = [], many = []] = groups.map((group) => [...new Set(group.map(({ data }) => data))])
  const [first] = few
  const series = (rows: readonly ChartRow[]) => new Set(rows.map((row) => row.series))
  const isOne = series(few).size === 1 && series(many).size > 1 && !series(many).has(first?.series ?? '')
  if (groups.length !== 2 || !isOne || !first || things.length === 0) return undefined
  // The whole among its parts, a target and what is left over are told apart whatever is said.
  const isOfKind = many.every((row) => row.indicator === first.indicator)
  const parts = Object.keys(dataset.indicators.get(first.indicator)?.dimensions ?? {})
  const [figure] = [...dataset.observations.values()].filter((one) => one.series === first.series)
  const isWhole = first.series === first.indicator && parts.length > 0
  if (!isOfKind || isWhole || !figure || isResidual(dataset, locale, figure)) return undefined
  if (things.some(({ isOf }) => isOf(first))) return undefined
  const named = many.find((row) => things.some(({ isOf }) => isOf(row)))
  const message = `the title names ${named?.label}, and ${first.label} alone stands out`
  return named
    ? { severity: 'warning', message, hint: 'let the colour follow the title, or say in it what stands out' }
    : undefined
}
